package html

import (
	"cmp"
	"maps"
	"slices"

	"hybridlint/report"
	"hybridlint/report/tally"
)

// htmlSurvey is what a first pass over the findings learns.
type htmlSurvey struct {
	tally *tally.Tally
	// places counts the findings that can be mended at a place.
	places map[report.Place]int
}

func surveyOf(r *report.Report) *htmlSurvey {
	s := &htmlSurvey{tally: tally.New(), places: map[report.Place]int{}}
	for _, f := range r.Findings {
		s.tally.Count(f)
		if f.Suppressed == nil {
			for i, fix := range f.Remediation {
				if !slices.ContainsFunc(f.Remediation[:i], func(before report.Remediation) bool { return before.Where == fix.Where }) {
					s.places[fix.Where]++
				}
			}
		}
	}
	return s
}

// placesByCount lists where most can be mended first.
func (s *htmlSurvey) placesByCount() []report.Place {
	return slices.SortedFunc(maps.Keys(s.places), func(a, b report.Place) int {
		return cmp.Or(cmp.Compare(s.places[b], s.places[a]), cmp.Compare(a, b))
	})
}
