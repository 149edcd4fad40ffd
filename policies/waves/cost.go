package waves

import "slices"

// arrangement is a plan of a graph under improvement, with what is needed to tell the cost of a change.
type arrangement struct {
	*graph
	at   []int32
	load []Load
	// members, recipientFirst and memberFirst are, by group and slot, what the groups have there.
	members, recipientFirst, memberFirst []int64
	// held counts, by set of movers that are better near each other and slot, those of the set.
	held []int32

	// costs are those of one mover by slot, filled by costsOf; the sums are room for it.
	costs                                        []int64
	goneRate, goneDays, waitingRate, waitingDays []int64
}

func arrange(g *graph, at []int32) *arrangement {
	k := len(g.slots)
	a := &arrangement{
		graph: g, at: at, load: make([]Load, k),
		members: make([]int64, g.groups*k), recipientFirst: make([]int64, g.groups*k), memberFirst: make([]int64, g.groups*k),
		held: make([]int32, len(g.prices)*k), costs: make([]int64, k),
		goneRate: make([]int64, k), goneDays: make([]int64, k), waitingRate: make([]int64, k), waitingDays: make([]int64, k),
	}
	for v := range g.len() {
		a.count(v, at[v], 1)
		a.load[at[v]].add(&g.movers[v].Load)
	}
	return a
}

// count adds what a mover has in groups and sets to a slot, or takes it away.
func (a *arrangement) count(v, k int32, sign int64) {
	slots := int32(len(a.slots))
	for _, m := range a.inGroup.of(v) {
		i := m.group*slots + k
		a.members[i] += sign * m.members
		a.recipientFirst[i] += sign * m.recipientFirst
		a.memberFirst[i] += sign * m.memberFirst
	}
	for _, s := range a.near.of(v) {
		a.held[s*slots+k] += int32(sign)
	}
}

// move puts a mover into another slot.
func (a *arrangement) move(v, k int32) {
	from := a.at[v]
	a.count(v, from, -1)
	a.count(v, k, 1)
	a.load[from].remove(&a.movers[v].Load)
	a.load[k].add(&a.movers[v].Load)
	a.at[v] = k
}

// costsOf fills the costs of a mover in every slot, all others being where they are, in the order of its neighbours and
// the slots. What costs is linear between the days, so that sums over the slots suffice.
func (a *arrangement) costsOf(v int32) []int64 {
	clear(a.goneRate)
	clear(a.goneDays)
	clear(a.waitingRate)
	clear(a.waitingDays)
	for e := a.start[v]; e < a.start[v+1]; e++ {
		k := a.at[a.to[e]]
		a.waitingRate[k] += a.before[e]
		a.goneRate[k] += a.after[e]
	}
	a.addGroups(v)
	rate, days := int64(0), int64(0)
	for k := range a.slots {
		a.goneDays[k] = a.goneRate[k] * a.slots[k].Day
		a.waitingDays[k] = a.waitingRate[k] * a.slots[k].Day
		rate += a.waitingRate[k]
		days += a.waitingDays[k]
	}
	gone, goneDays := int64(0), int64(0)
	for k := range a.slots {
		rate -= a.waitingRate[k]
		days -= a.waitingDays[k]
		gone += a.goneRate[k]
		goneDays += a.goneDays[k]
		a.costs[k] = days - rate*a.slots[k].Day + gone*a.slots[k].Day - goneDays
	}
	a.addPromise(v)
	for _, s := range a.near.of(v) {
		a.addNear(v, s)
	}
	return a.costs
}

// addGroups adds the other members and recipients of a mover's groups to the rates.
func (a *arrangement) addGroups(v int32) {
	slots := int32(len(a.slots))
	for _, m := range a.inGroup.of(v) {
		first := m.group * slots
		for k := range slots {
			a.waitingRate[k] += m.members*a.memberFirst[first+k] + m.recipientFirst*a.members[first+k]
			a.goneRate[k] += m.members*a.recipientFirst[first+k] + m.memberFirst*a.members[first+k]
		}
		// It is not apart from itself.
		k := a.at[v]
		own := m.members * (m.memberFirst + m.recipientFirst)
		a.waitingRate[k] -= own
		a.goneRate[k] -= own
	}
}

func (a *arrangement) addPromise(v int32) {
	for _, p := range a.promised.of(v) {
		for k := range a.costs {
			if int32(k) != p.slot {
				a.costs[k] += p.price
			}
		}
	}
}

// addNear adds what a set costs that a mover is in.
func (a *arrangement) addNear(v, set int32) {
	held := a.held[int(set)*len(a.slots):][:len(a.slots)]
	held[a.at[v]]--
	first, last := spread(held)
	held[a.at[v]]++
	if first < 0 {
		return
	}
	for k := range a.costs {
		days := a.slots[max(k, last)].Day - a.slots[min(k, first)].Day
		a.costs[k] += a.prices[set] * days
	}
}

