package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"syscall"
	"time"

	"hybridlint/policies/waves"
	"hybridlint/policies/waves/verify"
)

// comparePlans plans organizations of several sizes, with several caps and seeds, and prints what the plans cost as parts of what
// other orders do. Targets are those of a normal search; the worst of all counts.
func (c *comparison) comparePlans() error {
	worst := &worstPlans{}
	for _, n := range c.mailboxes {
		for _, most := range []int64{100, 250, 500, 2000} {
			if int64(n) < 3*most { // hardly a choice
				continue
			}
			if err := c.comparePlan(n, most, worst); err != nil {
				return err
			}
		}
		if err := c.compareErrorsFirst(n, worst); err != nil {
			return err
		}
	}
	worst.print(c.table)
	if err := c.comparePlanted(); err != nil {
		return err
	}
	if err := c.comparePlanRuns(); err != nil {
		return err
	}
	if c.full {
		return c.compareLargest()
	}
	return nil
}

// others are what plans are compared with.
var others = []string{"first fit", "by department", "alphabet", "Louvain + packing"}

// worstPlans are the largest ratios to each of the others, and the largest shares of the pairs that are ever in error in waves at
// random.
type worstPlans struct {
	ratios              [4]float64
	errors, errorsFirst float64
}

func (w *worstPlans) print(t *table) {
	most := [4]float64{0.15, 0.20, 0.06, 0.75}
	for i, name := range others {
		t.row("worst cost ÷ "+name, fmt.Sprintf("%.3f", w.ratios[i]), atMost(w.ratios[i], most[i]))
	}
	t.row("worst pairs ever in error ÷ random", percent(w.errors), goal{"≤ 2 %", w.errors <= 0.02})
	t.row("  with weights 100, 10 and 1", percent(w.errorsFirst), goal{"≤ 0.5 %", w.errorsFirst <= 0.005})
}

func percent(x float64) string { return fmt.Sprintf("%.2f %%", 100*x) }

func atMost(is, most float64) goal { return goal{fmt.Sprintf("≤ %.2f", most), is <= most} }

// comparePlan prints the worst ratios of all seeds, and the most time of the processors.
func (c *comparison) comparePlan(n int, most int64, worst *worstPlans) error {
	of := map[waves.Effort]*worstPlans{waves.Fast: {}, waves.Normal: worst}
	row := map[waves.Effort][4]float64{}
	took := map[waves.Effort]time.Duration{}
	slots := 0
	for seed := range uint64(c.seeds) {
		o := realistic(n, 1+seed)
		p := o.problem(most, usualWeights)
		slots = len(p.Slots) - 1
		costs, inError, err := o.withoutSearch(p, most, 1+seed)
		if err != nil {
			return err
		}
		for effort, w := range of {
			plan, used, err := c.searched(o, p, effort, 1+seed)
			if err != nil {
				return err
			}
			cost, ratios := verify.Cost(p, plan), row[effort]
			for i := range others {
				ratio := float64(cost) / float64(costs[i])
				ratios[i], w.ratios[i] = max(ratios[i], ratio), max(w.ratios[i], ratio)
			}
			row[effort], took[effort] = ratios, max(took[effort], used)
			w.errors = max(w.errors, float64(o.inError(p, plan))/float64(inError))
		}
	}
	for effort, name := range []string{"fast", "normal"} {
		e := waves.Effort(effort)
		var ratios strings.Builder
		for _, ratio := range row[e] {
			fmt.Fprintf(&ratios, "%.3f ", ratio)
		}
		c.table.row(fmt.Sprintf("%s mailboxes, %d a wave, %d waves, %s", grouped(n), most, slots, name), ratios.String()+seconds(took[e]), goal{})
	}
	return nil
}

// searched plans, and gives the time of the processors that it takes.
func (c *comparison) searched(o *company, p *waves.Problem, effort waves.Effort, seed uint64) (waves.Plan, time.Duration, error) {
	began := processorTime()
	plan, err := waves.Search(c.ctx, p, waves.Options{Effort: effort, Seed: seed, Orders: [][]int32{o.byDepartment(), o.byName()}})
	if err != nil {
		return nil, 0, err
	}
	used := processorTime() - began
	if breaches := verify.Breaches(p, plan); len(breaches) > 0 {
		return nil, 0, fmt.Errorf("the plan does not hold: %v", breaches[0])
	}
	return plan, used, nil
}

