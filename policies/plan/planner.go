package plan

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"hybridlint/loader/model"
	"hybridlint/policies/waves"
	"hybridlint/report"
)

// Planner knows who moves on which days, before it is known what that costs.
type Planner struct {
	model *model.Model
	plan  *model.MigrationPlan
	// movers are in the order of the model; number is the place of a mover among them, -1 for all others.
	movers []model.RecipientID
	number []int32
	// taken are the days of batches that have started or are completed: no further wave is on them.
	taken map[day]bool
	// started are the days of members of batches that have started; the first wave's where a batch has none.
	started map[model.RecipientID]day
	// announced are the days of members of batches that have not.
	announced map[model.RecipientID]day
	// elsewhere are the days of those who move without a wave of the plan: who has started, and others in batches.
	elsewhere map[model.RecipientID]day
	// excluded do not move.
	excluded map[model.RecipientID]bool
	problems []report.Problem
}

// New reads a plan. Problems are what makes it impossible to understand.
func New(config *model.Model, plan *model.MigrationPlan) (*Planner, []report.Problem) {
	p := &Planner{
		model: config, plan: plan, number: make([]int32, len(config.Recipients)), started: map[model.RecipientID]day{},
		announced: map[model.RecipientID]day{}, excluded: map[model.RecipientID]bool{}, taken: map[day]bool{}, elsewhere: map[model.RecipientID]day{},
	}
	p.findBatches()
	for _, x := range plan.Excludes {
		for _, id := range p.mailboxes(x.Mailboxes) {
			p.excluded[id] = true
		}
	}
	p.findMovers()
	p.checkNamed()
	p.checkSizes()
	p.checkNames()
	return p, p.problems
}

func (p *Planner) problem(at report.Location, summary, detail string, arguments ...any) {
	p.problems = append(p.problems, report.Problem{
		Severity: report.Error, Summary: summary, Detail: fmt.Sprintf(detail, arguments...), Location: at,
	})
}

// HasStarted tells a batch whose mailboxes are being moved, or have been.
func HasStarted(b *model.MigrationBatch) bool {
	return b.Declares("status") && model.Word(b.Status) != "Created"
}

// mine tells a batch of the kind that the plan makes.
func (p *Planner) mine(b *model.MigrationBatch) bool {
	return b.Direction == model.Onboarding && b.SourceForest == p.plan.SourceForest
}

// stays tells a batch that the waves of the plan stand beside. They stand for the others: those that have not started, and move
// nobody but movers.
func (p *Planner) stays(b *model.MigrationBatch) bool {
	return !p.mine(b) || HasStarted(b) || slices.ContainsFunc(b.Members, func(id model.RecipientID) bool { return p.number[id] < 0 })
}

func (p *Planner) findBatches() {
	for _, b := range p.model.Batches {
		if p.mine(b) && b.CompleteAfter != nil && HasStarted(b) && (!b.Status.Over() || b.Status.Completed()) {
			p.taken[dayAt(*b.CompleteAfter)] = true
		}
	}
	first := p.firstDay()
	for _, b := range p.model.Batches {
		if b.Status.Over() || !p.mine(b) {
			continue
		}
		for _, id := range b.Members {
			_, known := p.started[id]
			switch {
			case known:
			case HasStarted(b):
				p.started[id] = first
				if b.CompleteAfter != nil {
					p.started[id] = dayAt(*b.CompleteAfter)
				}
				delete(p.announced, id)
			case b.CompleteAfter != nil:
				if _, known := p.announced[id]; !known {
					p.announced[id] = dayAt(*b.CompleteAfter)
				}
			}
		}
	}
}

func (p *Planner) firstDay() day {
	if dates := p.dates(p.mostWaves(), nil); len(dates) > 0 {
		return dates[0].day
	}
	return 0
}

