package compare

import (
	"cmp"
	"slices"

	"hybridlint/report"
)

// Base is what a run is compared with.
type Base struct {
	Findings []*report.Finding
	// Rules are the ids of the rules that ran; nil where all that run now did.
	Rules []string
	// ByFingerprint compares fingerprints, for a base that knows nothing else.
	ByFingerprint bool
}

// group are the findings that are the same, of both sides.
type group struct{ base, head []*report.Finding }

// With compares a run with a base: the run's findings get their changes, and its Comparison what is counted and fixed.
func With(base Base, head *report.Report) {
	c := &comparison{base: base, groups: map[string]*group{}}
	for _, f := range base.Findings {
		g := c.group(f)
		g.base = append(g.base, f)
	}
	for _, f := range head.Findings {
		g := c.group(f)
		g.head = append(g.head, f)
	}
	fixed := map[*report.Finding]bool{}
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
}

// group is the one that a finding belongs to.
func (c *comparison) group(f *report.Finding) *group {
	key := c.key(f)
	if c.groups[key] == nil {
		c.groups[key] = &group{}
	}
	return c.groups[key]
}

func (c *comparison) key(f *report.Finding) string {
	if c.base.ByFingerprint {
		return f.Fingerprint
	}
	return f.Identity
}

// pair sets the findings of a group against each other: those that count against those that counted, the gravest first, then
// those that are suppressed now against what is left. What counted and is suppressed now is not fixed.
func (c *comparison) pair(g *group, fixed map[*report.Finding]bool) {
	gravest := func(a, b *report.Finding) int { return cmp.Compare(b.Severity, a.Severity) }
	split := func(list []*report.Finding) (counted, suppressed []*report.Finding) {
		slices.SortStableFunc(list, gravest)
		for _, f := range list {
			if f.Suppressed != nil {
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
			change(f, before[i])
		} else {
			c.unmatched(f)
		}
	}
	rest := before[min(len(now), len(before)):]
	for i, f := range waived {
		switch {
		case i < len(rest):
			change(f, rest[i])
		case i-len(rest) < len(hidden):
			change(f, hidden[i-len(rest)])
		default:
			c.unmatched(f)
		}
	}
	for _, f := range rest[min(len(waived), len(rest)):] {
		fixed[f] = true
	}
}

// unmatched is a finding that the base does not have.
func (c *comparison) unmatched(f *report.Finding) {
	f.Change = report.New
	if c.base.Rules != nil && !slices.Contains(c.base.Rules, f.Rule.ID) {
		f.Change, f.RuleIsNew = report.Unchanged, true
	}
}

// change says how a finding differs from the one that it was.
func change(f, was *report.Finding) {
	f.Was = was.Severity
	switch {
	case f.Severity > was.Severity:
		f.Change = report.Worse
	case f.Severity < was.Severity:
		f.Change = report.Better
	default:
		f.Change = report.Unchanged
	}
}

// finish counts, and lists what is fixed.
func (c *comparison) finish(head *report.Report, fixed map[*report.Finding]bool) {
	into := head.Comparison
	for _, f := range head.Findings {
		if f.Suppressed != nil {
			continue
		}
		into.Changed.Count(f)
		if f.Change.Gates() {
			into.Gating.Count(f.Severity, false)
		}
	}
	for _, f := range c.base.Findings {
		if fixed[f] {
			gone := *f
			gone.Change, gone.Was = report.Fixed, gone.Severity
			into.Fixed = append(into.Fixed, &gone)
			into.Changed.Count(&gone)
		}
	}
}
