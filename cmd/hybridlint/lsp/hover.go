package lsp

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"

	"hybridlint/loader"
	"hybridlint/loader/model"
	"hybridlint/report"
	"hybridlint/report/explain"
	"hybridlint/report/visible"
)

// hover says what is at a position: an attribute's or block's meaning, who a recipient is, or what a
// rule is about.
func (s *server) hover(p *documentParams) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	d, at := s.at(p)
	if d == nil {
		return nil, nil
	}
	said := ""
	switch {
	case namesRecipient(&at):
		return s.hoverRecipient(d, &at)
	case at.kind == literal && at.header != nil && at.header.kind == "exception", at.kind == comment:
		id := at.text
		if at.kind == comment {
			id = ruleAt(&at, d.offset(p.Position, s.encoding))
		}
		if rule := s.rule(id); rule != nil {
			said = fenced("text", explain.Plain(rule))
		}
	case at.kind == word && at.attribute == "" && at.text != "":
		if text := describe(at.within, at.text); text != "" {
			said = fenced("hcl", text)
		}
	}
	if said == "" {
		return nil, nil
	}
	return s.hoverOf(d, &at, said), nil
}

func (s *server) hoverOf(d *document, at *spot, said string) hover {
	return hover{markup{"markdown", said}, textRange{d.position(at.start, s.encoding), d.position(at.end, s.encoding)}}
}

// hoverRecipient says who a recipient is. Where it moves, what is found after its wave comes later: all rules
// are evaluated for that.
func (s *server) hoverRecipient(d *document, at *spot) (any, error) {
	m, id := s.recipientNamed(at.text)
	if id == model.NoRecipient {
		return nil, nil
	}
	label, about := m.Recipients[id].ID, s.aboutRecipient(m, id)
	answer := s.hoverOf(d, at, "")
	said := func(more ...string) hover {
		answer.Contents.Value = fencedLines(append(about, more...))
		return answer
	}
	batch := ""
	for _, b := range m.Batches {
		if slices.Contains(b.Members, id) && !b.Status.Completed() {
			batch = b.Name
		}
	}
	if batch == "" || s.latest.evaluated != s.number {
		return said(), nil
	}
	now := s.snapshot()
	return later(func() (any, error) {
		title := "found after " + batch
		found, err := s.after.of(s, &now, batch)
		if err != nil { // the step cannot be carried out, and why is among what is found now
			return said("", title+": not known"), nil //nolint:nilerr // the rest is an answer
		}
		if mine := foundAbout(label, found); len(mine) > 0 {
			return said(listed(title, mine)...), nil
		}
		return said("", title+": nothing"), nil
	}), nil
}

// afterSteps are the findings after the steps of batches, of the state that was asked about last.
type afterSteps struct {
	mu     sync.Mutex
	number int
	found  map[string][]*report.Finding
}

func (a *afterSteps) of(s *server, now *state, batch string) ([]*report.Finding, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.number != now.number || a.found == nil {
		a.number, a.found = now.number, map[string][]*report.Finding{}
	}
	if found, known := a.found[batch]; known {
		return found, nil
	}
	root, err := os.OpenRoot(now.root)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	found, err := s.linter.After(s.ctx, now.root, &loader.Tree{FS: overlay{root, now.texts}, Top: now.root}, batch)
	if err == nil {
		a.found[batch] = found
	}
	return found, err
}

// fenced is a text that Markdown shows as it is, whatever is in it.
func fenced(language, text string) string {
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	return fence + language + "\n" + strings.TrimRight(text, "\n") + "\n" + fence + "\n"
}

// rule is the one of an id or name among those that ran; nil where none has it.
func (s *server) rule(name string) *report.Rule {
	if s.latest == nil || name == "" {
		return nil
	}
	for _, r := range s.latest.rules {
		if strings.EqualFold(r.ID, name) || strings.EqualFold(r.Name, name) {
			return r
		}
	}
	return nil
}

var wordOfRule = regexp.MustCompile(`[A-Za-z0-9-]+`)

// ruleAt is the word of a comment at a byte of the document, where the comment waives rules.
func ruleAt(at *spot, offset int) string {
	if !strings.Contains(at.text, ignoreMarker) {
		return ""
	}
	for _, w := range wordOfRule.FindAllStringIndex(at.text, -1) {
		if at.start+w[0] <= offset && offset <= at.start+w[1] {
			return at.text[w[0]:w[1]]
		}
	}
	return ""
}

// mostListed is how many entries and findings of a recipient are listed.
const mostListed = 12

// aboutRecipient says where a recipient lives, what it holds, who holds it, when it moves and what was
// found.
func (s *server) aboutRecipient(m *model.Model, id model.RecipientID) []string {
	r := m.Recipients[id]
	lines := []string{fmt.Sprintf("%s, %s, home %s", r.ID, strings.ReplaceAll(r.Type.String(), "_", " "), m.ForestName(r.Home))}
	if r.DisplayName != "" {
		lines = append(lines, r.DisplayName)
	}
	for _, b := range m.Batches {
		if slices.Contains(b.Members, id) {
			lines = append(lines, "moves with "+b.Name)
		}
	}
	var holders, holds []string
	for _, g := range m.Grants.All() {
		permission := g.Permission.String()
		if g.Recipient == id {
			holders = append(holders, permission+": "+g.Delegate.Text)
		}
		if g.Delegate.Recipient == id {
			holds = append(holds, permission+" on "+m.Recipients[g.Recipient].ID)
		}
	}
	for _, o := range m.OutlookDelegates {
		if o.Recipient == id {
			holders = append(holders, "Outlook delegate: "+o.Delegate.Text)
		}
		if o.Delegate.Recipient == id {
			holds = append(holds, "Outlook delegate of "+m.Recipients[o.Recipient].ID)
		}
	}
	lines = append(lines, listed("held by", holders)...)
	lines = append(lines, listed("holds", holds)...)
	var found []*report.Finding
	for _, file := range sortedKeys(s.latest.findings) {
		found = append(found, s.latest.findings[file]...)
	}
	return append(lines, listed("found", foundAbout(r.ID, found))...)
}

func fencedLines(lines []string) string {
	for i := range lines {
		lines[i] = visible.Text(lines[i])
	}
	return fenced("text", strings.Join(lines, "\n"))
}

func listed(title string, items []string) []string {
	if len(items) == 0 {
		return nil
	}
	lines := []string{"", fmt.Sprintf("%s (%d):", title, len(items))}
	for _, i := range items[:min(len(items), mostListed)] {
		lines = append(lines, "  "+i)
	}
	if more := len(items) - mostListed; more > 0 {
		lines = append(lines, fmt.Sprintf("  and %d more", more))
	}
	return lines
}

// foundAbout are the findings about a recipient.
func foundAbout(label string, findings []*report.Finding) []string {
	var found []string
	for _, f := range findings {
		if f.Suppressed == nil && (f.About.Recipient == label || f.About.Delegate == label) {
			found = append(found, f.Rule.ID+" "+f.Message)
		}
	}
	return found
}
