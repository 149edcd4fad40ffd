package junit

import (
	"encoding/xml"
	"slices"
	"strings"
	"testing"

	"hybridlint/report"
	"hybridlint/report/reporttest"
	"hybridlint/report/visible"
	"hybridlint/testdata/nasty"
)

// What follows is the structure that Jenkins, GitLab and Azure Pipelines document of JUnit.
type junitDocument struct {
	XMLName  xml.Name     `xml:"testsuites"`
	Name     string       `xml:"name,attr"`
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Errors   int          `xml:"errors,attr"`
	Skipped  int          `xml:"skipped,attr"`
	Suites   []junitSuite `xml:"testsuite"`
	reporttest.Unknown
}

type junitSuite struct {
	Name     string `xml:"name,attr"`
	Tests    int    `xml:"tests,attr"`
	Failures int    `xml:"failures,attr"`
	Errors   int    `xml:"errors,attr"`
	Skipped  int    `xml:"skipped,attr"`
	Cases    []struct {
		Name      string        `xml:"name,attr"`
		ClassName string        `xml:"classname,attr"`
		File      string        `xml:"file,attr"`
		Line      int           `xml:"line,attr"`
		Failure   *junitOutcome `xml:"failure"`
		Error     *junitOutcome `xml:"error"`
		Skipped   *junitSkipped `xml:"skipped"`
		reporttest.Unknown
	} `xml:"testcase"`
	reporttest.Unknown
}

// count is what a suite really holds.
func (s *junitSuite) count() (c junitCounts) {
	for _, test := range s.Cases {
		c.tests++
		switch {
		case test.Failure != nil:
			c.failures++
		case test.Error != nil:
			c.errors++
		case test.Skipped != nil:
			c.skipped++
		}
	}
	return c
}

func TestJUnitIsWhatItsReadersKnow(t *testing.T) {
	for name, r := range reporttest.Every() {
		d := reporttest.DecodedXML[junitDocument](t, name, reporttest.Rendered(t, Writer{}, r, reporttest.Everything))
		d.Check(t, name)
		var all junitCounts
		for _, s := range d.Suites {
			s.Check(t, name)
			c := s.count()
			if c != (junitCounts{s.Tests, s.Failures, s.Errors, s.Skipped}) {
				t.Errorf("%q: the suite %q states %d tests and holds %+v", name, s.Name, s.Tests, c)
			}
			all = junitCounts{all.tests + c.tests, all.failures + c.failures, all.errors + c.errors, all.skipped + c.skipped}
			for _, test := range s.Cases {
				test.Check(t, name)
				if test.Name == "" || test.ClassName == "" {
					t.Errorf("%q: a test case without a name", name)
				}
			}
		}
		if all != (junitCounts{d.Tests, d.Failures, d.Errors, d.Skipped}) {
			t.Errorf("%q: the run states %+v and holds %+v", name, d, all)
		}
		suppressed := 0
		for _, f := range r.Findings {
			if f.Suppressed != nil {
				suppressed++
			}
		}
		if all.failures+all.skipped != reporttest.AllFindings(r)-len(r.Problems) || all.skipped != suppressed || all.errors != len(r.Problems) {
			t.Errorf("%q: %+v", name, all)
		}
	}
}

// A clean run is not an empty one: readers take that for a mistake.
func TestJUnitOfACleanRunNamesTheRules(t *testing.T) {
	d := reporttest.DecodedXML[junitDocument](t, "clean", reporttest.Rendered(t, Writer{}, reporttest.Clean(), report.Options{}))
	if d.Tests != 1 || d.Failures != 0 || !strings.HasPrefix(d.Suites[0].Cases[0].Name, "HYB302") {
		t.Errorf("%+v", d)
	}
}

func TestJUnitSaysWhatWasSaid(t *testing.T) {
	for _, text := range nasty.Texts() {
		want := visible.Text("about " + text)
		d := reporttest.DecodedXML[junitDocument](t, text, reporttest.Rendered(t, Writer{}, reporttest.Hostile(text), reporttest.Everything))
		i := slices.IndexFunc(d.Suites, func(s junitSuite) bool { return s.Failures > 0 })
		if got := d.Suites[i].Cases[0].Failure.Message; got != want {
			t.Errorf("%q became %q", want, got)
		}
	}
}
