package plan

import (
	"fmt"
	"slices"
	"strings"

	"hybridlint/loader/model"
	"hybridlint/policies/waves"
	"hybridlint/report"
)

// constraint is something that a plan asks for.
type constraint struct {
	kind  constraintKind
	block *model.Block
	// number tells those of one block apart: the dimension of a cap.
	number int
}

type constraintKind uint8

const (
	ofCap constraintKind = iota
	ofWaves
	ofFreeze
	ofPin
	ofOnly
	ofTogether
	ofManagers
	ofExclusion
)

// constraints are all that a plan asks for, in the order of the file as far as they have a place.
func (p *Planner) constraints() []constraint {
	all := []constraint{}
	caps := func(block *model.Block, c *model.PlanCaps) {
		for dimension, n := range []int64{c.MailboxesMax, c.GigabytesMax, c.ItemsMax} {
			if n > 0 {
				all = append(all, constraint{ofCap, block, dimension})
			}
		}
	}
	caps(&p.plan.Block, &p.plan.PlanCaps)
	if p.plan.WavesMax > 0 || len(p.plan.Dates) > 0 {
		all = append(all, constraint{kind: ofWaves, block: &p.plan.Block})
	}
	if p.plan.ManagerAndDelegate != model.BondPrefer {
		all = append(all, constraint{kind: ofManagers, block: &p.plan.Block})
	}
	for _, w := range p.plan.Waves {
		caps(&w.Block, &w.PlanCaps)
		if w.Only != nil {
			all = append(all, constraint{kind: ofOnly, block: &w.Block})
		}
	}
	for _, x := range p.plan.Freezes {
		all = append(all, constraint{kind: ofFreeze, block: &x.Block})
	}
	for _, x := range p.plan.Pins {
		all = append(all, constraint{kind: ofPin, block: &x.Block})
	}
	for _, x := range p.plan.Together {
		all = append(all, constraint{kind: ofTogether, block: &x.Block})
	}
	return all
}

// text says what is asked for, and where.
func (p *Planner) text(c constraint) string {
	at := func(attribute string) string {
		l := c.block.Locate(attribute, -1)
		return fmt.Sprintf(" (%s:%d)", l.File, l.Start.Line)
	}
	switch c.kind {
	case ofCap:
		name := []string{"mailboxes_max", "gigabytes_max", "items_max"}[c.number]
		return name + at(name)
	case ofWaves:
		if p.plan.WavesMax > 0 {
			return "waves_max" + at("waves_max")
		}
		return "dates" + at("dates")
	case ofManagers:
		return "managers and delegates together" + at("manager_and_delegate")
	case ofFreeze:
		return "freeze" + at("from")
	case ofPin:
		return "pin" + at("mailboxes")
	case ofOnly:
		return "only" + at("only")
	case ofExclusion:
		return "exclude" + at("mailboxes")
	default:
		return "together" + at("mailboxes")
	}
}

// frame are the slots of a plan with so many waves, and where the movers may be.
type frame struct {
	dates  []date
	slots  []waves.Slot
	movers []waves.Mover
	// together are the sets that share a wave.
	together [][]int32
	// apart are sets of managers and delegates who are not bound.
	apart [][]int32
}

// frame makes the slots for at most so many waves, as if some constraints were not there.
func (p *Planner) frame(most int, without map[constraint]bool) *frame {
	return p.frameOf(p.dates(most, without), without)
}

func (p *Planner) frameOf(dates []date, without map[constraint]bool) *frame {
	f := &frame{dates: dates}
	for _, d := range f.dates {
		f.slots = append(f.slots, waves.Slot{
			Day: int64(d.day), Wave: true, Most: p.caps(d, without),
			Only: d.named != nil && d.named.Only != nil && !without[constraint{kind: ofOnly, block: &d.named.Block}],
		})
	}
	last := int32(len(f.slots) - 1)
	for _, load := range p.loads() {
		f.movers = append(f.movers, waves.Mover{Load: load, First: 0, Last: last})
	}
	narrow := func(v, first, to int32) {
		f.movers[v].First, f.movers[v].Last = max(f.movers[v].First, first), min(f.movers[v].Last, to)
	}
	for _, x := range p.plan.Pins {
		if without[constraint{kind: ofPin, block: &x.Block}] {
			continue
		}
		first, to := p.pinned(x, f.dates)
		for _, v := range p.numbers(x.Mailboxes) {
			narrow(v, first, to)
		}
	}
	for k, d := range f.dates {
		if f.slots[k].Only {
			for _, v := range p.numbers(d.named.Only) {
				narrow(v, int32(k), int32(k))
			}
		}
	}
	p.bind(f, without)
	return f
}

// pinned are the first and the last wave that a pin allows.
func (p *Planner) pinned(x *model.PlanPin, dates []date) (first, to int32) {
	last := int32(len(dates) - 1)
	switch {
	case x.Last == model.True:
		return last, last
	case x.Wave != "":
		named, _ := p.plan.WaveDate(x.Wave)
		k := int32(slices.IndexFunc(dates, func(d date) bool { return d.day == dayOf(named) }))
		if k < 0 {
			return last + 1, last
		}
		return k, k
	}
	first, to = 0, last
	for k, d := range dates {
		if x.NotBefore != 0 && d.day < dayOf(x.NotBefore) {
			first = int32(k) + 1
		}
		if x.NotAfter != 0 && d.day > dayOf(x.NotAfter) {
			to = min(to, int32(k)-1)
		}
	}
	return first, to
}

