package loader

// linkEntries resolves grants and Outlook delegates and gives them what the defaults block supplies.
func (l *linker) linkEntries(files []*reader) {
	d := l.linkDefaults(files)
	for _, r := range files {
		for _, g := range r.drafts.grants {
			if link(l, grantBlock, g, r.drafts.references) {
				l.addGrants(&g.record, d)
			}
		}
	}
	for _, r := range files {
		for _, o := range r.drafts.delegates {
			if link(l, outlookDelegateBlock, o, r.drafts.references) {
				d.fill(&o.record.Entry)
				l.model.OutlookDelegates = append(l.model.OutlookDelegates, &o.record)
			}
		}
	}
}

// linkDefaults gives the one defaults block; what could be read of one with an error counts, so that entries do not look
// as if they had none.
func (l *linker) linkDefaults(files []*reader) *defaults {
	var first *defaults
	for _, r := range files {
		for _, d := range r.drafts.defaults {
			if first != nil {
				l.problem(d.record.Location(), "Second defaults block", "A configuration has one defaults block, and it is at %s. Remove one of the two.",
					place(first.File, first.Start))
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

func (d *defaults) fill(e *Entry) {
	if e.State == 0 {
		e.State = Planned
	}
	if !e.Clients.Declared() {
		e.Clients = d.clients
	}
	if e.Channel == 0 {
		e.Channel = d.channel
	}
}

// addGrants makes one grant per delegate.
func (l *linker) addGrants(g *grantDraft, d *defaults) {
	d.fill(&g.Entry)
	if g.Permission == FullAccess && g.AccessMethod == 0 {
		g.AccessMethod = d.accessMethod
	}
	grants := make([]Grant, len(g.delegates))
	for i, t := range g.delegates {
		grants[i] = Grant{GrantBlock: &g.GrantBlock, Delegate: t}
		l.model.Grants = append(l.model.Grants, &grants[i])
	}
	g.delegates = nil
}

func (l *linker) linkInvitations(files []*reader) {
	for _, r := range files {
		for _, d := range r.drafts.invitations {
			if link(l, invitationBlock, d, r.drafts.references) {
				l.model.Invitations = append(l.model.Invitations, &d.record)
			}
		}
	}
}

func (l *linker) linkBatches(files []*reader) {
	first := map[string]*MigrationBatch{}
	for _, r := range files {
		for _, d := range r.drafts.batches {
			folded, b := fold(d.label), &d.record
			valid := link(l, batchBlock, d, r.drafts.references)
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
			if _, known := l.batches[fold(name)]; !known {
				l.batches[fold(name)] = nil
			}
		}
	}
}

// checkSourceForest: with several forests a batch must say which one it is about.
func (l *linker) checkSourceForest(b *MigrationBatch) bool {
	if b.Status == 0 {
		b.Status = Syncing
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
	first := map[string]*BulkChange{}
	for _, r := range files {
		for _, d := range r.drafts.changes {
			folded, c := fold(d.label), &d.record
			valid := link(l, bulkChangeBlock, d, r.drafts.references)
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
			if link(l, exceptionBlock, d, r.drafts.references) {
				l.model.Exceptions = append(l.model.Exceptions, &d.record)
			}
		}
	}
}
