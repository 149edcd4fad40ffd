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
// cheaper; nil is none. It takes the number of movers times the number of slots, and for exchanges the partners of every slot.
func Better(p *waves.Problem, plan waves.Plan, partners int) *Step {
	u := newUnits(p, plan)
	wishes, step := u.moves()
	if step != nil || partners == 0 {
		return step
	}
	slices.SortStableFunc(wishes, func(a, b Step) int { return cmp.Compare(a.To, b.To) })
	for len(wishes) > 0 {
		n := 1
		for n < len(wishes) && wishes[n].To == wishes[0].To {
			n++
		}
		if step := u.exchanges(wishes[:n], partners); step != nil {
			return step
		}
		wishes = wishes[n:]
	}
	return nil
}

// moves looks for a move that makes the plan cheaper, and collects those that no room is left for.
func (u *units) moves() (wishes []Step, step *Step) {
	for i := range int32(len(u.of)) {
		first, last := u.bounds(i)
		if first == last || len(u.pairs[i]) == 0 && len(u.groups[i]) == 0 && !u.others[i] {
			continue
		}
		from, costs := u.at(i), u.costsOf(i)
		for k := first; k <= last; k++ {
			saves := costs[from] - costs[k]
			if saves <= 0 || !u.allowed(i, k) {
				continue
			}
			if u.holds(k, u.load(i), waves.Load{}) {
				return nil, &Step{u.of[i][0], -1, k, saves}
			}
			wishes = append(wishes, Step{i, -1, k, saves})
		}
	}
	return wishes, nil
}

// exchanges looks for a partner for one of those who would rather be in one slot.
func (u *units) exchanges(wishes []Step, partners int) *Step {
	k := wishes[0].To
	var back [][]int64 // by partner: what it costs by slot
	var who []int32
	for _, j := range u.bySlot[k] {
		if first, last := u.bounds(j); first == last {
			continue
		}
		if len(who) == partners {
			break
		}
		who, back = append(who, j), append(back, slices.Clone(u.costsOf(j)))
	}
	for _, w := range wishes {
		i := w.Mover
		from := u.at(i)
		for n, j := range who {
			// What two gain together is at most what each gains alone: whatever they share does not get nearer.
			if w.Saves+back[n][k]-back[n][from] <= 0 || !u.allowed(j, from) {
				continue
			}
			one, other := u.load(i), u.load(j)
			if !u.holds(k, one, other) || !u.holds(from, other, one) {
				continue
			}
			u.put(i, k)
			costs := u.costsOf(j)
			saves := w.Saves + costs[k] - costs[from]
			u.put(i, from)
			if saves > 0 {
				return &Step{u.of[i][0], u.of[j][0], k, saves}
			}
		}
	}
	return nil
}

// units are the movers, those that share a slot as one, with what each has to do with the others.
type units struct {
	p     *waves.Problem
	plan  waves.Plan
	loads []waves.Load
	of    [][]int32
	unit  []int32
	pairs [][]int32
	// groups are, by unit, the groups that it has a part in; held is what all have of the groups, by group and slot.
	groups [][]part
	held   []part
	near   [][]int32
	// others are the units that are in a set or have a promise.
	others []bool
	bySlot [][]int32
	// before and after are what costs a day while the others of a slot are still to come, and while they have gone.
	before, after, costs []int64
}

// part is what a unit, or all of a slot, have of a group: how many members, and the rates of the recipients.
type part struct {
	group                                int32
	members, recipientFirst, memberFirst int64
}

