package report

import (
	"encoding/xml"
	"io"
	"strconv"
	"strings"
)

// JUnit is the XML in which test runners report. A finding is a test that failed, and a rule that found nothing is one
// that passed, so that a clean run is not an empty one. Test cases are grouped by file.
type JUnit struct{}

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

func (c *junitCounts) add(f *Finding) {
	c.tests++
	if f.Suppressed != nil {
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
	passed []*Rule
}

func newJUnitPlan(r *Report) *junitPlan {
	plan := &junitPlan{files: map[string]*junitCounts{}}
	failed := map[*Rule]bool{}
	for f := range scan(r) {
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
	plan.all.tests += len(plan.passed) + len(r.Problems)
	plan.all.errors += len(r.Problems)
	return plan
}

// Write implements Writer.
func (JUnit) Write(w io.Writer, r *Report, _ Options) error {
	plan := newJUnitPlan(r)
	s := newXMLStream(w)
	s.open("testsuites", plan.all.attributes(Visible(r.Tool.Name))...)
	s.problems(r.Problems)
	s.findings(r, plan)
	s.passed(plan.passed)
	s.end("testsuites")
	return s.close()
}

func (s *xmlStream) problems(problems []Problem) {
	if len(problems) == 0 {
		return
	}
	s.open("testsuite", (&junitCounts{tests: len(problems), errors: len(problems)}).attributes("The run was not complete")...)
	for i := range problems {
		p := &problems[i]
		c := junitCase{Name: Visible(p.Summary), ClassName: incompleteRunID, File: Visible(p.Location.File), Line: p.Location.Start.Line,
			Error: &junitOutcome{Message: Visible(p.Summary), Type: p.Severity.String(), Text: strings.Join(detailLines(p), "\n")}}
		if !p.Location.IsZero() {
			c.Name += " at " + place(p.Location)
		}
		s.element(c)
	}
	s.end("testsuite")
}

// findings come file by file.
func (s *xmlStream) findings(r *Report, plan *junitPlan) {
	file, began := "", false
	for f := range Told(r.Findings) {
		if !began || f.Location.File != file {
			if began {
				s.end("testsuite")
			}
			file, began = f.Location.File, true
			s.open("testsuite", plan.files[file].attributes(Visible(file))...)
		}
		s.element(junitFinding(f))
	}
	if began {
		s.end("testsuite")
	}
}

func junitFinding(f *Finding) junitCase {
	c := junitCase{Name: f.Rule.title() + ": " + Visible(f.Subject), ClassName: Visible(f.Rule.ID), File: Visible(f.Location.File), Line: f.Location.Start.Line}
	if f.Suppressed != nil {
		c.Skipped = &junitSkipped{Message: suppressedBy(f.Suppressed)}
		return c
	}
	lines := append([]string{place(f.Location)}, explained(entry{Finding: f})[1:]...)
	c.Failure = &junitOutcome{Message: Visible(f.Message), Type: f.Severity.String(), Text: strings.Join(lines, "\n")}
	return c
}

func (s *xmlStream) passed(rules []*Rule) {
	if len(rules) == 0 {
		return
	}
	s.open("testsuite", (&junitCounts{tests: len(rules)}).attributes("Rules that found nothing")...)
	for _, rule := range rules {
		s.element(junitCase{Name: rule.title(), ClassName: Visible(rule.ID)})
	}
	s.end("testsuite")
}
