package waves

import (
	"cmp"
	"slices"
)

// graph is a level of the search: movers, merged or not, and what they have to do with each other. What a mover has is in
// stretches of flat lists, from start[v] to start[v+1].
type graph struct {
	slots  []Slot
	movers []Mover
	// bounds are the slots of the movers, and free tells the slots for everybody: what is asked most often, near each other in memory.
	bounds []bounds
	free   []bool
	// plain tells movers that have nothing but pairs.
	plain []bool
	// size is how much of a wave of usual size a mover takes, whole being a full one.
	size []int64

	start []int32
	to    []int32
	// before is the rate while the mover has gone and the neighbour has not; after is the other way around.
	before, after []int64

	groups   int
	inGroup  stretches[membership]
	near     stretches[int32]
	prices   []int64
	promised stretches[promise]
}

type bounds struct{ first, last int32 }

// promise is a slot that a mover has been promised, and the price of any other.
type promise struct {
	slot  int32
	price int64
}

const whole = int64(1) << 20

// membership is what a mover has to do with a group: how many members it holds, and the rates of its recipients.
type membership struct {
	group                       int32
	members                     int64
	recipientFirst, memberFirst int64
}

// stretches are lists, one per mover, one behind the other.
type stretches[T any] struct {
	start []int32
	all   []T
}

func (s *stretches[T]) of(v int32) []T { return s.all[s.start[v]:s.start[v+1]] }

func newStretches[T any](lists [][]T) stretches[T] {
	s := stretches[T]{start: make([]int32, len(lists)+1)}
	for i, list := range lists {
		s.all = append(s.all, list...)
		s.start[i+1] = int32(len(s.all))
	}
	return s
}

func newGraph(p *Problem) *graph {
	g := &graph{slots: p.Slots, movers: p.Movers, groups: len(p.Groups), prices: make([]int64, len(p.Near))}
	g.connect(slices.Clone(p.Pairs))
	lists := make([][]membership, len(p.Movers))
	for h := range p.Groups {
		for _, v := range p.Groups[h].Members {
			lists[v] = append(lists[v], membership{group: int32(h), members: 1})
		}
		for _, r := range p.Groups[h].Recipients {
			lists[r.Mover] = append(lists[r.Mover], membership{group: int32(h), recipientFirst: r.RecipientFirst, memberFirst: r.MemberFirst})
		}
	}
	near, promised := make([][]int32, len(p.Movers)), make([][]promise, len(p.Movers))
	for i := range p.Near {
		g.prices[i] = p.Near[i].Price
		for _, v := range p.Near[i].Movers {
			near[v] = append(near[v], int32(i))
		}
	}
	for v := range lists {
		lists[v] = merged(lists[v])
		slices.Sort(near[v])
		near[v] = slices.Compact(near[v])
		if m := &p.Movers[v]; m.StayPrice > 0 {
			promised[v] = []promise{{m.Stay, m.StayPrice}}
		}
	}
	g.inGroup, g.near, g.promised = newStretches(lists), newStretches(near), newStretches(promised)
	g.measure()
	g.summarize()
	return g
}

// summarize fills what is derived of the movers and slots.
func (g *graph) summarize() {
	g.bounds, g.free, g.plain = make([]bounds, len(g.movers)), make([]bool, len(g.slots)), make([]bool, len(g.movers))
	for k, s := range g.slots {
		g.free[k] = s.Wave && !s.Only
	}
	for v := range g.len() {
		g.bounds[v] = bounds{g.movers[v].First, g.movers[v].Last}
		g.plain[v] = len(g.inGroup.of(v)) == 0 && len(g.near.of(v)) == 0 && len(g.promised.of(v)) == 0
	}
}

// merged adds up what is about the same group.
func merged(list []membership) []membership {
	slices.SortStableFunc(list, func(a, b membership) int { return cmp.Compare(a.group, b.group) })
	out := list[:0]
	for _, m := range list {
		if n := len(out); n > 0 && out[n-1].group == m.group {
			out[n-1].members += m.members
			out[n-1].recipientFirst += m.recipientFirst
			out[n-1].memberFirst += m.memberFirst
			continue
		}
		out = append(out, m)
	}
	return out
}

// connect lists pairs by mover; pairs of the same two are added up, and what costs nothing is left out.
func (g *graph) connect(pairs []Pair) {
	for i := range pairs {
		if p := &pairs[i]; p.A > p.B {
			p.A, p.B, p.AFirst, p.BFirst = p.B, p.A, p.BFirst, p.AFirst
		}
	}
	slices.SortFunc(pairs, func(a, b Pair) int { return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B)) })
	kept := pairs[:0]
	for _, p := range pairs {
		n := len(kept)
		switch {
		case p.A == p.B || p.AFirst == 0 && p.BFirst == 0:
		case n > 0 && kept[n-1].A == p.A && kept[n-1].B == p.B:
			kept[n-1].AFirst += p.AFirst
			kept[n-1].BFirst += p.BFirst
		default:
			kept = append(kept, p)
		}
	}
	n := len(g.movers)
	g.start = make([]int32, n+1)
	for _, p := range kept {
		g.start[p.A+1]++
		g.start[p.B+1]++
	}
	for v := range n {
		g.start[v+1] += g.start[v]
	}
	g.to, g.before, g.after = make([]int32, g.start[n]), make([]int64, g.start[n]), make([]int64, g.start[n])
	next := slices.Clone(g.start[:n])
	put := func(v, u int32, before, after int64) {
		g.to[next[v]], g.before[next[v]], g.after[next[v]] = u, before, after
		next[v]++
	}
	for _, p := range kept {
		put(p.A, p.B, p.AFirst, p.BFirst)
		put(p.B, p.A, p.BFirst, p.AFirst)
	}
}

