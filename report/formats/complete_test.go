package formats

import (
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"hybridlint/report"
	"hybridlint/report/reporttest"
)

// randomReport is a run with some findings of some rules, each with an id of its own, and some
// problems, each with a summary of its own.
func randomReport(random *rand.Rand) *report.Report {
	r := &report.Report{Tool: report.Tool{Name: "hybridlint", Version: "0.1.0"}, Sources: reporttest.Texts{}}
	r.Summary.Files = 1
	for i := range random.IntN(6) {
		r.Problems = append(r.Problems, report.Problem{Severity: report.Error, Summary: fmt.Sprintf("Problem P%dX", i), Detail: "Detail."})
	}
	r.Complete = len(r.Problems) == 0
	for i := range random.IntN(8) {
		rule := &report.Rule{ID: fmt.Sprintf("HYB%03d", 100+i), Name: fmt.Sprintf("rule-%d", i), Title: "A title", Severity: report.Error,
			Message: "{a} is wrong", Fold: report.FoldRule}
		for range random.IntN(4) {
			line := 1 + random.IntN(5)
			f := &report.Finding{Rule: rule, Severity: report.Severity(1 + random.IntN(3)), Message: "amy is wrong", Arguments: []string{"amy"},
				Subject: fmt.Sprintf("subject S%dX", len(r.Findings)), Fingerprint: fmt.Sprintf("f%d", len(r.Findings)),
				Location: report.Location{File: "a.hcl", Start: report.Position{Line: line, Column: 1}, End: report.Position{Line: line, Column: 2}}}
			r.Findings = append(r.Findings, f)
			r.Summary.Count(f.Severity, false)
		}
	}
	return r
}

// missing says what of a report a format does not have.
func missing(w report.Writer, r *report.Report) (lacks []string, err error) {
	var b strings.Builder
	if err := w.Write(&b, r, report.Options{Fold: 50}); err != nil {
		return nil, err
	}
	for _, f := range r.Findings {
		if !strings.Contains(b.String(), f.Rule.ID) {
			lacks = append(lacks, f.Rule.ID)
		}
	}
	for _, p := range r.Problems {
		if !strings.Contains(b.String(), p.Summary) {
			lacks = append(lacks, p.Summary)
		}
	}
	return lacks, nil
}

// TestEveryFormatSaysEverything: whatever is found, and whatever keeps a run from its job, is in
// every format.
func TestEveryFormatSaysEverything(t *testing.T) {
	random := rand.New(rand.NewPCG(11, 7))
	for range 100 {
		r := randomReport(random)
		for _, format := range All() {
			if lacks, err := missing(format.Writer, r); err != nil || len(lacks) > 0 {
				t.Fatalf("%s does not have %q: %v", format.Name, lacks, err)
			}
		}
	}
}

// greeting is a format that says nothing of the report.
type greeting struct{}

// Write implements report.Writer.
func (greeting) Write(w io.Writer, _ *report.Report, _ report.Options) error {
	_, err := io.WriteString(w, "hello")
	return err
}

// A format that says nothing of a report is noticed.
func TestFormatThatSaysNothingIsNoticed(t *testing.T) {
	if lacks, err := missing(greeting{}, reporttest.Sample()); err != nil || len(lacks) != len(reporttest.Sample().Findings)+len(reporttest.Sample().Problems) {
		t.Errorf("it lacks %q: %v", lacks, err)
	}
}
