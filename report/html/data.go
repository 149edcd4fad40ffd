package html

import (
	"strings"

	"hybridlint/report"
	"hybridlint/report/snippet"
	"hybridlint/report/stream"
	"hybridlint/report/visible"
	"hybridlint/report/wording"
)

// htmlData turns a report into what the script reads. A large organization has a hundred thousand findings that say the
// same of different people, so a text is a form with names in it: forms and names are said once and referred to by number,
// and what is said of a finding is an array without names of its own. Texts are visible already, so that what is copied
// is what was seen.
type htmlData struct {
	// texts are strings, and forms as the pieces around their names; 0 is no text.
	texts     []any
	textIndex map[string]int
	rules     []*report.Rule
	ruleIndex map[*report.Rule]int
	places    []report.Place
	placeAt   map[report.Place]int
	// parties are recipients and delegates, as they are called in the files.
	parties    []string
	partyIndex map[string]int
	// concerned are the findings about a subject, by number.
	concerned map[string][]int
}

func newHTMLData() *htmlData {
	return &htmlData{
		texts: []any{""}, textIndex: map[string]int{"": 0}, ruleIndex: map[*report.Rule]int{}, placeAt: map[report.Place]int{}, partyIndex: map[string]int{},
		concerned: map[string][]int{},
	}
}

// numbered gives a value its number, and remembers it where it is new.
func numbered[T comparable](values *[]T, index map[T]int, value T) int {
	i, ok := index[value]
	if !ok {
		i = len(*values)
		index[value] = i
		*values = append(*values, value)
	}
	return i
}

func (d *htmlData) rule(r *report.Rule) int { return numbered(&d.rules, d.ruleIndex, r) }

func (d *htmlData) party(name string) int { return numbered(&d.parties, d.partyIndex, name) }

// writeHTMLData writes the findings, then what they refer to.
func writeHTMLData(s *stream.JSON, r *report.Report, pages wording.Pages, delegations int) {
	d := newHTMLData()
	s.Raw("{\n")
	s.Member("", "pages", []string{pages.Before, pages.After})
	s.Raw(`"findings": `)
	s.Array("", func(element func(any)) { d.findings(r, element) })
	s.Raw(",\n" + `"delegations": `)
	complete := true
	s.Array("", func(element func(any)) { complete = d.delegations(r, delegations, element) })
	s.Raw(",\n")
	s.Member("", "delegations_complete", complete)
	s.Raw(`"parties": `)
	homes := d.homes(r)
	s.Array("", func(element func(any)) {
		for _, name := range d.parties {
			element([]htmlText{d.text(name), d.text(homes[name].Type), d.text(homes[name].Home), d.text(homes[name].Department)})
		}
	})
	s.Raw(",\n" + `"places": `)
	s.Array("", func(element func(any)) {
		for _, place := range d.places {
			element([]htmlText{d.text(string(place)), d.text(place.Title())})
		}
	})
	s.Raw(",\n" + `"rules": `)
	s.Array("", func(element func(any)) {
		for _, rule := range d.rules {
			element(htmlRuleOf(rule))
		}
	})
	s.Raw(",\n" + `"texts": `)
	s.Array("", func(element func(any)) {
		for _, text := range d.texts {
			element(text)
		}
	})
	s.Raw("\n}\n")
}

// findings hands on all of them, in their order.
func (d *htmlData) findings(r *report.Report, element func(any)) {
	n := 0
	for _, f := range r.Findings {
		element(d.finding(f, r.Sources))
		d.concerned[f.Subject] = append(d.concerned[f.Subject], n)
		// A finding in a batch points at the delegation first.
		if len(f.Related) > 0 && f.Related[0].Message != f.Subject {
			d.concerned[f.Related[0].Message] = append(d.concerned[f.Related[0].Message], n)
		}
		n++
	}
}

