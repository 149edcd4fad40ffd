package lsp

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/sourcegraph/jsonrpc2"

	"hybridlint/report"
	"hybridlint/report/scripts"
)

// quickFix is the kind of every action here.
const quickFix = "quickfix"

// actions offers what mends or waives what was found in a range. There are none while the document is
// not the one in which it was found.
func (s *server) actions(p *documentParams) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	offered := []codeAction{}
	d := s.documents[p.TextDocument.URI]
	asked := len(p.Context.Only) == 0 || slices.Contains(p.Context.Only, quickFix)
	if d == nil || s.latest == nil || !asked {
		return offered, nil
	}
	touched := s.touched[d.file]
	for _, i := range s.itemsIn(d, p.Range) {
		a := actor{s, d, p.TextDocument.URI, i, &offered}
		switch {
		case i.problem != nil && touched <= s.latest.read:
			a.correct()
			a.declare()
		case i.finding != nil && touched <= s.latest.evaluated:
			a.edit()
			a.except()
			a.ignore()
			a.script()
		}
	}
	return offered, nil
}

// item is what is shown at one place: a finding or a problem.
type item struct {
	diagnostic
	finding *report.Finding
	problem *report.Problem
}

// itemsIn is what is shown in a stretch of a document.
func (s *server) itemsIn(d *document, in textRange) []item {
	var items []item
	now := s.snapshot()
	at := placer{&now, texts{s, map[string]*text{}}}
	outside := func(l report.Location) bool { // lines count from 1 in reports
		if l.End.Line-1 < in.Start.Line || l.Start.Line-1 > in.End.Line {
			return true
		}
		r := s.rangeOf(d.text, l)
		return before(in.End, r.Start) || before(r.End, in.Start)
	}
	problems := s.latest.problems[d.file]
	for i := range problems {
		if !outside(problems[i].Location) {
			items = append(items, item{diagnostic: at.problem(&problems[i]), problem: &problems[i]})
		}
	}
	for _, f := range s.latest.findings[d.file] {
		if !outside(f.Location) {
			items = append(items, item{diagnostic: at.finding(f), finding: f})
		}
	}
	return items
}

// texts are the files as they are now, each read once.
type texts struct {
	*server
	read map[string]*text
}

func (t texts) Line(file string, number int) (string, bool) {
	if t.read[file] == nil {
		t.read[file] = t.textOf(file)
	}
	return t.read[file].line(number - 1), true
}

func before(a, b position) bool {
	return a.Line < b.Line || a.Line == b.Line && a.Character < b.Character
}

// actor offers actions for one finding or problem.
type actor struct {
	*server
	document *document
	uri      string
	item
	offered *[]codeAction
}

func (a *actor) offer(title string, preferred bool, edits map[string][]textEdit) {
	*a.offered = append(*a.offered, codeAction{
		Title: title, Kind: quickFix, Diagnostics: []diagnostic{a.diagnostic}, IsPreferred: preferred, Edit: workspaceEdit{edits},
	})
}

func (a *actor) here(at textRange, text string) map[string][]textEdit {
	return map[string][]textEdit{a.uri: {{at, text}}}
}

// edit offers what the rule would write instead.
func (a *actor) edit() {
	edits := map[string][]textEdit{}
	var said []string
	for _, e := range a.finding.Edits {
		if a.touched[e.Location.File] > a.latest.evaluated {
			return
		}
		uri := a.uriOf(e.Location.File)
		edits[uri] = append(edits[uri], textEdit{a.rangeIn(e.Location), e.Text})
		said = append(said, e.Attribute+" = "+e.Text)
	}
	if len(edits) > 0 {
		a.offer("Write "+strings.Join(said, ", "), true, edits)
	}
}

// except offers an exception as narrow as the finding. The rationale is left to be filled in: until
// then it is an error.
func (a *actor) except() {
	var b strings.Builder
	line := func(attribute, value string) {
		if value != "" {
			fmt.Fprintf(&b, "  %s = %s\n", attribute, quoted(value))
		}
	}
	about := a.finding.About
	line("recipient", about.Recipient)
	line("delegate", about.Delegate)
	line("migration_batch", about.Batch)
	if about.Recipient == "" {
		line("forest", about.Forest)
	}
	a.offer("Make an exception of "+a.finding.Rule.ID, false, a.appended(fmt.Sprintf("exception %s {\n%s  rationale = \"\"\n}\n", quoted(a.finding.Rule.ID), b.String())))
}

