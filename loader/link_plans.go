package loader

import (
	"slices"

	"hybridlint/loader/model"
	"hybridlint/loader/suggest"
)

// linkPlans resolves what plans name, once every batch and recipient is known.
func (l *linker) linkPlans(files []*reader) {
	first := map[string]*model.MigrationPlan{}
	for _, r := range files {
		for _, d := range r.drafts.plans {
			folded, p := model.Fold(d.label), &d.record.MigrationPlan
			valid := l.linkPlan(d, &r.drafts)
			if earlier := first[folded]; earlier != nil && d.label != "" {
				l.duplicate(&p.Block, &earlier.Block, "migration_plan", d.label)
				continue
			}
			first[folded] = p
			if valid {
				l.model.Plans = append(l.model.Plans, p)
			}
		}
	}
}

func (l *linker) linkPlan(d *draft[planDraft], in *drafts) bool {
	var own []reference
	at, ok := d.from, true
	for _, inner := range d.record.named {
		own = append(own, in.references[at:inner.from]...)
		at = inner.to
	}
	own = append(own, in.references[at:d.to]...)
	ok = linkReferences(l, planBlock, &d.record, own) && ok
	for _, inner := range d.record.named {
		ok = inner.link(l, in.references[inner.from:inner.to]) && ok
	}
	p := &d.record.MigrationPlan
	if d.leftOut || !ok {
		return false
	}
	return l.checkPlanForest(p) && l.checkPlanNames(p) && l.checkPlanDates(p)
}

func (l *linker) checkPlanForest(p *model.MigrationPlan) bool {
	if p.Declares("source_forest") {
		return true
	}
	if l.severalForests() {
		l.problem(p.Location(), "Missing attribute", "There are several forests, so this migration_plan block needs \"source_forest\". Add it.")
		return false
	}
	p.SourceForest = l.onlyForest()
	return true
}

func (l *linker) checkPlanNames(p *model.MigrationPlan) bool {
	if p.All && len(p.Mailboxes) > 0 {
		l.problem(p.Locate("mailboxes", model.WholeAttribute), "Contradiction",
			"%q means every mailbox of the forest, and others are named beside it. Remove one of the two.", allMailboxes)
		return false
	}
	for _, pin := range p.Pins {
		if _, ok := p.WaveDate(pin.Wave); pin.Wave != "" && !ok {
			names := make([]string, len(p.Waves))
			for i, w := range p.Waves {
				names[i] = w.Name
			}
			suggestion := ""
			if len(names) > 0 {
				suggestion = suggest.DidYouMean(pin.Wave, names)
			}
			l.problem(pin.Locate("wave", model.WholeAttribute), "Unknown wave", "The plan declares no wave %q, and it is no day, \"YYYY-MM-DD\".%s", pin.Wave, suggestion)
			return false
		}
	}
	return true
}

// checkPlanDates: days rise, a rhythm has no list beside it, and no day that is named is frozen.
func (l *linker) checkPlanDates(p *model.MigrationPlan) bool {
	ok := true
	if len(p.Dates) > 0 && p.EveryDays > 0 {
		l.problem(p.Locate("every_days", model.WholeAttribute), "Too many attributes", "\"every_days\" belongs to \"first_wave\", and \"dates\" lists every day. Remove one of the two.")
		ok = false
	}
	for i, day := range p.Dates {
		if i > 0 && day <= p.Dates[i-1] {
			l.problem(p.Locate("dates", i), "Wrong order", "Each day of \"dates\" is later than the one before it.")
			ok = false
		}
		ok = l.checkFrozen(p, day, func() (*model.Block, string, int) { return &p.Block, "dates", i }) && ok
	}
	for i, w := range p.Waves {
		ok = l.checkFrozen(p, w.Date, func() (*model.Block, string, int) { return &w.Block, "date", model.WholeAttribute }) && ok
		if j := slices.IndexFunc(p.Waves[:i], func(other *model.PlanWave) bool { return other.Date == w.Date }); j >= 0 {
			l.problem(w.Locate("date", model.WholeAttribute), "Two waves on one day", "The wave %q is on this day too. Mailboxes that complete on one day are in one wave.", p.Waves[j].Name)
			ok = false
		}
	}
	return ok
}

func (l *linker) checkFrozen(p *model.MigrationPlan, day model.Date, at func() (block *model.Block, attribute string, element int)) bool {
	for _, f := range p.Freezes {
		if f.From <= day && day <= f.To {
			block, attribute, element := at()
			l.problem(block.Locate(attribute, element), "Wave in a freeze", "The freeze at %s allows no wave on this day. Choose another day, or change the freeze.",
				place(f.Location()))
			return false
		}
	}
	return true
}
