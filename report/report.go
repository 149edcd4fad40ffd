package report

import (
	"iter"
	"slices"
)

// Tool names the program in every format that has a place for it.
type Tool struct {
	Name    string
	Version string
}

// Summary counts a run. Suppressed findings are not among errors, warnings and notes.
type Summary struct {
	Files             int
	Recipients        int
	Grants            int
	Rules             int
	UndeclaredMembers int
	Errors            int
	Warnings          int
	Notes             int
	Suppressed        int
}

// Count adds one finding.
func (s *Summary) Count(severity Severity, suppressed bool) {
	switch {
	case suppressed:
		s.Suppressed++
	case severity == Error:
		s.Errors++
	case severity == Warning:
		s.Warnings++
	default:
		s.Notes++
	}
}

// Report is everything a run gives to a writer.
type Report struct {
	Tool Tool
	// Complete is false where something was not understood or not evaluated: then no result is a clean one.
	Complete bool
	// Lenient says that warnings among the problems are accepted, so that the findings alone decide how the run ends.
	Lenient bool
	Summary Summary
	// Tenant is the name of the tenant that the run is about; empty where none is declared.
	Tenant string
	// Today is the day, YYYY-MM-DD, by which the run decided what has expired; empty where nobody says.
	Today string
	// Rules are the rules that ran, by id.
	Rules []*Rule
	// Findings are all findings, suppressed ones included, ordered by file, line, column and rule.
	Findings []*Finding
	// Recipients yields everybody who is declared, Delegations who may do what on whom, whether or not something is wrong
	// with it. Both may be nil, and ranged over any number of times.
	Recipients  iter.Seq[Recipient]
	Delegations iter.Seq[Delegation]
	Problems    []Problem
	// Settings are what the run was told about rules and files.
	Settings Settings
	// State is that after a step of batches which the findings are about; nil for the configuration as written.
	State *State
	// Simulation is filled where the steps of batches are simulated; then Findings is empty.
	Simulation *Simulation
	// Plan is filled where waves are planned.
	Plan *Plan
	// Only says which part of the findings the report has; nil where it has all.
	Only *Only
	// Comparison is with the base; nil where there is none.
	Comparison *Comparison
	Sources    Sources
}

// Only is the part of the findings that was asked for.
type Only struct {
	// Filters are as they were given, KEY=VALUE each.
	Filters []string
	// Shown is how many findings are left, Of how many there are.
	Shown, Of int
}

// State is that after a step of the open batches.
type State struct {
	// After is the batch that was asked for, Step the number of its step, from 1, and Batches all of its batches.
	After   string
	Step    int
	Batches []string
}

// Accepted tells a run that was not complete, for reasons that were accepted.
func (r *Report) Accepted() bool {
	return !r.Complete && r.Lenient && len(r.Problems) > 0 && !slices.ContainsFunc(r.Problems, func(p Problem) bool { return p.Severity == Error })
}