// appended is a block behind everything else in the document.
func (a *actor) appended(block string) map[string][]textEdit {
	end := a.document.position(len(a.document.content), a.encoding)
	if end.Character > 0 {
		block = "\n" + block
	}
	return a.here(textRange{end, end}, "\n"+formatted(block))
}

// ignore offers a comment above the block.
func (a *actor) ignore() {
	blocks, _ := scan(a.document.content, -1)
	at := a.document.offset(a.Range.Start, a.encoding)
	for _, b := range blocks {
		if b.start <= at && at < b.end {
			line := a.document.position(b.start, a.encoding).Line
			a.offer("Ignore "+a.finding.Rule.ID+" here", false,
				a.here(textRange{position{Line: line}, position{Line: line}}, "# "+ignoreMarker+" "+a.finding.Rule.ID+" -- say why\n"))
			return
		}
	}
}

var meant = regexp.MustCompile(`Did you mean ("(?:[^"\\]|\\.)*")\?`)

// correct offers the word that a problem says was probably meant.
func (a *actor) correct() {
	found := meant.FindStringSubmatch(a.problem.Detail)
	written := a.written()
	if found == nil || written == "" {
		return
	}
	word, err := strconv.Unquote(found[1])
	if err != nil {
		return
	}
	text := word
	if strings.HasPrefix(written, `"`) {
		text = quoted(word)
	}
	a.offer("Write "+text, true, a.here(a.Range, text))
}

// written is what stands where the problem is, if that is one word or text.
func (a *actor) written() string {
	start, end := a.document.offset(a.Range.Start, a.encoding), a.document.offset(a.Range.End, a.encoding)
	_, at := scan(a.document.content, start)
	if at.kind == word && at.start == start && at.end == end {
		return at.text
	}
	source := a.document.content[start:max(start, end)]
	if _, ok := unquoted(source); ok {
		return source
	}
	return ""
}

// declare offers a block for a recipient that nobody declares. Its home is left to be filled in.
func (a *actor) declare() {
	name, ok := unquoted(a.written())
	if a.problem.Summary != "Unknown recipient" || !ok {
		return
	}
	a.offer("Declare "+quoted(name)+" as a user mailbox", false, a.appended(fmt.Sprintf("user_mailbox %s {\n  home = \"\"\n}\n", quoted(name))))
}

// showCommand has the editor show a document that an action has written.
const showCommand = "hybridlint.show"

// untitled begins the URI of a document that is no file.
const untitled = "untitled:"

// whole is more than a document has.
var whole = textRange{End: position{Line: 1 << 20}}

// script offers to open the scripts that carry the fix out, one for each place, as documents that are no files:
// nothing is written before somebody saves it.
func (a *actor) script() {
	for _, f := range scripts.Files(&report.Report{Findings: []*report.Finding{a.finding}}) {
		if f.Place == "" {
			continue
		}
		uri := untitled + a.finding.Rule.ID + "-" + f.Name
		a.offer("Open the fix as a script: "+f.Place, false, map[string][]textEdit{uri: {{whole, strings.ReplaceAll(f.Text, "\r\n", "\n")}}})
		last := &(*a.offered)[len(*a.offered)-1]
		last.Command = &command{last.Title, showCommand, []any{uri}}
	}
}

// execute carries a command out. Without an editor that shows documents there is nothing to do: the
// script is among its buffers.
func (s *server) execute(r *jsonrpc2.Request) error {
	var p struct {
		Command   string   `json:"command"`
		Arguments []string `json:"arguments"`
	}
	if err := paramsOf(r, &p); err != nil {
		return err
	}
	if p.Command != showCommand || len(p.Arguments) != 1 || !strings.HasPrefix(p.Arguments[0], untitled) {
		return &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidParams, Message: "there is no such command"}
	}
	if s.shows {
		s.call("window/showDocument", showDocumentParams{p.Arguments[0], true})
	}
	return nil
}
