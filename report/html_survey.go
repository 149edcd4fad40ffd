package report

import (
	"cmp"
	"maps"
	"slices"
)

// htmlClass orders findings by how much they matter: the gravest first, suppressed ones last.
type htmlClass uint8

const (
	htmlErrors htmlClass = iota
	htmlWarnings
	htmlNotes
	htmlSuppressed
	htmlClasses
)

func htmlClassOf(f *Finding) htmlClass {
	switch {
	case f.Suppressed != nil:
		return htmlSuppressed
	case f.Severity == Error:
		return htmlErrors
	case f.Severity == Warning:
		return htmlWarnings
	default:
		return htmlNotes
	}
}

// htmlSurvey is what a first pass over the findings learns.
type htmlSurvey struct {
	tally *tally
	// places counts the findings that can be mended at a place.
	places map[Place]int
	// found are all findings by class, kept those that the file is going to hold.
	found, kept [htmlClasses]int
}

// surveyOf counts, and decides which findings the file holds: at most limit.
func surveyOf(r *Report, limit int) *htmlSurvey {
	s := &htmlSurvey{tally: newTally(), places: map[Place]int{}}
	for f := range Told(r.Findings) {
		s.found[htmlClassOf(f)]++
		s.tally.count(f)
		if f.Suppressed == nil {
			for i, fix := range f.Remediation {
				if !slices.ContainsFunc(f.Remediation[:i], func(before Remediation) bool { return before.Where == fix.Where }) {
					s.places[fix.Where]++
				}
			}
		}
	}
	for class, n := range s.found {
		s.kept[class] = min(n, limit)
		limit -= s.kept[class]
	}
	return s
}

// leftOut says how many findings the file does not hold; empty for none.
func (s *htmlSurvey) leftOut() string {
	found, kept := 0, 0
	for class := range s.found {
		found, kept = found+s.found[class], kept+s.kept[class]
	}
	if found == kept {
		return ""
	}
	return "The HTML report holds " + thousands(kept) + " of " + count(found, "finding") +
		", the gravest first; every number in its summary counts all of them, and --format json holds all of them."
}

// placesByCount lists where most can be mended first.
func (s *htmlSurvey) placesByCount() []Place {
	return slices.SortedFunc(maps.Keys(s.places), func(a, b Place) int {
		return cmp.Or(cmp.Compare(s.places[b], s.places[a]), cmp.Compare(a, b))
	})
}
