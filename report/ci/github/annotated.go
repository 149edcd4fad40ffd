package github

import (
	"hybridlint/report"
	"hybridlint/report/folding"
)

// choose divides the entries of a run with a base: at most so many become annotations, those of
// every rule once before a second of any; the others are lines of the log.
func choose(entries []folding.Entry, most int) (annotated, logged []folding.Entry) {
	var rules []*report.Rule
	byRule := map[*report.Rule][]int{}
	for i, e := range entries {
		if byRule[e.Rule] == nil {
			rules = append(rules, e.Rule)
		}
		byRule[e.Rule] = append(byRule[e.Rule], i)
	}
	chosen := map[int]bool{}
	for round, before := 0, -1; len(chosen) < most && len(chosen) > before; round++ {
		before = len(chosen)
		for _, rule := range rules {
			if places := byRule[rule]; round < len(places) && len(chosen) < most {
				chosen[places[round]] = true
			}
		}
	}
	for i, e := range entries {
		if chosen[i] {
			annotated = append(annotated, e)
		} else {
			logged = append(logged, e)
		}
	}
	return annotated, logged
}