// spread are the first and the last slot that hold somebody; -1 where none does.
func spread(held []int32) (first, last int) {
	first, last = -1, -1
	for k, n := range held {
		if n > 0 {
			last = k
			if first < 0 {
				first = k
			}
		}
	}
	return first, last
}

// change is what the cost rises by when a mover goes to another slot.
func (a *arrangement) change(v, k int32) int64 {
	if !a.plain[v] && (len(a.inGroup.of(v)) > 0 || len(a.near.of(v)) > 0) {
		costs := a.costsOf(v)
		return costs[k] - costs[a.at[v]]
	}
	sum, from, to := int64(0), a.slots[a.at[v]].Day, a.slots[k].Day
	for e := a.start[v]; e < a.start[v+1]; e++ {
		day := a.slots[a.at[a.to[e]]].Day
		sum += a.apart(e, to, day) - a.apart(e, from, day)
	}
	if a.plain[v] {
		return sum
	}
	for _, p := range a.promised.of(v) {
		switch p.slot {
		case a.at[v]:
			sum += p.price
		case k:
			sum -= p.price
		}
	}
	return sum
}

// settled tells whether a mover costs least where it is, of all slots that it may be in. What pairs cost is convex over the days, so
// that nothing further away is cheaper where neither neighbour is: this takes as long as there are pairs, and costsOf as long as there
// are slots. Where a mover has more than pairs, it is settled only if it is loose.
func (a *arrangement) settled(v int32) bool {
	if !a.plain[v] {
		return false
	}
	if a.degree(v) == 0 {
		return true
	}
	here := a.slots[a.at[v]].Day
	for _, step := range []int32{-1, 1} {
		for k := a.at[v] + step; k >= a.movers[v].First && k <= a.movers[v].Last; k += step {
			if a.slots[k].Day == here || !a.allowed(v, k) {
				continue
			}
			if a.change(v, k) < 0 {
				return false
			}
			break
		}
	}
	return true
}

// apart is what an edge costs with the mover on one day and its neighbour on another.
func (g *graph) apart(e int32, day, other int64) int64 {
	if day < other {
		return g.before[e] * (other - day)
	}
	return g.after[e] * (day - other)
}

// exchange is what the cost rises by when two movers change their slots.
func (a *arrangement) exchange(v, u int32) int64 {
	from, to := a.at[v], a.at[u]
	sum := a.change(v, to)
	a.shift(v, to)
	sum += a.change(u, from)
	a.shift(v, from)
	return sum
}

// shift is move without the load.
func (a *arrangement) shift(v, k int32) {
	if !a.plain[v] {
		a.count(v, a.at[v], -1)
		a.count(v, k, 1)
	}
	a.at[v] = k
}

// exchangeFits tells whether two may change their slots.
func (a *arrangement) exchangeFits(v, u int32) bool {
	from, to := a.at[v], a.at[u]
	if !a.allowed(v, to) || !a.allowed(u, from) {
		return false
	}
	there, here := a.load[to], a.load[from]
	there.remove(&a.movers[u].Load)
	here.remove(&a.movers[v].Load)
	return a.hasRoom(to, &there, &a.movers[v].Load) && a.hasRoom(from, &here, &a.movers[u].Load)
}

// total is the cost of the whole plan.
func (a *arrangement) total() int64 {
	sum := int64(0)
	for v := range a.len() {
		day := a.slots[a.at[v]].Day
		for e := a.start[v]; e < a.start[v+1]; e++ {
			if other := a.slots[a.at[a.to[e]]].Day; day < other {
				sum += a.before[e] * (other - day)
			}
		}
		for _, p := range a.promised.of(v) {
			if p.slot != a.at[v] {
				sum += p.price
			}
		}
	}
	return sum + a.groupsTotal() + a.nearTotal()
}

func (a *arrangement) groupsTotal() int64 {
	sum, k := int64(0), len(a.slots)
	for h := range a.groups {
		for i := range k {
			for j := i + 1; j < k; j++ {
				rate := a.recipientFirst[h*k+i]*a.members[h*k+j] + a.memberFirst[h*k+j]*a.members[h*k+i]
				sum += rate * (a.slots[j].Day - a.slots[i].Day)
			}
		}
	}
	return sum
}

func (a *arrangement) nearTotal() int64 {
	sum := int64(0)
	for s, price := range a.prices {
		if first, last := spread(a.held[s*len(a.slots):][:len(a.slots)]); first >= 0 {
			sum += price * (a.slots[last].Day - a.slots[first].Day)
		}
	}
	return sum
}

// costOf is the cost of a plan.
func costOf(g *graph, at []int32) int64 { return arrange(g, slices.Clone(at)).total() }
