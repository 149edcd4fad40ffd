package folding

import (
	"maps"

	"hybridlint/report"
)

// MaxPlaces is how many places a folded group shows.
const MaxPlaces = 10

// Entry is a finding that is shown, perhaps as the first of a group that is shown as one.
type Entry struct {
	*report.Finding
	Group *Group // nil where it stands for itself
}

// Group is what findings with one fold key have in common.
type Group struct {
	Errors, Warnings, Notes int
	// Places are the first ones.
	Places []report.Location
	begun  bool
}

// Size is the number of its findings.
func (g *Group) Size() int { return g.Errors + g.Warnings + g.Notes }

func (g *Group) add(f *report.Finding) {
	switch f.Severity {
	case report.Error:
		g.Errors++
	case report.Warning:
		g.Warnings++
	default:
		g.Notes++
	}
	if len(g.Places) < MaxPlaces {
		g.Places = append(g.Places, f.Location)
	}
}

// key is what findings share that are shown as one.
type key struct {
	rule       *report.Rule
	key        string
	suppressed bool
}

// Fold shows more than limit findings of one rule with the same fold key as one; a limit of 0 never
// does. Findings without a fold key are shown by themselves.
func Fold(findings []*report.Finding, limit int) []Entry {
	return fold(findings, limit, nil)
}

// FoldRules also folds the findings of each rule of which Fold leaves more than most entries,
// whatever they share. Errors stay apart from warnings, and those from notes.
func FoldRules(findings []*report.Finding, limit, most int) []Entry {
	left := map[*report.Rule]int{}
	for _, e := range Fold(findings, limit) {
		left[e.Rule]++
	}
	maps.DeleteFunc(left, func(_ *report.Rule, n int) bool { return n <= most })
	return fold(findings, limit, left)
}

func fold(findings []*report.Finding, limit int, whole map[*report.Rule]int) []Entry {
	keyOf := func(f *report.Finding) (k key, most int) {
		k, most = key{f.Rule, f.FoldKey, f.Suppressed != nil}, limit
		if whole[f.Rule] > 0 {
			k.key, most = f.Severity.String(), 1
		}
		return k, most
	}
	groups := map[key]*Group{}
	for _, f := range findings {
		if limit <= 0 || f.FoldKey == "" {
			continue
		}
		k, _ := keyOf(f)
		if groups[k] == nil {
			groups[k] = &Group{}
		}
		groups[k].add(f)
	}
	var entries []Entry
	for _, f := range findings {
		k, most := keyOf(f)
		g := groups[k]
		switch {
		case f.FoldKey == "" || g == nil || g.Size() <= most:
			entries = append(entries, Entry{Finding: f})
		case !g.begun:
			g.begun = true
			entries = append(entries, Entry{Finding: f, Group: g})
		}
	}
	return entries
}

// Shown leaves the suppressed findings out, unless they are asked for.
func Shown(r *report.Report, o report.Options) []*report.Finding {
	if o.ShowSuppressed {
		return r.Findings
	}
	var shown []*report.Finding
	for _, f := range r.Findings {
		if f.Suppressed == nil {
			shown = append(shown, f)
		}
	}
	return shown
}
