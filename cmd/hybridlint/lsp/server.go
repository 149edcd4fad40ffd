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
	Check func(ctx context.Context, folder string, tree *loader.Tree, loaded Loaded) *report.Report
	// Glance reads some files alone, among what the others declare; nil where that cannot be.
	Glance func(ctx context.Context, files []loader.Document, among *loader.Declared) (*model.Model, []report.Problem)
	// After are the findings after the step of a migration batch, as the last check read everything but
	// the files.
	After func(ctx context.Context, folder string, tree *loader.Tree, batch string) ([]*report.Finding, error)
	// Forget lets go of rules of the user's own, which may have been changed.
	Forget func()
	// Load reads all files, and tells of every place that names a recipient, with its label. An error
	// means that the settings are wrong.
	Load func(ctx context.Context, folder string, tree *loader.Tree, mentioned func(report.Location, string)) (*model.Model, error)
}

// Loaded is told what was read, and what the files declare that others name.
type Loaded = func(config *model.Model, declared *loader.Declared, problems []report.Problem)

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
	conn := jsonrpc2.NewConn(ctx, stream, s, jsonrpc2.SetLogger(silent{}))
	s.notify = func(method string, params any) { _ = conn.Notify(ctx, method, params) }
	s.call = func(method string, params any) { go func() { _ = conn.Call(ctx, method, params, nil) }() }
	var worker sync.WaitGroup
	worker.Go(func() { s.work(ctx) })
	<-conn.DisconnectNotify()
	stop()
	worker.Wait()
	s.asked.Wait()
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

	// asked are answers that are given later.
	asked sync.WaitGroup

	phase atomic.Int32
	// watches says that the editor can tell of files that change, and shows that it shows a document.
	watches, shows bool

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
	// latest is what was found last; nil before. good are the findings of the good state.
	latest *result
	good   map[string][]*report.Finding
	// declared is what the files declare as of the state in which all were read last, which is allRead.
	declared *loader.Declared
	allRead  int
	// after are the findings after steps of batches, of one state.
	after afterSteps

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

		"executeCommandProvider":     map[string]any{"commands": []string{showCommand}},
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

// later is an answer that takes its time. Meanwhile others are given.
type later func() (any, error)

// Handle implements jsonrpc2.Handler.
func (s *server) Handle(ctx context.Context, conn *jsonrpc2.Conn, r *jsonrpc2.Request) {
	answer, err := s.tried(func() (any, error) { return s.answer(r) })
	if slow, ok := answer.(later); ok && err == nil {
		s.asked.Go(func() {
			answer, err := s.tried(slow)
			reply(ctx, conn, r, answer, err)
		})
		return
	}
	reply(ctx, conn, r, answer, err)
}

// reply sends an answer. Where it does not arrive the connection has ended, which is noticed elsewhere.
func reply(ctx context.Context, conn *jsonrpc2.Conn, r *jsonrpc2.Request, answer any, err error) {
	if r.Notif {
		return
	}
	response := &jsonrpc2.Response{ID: r.ID}
	if err == nil {
		err = response.SetResult(answer)
	}
	if err != nil {
		failed, ok := errors.AsType[*jsonrpc2.Error](err)
		if !ok {
			failed = &jsonrpc2.Error{Message: err.Error()}
		}
		response.Error = failed
	}
	_ = conn.SendResponse(ctx, response)
}

// tried is an answer. A panic is the answer to one message, and the session goes on.
func (s *server) tried(give func() (any, error)) (answer any, err error) {
	if caught := panics.Try(func() { answer, err = give() }); caught != nil {
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
	case "workspace/executeCommand":
		return nil, s.execute(r)
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
	s.shows = p.Capabilities.Window.ShowDocument.Support
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
