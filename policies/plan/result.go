package plan

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"hybridlint/loader/model"
	"hybridlint/policies"
	"hybridlint/policies/waves"
	"hybridlint/policies/waves/verify"
	"hybridlint/report"
)

// Options say how to look for a plan.
type Options struct {
	Effort waves.Effort
	Seed   int64 // -1 for the plan's own
	Prices bool
	// Splits answers the request of a plan that excludes fewer; nil leaves the prices of exclusions out.
	Splits   func(policies.SplitRequest) *policies.Splits
	Progress func(done, total int)
}

// Result is a plan that was found.
type Result struct {
	*report.Plan
	tableau *tableau
	plan    waves.Plan
}

// Find looks for a plan. Problems say why there is none.
func (p *Planner) Find(ctx context.Context, splits *policies.Splits, o Options) (*Result, []report.Problem) {
	if found := p.Contradiction(); found != nil {
		return nil, found
	}
	seed := o.Seed
	if seed < 0 {
		seed = max(p.plan.Seed, 0)
		if p.plan.Seed < 0 {
			seed = 1
		}
	}
	search := waves.Options{Effort: o.Effort, Seed: uint64(seed), Progress: o.Progress}
	search.Orders = p.orders()
	var missed *waves.NotFoundError
	for most := p.needed(); ; most = min(most+max(most/10, 1), p.mostWaves()) {
		t := p.tableau(most, splits, nil)
		found, err := waves.Search(ctx, t.problem, search)
		switch {
		case err == nil:
			t, found = t.withoutEmpty(found)
			r := t.result(found, seed)
			if len(r.Breaches) > 0 { // the verifier knows nothing of the search
				return nil, []report.Problem{{
					Severity: report.Error, Summary: "Plan not verified", Detail: "The plan that was found does not hold: " + r.Breaches[0] + ". Please report this.",
				}}
			}
			r.tell()
			r.check(o.Effort)
			if o.Prices {
				r.Prices, err = p.prices(ctx, r, search, o.Splits)
			}
			if err != nil {
				return nil, []report.Problem{{Severity: report.Error, Summary: "Interrupted", Detail: err.Error() + "."}}
			}
			return r, nil
		case !errors.As(err, &missed):
			return nil, []report.Problem{{Severity: report.Error, Summary: "Interrupted", Detail: err.Error() + "."}}
		case len(t.dates) < most || most >= p.mostWaves():
			return nil, []report.Problem{t.notFound(missed)}
		}
	}
}

// orders are what people do today.
func (p *Planner) orders() [][]int32 {
	orders := [][]int32{p.byDepartment(), p.byName()}
	if own := p.announcedOrder(); own != nil {
		orders = append(orders, own)
	}
	return orders
}

func (t *tableau) notFound(missed *waves.NotFoundError) report.Problem {
	var over []string
	for _, k := range missed.Over {
		if w := t.waveOf[k]; w >= 0 {
			over = append(over, t.dates[w].day.String())
		}
	}
	return report.Problem{
		Severity: report.Error, Summary: "No plan found", Location: t.planner.plan.Location(),
		Detail: fmt.Sprintf("A plan was not found within %d steps; it is not proven impossible. Fullest are the waves of %s. Allow more in them, or more waves.",
			missed.Steps, strings.Join(over, ", ")),
	}
}

// withoutEmpty takes out the waves that nobody is in: the search has more room than it needs. Nothing changes but the day up to
// which a pair stays apart of which one never moves, for all of them alike.
func (t *tableau) withoutEmpty(found waves.Plan) (*tableau, waves.Plan) {
	var kept []date
	slots := map[int32]int{} // by slot of the plan, the wave that it becomes
	for k, d := range t.dates {
		slot := t.slotOf[k]
		if slices.Contains(found[:len(t.planner.movers)], slot) {
			slots[slot] = len(kept)
			kept = append(kept, d)
		}
	}
	if len(kept) == len(t.dates) {
		return t, found
	}
	rest := t.planner.tableauOf(t.planner.frameOf(kept, nil), t.splits)
	plan := make(waves.Plan, len(rest.problem.Movers))
	for v := range plan {
		plan[v] = rest.problem.Movers[v].First
		if v < len(t.planner.movers) {
			plan[v] = rest.slotOf[slots[found[v]]]
		}
	}
	return rest, plan
}

