package loader

import (
	"slices"
	"time"

	"hybridlint/loader/expressions"
	"hybridlint/loader/model"
	"hybridlint/loader/syntax"
)

// The block about waves that are to be planned.

// planDraft is a plan with the names in its inner blocks, which are resolved apart from its own.
type planDraft struct {
	model.MigrationPlan
	named []innerNames
}

// innerNames are the references of an inner block among those of the reader.
type innerNames struct {
	from, to int32
	link     func(l *linker, references []reference) bool
}

// Bounds of numbers in plans: large enough for everybody, and small enough that no sum of costs overflows.
const (
	mostPlanWaves  = 1_000
	mostPlanDays   = 3_650
	mostPlanWeight = 10_000
	mostPlanLoad   = 1_000_000_000
)

// allMailboxes stands for every mailbox of the source forest.
const allMailboxes = "all"

var planBlock = describe(blockType[planDraft]{
	label: "the plan's name",
	block: func(p *planDraft) *model.Block { return &p.Block },
	attributes: append([]attribute[planDraft]{
		onPremisesForest("source_forest", func(p *planDraft) *model.ForestID { return &p.SourceForest }),
		required(atLeastOne(planMailboxes("mailboxes", func(p *planDraft) *[]model.RecipientID { return &p.Mailboxes },
			func(p *planDraft) { p.All = true }))),
		date("first_wave", func(p *planDraft) *model.Date { return &p.FirstWave }),
		integer("every_days", 1, mostPlanDays, func(p *planDraft, n int64) { p.EveryDays = int32(n) }),
		atLeastOne(dates("dates", func(p *planDraft) *[]model.Date { return &p.Dates })),
		integer("waves_max", 1, mostPlanWaves, func(p *planDraft, n int64) { p.WavesMax = int32(n) }),
		choice("manager_and_delegate", func(p *planDraft) *model.PlanBond { return &p.ManagerAndDelegate }),
		choices("assume_fixed", func(p *planDraft) *model.Set[model.FixedRule] { return &p.AssumeFixed }),
		integer("never_moves_days", 0, mostPlanDays, func(p *planDraft, n int64) { p.NeverMovesDays = int32(n) }),
		integer("group_people", 1, mostPlanWeight, func(p *planDraft, n int64) { p.GroupPeople = int32(n) }),
		integer("stay", 0, mostPlanWeight, func(p *planDraft, n int64) { p.Stay = n }),
		integer("seed", 0, 1<<31, func(p *planDraft, n int64) { p.Seed = n }),
	}, capsOf(func(p *planDraft) *model.PlanCaps { return &p.PlanCaps })...),
	either: []string{"first_wave", "dates"},
	inner: []innerBlock[planDraft]{
		{name: "wave", read: readPlanWave},
		{name: "freeze", read: readPlanFreeze},
		{name: "pin", read: readPlanPin},
		{name: "exclude", read: func(r *reader, from *syntax.Block, p *planDraft) bool {
			return readPlanMailboxes(r, excludeBlock, from, p, &p.Excludes)
		}},
		{name: "together", read: func(r *reader, from *syntax.Block, p *planDraft) bool {
			return readPlanMailboxes(r, togetherBlock, from, p, &p.Together)
		}},
		{name: "prefer", read: func(r *reader, from *syntax.Block, p *planDraft) bool {
			preference := &model.PlanPreference{Weight: 1}
			p.Prefer = append(p.Prefer, preference)
			return readUnnamed(r, preferBlock, from, preference)
		}},
		{name: "ignore", read: func(r *reader, from *syntax.Block, p *planDraft) bool {
			ignored := &model.PlanIgnore{}
			p.Ignore = append(p.Ignore, ignored)
			return readNaming(r, planIgnoreBlock, from, p, ignored)
		}},
		{name: "weights", read: func(r *reader, from *syntax.Block, p *planDraft) bool {
			if p.Weights != nil {
				return r.repeated(from, &p.Weights.Block)
			}
			p.Weights = &model.PlanWeights{Error: -1, Warning: -1, Note: -1}
			return readUnnamed(r, weightsBlock, from, p.Weights)
		}},
	},
})

var planWaveBlock = describe(blockType[model.PlanWave]{
	label: "the wave's name",
	block: func(w *model.PlanWave) *model.Block { return &w.Block },
	attributes: append([]attribute[model.PlanWave]{
		required(date("date", func(w *model.PlanWave) *model.Date { return &w.Date })),
		atLeastOne(planMailboxes("only", func(w *model.PlanWave) *[]model.RecipientID { return &w.Only }, nil)),
	}, capsOf(func(w *model.PlanWave) *model.PlanCaps { return &w.PlanCaps })...),
})

