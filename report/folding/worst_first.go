package folding

import (
	"slices"
	"strings"

	"hybridlint/report"
	"hybridlint/report/wording"
)

// WorstFirst is what is to be shown to people, folded, errors before warnings before notes before
// what is suppressed.
func WorstFirst(r *report.Report, o report.Options) []Entry {
	entries := Fold(Shown(r, o), o.Fold)
	SortWorstFirst(entries)
	return entries
}

// SortWorstFirst puts errors before warnings before notes before what is suppressed, and keeps the order of the rest.
func SortWorstFirst(entries []Entry) {
	slices.SortStableFunc(entries, func(a, b Entry) int { return int(b.Counts()) - int(a.Counts()) })
}

// Counts is the severity that an entry counts as; none where it is suppressed.
func (e Entry) Counts() report.Severity {
	if e.Suppressed != nil {
		return report.NoSeverity
	}
	return e.Worst()
}

// Worst is the gravest severity of what an entry stands for.
func (e Entry) Worst() report.Severity {
	switch {
	case e.Group == nil:
		return e.Severity
	case e.Group.Errors > 0:
		return report.Error
	case e.Group.Warnings > 0:
		return report.Warning
	default:
		return report.Note
	}
}

// Alike says how many more findings an entry stands for, and where the first of them are; empty where it stands for
// itself. It is visible already.
func (e Entry) Alike() string {
	if e.Group == nil {
		return ""
	}
	places := make([]string, 0, MaxPlaces)
	for _, p := range e.Group.Places[1:] {
		places = append(places, wording.Place(p))
	}
	text := wording.Count(e.Group.Size()-1, "more finding") + " like this, at " + wording.List(places)
	if more := e.Group.Size() - len(e.Group.Places); more > 0 {
		text = wording.Count(e.Group.Size()-1, "more finding") + " like this, at " + strings.Join(places, ", ") + " and " + wording.Thousands(more) + " more"
	}
	return text
}
