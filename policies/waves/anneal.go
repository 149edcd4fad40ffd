package waves

import (
	"context"
	"slices"
)

// annealing is a walk through plans that takes steps to dearer ones, more rarely the longer it goes on.
type annealing struct {
	*arrangement
	r *chance
	// busy are those whose slot makes a difference.
	busy []int32
	// inSlot are the movers with a choice, by slot; place is where each stands there.
	inSlot [][]int32
	place  []int32
	waves  []int32
	// nth is, by slot, how many of the waves are before it.
	nth []int
	now int64
}

// anneal walks from a plan for a number of steps, from a hot temperature to a cold one, and gives the cheapest plan it has
// seen. Temperatures are in parts of a unit of the costs (degree). No cap is broken that was not.
func anneal(ctx context.Context, g *graph, from []int32, steps int, hot, cold int64, r *chance) []int32 {
	a := newAnnealing(g, from, r)
	best, lowest := slices.Clone(from), a.now
	if len(a.busy) == 0 || len(a.waves) < 2 {
		return best
	}
	temperature := hot
	const round = 1000
	rounds := int64(max(steps/round, 1))
	for i := range int64(steps) {
		if i%round == round-1 {
			if ctx.Err() != nil {
				return best
			}
			// It falls by the same share of what is left in every round.
			temperature = max(temperature-max((temperature-cold)*6/rounds, 1), cold)
		}
		a.step(temperature)
		if a.now < lowest && i%64 == 0 {
			lowest = a.now
			copy(best, a.at)
		}
	}
	if a.now < lowest {
		copy(best, a.at)
	}
	return best
}

func newAnnealing(g *graph, from []int32, r *chance) *annealing {
	a := &annealing{
		arrangement: arrange(g, slices.Clone(from)), r: r,
		inSlot: make([][]int32, len(g.slots)), place: make([]int32, len(g.movers)),
	}
	for v := range g.len() {
		if g.movers[v].fixed() {
			continue
		}
		a.place[v] = int32(len(a.inSlot[from[v]]))
		a.inSlot[from[v]] = append(a.inSlot[from[v]], v)
		if !g.loose(v) {
			a.busy = append(a.busy, v)
		}
	}
	for k, free := range g.free {
		a.nth = append(a.nth, len(a.waves))
		if free {
			a.waves = append(a.waves, int32(k))
		}
	}
	a.now = a.total()
	return a
}

// step tries one move, or an exchange where there is no room.
func (a *annealing) step(temperature int64) {
	v := a.busy[a.r.below(len(a.busy))]
	from, to := a.at[v], a.target(v)
	if to == from || !a.allowed(v, to) {
		return
	}
	if a.hasRoom(to, &a.load[to], &a.movers[v].Load) {
		if rise := a.change(v, to); accepts(rise, temperature, a.r) {
			a.put(v, to)
			a.now += rise
		}
		return
	}
	if len(a.inSlot[to]) == 0 {
		return
	}
	u := a.inSlot[to][a.r.below(len(a.inSlot[to]))]
	if !a.exchangeFits(v, u) {
		return
	}
	if rise := a.exchange(v, u); accepts(rise, temperature, a.r) {
		a.put(v, to)
		a.put(u, from)
		a.now += rise
	}
}

// target is where a mover might go: mostly to a neighbour, else to the wave before or behind, or anywhere.
func (a *annealing) target(v int32) int32 {
	switch d := a.degree(v); {
	case d > 0 && a.r.below(10) < 7:
		return a.at[a.to[a.start[v]+int32(a.r.below(int(d)))]]
	case a.r.below(2) == 0:
		i := a.nth[a.at[v]] + 1 - 2*a.r.below(2)
		return a.waves[min(max(i, 0), len(a.waves)-1)]
	default:
		return a.waves[a.r.below(len(a.waves))]
	}
}

func (a *annealing) put(v, k int32) {
	leaving := a.inSlot[a.at[v]]
	last := leaving[len(leaving)-1]
	leaving[a.place[v]], a.place[last] = last, a.place[v]
	a.inSlot[a.at[v]] = leaving[:len(leaving)-1]
	a.place[v] = int32(len(a.inSlot[k]))
	a.inSlot[k] = append(a.inSlot[k], v)
	a.move(v, k)
}

// rise is what an average pair costs that is apart from one wave to the next: the measure of temperatures.
func (g *graph) rise() int64 {
	sum, days, gaps := int64(0), int64(0), int64(0)
	for e := range g.to {
		sum += g.before[e]
	}
	last := int64(-1)
	for _, s := range g.slots {
		if s.Wave {
			if last >= 0 {
				days += s.Day - last
				gaps++
			}
			last = s.Day
		}
	}
	return max(sum/max(int64(len(g.to)), 1), 1) * max(days/max(gaps, 1), 1)
}
