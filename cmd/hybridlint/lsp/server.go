package lsp

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/sourcegraph/conc/panics"
	"github.com/sourcegraph/jsonrpc2"

	"hybridlint/loader"
	"hybridlint/loader/model"
	"hybridlint/report"
)

// Linter does the work. What it is given to read are the files below an absolute folder, as a tree.
type Linter struct {
	// Check checks all files as one configuration. loaded is told what was read, before the rules are
	// evaluated.
	Check func(ctx context.Context, folder string, tree *loader.Tree, loaded func(*model.Model, []report.Problem)) *report.Report
	// Load reads all files, and tells of every place that names a recipient, with its label. An error
	// means that the settings are wrong.
	Load func(ctx context.Context, folder string, tree *loader.Tree, mentioned func(report.Location, string)) (*model.Model, error)
}

// ErrNoShutdown says that the editor went away without saying so.
var ErrNoShutdown = errors.New("the editor ended the connection without a shutdown")

// Serve answers an editor until it says goodbye, or the context ends. It returns ErrNoShutdown where
// the connection ended otherwise, or the cause of the context's end.
func Serve(ctx context.Context, in io.Reader, out io.Writer, version string, linter Linter) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	s := &server{ctx: ctx, linter: linter, version: version, stop: stop, documents: map[string]*document{}, wake: make(chan struct{}, 1),
		touched: map[string]int{}, published: map[string]digest{}}
	stream := jsonrpc2.NewBufferedStream(connection{in, out}, codec{})
	conn := jsonrpc2.NewConn(ctx, stream, jsonrpc2.HandlerWithError(s.handle).SuppressErrClosed(), jsonrpc2.SetLogger(silent{}))
	s.notify = func(method string, params any) { _ = conn.Notify(ctx, method, params) }
	s.call = func(method string, params any) { go func() { _ = conn.Call(ctx, method, params, nil) }() }
	var worker sync.WaitGroup
	worker.Go(func() { s.work(ctx) })
	<-conn.DisconnectNotify()
	stop()
	worker.Wait()
	switch {
	case s.phase.Load() == shutDown:
		return nil
	case context.Cause(ctx) != nil && !errors.Is(context.Cause(ctx), context.Canceled):
		return context.Cause(ctx)
	default:
		return ErrNoShutdown
	}
}

// connection is both directions of standard input and output, which nobody closes.
type connection struct {
	io.Reader
	io.Writer
}

func (connection) Close() error { return nil }

// silent drops what the library would log: it quotes what the client sends.
type silent struct{}

func (silent) Printf(string, ...any) {}

// The phases of a session.
const (
	unborn int32 = iota
	running
	shutDown
)

// server is one session.
type server struct {
	// ctx is that of the session.
	ctx     context.Context
	linter  Linter
	version string
	stop    func()
	notify  func(method string, params any)
	// call asks the editor something, and does not wait.
	call func(method string, params any)
	// wake holds one reminder at most that there is a newer state.
	wake chan struct{}

	phase atomic.Int32
	// watches says that the editor can tell of files that change.
	watches bool

	mu sync.Mutex
	// root is absolute; empty until there is a folder or a document.
	root     string
	encoding encoding
	// documents are by URI.
	documents map[string]*document
	// size is that of all documents.
	size int
	// number is that of the newest state, and touched the state in which a file became another one,
	// by its path from the root: those that were not since the good state are left out.
	number  int
	touched map[string]int
	// cancel ends the evaluation in hand.
	cancel func()
	// latest is what was found last, and good the same of the good state; nil before.
	latest, good *result

	// published is used by the worker alone: what the editor has, by URI; told are the problems
	// without a place that it was told of.
	published map[string]digest
	told      string
}

// handler answers one method.
type handler func(s *server, p *documentParams) (any, error)

// handlers are for what is asked about documents. A notification is answered with nothing.
var handlers = map[string]handler{
	"textDocument/didOpen":   (*server).didOpen,
	"textDocument/didChange": (*server).didChange,
	"textDocument/didClose":  (*server).didClose,
	"textDocument/didSave":   (*server).didSave,

	"textDocument/codeAction":     (*server).actions,
	"textDocument/completion":     (*server).completion,
	"textDocument/definition":     (*server).definition,
	"textDocument/documentSymbol": (*server).symbols,
	"textDocument/foldingRange":   (*server).folding,
	"textDocument/formatting":     (*server).formatting,
	"textDocument/hover":          (*server).hover,
	"textDocument/references":     (*server).references,
	"textDocument/rename":         (*server).rename,
}

