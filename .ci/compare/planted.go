package main

import (
	"fmt"
	"math/rand/v2"

	"hybridlint/policies/waves"
	"hybridlint/policies/waves/verify"
)

// comparePlanted plans organizations that were made from a plan: waves that are exactly full, of which each shares with itself and its
// neighbours, and a part of all pairs with anybody.
func (c *comparison) comparePlanted() error {
	const n = 12_000
	worst := 0.0
	for _, most := range []int{100, 250, 500, 2000} {
		for _, noise := range []float64{0.05, 0.2, 0.4} {
			p, planted := plantedPlan(n/most, most, noise)
			plan, err := waves.Search(c.ctx, p, waves.Options{Effort: waves.Normal, Seed: 1})
			if err != nil {
				return err
			}
			if breaches := verify.Breaches(p, plan); len(breaches) > 0 {
				return fmt.Errorf("the plan does not hold: %v", breaches[0])
			}
			ratio := float64(verify.Cost(p, plan)) / float64(verify.Cost(p, planted))
			worst = max(worst, ratio)
			c.table.row(fmt.Sprintf("%s mailboxes made from waves of %d, %.0f %% noise", grouped(n), most, 100*noise), fmt.Sprintf("%.3f", ratio), goal{})
		}
	}
	c.table.row("worst cost ÷ that of the planted plan", fmt.Sprintf("%.3f", worst), atMost(worst, 1.15))
	return nil
}

// plantedPlan makes a problem and the plan that it was made from.
func plantedPlan(count, most int, noise float64) (*waves.Problem, waves.Plan) {
	r := rand.New(rand.NewPCG(7, uint64(most)))
	n := count * most
	place := r.Perm(n)
	p, plan := &waves.Problem{}, make(waves.Plan, n)
	for k := range count {
		p.Slots = append(p.Slots, waves.Slot{Day: int64(k), Wave: true, Most: waves.Load{int64(most), waves.Unlimited, waves.Unlimited}})
	}
	rates := [][2]int64{{3, 3}, {1, 11}, {1, 1}, {4, 4}}
	const links, team = 5, 10
	for i := range n {
		wave := i / most
		p.Movers = append(p.Movers, waves.Mover{Load: waves.Load{1, 0, 0}, Last: int32(count - 1)})
		plan[place[i]] = int32(wave)
		for range links {
			var other int
			switch x := r.Float64(); {
			case x < noise/2:
				other = r.IntN(n)
			case x < noise: // of the wave before or behind
				other = min(max(wave+1-2*r.IntN(2), 0), count-1)*most + r.IntN(most)
			case r.IntN(2) == 0:
				other = i/team*team + r.IntN(team)
			default:
				other = wave*most + r.IntN(most)
			}
			if rate := rates[r.IntN(len(rates))]; other != i {
				p.Pairs = append(p.Pairs, waves.Pair{A: int32(place[i]), B: int32(place[other]), AFirst: rate[0], BFirst: rate[1]})
			}
		}
	}
	return p, plan
}
