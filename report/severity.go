package report

import (
	"slices"
)

// Severity says how bad a finding is. The zero value is no severity at all.
type Severity uint8

// The severities, in rising order, so that they compare with < and >.
const (
	NoSeverity Severity = iota
	Note                // good to know, or redundant
	Warning             // works partly, or is unsupported
	Error               // will not work, or mail bounces
)

var severityNames = [...]string{"", "note", "warning", "error"}

// String gives the name that rules, settings and reports use.
func (s Severity) String() string { return severityNames[s] }

// Lowered is one level down; a note stays a note.
func (s Severity) Lowered() Severity { return max(s-1, Note) }

// ParseSeverity reads the name of a severity; ok is false for anything else.
func ParseSeverity(name string) (s Severity, ok bool) {
	i := slices.Index(severityNames[:], name)
	return Severity(max(i, 0)), i > 0
}
