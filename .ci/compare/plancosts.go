package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"hybridlint/loader"
	"hybridlint/loader/model"
	policy "hybridlint/policies"
	"hybridlint/policies/plan"
	"hybridlint/policies/waves"
)

// planCosts are what a plan costs, and what others cost.
type planCosts struct {
	Plan        int64
	Others      []int64
	Unavoidable int64
}

func (p planCosts) String() string {
	var text strings.Builder
	for _, other := range p.Others {
		fmt.Fprintf(&text, "%.3f ", float64(p.Plan)/float64(max(other, 1)))
	}
	return strings.TrimSpace(text.String())
}

func (p planCosts) without(part int64) planCosts {
	rest := planCosts{Plan: p.Plan - part}
	for _, other := range p.Others {
		rest.Others = append(rest.Others, other-part)
	}
	return rest
}

// writeCosts is the child that plans a folder as the program does and writes what that costs.
func writeCosts(arguments []string) error {
	if len(arguments) != 3 {
		return fmt.Errorf("costs takes a folder, a number of workers, and where to write them")
	}
	jobs, err := strconv.Atoi(arguments[1])
	if err != nil {
		return err
	}
	ctx := context.Background()
	config, problems := loader.Load(ctx, loader.Options{Paths: []string{"."}, Dir: arguments[0], Jobs: jobs})
	if len(problems) > 0 || len(config.Plans) != 1 {
		return fmt.Errorf("%d problems, %d plans", len(problems), len(config.Plans))
	}
	catalog, err := policy.NewCatalog()
	if err != nil {
		return err
	}
	planner, problems := plan.New(config, config.Plans[0])
	if len(problems) > 0 {
		return fmt.Errorf("%s: %s", problems[0].Summary, problems[0].Detail)
	}
	const today model.Date = 20260615
	splits := catalog.Splits(ctx, config, planner.Request(), policy.Options{Today: today, Jobs: jobs})
	if len(splits.Problems) > 0 {
		return fmt.Errorf("%s: %s", splits.Problems[0].Summary, splits.Problems[0].Detail)
	}
	result, problems := planner.Find(ctx, splits, plan.Options{Effort: waves.Normal, Seed: -1})
	if len(problems) > 0 {
		return fmt.Errorf("%s: %s", problems[0].Summary, problems[0].Detail)
	}
	costs := planCosts{Plan: int64(result.Cost), Unavoidable: unavoidable(result.Problem())}
	for _, other := range result.Alternatives {
		costs.Others = append(costs.Others, int64(other.Cost))
	}
	text, err := json.Marshal(costs)
	if err != nil {
		return err
	}
	return os.WriteFile(arguments[2], text, 0o600)
}

// unavoidable is less than any plan costs: that of the pairs of which one end has a day already, where nobody cares for anything but
// these. What such a pair costs rises or falls by the same with every day that the other end waits, so that those whose waiting is
// dearest go first.
func unavoidable(p *waves.Problem) int64 {
	perDay := make([]int64, len(p.Movers))
	fixed := func(v int32) bool { return p.Movers[v].First == p.Movers[v].Last }
	sum := int64(0)
	first, last := daysOfWaves(p)
	add := func(v, u int32, vFirst, uFirst, times int64) {
		switch day := p.Slots[p.Movers[u].First].Day; {
		case fixed(v) && fixed(u):
			sum += times * max(vFirst*(day-p.Slots[p.Movers[v].First].Day), uFirst*(p.Slots[p.Movers[v].First].Day-day))
		case fixed(v):
		case day <= first:
			sum += times * uFirst * (first - day)
			perDay[v] += times * uFirst
		case day >= last:
			sum += times * vFirst * (day - first)
			perDay[v] -= times * vFirst
		} // on days between, it may cost nothing
	}
	pair := func(a, b int32, aFirst, bFirst, times int64) {
		if fixed(b) {
			add(a, b, aFirst, bFirst, times)
		} else if fixed(a) {
			add(b, a, bFirst, aFirst, times)
		}
	}
	for _, x := range p.Pairs {
		pair(x.A, x.B, x.AFirst, x.BFirst, 1)
	}
	for i := range p.Groups {
		members := map[int32]int64{} // those who are fixed share movers
		for _, v := range p.Groups[i].Members {
			members[v]++
		}
		for _, r := range p.Groups[i].Recipients {
			for v, n := range members {
				if v != r.Mover {
					pair(r.Mover, v, r.RecipientFirst, r.MemberFirst, n)
				}
			}
		}
	}
	return sum + leastWaiting(p, perDay, first)
}

func daysOfWaves(p *waves.Problem) (first, last int64) {
	first = -1
	for _, s := range p.Slots {
		if s.Wave {
			if first < 0 {
				first = s.Day
			}
			last = s.Day
		}
	}
	return first, last
}

// leastWaiting is the least that waiting costs when the waves hold so many.
func leastWaiting(p *waves.Problem, perDay []int64, first int64) int64 {
	order := slices.DeleteFunc(slices.Clone(perDay), func(rate int64) bool { return rate == 0 })
	slices.SortFunc(order, func(a, b int64) int { return cmp.Compare(b, a) })
	sum := int64(0)
	dear, cheap := order[:firstBelow(order)], order[firstBelow(order):]
	for _, s := range p.Slots {
		if s.Wave {
			n := int(min(s.Most[waves.Mailboxes], int64(len(dear))))
			for _, rate := range dear[:n] {
				sum += rate * (s.Day - first)
			}
			dear = dear[n:]
		}
	}
	for _, s := range slices.Backward(p.Slots) {
		if s.Wave {
			n := int(min(s.Most[waves.Mailboxes], int64(len(cheap))))
			for _, rate := range cheap[len(cheap)-n:] {
				sum += rate * (s.Day - first)
			}
			cheap = cheap[:len(cheap)-n]
		}
	}
	return sum
}

// firstBelow is the place of the first rate below nothing.
func firstBelow(order []int64) int {
	if i := slices.IndexFunc(order, func(rate int64) bool { return rate < 0 }); i >= 0 {
		return i
	}
	return len(order)
}