func newUnits(p *waves.Problem, plan waves.Plan) *units {
	k := len(p.Slots)
	u := &units{
		p: p, plan: slices.Clone(plan), loads: Loads(p, plan), unit: make([]int32, len(plan)), held: make([]part, len(p.Groups)*k),
		before: make([]int64, k), after: make([]int64, k), costs: make([]int64, k),
	}
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
	degrees := make([]int, len(u.of))
	for i, movers := range u.of {
		degrees[i] = u.degree(int32(i))
		u.bySlot[plan[movers[0]]] = append(u.bySlot[plan[movers[0]]], int32(i))
	}
	for _, list := range u.bySlot {
		slices.SortStableFunc(list, func(a, b int32) int { return cmp.Compare(degrees[a], degrees[b]) })
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
	n := len(u.of)
	u.pairs, u.groups, u.near, u.others = make([][]int32, n), make([][]part, n), make([][]int32, n), make([]bool, n)
	for i := range u.p.Pairs {
		x := &u.p.Pairs[i]
		a, b := u.unit[x.A], u.unit[x.B]
		if a == b || x.AFirst == 0 && x.BFirst == 0 {
			continue
		}
		u.pairs[a], u.pairs[b] = append(u.pairs[a], int32(i)), append(u.pairs[b], int32(i))
	}
	for g := range u.p.Groups {
		for _, v := range u.p.Groups[g].Members {
			u.take(v, part{int32(g), 1, 0, 0})
		}
		for _, r := range u.p.Groups[g].Recipients {
			u.take(r.Mover, part{int32(g), 0, r.RecipientFirst, r.MemberFirst})
		}
	}
	for s := range u.p.Near {
		for _, v := range u.p.Near[s].Movers {
			if i := u.unit[v]; !slices.Contains(u.near[i], int32(s)) {
				u.near[i], u.others[i] = append(u.near[i], int32(s)), true
			}
		}
	}
	for v := range u.p.Movers {
		if u.p.Movers[v].StayPrice > 0 {
			u.others[u.unit[v]] = true
		}
	}
}

// take adds a part of a group to that of a unit, and to what its slot holds.
func (u *units) take(v int32, x part) {
	parts := &u.groups[u.unit[v]]
	if last := len(*parts) - 1; last < 0 || (*parts)[last].group != x.group {
		*parts = append(*parts, part{group: x.group})
	}
	(*parts)[len(*parts)-1].add(x, 1)
	u.heldBy(x.group, u.plan[v]).add(x, 1)
}

func (p *part) add(x part, sign int64) {
	p.members += sign * x.members
	p.recipientFirst += sign * x.recipientFirst
	p.memberFirst += sign * x.memberFirst
}

func (u *units) heldBy(group, slot int32) *part { return &u.held[int(group)*len(u.p.Slots)+int(slot)] }

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
	for _, x := range u.groups[i] {
		u.heldBy(x.group, from).add(x, -1)
		u.heldBy(x.group, k).add(x, 1)
	}
	for _, v := range u.of[i] {
		u.plan[v] = k
	}
}

// holds tells whether a slot holds something more, once something else is gone.
func (u *units) holds(k int32, more, gone waves.Load) bool {
	for d, most := range u.p.Slots[k].Most {
		if u.p.Slots[k].Wave && u.loads[k][d]+more[d]-gone[d] > most && more[d] > gone[d] {
			return false
		}
	}
	return true
}

// costsOf are, by slot, what that costs in which a unit has a share, with all others where they are. They are valid until the next
// call.
func (u *units) costsOf(i int32) []int64 {
	clear(u.before)
	clear(u.after)
	for _, n := range u.pairs[i] {
		x := &u.p.Pairs[n]
		if u.unit[x.A] == i {
			u.before[u.plan[x.B]] += x.AFirst
			u.after[u.plan[x.B]] += x.BFirst
		} else {
			u.before[u.plan[x.A]] += x.BFirst
			u.after[u.plan[x.A]] += x.AFirst
		}
	}
	for _, x := range u.groups[i] {
		for k := range int32(len(u.p.Slots)) {
			others := *u.heldBy(x.group, k)
			if k == u.at(i) {
				others.add(x, -1)
			}
			u.before[k] += x.recipientFirst*others.members + x.members*others.memberFirst
			u.after[k] += x.memberFirst*others.members + x.members*others.recipientFirst
		}
	}
	u.sum()
	for k := range u.costs {
		for _, v := range u.of[i] {
			if m := &u.p.Movers[v]; m.StayPrice > 0 && m.Stay != int32(k) {
				u.costs[k] += m.StayPrice
			}
		}
	}
	for _, s := range u.near[i] {
		u.addNear(i, &u.p.Near[s])
	}
	return u.costs
}

// sum goes from day to day, once in each direction: what is apart costs its rate for every day between.
func (u *units) sum() {
	cost, rate := int64(0), int64(0)
	for k := range u.costs {
		if k > 0 {
			cost += rate * (u.p.Slots[k].Day - u.p.Slots[k-1].Day)
		}
		u.costs[k] = cost
		rate += u.after[k]
	}
	cost, rate = 0, 0
	for k := len(u.costs) - 1; k >= 0; k-- {
		if k+1 < len(u.costs) {
			cost += rate * (u.p.Slots[k+1].Day - u.p.Slots[k].Day)
		}
		u.costs[k] += cost
		rate += u.before[k]
	}
}

func (u *units) addNear(i int32, set *waves.Near) {
	first, last := int32(len(u.p.Slots)), int32(-1)
	for _, v := range set.Movers {
		if u.unit[v] != i {
			first, last = min(first, u.plan[v]), max(last, u.plan[v])
		}
	}
	if last < 0 {
		return
	}
	for k := range int32(len(u.costs)) {
		u.costs[k] += set.Price * (u.p.Slots[max(k, last)].Day - u.p.Slots[min(k, first)].Day)
	}
}

// Moves tells what changes when movers go to other slots, for as many of them as somebody asks for.
type Moves struct{ u *units }

// NewMoves reads a plan.
func NewMoves(p *waves.Problem, plan waves.Plan) Moves { return Moves{newUnits(p, plan)} }

// Of is what the cost rises by, by slot, when a mover goes there with those that share its slot.
func (m Moves) Of(v int32) []int64 {
	i := m.u.unit[v]
	costs := slices.Clone(m.u.costsOf(i))
	here := costs[m.u.at(i)]
	for k := range costs {
		costs[k] -= here
	}
	return costs
}
