package loader

import (
	"slices"

	"hybridlint/loader/model"
)

// linkEntries resolves grants and Outlook delegates and gives them what the defaults block supplies. It comes last, and
// lets go of the drafts: from then on there are the records of the model only.
func (l *linker) linkEntries(files []*reader) {
	d := l.linkDefaults(files)
	grants := 0
	for _, r := range files {
		grants += len(r.drafts.grants)
	}
	l.grants = model.NewGrantPacker(grants)
	for _, r := range files {
		for i := range r.drafts.grants {
			l.linkGrant(&r.drafts.grants[i], &r.drafts, d)
		}
		for _, o := range r.drafts.delegates {
			if link(l, outlookDelegateBlock, o, &r.drafts) {
				d.fill(o.record.EntryTerms)
				if !l.checkPlanned(o.record.EntryTerms, o.record.Delegate, &o.record.Block, model.WholeAttribute) {
					continue
				}
				l.model.OutlookDelegates = append(l.model.OutlookDelegates, &o.record)
			}
		}
		r.drafts = drafts{}
	}
	l.model.Grants = l.grants.Packed()
}

// linkDefaults gives the one defaults block; what could be read of one with an error counts, so that entries do not look
// as if they had none.
func (l *linker) linkDefaults(files []*reader) *defaults {
	var first *defaults
	for _, r := range files {
		for _, d := range r.drafts.defaults {
			if first != nil {
				l.problem(d.record.Location(), "Second defaults block", "A configuration has one defaults block, and it is at %s. Remove one of the two.",
					place(first.Location()))
				continue
			}
			first = &d.record
		}
	}
	if first == nil {
		return &defaults{}
	}
	return first
}

func (d *defaults) fill(e *model.EntryTerms) {
	if e.State == 0 {
		e.State = model.Planned
	}
	if !e.Clients.Declared() {
		e.Clients = d.clients
	}
	if e.Channel == 0 {
		e.Channel = d.channel
	}
}

// linkGrant resolves what a grant block names.
func (l *linker) linkGrant(c *compactGrant, in *drafts, d *defaults) {
	g := &l.grant
	*g = grantDraft{
		Block: c.Block, Recipient: model.NoRecipient, EntryTerms: c.terms.EntryTerms, GrantTerms: c.terms.GrantTerms,
		delegates: g.delegates[:0],
	}
	if linkReferences(l, grantBlock, g, in.references[c.from:c.to]) && !c.leftOut {
		l.addGrants(g, d)
	}
}

// addGrants makes one grant per delegate.
func (l *linker) addGrants(g *grantDraft, d *defaults) {
	d.fill(&g.EntryTerms)
	if g.Permission == model.FullAccess && g.AccessMethod == 0 {
		g.AccessMethod = d.accessMethod
	}
	terms := l.terms.Share(&g.EntryTerms, &g.GrantTerms)
	for _, t := range g.delegates {
		if !l.checkPlanned(&g.EntryTerms, t.Trustee, &g.Block, t.element) || !l.checkDefaultCalendar(g, t.Trustee) {
			continue
		}
		l.grants.Add(&model.Grant{
			Entry:      model.Entry{Block: g.Block, Recipient: g.Recipient, Element: t.element, EntryTerms: &terms.EntryTerms},
			GrantTerms: &terms.GrantTerms, Delegate: t.Trustee,
		})
	}
}

// checkPlanned: an account that has no name is what a server shows of one that is gone; nobody plans a permission for it. Not ok means
// that an error was reported.
func (l *linker) checkPlanned(e *model.EntryTerms, t *model.Trustee, b *model.Block, element int32) bool {
	if e.State == model.Existing || !t.Orphaned() {
		return true
	}
	attribute := "delegates"
	if element == model.WholeAttribute {
		attribute = "delegate"
	}
	l.problem(b.Locate(attribute, int(element)), "Account without a name",
		"%q is the security identifier of an account that is not declared. Name the account, or set state = \"existing\" if a server has this entry.", t.Text)
	return false
}

