package report

import "iter"

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
	shown  bool
}

func (g *group) size() int { return g.errors + g.warnings + g.notes }

// folding knows which findings of a report are shown as one.
type folding struct {
	limit  int
	groups map[foldKey]*group
	folded bool
}

func keyOf(f *Finding) foldKey {
	return foldKey{rule: f.Rule, key: f.FoldKey, suppressed: f.Suppressed != nil}
}

func newFolding(limit int) *folding {
	return &folding{limit: limit, groups: map[foldKey]*group{}}
}

// count notes a finding of the first pass.
func (o *folding) count(f *Finding) {
	if o.limit <= 0 || f.FoldKey == "" {
		return
	}
	key := keyOf(f)
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
	o.folded = o.folded || g.size() > o.limit
}

// of is the group a finding is folded into; nil where it stands for itself.
func (o *folding) of(f *Finding) *group {
	if !o.folded || f.FoldKey == "" {
		return nil
	}
	if g := o.groups[keyOf(f)]; g != nil && g.size() > o.limit {
		return g
	}
	return nil
}

// collect gathers the first places of the groups that are folded. It is a pass of its own, so that the groups that are
// not, nearly all, need no memory for places.
func (o *folding) collect(findings iter.Seq[*Finding]) {
	if !o.folded {
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

// entries yields what is to be shown of findings, in their order.
func (o *folding) entries(findings iter.Seq[*Finding]) iter.Seq[entry] {
	return func(yield func(entry) bool) {
		for _, g := range o.groups {
			g.shown = false
		}
		for f := range findings {
			g := o.of(f)
			if g != nil && g.shown {
				continue
			}
			if g != nil {
				g.shown = true
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
