package report

import (
	"cmp"
)

// Position is a place in a file. Line and Column count from 1; Column counts Unicode code points.
type Position struct {
	Line   int
	Column int
}

// Location is a stretch of a file. End is exclusive. File is relative to the working directory, with "/"; standard
// input is "-". The zero Location is no place.
type Location struct {
	File       string
	Start, End Position
}

// IsZero tells whether the location names no place.
func (l Location) IsZero() bool { return l.File == "" }

// Compare orders locations by file, line and column, start before end.
func (l Location) Compare(other Location) int {
	return cmp.Or(
		cmp.Compare(l.File, other.File),
		cmp.Compare(l.Start.Line, other.Start.Line), cmp.Compare(l.Start.Column, other.Start.Column),
		cmp.Compare(l.End.Line, other.End.Line), cmp.Compare(l.End.Column, other.End.Column))
}
