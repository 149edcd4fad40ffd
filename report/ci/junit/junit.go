package junit

import (
	"encoding/xml"
	"io"
	"strconv"
	"strings"

	"hybridlint/report"
	"hybridlint/report/ci"
	"hybridlint/report/folding"
	"hybridlint/report/stream"
	"hybridlint/report/visible"
	"hybridlint/report/wording"
)

// Writer writes the XML in which test runners report. A finding is a test that failed, and a rule that found nothing is one
// that passed, so that a clean run is not an empty one. Test cases are grouped by file.
type Writer struct{}

type junitCase struct {
	XMLName   xml.Name      `xml:"testcase"`
	Name      string        `xml:"name,attr"`
	ClassName string        `xml:"classname,attr"`
	File      string        `xml:"file,attr,omitempty"`
	Line      int           `xml:"line,attr,omitempty"`
	Failure   *junitOutcome `xml:"failure,omitempty"`
	Error     *junitOutcome `xml:"error,omitempty"`
	Skipped   *junitSkipped `xml:"skipped,omitempty"`
}

type junitOutcome struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"`
	Text    string `xml:",chardata"`
}

type junitSkipped struct {
	Message string `xml:"message,attr"`
}

// junitCounts are the numbers that stand before the test cases they count.
type junitCounts struct{ tests, failures, errors, skipped int }

func (c *junitCounts) add(f *report.Finding) {
	c.tests++
	if f.Suppressed != nil || !f.Change.Gates() {
		c.skipped++
	} else {
		c.failures++
	}
}

func (c *junitCounts) attributes(name string) []string {
	return []string{"name", name, "tests", strconv.Itoa(c.tests), "failures", strconv.Itoa(c.failures),
		"errors", strconv.Itoa(c.errors), "skipped", strconv.Itoa(c.skipped)}
}

// junitPlan is what has to be known of a run before its first test case is written.
type junitPlan struct {
	all    junitCounts
	files  map[string]*junitCounts
	passed []*report.Rule
}

func newJUnitPlan(r *report.Report) *junitPlan {
	plan := &junitPlan{files: map[string]*junitCounts{}}
	failed := map[*report.Rule]bool{}
	for _, f := range r.Findings {
		c := plan.files[f.Location.File]
		if c == nil {
			c = &junitCounts{}
			plan.files[f.Location.File] = c
		}
		c.add(f)
		plan.all.add(f)
		failed[f.Rule] = true
	}
	for _, rule := range r.Rules {
		if !failed[rule] {
			plan.passed = append(plan.passed, rule)
		}
	}
	kept, remarks := split(r.Problems)
	plan.all.tests += len(plan.passed) + len(kept) + len(remarks)
	plan.all.errors += len(kept)
	plan.all.skipped += len(remarks)
	return plan
}

// split tells what kept the run from being complete from remarks.
func split(problems []report.Problem) (kept, remarks []report.Problem) {
	for _, p := range problems {
		if p.Severity == report.Note {
			remarks = append(remarks, p)
		} else {
			kept = append(kept, p)
		}
	}
	return kept, remarks
}

// Write implements Writer.
func (Writer) Write(w io.Writer, r *report.Report, o report.Options) error {
	if r.Comparison != nil && !o.ShowUnchanged {
		r = folding.Judged(r, o) // in the order of the files, as only one part of it is there
	}
	plan := newJUnitPlan(r)
	s := stream.NewXML(w)
	s.Open("testsuites", plan.all.attributes(visible.Text(r.Tool.Name))...)
	junitSettings(s, r)
	kept, remarks := split(r.Problems)
	junitProblems(s, "The run was not complete", kept)
	junitProblems(s, "Remarks", remarks)
	junitFindings(s, r, plan)
	junitPassed(s, plan.passed)
	s.End("testsuites")
	return s.Close()
}

type junitProperty struct {
	XMLName xml.Name `xml:"property"`
	Name    string   `xml:"name,attr"`
	Value   string   `xml:"value,attr"`
}

// junitSettings says which state was checked and by which settings, in a suite without tests.
func junitSettings(s *stream.XML, r *report.Report) {
	lines := wording.About(r)
	if len(lines) == 0 {
		return
	}
	s.Open("testsuite", (&junitCounts{}).attributes("Settings")...)
	s.Open("properties")
	for _, line := range lines {
		s.Element(junitProperty{Name: "settings", Value: line})
	}
	s.End("properties")
	s.End("testsuite")
}

// junitProblems are tests that could not be carried out, and remarks tests that were left out.
func junitProblems(s *stream.XML, title string, problems []report.Problem) {
	if len(problems) == 0 {
		return
	}
	counts := junitCounts{tests: len(problems), errors: len(problems)}
	if problems[0].Severity == report.Note {
		counts = junitCounts{tests: len(problems), skipped: len(problems)}
	}
	s.Open("testsuite", counts.attributes(title)...)
	for i := range problems {
		p := &problems[i]
		c := junitCase{Name: visible.Text(p.Summary), ClassName: report.ProblemID, File: visible.Text(p.Location.File), Line: p.Location.Start.Line,
			Error: &junitOutcome{Message: visible.Text(p.Summary), Type: p.Severity.String(), Text: strings.Join(wording.DetailLines(p), "\n")}}
		if p.Severity == report.Note {
			c.Skipped, c.Error = &junitSkipped{strings.Join(append([]string{visible.Text(p.Summary)}, wording.DetailLines(p)...), ": ")}, nil
		}
		if !p.Location.IsZero() {
			c.Name += " at " + wording.Place(p.Location)
		}
		s.Element(c)
	}
	s.End("testsuite")
}

// junitFindings come file by file.
func junitFindings(s *stream.XML, r *report.Report, plan *junitPlan) {
	file, began := "", false
	for _, f := range r.Findings {
		if !began || f.Location.File != file {
			if began {
				s.End("testsuite")
			}
			file, began = f.Location.File, true
			s.Open("testsuite", plan.files[file].attributes(visible.Text(file))...)
		}
		s.Element(junitFinding(f))
	}
	if began {
		s.End("testsuite")
	}
}

func junitFinding(f *report.Finding) junitCase {
	c := junitCase{Name: wording.RuleTitle(f.Rule) + ": " + visible.Text(f.Subject), ClassName: visible.Text(f.Rule.ID), File: visible.Text(f.Location.File), Line: f.Location.Start.Line}
	if f.Suppressed != nil {
		c.Skipped = &junitSkipped{Message: wording.SuppressedBy(f.Suppressed)}
		return c
	}
	if !f.Change.Gates() {
		c.Skipped = &junitSkipped{Message: wording.ChangeNote(f) + visible.Text(f.Message)}
		return c
	}
	lines := append([]string{wording.Place(f.Location)}, ci.Explained(folding.Entry{Finding: f})[1:]...)
	c.Failure = &junitOutcome{Message: wording.ChangeNote(f) + visible.Text(f.Message), Type: f.Severity.String(), Text: strings.Join(lines, "\n")}
	return c
}

func junitPassed(s *stream.XML, rules []*report.Rule) {
	if len(rules) == 0 {
		return
	}
	s.Open("testsuite", (&junitCounts{tests: len(rules)}).attributes("Rules that found nothing")...)
	for _, rule := range rules {
		s.Element(junitCase{Name: wording.RuleTitle(rule), ClassName: visible.Text(rule.ID)})
	}
	s.End("testsuite")
}
