package plan

import (
	"cmp"
	"slices"

	"hybridlint/loader/model"
	"hybridlint/policies"
	"hybridlint/policies/waves"
	"hybridlint/report"
)

// scale is how many parts a unit of the costs has, so that one person of a group can cost a part.
const scale = 1000

// Usual values of what a plan need not say.
const (
	usualNeverMoves  = 30
	usualGroupPeople = 10
	usualError       = 10
	usualWarning     = 3
	usualNote        = 1
)

// Request asks what entries cost while they are split.
func (p *Planner) Request() policies.SplitRequest {
	ignored := map[model.RecipientID]bool{}
	for _, x := range p.plan.Ignore {
		for _, id := range x.Delegates {
			ignored[id] = true
		}
	}
	return policies.SplitRequest{
		Movers: p.movers, Others: p.others(), From: p.plan.SourceForest, Day: p.firstDay().time(), AssumeFixed: p.plan.AssumeFixed, Ignored: ignored,
	}
}

// weight is what a set of findings costs a day.
func (p *Planner) weight(set []policies.SplitFinding) int64 {
	w := model.PlanWeights{Error: -1, Warning: -1, Note: -1}
	if p.plan.Weights != nil {
		w = *p.plan.Weights
	}
	or := func(declared, usual int64) int64 {
		if declared < 0 {
			return usual
		}
		return declared
	}
	sum := int64(0)
	for _, f := range set {
		switch f.Severity {
		case report.Error:
			sum += or(w.Error, usualError)
		case report.Warning:
			sum += or(w.Warning, usualWarning)
		case report.Note:
			sum += or(w.Note, usualNote)
		}
	}
	return sum
}

// tableau is a problem for the search with what its numbers stand for.
type tableau struct {
	*frame
	planner *Planner
	problem *waves.Problem
	splits  *policies.Splits
	// slotOf are the slots of the problem, by wave; waveOf the other way around, -1 where a slot is no wave.
	slotOf, waveOf []int32
	// seat is the mover of the problem that stands for a recipient: its own, or one for all who are fixed on the same day.
	seats map[day]int32
	never day
	// sharing are, by mover, those who share its wave; nil until somebody asks.
	sharing [][]int32
}

// tableau makes the problem of a plan with so many waves.
func (p *Planner) tableau(most int, splits *policies.Splits, without map[constraint]bool) *tableau {
	return p.tableauOf(p.frame(most, without), splits)
}

func (p *Planner) tableauOf(f *frame, splits *policies.Splits) *tableau {
	t := &tableau{frame: f, planner: p, splits: splits, seats: map[day]int32{}, problem: &waves.Problem{}}
	after := day(p.plan.NeverMovesDays)
	if after < 0 {
		after = usualNeverMoves
	}
	t.never = f.dates[len(f.dates)-1].day + after
	t.makeSlots()
	t.problem.Movers = slices.Clone(f.movers)
	for v := range t.problem.Movers {
		m := &t.problem.Movers[v]
		// Who may be nowhere keeps a first slot behind the last.
		last := int32(len(t.slotOf) - 1)
		m.First, m.Last = t.slotOf[min(m.First, last)], t.slotOf[max(m.Last, 0)]
		if d, ok := p.announced[p.movers[v]]; ok && p.plan.Stay > 0 {
			if k := slices.IndexFunc(f.dates, func(o date) bool { return o.day == d }); k >= 0 {
				m.Stay, m.StayPrice = t.slotOf[k], p.plan.Stay*scale
			}
		}
	}
	t.seatFixed()
	t.problem.Together = f.together
	t.addEntries()
	t.addPreferences()
	return t
}

// nowhere tells whether somebody may be in no wave.
func (t *tableau) nowhere() bool {
	return slices.ContainsFunc(t.problem.Movers, func(m waves.Mover) bool { return m.First > m.Last })
}

// fixedDays are all days on which somebody is fixed.
func (t *tableau) fixedDays() []day {
	days := []day{t.dates[0].day, t.never}
	for _, d := range t.planner.elsewhere {
		days = append(days, d)
	}
	slices.Sort(days)
	return slices.Compact(days)
}

func (t *tableau) makeSlots() {
	type place struct {
		slot waves.Slot
		wave int32
	}
	var places []place
	for k, s := range t.slots {
		places = append(places, place{s, int32(k)})
	}
	for _, d := range t.fixedDays() {
		places = append(places, place{waves.Slot{Day: int64(d)}, -1})
	}
	slices.SortStableFunc(places, func(a, b place) int { return cmp.Compare(a.slot.Day, b.slot.Day) })
	t.slotOf = make([]int32, len(t.slots))
	for i, x := range places {
		t.problem.Slots, t.waveOf = append(t.problem.Slots, x.slot), append(t.waveOf, x.wave)
		if x.wave >= 0 {
			t.slotOf[x.wave] = int32(i)
		}
	}
}