// capabilities are what the server can do, in the words of the protocol.
func (s *server) capabilities() map[string]any {
	return map[string]any{
		"positionEncoding": s.encoding,
		"textDocumentSync": map[string]any{"openClose": true, "change": 2, "save": true}, // 2: incremental

		"codeActionProvider":         map[string]any{"codeActionKinds": []string{quickFix}},
		"completionProvider":         map[string]any{"triggerCharacters": []string{`"`, "@"}},
		"definitionProvider":         true,
		"documentSymbolProvider":     true,
		"foldingRangeProvider":       true,
		"documentFormattingProvider": true,
		"hoverProvider":              true,
		"referencesProvider":         true,
		"renameProvider":             true,
	}
}

// handle answers a message. A panic is the answer to that message, and the session goes on.
func (s *server) handle(_ context.Context, _ *jsonrpc2.Conn, r *jsonrpc2.Request) (answer any, err error) {
	if caught := panics.Try(func() { answer, err = s.answer(r) }); caught != nil {
		s.notify("window/logMessage", showMessageParams{messageError, "internal error; please report it with what follows\n" + caught.String()})
		return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeInternalError, Message: fmt.Sprintf("internal error: %v", caught.Value)}
	}
	return answer, err
}

// notInitialized is the protocol's code for what is asked too early.
const notInitialized = -32002

func (s *server) answer(r *jsonrpc2.Request) (any, error) {
	switch {
	case r.Method == "exit":
		s.stop()
		return nil, nil
	case r.Method == "initialize" && s.phase.Load() == unborn:
		return s.initialize(r)
	case s.phase.Load() == unborn:
		return nil, &jsonrpc2.Error{Code: notInitialized, Message: "initialize comes first"}
	case s.phase.Load() == shutDown || r.Method == "initialize":
		return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidRequest, Message: "this is not the time for " + r.Method}
	}
	switch r.Method {
	case "shutdown":
		s.phase.Store(shutDown)
		return nil, nil
	case "initialized":
		s.watchFiles()
		return nil, nil
	case "workspace/didChangeWatchedFiles":
		return nil, s.didChangeFiles(r)
	}
	answer, ok := handlers[r.Method]
	if !ok {
		return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeMethodNotFound, Message: "there is no method " + r.Method}
	}
	var p documentParams
	if err := paramsOf(r, &p); err != nil {
		return nil, err
	}
	return answer(s, &p)
}

// paramsOf reads what was sent with a message. What is missing or null stays what it is.
func paramsOf(r *jsonrpc2.Request, into any) error {
	if r.Params == nil {
		return nil
	}
	if err := json.Unmarshal(*r.Params, into); err != nil {
		return &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidParams, Message: err.Error()}
	}
	return nil
}

func (s *server) initialize(r *jsonrpc2.Request) (any, error) {
	var p initializeParams
	if err := paramsOf(r, &p); err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.encoding = utf16Units
	if slices.Contains(p.Capabilities.General.PositionEncodings, string(utf8Units)) {
		s.encoding = utf8Units
	}
	s.root = rootOf(&p)
	s.watches = p.Capabilities.Workspace.DidChangeWatchedFiles.DynamicRegistration
	s.phase.Store(running)
	s.changed()
	return map[string]any{"capabilities": s.capabilities(), "serverInfo": map[string]string{"name": "hybridlint", "version": s.version}}, nil
}

// watchFiles asks to be told of files that change: those of the configuration, the settings, and
// rules of the user's own.
func (s *server) watchFiles() {
	if !s.watches {
		return
	}
	watchers := []map[string]string{{"globPattern": "**/*.hcl"}, {"globPattern": "**/*.rego"}}
	s.call("client/registerCapability", map[string]any{"registrations": []map[string]any{{
		"id": "files", "method": "workspace/didChangeWatchedFiles", "registerOptions": map[string]any{"watchers": watchers},
	}}})
}
