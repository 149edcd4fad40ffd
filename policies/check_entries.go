package policies

import (
	"context"
	"encoding/binary"
	"maps"
	"slices"
	"unsafe"

	"hybridlint/loader"
)

// entryCount is how many entries there may be: grants in their order, then Outlook delegates.
func (j *join) entryCount() int { return j.model.Grants.Len() + len(j.model.OutlookDelegates) }

// entryAt is an entry by its number; ok is false where rules do not look at it: denied entries and those of built-in principals.
// Its grant, if it has one, is put into g.
func (j *join) entryAt(i int, g *loader.Grant) (own entry, ok bool) {
	if n := j.model.Grants.Len(); i >= n {
		d := j.model.OutlookDelegates[i-n]
		return entry{kind: outlookDelegateEntry, outlook: d}, d.Delegate.Recipient != loader.NoRecipient && !d.Delegate.BuiltIn
	}
	*g = j.model.Grants.At(i)
	if g.Permission == loader.Folder {
		return entry{kind: folderGrantEntry, grant: g}, g.Deny != loader.True && !g.Delegate.BuiltIn
	}
	return entry{kind: grantEntry, grant: g}, g.Deny != loader.True && !g.Delegate.BuiltIn && g.Delegate.Recipient != loader.NoRecipient
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
	// answered holds the answers by all that they are made from: the scope, the facts that count there, and what is asked.
	answered map[string]entryAnswer
	facts    subjectFacts
	key      []byte
	// grant is that of the entry that is looked at.
	grant loader.Grant
}

// question is what Go reads of an entry to know what to ask about it.
type question uint8

const (
	ofExisting question = 1 << iota
	ofApplication
	// whetherPresent asks whether a cloud owner's Send on Behalf is present in an on-premises acting forest.
	whetherPresent
)

func questionAbout(in *entryInput) (q question) {
	if in.Entry.State == loader.Existing {
		q |= ofExisting
	}
	if in.Entry.Application {
		q |= ofApplication
	}
	if in.Entry.Permission == loader.SendOnBehalf && in.Recipient.Home == cloudSide && in.Acting.Side == onPremisesSide {
		q |= whetherPresent
	}
	return q
}

func (e *evaluator) newEntryWorker(presence *document) *entryWorker {
	return &entryWorker{evaluator: e, presence: presence, answered: map[string]entryAnswer{}}
}

// checkEntries also counts the Send on Behalf entries of cloud owners that on-premises does not know.
func (e *evaluator) checkEntries(ctx context.Context) (findings []*finding, unknownOnPremises int) {
	presence, err := e.inference(sendOnBehalfPresence())
	if err != nil {
		e.fail("entry", err)
		return nil, 0
	}
	n := e.entryCount()
	slots := make([][]*finding, (n+chunk-1)/chunk)
	counts := make([]int, len(slots))
	workers := make([]*entryWorker, e.options.Jobs)
	e.parallel(ctx, n, func(worker, slot, from, to int) {
		if workers[worker] == nil {
			workers[worker] = e.newEntryWorker(presence)
		}
		for i := from; i < to; i++ {
			w := workers[worker]
			if own, ok := e.entryAt(i, &w.grant); ok {
				found, unknown := w.check(ctx, own)
				slots[slot] = append(slots[slot], found...)
				counts[slot] += unknown
			}
		}
		if e.options.Progress != nil {
			e.options.Progress(int64(to-from), int64(n))
		}
	})
	for _, n := range counts {
		unknownOnPremises += n
	}
	return append(slices.Concat(slots...), e.checkTrustees(ctx)...), unknownOnPremises
}

func (w *entryWorker) check(ctx context.Context, own entry) (findings []*finding, unknown int) {
	found, missing := w.evaluate(ctx, own)
	var derived []*finding
	if own.outlook != nil && own.outlook.SendOnBehalf.Or(true) {
		var derivedMissing bool
		derived, derivedMissing = w.evaluate(ctx, entry{kind: derivedGrantEntry, outlook: own.outlook})
		missing = missing || derivedMissing
	}
	if missing {
		unknown = 1
	}
	if len(found) == 0 && len(derived) == 0 {
		return nil, unknown
	}
	return w.supersede(own.base().Recipient, own.outlook == nil, found, derived), unknown
}

