package report

import (
	"iter"
	"maps"
)

// foldedPlaces is how many places a folded group shows.
const foldedPlaces = 10

// foldKey is what findings share that are shown as one.
type foldKey struct {
	rule       *Rule
	key        string
	suppressed bool
}

// group is what findings with one fold key have in common.
type group struct {
	errors, warnings, notes int
	// places are the first ones, only for groups that are folded.
	places []Location
	begun  bool
}

func (g *group) size() int { return g.errors + g.warnings + g.notes }

// folding knows which findings of a report are shown as one.
type folding struct {
	limit  int
	groups map[foldKey]*group
	// counted are all findings of each rule.
	counted map[*Rule]int
	// whole are the rules that are folded whatever their findings share.
	whole map[*Rule]bool
}

func newFolding(limit int) *folding {
	return &folding{limit: limit, groups: map[foldKey]*group{}, counted: map[*Rule]int{}, whole: map[*Rule]bool{}}
}

func (o *folding) keyOf(f *Finding) foldKey {
	key := foldKey{rule: f.Rule, key: f.FoldKey, suppressed: f.Suppressed != nil}
	if o.whole[f.Rule] {
		key.key = ""
	}
	return key
}

// count notes a finding of the first pass.
func (o *folding) count(f *Finding) {
	o.counted[f.Rule]++
	if o.limit <= 0 || f.FoldKey == "" {
		return
	}
	g := groupOf(o.groups, o.keyOf(f))
	switch f.Severity {
	case Error:
		g.errors++
	case Warning:
		g.warnings++
	default:
		g.notes++
	}
}

func groupOf(groups map[foldKey]*group, key foldKey) *group {
	g := groups[key]
	if g == nil {
		g = &group{}
		groups[key] = g
	}
	return g
}

// entries is how many entries are left of each rule, and in all.
func (o *folding) entries() (byRule map[*Rule]int, all int) {
	byRule = maps.Clone(o.counted)
	for key, g := range o.groups {
		if g.size() > o.limit {
			byRule[key.rule] -= g.size() - 1
		}
	}
	for _, n := range byRule {
		all += n
	}
	return byRule, all
}

// foldWhole folds each rule of which more entries than the limit are left, whatever its findings share.
func (o *folding) foldWhole() {
	if o.limit <= 0 {
		return
	}
	left, _ := o.entries()
	merged := map[foldKey]*group{}
	for key, g := range o.groups {
		if left[key.rule] > o.limit {
			o.whole[key.rule] = true
			key.key = ""
		}
		m := groupOf(merged, key)
		m.errors, m.warnings, m.notes = m.errors+g.errors, m.warnings+g.warnings, m.notes+g.notes
	}
	o.groups = merged
}

// of is the group a finding is folded into; nil where it stands for itself.
func (o *folding) of(f *Finding) *group {
	if f.FoldKey == "" {
		return nil
	}
	if g := o.groups[o.keyOf(f)]; g != nil && g.size() > o.limit {
		return g
	}
	return nil
}

// folds tells whether anything is folded.
func (o *folding) folds() bool {
	for _, g := range o.groups {
		if g.size() > o.limit {
			return true
		}
	}
	return false
}

// collect gathers the first places of the groups that are folded. It is a pass of its own, so that the groups that are
// not, nearly all, need no memory for places.
func (o *folding) collect(findings iter.Seq[*Finding]) {
	if !o.folds() {
		return
	}
	for f := range findings {
		if g := o.of(f); g != nil && len(g.places) < foldedPlaces {
			g.places = append(g.places, f.Location)
		}
	}
}

// entry is a finding to show, alone or for its group.
type entry struct {
	*Finding
	group *group // nil where it stands for itself
}

// shown yields what is to be shown of findings, in their order.
func (o *folding) shown(findings iter.Seq[*Finding]) iter.Seq[entry] {
	return func(yield func(entry) bool) {
		for _, g := range o.groups {
			g.begun = false
		}
		for f := range findings {
			g := o.of(f)
			if g != nil && g.begun {
				continue
			}
			if g != nil {
				g.begun = true
			}
			if !yield(entry{Finding: f, group: g}) {
				return
			}
		}
	}
}

// shownFindings leaves the suppressed findings out, unless they are asked for.
func shownFindings(r *Report, o Options) iter.Seq[*Finding] {
	if o.ShowSuppressed || r.Findings == nil {
		return orNone(r.Findings)
	}
	return func(yield func(*Finding) bool) {
		for f := range r.Findings {
			if f.Suppressed == nil && !yield(f) {
				return
			}
		}
	}
}

func orNone(findings iter.Seq[*Finding]) iter.Seq[*Finding] {
	if findings == nil {
		return func(func(*Finding) bool) {}
	}
	return findings
}
