package text

import (
	"cmp"
	"io"
	"slices"
	"strings"
	"time"

	"hybridlint/report"
	"hybridlint/report/visible"
	"hybridlint/report/wording"
)

// SimulationWriter writes a simulation for people: step by step what breaks, until when, and what heals.
type SimulationWriter struct{}

// Write implements report.Writer.
func (SimulationWriter) Write(w io.Writer, r *report.Report, o report.Options) error {
	return writeFramed(w, r, o, func(t *textWriter) {
		if r.Simulation != nil {
			t.simulation(r.Simulation)
		}
	})
}

func (t *textWriter) simulation(s *report.Simulation) {
	t.begin()
	if len(s.Steps) == 0 {
		t.line("No migration batch is open, so nothing moves.")
		return
	}
	t.line("Open before the first step: ", openText(s.Start))
	for _, step := range s.ShownSteps() {
		t.step(step)
	}
	t.begin()
	t.line("Open after the last step: ", openText(s.End))
	if len(s.Stays) > 0 {
		t.line(wording.Count(len(s.Stays), "break"), " that no step heals:")
		for _, f := range s.Stays {
			t.stepFinding(report.StepFinding{Finding: f}, "")
		}
	}
}

func (t *textWriter) step(step report.SimulatedStep) {
	t.begin()
	date := ""
	if step.CompleteAfter != nil {
		date = ", completes after " + instant(*step.CompleteAfter)
	}
	t.line(t.style.Bold(visible.Text("Step "+wording.Thousands(step.Number)+": "+wording.List(step.Batches))), date, ", moves ",
		mailboxes(len(step.Moves)))
	for _, f := range worstFirst(&step.Breaks) {
		until := "until the end"
		if f.Until != "" {
			until = "until " + f.Until
		}
		if f.Other != report.NoSeverity {
			until = "was " + article(f.Other) + ", " + until
		}
		t.stepFinding(f, "  breaks  ", until)
	}
	for _, f := range worstFirst(&step.Heals) {
		now := "gone"
		if f.Other != report.NoSeverity {
			now = "now " + article(f.Other)
		}
		t.stepFinding(f, "  heals   ", now)
	}
	if step.Suppressed > 0 {
		t.line("  ", wording.Count(step.Suppressed, "more break"), " suppressed by exceptions and comments")
	}
	t.line("  open    ", openText(step.Open))
}

// stepFinding is one line, so that a step can be overlooked.
func (t *textWriter) stepFinding(f report.StepFinding, lead string, more ...string) {
	var note strings.Builder
	for _, text := range more {
		note.WriteString(" (" + text + ")")
	}
	t.line(lead, t.style.Severity(f.Severity, f.Severity.String()), ": ", visible.Text(f.Message+note.String()), " ",
		t.style.Dim("["+visible.Text(f.Rule.ID)+" "+wording.Place(f.Location)+"]"))
}

func mailboxes(n int) string {
	if n == 1 {
		return "1 mailbox"
	}
	return wording.Thousands(n) + " mailboxes"
}

func article(s report.Severity) string {
	if s == report.Error {
		return "an error"
	}
	return "a " + s.String()
}

func openText(s report.Summary) string {
	return cmp.Or(wording.Severities(s.Errors, s.Warnings, s.Notes), "nothing")
}

// worstFirst puts errors before warnings before notes, and keeps the order of the rest.
func worstFirst(findings *report.StepFindings) []report.StepFinding {
	var sorted []report.StepFinding
	for _, f := range findings.All() {
		sorted = append(sorted, f)
	}
	slices.SortStableFunc(sorted, func(a, b report.StepFinding) int { return cmp.Compare(b.Severity, a.Severity) })
	return sorted
}

// instant is a day where the time is its midnight in UTC.
func instant(t time.Time) string {
	utc := t.UTC()
	if utc.Equal(utc.Truncate(24 * time.Hour)) {
		return utc.Format(time.DateOnly)
	}
	return utc.Format("2006-01-02 15:04 UTC")
}
