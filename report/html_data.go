package report

import (
	"net/url"
	"strings"
)

// htmlData turns a report into what the script reads. Texts are said once and referred to by number, 0 is no text. They
// are visible already, so that what is copied is what was seen.
type htmlData struct {
	texts     []string
	textIndex map[string]int
	rules     []*Rule
	ruleIndex map[*Rule]int
	// parties are recipients and delegates, as they are called in the files.
	parties    []string
	partyIndex map[string]int
	// concerned are the findings about a subject, by number.
	concerned map[string][]int
}

func newHTMLData() *htmlData {
	return &htmlData{
		texts: []string{""}, textIndex: map[string]int{"": 0}, ruleIndex: map[*Rule]int{}, partyIndex: map[string]int{},
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

func (d *htmlData) text(text string) int {
	return numbered(&d.texts, d.textIndex, visibleLines(text))
}

func (d *htmlData) rule(r *Rule) int { return numbered(&d.rules, d.ruleIndex, r) }

func (d *htmlData) party(name string) int { return numbered(&d.parties, d.partyIndex, name) }

// writeHTMLData writes the findings that are kept, then what they refer to.
func writeHTMLData(s *stream, r *Report, survey *htmlSurvey, delegations int) {
	d := newHTMLData()
	s.raw("{\n" + `"findings": `)
	s.array("", func(element func(any)) { d.findings(r, survey, element) })
	s.raw(",\n" + `"delegations": `)
	complete := true
	s.array("", func(element func(any)) { complete = d.delegations(r, delegations, element) })
	s.raw(",\n")
	s.member("", "delegations_complete", complete)
	s.raw(`"parties": `)
	homes := d.homes(r)
	s.array("", func(element func(any)) {
		for _, name := range d.parties {
			element([3]int{d.text(name), d.text(homes[name].Type), d.text(homes[name].Home)})
		}
	})
	s.raw(",\n" + `"rules": `)
	s.array("", func(element func(any)) {
		for _, rule := range d.rules {
			element(htmlRuleOf(rule))
		}
	})
	s.raw(",\n" + `"texts": `)
	s.array("", func(element func(any)) {
		for _, text := range d.texts {
			element(text)
		}
	})
	s.raw("\n}\n")
}

type htmlFinding struct {
	Rule     int    `json:"rule"`
	Severity string `json:"severity"`
	Message  int    `json:"message"`
	Subject  int    `json:"subject"`
	// At is the place: file, line, column.
	At []int `json:"at,omitempty"`
	// Line is the line of the file: what stands before the place, the place, and what stands behind.
	Line    []int         `json:"line,omitempty"`
	Assumed []int         `json:"assumed,omitempty"`
	Related []htmlRelated `json:"related,omitempty"`
	Fixes   []htmlFix     `json:"fixes,omitempty"`
	// Party is the recipient that the finding belongs to.
	Party      *int             `json:"party,omitempty"`
	Suppressed *htmlSuppression `json:"suppressed,omitempty"`
}

type htmlRelated struct {
	Message int   `json:"message"`
	At      []int `json:"at,omitempty"`
}

// htmlFix is one item of a fix, as Remediation is.
type htmlFix struct {
	Where       int  `json:"where"`
	Title       int  `json:"title"`
	Alternative bool `json:"alternative,omitempty"`
	Intro       int  `json:"intro,omitempty"`
	Command     int  `json:"command,omitempty"`
	Text        int  `json:"text,omitempty"`
}

type htmlSuppression struct {
	Kind      int   `json:"kind"`
	Rationale int   `json:"rationale"`
	At        []int `json:"at,omitempty"`
}

// findings hands on those that are kept, in their order.
func (d *htmlData) findings(r *Report, survey *htmlSurvey, element func(any)) {
	left, n := survey.kept, 0
	for f := range orNone(r.Findings) {
		class := htmlClassOf(f)
		if left[class] == 0 {
			continue
		}
		left[class]--
		element(d.finding(f.Told(), r.Sources))
		d.concerned[f.Subject] = append(d.concerned[f.Subject], n)
		// A finding in a batch points at the delegation first.
		if len(f.Related) > 0 && f.Related[0].Message != f.Subject {
			d.concerned[f.Related[0].Message] = append(d.concerned[f.Related[0].Message], n)
		}
		n++
	}
}

func (d *htmlData) finding(f *Finding, sources Sources) *htmlFinding {
	shown := &htmlFinding{
		Rule: d.rule(f.Rule), Severity: f.Severity.String(), Message: d.text(strings.TrimSuffix(f.Message, AssumedNote(f.Assumed))),
		Subject: d.text(f.Subject), At: d.at(f.Location), Line: d.line(sources, f.Location),
	}
	for _, fact := range f.Assumed {
		shown.Assumed = append(shown.Assumed, d.text(fact))
	}
	for _, related := range f.Related {
		shown.Related = append(shown.Related, htmlRelated{d.text(related.Message), d.at(related.Location)})
	}
	for _, fix := range f.Remediation {
		shown.Fixes = append(shown.Fixes, htmlFix{
			Where: d.text(string(fix.Where)), Title: d.text(fix.Where.Title()), Alternative: fix.Alternative,
			Intro: d.text(fix.Intro), Command: d.text(fix.Command), Text: d.text(fix.Text),
		})
	}
	if len(f.Culprits) > 0 {
		party := d.party(f.Culprits[0])
		shown.Party = &party
	}
	if s := f.Suppressed; s != nil {
		shown.Suppressed = &htmlSuppression{d.text(s.Kind), d.text(s.Rationale), d.at(s.Location)}
	}
	return shown
}

func (d *htmlData) at(l Location) []int {
	if l.IsZero() {
		return nil
	}
	return []int{d.text(l.File), l.Start.Line, l.Start.Column}
}

// line cuts the line of a place into three.
func (d *htmlData) line(sources Sources, l Location) []int {
	if sources == nil || l.IsZero() {
		return nil
	}
	line, ok := sources.Line(l.File, l.Start.Line)
	if !ok {
		return nil
	}
	runes := []rune(line)
	start := min(max(l.Start.Column-1, 0), len(runes))
	end := len(runes)
	if l.End.Line == l.Start.Line {
		end = min(max(l.End.Column-1, start), end)
	}
	before, inside, behind := string(runes[max(start-snippetLead, 0):start]), runes[start:end], ""
	if len(inside) < snippetWidth {
		behind = string(runes[end:min(end+snippetWidth-len(inside), len(runes))])
	}
	return []int{d.snippet(before), d.snippet(string(inside[:min(len(inside), snippetWidth)])), d.snippet(behind)}
}

// snippet keeps the white space that a text would lose.
func (d *htmlData) snippet(piece string) int {
	return numbered(&d.texts, d.textIndex, Visible(strings.ReplaceAll(piece, "\t", "    ")))
}

// htmlRank tells which delegations matter most to somebody who looks at the findings.
type htmlRank int

const (
	htmlBroken   htmlRank = iota // there is a finding about it
	htmlAdjacent                 // of somebody whom a finding is about
	htmlOther
	htmlRanks
)

// delegations hands on at most limit of them, those that matter most first: recipient, delegate, permission, and the
// findings about it. The same permission is handed on once. It tells whether these are all.
func (d *htmlData) delegations(r *Report, limit int, element func(any)) (complete bool) {
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
			if len(seen) == limit {
				return false
			}
			seen[key] = true
			edge := []int{d.party(delegation.Recipient), d.party(delegation.Delegate), d.text(delegation.Permission)}
			element(append(edge, d.concerned[delegation.Subject]...))
		}
	}
	return true
}

