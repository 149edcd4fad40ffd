package main

import (
	"context"
	"encoding/json"
	"io"
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf16"

	"github.com/sourcegraph/jsonrpc2"
)

// editor is a client of the language server, in this process. Nothing in it waits for a clock: what
// does not come keeps the test waiting.
type editor struct {
	t      *testing.T
	folder string
	conn   *jsonrpc2.Conn
	status chan int

	mu      sync.Mutex
	arrived *sync.Cond
	// published are all diagnostics, in the order in which they came.
	published []publication
	messages  []string
}

type publication struct {
	URI         string       `json:"uri"`
	Version     int          `json:"version"`
	Diagnostics []diagnostic `json:"diagnostics"`
}

type diagnostic struct {
	Range           lspRange        `json:"range"`
	Severity        int             `json:"severity"`
	Code            string          `json:"code,omitempty"`
	CodeDescription *lspLink        `json:"codeDescription,omitempty"`
	Message         string          `json:"message"`
	Tags            []int           `json:"tags,omitempty"`
	Related         json.RawMessage `json:"relatedInformation,omitempty"`
}

type lspLink struct{ Href string }

type lspRange struct{ Start, End lspPosition }

type lspPosition struct{ Line, Character int }

// edit starts the server for a folder. The session ends with the test.
func edit(t *testing.T, folder string, encodings ...string) *editor {
	t.Helper()
	toServer, fromEditor := io.Pipe()
	toEditor, fromServer := io.Pipe()
	e := &editor{t: t, folder: folder, status: make(chan int, 1)}
	e.arrived = sync.NewCond(&e.mu)
	var told strings.Builder
	p := newProgram(toServer, fromServer, &told)
	go func() {
		code := p.run(context.Background(), []string{"lsp"})
		_ = fromServer.Close()
		e.status <- code
	}()
	stream := jsonrpc2.NewBufferedStream(bothWays{toEditor, fromEditor}, jsonrpc2.VSCodeObjectCodec{})
	e.conn = jsonrpc2.NewConn(context.Background(), stream, jsonrpc2.HandlerWithError(e.receive))
	t.Cleanup(func() { _ = e.conn.Close() })
	e.ask("initialize", map[string]any{"rootUri": e.uri(""), "capabilities": map[string]any{
		"general": map[string]any{"positionEncodings": encodings}}}, nil)
	e.tell("initialized", map[string]any{})
	return e
}

type bothWays struct {
	io.ReadCloser
	io.Writer
}

func (e *editor) receive(_ context.Context, _ *jsonrpc2.Conn, r *jsonrpc2.Request) (any, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	switch r.Method {
	case "textDocument/publishDiagnostics":
		var p publication
		if err := json.Unmarshal(*r.Params, &p); err != nil {
			return nil, err
		}
		e.published = append(e.published, p)
	default:
		e.messages = append(e.messages, r.Method+" "+string(*r.Params))
	}
	e.arrived.Broadcast()
	return nil, nil
}

func (e *editor) uri(file string) string {
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(filepath.Join(e.folder, file))}).String()
}

func (e *editor) tell(method string, params any) {
	e.t.Helper()
	if err := e.conn.Notify(context.Background(), method, params); err != nil {
		e.t.Fatal(err)
	}
}

func (e *editor) ask(method string, params, into any) {
	e.t.Helper()
	if into == nil {
		into = &json.RawMessage{}
	}
	if err := e.conn.Call(context.Background(), method, params, into); err != nil {
		e.t.Fatalf("%s: %v", method, err)
	}
}

func (e *editor) open(file, text string) {
	e.tell("textDocument/didOpen", map[string]any{"textDocument": map[string]any{"uri": e.uri(file), "languageId": "hybridlint", "version": 1, "text": text}})
}

func (e *editor) change(file string, version int, changes ...map[string]any) {
	e.tell("textDocument/didChange", map[string]any{"textDocument": map[string]any{"uri": e.uri(file), "version": version}, "contentChanges": changes})
}

func replacing(line, from, to int, text string) map[string]any {
	return map[string]any{"range": lspRange{lspPosition{line, from}, lspPosition{line, to}}, "text": text}
}