// processorTime is what this process has taken so far.
func processorTime() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// withoutSearch is what the others cost, and how many pairs are ever in error in waves at random.
func (o *company) withoutSearch(p *waves.Problem, most int64, seed uint64) (costs [4]int64, inError int, err error) {
	for i, plan := range []func() (waves.Plan, error){
		func() (waves.Plan, error) { return waves.FirstFit(p) },
		func() (waves.Plan, error) { return waves.InOrder(p, o.byDepartment()) },
		func() (waves.Plan, error) { return waves.InOrder(p, o.byName()) },
		func() (waves.Plan, error) { return waves.InOrder(p, byCommunity(p, most, seed)) },
		func() (waves.Plan, error) { return waves.InOrder(p, o.shuffled(seed)) },
	} {
		plan, err := plan()
		if err != nil {
			return costs, 0, err
		}
		if i == len(costs) {
			return costs, o.inError(p, plan), nil
		}
		costs[i] = verify.Cost(p, plan)
	}
	return costs, 0, nil
}

// compareErrorsFirst plans with weights that make errors dear.
func (c *comparison) compareErrorsFirst(n int, worst *worstPlans) error {
	const most = 250
	for seed := range uint64(c.seeds) {
		o := realistic(n, 1+seed)
		p := o.problem(most, errorsFirst)
		plan, _, err := c.searched(o, p, waves.Normal, 1+seed)
		if err != nil {
			return err
		}
		_, inError, err := o.withoutSearch(p, most, 1+seed)
		if err != nil {
			return err
		}
		worst.errorsFirst = max(worst.errorsFirst, float64(o.inError(p, plan))/float64(inError))
	}
	return nil
}

// compareLargest plans half a million mailboxes once, for information.
func (c *comparison) compareLargest() error {
	const n, most = 500_000, 2000
	o := realistic(n, 1)
	p := o.problem(most, usualWeights)
	costs, _, err := o.withoutSearch(p, most, 1)
	if err != nil {
		return err
	}
	for effort, name := range []string{"fast", "normal"} {
		plan, used, err := c.searched(o, p, waves.Effort(effort), 1)
		if err != nil {
			return err
		}
		var ratios strings.Builder
		for _, other := range costs {
			fmt.Fprintf(&ratios, "%.3f ", float64(verify.Cost(p, plan))/float64(other))
		}
		c.table.row(fmt.Sprintf("%s mailboxes, %d a wave, %s", grouped(n), most, name), ratios.String()+seconds(used), goal{})
	}
	return nil
}

// inError counts the pairs that have an error while they are apart, in the direction in which they are.
func (o *company) inError(p *waves.Problem, plan waves.Plan) int {
	type pair struct{ mailbox, delegate int }
	found := map[pair]bool{}
	for _, a := range o.arcs {
		if a.permission == sendAs && p.Slots[plan[a.delegate]].Day < p.Slots[plan[a.mailbox]].Day {
			found[pair{min(a.mailbox, a.delegate), max(a.mailbox, a.delegate)}] = true
		}
	}
	return len(found)
}

// problem is what the search is given: 5 % of room, and the applications, which never move, a wave behind the last.
func (o *company) problem(most int64, w weights) *waves.Problem {
	movers := int64(0)
	for i := range o.boxes {
		if o.boxes[i].kind != application {
			movers++
		}
	}
	count := max(movers*105/100/most+1, 2)
	p := &waves.Problem{Pairs: o.pairs(w)}
	for k := range count {
		p.Slots = append(p.Slots, waves.Slot{Day: k, Wave: true, Most: waves.Load{most, waves.Unlimited, waves.Unlimited}})
	}
	p.Slots = append(p.Slots, waves.Slot{Day: count})
	for i := range o.boxes {
		m := waves.Mover{Load: waves.Load{1, 0, 0}, Last: int32(count - 1)}
		if o.boxes[i].kind == application {
			m = waves.Mover{First: int32(count), Last: int32(count)}
		}
		p.Movers = append(p.Movers, m)
	}
	return p
}

func (o *company) byDepartment() []int32 {
	return o.sorted(func(a, b *box) int {
		if a.site != b.site {
			return a.site - b.site
		}
		if a.department != b.department {
			return a.department - b.department
		}
		return a.team - b.team
	})
}

func (o *company) byName() []int32 {
	return o.sorted(func(a, b *box) int { return cmp.Compare(a.name, b.name) })
}

func (o *company) sorted(compare func(a, b *box) int) []int32 {
	order := make([]int32, len(o.boxes))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(x, y int32) int { return compare(&o.boxes[x], &o.boxes[y]) })
	return order
}
