// Package verify recomputes what a plan costs and whether it holds to its problem, from the problem as it was given: pair by
// pair, member by member, without anything that the search has computed. Whatever a person reads of a plan comes from here.
package verify

import (
	"fmt"
	"slices"

	"hybridlint/policies/waves"
)

// Cost is what a plan costs.
func Cost(p *waves.Problem, plan waves.Plan) int64 {
	return Pairs(p, plan) + Groups(p, plan) + Near(p, plan) + Promises(p, plan)
}

// apart is what two cost of which the first has a rate for going before the second, and the other way around.
func apart(day, other, before, after int64) int64 {
	if day < other {
		return before * (other - day)
	}
	return after * (day - other)
}

func day(p *waves.Problem, plan waves.Plan, v int32) int64 { return p.Slots[plan[v]].Day }

// Pairs is the part of the pairs.
func Pairs(p *waves.Problem, plan waves.Plan) int64 {
	sum := int64(0)
	for _, x := range p.Pairs {
		sum += apart(day(p, plan, x.A), day(p, plan, x.B), x.AFirst, x.BFirst)
	}
	return sum
}

// Groups is the part of the groups: every recipient with every member, those of one slot at once.
func Groups(p *waves.Problem, plan waves.Plan) int64 {
	sum := int64(0)
	for i := range p.Groups {
		members := make([]int64, len(p.Slots))
		for _, v := range p.Groups[i].Members {
			members[plan[v]]++
		}
		for _, r := range p.Groups[i].Recipients {
			for k, n := range members {
				sum += n * apart(day(p, plan, r.Mover), p.Slots[k].Day, r.RecipientFirst, r.MemberFirst)
			}
		}
	}
	return sum
}

// Near is the part of those who are better near each other.
func Near(p *waves.Problem, plan waves.Plan) int64 {
	sum := int64(0)
	for _, set := range p.Near {
		if len(set.Movers) == 0 {
			continue
		}
		first, last := day(p, plan, set.Movers[0]), day(p, plan, set.Movers[0])
		for _, v := range set.Movers {
			first, last = min(first, day(p, plan, v)), max(last, day(p, plan, v))
		}
		sum += set.Price * (last - first)
	}
	return sum
}

// Promises is the part of slots that were promised and are not kept.
func Promises(p *waves.Problem, plan waves.Plan) int64 {
	sum := int64(0)
	for v := range p.Movers {
		if m := &p.Movers[v]; m.StayPrice > 0 && plan[v] != m.Stay {
			sum += m.StayPrice
		}
	}
	return sum
}

// Loads are what the slots hold.
func Loads(p *waves.Problem, plan waves.Plan) []waves.Load {
	loads := make([]waves.Load, len(p.Slots))
	for v, k := range plan {
		for d := range loads[k] {
			loads[k][d] += p.Movers[v].Load[d]
		}
	}
	return loads
}

// Breach is something that a plan does not hold to.
type Breach struct {
	// Mover is whom it is about, or -1.
	Mover int32
	Slot  int32
	What  string
}

// Breaches are what a plan does not hold to.
func Breaches(p *waves.Problem, plan waves.Plan) []Breach {
	var found []Breach
	for v, k := range plan {
		m := &p.Movers[v]
		switch s := &p.Slots[k]; {
		case !s.Wave && p.Slots[m.First].Wave:
			found = append(found, Breach{int32(v), k, "is in no wave"})
		case k < m.First || k > m.Last:
			found = append(found, Breach{int32(v), k, "is outside of the waves that it may be in"})
		case m.First != m.Last && s.Only:
			found = append(found, Breach{int32(v), k, "is in a wave that is for others only"})
		}
	}
	for k, held := range Loads(p, plan) {
		s := &p.Slots[k]
		for d, name := range [waves.Dimensions]string{"mailboxes", "gigabytes", "items"} {
			if s.Wave && held[d] > s.Most[d] {
				found = append(found, Breach{-1, int32(k), fmt.Sprintf("holds %d %s of %d", held[d], name, s.Most[d])})
			}
		}
	}
	for _, set := range p.Together {
		for _, v := range set {
			if plan[v] != plan[set[0]] {
				found = append(found, Breach{v, plan[v], "is not with those that it belongs to"})
			}
		}
	}
	return found
}

// Change is what the cost rises by when one mover alone goes to another slot.
func Change(p *waves.Problem, plan waves.Plan, v, k int32) int64 {
	moved := slices.Clone(plan)
	moved[v] = k
	return Cost(p, moved) - Cost(p, plan)
}

// ByStart is the cost by slot: that of a pair belongs to the slot in which it comes apart, that of movers who are better near
// each other to the first of theirs, that of a promise to the slot that breaks it. The sum is that of Cost.
func ByStart(p *waves.Problem, plan waves.Plan) []int64 {
	costs := make([]int64, len(p.Slots))
	pair := func(a, b int32, before, after, times int64) {
		first := a
		if p.Slots[b].Day < p.Slots[a].Day {
			first = b
		}
		costs[first] += times * apart(p.Slots[a].Day, p.Slots[b].Day, before, after)
	}
	for _, x := range p.Pairs {
		pair(plan[x.A], plan[x.B], x.AFirst, x.BFirst, 1)
	}
	for i := range p.Groups {
		members := make([]int64, len(p.Slots))
		for _, v := range p.Groups[i].Members {
			members[plan[v]]++
		}
		for _, r := range p.Groups[i].Recipients {
			for k, n := range members {
				if n > 0 {
					pair(plan[r.Mover], int32(k), r.RecipientFirst, r.MemberFirst, n)
				}
			}
		}
	}
	for _, set := range p.Near {
		first, last := int32(len(p.Slots)), int32(-1)
		for _, v := range set.Movers {
			first, last = min(first, plan[v]), max(last, plan[v])
		}
		if last >= 0 {
			costs[first] += set.Price * (p.Slots[last].Day - p.Slots[first].Day)
		}
	}
	for v := range p.Movers {
		if m := &p.Movers[v]; m.StayPrice > 0 && plan[v] != m.Stay {
			costs[plan[v]] += m.StayPrice
		}
	}
	return costs
}
