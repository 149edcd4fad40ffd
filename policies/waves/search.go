package waves

import (
	"context"
	"errors"
	"fmt"
	"slices"
)

// Effort is how much is tried.
type Effort uint8

// Efforts, in rising order.
const (
	// Fast is one pass over the levels.
	Fast Effort = iota
	// Normal is two starts, with cycles over the levels.
	Normal
	// Thorough begins anew several times.
	Thorough
)

// Options say how to search.
type Options struct {
	Effort Effort
	Seed   uint64
	// Orders are lists of all movers from which plans are made to begin with, the existing order of the user among them.
	Orders [][]int32
	// Starts are plans to begin with.
	Starts []Plan
	// Progress is told of the stages that are done, and of how many there are at most; nil is told nothing.
	Progress func(done, total int)
}

// NotFoundError says that no plan was found that holds to the caps. It proves nothing.
type NotFoundError struct {
	// Steps is how many exchanges were tried to mend the last plan.
	Steps int
	// Over are the slots that would hold too much.
	Over []int32
}

func (e *NotFoundError) Error() string {
	return fmt.Sprintf("no plan was found within %d steps", e.Steps)
}

// search is one under way.
type search struct {
	ctx     context.Context
	problem *Problem
	g       *graph
	of      []int32 // by mover of the problem, that of the graph
	options Options
	best    []int32
	lowest  int64
	over    []int32
	done    int
	total   int
}

// repairs is how many exchanges are tried to keep the caps.
const repairs = 2_000_000

// mostWalked bounds the steps of one walk, so that half a million movers end in minutes.
const mostWalked = 60_000_000

// Search finds a plan. No single move makes it cheaper, and no exchange that polish looks for.
func Search(ctx context.Context, p *Problem, options Options) (Plan, error) {
	whole := newGraph(p)
	g, of := whole.contract(togetherLabels(p))
	s := &search{ctx: ctx, problem: p, g: g, of: of, options: options}
	s.total = map[Effort]int{Fast: 2, Normal: 2 + cycles + 2, Thorough: 1 + restartsOf(g.len())*8 + 1}[options.Effort]
	s.begin(of)
	switch options.Effort {
	case Fast:
		s.offer(s.levels(options.Seed))
		s.step()
	case Normal:
		s.normal()
	default:
		s.thorough()
	}
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	if s.best == nil {
		return nil, &NotFoundError{Steps: repairs, Over: s.over}
	}
	a := arrange(g, s.best)
	a.polish(ctx, options.Effort.Partners(), 20*len(g.movers)+1000)
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	s.done = s.total - 1
	s.step()
	return s.plan(a.at), nil
}

// plan is that of the problem's movers.
func (s *search) plan(at []int32) Plan {
	plan := make(Plan, len(s.of))
	for v := range plan {
		plan[v] = at[s.of[v]]
	}
	return plan
}

// togetherLabels gives those who share a slot a common label.
func togetherLabels(p *Problem) []int32 {
	label := numbered(int32(len(p.Movers)))
	find := func(v int32) int32 {
		for label[v] != v {
			label[v] = label[label[v]]
			v = label[v]
		}
		return v
	}
	for _, set := range p.Together {
		for _, v := range set[min(1, len(set)):] {
			a, b := find(set[0]), find(v)
			label[max(a, b)] = min(a, b)
		}
	}
	for v := range label {
		label[v] = find(int32(v))
	}
	return label
}

func (s *search) step() {
	s.done++
	if s.options.Progress != nil {
		s.options.Progress(min(s.done, s.total), s.total)
	}
}

// offer keeps a plan where it is the cheapest so far that holds to the caps.
func (s *search) offer(at []int32) bool {
	a := arrange(s.g, slices.Clone(at))
	if !a.repair(repairs) {
		if s.best == nil {
			s.over = s.over[:0]
			for k := range int32(len(s.g.slots)) {
				if a.tooFull(k) {
					s.over = append(s.over, k)
				}
			}
		}
		return false
	}
	cost := a.total()
	if s.best != nil && cost >= s.lowest {
		if cost == s.lowest && s.problem.standingOf(s.plan(a.at)).compare(s.problem.standingOf(s.plan(s.best))) < 0 {
			s.best = a.at
		}
		return false // it is no cheaper
	}
	s.best, s.lowest = a.at, cost
	return true
}

