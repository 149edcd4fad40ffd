package plan

import (
	"cmp"
	"slices"

	"hybridlint/policies/waves"
	"hybridlint/policies/waves/verify"
	"hybridlint/report"
)

// mostTorn is how many mailboxes are told of for each wave.
const mostTorn = 3

// torn is a pair of movers in different waves.
type torn struct {
	recipient, delegate int32
	cost                int64
}

// tell names, wave by wave, the pairs that cost most, and what it would cost to bring them together.
func (r *Result) tell() {
	t := r.tableau
	costs := map[[2]int32]int64{}
	neighbours := map[int32][]int32{}
	for i := range t.splits.Entries {
		x := &t.splits.Entries[i]
		a, b := t.planner.number[x.Recipient], t.planner.number[x.Delegate]
		if a < 0 || b < 0 {
			continue
		}
		neighbours[a], neighbours[b] = append(neighbours[a], b), append(neighbours[b], a)
		for _, p := range r.periods(x) {
			days := t.problem.Slots[p.to].Day - t.problem.Slots[p.from].Day
			costs[[2]int32{a, b}] += days * t.planner.weight(t.splits.Sets[p.set]) * scale
		}
	}
	byWave := make([][]torn, len(r.Waves))
	for pair, cost := range costs {
		if k := t.waveOf[min(r.plan[pair[0]], r.plan[pair[1]])]; k >= 0 && cost > 0 {
			byWave[k] = append(byWave[k], torn{pair[0], pair[1], cost})
		}
	}
	moves := verify.NewMoves(t.problem, r.plan)
	for k, all := range byWave {
		slices.SortFunc(all, func(x, y torn) int {
			return cmp.Or(cmp.Compare(y.cost, x.cost), cmp.Compare(t.planner.name(x.recipient), t.planner.name(y.recipient)),
				cmp.Compare(t.planner.name(x.delegate), t.planner.name(y.delegate)))
		})
		for _, x := range all[:min(len(all), mostTorn)] {
			r.Waves[k].Torn = append(r.Waves[k].Torn, report.PlanTorn{
				Mailbox: r.end(moves, x.recipient, x.delegate, neighbours[x.recipient]), Cost: report.Cost(x.cost),
				Delegate: r.end(moves, x.delegate, x.recipient, neighbours[x.delegate]),
			})
		}
	}
}

// end is one end of a pair: where it is, with how many of those whom it shares an entry with, and what going to the other costs.
func (r *Result) end(moves verify.Moves, v, other int32, neighbours []int32) report.PlanEnd {
	t := r.tableau
	e := report.PlanEnd{
		Name: t.planner.name(v), Wave: r.Waves[t.waveOf[r.plan[v]]].Name, More: report.Cost(moves.Of(v)[r.plan[other]]),
		Not: r.notIn(v, t.waveOf[r.plan[other]]),
	}
	neighbours = slices.Clone(neighbours)
	slices.Sort(neighbours)
	for _, u := range slices.Compact(neighbours) {
		if u != v {
			e.Of++
			if r.plan[u] == r.plan[v] {
				e.With++
			}
		}
	}
	return e
}

// notIn says why a mover may not go to another wave with those that share its own; empty where it may.
func (r *Result) notIn(v int32, k int32) string {
	t := r.tableau
	unit := t.unitOf(v)
	for _, u := range unit {
		if m := &t.movers[u]; k < m.First || k > m.Last {
			return "may not be there"
		} else if m.First != m.Last && t.slots[k].Only {
			return "is in a wave that is for others only"
		}
	}
	load := t.load(unit)
	for d, name := range []string{"mailboxes", "GB", "items"} {
		if r.Waves[k].Held[d]+load[d] > t.slots[k].Most[d] {
			return "finds no room for its " + name
		}
	}
	return ""
}

// check lets the verifier look for a step that makes the plan cheaper.
func (r *Result) check(effort waves.Effort) {
	t := r.tableau
	r.Partners = effort.Partners()
	step := verify.Better(t.problem, r.plan, r.Partners)
	if step == nil {
		return
	}
	r.Left = &report.PlanStep{Mailbox: t.planner.name(step.Mover), To: r.Waves[t.waveOf[step.To]].Name, Saves: report.Cost(step.Saves)}
	if step.With >= 0 {
		r.Left.With = t.planner.name(step.With)
	}
}

// countChanged counts those who were told another day.
func (r *Result) countChanged() {
	t := r.tableau
	for v, id := range t.planner.movers {
		if d, told := t.planner.announced[id]; told && t.problem.Slots[r.plan[v]].Day != int64(d) {
			r.Changed++
		}
	}
	r.ChangedCost = report.Cost(verify.Promises(t.problem, r.plan))
}