// measure finds the sizes: of the dimensions, the one counts in which a mover takes most of a wave.
func (g *graph) measure() {
	var most, waves Load
	for _, s := range g.slots {
		for d := range s.Most {
			if s.Wave && s.Most[d] > 0 && s.Most[d] < Unlimited {
				most[d] += s.Most[d]
				waves[d]++
			}
		}
	}
	g.size = make([]int64, len(g.movers))
	for v := range g.movers {
		g.size[v] = 1
		for d, l := range g.movers[v].Load {
			if usual := most[d] / max(waves[d], 1); usual > 0 {
				g.size[v] = max(g.size[v], l*whole/usual)
			}
		}
	}
}

func (g *graph) len() int32 { return int32(len(g.movers)) }

func (g *graph) degree(v int32) int32 { return g.start[v+1] - g.start[v] }

// loose tells whether a mover has nothing to do with anybody.
func (g *graph) loose(v int32) bool {
	return g.degree(v) == 0 && g.plain[v]
}

// allowed tells whether a mover may be in a slot.
func (g *graph) allowed(v, k int32) bool {
	b := g.bounds[v]
	return b.first <= k && k <= b.last && (b.first == b.last || g.free[k])
}

// hasRoom tells whether a load may come to a slot that holds another.
func (g *graph) hasRoom(k int32, held, more *Load) bool {
	return !g.slots[k].Wave || held.fits(more, &g.slots[k].Most)
}

// alike tells whether two may be merged: wherever one may be, the other may, too.
func (g *graph) alike(v, u int32) bool {
	a, b := &g.movers[v], &g.movers[u]
	return a.First == b.First && a.Last == b.Last
}

// contract merges movers of one label. of says which mover each has become.
func (g *graph) contract(labels []int32) (merger *graph, of []int32) {
	of = make([]int32, len(labels))
	number := make([]int32, len(labels))
	for i := range number {
		number[i] = -1
	}
	n := int32(0)
	for v, label := range labels {
		if number[label] < 0 {
			number[label] = n
			n++
		}
		of[v] = number[label]
	}
	c := &graph{slots: g.slots, groups: g.groups, prices: g.prices, movers: make([]Mover, n), size: make([]int64, n)}
	lists, near, promised := make([][]membership, n), make([][]int32, n), make([][]promise, n)
	seen := make([]bool, n)
	for v := range g.len() {
		m, into := &g.movers[v], of[v]
		if !seen[into] {
			seen[into] = true
			c.movers[into] = Mover{First: m.First, Last: m.Last}
		}
		joint := &c.movers[into]
		joint.First, joint.Last = max(joint.First, m.First), min(joint.Last, m.Last)
		joint.Load.add(&m.Load)
		c.size[into] += g.size[v]
		lists[into] = append(lists[into], g.inGroup.of(v)...)
		near[into] = append(near[into], g.near.of(v)...)
		promised[into] = append(promised[into], g.promised.of(v)...)
	}
	for v := range lists {
		lists[v] = merged(lists[v])
		slices.Sort(near[v])
		near[v] = slices.Compact(near[v])
		promised[v] = summed(promised[v])
	}
	c.inGroup, c.near, c.promised = newStretches(lists), newStretches(near), newStretches(promised)
	c.connect(g.pairsBetween(of))
	c.summarize()
	return c, of
}

// summed adds up the promises of the same slot.
func summed(list []promise) []promise {
	slices.SortFunc(list, func(a, b promise) int { return cmp.Compare(a.slot, b.slot) })
	out := list[:0]
	for _, p := range list {
		if n := len(out); n > 0 && out[n-1].slot == p.slot {
			out[n-1].price += p.price
			continue
		}
		out = append(out, p)
	}
	return out
}

// pairsBetween are the pairs of movers that are not merged with each other.
func (g *graph) pairsBetween(of []int32) []Pair {
	pairs := make([]Pair, 0, len(g.to)/2)
	for v := range g.len() {
		for e := g.start[v]; e < g.start[v+1]; e++ {
			if u := g.to[e]; v < u && of[v] != of[u] {
				pairs = append(pairs, Pair{A: of[v], B: of[u], AFirst: g.before[e], BFirst: g.after[e]})
			}
		}
	}
	return pairs
}
