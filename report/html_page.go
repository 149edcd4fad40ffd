package report

import "strings"

// How much of the summary is markup.
const (
	htmlTopRules  = 5
	htmlTopPlaces = 6
	htmlProblems  = 100
)

// htmlPage is what the markup says. Its texts are visible already; the template escapes them.
type htmlPage struct {
	Tool, Policy string
	Complete     bool
	Problems     []htmlProblem
	MoreProblems string
	// Verdict is one sentence, Grade what it looks like: error, warning, note or ok.
	Verdict, Grade string
	Tiles          []htmlTile
	Scope          []string
	Rules          []htmlTop
	Culprits       []htmlTop
	Places         []htmlTop
	Findings       string
	Suppressed     string
}

type htmlProblem struct {
	Severity, Summary, Place string
	Detail                   []string
}

// htmlTile is a number with what it means.
type htmlTile struct {
	Class, Number, Label, Meaning string
}

// htmlTop is one of the things to look at first.
type htmlTop struct {
	Key, Class, Title, Count string
}

func htmlPageOf(r *Report, s *htmlSurvey, checkout Checkout) *htmlPage {
	p := &htmlPage{
		Tool: Visible(strings.TrimSpace(r.Tool.Name + " " + r.Tool.Version)), Complete: r.Complete,
		Tiles: htmlTilesOf(r.Summary), Scope: htmlScopeOf(r.Summary, checkout),
		Findings:   thousands(r.Summary.Errors + r.Summary.Warnings + r.Summary.Notes),
		Suppressed: thousands(r.Summary.Suppressed),
	}
	p.Verdict, p.Grade = htmlVerdict(r)
	p.addProblems(r.Problems)
	p.addTops(s)
	return p
}

// htmlVerdict says how things stand to somebody who reads one sentence.
func htmlVerdict(r *Report) (verdict, grade string) {
	switch s := r.Summary; {
	case s.Errors == 1:
		return "1 thing will not work as it stands", "error"
	case s.Errors > 1:
		return count(s.Errors, "thing") + " will not work as they stand", "error"
	case s.Warnings > 0:
		return "Nothing is broken outright, but " + count(s.Warnings, "thing") + " may not work as expected", "warning"
	case !r.Complete:
		return "Nothing was found in what could be checked", "warning"
	case s.Notes > 0:
		return "Nothing is wrong; " + count(s.Notes, "thing") + " to know", "note"
	default:
		return "Nothing was found", "ok"
	}
}

func htmlTilesOf(s Summary) []htmlTile {
	tile := func(class string, n int, noun, meaning string) htmlTile {
		number, label, _ := strings.Cut(count(n, noun), " ")
		if n == 0 {
			class = "zero"
		}
		return htmlTile{class, number, label, meaning}
	}
	return []htmlTile{
		tile("error", s.Errors, "error", "will not work, or mail bounces"),
		tile("warning", s.Warnings, "warning", "works partly, or is unsupported"),
		tile("note", s.Notes, "note", "good to know, or redundant"),
		{"suppressed", thousands(s.Suppressed), "suppressed", "accepted in the files, not counted"},
	}
}

func htmlScopeOf(s Summary, checkout Checkout) []string {
	scope := []string{"Checked: " + count(s.Recipients, "recipient") + " and " + count(s.Grants, "grant") + " in " +
		count(s.Files, "file") + ", against " + count(s.Rules, "rule") + "."}
	if s.UndeclaredMembers > 0 {
		scope = append(scope, count(s.UndeclaredMembers, "group member")+" without a declaration: where they work is not known.")
	}
	if checkout.URI != "" {
		scope = append(scope, "The files are those of "+Visible(checkout.describe())+".")
	}
	return scope
}

// describe says in words what was checked out.
func (c Checkout) describe() string {
	said := []string{c.URI}
	for _, part := range [][2]string{{"revision", c.Revision}, {"branch", c.Branch}, {"tag", c.Tag}} {
		if part[1] != "" {
			said = append(said, part[0]+" "+part[1])
		}
	}
	return strings.Join(said, ", ")
}

func (p *htmlPage) addProblems(problems []Problem) {
	for _, problem := range problems[:min(len(problems), htmlProblems)] {
		shown := htmlProblem{Severity: problem.Severity.String(), Summary: Visible(problem.Summary)}
		if !problem.Location.IsZero() {
			shown.Place = place(problem.Location)
		}
		if detail := visibleLines(problem.Detail); detail != "" {
			shown.Detail = strings.Split(detail, "\n")
		}
		p.Problems = append(p.Problems, shown)
	}
	if more := len(problems) - len(p.Problems); more > 0 {
		p.MoreProblems = "And " + count(more, "problem") + " more; --format json holds all of them."
	}
}

func (p *htmlPage) addTops(s *htmlSurvey) {
	rules := s.tally.byWeight()
	for _, t := range rules[:min(len(rules), htmlTopRules)] {
		p.Rules = append(p.Rules, htmlTop{Key: t.rule.ID, Class: t.worst().String(), Title: Visible(t.rule.Title), Count: thousands(t.errors + t.warnings + t.notes)})
	}
	for _, c := range s.tally.top() {
		p.Culprits = append(p.Culprits, htmlTop{Key: Visible(c.name), Title: Visible(c.name), Count: thousands(c.findings)})
	}
	places := s.placesByCount()
	for _, where := range places[:min(len(places), htmlTopPlaces)] {
		p.Places = append(p.Places, htmlTop{Key: Visible(string(where)), Title: Visible(where.Title()), Count: thousands(s.places[where])})
	}
}

// worst is the severity of a rule's gravest finding.
func (t *ruleTally) worst() Severity {
	switch {
	case t.errors > 0:
		return Error
	case t.warnings > 0:
		return Warning
	default:
		return Note
	}
}

// visibleLines is Visible for a text that may have several lines.
func visibleLines(text string) string {
	text = strings.TrimSpace(text)
	if !strings.Contains(text, "\n") {
		return Visible(text)
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = Visible(strings.TrimRight(line, " \t\r"))
	}
	return strings.Join(lines, "\n")
}