func (d *htmlData) finding(f *report.Finding, sources report.Sources) *htmlFinding {
	names := namesIn(f)
	shown := &htmlFinding{
		Rule: d.rule(f.Rule), Severity: f.Severity, Message: d.text(wording.ChangeNote(f)+strings.TrimSuffix(f.Message, report.AssumedNote(f.Assumed)), names...),
		Subject: d.text(f.Subject, names...), At: d.at(f.Location), Line: d.line(sources, f.Location), Parties: []int{},
	}
	for _, fact := range f.Assumed {
		shown.Assumed = append(shown.Assumed, d.text(fact))
	}
	for _, related := range f.Related {
		shown.Related = append(shown.Related, htmlRelated{d.text(related.Message, names...), d.at(related.Location)})
	}
	for _, b := range f.Because {
		shown.Related = append(shown.Related, htmlRelated{d.text("because "+b.Message, names...), d.at(b.Location)})
	}
	for _, fix := range f.Remediation {
		shown.Fixes = append(shown.Fixes, d.fix(fix, names))
	}
	for _, culprit := range f.Culprits {
		shown.Parties = append(shown.Parties, d.party(culprit))
	}
	if f.About.Batch != "" {
		shown.Batch = d.text(f.About.Batch)[0]
	}
	if s := f.Suppressed; s != nil {
		shown.Suppressed = &htmlSuppression{d.text(s.Kind), d.text(s.Rationale), d.at(s.Location)}
	}
	return shown
}

func (d *htmlData) fix(fix report.Remediation, names []string) htmlFix {
	shown := htmlFix{Place: numbered(&d.places, d.placeAt, fix.Where), Command: d.text(fix.Command+fix.Text, names...), Intro: d.text(fix.Intro, names...)}
	if fix.Command != "" {
		shown.Kind |= htmlCommand
	}
	if fix.Alternative {
		shown.Kind |= htmlAlternative
	}
	return shown
}

func (d *htmlData) at(l report.Location) []int {
	if l.IsZero() {
		return nil
	}
	return []int{d.text(l.File)[0], l.Start.Line, l.Start.Column}
}

// line cuts the line of a place into three.
func (d *htmlData) line(sources report.Sources, l report.Location) []htmlText {
	if sources == nil || l.IsZero() {
		return nil
	}
	line, ok := sources.Line(l.File, l.Start.Line)
	if !ok || len(line) > snippet.LongestLine {
		return nil
	}
	runes := []rune(line)
	start := min(max(l.Start.Column-1, 0), len(runes))
	end := len(runes)
	if l.End.Line == l.Start.Line {
		end = min(max(l.End.Column-1, start), end)
	}
	before, inside, behind := string(runes[max(start-snippet.Lead, 0):start]), runes[start:end], ""
	if len(inside) < snippet.Width {
		behind = string(runes[end:min(end+snippet.Width-len(inside), len(runes))])
	}
	return []htmlText{d.snippet(before), d.snippet(string(inside[:min(len(inside), snippet.Width)])), d.snippet(behind)}
}

// snippet keeps the white space that a text would lose.
func (d *htmlData) snippet(piece string) htmlText {
	return htmlText{d.number(visible.Text(strings.ReplaceAll(piece, "\t", "    ")))}
}

// htmlRank tells which delegations matter most to somebody who looks at the findings.
type htmlRank int

const (
	htmlBroken   htmlRank = iota // there is a finding about it
	htmlAdjacent                 // of somebody whom a finding is about
	htmlOther
	htmlRanks
)

// delegations hands on all that findings are about and at most limit others, those that matter most first: recipient,
// delegate, permission, and the findings about it. The same permission is handed on once. It tells whether these are all.
func (d *htmlData) delegations(r *report.Report, limit int, element func(any)) (complete bool) {
	if r.Delegations == nil {
		return true
	}
	known := len(d.parties)
	seen := map[[3]string]bool{}
	for rank := range htmlRanks {
		for delegation := range r.Delegations {
			key := [3]string{delegation.Recipient, delegation.Delegate, delegation.Permission}
			if d.rank(delegation, known) != rank || seen[key] {
				continue
			}
			if rank != htmlBroken {
				if limit == 0 {
					return false
				}
				limit--
			}
			seen[key] = true
			edge := []int{d.party(delegation.Recipient), d.party(delegation.Delegate), d.text(delegation.Permission)[0]}
			element(append(edge, d.concerned[delegation.Subject]...))
		}
	}
	return true
}

// rank looks at the first parties only, those that findings named.
func (d *htmlData) rank(delegation report.Delegation, known int) htmlRank {
	if len(d.concerned[delegation.Subject]) > 0 {
		return htmlBroken
	}
	for _, name := range []string{delegation.Recipient, delegation.Delegate} {
		if i, ok := d.partyIndex[name]; ok && i < known {
			return htmlAdjacent
		}
	}
	return htmlOther
}

// homes are the recipients among the parties.
func (d *htmlData) homes(r *report.Report) map[string]report.Recipient {
	homes := map[string]report.Recipient{}
	if r.Recipients == nil {
		return homes
	}
	for recipient := range r.Recipients {
		if _, ok := d.partyIndex[recipient.Name]; ok {
			homes[recipient.Name] = recipient
		}
	}
	return homes
}
