package report

import "time"

// Simulation is what the open batches of a configuration break and heal, step by step.
type Simulation struct {
	// Start counts what is open before the first step, End what is open after the last one. Of both only errors, warnings and
	// notes are filled.
	Start, End Summary
	Steps      []SimulatedStep
	// Stays are the breaks that no step heals.
	Stays []*Finding
	// Shown is the number of the only step that is to be shown, from 1; 0 shows all.
	Shown int
}

// SimulatedStep is one step: the batches that complete together.
type SimulatedStep struct {
	// Number counts from 1.
	Number  int
	Batches []string
	// CompleteAfter is in UTC; nil where it is not declared.
	CompleteAfter *time.Time
	// Moves are the names of the mailboxes that move, in the order of the alphabet.
	Moves []string
	// Breaks are findings that the state after the step has and the one before it has not, or has at a lower level; Heals are
	// those that go or become less grave.
	Breaks, Heals StepFindings
	// Suppressed counts the findings that would be breaks.
	Suppressed int
	Open       Summary
}

// StepFinding is a finding with what is on the other side of the step.
type StepFinding struct {
	*Finding
	// Other is the level on the other side; NoSeverity where the finding is not there at all.
	Other Severity
	// Until is the batch that ends a break; empty where none does, and for what heals.
	Until string
}

// ShownSteps are the steps that are to be shown.
func (s *Simulation) ShownSteps() []SimulatedStep {
	if s.Shown == 0 {
		return s.Steps
	}
	return s.Steps[s.Shown-1 : s.Shown]
}

// Breaks counts the breaks of all steps by level.
func (s *Simulation) Breaks() Summary {
	var all Summary
	for _, step := range s.Steps {
		all.Errors += step.Breaks.counts.Errors
		all.Warnings += step.Breaks.counts.Warnings
		all.Notes += step.Breaks.counts.Notes
	}
	return all
}
