package policies

import (
	"context"
	"encoding/binary"
	"maps"
	"slices"
	"unsafe"

	"hybridlint/loader"
)

// ownEntries are the blocks that rules look at: denied entries and those of built-in principals are not among them.
func (j *join) ownEntries() []*entry {
	entries := make([]*entry, 0, len(j.model.Grants)+len(j.model.OutlookDelegates))
	for _, g := range j.model.Grants {
		switch {
		case g.Deny == loader.True || g.Delegate.BuiltIn:
		case g.Permission == loader.Folder:
			entries = append(entries, &entry{kind: folderGrantEntry, grant: g})
		case g.Delegate.Recipient != loader.NoRecipient:
			entries = append(entries, &entry{kind: grantEntry, grant: g})
		}
	}
	for _, d := range j.model.OutlookDelegates {
		if d.Delegate.Recipient != loader.NoRecipient && !d.Delegate.BuiltIn {
			entries = append(entries, &entry{kind: outlookDelegateEntry, outlook: d})
		}
	}
	return entries
}

func (k entryKind) scope() scope {
	return scope(loader.Word(k))
}

// entryAnswer is what is remembered of one view of an entry.
type entryAnswer struct {
	fired []firing
	// unknownOnPremises: a cloud owner's Send on Behalf is not present in this on-premises acting forest.
	unknownOnPremises bool
}

// entryWorker evaluates entries; every worker has one, so that what it remembers needs no lock.
type entryWorker struct {
	*evaluator
	presence *document
	// seen holds the answers by the facts that some rule of the scope reads.
	seen  map[string]entryAnswer
	facts subjectFacts
	key   []byte
}

// checkEntries also counts the Send on Behalf entries of cloud owners that on-premises does not know.
func (e *evaluator) checkEntries(ctx context.Context) (findings []*finding, unknownOnPremises int) {
	presence, err := e.inference(sendOnBehalfPresence())
	if err != nil {
		e.fail("entry", err)
		return nil, 0
	}
	entries := e.ownEntries()
	slots := make([][]*finding, (len(entries)+chunk-1)/chunk)
	counts := make([]int, len(slots))
	workers := make([]*entryWorker, e.options.Jobs)
	e.parallel(ctx, len(entries), func(worker, slot, from, to int) {
		if workers[worker] == nil {
			workers[worker] = &entryWorker{evaluator: e, presence: presence, seen: map[string]entryAnswer{}}
		}
		for _, own := range entries[from:to] {
			found, unknown := workers[worker].check(ctx, own)
			slots[slot] = append(slots[slot], found...)
			counts[slot] += unknown
		}
	})
	for _, n := range counts {
		unknownOnPremises += n
	}
	return append(slices.Concat(slots...), e.checkTrustees(ctx)...), unknownOnPremises
}

func (w *entryWorker) check(ctx context.Context, own *entry) (findings []*finding, unknown int) {
	found, missing := w.evaluate(ctx, own)
	var derived []*finding
	if own.outlook != nil && own.outlook.SendOnBehalf.Or(true) {
		var derivedMissing bool
		derived, derivedMissing = w.evaluate(ctx, &entry{kind: derivedGrantEntry, outlook: own.outlook})
		missing = missing || derivedMissing
	}
	if missing {
		unknown = 1
	}
	return w.supersede(own.base().Recipient, own.outlook == nil, found, derived), unknown
}

func (w *entryWorker) evaluate(ctx context.Context, own *entry) (findings []*finding, missing bool) {
	in := w.entryFactsOf(own)
	forests := w.views(own)
	views := make([]view, len(forests))
	for i, acting := range forests {
		w.addView(in, own, acting)
		a := w.answer(ctx, own.kind.scope(), in)
		missing = missing || a.unknownOnPremises
		views[i] = view{forest: acting, fired: a.fired}
	}
	return w.merge(entrySubject{w.join, own}, views), missing
}