// await waits until the last diagnostics of a file are as wanted.
func (e *editor) await(file string, wanted func([]diagnostic) bool) []diagnostic {
	e.mu.Lock()
	defer e.mu.Unlock()
	for {
		last, there := e.last(file)
		if there && wanted(last) {
			return last
		}
		e.arrived.Wait()
	}
}

func (e *editor) last(file string) (last []diagnostic, there bool) {
	for _, p := range e.published {
		if p.URI == e.uri(file) {
			last, there = p.Diagnostics, true
		}
	}
	return last, there
}

func (e *editor) quit() {
	e.t.Helper()
	e.ask("shutdown", nil, nil)
	e.tell("exit", nil)
	if code := <-e.status; code != ExitClean {
		e.t.Errorf("exit status %d", code)
	}
}

func automapping(all []diagnostic) bool {
	return slices.ContainsFunc(all, func(d diagnostic) bool { return d.Code == "HYB206" })
}

func noAutomapping(all []diagnostic) bool { return !automapping(all) }

func saying(message string) func([]diagnostic) bool {
	return func(all []diagnostic) bool {
		return slices.ContainsFunc(all, func(d diagnostic) bool { return strings.Contains(d.Message, message) })
	}
}

func none(all []diagnostic) bool { return len(all) == 0 }

const (
	editedPeople = `forest "corp" {
  exchange_version = "SE"
}

shared_mailbox "sales@contoso.com" {
  home = "cloud"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}
`
	editedGrants = `# 𝔾rants
grant "full_access" {
  recipient    = "sales@contoso.com"
  delegate     = "amy@contoso.com"
  auto_mapping = true
}
`
)

