package html

import (
	"encoding/json"

	"hybridlint/report"
)

// htmlFinding is written as an array of its fields in this order, without those at the end that are empty.
type htmlFinding struct {
	Rule     int
	Severity report.Severity
	Message  htmlText
	Subject  htmlText
	// At is the place: file, line, column; nil for none.
	At []int
	// Line is the line of the file: what stands before the place, the place, and what stands behind; nil where nobody knows.
	Line []htmlText
	// Parties are the recipients and delegates behind the finding; it belongs to the first.
	Parties []int
	Fixes   []htmlFix
	Related []htmlRelated
	Assumed []htmlText
	// Batch is the number of the name of a migration batch; 0 for none.
	Batch int
	// Suppressed is nil where the finding counts.
	Suppressed *htmlSuppression
}

// MarshalJSON writes the array.
func (f *htmlFinding) MarshalJSON() ([]byte, error) {
	all := []any{f.Rule, f.Severity, f.Message, f.Subject, f.At, f.Line, f.Parties, f.Fixes, f.Related, f.Assumed, f.Batch, f.Suppressed}
	switch {
	case f.Suppressed != nil:
	case f.Batch != 0:
		all = all[:11]
	case f.Assumed != nil:
		all = all[:10]
	case f.Related != nil:
		all = all[:9]
	default:
		all = all[:8]
	}
	return json.Marshal(all)
}

// htmlRelated is written as an array, as is what follows.
type htmlRelated struct {
	Message htmlText
	At      []int
}

// MarshalJSON writes the array.
func (r htmlRelated) MarshalJSON() ([]byte, error) { return json.Marshal([]any{r.Message, r.At}) }

// htmlFix is one item of a fix, as Remediation is.
type htmlFix struct {
	Place   int
	Kind    htmlFixKind
	Command htmlText // or text
	Intro   htmlText
}

// htmlFixKind is the sum of what holds.
type htmlFixKind int

const (
	htmlCommand     htmlFixKind = 1
	htmlAlternative htmlFixKind = 2
)

// MarshalJSON writes the array.
func (f htmlFix) MarshalJSON() ([]byte, error) {
	return json.Marshal([]any{f.Place, f.Kind, f.Command, f.Intro})
}

type htmlSuppression struct {
	Kind, Rationale htmlText
	At              []int
}

// MarshalJSON writes the array.
func (s *htmlSuppression) MarshalJSON() ([]byte, error) {
	return json.Marshal([]any{s.Kind, s.Rationale, s.At})
}
