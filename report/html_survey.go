package report

import (
	"cmp"
	"maps"
	"slices"
)

// htmlSurvey is what a first pass over the findings learns.
type htmlSurvey struct {
	tally *tally
	// places counts the findings that can be mended at a place.
	places map[Place]int
}

func surveyOf(r *Report) *htmlSurvey {
	s := &htmlSurvey{tally: newTally(), places: map[Place]int{}}
	for f := range Told(r.Findings) {
		s.tally.count(f)
		if f.Suppressed == nil {
			for i, fix := range f.Remediation {
				if !slices.ContainsFunc(f.Remediation[:i], func(before Remediation) bool { return before.Where == fix.Where }) {
					s.places[fix.Where]++
				}
			}
		}
	}
	return s
}

// placesByCount lists where most can be mended first.
func (s *htmlSurvey) placesByCount() []Place {
	return slices.SortedFunc(maps.Keys(s.places), func(a, b Place) int {
		return cmp.Or(cmp.Compare(s.places[b], s.places[a]), cmp.Compare(a, b))
	})
}
