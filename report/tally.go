package report

import (
	"cmp"
	"maps"
	"slices"
)

// topCulprits is how many recipients and delegates the summary names.
const topCulprits = 5

// tally counts the findings of a run that are not suppressed.
type tally struct {
	rules    map[*Rule]*ruleTally
	culprits map[string]int
}

type ruleTally struct {
	rule                    *Rule
	errors, warnings, notes int
}

func newTally() *tally {
	return &tally{rules: map[*Rule]*ruleTally{}, culprits: map[string]int{}}
}

func (t *tally) count(f *Finding) {
	if f.Suppressed != nil {
		return
	}
	r := t.rules[f.Rule]
	if r == nil {
		r = &ruleTally{rule: f.Rule}
		t.rules[f.Rule] = r
	}
	switch f.Severity {
	case Error:
		r.errors++
	case Warning:
		r.warnings++
	default:
		r.notes++
	}
	for _, culprit := range f.Culprits {
		t.culprits[culprit]++
	}
}

// byWeight lists the rules that found something, those with most errors first.
func (t *tally) byWeight() []*ruleTally {
	return slices.SortedFunc(maps.Values(t.rules), func(a, b *ruleTally) int {
		return cmp.Or(cmp.Compare(b.errors, a.errors), cmp.Compare(b.warnings, a.warnings),
			cmp.Compare(b.notes, a.notes), cmp.Compare(a.rule.ID, b.rule.ID))
	})
}

// culprit is a recipient or delegate with the number of findings it is behind.
type culprit struct {
	name     string
	findings int
}

// top lists the recipients and delegates behind most findings. Whoever is behind a single one explains nothing.
func (t *tally) top() []culprit {
	var all []culprit
	for name, n := range t.culprits {
		if n > 1 {
			all = append(all, culprit{name, n})
		}
	}
	slices.SortFunc(all, func(a, b culprit) int {
		return cmp.Or(cmp.Compare(b.findings, a.findings), cmp.Compare(a.name, b.name))
	})
	return all[:min(len(all), topCulprits)]
}