// rank looks at the first parties only, those that findings named.
func (d *htmlData) rank(delegation Delegation, known int) htmlRank {
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
func (d *htmlData) homes(r *Report) map[string]Recipient {
	homes := map[string]Recipient{}
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

type htmlRule struct {
	ID          string         `json:"id"`
	Name        string         `json:"name"`
	Title       string         `json:"title"`
	Description string         `json:"description"`
	Why         string         `json:"why"`
	Pages       []htmlResource `json:"pages"`
}

type htmlResource struct {
	Title   string `json:"title"`
	URL     string `json:"url"`
	Checked string `json:"checked"`
}

func htmlRuleOf(r *Rule) *htmlRule {
	rule := &htmlRule{
		ID: Visible(r.ID), Name: Visible(r.Name), Title: Visible(r.Title), Description: visibleLines(r.Description),
		Why: visibleLines(r.WhySeverity), Pages: []htmlResource{},
	}
	for _, page := range r.Resources {
		if address := secureURL(page.URL); address != "" {
			rule.Pages = append(rule.Pages, htmlResource{Visible(page.Title), address, Visible(page.Checked)})
		}
	}
	return rule
}

// secureURL is an address that a browser may be led to; empty where it is none.
func secureURL(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" || u.Host == "" || u.User != nil || strings.ContainsFunc(address, deceptive) {
		return ""
	}
	return u.String()
}