func (w *entryWorker) answer(ctx context.Context, s scope, in *entryInput) entryAnswer {
	w.facts.read(allShapes()[s], unsafe.Pointer(in))
	w.key = append(w.key[:0], s...)
	for _, p := range w.relevant[s] {
		w.key = binary.AppendUvarint(w.key, w.facts.codes[p.fact]&p.mask)
	}
	if a, ok := w.seen[string(w.key)]; ok && !w.options.NoMemo {
		return a
	}
	a := entryAnswer{fired: w.fire(ctx, s, &w.facts, in.Entry.State == loader.Existing, in.Entry.Application)}
	if in.Entry.Permission == loader.SendOnBehalf && in.Recipient.Home == cloudSide && in.Acting.Side == onPremisesSide {
		a.unknownOnPremises = w.answerOf(ctx, w.presence, &w.facts) == "no"
	}
	w.seen[string(w.key)] = a
	return a
}

// checkTrustees looks at the entries whose delegate is no declared recipient.
func (e *evaluator) checkTrustees(ctx context.Context) []*finding {
	var findings []*finding
	check := func(own *entry) {
		if own.trustee().Recipient != loader.NoRecipient && !own.trustee().BuiltIn {
			return
		}
		facts := scopeFacts(trusteeScope, trusteeInput{
			OrphanedIdentifier: loader.OrphanedIdentifier(own.trustee().Text),
			Permission:         own.permission(), Home: sideOf(e.model.Recipients[own.base().Recipient].Home),
		})
		fired := e.fire(ctx, trusteeScope, facts, false, false)
		findings = append(findings, e.settle(trusteeSubject{entrySubject{e.join, own}}, view{loader.NoForest, fired})...)
	}
	for _, g := range e.model.Grants {
		if g.Deny == loader.True {
			continue
		}
		kind := grantEntry
		if g.Permission == loader.Folder {
			kind = folderGrantEntry
		}
		check(&entry{kind: kind, grant: g})
	}
	for _, d := range e.model.OutlookDelegates {
		check(&entry{kind: outlookDelegateEntry, outlook: d})
	}
	return findings
}

// checkBatches looks at every batch that is not over: at the batch itself, at the people whose set of mailboxes it tears
// apart, and at the entries it touches.
func (e *evaluator) checkBatches(ctx context.Context) []*finding {
	var moves []*batchMove
	for _, b := range e.model.Batches {
		if !b.Status.Over() {
			moves = append(moves, newBatchMove(b))
		}
	}
	if len(moves) == 0 {
		return nil
	}
	touching := e.touching()
	sets := e.permissionSets()
	granted := map[loader.RecipientID][]loader.RecipientID{}
	for person, set := range sets {
		for _, mailbox := range set.granting {
			granted[mailbox] = append(granted[mailbox], person)
		}
	}
	var findings []*finding
	for _, m := range moves {
		findings = append(findings, e.checkBatch(ctx, m)...)
		persons, tornApart := e.checkPersons(ctx, m, sets, granted)
		findings = append(findings, e.checkBatchEntries(ctx, m, touching, tornApart)...)
		findings = append(findings, persons...)
	}
	return findings
}

func (e *evaluator) checkBatch(ctx context.Context, m *batchMove) []*finding {
	in := batchInput{Organization: e.organization, Direction: m.batch.Direction}
	if m.batch.SourceForest != loader.NoForest {
		in.SourceForest = e.join.forests[m.batch.SourceForest]
	}
	in.MovesNonResource = slices.ContainsFunc(m.batch.Members, func(id loader.RecipientID) bool {
		return !e.model.Recipients[id].Type.IsResource()
	})
	fired := e.fire(ctx, batchScope, scopeFacts(batchScope, in), false, false)
	return e.settle(batchSubject{plainSubject{e.join}, m.batch}, view{m.batch.SourceForest, fired})
}

// tornApart are the people for whom a finding stands for those about single entries: by person, that finding.
type tornApart map[loader.RecipientID]*finding

