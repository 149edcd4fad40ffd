package policies

import (
	"context"
	"encoding/binary"
	"slices"
	"unsafe"

	"hybridlint/loader/model"
	"hybridlint/policies/engine"
	"hybridlint/policies/facts"
	"hybridlint/policies/metadata"
	"hybridlint/policies/organization"
	"hybridlint/policies/subjects"
)

// entryAnswer is what is remembered of one view of an entry.
type entryAnswer struct {
	fired []firing
	// unknownOnPremises: a cloud owner's Send on Behalf is not present in this on-premises acting forest.
	unknownOnPremises bool
}

// entryWorker evaluates entries; every worker has one, so that what it remembers needs no lock.
type entryWorker struct {
	*evaluator
	presence *engine.Document
	// answered holds the answers by all that they are made from: the scope, the facts that count there, and what is asked.
	answered map[string]entryAnswer
	facts    engine.Input
	key      []byte
	// grant is that of the entry that is looked at.
	grant model.Grant
}

// question is what Go reads of an entry to know what to ask about it.
type question uint8

const (
	ofExisting question = 1 << iota
	ofApplication
	// whetherPresent asks whether a cloud owner's Send on Behalf is present in an on-premises acting forest.
	whetherPresent
)

func questionAbout(in *facts.EntryInput) (q question) {
	if in.Entry.State == model.Existing {
		q |= ofExisting
	}
	if in.Entry.Application {
		q |= ofApplication
	}
	if in.Entry.Permission == model.SendOnBehalf && in.Recipient.Home == facts.CloudSide && in.Acting.Side == facts.OnPremisesSide {
		q |= whetherPresent
	}
	return q
}

func (e *evaluator) newEntryWorker(presence *engine.Document) *entryWorker {
	return &entryWorker{evaluator: e, presence: presence, answered: map[string]entryAnswer{}}
}

