package report

import "slices"

// Settings are what a run was told about rules and files. Who does not know it cannot tell what it means that nothing was
// found, and a change can alter it.
type Settings struct {
	// File is the settings file in force, named as files are; empty where there is none.
	File string
	// FailOn is the least level that fails a run; NoSeverity where no finding does.
	FailOn Severity
	// Profiles are those beside the default one.
	Profiles []Profile
	// Enabled and Disabled are the rules that were turned on and off by name; by id.
	Enabled, Disabled []*Rule
	// Severities are the levels that are not those of the rules; by the rule's id.
	Severities []ChangedSeverity
	// Excluded are the patterns in force, with what each has left out.
	Excluded []Exclusion
}

// Excluding are the settings with what a run has found to be excluded.
func (s Settings) Excluding(excluded []Exclusion) Settings {
	s.Excluded = excluded
	return s
}

// LeftOut are the patterns that have left files out.
func (s Settings) LeftOut() []Exclusion {
	return slices.DeleteFunc(slices.Clone(s.Excluded), func(x Exclusion) bool { return x.Files == 0 })
}

// ChangedSeverity is a level that a rule has in place of its own.
type ChangedSeverity struct {
	Rule     *Rule
	Severity Severity
}

// Exclusion is a pattern of files that are not read, with how many a run has come by. A file that several patterns match
// counts for the first of them.
type Exclusion struct {
	Pattern string
	Files   int
}
