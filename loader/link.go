package loader

import (
	"cmp"
	"slices"

	"hybridlint/loader/limits"
	"hybridlint/loader/model"
	"hybridlint/report"
)

// build resolves the drafts of all files, given in order, and fills the model.
func (l *linker) build(files []*reader) {
	l.linkForests(files)
	l.linkTenant(files)
	l.linkSyncs(files)
	l.linkRecipients(files)
	l.linkInvitations(files)
	l.linkBatches(files)
	l.linkBulkChanges(files)
	l.linkPlans(files)
	l.linkExceptions(files)
	l.linkEntries(files)
}

func (l *linker) linkForests(files []*reader) {
	first := map[string]*model.Forest{}
	var declared []*draft[model.Forest]
	for _, r := range files {
		for _, d := range r.drafts.forests {
			folded := model.Fold(d.label)
			if earlier := first[folded]; earlier != nil {
				l.duplicate(&d.record.Block, &earlier.Block, "forest", d.label)
				continue
			}
			if d.label == "" || folded == cloudName {
				continue
			}
			first[folded] = &d.record
			declared = append(declared, d)
		}
	}
	// Forests are numbered by their names, so that the order of the blocks shows in no message.
	slices.SortFunc(declared, func(a, b *draft[model.Forest]) int { return cmp.Compare(model.Fold(a.label), model.Fold(b.label)) })
	for _, d := range declared {
		l.forests[model.Fold(d.label)] = l.addForest(d)
	}
	for _, r := range files {
		for _, name := range r.recovered.forests {
			if _, known := l.forests[model.Fold(name)]; !known {
				l.forests[model.Fold(name)] = model.NoForest
			}
		}
	}
}

func (l *linker) addForest(d *draft[model.Forest]) model.ForestID {
	if d.leftOut {
		return model.NoForest
	}
	f := &d.record
	if len(l.model.Forests) == l.limits.Forests {
		l.problem(f.Location(), "Too many forests", "With this one there are more than %d forests.%s", l.limits.Forests, limits.AllowedBy(limits.ForestsSetting))
		return model.NoForest
	}
	l.model.Forests = append(l.model.Forests, f)
	id := model.ForestID(len(l.model.Forests))
	if f.Relationship != nil {
		f.Relationship.Holder = id
	}
	if f.Connector != nil {
		f.Connector.Holder = id
	}
	return id
}

// onlyForest is the one forest of the configuration; NoForest where there are several, or none, or it has an error.
func (l *linker) onlyForest() model.ForestID {
	if len(l.forests) != 1 || len(l.model.Forests) != 1 {
		return model.NoForest
	}
	return 1
}

func (l *linker) severalForests() bool { return len(l.forests) > 1 }

func (l *linker) linkTenant(files []*reader) {
	var first *tenantDraft
	for _, r := range files {
		for _, d := range r.drafts.tenants {
			if first != nil {
				l.problem(d.record.Location(), "Second tenant", "A configuration has one tenant, and %q is declared at %s. Remove one of the two.",
					first.Name, place(first.Location()))
				continue
			}
			first = &d.record
			if l.linkTenantBlocks(&d.record) && !d.leftOut {
				l.model.Tenant = &d.record.Tenant
			}
			if d.record.RoutingDomain == "" {
				d.record.RoutingDomain = d.record.Name + ".mail.onmicrosoft.com"
			}
		}
	}
}

// linkTenantBlocks resolves the forests of the relationships and connectors. One with a forest that stays out of the model
// stays out too.
func (l *linker) linkTenantBlocks(t *tenantDraft) bool {
	targets := newInnerForests(l, "relationship with")
	ok := true
	t.Relationships = slices.Collect(func(yield func(*model.OrganizationRelationship) bool) {
		for i, o := range t.Relationships {
			f, valid := targets.resolve(t.relationships[i])
			ok = ok && valid
			if o.Target = f; f != model.NoForest && !yield(o) {
				return
			}
		}
	})
	targets = newInnerForests(l, "connector to")
	t.Connectors = slices.Collect(func(yield func(*model.IntraOrganizationConnector) bool) {
		for i, c := range t.Connectors {
			f, valid := targets.resolve(t.connectors[i])
			ok = ok && valid
			if c.Target = f; f != model.NoForest && !yield(c) {
				return
			}
		}
	})
	return ok
}

// innerForests resolves the labels of inner blocks, of which there is one per forest.
type innerForests struct {
	*linker
	what string
	seen map[model.ForestID]report.Location
}

func newInnerForests(l *linker, what string) innerForests {
	return innerForests{linker: l, what: what, seen: map[model.ForestID]report.Location{}}
}

// resolve gives NoForest for a forest that stays out of the model. Not ok means that an error was reported.
func (i innerForests) resolve(label innerLabel) (f model.ForestID, ok bool) {
	return i.once(label, func(at func() report.Location) (model.ForestID, bool) { return i.onPremisesForestNamed(label.text, at) })
}

func (i innerForests) resolveSide(label innerLabel) (f model.ForestID, ok bool) {
	return i.once(label, func(at func() report.Location) (model.ForestID, bool) { return i.forestNamed(label.text, at) })
}

func (i innerForests) once(label innerLabel, find func(func() report.Location) (model.ForestID, bool)) (model.ForestID, bool) {
	if label.text == "" {
		return model.NoForest, true // reported when it was read
	}
	at := func() report.Location { return label.location }
	before := len(i.problems) + i.beyond
	f, ok := find(at)
	if !ok {
		return model.NoForest, len(i.problems)+i.beyond == before
	}
	if first, twice := i.seen[f]; twice {
		i.problem(at(), "Duplicate label", "The %s %q is already declared at %s. Remove one of the two.", i.what, label.text, place(first))
		return model.NoForest, false
	}
	i.seen[f] = label.location
	return f, true
}

func (l *linker) linkSyncs(files []*reader) {
	first := map[model.Engine]*model.DirectorySync{}
	for _, r := range files {
		for _, d := range r.drafts.syncs {
			s := &d.record
			if earlier := first[s.Engine]; earlier != nil && s.Engine != 0 {
				l.duplicate(&s.Block, &earlier.Block, "directory_sync", d.label)
				continue
			}
			first[s.Engine] = s
			if !d.leftOut {
				l.model.Syncs = append(l.model.Syncs, s)
			}
		}
	}
	l.checkNoEngine(first)
}

// checkNoEngine: the statement that there is no engine contradicts a block about one.
func (l *linker) checkNoEngine(declared map[model.Engine]*model.DirectorySync) {
	none := declared[model.NoEngine]
	if none == nil {
		return
	}
	for _, engine := range []model.Engine{model.EntraConnect, model.CloudSync} {
		if s := declared[engine]; s != nil {
			l.problem(none.Location(), "Contradiction", "\"none\" says that nothing is synchronized, and directory_sync %q is declared at %s. Remove one of the two.",
				model.Word(engine), place(s.Location()))
			l.model.Syncs = slices.DeleteFunc(l.model.Syncs, func(s *model.DirectorySync) bool { return s == none })
			return
		}
	}
}
