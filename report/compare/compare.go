package compare

import (
	"cmp"
	"iter"
	"slices"

	"hybridlint/report"
)

// Base is what a run is compared with.
type Base struct {
	// Findings are those of the base; they may be ranged over any number of times.
	Findings iter.Seq[*report.Finding]
	// Rules are the ids of the rules that ran; nil where all that run now did.
	Rules []string
	// ByFingerprint compares fingerprints, for a base that knows nothing else.
	ByFingerprint bool
}

// mark is what became of one finding of the run.
type mark struct {
	change    report.Change
	was       report.Severity
	ruleIsNew bool
}

// found is one finding of either side while the sides are compared. index is its place among the findings of its side.
type found struct {
	index      int
	severity   report.Severity
	suppressed bool
	rule       string
}

// group are the findings that are the same, of both sides.
type group struct{ base, head []found }

// With compares a run with a base: the run's findings get their changes, and its Comparison what is counted and fixed.
func With(base Base, head *report.Report) {
	c := &comparison{base: base, groups: map[string]*group{}}
	c.collect(base.Findings, func(g *group, f found) { g.base = append(g.base, f) })
	c.marks = make([]mark, c.collect(head.Findings, func(g *group, f found) { g.head = append(g.head, f) }))
	fixed := map[int]bool{}
	for _, g := range c.groups {
		c.pair(g, fixed)
	}
	if head.Comparison == nil {
		head.Comparison = &report.Comparison{}
	}
	c.finish(head, fixed)
}

// comparison is one comparison under way.
type comparison struct {
	base   Base
	groups map[string]*group
	marks  []mark
}

// collect groups the findings of a side, and counts them.
func (c *comparison) collect(findings iter.Seq[*report.Finding], add func(*group, found)) int {
	n := 0
	for f := range report.OrNone(findings) {
		key := c.key(f)
		g := c.groups[key]
		if g == nil {
			g = &group{}
			c.groups[key] = g
		}
		add(g, found{n, f.Severity, f.Suppressed != nil, f.Rule.ID})
		n++
	}
	return n
}

func (c *comparison) key(f *report.Finding) string {
	if c.base.ByFingerprint {
		return f.Told().Fingerprint
	}
	return f.Identified()
}

// pair sets the findings of a group against each other: those that count against those that counted, the gravest first, then
// those that are suppressed now against what is left. What counted and is suppressed now is not fixed.
func (c *comparison) pair(g *group, fixed map[int]bool) {
	gravest := func(a, b found) int {
		return cmp.Or(cmp.Compare(b.severity, a.severity), cmp.Compare(a.index, b.index))
	}
	split := func(list []found) (counted, suppressed []found) {
		slices.SortFunc(list, gravest)
		for _, f := range list {
			if f.suppressed {
				suppressed = append(suppressed, f)
			} else {
				counted = append(counted, f)
			}
		}
		return counted, suppressed
	}
	before, hidden := split(g.base)
	now, waived := split(g.head)
	for i, f := range now {
		if i < len(before) {
			c.marks[f.index] = changed(before[i].severity, f.severity)
		} else {
			c.marks[f.index] = c.unmatched(f)
		}
	}
	rest := before[min(len(now), len(before)):]
	for i, f := range waived {
		switch {
		case i < len(rest):
			c.marks[f.index] = changed(rest[i].severity, f.severity)
		case i-len(rest) < len(hidden):
			c.marks[f.index] = changed(hidden[i-len(rest)].severity, f.severity)
		default:
			c.marks[f.index] = c.unmatched(f)
		}
	}
	for _, f := range rest[min(len(waived), len(rest)):] {
		fixed[f.index] = true
	}
}

// unmatched is what became of a finding that the base does not have.
func (c *comparison) unmatched(f found) mark {
	if c.base.Rules != nil && !slices.Contains(c.base.Rules, f.rule) {
		return mark{change: report.Unchanged, ruleIsNew: true}
	}
	return mark{change: report.New}
}

func changed(was, now report.Severity) mark {
	switch {
	case now > was:
		return mark{change: report.Worse, was: was}
	case now < was:
		return mark{change: report.Better, was: was}
	default:
		return mark{change: report.Unchanged, was: was}
	}
}

// finish puts the marks on the run.
func (c *comparison) finish(head *report.Report, fixed map[int]bool) {
	head.Findings, head.Scan = c.marked(head.Findings), c.marked(head.Scan)
	into := head.Comparison
	scan := head.Scan
	if scan == nil {
		scan = head.Findings
	}
	for f := range scan {
		if f.Suppressed != nil {
			continue
		}
		into.Changed.Count(f)
		if f.Change.Gates() {
			into.Gating.Count(f.Severity, false)
		}
	}
	index := 0
	for f := range report.OrNone(c.base.Findings) {
		if fixed[index] {
			gone := *f.Told()
			gone.Change, gone.Was = report.Fixed, gone.Severity
			into.Fixed = append(into.Fixed, &gone)
			into.Changed.Count(&gone)
		}
		index++
	}
}

// marked yields findings with what became of them.
func (c *comparison) marked(findings iter.Seq[*report.Finding]) iter.Seq[*report.Finding] {
	if findings == nil {
		return nil
	}
	return func(yield func(*report.Finding) bool) {
		index := 0
		for f := range findings {
			m := c.marks[index]
			f.Change, f.Was, f.RuleIsNew = m.change, m.was, m.ruleIsNew
			index++
			if !yield(f) {
				return
			}
		}
	}
}