func (l *linker) linkInvitations(files []*reader) {
	for _, r := range files {
		for _, d := range r.drafts.invitations {
			if link(l, invitationBlock, d, &r.drafts) {
				l.model.Invitations = append(l.model.Invitations, &d.record)
			}
		}
	}
}

func (l *linker) linkBatches(files []*reader) {
	first := map[string]*model.MigrationBatch{}
	for _, r := range files {
		for _, d := range r.drafts.batches {
			folded, b := model.Fold(d.label), &d.record.MigrationBatch
			valid := link(l, batchBlock, d, &r.drafts)
			valid = l.checkSourceForest(b) && valid
			if earlier := first[folded]; earlier != nil && d.label != "" {
				l.duplicate(&b.Block, &earlier.Block, "migration_batch", d.label)
				continue
			}
			first[folded] = b
			l.batches[folded] = nil
			if valid {
				l.batches[folded] = b
				l.model.Batches = append(l.model.Batches, b)
			}
		}
	}
	for _, r := range files {
		for _, name := range r.recovered.batches {
			if _, known := l.batches[model.Fold(name)]; !known {
				l.batches[model.Fold(name)] = nil
			}
		}
	}
	l.linkSequence(files)
}

// linkSequence resolves what batches come after, once every batch is known. A batch that comes after one that stays out of the model
// stays out too.
func (l *linker) linkSequence(files []*reader) {
	followers := map[*model.MigrationBatch][]*model.MigrationBatch{}
	var out []*model.MigrationBatch
	for _, r := range files {
		for _, d := range r.drafts.batches {
			b := &d.record.MigrationBatch
			for _, m := range d.record.after {
				earlier, ok := l.batch(m)
				if !ok {
					out = append(out, b)
					continue
				}
				b.After = append(b.After, earlier)
				followers[earlier] = append(followers[earlier], b)
			}
		}
	}
	out = append(out, l.checkOrder(l.model.Batches)...)
	left := map[*model.MigrationBatch]bool{}
	for ; len(out) > 0; out = out[1:] {
		if b := out[0]; !left[b] {
			left[b] = true
			out = append(out, followers[b]...)
		}
	}
	l.model.Batches = slices.DeleteFunc(l.model.Batches, func(b *model.MigrationBatch) bool {
		if left[b] {
			l.batches[model.Fold(b.Name)] = nil
		}
		return left[b]
	})
}

// checkSourceForest: with several forests a batch must say which one it is about.
func (l *linker) checkSourceForest(b *model.MigrationBatch) bool {
	if b.Status == 0 {
		b.Status = model.Syncing
	}
	if b.Declares("source_forest") {
		return true
	}
	if l.severalForests() {
		l.problem(b.Location(), "Missing attribute", "There are several forests, so this migration_batch block needs \"source_forest\". Add it.")
		return false
	}
	b.SourceForest = l.onlyForest()
	return true
}

func (l *linker) linkBulkChanges(files []*reader) {
	first := map[string]*model.BulkChange{}
	for _, r := range files {
		for _, d := range r.drafts.changes {
			folded, c := model.Fold(d.label), &d.record
			valid := link(l, bulkChangeBlock, d, &r.drafts)
			if earlier := first[folded]; earlier != nil && d.label != "" {
				l.duplicate(&c.Block, &earlier.Block, "bulk_change", d.label)
				continue
			}
			first[folded] = c
			if valid {
				l.model.BulkChanges = append(l.model.BulkChanges, c)
			}
		}
	}
}

func (l *linker) linkExceptions(files []*reader) {
	for _, r := range files {
		for _, d := range r.drafts.exceptions {
			if link(l, exceptionBlock, d, &r.drafts) {
				l.model.Exceptions = append(l.model.Exceptions, &d.record)
			}
		}
	}
}
