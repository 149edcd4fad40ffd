package html

import (
	"strings"

	"hybridlint/report"
	"hybridlint/report/folding"
	"hybridlint/report/visible"
	"hybridlint/report/wording"
)

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
	// Title is of what the report is.
	Title string
	// Plain are the findings for browsers without JavaScript, the gravest first; MorePlain says how many are left out.
	Plain     []htmlPlain
	MorePlain string
	// Change are the sections about a change; there are none without a base.
	Change []htmlChange
}

// htmlPlain is a finding as a row of a table.
type htmlPlain struct {
	Severity, Rule, Message, Place, Page, Fix string
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

func htmlPageOf(r *report.Report, s *htmlSurvey, checkout report.Checkout) *htmlPage {
	p := &htmlPage{
		Tool: visible.Text(strings.TrimSpace(r.Tool.Name + " " + r.Tool.Version)), Complete: r.Complete,
		Tiles: htmlTilesOf(r.Summary), Scope: htmlScopeOf(r.Summary, checkout),
		Findings:   wording.Thousands(r.Summary.Errors + r.Summary.Warnings + r.Summary.Notes),
		Suppressed: wording.Thousands(r.Summary.Suppressed),
	}
	p.Verdict, p.Grade = htmlVerdict(r)
	p.Title = htmlTitle(r)
	if state := wording.State(r.State); state != "" {
		p.Scope = append([]string{state}, p.Scope...)
	}
	p.Scope = append(p.Scope, wording.Settings(r.Settings)...)
	p.addProblems(r.Problems)
	p.addTops(s)
	return p
}

// htmlTitle names the tenant and the day, where they are known.
func htmlTitle(r *report.Report) string {
	title := "Hybrid delegation report"
	if r.Tenant != "" {
		title += ": " + visible.Text(r.Tenant)
	}
	if r.Today != "" {
		title += ", " + visible.Text(r.Today)
	}
	return title
}

// htmlPlainFindings is how many findings are in the table for browsers without JavaScript.
const htmlPlainFindings = 2_000

// addPlain lists the findings for browsers that do not run the script.
func (p *htmlPage) addPlain(r *report.Report, o report.Options) {
	pages := wording.PagesOf(o.SARIF.Checkout)
	open := folding.WorstFirst(r, report.Options{})
	for _, e := range open[:min(len(open), htmlPlainFindings)] {
		p.Plain = append(p.Plain, htmlPlain{
			Severity: e.Severity.String(), Rule: visible.Text(e.Rule.ID + " " + e.Rule.Name), Message: visible.Text(wording.ChangeNote(e.Finding) + e.Message),
			Place: wording.Place(e.Location), Page: pages.Page(e.Location), Fix: strings.Join(wording.FixLines(e.Remediation), "\n"),
		})
	}
	if more := len(open) - len(p.Plain); more > 0 {
		p.MorePlain = "And " + wording.Count(more, "finding") + " more; --format json holds all of them."
	}
}

// htmlVerdict says how things stand to somebody who reads one sentence.
func htmlVerdict(r *report.Report) (verdict, grade string) {
	switch s := r.Summary; {
	case s.Errors == 1:
		return "1 thing will not work as it stands", "error"
	case s.Errors > 1:
		return wording.Count(s.Errors, "thing") + " will not work as they stand", "error"
	case s.Warnings > 0:
		return "Nothing is broken outright, but " + wording.Count(s.Warnings, "thing") + " may not work as expected", "warning"
	case !r.Complete:
		return "Nothing was found in what could be checked", "warning"
	case s.Notes > 0:
		return "Nothing is wrong; " + wording.Count(s.Notes, "thing") + " to know", "note"
	default:
		return "Nothing was found", "ok"
	}
}

func htmlTilesOf(s report.Summary) []htmlTile {
	tile := func(class string, n int, noun, meaning string) htmlTile {
		number, label, _ := strings.Cut(wording.Count(n, noun), " ")
		if n == 0 {
			class = "zero"
		}
		return htmlTile{class, number, label, meaning}
	}
	return []htmlTile{
		tile("error", s.Errors, "error", "will not work, or mail bounces"),
		tile("warning", s.Warnings, "warning", "works partly, or is unsupported"),
		tile("note", s.Notes, "note", "good to know, or redundant"),
		{"suppressed", wording.Thousands(s.Suppressed), "suppressed", "accepted in the files, not counted"},
	}
}

func htmlScopeOf(s report.Summary, checkout report.Checkout) []string {
	scope := []string{"Checked: " + wording.Count(s.Recipients, "recipient") + " and " + wording.Count(s.Grants, "grant") + " in " +
		wording.Count(s.Files, "file") + ", against " + wording.Count(s.Rules, "rule") + "."}
	if s.UndeclaredMembers > 0 {
		scope = append(scope, wording.Count(s.UndeclaredMembers, "group member")+" without a declaration: where they work is not known.")
	}
	if checkout.URI != "" {
		scope = append(scope, "The files are those of "+visible.Text(describeCheckout(checkout))+".")
	}
	return scope
}

// describeCheckout says in words what was checked out.
func describeCheckout(c report.Checkout) string {
	said := []string{c.URI}
	for _, part := range [][2]string{{"revision", c.Revision}, {"branch", c.Branch}, {"tag", c.Tag}} {
		if part[1] != "" {
			said = append(said, part[0]+" "+part[1])
		}
	}
	return strings.Join(said, ", ")
}

func (p *htmlPage) addProblems(problems []report.Problem) {
	for _, problem := range problems[:min(len(problems), htmlProblems)] {
		shown := htmlProblem{Severity: problem.Severity.String(), Summary: visible.Text(problem.Summary)}
		if !problem.Location.IsZero() {
			shown.Place = wording.Place(problem.Location)
		}
		if detail := visible.Lines(problem.Detail); detail != "" {
			shown.Detail = strings.Split(detail, "\n")
		}
		p.Problems = append(p.Problems, shown)
	}
	if more := len(problems) - len(p.Problems); more > 0 {
		p.MoreProblems = "And " + wording.Count(more, "problem") + " more; --format json holds all of them."
	}
}

func (p *htmlPage) addTops(s *htmlSurvey) {
	rules := s.tally.ByWeight()
	for _, t := range rules[:min(len(rules), htmlTopRules)] {
		p.Rules = append(p.Rules, htmlTop{Key: t.Rule.ID, Class: t.Worst().String(), Title: visible.Text(t.Rule.Title), Count: wording.Thousands(t.Errors + t.Warnings + t.Notes)})
	}
	for _, c := range s.tally.Top() {
		p.Culprits = append(p.Culprits, htmlTop{Key: visible.Text(c.Name), Title: visible.Text(c.Name), Count: wording.Thousands(c.Findings)})
	}
	places := s.placesByCount()
	for _, where := range places[:min(len(places), htmlTopPlaces)] {
		p.Places = append(p.Places, htmlTop{Key: visible.Text(string(where)), Title: visible.Text(where.Title()), Count: wording.Thousands(s.places[where])})
	}
}
