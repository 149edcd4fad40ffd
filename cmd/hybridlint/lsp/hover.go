package lsp

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

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
		said = s.aboutRecipient(at.text)
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
	return hover{markup{"markdown", said}, textRange{d.position(at.start, s.encoding), d.position(at.end, s.encoding)}}, nil
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
func (s *server) aboutRecipient(name string) string {
	m, id := s.recipientNamed(name)
	if id == model.NoRecipient {
		return ""
	}
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
	lines = append(lines, listed("found", s.foundAbout(r.ID))...)
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
func (s *server) foundAbout(label string) []string {
	var found []string
	for _, file := range sortedKeys(s.latest.findings) {
		for _, i := range s.latest.findings[file] {
			if i.finding.About.Recipient == label || i.finding.About.Delegate == label {
				found = append(found, i.finding.Rule.ID+" "+i.finding.Message)
			}
		}
	}
	return found
}
