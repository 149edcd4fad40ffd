package waves

import (
	"cmp"
	"context"
	"slices"
)

// wish is a mover that would cost less in another slot.
type wish struct {
	mover, to int32
	gain      int64
}

// way is from one slot to another.
type way struct{ from, to int32 }

// improve takes moves and exchanges that make the plan cheaper, in rounds, until one gains too little. No cap is broken that
// was not.
func (a *arrangement) improve(ctx context.Context, r *chance, rounds int) {
	order := numbered(a.len())
	all := int64(0)
	for range rounds {
		if ctx.Err() != nil {
			return
		}
		r.shuffle(order)
		gained, wishes := a.moves(order)
		gained += a.exchanges(order, wishes)
		all += gained
		if gained <= all/200 {
			return
		}
	}
}

func numbered(n int32) []int32 {
	all := make([]int32, n)
	for i := range all {
		all[i] = int32(i)
	}
	return all
}

// moves moves everybody to the cheapest slot with room, and collects who would rather be in one without.
func (a *arrangement) moves(order []int32) (gained int64, wishes map[way][]wish) {
	wishes = map[way][]wish{}
	for _, v := range order {
		if a.movers[v].fixed() || a.settled(v) {
			continue
		}
		costs, from := a.costsOf(v), a.at[v]
		to, wanted := from, from
		for k := a.movers[v].First; k <= a.movers[v].Last; k++ {
			if k == from || !a.allowed(v, k) {
				continue
			}
			if costs[k] < costs[to] && a.hasRoom(k, &a.load[k], &a.movers[v].Load) {
				to = k
			}
			if costs[k] < costs[wanted] {
				wanted = k
			}
		}
		gain, more := costs[from]-costs[to], costs[to]-costs[wanted]
		if to != from {
			a.move(v, to)
			gained += gain
		}
		if more > 0 {
			w := way{to, wanted}
			wishes[w] = append(wishes[w], wish{v, wanted, more})
		}
	}
	return gained, wishes
}

// exchanges brings those who wish to go one way together with those who lose least by going back.
func (a *arrangement) exchanges(order []int32, wishes map[way][]wish) (gained int64) {
	ways := make([]way, 0, len(wishes))
	for w := range wishes {
		ways = append(ways, w)
	}
	slices.SortFunc(ways, func(x, y way) int { return cmp.Or(cmp.Compare(x.from, y.from), cmp.Compare(x.to, y.to)) })
	inSlot := a.leastAttached(order)
	for _, w := range ways {
		going := wishes[w]
		slices.SortStableFunc(going, func(x, y wish) int { return cmp.Compare(y.gain, x.gain) })
		gained += a.exchangeOn(w, going, a.returning(w, wishes[way{w.to, w.from}], inSlot[w.to], len(going)+40), inSlot)
	}
	return gained
}

// leastAttached lists the movers with a choice by slot, those with the fewest pairs first.
func (a *arrangement) leastAttached(order []int32) [][]int32 {
	inSlot := make([][]int32, len(a.slots))
	for _, v := range order {
		if !a.movers[v].fixed() {
			inSlot[a.at[v]] = append(inSlot[a.at[v]], v)
		}
	}
	for _, list := range inSlot {
		slices.SortStableFunc(list, func(v, u int32) int { return cmp.Compare(a.degree(v), a.degree(u)) })
	}
	return inSlot
}

// returning are those who might come back in exchange, who gains most by it or loses least first.
func (a *arrangement) returning(w way, wishing []wish, inSlot []int32, most int) []wish {
	var back []wish
	add := func(u int32) {
		if a.at[u] == w.to && a.allowed(u, w.from) {
			back = append(back, wish{u, w.from, -a.change(u, w.from)})
		}
	}
	for _, x := range wishing {
		add(x.mover)
	}
	for _, u := range inSlot[:min(most, len(inSlot))] {
		add(u)
	}
	slices.SortStableFunc(back, func(x, y wish) int { return cmp.Compare(y.gain, x.gain) })
	return back
}

func (a *arrangement) exchangeOn(w way, going, back []wish, inSlot [][]int32) (gained int64) {
	const most = 8 // partners that are tried for one wish
	used := 0
	for _, x := range going {
		if a.at[x.mover] != w.from {
			continue
		}
		for j := used; j < min(used+most, len(back)); j++ {
			u := back[j].mover
			if a.at[u] != w.to {
				continue
			}
			if x.gain+back[j].gain <= 0 {
				break
			}
			if !a.exchangeFits(x.mover, u) {
				continue
			}
			rise := a.exchange(x.mover, u)
			if rise >= 0 {
				continue
			}
			a.move(x.mover, w.to)
			a.move(u, w.from)
			inSlot[w.from], inSlot[w.to] = append(inSlot[w.from], u), append(inSlot[w.to], x.mover)
			back[j], back[used] = back[used], back[j]
			used++
			gained -= rise
			break
		}
	}
	return gained
}

