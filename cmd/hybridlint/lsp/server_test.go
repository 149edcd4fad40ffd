package lsp

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"

	"hybridlint/loader"
	"hybridlint/loader/model"
	"hybridlint/report"
)

type checker = func(context.Context, string, *loader.Tree, Loaded) *report.Report

// dial connects to a server with a check; what it writes is in the channel, message by message.
func dial(t *testing.T, check checker) (write func(string), read <-chan map[string]any, end func() error) {
	t.Helper()
	toServer, fromClient := io.Pipe()
	toClient, fromServer := io.Pipe()
	ended := make(chan error, 1)
	go func() {
		ended <- Serve(context.Background(), toServer, fromServer, "test", Linter{Check: check, Glance: glance, Forget: func() {}, Load: func(context.Context, string, *loader.Tree, func(report.Location, string)) (*model.Model, error) {
			return &model.Model{}, nil
		}})
		_ = fromServer.Close()
	}()
	messages := make(chan map[string]any, 1000)
	go func() {
		defer close(messages)
		for in := bufio.NewReader(toClient); ; {
			var m map[string]any
			if err := (codec{}).ReadObject(in, &m); err != nil {
				return
			}
			messages <- m
		}
	}()
	write = func(body string) { _, _ = fmt.Fprintf(fromClient, "Content-Length: %d\r\n\r\n%s", len(body), body) }
	return write, messages, func() error { _ = fromClient.Close(); return <-ended }
}

func glance(ctx context.Context, files []loader.Document, among *loader.Declared) (*model.Model, []report.Problem) {
	return loader.Load(ctx, loader.Options{Documents: files, Among: among})
}

func initialize(t *testing.T, folder string) string {
	t.Helper()
	return `{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"rootUri":"` + fileURI(folder) + `"}}`
}

// TestOrder has an editor change a document while its first state is evaluated: that evaluation ends,
// and nothing of it is published after the second state.
func TestOrder(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	evaluating, ended := make(chan struct{}), make(chan struct{})
	var once sync.Once
	check := func(ctx context.Context, _ string, tree *loader.Tree, loaded Loaded) *report.Report {
		config, problems := loader.Load(ctx, loader.Options{Paths: []string{"."}, Dir: folder, Tree: tree})
		loaded(config, nil, problems)
		once.Do(func() {
			close(evaluating)
			<-ctx.Done()
			close(ended)
		})
		return &report.Report{Complete: len(problems) == 0, Problems: problems, Sources: config.Sources}
	}
	write, read, end := dial(t, check)
	uri := fileURI(folder) + "/a.hcl"
	write(initialize(t, folder))
	<-evaluating
	write(`{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"` + uri + `","version":7,"text":"nonsense {}"}}}`)
	<-ended
	for m := range read {
		p, _ := m["params"].(map[string]any)
		if p["uri"] == uri {
			if p["version"] != 7.0 || len(p["diagnostics"].([]any)) != 1 {
				t.Errorf("published %v", p)
			}
			break
		}
	}
	write(`{"jsonrpc":"2.0","id":2,"method":"shutdown"}`)
	write(`{"jsonrpc":"2.0","method":"exit"}`)
	if err := end(); err != nil {
		t.Error(err)
	}
}

// TestHostileClient sends what no editor sends. The session goes on as long as it is clear where a
// message ends.
func TestHostileClient(t *testing.T) {
	t.Parallel()
	check := func(context.Context, string, *loader.Tree, Loaded) *report.Report {
		return &report.Report{}
	}
	write, read, end := dial(t, check)
	write(`{"jsonrpc":"2.0","id":1,"method":"textDocument/didOpen"}`)
	write(`nonsense`)
	write(`{"jsonrpc":"2.0","id":2}`)
	write(`[]`)
	write(`{"jsonrpc":"2.0","id":3,"result":null}`)
	write(strings.Repeat("[", 100_000))
	write(initialize(t, t.TempDir()))
	for method := range handlers {
		for _, params := range []string{`null`, `[]`, `{"textDocument":{"uri":"file:///%00"}}`, `{"textDocument":{"uri":"://"},"contentChanges":[{}]}`, `{"textDocument":{"uri":"x"},"position":{"line":-9,"character":1e9}}`, `7`} {
			write(`{"jsonrpc":"2.0","id":4,"method":"` + method + `","params":` + params + `}`)
		}
	}
	write(`{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:1","text":"{"}}}`)
	change := func(changes string) {
		write(`{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"untitled:1","version":2},"contentChanges":` + changes + `}}`)
	}
	change(`[{"range":{"start":{"line":-1,"character":-5},"end":{"line":2000000000,"character":2000000000}},"text":"𝔾"}]`)
	change(`[{"range":{"start":{"line":9,"character":9},"end":{"line":0,"character":1}},"text":"}"}]`)
	change(`[{"text":"` + strings.Repeat("grant {", 1_000_000) + `"}]`)
	change(`[` + strings.Repeat(`{"range":{"start":{"line":0,"character":0},"end":{"line":0,"character":0}},"text":"a"},`, 2_000) + `{"text":""}]`)
	for _, command := range []string{`{}`, `{"command":"hybridlint.show"}`, `{"command":"hybridlint.show","arguments":["file:///etc/passwd"]}`, `{"command":"x","arguments":[{}]}`} {
		write(`{"jsonrpc":"2.0","id":5,"method":"workspace/executeCommand","params":` + command + `}`)
	}
	write(`{"jsonrpc":"2.0","id":9,"method":"shutdown"}`)
	for m := range read {
		if failed, ok := m["error"].(map[string]any); ok && failed["code"] == -32603.0 {
			t.Errorf("internal error: %v", m)
		}
		if m["id"] == 9.0 {
			break
		}
	}
	_ = end()

	write, _, end = dial(t, check)
	write(initialize(t, t.TempDir()))
	if err := end(); err == nil {
		t.Error("an editor that goes away said goodbye")
	}
}

func TestHeaders(t *testing.T) {
	t.Parallel()
	for _, header := range []string{
		"Content-Length: 99999999999\r\n\r\n", "Content-Length: -1\r\n\r\n", "Content-Length: x\r\n\r\n", strings.Repeat("A", 1<<20), strings.Repeat("a: b\r\n", 1000) + "\r\n",
		"Content-Length: 100\r\n\r\n{}",
	} {
		var m json.RawMessage
		if err := (codec{}).ReadObject(bufio.NewReader(strings.NewReader(header)), &m); err == nil {
			t.Errorf("%.40q is a message", header)
		}
	}
}
