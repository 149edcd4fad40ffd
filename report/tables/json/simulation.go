package json

import (
	"io"
	"time"

	"hybridlint/report"
)

// SimulationWriter writes a simulation for programs. Its keys are a contract like those of Writer.
type SimulationWriter struct{}

// Write implements report.Writer.
func (SimulationWriter) Write(w io.Writer, r *report.Report, _ report.Options) error {
	s := begun(w, r, "simulate")
	s.Member("  ", "settings", jsonSettingsOf(r.Settings))
	writeProblems(s, r.Problems)
	s.Raw(",\n")
	simulation := r.Simulation
	if simulation == nil { // nothing could be read
		simulation = &report.Simulation{}
	}
	s.Member("  ", "start", jsonOpenOf(simulation.Start))
	s.Raw("  \"steps\": ")
	s.Array("  ", func(element func(any)) {
		for _, step := range simulation.ShownSteps() {
			element(jsonStepOf(step))
		}
	})
	s.Raw(",\n")
	s.Member("  ", "end", jsonOpenOf(simulation.End))
	s.Raw("  \"stays\": ")
	s.Array("  ", func(element func(any)) {
		for _, f := range simulation.Stays {
			element(jsonFindingOf(f))
		}
	})
	s.Raw("\n}\n")
	return s.Close()
}

// jsonOpen counts what is open.
type jsonOpen struct {
	Errors   int `json:"errors"`
	Warnings int `json:"warnings"`
	Notes    int `json:"notes"`
}

func jsonOpenOf(s report.Summary) jsonOpen { return jsonOpen{s.Errors, s.Warnings, s.Notes} }

type jsonStep struct {
	Batches       []string          `json:"batches"`
	CompleteAfter *string           `json:"complete_after"`
	Moves         []string          `json:"moves"`
	Breaks        []jsonBreak       `json:"breaks"`
	Heals         []jsonStepFinding `json:"heals"`
	Suppressed    int               `json:"suppressed"`
	Open          jsonOpen          `json:"open"`
}

// jsonStepFinding is a finding with its level on the other side of the step; null where it is not there.
type jsonStepFinding struct {
	*jsonFinding
	OtherSeverity *string `json:"other_severity"`
}

// jsonBreak is one that goes on until a batch; null where none ends it.
type jsonBreak struct {
	jsonStepFinding
	Until *string `json:"until"`
}

func jsonStepOf(step report.SimulatedStep) jsonStep {
	j := jsonStep{
		Batches: step.Batches, CompleteAfter: jsonInstant(step.CompleteAfter), Moves: orEmpty(step.Moves),
		Breaks: make([]jsonBreak, step.Breaks.Len()), Heals: make([]jsonStepFinding, step.Heals.Len()),
		Suppressed: step.Suppressed, Open: jsonOpenOf(step.Open),
	}
	for i, f := range step.Breaks.All() {
		j.Breaks[i] = jsonBreak{jsonStepFindingOf(f), orNull(f.Until)}
	}
	for i, f := range step.Heals.All() {
		j.Heals[i] = jsonStepFindingOf(f)
	}
	return j
}

func jsonStepFindingOf(f report.StepFinding) jsonStepFinding {
	j := jsonStepFinding{jsonFinding: jsonFindingOf(f.Finding)}
	if f.Other != report.NoSeverity {
		j.OtherSeverity = orNull(f.Other.String())
	}
	return j
}

// jsonInstant is a day where the time is its midnight in UTC.
func jsonInstant(t *time.Time) *string {
	if t == nil {
		return nil
	}
	utc := t.UTC()
	if utc.Equal(utc.Truncate(24 * time.Hour)) {
		return orNull(utc.Format(time.DateOnly))
	}
	return orNull(utc.Format(time.RFC3339Nano))
}