// begin takes what people do today: components and first fit, the orders and the plans that were given.
func (s *search) begin(of []int32) {
	s.offer(firstFit(s.g))
	for _, order := range s.options.Orders {
		s.offer(fill(s.g, distinct(order, of)))
	}
	for _, start := range s.options.Starts {
		at := make([]int32, len(s.g.movers))
		for v, k := range start {
			at[of[v]] = k
		}
		for v := range s.g.len() {
			if !s.g.allowed(v, at[v]) {
				at[v] = s.g.movers[v].First
			}
		}
		s.offer(at)
	}
	s.step()
}

// distinct are the merged movers in the order of their first.
func distinct(order, of []int32) []int32 {
	seen := map[int32]bool{}
	var all []int32
	for _, v := range order {
		if !seen[of[v]] {
			seen[of[v]] = true
			all = append(all, of[v])
		}
	}
	return all
}

// cycles is how many cycles over the levels there are at most.
const cycles = 12

func (s *search) normal() {
	for start := range uint64(2) {
		s.offer(s.levels(s.options.Seed + start*1000))
		s.step()
	}
	if s.best == nil {
		return
	}
	stalled := 0
	for c := range uint64(cycles) {
		if stalled < 4 && s.ctx.Err() == nil {
			before := s.lowest
			if !s.offer(s.cycle(s.best, s.options.Seed+c+1)) || s.lowest > before-before/1000 {
				stalled++
			}
		}
		s.step()
	}
	unit := s.g.rise() * degree
	s.offer(s.walk(s.best, 400, unit, unit/16, s.options.Seed))
	s.step()
}

// walk anneals a plan, with so many steps for each mover.
func (s *search) walk(at []int32, each int, hot, cold int64, seed uint64) []int32 {
	steps := min(int64(len(at))*int64(each), mostWalked)
	r := newChance(seed, 99)
	walked := arrange(s.g, anneal(s.ctx, s.g, at, int(steps), hot, max(cold, 1), r))
	walked.improve(s.ctx, r, 8)
	return walked.at
}

// restartsOf is how often a thorough search begins anew: small problems cost next to nothing.
func restartsOf(movers int32) int {
	switch {
	case movers <= 200:
		return 24
	case movers <= 20_000:
		return 2
	default:
		return 1
	}
}

func (s *search) thorough() {
	unit := s.g.rise() * degree
	for i := range uint64(restartsOf(s.g.len())) {
		seed := s.options.Seed + i*7919
		plan := s.levels(seed)
		lowest := costOf(s.g, plan)
		better := func(other []int32) {
			if cost := costOf(s.g, other); cost < lowest {
				plan, lowest = other, cost
			}
		}
		better(s.walk(plan, 2000, 4*unit, unit/8, seed))
		s.step()
		for c := range uint64(6) {
			better(s.cycle(plan, seed+c))
			s.step()
		}
		better(s.walk(plan, 2000, 2*unit, unit/8, seed+1))
		s.step()
		s.offer(plan)
	}
}

