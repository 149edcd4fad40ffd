package github

import (
	"iter"

	"hybridlint/report"
	"hybridlint/report/folding"
)

// annotated yields entries and whether each becomes an annotation. Without a base all of them do. With one, at most so many do, those
// of every rule once before a second of any; they come first, and the others are lines of the log.
func annotated(entries iter.Seq[folding.Entry], few bool, most int) iter.Seq2[folding.Entry, bool] {
	return func(yield func(folding.Entry, bool) bool) {
		if !few {
			for e := range entries {
				if !yield(e, true) {
					return
				}
			}
			return
		}
		chosen := choose(entries, most)
		i := 0
		for e := range entries {
			if chosen[i] && !yield(e, true) {
				return
			}
			i++
		}
		i = 0
		for e := range entries {
			if !chosen[i] && !yield(e, false) {
				return
			}
			i++
		}
	}
}

// choose are the places of the entries that become annotations.
func choose(entries iter.Seq[folding.Entry], most int) map[int]bool {
	var rules []*report.Rule
	byRule := map[*report.Rule][]int{}
	i := 0
	for e := range entries {
		if byRule[e.Rule] == nil {
			rules = append(rules, e.Rule)
		}
		if len(byRule[e.Rule]) < max(most, 1) {
			byRule[e.Rule] = append(byRule[e.Rule], i)
		}
		i++
	}
	chosen := map[int]bool{}
	for round := 0; len(chosen) < most; round++ {
		before := len(chosen)
		for _, rule := range rules {
			if places := byRule[rule]; round < len(places) && len(chosen) < most {
				chosen[places[round]] = true
			}
		}
		if len(chosen) == before {
			break
		}
	}
	return chosen
}