func (e *evaluator) checkPersons(ctx context.Context, m *batchMove, sets map[loader.RecipientID]*batchPerson, granted map[loader.RecipientID][]loader.RecipientID) ([]*finding, tornApart) {
	concerned := map[loader.RecipientID]bool{}
	for _, id := range m.batch.Members {
		if sets[id] != nil {
			concerned[id] = true
		}
		for _, person := range granted[id] {
			concerned[person] = true
		}
	}
	var findings []*finding
	torn := tornApart{}
	for _, person := range slices.Sorted(maps.Keys(concerned)) {
		in := batchPersonInput{
			Direction: m.batch.Direction, GrantingMailboxes: numberOf(int32(len(sets[person].granting))), Touched: true,
			Splits:      e.tearsApart(m, sets[person]),
			Application: e.model.Recipients[person].UsedBy == loader.UsedByApplication,
		}
		fired := e.fire(ctx, batchPersonScope, scopeFacts(batchPersonScope, in), false, in.Application)
		s := personSubject{plainSubject{e.join}, m, sets[person], new([]string)}
		for _, f := range e.settle(s, view{loader.NoForest, fired}) {
			findings = append(findings, f)
			if f.rule.metadata.SupersedesOn == onGrantsOfPerson {
				torn[person] = f
			}
		}
	}
	return findings, torn
}

// tearsApart tells whether the person and the granting mailboxes are on more than one side afterwards.
func (e *evaluator) tearsApart(m *batchMove, set *batchPerson) bool {
	where := sideOf(e.after(m, set.person))
	return slices.ContainsFunc(set.granting, func(id loader.RecipientID) bool { return sideOf(e.after(m, id)) != where })
}

// touching lists the entries of a recipient or a delegate.
func (j *join) touching() map[loader.RecipientID][]*entry {
	entries := map[loader.RecipientID][]*entry{}
	for _, own := range j.ownEntries() {
		recipient, delegate := own.base().Recipient, own.trustee().Recipient
		if delegate == loader.NoRecipient {
			continue
		}
		entries[recipient] = append(entries[recipient], own)
		if delegate != recipient {
			entries[delegate] = append(entries[delegate], own)
		}
	}
	return entries
}

func (e *evaluator) checkBatchEntries(ctx context.Context, m *batchMove, touching map[loader.RecipientID][]*entry, torn tornApart) []*finding {
	var findings []*finding
	w := &entryWorker{evaluator: e, seen: map[string]entryAnswer{}}
	for _, own := range e.touchedBy(m, touching) {
		moved := *own
		moved.batch = m
		in := e.entryFactsOf(&moved)
		e.addView(in, &moved, loader.NoForest)
		fired := w.answer(ctx, batchEntryScope, in).fired
		found := e.settle(batchEntrySubject{entrySubject{e.join, &moved}}, view{loader.NoForest, fired})
		for _, f := range e.supersede(loader.NoRecipient, false, found, nil) {
			by := torn[moved.trustee().Recipient]
			if by == nil || !by.rule.replaces(f.rule) {
				findings = append(findings, f)
				continue
			}
			standsFor := by.subject.(personSubject).standsFor
			if !slices.Contains(*standsFor, f.rule.ID) {
				*standsFor = append(*standsFor, f.rule.ID)
				slices.Sort(*standsFor)
			}
		}
	}
	return findings
}

// touchedBy lists the entries of a batch's members and of the groups above them, each once, in order of declaration.
func (e *evaluator) touchedBy(m *batchMove, touching map[loader.RecipientID][]*entry) []*entry {
	seen := map[*entry]bool{}
	groups := map[loader.RecipientID]bool{}
	var entries []*entry
	add := func(id loader.RecipientID) {
		for _, own := range touching[id] {
			if !seen[own] {
				seen[own] = true
				entries = append(entries, own)
			}
		}
	}
	for _, id := range m.batch.Members {
		add(id)
		for _, group := range e.groupsAbove(id) {
			if !groups[group] {
				groups[group] = true
				add(group)
			}
		}
	}
	return entries
}

// answerOf is the field answer of an inference that is an object.
func (e *evaluator) answerOf(ctx context.Context, d *document, facts *subjectFacts) string {
	a := d.answer(ctx, facts)
	if a.err != nil {
		e.fail(d.ref.String(), a.err)
		return ""
	}
	return answerField(a.value)
}