// mailboxes are the mailboxes of a list, groups by their members, each once.
func (p *Planner) mailboxes(list []model.RecipientID) []model.RecipientID {
	var all []model.RecipientID
	for _, id := range list {
		for _, person := range p.model.People(id) {
			if p.model.Recipients[person].Type.IsMailbox() {
				all = append(all, person)
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func (p *Planner) findMovers() {
	wanted := p.mailboxes(p.plan.Mailboxes)
	if p.plan.All {
		for id, r := range p.model.Recipients {
			if r.Type.IsMailbox() {
				wanted = append(wanted, model.RecipientID(id))
			}
		}
	}
	for i := range p.number {
		p.number[i] = -1
	}
	for _, id := range wanted {
		r := p.model.Recipients[id]
		if _, started := p.started[id]; started || p.excluded[id] || r.Home != p.plan.SourceForest || r.Type.IsSystem() && p.plan.All {
			continue
		}
		p.number[id] = int32(len(p.movers))
		p.movers = append(p.movers, id)
	}
	for id, d := range p.announced {
		if p.number[id] < 0 && !p.excluded[id] && p.model.Recipients[id].Home == p.plan.SourceForest {
			p.elsewhere[id] = d
		}
	}
	maps.Copy(p.elsewhere, p.started)
}

// others are who moves on a day that is set already.
func (p *Planner) others() []model.RecipientID { return slices.Sorted(maps.Keys(p.elsewhere)) }

// checkNamed: whoever a plan binds by name is one who moves.
func (p *Planner) checkNamed() {
	check := func(block *model.Block, attribute string, list []model.RecipientID) {
		for i, id := range list {
			// Who has started keeps its day, whatever was asked for before.
			if _, started := p.started[id]; started {
				continue
			}
			if r := p.model.Recipients[id]; r.Type.IsMailbox() && p.number[id] < 0 {
				p.problem(block.Locate(attribute, i), "Not in the plan", "%s gets no wave from this plan: it %s. Remove it here, or let the plan move it.", r.ID, p.why(id))
			}
		}
	}
	for _, x := range p.plan.Pins {
		check(&x.Block, "mailboxes", x.Mailboxes)
	}
	for _, x := range p.plan.Together {
		check(&x.Block, "mailboxes", x.Mailboxes)
	}
	for _, w := range p.plan.Waves {
		check(&w.Block, "only", w.Only)
	}
	if len(p.movers) == 0 && len(p.problems) == 0 {
		p.problem(p.plan.Locate("mailboxes", -1), "Nobody to move", "Nobody of these is a mailbox in %s that could get a wave.", p.model.ForestName(p.plan.SourceForest))
	}
}

// why says why somebody is no mover.
func (p *Planner) why(id model.RecipientID) string {
	r := p.model.Recipients[id]
	_, started := p.started[id]
	switch {
	case r.Home == model.Cloud:
		return "is in the cloud already"
	case p.excluded[id]:
		return "is excluded"
	case started:
		return "is in a batch that has started"
	case r.Home != p.plan.SourceForest:
		return "is in another forest"
	default:
		return "is not among its mailboxes"
	}
}

// checkSizes: a cap on sizes that nobody knows would be a promise about nothing.
func (p *Planner) checkSizes() {
	caps := []struct {
		attribute, fact string
		size            func(*model.Recipient) int64
	}{
		{"gigabytes_max", "size_gb", func(r *model.Recipient) int64 { return int64(r.SizeGB) }},
		{"items_max", "items", func(r *model.Recipient) int64 { return r.Items }},
	}
	for _, c := range caps {
		at := p.plan.Locate(c.attribute, -1)
		declared := p.plan.Declares(c.attribute)
		for _, w := range p.plan.Waves {
			if !declared && w.Declares(c.attribute) {
				declared, at = true, w.Locate(c.attribute, -1)
			}
		}
		unknown := 0
		for _, id := range p.movers {
			if c.size(p.model.Recipients[id]) == 0 {
				unknown++
			}
		}
		if declared && unknown*10 > len(p.movers) {
			p.problem(at, "Sizes unknown", "%s of %d of %d mailboxes is not known, which is more than a tenth: %q cannot hold. Import the statistics of the mailboxes, or remove it.",
				c.fact, unknown, len(p.movers), c.attribute)
		}
	}
}

// longestName is how long the name of a batch may be.
const longestName = 64

// checkNames: names of waves become names of batches.
func (p *Planner) checkNames() {
	for _, w := range p.plan.Waves {
		if len([]rune(w.Name)) > longestName {
			p.problem(w.Location(), "Name too long", "The name of a batch has at most %d characters.", longestName)
		}
		if !p.taken[dayOf(w.Date)] && slices.ContainsFunc(p.model.Batches, func(b *model.MigrationBatch) bool {
			return strings.EqualFold(b.Name, w.Name) && p.stays(b)
		}) {
			p.problem(w.Location(), "Duplicate label", "The name %q is that of a migration_batch. Give the wave another one.", w.Name)
		}
	}
}

// name is that of a mover.
func (p *Planner) name(mover int32) string { return p.model.Recipients[p.movers[mover]].ID }

// load is what a mailbox takes of a wave; what is not known counts as the usual of those that are.
func (p *Planner) loads() []waves.Load {
	loads := make([]waves.Load, len(p.movers))
	for i, id := range p.movers {
		r := p.model.Recipients[id]
		loads[i] = waves.Load{1, int64(r.SizeGB), r.Items}
	}
	for _, d := range []int{waves.Gigabytes, waves.Items} {
		var known []int64
		for i := range loads {
			if loads[i][d] > 0 {
				known = append(known, loads[i][d])
			}
		}
		slices.Sort(known)
		for i := range loads {
			if loads[i][d] == 0 && len(known) > 0 {
				loads[i][d] = known[len(known)/2]
			}
		}
	}
	return loads
}

// numbers are the movers of a list.
func (p *Planner) numbers(list []model.RecipientID) []int32 {
	var all []int32
	for _, id := range p.mailboxes(list) {
		if n := p.number[id]; n >= 0 {
			all = append(all, n)
		}
	}
	return all
}

// caps are those of a wave.
func (p *Planner) caps(d date, without map[constraint]bool) waves.Load {
	most := waves.Load{waves.Unlimited, waves.Unlimited, waves.Unlimited}
	set := func(block *model.Block, c *model.PlanCaps) {
		for dimension, n := range []int64{c.MailboxesMax, c.GigabytesMax, c.ItemsMax} {
			if n > 0 && !without[constraint{kind: ofCap, block: block, number: dimension}] {
				most[dimension] = n
			}
		}
	}
	set(&p.plan.Block, &p.plan.PlanCaps)
	if d.named != nil {
		set(&d.named.Block, &d.named.PlanCaps)
	}
	return most
}

// managerSets are managers with their delegates, who are to be together, as chains of pairs.
func (p *Planner) managerSets() [][]int32 {
	parent := make([]int32, len(p.movers))
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
	for _, d := range p.model.OutlookDelegates {
		if d.Delegate.Recipient == model.NoRecipient {
			continue
		}
		a, b := p.number[d.Recipient], p.number[d.Delegate.Recipient]
		if a >= 0 && b >= 0 {
			a, b = find(a), find(b)
			parent[max(a, b)] = min(a, b)
		}
	}
	byRoot := map[int32][]int32{}
	for v := range parent {
		byRoot[find(int32(v))] = append(byRoot[find(int32(v))], int32(v))
	}
	var sets [][]int32
	for _, set := range byRoot {
		if len(set) > 1 {
			sets = append(sets, set)
		}
	}
	slices.SortFunc(sets, func(a, b []int32) int { return cmp.Compare(a[0], b[0]) })
	return sets
}