// room is how much more than all mailboxes the waves hold, in hundredths: waves that are exactly full leave exchanges only.
const room = 105

// needed is the number of waves with room for everybody, and with the days that pins ask for.
func (p *Planner) needed() int {
	most := p.mostWaves()
	dates := p.dates(most, nil)
	var all, held waves.Load
	for _, l := range p.loads() {
		for d := range l {
			all[d] += l[d]
		}
	}
	enough := func() bool {
		for d := range all {
			if held[d]*100 < all[d]*room && held[d] < waves.Unlimited {
				return false
			}
		}
		return true
	}
	for k, x := range dates {
		c := p.caps(x, nil)
		if x.named != nil && x.named.Only != nil {
			n := int64(len(p.numbers(x.named.Only)))
			c = waves.Load{n, c[waves.Gigabytes], c[waves.Items]}
		}
		for d := range held {
			held[d] = min(held[d]+c[d], waves.Unlimited)
		}
		if enough() && k+1 >= p.pinnedWaves(dates) {
			return k + 1
		}
	}
	return len(dates)
}

// pinnedWaves is how many waves pins and named waves ask for.
func (p *Planner) pinnedWaves(dates []date) int {
	needed := 1
	for k, d := range dates {
		if d.named != nil {
			needed = max(needed, k+1)
		}
		for _, x := range p.plan.Pins {
			if named, ok := p.plan.WaveDate(x.Wave); x.Wave != "" && ok && dayOf(named) == d.day {
				needed = max(needed, k+1)
			}
		}
	}
	for _, x := range p.plan.Pins {
		if x.NotBefore == 0 {
			continue
		}
		if k := slices.IndexFunc(dates, func(d date) bool { return d.day >= dayOf(x.NotBefore) }); k >= 0 {
			needed = max(needed, k+1)
		}
	}
	return needed
}

// result puts a plan into words. Every number is computed by verify, or counted from the entries.
func (t *tableau) result(found waves.Plan, seed int64) *Result {
	r := &Result{
		tableau: t, plan: found,
		Plan: &report.Plan{
			Name: t.planner.plan.Name, Seed: seed, Cost: report.Cost(verify.Cost(t.problem, found)), Waves: make([]report.PlanWave, len(t.dates)),
		},
	}
	held := verify.Loads(t.problem, found)
	names := t.planner.names(t.dates)
	for k, d := range t.dates {
		w := report.PlanWave{Name: names[k], Date: d.day.String(), Held: held[t.slotOf[k]]}
		for dimension, most := range t.slots[k].Most {
			if most < waves.Unlimited {
				w.Most[dimension] = most
			}
		}
		r.Waves[k] = w
	}
	for v := range t.planner.movers {
		if k := t.waveOf[found[v]]; k >= 0 {
			r.Waves[k].Members = append(r.Waves[k].Members, t.planner.name(int32(v)))
		}
	}
	for k := range r.Waves {
		slices.Sort(r.Waves[k].Members)
	}
	r.Breaches = r.breaches()
	for _, set := range t.apart {
		if t.planner.plan.ManagerAndDelegate != model.BondPrefer {
			r.Apart = append(r.Apart, t.planner.listed(set))
		}
	}
	for i, c := range verify.ByStart(t.problem, found) {
		if w := t.waveOf[i]; w >= 0 {
			r.Waves[w].Cost += report.Cost(c)
		} else {
			r.AtStart += report.Cost(c)
		}
	}
	r.count()
	r.countChanged()
	r.compare()
	return r
}

// period is a time in which an entry is split: from a slot on, until another.
type period struct {
	from, to int32
	set      int32
}

