package folding

import (
	"iter"
	"maps"

	"hybridlint/report"
)

// MaxPlaces is how many places a folded group shows.
const MaxPlaces = 10

// foldKey is what findings share that are shown as one.
type foldKey struct {
	rule       *report.Rule
	key        string
	suppressed bool
}

// Group is what findings with one fold key have in common.
type Group struct {
	Errors, Warnings, Notes int
	// places are the first ones, only for groups that are folded.
	Places []report.Location
	begun  bool
}

// Size is the number of its findings.
func (g *Group) Size() int { return g.Errors + g.Warnings + g.Notes }

// Folding knows which findings of a report are shown as one.
type Folding struct {
	limit  int
	groups map[foldKey]*Group
	// counted are all findings of each rule.
	counted map[*report.Rule]int
	// whole are the rules that are folded whatever their findings share, but for their severity.
	whole map[*report.Rule]bool
}

// New folds more than limit findings with one fold key; 0 never folds.
func New(limit int) *Folding {
	return &Folding{limit: limit, groups: map[foldKey]*Group{}, counted: map[*report.Rule]int{}, whole: map[*report.Rule]bool{}}
}

func (o *Folding) keyOf(f *report.Finding) foldKey {
	key := foldKey{rule: f.Rule, key: f.FoldKey, suppressed: f.Suppressed != nil}
	if o.whole[f.Rule] {
		key.key = f.Severity.String()
	}
	return key
}

// Count notes a finding of the first pass.
func (o *Folding) Count(f *report.Finding) {
	o.counted[f.Rule]++
	if o.limit <= 0 || f.FoldKey == "" {
		return
	}
	key := o.keyOf(f)
	g := o.groups[key]
	if g == nil {
		g = &Group{}
		o.groups[key] = g
	}
	switch f.Severity {
	case report.Error:
		g.Errors++
	case report.Warning:
		g.Warnings++
	default:
		g.Notes++
	}
}

// folds tells whether a group is shown as one.
func (o *Folding) folds(key foldKey, g *Group) bool {
	if o.whole[key.rule] {
		return g.Size() > 1
	}
	return g.Size() > o.limit
}

// Left is how many entries are left of each rule, and in all.
func (o *Folding) Left() (byRule map[*report.Rule]int, all int) {
	byRule = maps.Clone(o.counted)
	for key, g := range o.groups {
		if o.folds(key, g) {
			byRule[key.rule] -= g.Size() - 1
		}
	}
	for _, n := range byRule {
		all += n
	}
	return byRule, all
}

// FoldRules folds each rule of which more than most entries are left, whatever its findings share. Errors stay apart from
// warnings, and those from notes.
func (o *Folding) FoldRules(most int) {
	left, _ := o.Left()
	merged := map[foldKey]*Group{}
	merge := func(key foldKey, more Group) {
		if more.Size() == 0 {
			return
		}
		if merged[key] == nil {
			merged[key] = &Group{}
		}
		m := merged[key]
		m.Errors, m.Warnings, m.Notes = m.Errors+more.Errors, m.Warnings+more.Warnings, m.Notes+more.Notes
	}
	for key, g := range o.groups {
		if left[key.rule] <= most {
			merged[key] = g
			continue
		}
		o.whole[key.rule] = true
		of := func(s report.Severity) foldKey {
			return foldKey{rule: key.rule, key: s.String(), suppressed: key.suppressed}
		}
		merge(of(report.Error), Group{Errors: g.Errors})
		merge(of(report.Warning), Group{Warnings: g.Warnings})
		merge(of(report.Note), Group{Notes: g.Notes})
	}
	o.groups = merged
}

// of is the group a finding is folded into; nil where it stands for itself.
func (o *Folding) of(f *report.Finding) *Group {
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
func (o *Folding) foldsAny() bool {
	for key, g := range o.groups {
		if o.folds(key, g) {
			return true
		}
	}
	return false
}

// Collect gathers the first places of the groups that are folded. It is a pass of its own, so that the groups that are
// not, nearly all, need no memory for places.
func (o *Folding) Collect(findings iter.Seq[*report.Finding]) {
	if !o.foldsAny() {
		return
	}
	for f := range findings {
		if g := o.of(f); g != nil && len(g.Places) < MaxPlaces {
			g.Places = append(g.Places, f.Location)
		}
	}
}

// Forget drops what was collected.
func (o *Folding) Forget() {
	for _, g := range o.groups {
		g.Places = nil
	}
}

// Entry is a finding to show, alone or for its group.
type Entry struct {
	*report.Finding
	Group *Group // nil where it stands for itself
}

// Entries yields what is to be shown of findings, in their order.
func (o *Folding) Entries(findings iter.Seq[*report.Finding]) iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
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
			if !yield(Entry{Finding: f, Group: g}) {
				return
			}
		}
	}
}

// Shown leaves the suppressed findings out, unless they are asked for.
func Shown(r *report.Report, o report.Options) iter.Seq[*report.Finding] {
	return shownOf(r.Findings, o)
}

// ScanShown is shownFindings, each for the moment only.
func ScanShown(r *report.Report, o report.Options) iter.Seq[*report.Finding] {
	return shownOf(Scan(r), o)
}

// Scan yields every finding, each for the moment only.
func Scan(r *report.Report) iter.Seq[*report.Finding] {
	if r.Scan != nil {
		return r.Scan
	}
	return report.OrNone(r.Findings)
}

func shownOf(findings iter.Seq[*report.Finding], o report.Options) iter.Seq[*report.Finding] {
	if o.ShowSuppressed || findings == nil {
		return report.OrNone(findings)
	}
	return func(yield func(*report.Finding) bool) {
		for f := range findings {
			if f.Suppressed == nil && !yield(f) {
				return
			}
		}
	}
}