var freezeBlock = describe(blockType[model.PlanFreeze]{
	block: func(f *model.PlanFreeze) *model.Block { return &f.Block },
	attributes: []attribute[model.PlanFreeze]{
		required(date("from", func(f *model.PlanFreeze) *model.Date { return &f.From })),
		required(date("to", func(f *model.PlanFreeze) *model.Date { return &f.To })),
		words("reason", func(f *model.PlanFreeze) *string { return &f.Reason }),
	},
})

var pinBlock = describe(blockType[model.PlanPin]{
	block: func(p *model.PlanPin) *model.Block { return &p.Block },
	attributes: []attribute[model.PlanPin]{
		required(atLeastOne(planMailboxes("mailboxes", func(p *model.PlanPin) *[]model.RecipientID { return &p.Mailboxes }, nil))),
		boolean("last", func(p *model.PlanPin) *model.Bool { return &p.Last }),
		date("not_before", func(p *model.PlanPin) *model.Date { return &p.NotBefore }),
		date("not_after", func(p *model.PlanPin) *model.Date { return &p.NotAfter }),
		filled("wave", func(p *model.PlanPin) *string { return &p.Wave }),
	},
})

var excludeBlock = describe(blockType[model.PlanMailboxes]{
	block: func(m *model.PlanMailboxes) *model.Block { return &m.Block },
	attributes: []attribute[model.PlanMailboxes]{
		required(atLeastOne(planMailboxes("mailboxes", func(m *model.PlanMailboxes) *[]model.RecipientID { return &m.Mailboxes }, nil))),
		words("reason", func(m *model.PlanMailboxes) *string { return &m.Reason }),
	},
})

var togetherBlock = describe(blockType[model.PlanMailboxes]{
	block: func(m *model.PlanMailboxes) *model.Block { return &m.Block },
	attributes: []attribute[model.PlanMailboxes]{
		required(atLeastOne(planMailboxes("mailboxes", func(m *model.PlanMailboxes) *[]model.RecipientID { return &m.Mailboxes }, nil))),
	},
})

var preferBlock = describe(blockType[model.PlanPreference]{
	block: func(p *model.PlanPreference) *model.Block { return &p.Block },
	attributes: []attribute[model.PlanPreference]{
		required(choice("by", func(p *model.PlanPreference) *model.PlanAttribute { return &p.By })),
		integer("weight", 0, mostPlanWeight, func(p *model.PlanPreference, n int64) { p.Weight = n }),
	},
})

var planIgnoreBlock = describe(blockType[model.PlanIgnore]{
	block: func(i *model.PlanIgnore) *model.Block { return &i.Block },
	attributes: []attribute[model.PlanIgnore]{
		required(atLeastOne(recipients("delegates", func(i *model.PlanIgnore) *[]model.RecipientID { return &i.Delegates }))),
		words("reason", func(i *model.PlanIgnore) *string { return &i.Reason }),
	},
})

var weightsBlock = describe(blockType[model.PlanWeights]{
	block: func(w *model.PlanWeights) *model.Block { return &w.Block },
	attributes: []attribute[model.PlanWeights]{
		integer("error", 0, mostPlanWeight, func(w *model.PlanWeights, n int64) { w.Error = n }),
		integer("warning", 0, mostPlanWeight, func(w *model.PlanWeights, n int64) { w.Warning = n }),
		integer("note", 0, mostPlanWeight, func(w *model.PlanWeights, n int64) { w.Note = n }),
	},
})

// capsOf are the attributes for what a wave holds at most.
func capsOf[T any](caps func(*T) *model.PlanCaps) []attribute[T] {
	return []attribute[T]{
		integer("mailboxes_max", 1, mostPlanLoad, func(t *T, n int64) { caps(t).MailboxesMax = n }),
		integer("gigabytes_max", 1, mostPlanLoad, func(t *T, n int64) { caps(t).GigabytesMax = n }),
		integer("items_max", 1, mostPlanLoad*1000, func(t *T, n int64) { caps(t).ItemsMax = n }),
	}
}

// planMailboxes is a list of mailboxes, and of groups that stand for their members. all is called where the word for all of them
// is in it; nil where it is no word.
func planMailboxes[T any](name string, into func(*T) *[]model.RecipientID, all func(*T)) attribute[T] {
	return refersToMany(model.NamesRecipients, name, func(t *T) { *into(t) = []model.RecipientID{} }, func(l *linker, m mention, t *T) bool {
		if all != nil && m.text == allMailboxes {
			all(t)
			return true
		}
		id, ok := l.recipient(m)
		if !ok {
			return false
		}
		if r := l.model.Recipients[id]; !r.Type.IsMailbox() && !r.Type.IsGroup() {
			l.problem(m.location(), "No mailbox", "%q is a %s. Name a mailbox, or a group for the mailboxes of its members.", m.text, r.Type)
			return false
		}
		*into(t) = append(*into(t), id)
		return true
	})
}

