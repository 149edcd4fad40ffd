package lsp

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
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
	var items []item
	if s.touched[d.file] <= s.latest.read {
		items = s.latest.problems[d.file]
	}
	if s.touched[d.file] <= s.latest.evaluated {
		items = slices.Concat(items, s.latest.findings[d.file])
	}
	for _, i := range items {
		if before(p.Range.End, i.Range.Start) || before(i.Range.End, p.Range.Start) {
			continue
		}
		a := actor{s, d, p.TextDocument.URI, &i, &offered}
		if i.problem != nil {
			a.correct()
			a.declare()
		} else {
			a.edit()
			a.except()
			a.ignore()
		}
	}
	return offered, nil
}

func before(a, b position) bool {
	return a.Line < b.Line || a.Line == b.Line && a.Character < b.Character
}

// actor offers actions for one finding or problem.
type actor struct {
	*server
	document *document
	uri      string
	*item
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
