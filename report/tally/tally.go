package tally

import (
	"cmp"
	"maps"
	"slices"

	"hybridlint/report"
)

// topCulprits is how many recipients and delegates the summary names.
const topCulprits = 5

// Tally counts the findings of a run that are not suppressed.
type Tally struct {
	rules    map[*report.Rule]*Rule
	culprits map[string]int
	assumed  map[string]*Fact
}

// Rule counts the findings of one rule.
type Rule struct {
	Rule                    *report.Rule
	Errors, Warnings, Notes int
}

// New counts nothing yet.
func New() *Tally {
	return &Tally{rules: map[*report.Rule]*Rule{}, culprits: map[string]int{}, assumed: map[string]*Fact{}}
}

// Count adds a finding.
func (t *Tally) Count(f *report.Finding) {
	if f.Suppressed != nil {
		return
	}
	r := t.rules[f.Rule]
	if r == nil {
		r = &Rule{Rule: f.Rule}
		t.rules[f.Rule] = r
	}
	switch f.Severity {
	case report.Error:
		r.Errors++
	case report.Warning:
		r.Warnings++
	default:
		r.Notes++
	}
	for _, fact := range f.Assumed {
		if t.assumed[fact] == nil {
			t.assumed[fact] = &Fact{Name: fact}
		}
		t.assumed[fact].count(f.Rule.ID)
	}
	for _, culprit := range f.Culprits {
		t.culprits[culprit]++
	}
}

// ByWeight lists the rules that found something, those with most errors first.
func (t *Tally) ByWeight() []*Rule {
	return slices.SortedFunc(maps.Values(t.rules), func(a, b *Rule) int {
		return cmp.Or(cmp.Compare(b.Errors, a.Errors), cmp.Compare(b.Warnings, a.Warnings),
			cmp.Compare(b.Notes, a.Notes), cmp.Compare(a.Rule.ID, b.Rule.ID))
	})
}

// Fact is something that is not declared, with the number of findings that depend on it, and the ids of their rules.
type Fact struct {
	Name     string
	Findings int
	Rules    []string
}

func (f *Fact) count(rule string) {
	f.Findings++
	if i, found := slices.BinarySearch(f.Rules, rule); !found {
		f.Rules = slices.Insert(f.Rules, i, rule)
	}
}

// Assumed lists the facts that findings depend on and that are not declared, those with most findings first.
func (t *Tally) Assumed() []Fact {
	var all []Fact
	for _, fact := range t.assumed {
		all = append(all, *fact)
	}
	slices.SortFunc(all, func(a, b Fact) int { return cmp.Or(cmp.Compare(b.Findings, a.Findings), cmp.Compare(a.Name, b.Name)) })
	return all
}

// Culprit is a recipient or delegate with the number of findings it is behind.
type Culprit struct {
	Name     string
	Findings int
}

// Top lists the recipients and delegates behind most findings. Whoever is behind a single one explains nothing.
func (t *Tally) Top() []Culprit {
	var all []Culprit
	for name, n := range t.culprits {
		if n > 1 {
			all = append(all, Culprit{name, n})
		}
	}
	slices.SortFunc(all, func(a, b Culprit) int {
		return cmp.Or(cmp.Compare(b.Findings, a.Findings), cmp.Compare(a.Name, b.Name))
	})
	return all[:min(len(all), topCulprits)]
}

// Worst is the severity of a rule's gravest finding.
func (t *Rule) Worst() report.Severity {
	switch {
	case t.Errors > 0:
		return report.Error
	case t.Warnings > 0:
		return report.Warning
	default:
		return report.Note
	}
}