// periods are those of an entry. Of a group, people count: the mailbox has gone before some of them, or some before it.
func (r *Result) periods(x *policies.Split) []period {
	t := r.tableau
	at := r.plan[t.seat(x.Recipient)]
	first, last := at, at
	for i, id := range t.planner.model.People(x.Delegate) {
		k := r.plan[t.seat(id)]
		if i == 0 {
			first, last = k, k
		}
		first, last = min(first, k), max(last, k)
	}
	days := t.problem.Slots
	var all []period
	if days[at].Day < days[last].Day && x.MailboxFirst != 0 {
		all = append(all, period{at, last, x.MailboxFirst})
	}
	if days[first].Day < days[at].Day && x.DelegateFirst != 0 {
		all = append(all, period{first, at, x.DelegateFirst})
	}
	return all
}

// count counts what the waves split and bring together.
func (r *Result) count() {
	t := r.tableau
	breaks := make([]map[report.PlanBreak]int, len(r.Waves))
	for k := range breaks {
		breaks[k] = map[report.PlanBreak]int{}
	}
	for i := range t.splits.Entries {
		x := &t.splits.Entries[i]
		periods := r.periods(x)
		if a := t.planner.number[x.Recipient]; len(periods) == 0 && a >= 0 && t.waveOf[r.plan[a]] >= 0 {
			r.Waves[t.waveOf[r.plan[a]]].Together++
		}
		for _, p := range periods {
			until := ""
			if to := t.waveOf[p.to]; to >= 0 {
				until = r.Waves[to].Name
				r.Waves[to].Heals++
			} else {
				r.OpenAtEnd++
			}
			from := t.waveOf[p.from]
			if from < 0 {
				r.OpenAtStart++
				continue
			}
			r.Waves[from].Split++
			for _, f := range t.splits.Sets[p.set] {
				breaks[from][report.PlanBreak{Rule: f.Rule, Severity: f.Severity, Until: until}]++
			}
		}
	}
	for k, counted := range breaks {
		for b, n := range counted {
			b.Entries = n
			r.Waves[k].Breaks = append(r.Waves[k].Breaks, b)
		}
		slices.SortFunc(r.Waves[k].Breaks, func(a, b report.PlanBreak) int {
			return cmp.Or(cmp.Compare(b.Severity, a.Severity), cmp.Compare(a.Rule.ID, b.Rule.ID), r.order(a.Until)-r.order(b.Until))
		})
	}
}

// order is the place of a wave by its name; behind all others for none.
func (r *Result) order(name string) int {
	if k := slices.IndexFunc(r.Waves, func(w report.PlanWave) bool { return w.Name == name }); k >= 0 {
		return k
	}
	return len(r.Waves)
}

// compare computes what others would cost.
func (r *Result) compare() {
	t := r.tableau
	if t.nowhere() {
		return
	}
	add := func(name string, plan waves.Plan, err error) {
		if err == nil {
			r.Alternatives = append(r.Alternatives, report.PlanAlternative{Name: name, Cost: report.Cost(verify.Cost(t.problem, plan)), Holds: len(verify.Breaches(t.problem, plan)) == 0})
		}
	}
	full := func(order []int32) []int32 {
		for v := len(t.planner.movers); v < len(t.problem.Movers); v++ {
			order = append(order, int32(v))
		}
		return order
	}
	plan, err := waves.FirstFit(t.problem)
	add("components that fit, the others cut", plan, err)
	plan, err = waves.InOrder(t.problem, full(t.planner.byDepartment()))
	add("by office and department", plan, err)
	plan, err = waves.InOrder(t.problem, full(t.planner.byName()))
	add("in the order of the alphabet", plan, err)
	if own := t.planner.announcedOrder(); own != nil {
		plan, err = waves.InOrder(t.problem, full(own))
		add("in the order of your batches", plan, err)
	}
}

