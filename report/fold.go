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
	// whole are the rules that are folded whatever their findings share, but for their severity.
	whole map[*Rule]bool
}

func newFolding(limit int) *folding {
	return &folding{limit: limit, groups: map[foldKey]*group{}, counted: map[*Rule]int{}, whole: map[*Rule]bool{}}
}

func (o *folding) keyOf(f *Finding) foldKey {
	key := foldKey{rule: f.Rule, key: f.FoldKey, suppressed: f.Suppressed != nil}
	if o.whole[f.Rule] {
		key.key = f.Severity.String()
	}
	return key
}

// count notes a finding of the first pass.
func (o *folding) count(f *Finding) {
	o.counted[f.Rule]++
	if o.limit <= 0 || f.FoldKey == "" {
		return
	}
	key := o.keyOf(f)
	g := o.groups[key]
	if g == nil {
		g = &group{}
		o.groups[key] = g
	}
	switch f.Severity {
	case Error:
		g.errors++
	case Warning:
		g.warnings++
	default:
		g.notes++
	}
}

// folds tells whether a group is shown as one.
func (o *folding) folds(key foldKey, g *group) bool {
	if o.whole[key.rule] {
		return g.size() > 1
	}
	return g.size() > o.limit
}

// entries is how many entries are left of each rule, and in all.
func (o *folding) entries() (byRule map[*Rule]int, all int) {
	byRule = maps.Clone(o.counted)
	for key, g := range o.groups {
		if o.folds(key, g) {
			byRule[key.rule] -= g.size() - 1
		}
	}
	for _, n := range byRule {
		all += n
	}
	return byRule, all
}

// foldWhole folds each rule of which more than most entries are left, whatever its findings share. Errors stay apart from
// warnings, and those from notes.
func (o *folding) foldWhole(most int) {
	left, _ := o.entries()
	merged := map[foldKey]*group{}
	merge := func(key foldKey, more group) {
		if more.size() == 0 {
			return
		}
		if merged[key] == nil {
			merged[key] = &group{}
		}
		m := merged[key]
		m.errors, m.warnings, m.notes = m.errors+more.errors, m.warnings+more.warnings, m.notes+more.notes
	}
	for key, g := range o.groups {
		if left[key.rule] <= most {
			merged[key] = g
			continue
		}
		o.whole[key.rule] = true
		of := func(s Severity) foldKey {
			return foldKey{rule: key.rule, key: s.String(), suppressed: key.suppressed}
		}
		merge(of(Error), group{errors: g.errors})
		merge(of(Warning), group{warnings: g.warnings})
		merge(of(Note), group{notes: g.notes})
	}
	o.groups = merged
}

// of is the group a finding is folded into; nil where it stands for itself.
func (o *folding) of(f *Finding) *group {
	if f.FoldKey == "" {
		return nil
	}
	key := o.keyOf(f)
	if g := o.groups[key]; g != nil && o.folds(key, g) {
		return g
	}
	return nil
}

// foldsAny tells whether anything is folded.
func (o *folding) foldsAny() bool {
	for key, g := range o.groups {
		if o.folds(key, g) {
			return true
		}
	}
	return false
}

// collect gathers the first places of the groups that are folded. It is a pass of its own, so that the groups that are
// not, nearly all, need no memory for places.
func (o *folding) collect(findings iter.Seq[*Finding]) {
	if !o.foldsAny() {
		return
	}
	for f := range findings {
		if g := o.of(f); g != nil && len(g.places) < foldedPlaces {
			g.places = append(g.places, f.Location)
		}
	}
}

// forget drops what was collected.
func (o *folding) forget() {
	for _, g := range o.groups {
		g.places = nil
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
func shownFindings(r *Report, o Options) iter.Seq[*Finding] { return shownOf(r.Findings, o) }

// scanShown is shownFindings, each for the moment only.
func scanShown(r *Report, o Options) iter.Seq[*Finding] { return shownOf(scan(r), o) }

// scan yields every finding, each for the moment only.
func scan(r *Report) iter.Seq[*Finding] {
	if r.Scan != nil {
		return r.Scan
	}
	return orNone(r.Findings)
}

func shownOf(findings iter.Seq[*Finding], o Options) iter.Seq[*Finding] {
	if o.ShowSuppressed || findings == nil {
		return orNone(findings)
	}
	return func(yield func(*Finding) bool) {
		for f := range findings {
			if f.Suppressed == nil && !yield(f) {
				return
			}
		}
	}
}

// Told yields findings with their texts; none where there are none.
func Told(findings iter.Seq[*Finding]) iter.Seq[*Finding] {
	return func(yield func(*Finding) bool) {
		for f := range orNone(findings) {
			if !yield(f.Told()) {
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