// evaluate looks at an entry in all forests in which its delegate works. missing says that a cloud owner's Send on Behalf is
// not present in one that is on-premises.
func (w *entryWorker) evaluate(ctx context.Context, own entry) (findings []*finding, missing bool) {
	in := w.entryFactsOf(&own)
	var views []view
	for _, acting := range w.views(&own) {
		w.addView(in, &own, acting)
		a := w.answer(ctx, own.kind.scope(), in)
		missing = missing || a.unknownOnPremises
		if len(a.fired) > 0 {
			views = append(views, view{forest: acting, fired: a.fired})
		}
	}
	if len(views) == 0 {
		return nil, missing
	}
	kept := keep(own) // findings hold it
	kept.subject = entrySubject{w.join, &kept.entry}
	return w.merge(&kept.subject, views), missing
}

// keptEntry is an entry with its grant, if it has one, and the subject of its findings.
type keptEntry struct {
	entry   entry
	grant   loader.Grant
	subject entrySubject
}

// keep copies an entry with its grant.
func keep(own entry) *keptEntry {
	kept := &keptEntry{entry: own}
	if own.grant != nil {
		kept.grant = *own.grant
		kept.entry.grant = &kept.grant
	}
	return kept
}

// answer asks the rules of a scope about one view of an entry, or remembers what they said. What is remembered is made from
// nothing but what it is found by: facts that no rule reads are taken away before the rules are asked.
func (w *entryWorker) answer(ctx context.Context, s scope, in *entryInput) entryAnswer {
	q := questionAbout(in)
	w.facts.read(allShapes()[s], unsafe.Pointer(in))
	if w.options.NoMemo {
		return w.ask(ctx, s, q)
	}
	w.key = append(append(w.key[:0], s...), 0, byte(q))
	for _, p := range w.relevant[s] {
		w.key = binary.AppendUvarint(w.key, w.facts.codes[p.fact]&p.mask)
	}
	a, ok := w.answered[string(w.key)]
	if !ok {
		w.facts.project(w.relevant[s])
		a = w.ask(ctx, s, q)
		w.answered[string(w.key)] = a
	}
	return a
}

func (w *entryWorker) ask(ctx context.Context, s scope, q question) entryAnswer {
	return entryAnswer{
		fired:             w.fire(ctx, s, &w.facts, q&ofExisting != 0, q&ofApplication != 0),
		unknownOnPremises: q&whetherPresent != 0 && w.answerOf(ctx, w.presence, &w.facts) == "no",
	}
}

// checkTrustees looks at the entries whose delegate is no declared recipient.
func (e *evaluator) checkTrustees(ctx context.Context) []*finding {
	var findings []*finding
	check := func(own entry) {
		facts := scopeFacts(trusteeScope, trusteeInput{
			OrphanedIdentifier: own.trustee().Orphaned(),
			Permission:         own.permission(), Home: sideOf(e.model.Recipients[own.base().Recipient].Home),
		})
		fired := e.fire(ctx, trusteeScope, facts, false, false)
		findings = append(findings, e.settle(trusteeSubject{entrySubject{e.join, &own}}, view{loader.NoForest, fired})...)
	}
	unknown := func(t *loader.Trustee) bool { return t.Recipient == loader.NoRecipient || t.BuiltIn }
	for i, g := range e.model.Grants.All() {
		if g.Deny != loader.True && unknown(g.Delegate) {
			kept := e.model.Grants.At(i)
			check(*grantOf(&kept))
		}
	}
	for _, d := range e.model.OutlookDelegates {
		if unknown(d.Delegate) {
			check(entry{kind: outlookDelegateEntry, outlook: d})
		}
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
	touching := e.touching(moves)
	sets := e.permissionSets(moves)
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

// touching lists the entries of the batches' members, and of the groups above them, by recipient and delegate.
func (j *join) touching(moves []*batchMove) map[loader.RecipientID][]*entry {
	wanted := make([]bool, len(j.model.Recipients))
	for _, m := range moves {
		for id := range m.members {
			wanted[id] = true
			for _, group := range j.groupsAbove(id) {
				wanted[group] = true
			}
		}
	}
	entries := map[loader.RecipientID][]*entry{}
	var grant loader.Grant
	for i := range j.entryCount() {
		own, ok := j.entryAt(i, &grant)
		if !ok {
			continue
		}
		recipient, delegate := own.base().Recipient, own.trustee().Recipient
		if delegate == loader.NoRecipient || !wanted[recipient] && !wanted[delegate] {
			continue
		}
		kept := &keep(own).entry
		entries[recipient] = append(entries[recipient], kept)
		if delegate != recipient {
			entries[delegate] = append(entries[delegate], kept)
		}
	}
	return entries
}

func (e *evaluator) checkBatchEntries(ctx context.Context, m *batchMove, touching map[loader.RecipientID][]*entry, torn tornApart) []*finding {
	var findings []*finding
	w := e.newEntryWorker(nil)
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