// breaches are what the plan does not hold to, in words.
func (r *Result) breaches() []string {
	var all []string
	for _, b := range verify.Breaches(r.tableau.problem, r.plan) {
		who := ""
		if b.Mover >= 0 && int(b.Mover) < len(r.tableau.planner.movers) {
			who = r.tableau.planner.name(b.Mover) + " "
		} else if w := r.tableau.waveOf[b.Slot]; w >= 0 {
			who = r.Waves[w].Name + " "
		}
		all = append(all, who+b.What)
	}
	return all
}

// WhyNot says why the plan does not move somebody; empty where it does.
func (r *Result) WhyNot(id model.RecipientID) string {
	switch p := r.tableau.planner; {
	case p.number[id] >= 0:
		return ""
	case !p.model.Recipients[id].Type.IsMailbox():
		return "is no mailbox"
	default:
		return p.why(id)
	}
}

// Explain says why a mailbox is where it is; ok is false where the plan does not move it.
func (r *Result) Explain(id model.RecipientID) (*report.PlanExplanation, bool) {
	t := r.tableau
	v := t.planner.number[id]
	if v < 0 {
		return nil, false
	}
	e := &report.PlanExplanation{Mailbox: t.planner.name(v), Wave: r.whereIs(id)}
	for k := range r.Waves {
		if t.slotOf[k] != r.plan[v] {
			e.Choices = append(e.Choices, r.choice(v, k))
		}
	}
	e.Neighbours = r.neighbours(id)
	return e, true
}

// choice is what moving one mailbox, with those that share its wave, would change.
func (r *Result) choice(v int32, k int) report.PlanChoice {
	t := r.tableau
	moved := slices.Clone(r.plan)
	for _, u := range t.unitOf(v) {
		moved[u] = t.slotOf[k]
	}
	c := report.PlanChoice{Wave: r.Waves[k].Name, More: report.Cost(verify.Cost(t.problem, moved)) - r.Cost}
	if breaches := verify.Breaches(t.problem, moved); len(breaches) > 0 {
		c.Not = breaches[0].What
	}
	return c
}

// unitOf are those who share the wave of a mover.
func (t *tableau) unitOf(v int32) []int32 {
	if t.sharing == nil {
		t.sharing = make([][]int32, len(t.movers))
		for _, unit := range t.units() {
			for _, u := range unit {
				t.sharing[u] = unit
			}
		}
	}
	return t.sharing[v]
}

func (r *Result) neighbours(id model.RecipientID) []report.PlanNeighbour {
	t := r.tableau
	byName := map[string]map[string]bool{}
	wave := map[string]string{}
	for i := range t.splits.Entries {
		x := &t.splits.Entries[i]
		other := x.Delegate
		switch id {
		case x.Recipient:
		case x.Delegate:
			other = x.Recipient
		default:
			continue
		}
		name := t.planner.model.Recipients[other].ID
		if byName[name] == nil {
			byName[name] = map[string]bool{}
		}
		wave[name] = r.whereIs(other)
		for _, set := range []int32{x.MailboxFirst, x.DelegateFirst} {
			for _, f := range t.splits.Sets[set] {
				byName[name][f.Rule.ID] = true
			}
		}
	}
	var all []report.PlanNeighbour
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		all = append(all, report.PlanNeighbour{Name: name, Wave: wave[name], Rules: slices.Sorted(maps.Keys(byName[name]))})
	}
	return all
}

// whereIs is the wave of somebody, or why there is none.
func (r *Result) whereIs(id model.RecipientID) string {
	t := r.tableau
	switch v := t.planner.number[id]; {
	case v >= 0 && t.waveOf[r.plan[v]] >= 0:
		return r.Waves[t.waveOf[r.plan[v]]].Name
	case v >= 0:
		return "in no wave"
	case t.planner.model.Recipients[id].Type.IsGroup():
		return "a group"
	case t.planner.model.Recipients[id].Home == model.Cloud:
		return "in the cloud"
	case t.planner.started[id] != 0:
		return "in a batch that has started"
	case t.planner.elsewhere[id] != 0:
		return "in another batch"
	default:
		return "never moves"
	}
}