// Partners is how many movers of a slot, those with the fewest pairs, are tried for an exchange with each who would rather
// be there. In slots that hold no more, everybody is.
func (e Effort) Partners() int {
	if e == Fast {
		return 20
	}
	return 200
}

// polish goes on until no move and no exchange with one of so many partners makes the plan cheaper. Every step makes it cheaper,
// so that it ends; most bounds the steps.
func (a *arrangement) polish(ctx context.Context, count, most int) {
	for changed := true; changed && most > 0 && ctx.Err() == nil; {
		changed = false
		// What partners lose is computed once in a round. Steps make it stale, and then there is another round.
		p := partners{arrangement: a, inSlot: a.leastAttached(numbered(a.len())), leaving: map[int32]*leaving{}, most: count}
		for v := range a.len() {
			for a.movers[v].First != a.movers[v].Last && most > 0 && p.improve(v) {
				changed = true
				most--
			}
		}
	}
}

// partners are those who might be exchanged for somebody who would rather be in their slot.
type partners struct {
	*arrangement
	inSlot [][]int32
	// leaving are, by slot, its partners with what they gain by leaving it.
	leaving map[int32]*leaving
	held    int
	// most is how many there are in a slot at most.
	most int
	// back is room for a list.
	back []wish
}

type leaving struct {
	movers []int32
	// gains are by slot and partner, those of one slot behind the other; most is the largest by slot.
	gains, most []int64
}

// mostHeld bounds the gains that are remembered: there may be a thousand slots, with two hundred partners each.
const mostHeld = 4_000_000

// of gives the partners of a way back who may gain enough for somebody who gains as much as need is, those first who gain most.
func (p *partners) of(w way, need int64) []wish {
	l := p.leaving[w.from]
	if l == nil {
		l = p.leave(w.from)
	}
	p.back = p.back[:0]
	if l.most[w.to]+need <= 0 {
		return nil
	}
	for i, gain := range l.gains[int(w.to)*len(l.movers):][:len(l.movers)] {
		if gain+need > 0 {
			p.back = append(p.back, wish{l.movers[i], w.to, gain})
		}
	}
	slices.SortFunc(p.back, func(x, y wish) int { return cmp.Or(cmp.Compare(y.gain, x.gain), cmp.Compare(x.mover, y.mover)) })
	return p.back
}

// leave computes what the partners of a slot gain in every other.
func (p *partners) leave(from int32) *leaving {
	if p.held > mostHeld {
		p.leaving, p.held = map[int32]*leaving{}, 0
	}
	l := &leaving{most: make([]int64, len(p.slots))}
	for _, u := range p.inSlot[from] {
		if len(l.movers) < p.most && p.at[u] == from {
			l.movers = append(l.movers, u)
		}
	}
	n := len(l.movers)
	l.gains = make([]int64, len(p.slots)*n)
	for k := range l.most {
		l.most[k] = -Unlimited
	}
	for i, u := range l.movers {
		costs := p.costsOf(u)
		for k, cost := range costs {
			gain := costs[from] - cost
			l.gains[k*n+i] = gain
			if gain > l.most[k] && p.allowed(u, int32(k)) {
				l.most[k] = gain
			}
		}
	}
	p.held += len(l.gains)
	p.leaving[from] = l
	return l
}

// improve takes the first step for a mover that makes the plan cheaper.
func (p *partners) improve(v int32) bool {
	if p.settled(v) {
		return false
	}
	from := p.at[v]
	var wanted []wish
	costs := p.costsOf(v)
	for k := p.movers[v].First; k <= p.movers[v].Last; k++ {
		if costs[k] < costs[from] && p.allowed(v, k) {
			wanted = append(wanted, wish{v, k, costs[from] - costs[k]})
		}
	}
	slices.SortStableFunc(wanted, func(x, y wish) int { return cmp.Compare(y.gain, x.gain) })
	for _, w := range wanted {
		if p.hasRoom(w.to, &p.load[w.to], &p.movers[v].Load) {
			p.move(v, w.to)
			return true
		}
		for _, back := range p.of(way{w.to, from}, w.gain) {
			// What two gain together is at most what each gains alone.
			if w.gain+back.gain <= 0 {
				break
			}
			u := back.mover
			if p.at[u] != w.to || !p.exchangeFits(v, u) || p.exchange(v, u) >= 0 {
				continue
			}
			p.move(v, w.to)
			p.move(u, from)
			return true
		}
	}
	return false
}