func (t *tableau) seatFixed() {
	for k, s := range t.problem.Slots {
		if !s.Wave {
			t.seats[day(s.Day)] = int32(len(t.problem.Movers))
			t.problem.Movers = append(t.problem.Movers, waves.Mover{First: int32(k), Last: int32(k)})
		}
	}
}

// seat is the mover of the problem that stands for a recipient.
func (t *tableau) seat(id model.RecipientID) int32 {
	p := t.planner
	if v := p.number[id]; v >= 0 {
		return v
	}
	if d, ok := p.elsewhere[id]; ok {
		return t.seats[d]
	}
	if p.model.Recipients[id].Home == model.Cloud {
		return t.seats[t.dates[0].day]
	}
	return t.seats[t.never]
}

// addEntries makes pairs of entries of one person, and groups of those of groups.
func (t *tableau) addEntries() {
	groups := map[model.RecipientID]int{}
	for i := range t.splits.Entries {
		x := &t.splits.Entries[i]
		mailboxFirst, delegateFirst := t.planner.weight(t.splits.Sets[x.MailboxFirst]), t.planner.weight(t.splits.Sets[x.DelegateFirst])
		if mailboxFirst == 0 && delegateFirst == 0 {
			continue
		}
		if !t.planner.model.Recipients[x.Delegate].Type.IsGroup() {
			t.problem.Pairs = append(t.problem.Pairs, waves.Pair{
				A: t.seat(x.Recipient), B: t.seat(x.Delegate), AFirst: mailboxFirst * scale, BFirst: delegateFirst * scale,
				AFirstError: hasError(t.splits.Sets[x.MailboxFirst]), BFirstError: hasError(t.splits.Sets[x.DelegateFirst]),
			})
			continue
		}
		h, known := groups[x.Delegate]
		if !known {
			h = len(t.problem.Groups)
			groups[x.Delegate] = h
			t.problem.Groups = append(t.problem.Groups, waves.Group{Members: t.people(x.Delegate)})
		}
		g := &t.problem.Groups[h]
		share := func(weight int64) int64 { return t.planner.share(weight, int64(len(g.Members))) }
		g.Recipients = append(g.Recipients, waves.GroupRecipient{
			Mover: t.seat(x.Recipient), RecipientFirst: share(mailboxFirst), MemberFirst: share(delegateFirst),
		})
	}
}

// people are the members of a group.
func (t *tableau) people(group model.RecipientID) []int32 {
	var members []int32
	for _, id := range t.planner.model.People(group) {
		members = append(members, t.seat(id))
	}
	return members
}

// share is what one of the members of a group costs: all together cost as much as so many people.
func (p *Planner) share(weight, members int64) int64 {
	people := int64(p.plan.GroupPeople)
	if people == 0 {
		people = usualGroupPeople
	}
	people = min(people, members)
	if weight == 0 || members == 0 {
		return 0
	}
	return max(weight*scale*people/members, 1)
}

// addPreferences adds those who are better near each other: of one department or office, and managers with delegates who are not
// together.
func (t *tableau) addPreferences() {
	p := t.planner
	for _, x := range p.plan.Prefer {
		byValue := map[string][]int32{}
		for v, id := range p.movers {
			value := p.model.Recipients[id].Department
			if x.By == model.ByOffice {
				value = p.model.Recipients[id].Office
			}
			if value != "" {
				byValue[value] = append(byValue[value], int32(v))
			}
		}
		var sets [][]int32
		for _, set := range byValue {
			if len(set) > 1 && x.Weight > 0 {
				sets = append(sets, set)
			}
		}
		slices.SortFunc(sets, func(a, b []int32) int { return cmp.Compare(a[0], b[0]) })
		for _, set := range sets {
			t.problem.Near = append(t.problem.Near, waves.Near{Movers: set, Price: x.Weight * scale})
		}
	}
	for _, set := range t.apart {
		t.problem.Near = append(t.problem.Near, waves.Near{Movers: set, Price: scale})
	}
}

// byDepartment is the order of what people do who move one department after the other.
func (p *Planner) byDepartment() []int32 {
	order := p.byName()
	slices.SortStableFunc(order, func(a, b int32) int {
		x, y := p.model.Recipients[p.movers[a]], p.model.Recipients[p.movers[b]]
		return cmp.Or(cmp.Compare(x.Office, y.Office), cmp.Compare(x.Department, y.Department))
	})
	return order
}

// byName is the order of the alphabet.
func (p *Planner) byName() []int32 {
	order := make([]int32, len(p.movers))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(p.name(a), p.name(b)) })
	return order
}

// announcedOrder is the order of the batches that have not started; nil where there are none.
func (p *Planner) announcedOrder() []int32 {
	if len(p.announced) == 0 {
		return nil
	}
	order := p.byName()
	of := func(v int32) day {
		if d, ok := p.announced[p.movers[v]]; ok {
			return d
		}
		return 1 << 40
	}
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(of(a), of(b)) })
	return order
}

func hasError(found []policies.SplitFinding) bool {
	return slices.ContainsFunc(found, func(f policies.SplitFinding) bool { return f.Severity == report.Error })
}