// WhatIf is what moving a mailbox, and those that share its wave, to another wave would do; ok is false where there is none of
// the names.
func (r *Result) WhatIf(id model.RecipientID, wave string) (*report.PlanWhatIf, bool) {
	t := r.tableau
	v, k := t.planner.number[id], slices.IndexFunc(r.Waves, func(w report.PlanWave) bool { return strings.EqualFold(w.Name, wave) })
	if v < 0 || k < 0 || t.waveOf[r.plan[v]] < 0 {
		return nil, false
	}
	moved := slices.Clone(r.plan)
	for _, u := range t.unitOf(v) {
		moved[u] = t.slotOf[k]
	}
	other, from := t.result(moved, r.Seed), t.waveOf[r.plan[v]]
	what := &report.PlanWhatIf{
		Mailbox: t.planner.name(v), From: r.Waves[from].Name, To: r.Waves[k].Name, More: other.Cost - r.Cost, Breaches: other.Breaches,
		Waves: []report.PlanWave{other.Waves[from]},
	}
	if int(from) != k {
		what.Waves = append(what.Waves, other.Waves[k])
	}
	return what, true
}

// Problem is what was put into waves, for those who measure the search.
func (r *Result) Problem() *waves.Problem { return r.tableau.problem }

// Model is the configuration with the waves as batches, instead of those that have not started.
func (r *Result) Model() *model.Model {
	p := r.tableau.planner
	config := *p.model
	config.Batches = nil
	for _, b := range p.model.Batches {
		switch {
		case !p.stays(b):
		case p.mine(b) && !HasStarted(b):
			config.Batches = append(config.Batches, b.Without(func(id model.RecipientID) bool { return p.number[id] >= 0 }))
		default:
			config.Batches = append(config.Batches, b)
		}
	}
	for k := range r.Waves {
		if b := r.batch(k); len(b.Members) > 0 {
			config.Batches = append(config.Batches, b)
		}
	}
	return &config
}

func (r *Result) batch(k int) *model.MigrationBatch {
	t := r.tableau
	at := t.dates[k].day.time()
	b := &model.MigrationBatch{
		Block: t.planner.plan.Block, Name: r.Waves[k].Name, Direction: model.Onboarding, SourceForest: t.planner.plan.SourceForest,
		CompleteAfter: &at, Status: model.Syncing,
	}
	for v, id := range t.planner.movers {
		if t.waveOf[r.plan[v]] == int32(k) {
			b.Members = append(b.Members, id)
		}
	}
	slices.SortFunc(b.Members, func(x, y model.RecipientID) int {
		return cmp.Compare(t.planner.model.Recipients[x].ID, t.planner.model.Recipients[y].ID)
	})
	return b
}

// Predicted counts what the plan says will come apart and together again, by wave, end, rule, level and entry, for entries of one
// person whose ends both move.
func (r *Result) Predicted() map[string]int {
	t := r.tableau
	config := t.planner.model
	counted := map[string]int{}
	for i := range t.splits.Entries {
		x := &t.splits.Entries[i]
		if config.Recipients[x.Delegate].Type.IsGroup() || t.planner.number[x.Recipient] < 0 || t.planner.number[x.Delegate] < 0 {
			continue
		}
		permission, folder := "outlook_delegate", ""
		if n := int(x.Number); n < config.Grants.Len() {
			g := config.Grants.At(n)
			permission = g.Permission.String()
			if g.Folder != nil {
				folder = g.Folder.Path
			}
		}
		for _, p := range r.periods(x) {
			for _, f := range t.splits.Sets[p.set] {
				counted[strings.Join([]string{
					r.Waves[t.waveOf[p.from]].Name, r.Waves[t.waveOf[p.to]].Name, f.Rule.ID, f.Severity.String(), permission,
					config.Recipients[x.Recipient].ID, config.Recipients[x.Delegate].ID, folder,
				}, " ")]++
			}
		}
	}
	return counted
}
