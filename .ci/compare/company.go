package main

import (
	"math"
	"math/rand/v2"

	"hybridlint/policies/waves"
)

// shuffled is an order by chance.
func (o *company) shuffled(seed uint64) []int32 {
	order := o.byName()
	rand.New(rand.NewPCG(seed, 3)).Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	return order
}

// kind is that of a mailbox.
type kind uint8

const (
	user kind = iota
	sharedMailbox
	room
	equipment
	leaver
	application
)

// box is a mailbox of a company.
type box struct {
	kind                   kind
	department, site, team int
	name                   uint32
	manager, assistant     bool
}

// permission is what somebody has on a mailbox.
type permission uint8

const (
	autoMapped permission = iota
	fullAccess
	sendAs
	sendOnBehalf
	folderRight
	outlookDelegate
	ofRoom
	ofHub
)

// arc is a permission of a delegate on a mailbox.
type arc struct {
	mailbox, delegate int
	permission        permission
}

// weights are what findings cost a day.
type weights struct{ err, warning, note int64 }

// usualWeights are those of a plan that says nothing; errorsFirst are for who wants no error whatever it costs.
var (
	usualWeights = weights{10, 3, 1}
	errorsFirst  = weights{100, 10, 1}
)

// rates are what a permission costs a day while the mailbox has moved and the delegate has not, and the other way around, as the
// rules find it.
func (w weights) rates(p permission) (mailboxFirst, delegateFirst int64) {
	switch p {
	case autoMapped, ofRoom, ofHub:
		return w.warning, w.warning
	case sendAs:
		return w.note, w.note + w.err
	case folderRight:
		return w.note, w.note
	case outlookDelegate:
		return w.note + w.warning, w.note + w.warning
	default: // Full Access without auto-mapping, and Send on Behalf
		return 0, 0
	}
}

// pairs are the permissions as the search sees them.
func (o *company) pairs(w weights) []waves.Pair {
	pairs := make([]waves.Pair, 0, len(o.arcs))
	for _, a := range o.arcs {
		mailboxFirst, delegateFirst := w.rates(a.permission)
		pairs = append(pairs, waves.Pair{A: int32(a.mailbox), B: int32(a.delegate), AFirst: mailboxFirst, BFirst: delegateFirst})
	}
	return pairs
}

// frontlineShare is the share of teams whose people hardly share anything.
const frontlineShare = 0.7

// company is an organization that is as hard to plan as real ones: departments of very different sizes, teams, sites, staff who share
// nothing, shared mailboxes with long tails, managers whose assistants stand in for each other, people who kept the rights of a former
// team, hubs and applications.
type company struct {
	boxes []box
	arcs  []arc
}

func pareto(r *rand.Rand, lo, hi float64, alpha float64) int {
	u := r.Float64()
	l, h := math.Pow(lo, alpha), math.Pow(hi, alpha)
	return int(math.Pow(-(u*h-u*l-h)/(h*l), -1/alpha))
}

func poisson(r *rand.Rand, m float64) int {
	l, k, p := math.Exp(-m), 0, 1.0
	for {
		p *= r.Float64()
		if p <= l {
			return k
		}
		k++
	}
}

