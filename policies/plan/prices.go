package plan

import (
	"context"
	"fmt"
	"slices"

	"hybridlint/loader/model"
	"hybridlint/policies"
	"hybridlint/policies/waves"
	"hybridlint/policies/waves/verify"
	"hybridlint/report"
)

// relaxed is a plan that asks for a little less, with the days of its waves.
type relaxed struct {
	*Planner
	dates   []date
	without map[constraint]bool
	splits  *policies.Splits
	text    string
}

// prices looks for plans that ask for a little less, each from the one that was found.
func (p *Planner) prices(
	ctx context.Context, r *Result, o waves.Options, split func(policies.SplitRequest) *policies.Splits,
) ([]report.PlanPrice, error) {
	all := []report.PlanPrice{}
	o.Effort, o.Progress, o.Orders = waves.Fast, nil, nil
	constraints := p.constraints()
	if split != nil {
		for _, x := range p.plan.Excludes {
			constraints = append(constraints, constraint{kind: ofExclusion, block: &x.Block})
		}
	}
	for _, c := range constraints {
		less := p.relax(c, r, split)
		if less == nil {
			continue
		}
		f := less.frameOf(less.dates, less.without)
		if less.impossible(f) != "" {
			continue
		}
		t := less.tableauOf(f, less.splits)
		o.Starts = []waves.Plan{t.startOf(r)}
		found, err := waves.Search(ctx, t.problem, o)
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		if err == nil {
			t, found = t.withoutEmpty(found)
			all = append(all, report.PlanPrice{Constraint: less.text, Saves: max(r.Cost-report.Cost(verify.Cost(t.problem, found)), 0)})
		}
	}
	return all, nil
}

// relax asks for a little less: a cap and the number of waves are larger, other constraints are left out. It is nil where there is
// nothing less to ask for.
func (p *Planner) relax(c constraint, r *Result, split func(policies.SplitRequest) *policies.Splits) *relaxed {
	less := &relaxed{Planner: p, dates: r.tableau.dates, without: map[constraint]bool{c: true}, splits: r.tableau.splits, text: p.text(c)}
	switch c.kind {
	case ofCap:
		less.raise(c)
	case ofWaves:
		if p.plan.WavesMax == 0 {
			return nil // every day is named
		}
		plan := *p.plan
		plan.WavesMax++
		less.Planner, less.text = p.with(&plan), fmt.Sprintf("%s: %d instead of %d", less.text, plan.WavesMax, p.plan.WavesMax)
		less.dates = less.Planner.dates(len(r.tableau.dates)+1, nil)
	case ofFreeze:
		less.dates = p.dates(len(r.tableau.dates), less.without)
	case ofExclusion:
		return less.include(c, split)
	}
	return less
}

// with is the planner of a plan that differs in nothing that decides who moves.
func (p *Planner) with(plan *model.MigrationPlan) *Planner {
	other := *p
	other.plan = plan
	return &other
}

// raise makes a cap a fifth larger.
func (less *relaxed) raise(c constraint) {
	plan := *less.plan
	raise := func(caps *model.PlanCaps) {
		n := []*int64{&caps.MailboxesMax, &caps.GigabytesMax, &caps.ItemsMax}[c.number]
		was := *n
		*n += max(was/5, 1)
		less.text = fmt.Sprintf("%s: %d instead of %d", less.text, *n, was)
	}
	if c.block == &less.plan.Block {
		raise(&plan.PlanCaps)
	}
	less.dates = slices.Clone(less.dates)
	for i, d := range less.dates {
		if d.named != nil && c.block == &d.named.Block {
			named := *d.named
			raise(&named.PlanCaps)
			less.dates[i].named = &named
		}
	}
	less.Planner, less.without = less.with(&plan), nil
}

// include lets those move whom a block excludes.
func (less *relaxed) include(c constraint, split func(policies.SplitRequest) *policies.Splits) *relaxed {
	plan := *less.plan
	plan.Excludes = slices.DeleteFunc(slices.Clone(plan.Excludes), func(x *model.PlanMailboxes) bool { return &x.Block == c.block })
	planner, problems := New(less.model, &plan)
	if len(problems) > 0 {
		return nil
	}
	less.Planner, less.without = planner, nil
	if count := planner.needed(); count > len(less.dates) {
		less.dates = planner.dates(count, nil)
	}
	less.splits = split(planner.Request())
	if len(less.splits.Problems) > 0 {
		return nil
	}
	return less
}

// startOf is another plan as one of this problem: everybody is in the wave of the same number, and who was in none in the last.
func (t *tableau) startOf(r *Result) waves.Plan {
	start := make(waves.Plan, len(t.problem.Movers))
	for v := range start {
		start[v] = t.problem.Movers[v].First
		if v >= len(t.planner.movers) {
			continue
		}
		k := len(t.slotOf) - 1
		if was := r.tableau.planner.number[t.planner.movers[v]]; was >= 0 {
			k = min(k, int(r.tableau.waveOf[r.plan[was]]))
		}
		start[v] = t.slotOf[k]
	}
	return start
}
