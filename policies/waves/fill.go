package waves

import (
	"cmp"
	"slices"
)

// fill puts movers into the waves in an order, beginning the next wave where one is full. A wave may become too full where
// nothing else is left; repair mends that.
func fill(g *graph, order []int32) []int32 {
	at, load := placeFixed(g)
	wave := int32(0)
	last := int32(len(g.slots) - 1)
	for _, v := range order {
		m := &g.movers[v]
		if m.fixed() {
			continue
		}
		for wave < last && (!g.slots[wave].Wave || g.slots[wave].Only || !g.hasRoom(wave, &load[wave], &m.Load)) {
			wave++
		}
		k := g.nearest(v, min(max(wave, m.First), m.Last), load)
		at[v] = k
		load[k].add(&m.Load)
	}
	return at
}

func placeFixed(g *graph) (at []int32, load []Load) {
	at, load = make([]int32, len(g.movers)), make([]Load, len(g.slots))
	for v := range at {
		if m := &g.movers[v]; m.fixed() {
			at[v] = m.First
			load[m.First].add(&m.Load)
		}
	}
	return at, load
}

// nearest is the slot with room that a mover may be in, as near as possible to one; without any, one that it may be in.
func (g *graph) nearest(v, to int32, load []Load) int32 {
	found, full := int32(-1), int32(-1)
	distance := func(k int32) int32 { return max(k-to, to-k) }
	for k := g.movers[v].First; k <= g.movers[v].Last; k++ {
		if !g.allowed(v, k) {
			continue
		}
		if full < 0 || distance(k) < distance(full) {
			full = k
		}
		if (found < 0 || distance(k) < distance(found)) && g.hasRoom(k, &load[k], &g.movers[v].Load) {
			found = k
		}
	}
	if found < 0 {
		return full
	}
	return found
}

// components are those who have to do with each other, directly or through others, the largest first. Groups count through
// their pairs only where they are given as pairs.
func components(g *graph) [][]int32 {
	seen := make([]bool, len(g.movers))
	var all [][]int32
	for s := range g.len() {
		if seen[s] {
			continue
		}
		seen[s] = true
		found := []int32{s}
		for i := 0; i < len(found); i++ {
			for _, u := range g.to[g.start[found[i]]:g.start[found[i]+1]] {
				if !seen[u] {
					seen[u] = true
					found = append(found, u)
				}
			}
		}
		all = append(all, found)
	}
	slices.SortStableFunc(all, func(a, b []int32) int { return cmp.Compare(len(b), len(a)) })
	return all
}

// firstFit puts whole components into the first wave with room; one that fits into none is cut.
func firstFit(g *graph) []int32 {
	at, load := placeFixed(g)
	for _, c := range components(g) {
		var all Load
		for _, v := range c {
			if !g.movers[v].fixed() {
				all.add(&g.movers[v].Load)
			}
		}
		fit := int32(slices.IndexFunc(g.slots, func(s Slot) bool { return s.Wave && !s.Only }))
		for k := range int32(len(g.slots)) {
			if s := &g.slots[k]; s.Wave && !s.Only && g.hasRoom(k, &load[k], &all) {
				fit = k
				break
			}
		}
		for _, v := range c {
			if m := &g.movers[v]; !m.fixed() {
				k := g.nearest(v, min(max(fit, m.First), m.Last), load)
				at[v] = k
				load[k].add(&m.Load)
			}
		}
	}
	return at
}

// repair moves movers out of waves that hold too much, those first that cost least by it for their size, and exchanges them
// where nothing else helps. It tells whether all waves hold what they may; most bounds the exchanges that are tried.
func (a *arrangement) repair(most int) bool {
	held := true
	for k := range int32(len(a.slots)) {
		if a.tooFull(k) {
			a.empty(k)
		}
		for a.tooFull(k) && most > 0 && a.lighten(k, &most) {
		}
		held = held && !a.tooFull(k)
	}
	return held
}

func (a *arrangement) tooFull(k int32) bool {
	return a.slots[k].Wave && !a.load[k].within(&a.slots[k].Most)
}

// empty moves movers out of a slot into ones with room, while it holds too much.
func (a *arrangement) empty(k int32) {
	type leaver struct {
		mover int32
		rise  int64
	}
	var leavers []leaver
	for v := range a.len() {
		if a.at[v] == k && !a.movers[v].fixed() {
			if to, rise := a.cheapest(v); to >= 0 {
				leavers = append(leavers, leaver{v, rise / max(a.size[v]*64/whole, 1)})
			}
		}
	}
	slices.SortStableFunc(leavers, func(x, y leaver) int { return cmp.Compare(x.rise, y.rise) })
	for _, l := range leavers {
		if !a.tooFull(k) {
			return
		}
		if to, _ := a.cheapest(l.mover); to >= 0 {
			a.move(l.mover, to)
		}
	}
}

// cheapest is the slot with room in which a mover costs least, apart from its own; -1 where there is none.
func (a *arrangement) cheapest(v int32) (to int32, rise int64) {
	to = -1
	costs := a.costsOf(v)
	for k := a.movers[v].First; k <= a.movers[v].Last; k++ {
		if k == a.at[v] || !a.allowed(v, k) || !a.hasRoom(k, &a.load[k], &a.movers[v].Load) {
			continue
		}
		if to < 0 || costs[k] < costs[to] {
			to = k
		}
	}
	if to < 0 {
		return to, 0
	}
	return to, costs[to] - costs[a.at[v]]
}

// lighten exchanges one of a slot that holds too much with a smaller one of another.
func (a *arrangement) lighten(k int32, most *int) bool {
	for v := range a.len() {
		if a.at[v] != k || a.movers[v].fixed() {
			continue
		}
		for u := range a.len() {
			if a.at[u] == k || a.movers[u].fixed() || a.size[u] >= a.size[v] || !a.allowed(v, a.at[u]) || !a.allowed(u, k) {
				continue
			}
			if *most--; *most < 0 {
				return false
			}
			there := a.load[a.at[u]]
			there.remove(&a.movers[u].Load)
			if to := a.at[u]; a.hasRoom(to, &there, &a.movers[v].Load) {
				a.move(v, to)
				a.move(u, k)
				return true
			}
		}
	}
	return false
}