// realistic makes an organization with sites, departments, teams, executives, shared mailboxes, rooms, leavers, movers and hubs.
func realistic(n int, seed uint64) *company {
	r := rand.New(rand.NewPCG(seed, 77))
	o := &company{}
	add := func(rec, del int, k permission) {
		if rec != del {
			o.arcs = append(o.arcs, arc{rec, del, k})
		}
	}
	users := int(float64(n) * 0.70)
	nSites := max(1, int(math.Pow(float64(n), 0.4)/2))
	siteW := make([]float64, nSites)
	tot := 0.0
	for i := range siteW {
		siteW[i] = 1 / float64(i+1)
		tot += siteW[i]
	}
	pickSite := func() int {
		x := r.Float64() * tot
		for i, s := range siteW {
			if x -= s; x < 0 {
				return i
			}
		}
		return 0
	}
	// departments of Pareto size 15..600, in one site mostly; teams of 4..20
	type team struct {
		dept, site int
		people     []int
		frontline  bool
	}
	type dept struct {
		site   int
		people []int
		teams  []int
	}
	var teams []team
	var depts []dept
	for len(o.boxes) < users {
		size := min(pareto(r, 15, 600, 1.1), users-len(o.boxes))
		d := len(depts)
		depts = append(depts, dept{site: pickSite()})
		left := size
		for left > 0 {
			ts := min(left, 4+poisson(r, 5))
			t := len(teams)
			site := depts[d].site
			if r.Float64() < 0.15 {
				site = pickSite()
			}
			teams = append(teams, team{dept: d, site: site, frontline: r.Float64() < frontlineShare})
			for range ts {
				id := len(o.boxes)
				k := user
				if r.Float64() < 0.04 {
					k = leaver
				}
				o.boxes = append(o.boxes, box{kind: k, department: d, site: site, team: t})
				teams[t].people = append(teams[t].people, id)
				depts[d].people = append(depts[d].people, id)
			}
			depts[d].teams = append(depts[d].teams, t)
			left -= ts
		}
	}
	someone := func(p []int) int { return p[r.IntN(len(p))] }
	anyUser := func() int { return r.IntN(users) }
	newBox := func(k kind, d, s, t int) int {
		o.boxes = append(o.boxes, box{kind: k, department: d, site: s, team: t})
		return len(o.boxes) - 1
	}
	// executives and assistants: head of each team; an assistant for 1 to 4 heads of a department; assistants stand in for each other
	for d := range depts {
		var heads []int
		for _, t := range depts[d].teams {
			heads = append(heads, teams[t].people[0])
			o.boxes[teams[t].people[0]].manager = true
		}
		var assts []int
		for i := 0; i < len(heads); {
			k := 1 + r.IntN(4)
			a := someone(depts[d].people)
			o.boxes[a].assistant = true
			for j := i; j < min(i+k, len(heads)); j++ {
				if !teams[depts[d].teams[j]].frontline && r.Float64() < 0.5 { // half of the heads have an assistant
					add(heads[j], a, outlookDelegate)
					add(heads[j], a, sendOnBehalf)
					if r.Float64() < 0.4 {
						add(heads[j], a, autoMapped)
					}
				}
			}
			assts = append(assts, a)
			i += k
		}
		for i := 1; i < len(assts); i++ { // stand-ins
			if r.Float64() < 0.5 {
				for _, a := range o.arcs[max(0, len(o.arcs)-40):] {
					if a.delegate == assts[i] && a.permission == outlookDelegate && r.Float64() < 0.5 {
						add(a.mailbox, assts[i-1], outlookDelegate)
					}
				}
			}
		}
		// heads share calendars with the head of the department
		for _, h := range heads {
			if h != heads[0] && r.Float64() < 0.6 {
				add(h, heads[0], folderRight)
			}
		}
	}
	// calendars of people
	for t := range teams {
		front := teams[t].frontline
		for _, p := range teams[t].people {
			m := 0.7
			if front {
				m = 0.03
			}
			for i := poisson(r, m); i > 0; i-- {
				add(p, someone(teams[t].people), folderRight)
			}
			if !front && r.Float64() < 0.10 { // across the department
				add(p, someone(depts[teams[t].dept].people), folderRight)
			}
			if !front && r.Float64() < 0.03 { // anybody
				add(p, anyUser(), folderRight)
			}
			if o.boxes[p].kind == leaver {
				add(p, teams[t].people[0], autoMapped)
				if r.Float64() < 0.3 {
					add(p, someone(teams[t].people), autoMapped)
				}
			}
		}
	}
	// shared mailboxes 20 %
	var shared []int
	worker := func(s, p int) {
		x := r.Float64()
		if x < 0.85 {
			add(s, p, autoMapped)
		} else {
			add(s, p, fullAccess)
		}
		switch y := r.Float64(); {
		case y < 0.70:
			add(s, p, sendAs)
		case y < 0.80:
			add(s, p, sendOnBehalf)
		}
	}
	nShared := int(float64(n) * 0.19)
	for range nShared {
		t := r.IntN(len(teams))
		d, site := teams[t].dept, teams[t].site
		s := newBox(sharedMailbox, d, site, t)
		shared = append(shared, s)
		switch x := r.Float64(); {
		case x < 0.62: // the team's
			share := 0.7
			if teams[t].frontline { // the foremen
				share = 0.2
			}
			for _, p := range teams[t].people {
				if r.Float64() < share {
					worker(s, p)
				}
			}
		case x < 0.85: // the department's: 3 to 60 people
			m := min(pareto(r, 3, 60, 1.2), len(depts[d].people))
			for range m {
				worker(s, someone(depts[d].people))
			}
		case x < 0.93: // a project or function: people of 2 to 6 teams
			for j := 2 + r.IntN(5); j > 0; j-- {
				t2 := r.IntN(len(teams))
				if r.Float64() < 0.5 { // of the same site
					for k := 0; k < 20 && teams[t2].site != site; k++ {
						t2 = r.IntN(len(teams))
					}
				}
				for k := 1 + r.IntN(3); k > 0; k-- {
					worker(s, someone(teams[t2].people))
				}
			}
		default: // forgotten: one or two
			worker(s, someone(teams[t].people))
		}
	}
	// movers: 12 % of people kept the rights of a former team
	for p := range users {
		if !teams[o.boxes[p].team].frontline && r.Float64() < 0.10 && len(shared) > 0 {
			for k := 1 + poisson(r, 1); k > 0; k-- {
				worker(shared[r.IntN(len(shared))], p)
			}
		}
	}
	// rooms 8 %, equipment 2 %: reception and assistants of the site
	bySite := make([][]int, nSites)
	for p := range users {
		bySite[o.boxes[p].site] = append(bySite[o.boxes[p].site], p)
	}
	reception := make([][]int, nSites)
	for s := range reception {
		for k := 0; k < 3 && len(bySite[s]) > 0; k++ {
			reception[s] = append(reception[s], someone(bySite[s]))
		}
	}
	for len(o.boxes) < n-max(1, n/500) {
		s := pickSite()
		if len(bySite[s]) == 0 {
			continue
		}
		k := room
		if r.Float64() < 0.2 {
			k = equipment
		}
		ref := someone(bySite[s])
		b := newBox(k, o.boxes[ref].department, s, o.boxes[ref].team)
		if k == room && r.Float64() < 0.6 {
			for _, p := range reception[s] {
				if r.Float64() < 0.6 {
					add(b, p, ofRoom)
				}
			}
		}
		for j := r.IntN(4); j > 0; j-- {
			add(b, someone(teams[o.boxes[ref].team].people), folderRight)
		}
	}
	// applications: scanners, CRM: send as on 5 to 60 shared mailboxes
	for len(o.boxes) < n {
		a := newBox(application, 0, 0, 0)
		if len(shared) > 0 {
			for j := pareto(r, 5, 60, 1.1); j > 0; j-- {
				add(shared[r.IntN(len(shared))], a, sendAs)
			}
		}
	}
	// hubs: administrators and support people with automapped Full Access on many mailboxes
	for h := 0; h < max(1, n/800); h++ {
		p := anyUser()
		for j := pareto(r, 20, 400, 0.9); j > 0; j-- {
			add(r.IntN(n), p, ofHub)
		}
	}
	for i := range o.boxes {
		o.boxes[i].name = r.Uint32()
	}
	return o
}