// checkEntries also counts the Send on Behalf entries of cloud owners that on-premises does not know.
func (e *evaluator) checkEntries(ctx context.Context) (findings []*finding, unknownOnPremises int) {
	presence, err := e.inference(sendOnBehalfPresence())
	if err != nil {
		e.fail("entry", err)
		return nil, 0
	}
	n := e.EntryCount()
	slots := make([][]*finding, (n+chunk-1)/chunk)
	counts := make([]int, len(slots))
	workers := make([]*entryWorker, e.options.Jobs)
	e.parallel(ctx, n, func(worker, slot, from, to int) {
		if workers[worker] == nil {
			workers[worker] = e.newEntryWorker(presence)
			if worker < len(e.answered) {
				workers[worker].answered = e.answered[worker]
			}
		}
		for i := from; i < to; i++ {
			w := workers[worker]
			if own, ok := e.EntryAt(i, &w.grant); ok {
				found, unknown := w.checkOrCarry(ctx, own)
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
	findings = oncePerBlock(slices.Concat(slots...))
	remarks := slices.Concat(e.checkTrustees(ctx), e.checkDeclarations(ctx))
	return slices.Concat(findings, e.unexplainedRemarks(remarks, findings)), unknownOnPremises
}

// unexplainedRemarks drops the remarks on grants that a finding on the grant, or on the type of its recipient, explains.
func (e *evaluator) unexplainedRemarks(remarks, findings []*finding) []*finding {
	if len(remarks) == 0 {
		return nil
	}
	by := map[int]*metadata.Rule{}
	for _, f := range findings {
		if s, ok := f.subject.(*subjects.Entry); ok && s.Grant != nil && f.rule.Metadata.SupersedesOn == metadata.OnGrant {
			by[s.Number] = f.rule
		}
	}
	return slices.DeleteFunc(remarks, func(f *finding) bool {
		var own subjects.Entry
		switch s := f.subject.(type) {
		case subjects.Trustee:
			own = s.Entry
		case subjects.Declaration:
			own = s.Entry
		}
		wrong := e.wrongType[own.Base().Recipient]
		return own.Grant != nil && (by[own.Number] != nil && by[own.Number].Replaces(f.rule) || wrong != nil && wrong.Replaces(f.rule))
	})
}

// oncePerBlock keeps the first finding on a block, of the rules that are about all of its delegates.
func oncePerBlock(findings []*finding) []*finding {
	type place struct {
		block model.Block
		rule  *metadata.Rule
	}
	seen := map[place]bool{}
	return slices.DeleteFunc(findings, func(f *finding) bool {
		if !f.rule.Metadata.PerBlock {
			return false
		}
		at := place{*f.subject.Block(), f.rule}
		repeated := seen[at]
		seen[at] = true
		return repeated
	})
}

// checkOrCarry looks at an entry, unless what was found before a step still holds.
func (w *entryWorker) checkOrCarry(ctx context.Context, own organization.Entry) (findings []*finding, unknown int) {
	if w.carried == nil {
		return w.check(ctx, own)
	}
	known, ok := w.carried.carry(w.Organization, &own)
	if !ok {
		known.findings, known.unknown = w.check(ctx, own)
	}
	w.carried.keep(&own, known.findings, known.unknown)
	return known.findings, known.unknown
}

func (w *entryWorker) check(ctx context.Context, own organization.Entry) (findings []*finding, unknown int) {
	found, missing := w.evaluate(ctx, own)
	var derived []*finding
	if own.Outlook != nil && own.Outlook.SendOnBehalf.Or(true) {
		var derivedMissing bool
		derived, derivedMissing = w.evaluate(ctx, organization.Entry{Kind: facts.DerivedGrantEntry, Outlook: own.Outlook, Number: own.Number})
		missing = missing || derivedMissing
	}
	if missing {
		unknown = 1
	}
	if len(found) == 0 && len(derived) == 0 {
		return nil, unknown
	}
	return w.supersede(own.Base().Recipient, own.Outlook == nil, found, derived), unknown
}

// evaluate looks at an entry in all forests in which its delegate works. missing says that a cloud owner's Send on Behalf is
// not present in one that is on-premises.
func (w *entryWorker) evaluate(ctx context.Context, own organization.Entry) (findings []*finding, missing bool) {
	in := w.EntryFacts(&own)
	var views []view
	for _, acting := range w.Views(&own) {
		w.AddView(in, &own, acting)
		a := w.answer(ctx, own.Kind.Scope(), in)
		missing = missing || a.unknownOnPremises
		if len(a.fired) > 0 {
			views = append(views, view{forest: acting, fired: a.fired})
		}
	}
	if len(views) == 0 {
		return nil, missing
	}
	kept := keep(own) // findings hold it
	kept.subject = subjects.Entry{Names: subjects.Names{Organization: w.Organization}, Entry: &kept.entry}
	return w.merge(&kept.subject, views), missing
}

// keptEntry is an entry with its grant, if it has one, and the subject of its findings.
type keptEntry struct {
	entry   organization.Entry
	grant   model.Grant
	subject subjects.Entry
}

// keep copies an entry with its grant.
func keep(own organization.Entry) *keptEntry {
	kept := &keptEntry{entry: own}
	if own.Grant != nil {
		kept.grant = *own.Grant
		kept.entry.Grant = &kept.grant
	}
	return kept
}

// answer asks the rules of a scope about one view of an entry, or remembers what they said. What is remembered is made from
// nothing but what it is found by: facts that no rule reads are taken away before the rules are asked.
func (w *entryWorker) answer(ctx context.Context, s facts.Scope, in *facts.EntryInput) entryAnswer {
	q := questionAbout(in)
	w.facts.Read(facts.Shapes()[s], unsafe.Pointer(in))
	if w.options.NoMemo {
		return w.ask(ctx, s, q)
	}
	w.key = append(append(w.key[:0], s...), 0, byte(q))
	for _, p := range w.relevant[s] {
		w.key = binary.AppendUvarint(w.key, w.facts.Codes[p.Fact]&p.Mask)
	}
	a, ok := w.answered[string(w.key)]
	if !ok {
		w.facts.Project(w.relevant[s])
		a = w.ask(ctx, s, q)
		w.answered[string(w.key)] = a
	}
	return a
}

func (w *entryWorker) ask(ctx context.Context, s facts.Scope, q question) entryAnswer {
	return entryAnswer{
		fired:             w.fire(ctx, s, &w.facts, q&ofExisting != 0, q&ofApplication != 0),
		unknownOnPremises: q&whetherPresent != 0 && w.answerOf(ctx, w.presence, &w.facts) == "no",
	}
}

// checkTrustees looks at the entries whose delegate is no declared recipient.
func (e *evaluator) checkTrustees(ctx context.Context) []*finding {
	var findings []*finding
	check := func(own organization.Entry) {
		given := engine.InputFor(facts.TrusteeScope, facts.TrusteeInput{
			OrphanedIdentifier: own.Trustee().Orphaned(),
			Permission:         own.Permission(), Home: facts.SideOf(e.Model.Recipients[own.Base().Recipient].Home),
			PresentIn: e.SidesOf(own.Base().Recipient, own.Base().EntryTerms),
		})
		fired := e.fire(ctx, facts.TrusteeScope, given, false, false)
		findings = append(findings, e.settle(subjects.Trustee{Entry: subjects.Entry{Names: subjects.Names{Organization: e.Organization}, Entry: &own}}, view{model.NoForest, fired})...)
	}
	unknown := func(t *model.Trustee) bool { return t.Recipient == model.NoRecipient || t.BuiltIn }
	for i, g := range e.Model.Grants.All() {
		if g.Deny != model.True && unknown(g.Delegate) {
			kept := e.Model.Grants.At(i)
			own := *organization.GrantOf(&kept)
			own.Number = i
			check(own)
		}
	}
	for _, d := range e.Model.OutlookDelegates {
		if unknown(d.Delegate) {
			check(organization.Entry{Kind: facts.OutlookDelegateEntry, Outlook: d})
		}
	}
	return findings
}

// Answer is the field answer of an inference that is an object.
func (e *evaluator) answerOf(ctx context.Context, d *engine.Document, given *engine.Input) string {
	a := d.Answer(ctx, given)
	if a.Err != nil {
		e.fail(d.Ref.String(), a.Err)
		return ""
	}
	return answerField(a.Value)
}
