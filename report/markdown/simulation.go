package markdown

import (
	"fmt"
	"io"
	"time"

	"hybridlint/report"
	"hybridlint/report/wording"
)

// SimulationWriter writes a simulation for a meeting or a ticket: a table of the steps, then what each of them breaks and
// heals. It stays below the size of a comment.
type SimulationWriter struct{}

// Write implements report.Writer.
func (SimulationWriter) Write(w io.Writer, r *report.Report, _ report.Options) error {
	return writeFramed(w, r, "migration batches, step by step", func(m *markdownWriter) {
		if r.Simulation != nil {
			m.simulation(r.Simulation)
		}
	})
}

func (m *markdownWriter) simulation(s *report.Simulation) {
	if len(s.Steps) == 0 {
		m.line("No migration batch is open, so nothing moves.")
		return
	}
	m.line("| Step | Batches | Completes after | Moves | Breaks | Heals | Open after it |")
	m.line("| --- | --- | --- | --- | --- | --- | --- |")
	m.line("| start | | | | | | ", open(s.Start), " |")
	for _, step := range s.ShownSteps() {
		row := fmt.Sprintf("| %d | %s | %s | %d | %d | %d | %s |", step.Number, Cell(wording.List(step.Batches)),
			instant(step.CompleteAfter), len(step.Moves), step.Breaks.Len(), step.Heals.Len(), open(step.Open))
		if m.fits(row) {
			m.line(row)
		}
	}
	for _, step := range s.ShownSteps() {
		m.stepFindings(step)
	}
	if len(s.Stays) > 0 && m.fits("heading") {
		m.line("\n### What no step heals\n")
		for _, f := range s.Stays {
			m.finding(f, "")
		}
	}
}

func (m *markdownWriter) stepFindings(step report.SimulatedStep) {
	if step.Breaks.Len()+step.Heals.Len() == 0 || !m.fits("### Step and its batches") {
		return
	}
	m.line("\n### Step ", fmt.Sprint(step.Number), ": ", EscapedText(wording.List(step.Batches)), "\n")
	for _, f := range step.Breaks.All() {
		until := "until the end"
		if f.Until != "" {
			until = "until " + f.Until
		}
		m.finding(f.Finding, "breaks, "+until)
	}
	for _, f := range step.Heals.All() {
		m.finding(f.Finding, "heals")
	}
}

// finding is one item of a list; what does not fit is left out, and the last item says so.
func (m *markdownWriter) finding(f *report.Finding, what string) {
	if what != "" {
		what = " (" + what + ")"
	}
	item := "- **" + f.Severity.String() + "** " + markdownRule(f.Rule) + ": " + EscapedText(f.Message+what)
	switch {
	case m.fits(item):
		m.line(item)
	case !m.cut:
		m.cut = true
		m.line("- more findings; the JSON report has all of them")
	}
}

func open(s report.Summary) string { return wording.Severities(s.Errors, s.Warnings, s.Notes) }

func instant(t *time.Time) string {
	if t == nil {
		return ""
	}
	utc := t.UTC()
	if utc.Equal(utc.Truncate(24 * time.Hour)) {
		return utc.Format(time.DateOnly)
	}
	return utc.Format("2006-01-02 15:04 UTC")
}
