package verify

import (
	"cmp"
	"slices"

	"hybridlint/policies/waves"
)

// Step is a move, or an exchange with another, that makes a plan cheaper.
type Step struct {
	// Mover and With are units of the plan: sets that share a slot go together. With is -1 in a move.
	Mover, With int32
	To          int32
	Saves       int64
}

// Better looks for a move, or an exchange with one of the so many movers of a wave that have the fewest pairs, that makes a plan
// cheaper; nil is none. It takes the number of movers times the number of waves times the pairs of a mover.
func Better(p *waves.Problem, plan waves.Plan, partners int) *Step {
	u := newUnits(p, plan)
	for i := range u.of {
		if better := u.betterFor(int32(i), partners); better != nil {
			return better
		}
	}
	return nil
}

// units are the movers, those that share a slot as one, with the pairs of each.
type units struct {
	p     *waves.Problem
	plan  waves.Plan
	loads []waves.Load
	of    [][]int32
	unit  []int32
	pairs [][]int32
	// others are the units that have something in a group, a set or a promise: their changes are costed whole.
	others []bool
	bySlot [][]int32
}

func newUnits(p *waves.Problem, plan waves.Plan) *units {
	u := &units{p: p, plan: slices.Clone(plan), loads: Loads(p, plan), unit: make([]int32, len(plan))}
	parent := make([]int32, len(plan))
	for v := range parent {
		parent[v] = int32(v)
	}
	for _, set := range p.Together {
		for _, v := range set {
			join(parent, set[0], v)
		}
	}
	numbers := map[int32]int32{}
	for v := range parent {
		r := root(parent, int32(v))
		i, ok := numbers[r]
		if !ok {
			i = int32(len(u.of))
			numbers[r] = i
			u.of = append(u.of, nil)
		}
		u.of[i] = append(u.of[i], int32(v))
		u.unit[v] = i
	}
	u.connect()
	u.bySlot = make([][]int32, len(p.Slots))
	for i, movers := range u.of {
		u.bySlot[plan[movers[0]]] = append(u.bySlot[plan[movers[0]]], int32(i))
	}
	for _, list := range u.bySlot {
		slices.SortStableFunc(list, func(a, b int32) int { return cmp.Compare(u.degree(a), u.degree(b)) })
	}
	return u
}

func root(parent []int32, v int32) int32 {
	for parent[v] != v {
		v = parent[v]
	}
	return v
}

func join(parent []int32, v, w int32) {
	a, b := root(parent, v), root(parent, w)
	parent[max(a, b)] = min(a, b)
}

func (u *units) connect() {
	u.pairs, u.others = make([][]int32, len(u.of)), make([]bool, len(u.of))
	for i := range u.p.Pairs {
		x := &u.p.Pairs[i]
		a, b := u.unit[x.A], u.unit[x.B]
		if a == b || x.AFirst == 0 && x.BFirst == 0 {
			continue
		}
		u.pairs[a], u.pairs[b] = append(u.pairs[a], int32(i)), append(u.pairs[b], int32(i))
	}
	for i := range u.p.Groups {
		for _, v := range u.p.Groups[i].Members {
			u.others[u.unit[v]] = true
		}
		for _, r := range u.p.Groups[i].Recipients {
			u.others[u.unit[r.Mover]] = true
		}
	}
	for i := range u.p.Near {
		for _, v := range u.p.Near[i].Movers {
			u.others[u.unit[v]] = true
		}
	}
	for v := range u.p.Movers {
		if u.p.Movers[v].StayPrice > 0 {
			u.others[u.unit[v]] = true
		}
	}
}

// degree is the number of other units that a unit shares a pair with.
func (u *units) degree(i int32) int {
	var seen []int32
	for _, n := range u.pairs[i] {
		x := &u.p.Pairs[n]
		seen = append(seen, u.unit[x.A]+u.unit[x.B]-i)
	}
	slices.Sort(seen)
	return len(slices.Compact(seen))
}

func (u *units) at(i int32) int32 { return u.plan[u.of[i][0]] }

// bounds are the slots that a unit may be in.
func (u *units) bounds(i int32) (first, last int32) {
	first, last = u.p.Movers[u.of[i][0]].First, u.p.Movers[u.of[i][0]].Last
	for _, v := range u.of[i] {
		first, last = max(first, u.p.Movers[v].First), min(last, u.p.Movers[v].Last)
	}
	return first, last
}

func (u *units) allowed(i, k int32) bool {
	first, last := u.bounds(i)
	return first <= k && k <= last && (first == last || u.p.Slots[k].Wave && !u.p.Slots[k].Only)
}

func (u *units) load(i int32) waves.Load {
	var sum waves.Load
	for _, v := range u.of[i] {
		for d := range sum {
			sum[d] += u.p.Movers[v].Load[d]
		}
	}
	return sum
}

// put moves a unit.
func (u *units) put(i, k int32) {
	load, from := u.load(i), u.at(i)
	for d := range load {
		u.loads[from][d] -= load[d]
		u.loads[k][d] += load[d]
	}
	for _, v := range u.of[i] {
		u.plan[v] = k
	}
}

func (u *units) holds(k int32) bool {
	for d, most := range u.p.Slots[k].Most {
		if u.p.Slots[k].Wave && u.loads[k][d] > most {
			return false
		}
	}
	return true
}

// cost is the part of the cost in which a unit, or one of two, has a share.
func (u *units) cost(list ...int32) int64 {
	sum := int64(0)
	for n, i := range list {
		for _, x := range u.pairs[i] {
			pair := &u.p.Pairs[x]
			if n == 1 && (u.unit[pair.A] == list[0] || u.unit[pair.B] == list[0]) {
				continue
			}
			sum += apart(day(u.p, u.plan, pair.A), day(u.p, u.plan, pair.B), pair.AFirst, pair.BFirst)
		}
	}
	if slices.ContainsFunc(list, func(i int32) bool { return u.others[i] }) {
		sum += Groups(u.p, u.plan) + Near(u.p, u.plan) + Promises(u.p, u.plan)
	}
	return sum
}

func (u *units) betterFor(i int32, partners int) *Step {
	first, last := u.bounds(i)
	if first == last || len(u.pairs[i]) == 0 && !u.others[i] {
		return nil
	}
	from := u.at(i)
	for k := first; k <= last; k++ {
		if k == from || !u.allowed(i, k) {
			continue
		}
		before := u.cost(i)
		u.put(i, k)
		saves, holds := before-u.cost(i), u.holds(k)
		u.put(i, from)
		if saves <= 0 {
			continue
		}
		if holds {
			return &Step{u.of[i][0], -1, k, saves}
		}
		if better := u.exchangeFor(i, k, partners); better != nil {
			return better
		}
	}
	return nil
}

func (u *units) exchangeFor(i, k int32, partners int) *Step {
	from := u.at(i)
	tried := 0
	for _, j := range u.bySlot[k] {
		if first, last := u.bounds(j); first == last {
			continue
		}
		if tried++; tried > partners {
			return nil
		}
		if !u.allowed(j, from) {
			continue
		}
		before := u.cost(i, j)
		u.put(i, k)
		u.put(j, from)
		saves, holds := before-u.cost(i, j), u.holds(k) && u.holds(from)
		u.put(j, k)
		u.put(i, from)
		if saves > 0 && holds {
			return &Step{u.of[i][0], u.of[j][0], k, saves}
		}
	}
	return nil
}