// dates is a list of days.
func dates[T any](name string, into func(*T) *[]model.Date) attribute[T] {
	return newAttribute(name, func(r *reader, at field, v expressions.Value, t *T) bool {
		return r.eachText(at, v, func(_ int32, i expressions.Item) bool {
			day, err := time.Parse(time.DateOnly, i.Text)
			if err != nil {
				r.problem("Wrong date", i.Start, i.End, "%q is a list of days of the calendar, each written \"YYYY-MM-DD\".", at.name)
				return false
			}
			*into(t) = append(*into(t), model.DateOf(day))
			return true
		})
	})
}

func (r *reader) readPlan(b *syntax.Block) {
	r.drafts.plans = append(r.drafts.plans, read(r, planBlock, b, func(d *draft[planDraft], label string) bool {
		d.record.Name, d.record.SourceForest = label, model.NoForest
		d.record.NeverMovesDays, d.record.Seed = -1, -1
		return true
	}))
}

// readNaming reads an inner block that names recipients.
func readNaming[T any](r *reader, t *blockType[T], from *syntax.Block, p *planDraft, into *T) bool {
	first := int32(len(r.drafts.references))
	ok := readUnnamed(r, t, from, into)
	p.named = append(p.named, innerNames{first, int32(len(r.drafts.references)), func(l *linker, references []reference) bool {
		return linkReferences(l, t, into, references)
	}})
	return ok
}

// readUnnamed reads an inner block without a label.
func readUnnamed[T any](r *reader, t *blockType[T], from *syntax.Block, into *T) bool {
	_, ok := r.labelOf(from, "")
	return readBlock(r, t, from, into) && ok
}

func readPlanMailboxes(r *reader, t *blockType[model.PlanMailboxes], from *syntax.Block, p *planDraft, into *[]*model.PlanMailboxes) bool {
	m := &model.PlanMailboxes{}
	*into = append(*into, m)
	return readNaming(r, t, from, p, m)
}

func readPlanWave(r *reader, from *syntax.Block, p *planDraft) bool {
	w := &model.PlanWave{}
	label, ok := r.labelOf(from, planWaveBlock.label)
	w.Name = r.keep(label)
	first := int32(len(r.drafts.references))
	ok = readBlock(r, planWaveBlock, from, w) && ok
	p.named = append(p.named, innerNames{first, int32(len(r.drafts.references)), func(l *linker, references []reference) bool {
		return linkReferences(l, planWaveBlock, w, references)
	}})
	i := slices.IndexFunc(p.Waves, func(other *model.PlanWave) bool { return model.Fold(other.Name) == model.Fold(w.Name) })
	if i >= 0 && w.Name != "" {
		r.problem("Duplicate label", from.Start, from.HeaderEnd, "The wave %q is already declared at %s; case makes no difference. Rename or remove one of the two.",
			w.Name, place(p.Waves[i].Location()))
		return false
	}
	p.Waves = append(p.Waves, w)
	return ok
}

func readPlanFreeze(r *reader, from *syntax.Block, p *planDraft) bool {
	f := &model.PlanFreeze{}
	p.Freezes = append(p.Freezes, f)
	ok := readUnnamed(r, freezeBlock, from, f)
	if ok && f.From > f.To {
		r.problemAt(f.Locate("to", model.WholeAttribute), "Wrong date", "This freeze ends before it begins: \"to\" is the last day without a wave.")
		return false
	}
	return ok
}

func readPlanPin(r *reader, from *syntax.Block, p *planDraft) bool {
	pin := &model.PlanPin{}
	p.Pins = append(p.Pins, pin)
	if !readNaming(r, pinBlock, from, p, pin) {
		return false
	}
	kinds := 0
	for _, has := range []bool{pin.Last == model.True, pin.NotBefore != 0 || pin.NotAfter != 0, pin.Wave != ""} {
		if has {
			kinds++
		}
	}
	switch {
	case kinds == 0:
		r.problem("Missing attribute", from.Start, from.HeaderEnd, "A pin says where: add last = true, not_before, not_after or wave.")
		return false
	case kinds > 1:
		r.problem("Too many attributes", from.Start, from.HeaderEnd, "A pin has either last, or wave, or not_before and not_after. Remove the others.")
		return false
	case pin.NotAfter != 0 && pin.NotBefore > pin.NotAfter:
		r.problemAt(pin.Locate("not_after", model.WholeAttribute), "Wrong date", "\"not_after\" is before \"not_before\", so that no day is left.")
		return false
	}
	return true
}