// bind finds the sets that share a wave. A set of managers and delegates that is larger than every wave is not bound.
func (p *Planner) bind(f *frame, without map[constraint]bool) {
	for _, x := range p.plan.Together {
		if set := p.numbers(x.Mailboxes); len(set) > 1 && !without[constraint{kind: ofTogether, block: &x.Block}] {
			f.together = append(f.together, set)
		}
	}
	for _, set := range p.managerSets() {
		switch {
		case p.plan.ManagerAndDelegate == model.BondPrefer || !f.holds(set):
			f.apart = append(f.apart, set)
		case !without[constraint{kind: ofManagers, block: &p.plan.Block}]:
			f.together = append(f.together, set)
		}
	}
}

// holds tells whether some wave can hold a set.
func (f *frame) holds(set []int32) bool {
	load := f.load(set)
	return slices.ContainsFunc(f.slots, func(s waves.Slot) bool { return within(load, s.Most) })
}

func (f *frame) load(set []int32) waves.Load {
	var load waves.Load
	for _, v := range set {
		for d := range load {
			load[d] += f.movers[v].Load[d]
		}
	}
	return load
}

func within(load, most waves.Load) bool {
	for d := range load {
		if load[d] > most[d] {
			return false
		}
	}
	return true
}

// units are the movers, those that share a wave as one.
func (f *frame) units() [][]int32 {
	parent := make([]int32, len(f.movers))
	for i := range parent {
		parent[i] = int32(i)
	}
	find := func(v int32) int32 {
		for parent[v] != v {
			parent[v] = parent[parent[v]]
			v = parent[v]
		}
		return v
	}
	for _, set := range f.together {
		for _, v := range set {
			a, b := find(set[0]), find(v)
			parent[max(a, b)] = min(a, b)
		}
	}
	place := map[int32]int{}
	var all [][]int32
	for v := range parent {
		root := find(int32(v))
		i, known := place[root]
		if !known {
			i = len(all)
			place[root] = i
			all = append(all, nil)
		}
		all[i] = append(all[i], int32(v))
	}
	return all
}

// impossible proves that a plan cannot hold, from the days, the pins, the sets and the sums of what waves hold; "" where
// nothing of that is a proof.
func (p *Planner) impossible(f *frame) string {
	if len(f.slots) == 0 {
		return "no day is left for a wave"
	}
	n := len(f.slots)
	// sums[d][i*n+j] is what those take who may be from i to j only.
	var sums [waves.Dimensions][]int64
	for d := range sums {
		sums[d] = make([]int64, n*n)
	}
	for _, unit := range f.units() {
		first, last := int32(0), int32(n-1)
		for _, v := range unit {
			first, last = max(first, f.movers[v].First), min(last, f.movers[v].Last)
		}
		if first > last {
			return fmt.Sprintf("%s can be in no wave", p.listed(unit))
		}
		for first < last && f.slots[first].Only {
			first++
		}
		for last > first && f.slots[last].Only {
			last--
		}
		load := f.load(unit)
		if !slices.ContainsFunc(f.slots[first:last+1], func(s waves.Slot) bool { return within(load, s.Most) }) {
			return fmt.Sprintf("%s take more than a wave holds", p.listed(unit))
		}
		for d := range load {
			sums[d][int(first)*n+int(last)] += load[d]
		}
	}
	return f.overfull(&sums)
}

// overfull finds waves next to each other that hold less than those take who can be nowhere else.
func (f *frame) overfull(sums *[waves.Dimensions][]int64) string {
	n := len(f.slots)
	for d, name := range []string{"mailboxes", "GB", "items"} {
		ending := make([]int64, n) // what those take who may be from wave i on, to this one
		for i := n - 1; i >= 0; i-- {
			inside, room := int64(0), int64(0)
			for j := i; j < n; j++ {
				ending[j] += sums[d][i*n+j]
				inside += ending[j]
				room = min(room+f.slots[j].Most[d], waves.Unlimited)
				if inside > room {
					return fmt.Sprintf("%d %s have to be in the waves from %s to %s, which hold %d", inside, name, f.dates[i].day, f.dates[j].day, room)
				}
			}
		}
	}
	return ""
}

// listed names a few of some movers.
func (p *Planner) listed(set []int32) string {
	var names []string
	for _, v := range set[:min(len(set), 5)] {
		names = append(names, p.name(v))
	}
	text := strings.Join(names, ", ")
	if more := len(set) - len(names); more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}

// Contradiction looks for constraints that cannot hold together, none of which can be left out. It is empty where nothing of
// the kind is proven.
func (p *Planner) Contradiction() []report.Problem {
	without := map[constraint]bool{}
	proof := p.proof(without)
	if proof == "" {
		return nil
	}
	var set []constraint
	for _, c := range p.constraints() {
		without[c] = true
		if p.proof(without) == "" {
			delete(without, c)
			set = append(set, c)
		}
	}
	proof = p.proof(without)
	texts := make([]string, len(set))
	for i, c := range set {
		texts[i] = p.text(c)
	}
	at := p.plan.Location()
	if len(set) > 0 {
		at = set[0].block.Location()
	}
	return []report.Problem{{
		Severity: report.Error, Summary: "Contradiction", Location: at,
		Detail: fmt.Sprintf("The plan cannot hold: %s. It would without any one of: %s.", proof, strings.Join(texts, "; ")),
	}}
}

// proof is impossible with all waves that there may be.
func (p *Planner) proof(without map[constraint]bool) string {
	most := p.mostWaves()
	if without[constraint{kind: ofWaves, block: &p.plan.Block}] {
		if len(p.plan.Dates) > 0 {
			return "" // any number of further days
		}
		most = mostWaves
	}
	return p.impossible(p.frame(most, without))
}
