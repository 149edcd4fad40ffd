package plan

import (
	"cmp"
	"fmt"
	"slices"

	"hybridlint/loader/model"
	"hybridlint/policies"
	"hybridlint/policies/waves"
	"hybridlint/report"
)

// Judge says what waves cost that somebody has planned or changed by hand, and what they do not hold to. The batches are those waves;
// the configuration that the planner was made from has none of them.
func (p *Planner) Judge(splits *policies.Splits, batches []*model.MigrationBatch) (*Result, []report.Problem) {
	dates, problems := p.datesOf(batches)
	if len(problems) > 0 {
		return nil, problems
	}
	t := p.tableauOf(p.frameOf(dates, nil), splits)
	at := make(waves.Plan, len(t.problem.Movers))
	for v := range at { // who is in no batch stays until the end
		at[v] = t.problem.Movers[v].First
		if v < len(p.movers) {
			at[v] = t.problem.Movers[t.seats[t.never]].First
		}
	}
	var breaches []string
	listed := make([]bool, len(p.movers))
	for _, b := range batches {
		k := slices.IndexFunc(dates, func(d date) bool { return d.day == dayAt(*b.CompleteAfter) })
		for _, id := range b.Members {
			v := p.number[id]
			switch {
			case v < 0:
				breaches = append(breaches, fmt.Sprintf("%s is in %s and gets no wave from this plan: it %s", p.model.Recipients[id].ID, b.Name, p.why(id)))
			case listed[v]:
				breaches = append(breaches, fmt.Sprintf("%s is in %s and in a wave before", p.name(v), b.Name))
			default:
				listed[v], at[v] = true, t.slotOf[k]
			}
		}
	}
	r := t.result(at, 0)
	r.Breaches = slices.Concat(breaches, p.offDays(dates), r.Breaches)
	if len(r.Breaches) == 0 {
		r.tell()
	}
	return r, nil
}

// datesOf are the days of batches, in order; batches of one day are one wave.
func (p *Planner) datesOf(batches []*model.MigrationBatch) ([]date, []report.Problem) {
	var dates []date
	var problems []report.Problem
	for _, b := range batches {
		if b.CompleteAfter == nil || b.Direction != model.Onboarding || b.SourceForest != p.plan.SourceForest {
			problems = append(problems, report.Problem{
				Severity: report.Error, Summary: "No wave of the plan", Location: b.Location(),
				Detail: fmt.Sprintf("A wave is an onboarding from %s with complete_after.", p.model.ForestName(p.plan.SourceForest)),
			})
			continue
		}
		d := date{day: dayAt(*b.CompleteAfter), label: b.Name}
		if i := slices.IndexFunc(p.plan.Waves, func(w *model.PlanWave) bool { return dayOf(w.Date) == d.day }); i >= 0 {
			d.named = p.plan.Waves[i]
		}
		if !slices.ContainsFunc(dates, func(o date) bool { return o.day == d.day }) {
			dates = append(dates, d)
		}
	}
	slices.SortFunc(dates, func(a, b date) int { return cmp.Compare(a.day, b.day) })
	if len(dates) == 0 && len(problems) == 0 {
		problems = append(problems, report.Problem{Severity: report.Error, Summary: "No wave", Detail: "There is no migration_batch among what is to be checked."})
	}
	return dates, problems
}

// offDays are the days that the plan does not allow, and waves beyond its number.
func (p *Planner) offDays(dates []date) []string {
	var all []string
	for _, d := range dates {
		for _, f := range p.plan.Freezes {
			if dayOf(f.From) <= d.day && d.day <= dayOf(f.To) {
				all = append(all, d.label+" is in a freeze")
			}
		}
		if len(p.plan.Dates) > 0 && d.named == nil && !slices.ContainsFunc(p.plan.Dates, func(x model.Date) bool { return dayOf(x) == d.day }) {
			all = append(all, d.label+" is on no day of dates")
		}
	}
	if most := p.mostWaves(); len(dates) > most {
		all = append(all, fmt.Sprintf("there are %d waves, and %d at most", len(dates), most))
	}
	return all
}