// levels merges, puts the merged in an order, cuts it into waves, and improves the plan while undoing the merging.
func (s *search) levels(seed uint64) []int32 {
	r := newChance(seed, 0)
	graphs, ofs := []*graph{s.g}, [][]int32{}
	usual := max(s.usualSize(), 1)
	most := usual * 3
	for g := s.g; len(g.movers) > max(600, 6*len(g.slots)) && s.ctx.Err() == nil; most = min(most*3, max(whole/6, 2*usual)) {
		next, of := g.contract(labels(g, nil, most, 6, r))
		if len(next.movers)*100 > len(g.movers)*97 {
			if most >= max(whole/6, 2*usual) {
				break
			}
			continue
		}
		graphs, ofs = append(graphs, next), append(ofs, of)
		g = next
	}
	coarsest := graphs[len(graphs)-1]
	at := fill(coarsest, inOrder(coarsest, r))
	for l := range slices.Backward(graphs) {
		if l < len(ofs) {
			at = undone(at, ofs[l])
		}
		a := arrange(graphs[l], at)
		a.repair(len(a.movers))
		a.orderWaves()
		if len(ofs) > 0 {
			a = arrange(a.graph, s.cooled(a.graph, a.at, mostWarmed, newChance(seed, uint64(200+l))))
		}
		a.improve(s.ctx, r, 12)
		a.orderWaves()
		at = a.at
	}
	return at
}

// Bounds of the steps of annealing on merged levels: of a first plan, which is to be fast, and of cycles.
const (
	mostWarmed = 500_000
	mostCooled = 4_000_000
)

// cooled anneals a plan of merged movers.
func (s *search) cooled(g *graph, at []int32, most int, r *chance) []int32 {
	unit := g.rise() * degree
	return anneal(s.ctx, g, at, min(len(at)*200, most), 2*unit, max(unit/10, 1), r)
}

// usualSize is how large a mover is on average.
func (s *search) usualSize() int64 {
	sum := int64(0)
	for _, size := range s.g.size {
		sum += size
	}
	return sum / max(int64(len(s.g.size)), 1)
}

// undone is the plan of the level below.
func undone(at, of []int32) []int32 {
	below := make([]int32, len(of))
	for v, u := range of {
		below[v] = at[u]
	}
	return below
}

// cycle merges only what is in one slot, and walks and improves from the merged to the single.
func (s *search) cycle(at []int32, seed uint64) []int32 {
	r := newChance(seed, 21)
	graphs, ofs, plans := []*graph{s.g}, [][]int32{}, [][]int32{at}
	usual := max(s.usualSize(), 1)
	largest := max(whole/4, 2*usual)
	for most := usual * int64(2+r.below(3)); s.ctx.Err() == nil; most = min(most*int64(2+r.below(2)), largest) {
		g, plan := graphs[len(graphs)-1], plans[len(plans)-1]
		if len(g.movers) < 3*len(g.slots) {
			break
		}
		next, of := g.contract(labels(g, plan, most, 4, r))
		if len(next.movers)*100 > len(g.movers)*97 {
			if most >= largest {
				break
			}
			continue
		}
		above := make([]int32, len(next.movers))
		for v, u := range of {
			above[u] = plan[v]
		}
		graphs, ofs, plans = append(graphs, next), append(ofs, of), append(plans, above)
	}
	at = slices.Clone(plans[len(plans)-1])
	for l := range slices.Backward(graphs) {
		if l < len(ofs) {
			at = undone(at, ofs[l])
		}
		if l > 0 {
			at = s.cooled(graphs[l], at, mostCooled, newChance(seed, uint64(100+l)))
		}
		a := arrange(graphs[l], at)
		a.orderWaves()
		a.improve(s.ctx, r, 10)
		at = a.at
	}
	return at
}

// FirstFit is what people do who keep components together: whole components into the first wave with room.
func FirstFit(p *Problem) (Plan, error) {
	return p.simple(firstFit)
}

// InOrder fills the waves in an order of the movers.
func InOrder(p *Problem, order []int32) (Plan, error) {
	return p.simple(func(g *graph) []int32 { return fill(g, order) })
}

var errNoRoom = errors.New("does not hold to the caps")

// simple makes a plan without a search; sets that share a slot are not kept together by it.
func (p *Problem) simple(arranged func(*graph) []int32) (Plan, error) {
	g := newGraph(p)
	a := arrange(g, arranged(g))
	if !a.repair(repairs) {
		return nil, errNoRoom
	}
	return a.at, nil
}