func workspace(t *testing.T, files ...string) string {
	t.Helper()
	folder, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(files); i += 2 {
		if err := os.WriteFile(filepath.Join(folder, files[i]), []byte(files[i+1]), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// TestEditing is a whole session: what is found, what unsaved text changes, and what is kept while a
// file cannot be understood.
func TestEditing(t *testing.T) {
	t.Parallel()
	e := edit(t, workspace(t, "people.hcl", editedPeople, "grants.hcl", editedGrants))
	for _, d := range e.await("grants.hcl", automapping) {
		if d.Code == "HYB206" && (d.Range.Start != lspPosition{4, 17} || !strings.HasPrefix(d.CodeDescription.Href, "https://learn.microsoft.com/") || len(d.Related) == 0) {
			t.Errorf("HYB206 is %+v", d)
		}
	}
	e.open("grants.hcl", editedGrants)
	e.change("grants.hcl", 2, replacing(4, 17, 21, "false"))
	e.await("grants.hcl", noAutomapping)

	e.open("people.hcl", editedPeople)
	e.change("people.hcl", 2, replacing(8, 0, 0, "} "))
	e.await("people.hcl", func(all []diagnostic) bool { return len(all) > 0 })
	e.change("people.hcl", 3, replacing(8, 0, 2, ""), replacing(8, 14, 17, "eve"))
	e.await("grants.hcl", saying("amy@contoso.com"))
	e.tell("textDocument/didClose", map[string]any{"textDocument": map[string]any{"uri": e.uri("people.hcl")}})
	e.tell("textDocument/didClose", map[string]any{"textDocument": map[string]any{"uri": e.uri("grants.hcl")}})
	e.await("grants.hcl", automapping)
	e.await("people.hcl", none)

	if err := os.WriteFile(filepath.Join(e.folder, ".hybridlint.hcl"), []byte(`disable = ["HYB206", "HYB999"]`), 0o600); err != nil {
		t.Fatal(err)
	}
	e.tell("workspace/didChangeWatchedFiles", map[string]any{"changes": []any{map[string]any{"uri": e.uri(".hybridlint.hcl"), "type": 1}}})
	e.await(".hybridlint.hcl", saying("HYB999"))
	if err := os.WriteFile(filepath.Join(e.folder, ".hybridlint.hcl"), []byte(`disable = ["HYB206"]`), 0o600); err != nil {
		t.Fatal(err)
	}
	e.tell("workspace/didChangeWatchedFiles", map[string]any{"changes": []any{map[string]any{"uri": e.uri(".hybridlint.hcl"), "type": 2}}})
	e.await(".hybridlint.hcl", none)
	e.await("grants.hcl", noAutomapping)
	e.quit()
	for i, p := range e.published[1:] {
		if b, _ := json.Marshal(p); i > 0 && string(b) == string(must(json.Marshal(e.published[i]))) {
			t.Errorf("published twice: %s", b)
		}
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// asked is a question about a place that is marked with a | in the text of a document.
func (e *editor) asked(method, file, text string, more map[string]any) string {
	e.t.Helper()
	before, after, _ := strings.Cut(text, "|")
	e.tell("textDocument/didChange", map[string]any{"textDocument": map[string]any{"uri": e.uri(file), "version": 1}, "contentChanges": []any{map[string]any{"text": before + after}}})
	line := before[strings.LastIndex(before, "\n")+1:]
	params := map[string]any{"textDocument": map[string]any{"uri": e.uri(file)},
		"position": lspPosition{strings.Count(before, "\n"), len(utf16.Encode([]rune(line)))}}
	maps.Copy(params, more)
	var answer json.RawMessage
	e.ask("textDocument/"+method, params, &answer)
	return strings.ReplaceAll(string(answer), e.uri("")+"/", "")
}

// TestAsking asks what editors ask while somebody types.
func TestAsking(t *testing.T) {
	t.Parallel()
	e := edit(t, workspace(t, "people.hcl", editedPeople+"# 𝔾\nmail_enabled_security_group \"𝔾roup\" {\n  home    = \"corp\"\n  members = [\"Amy@contoso.com\"]\n}\n", "grants.hcl", editedGrants))
	e.await("grants.hcl", automapping)
	e.open("new.hcl", "")
	for _, c := range []struct {
		method, text string
		more         map[string]any
		want, not    string
	}{
		{"completion", "shared_m|", nil, `"newText":"shared_mailbox"`, `"home"`},
		{"completion", "grant \"send_as\" {\n  rep|\n}", nil, `manual | entra_connect | cloud_sync`, `"auto_mapping"`},
		{"completion", "grant \"send_as\" {\n  delegate = \"sal|\"\n}", nil, `{"label":"sales@contoso.com","kind":18,"detail":"shared mailbox, cloud"`, "amy"},
		{"completion", "grant \"send_as\" {\n  present_in = [\"|\"]\n}", nil, `"newText":"corp"`, "amy"},
		{"completion", "grant \"send_as\" {\n  channel = |\n}", nil, `"newText":"\"eac\""`, "amy"},
		{"completion", "exception \"automapping-cross|\" {\n}", nil, `"newText":"HYB206"`, "HYB301"},
		{"completion", "# hybridlint:ignore HYB20|\n", nil, `"newText":"HYB206"`, "HYB301"},
		{"completion", "# hybridlint:ignore HYB206 -- HYB20|\n", nil, `"items":[]`, "HYB206"},
		{"hover", "grant \"send_as\" {\n  repli|cation = 1\n}", nil, `manual | entra_connect`, ""},
		{"hover", "grant \"full_access\" {\n  delegate = \"𝔾\" # x\n  recipient = \"SALES|@contoso.com\"\n}", nil, `held by (1):\n  full_access: amy@contoso.com`, ""},
		{"hover", "exception \"HYB2|06\" {}", nil, "automapping-cross-premises", ""},
		{"hover", "  |", nil, "null", ""},
		{"definition", "grant \"full_access\" {\n  delegate = \"AMY|@contoso.com\"\n}", nil, `{"uri":"people.hcl","range":{"start":{"line":8,"character":0},"end":{"line":8,"character":30}}}`, ""},
		{"definition", "grant \"full_access\" {\n  applied_on = \"co|rp\"\n}", nil, `"people.hcl","range":{"start":{"line":0`, ""},
		{"references", "grant \"full_access\" {\n  recipient = \"𝔾roup\"\n  delegate = \"amy|@contoso.com\"\n}", map[string]any{"context": map[string]any{"includeDeclaration": true}},
			`[{"uri":"grants.hcl","range":{"start":{"line":3,"character":17},"end":{"line":3,"character":34}}},` +
				`{"uri":"new.hcl","range":{"start":{"line":2,"character":13},"end":{"line":2,"character":30}}},` +
				`{"uri":"people.hcl","range":{"start":{"line":8,"character":0},"end":{"line":8,"character":30}}},` +
				`{"uri":"people.hcl","range":{"start":{"line":14,"character":13},"end":{"line":14,"character":30}}}]`, ""},
		{"rename", "grant \"full_access\" {\n  recipient = \"sales@contoso.com\"\n  delegate = \"𝔾|roup\"\n}", map[string]any{"newName": `g"$${`},
			`"new.hcl":[{"range":{"start":{"line":2,"character":13},"end":{"line":2,"character":21}},"newText":"\"g\\\"$$${\""}]`, ""},
		{"documentSymbol", "forest \"corp\" {\n}\ntenant \"𝔾\" {\n  organization_relationship \"corp\" {\n  }\n}|", nil, `"children":[{"name":"organization_relationship \"corp\""`, ""},
		{"foldingRange", "tenant \"x\" {\n  organization_relationship \"corp\" {\n\n  }\n}|", nil, `[{"startLine":0,"endLine":3},{"startLine":1,"endLine":2}]`, ""},
		{"formatting", "# 1\nforest \"corp\" {\nexchange_version=\"SE\"\n}\n# 2\n|", nil, `[{"range":{"start":{"line":2,"character":0},"end":{"line":3,"character":0}},"newText":"  exchange_version = \"SE\"\n"}]`, ""},
	} {
		if got := e.asked(c.method, "new.hcl", c.text, c.more); !strings.Contains(got, c.want) || c.not != "" && strings.Contains(got, c.not) {
			t.Errorf("%s of %q is\n%s\nwant %s\nnot %s", c.method, c.text, got, c.want, c.not)
		}
	}
	e.quit()
}

// TestMending asks for what mends or waives what was found.
func TestMending(t *testing.T) {
	t.Parallel()
	e := edit(t, workspace(t, "people.hcl", editedPeople, "grants.hcl", editedGrants))
	e.open("grants.hcl", editedGrants)
	e.await("grants.hcl", automapping)
	titles := func(file string, line int) map[string]string {
		var actions []struct {
			Title string
			Edit  struct {
				Changes map[string][]struct{ NewText string }
			}
		}
		all := lspRange{lspPosition{line, 0}, lspPosition{line, 99}}
		e.ask("textDocument/codeAction", map[string]any{"textDocument": map[string]any{"uri": e.uri(file)}, "range": all, "context": map[string]any{}}, &actions)
		found := map[string]string{}
		for _, a := range actions {
			for _, edits := range a.Edit.Changes {
				for _, edit := range edits {
					found[a.Title] += edit.NewText
				}
			}
		}
		return found
	}
	want := map[string]string{
		"Write auto_mapping = false":  "false",
		"Make an exception of HYB206": "\nexception \"HYB206\" {\n  recipient = \"sales@contoso.com\"\n  delegate  = \"amy@contoso.com\"\n  rationale = \"\"\n}\n",
		"Ignore HYB206 here":          "# hybridlint:ignore HYB206 -- say why\n",
	}
	got := titles("grants.hcl", 4)
	const asScript = "Open the fix as a script: Exchange Online PowerShell"
	if script := got[asScript]; !strings.Contains(script, "Add-MailboxPermission -Identity 'sales@contoso.com'") || strings.Contains(script, "\r") {
		t.Errorf("the script is %q", script)
	}
	if delete(got, asScript); !maps.Equal(got, want) {
		t.Errorf("offered %q", got)
	}
	e.open("new.hcl", "grnat \"send_as\" {}\n\ngrant \"send_as\" {\n  recipient = \"sale@contoso.com\"\n  delegate = \"eve@contoso.com\"\n  recipent = 1\n}")
	e.await("new.hcl", saying("eve@contoso.com"))
	clear(got)
	for line := range 6 {
		maps.Copy(got, titles("new.hcl", line))
	}
	want = map[string]string{
		`Write "sales@contoso.com"`: `"sales@contoso.com"`, "Write recipient": "recipient", "Write grant": "grant",
		`Declare "eve@contoso.com" as a user mailbox`:  "\n\nuser_mailbox \"eve@contoso.com\" {\n  home = \"\"\n}\n",
		`Declare "sale@contoso.com" as a user mailbox`: "\n\nuser_mailbox \"sale@contoso.com\" {\n  home = \"\"\n}\n",
	}
	if !maps.Equal(got, want) {
		t.Errorf("offered %q", got)
	}
	e.quit()
}
