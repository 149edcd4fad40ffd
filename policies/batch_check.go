package policies

import (
	"hybridlint/policies/engine"

	"hybridlint/policies/metadata"

	"hybridlint/policies/facts"

	"context"
	"slices"

	"hybridlint/loader"
	"hybridlint/policies/sequence"
	"hybridlint/report"
)

// checkBatches looks at every step of the open batches, in the state that the earlier ones leave: at the batches
// themselves, at the people whose set of mailboxes a step tears apart, and at the entries it touches; then at the members
// of all batches.
func (e *evaluator) checkBatches(ctx context.Context) []*finding {
	if len(e.model.Batches) == 0 {
		return nil
	}
	order := sequence.New(e.model)
	findings := e.checkMembers(ctx, order)
	steps := newBatchSteps(order)
	if len(steps) == 0 {
		return findings
	}
	findings = append(findings, e.checkOpenBatches(ctx, order)...)
	touching := e.touching(steps)
	sets := e.permissionSets(ctx, steps)
	granted := map[loader.RecipientID][]loader.RecipientID{}
	for person, set := range sets {
		for _, mailbox := range set.granting {
			granted[mailbox] = append(granted[mailbox], person)
		}
	}
	after := e.newStates(order)
	for _, s := range steps {
		persons, torn := e.checkPersons(ctx, s, sets, granted)
		findings = append(findings, e.checkBatchEntries(ctx, s, touching, torn, after)...)
		findings = append(findings, persons...)
	}
	return findings
}

// checkOpenBatches looks at every open batch as a whole.
func (e *evaluator) checkOpenBatches(ctx context.Context, order *sequence.Sequence) []*finding {
	var findings []*finding
	onboarded := false
	// later counts the batches of a forest that move more than rooms and equipment.
	later := map[loader.ForestID]int{}
	for _, step := range order.Steps {
		for _, b := range step.Batches {
			if e.movesNonResource(&step, b) {
				later[b.SourceForest]++
			}
		}
	}
	begun := map[loader.ForestID]bool{}
	for _, step := range order.Steps {
		for _, b := range step.Batches {
			in := facts.BatchInput{Organization: e.organization, Direction: b.Direction}
			if b.SourceForest != loader.NoForest {
				in.SourceForest = e.join.forests[b.SourceForest]
			}
			if b.Direction == loader.Onboarding {
				in.FirstOnboarding, onboarded = !onboarded, true
			}
			if e.movesNonResource(&step, b) {
				in.FirstNonResource, begun[b.SourceForest] = !begun[b.SourceForest], true
			}
			fired := e.fire(ctx, facts.BatchScope, engine.InputFor(facts.BatchScope, in), false, false)
			subject := batchSubject{plainSubject{e.join}, b, later[b.SourceForest] - 1}
			findings = append(findings, e.settle(subject, view{b.SourceForest, fired})...)
		}
	}
	return findings
}

// movesNonResource tells whether an onboarding batch moves a mailbox that is no room or equipment.
func (e *evaluator) movesNonResource(step *sequence.Step, b *loader.MigrationBatch) bool {
	return b.Direction == loader.Onboarding && slices.ContainsFunc(step.Moves, func(m sequence.Move) bool {
		return m.Batch == b && !e.model.Recipients[m.Recipient].Type.IsResource()
	})
}

// memberships are the batches that list somebody.
type memberships map[loader.RecipientID][]*loader.MigrationBatch

// has tells whether a batch that lists somebody is so.
func (m memberships) has(id loader.RecipientID, so func(*loader.MigrationBatch) bool) bool {
	return slices.ContainsFunc(m[id], so)
}

// checkMembers looks at the elements of the members of all batches.
func (e *evaluator) checkMembers(ctx context.Context, order *sequence.Sequence) []*finding {
	listed := memberships{}
	for _, b := range e.model.Batches {
		for _, id := range b.Members {
			listed[id] = append(listed[id], b)
		}
	}
	var findings []*finding
	// first are the first elements that name somebody, in sequence.
	first := map[loader.RecipientID]sequence.Move{}
	for i, step := range order.Steps {
		for _, b := range step.Batches {
			own := map[loader.RecipientID]int{}
			for place, id := range b.Members {
				in := e.memberFacts(b, id, order.Before(i+1, id), listed)
				subject := memberSubject{plainSubject: plainSubject{e.join}, batch: b, place: place, movesWith: order.MovesWith(id)}
				in.Moves = subject.movesWith != nil
				if earlier, ok := first[id]; ok && earlier.Batch != b {
					in.InEarlierBatch, subject.first = true, earlier
				} else if before, ok := own[id]; ok {
					in.ListedBefore, subject.first = true, sequence.Move{Batch: b, Place: before}
				}
				if _, ok := first[id]; !ok {
					first[id] = sequence.Move{Batch: b, Place: place}
				}
				if _, ok := own[id]; !ok {
					own[id] = place
				}
				findings = append(findings, e.checkMember(ctx, subject, in)...)
			}
		}
	}
	for _, b := range e.model.Batches {
		if !b.Status.Over() {
			continue
		}
		for place, id := range b.Members {
			subject := memberSubject{plainSubject: plainSubject{e.join}, batch: b, place: place}
			findings = append(findings, e.checkMember(ctx, subject, e.memberFacts(b, id, e.model.Recipients[id].Home, listed))...)
		}
	}
	return findings
}

func (e *evaluator) checkMember(ctx context.Context, s memberSubject, in facts.BatchMemberInput) []*finding {
	return e.settle(s, view{loader.NoForest, e.fire(ctx, facts.BatchMemberScope, engine.InputFor(facts.BatchMemberScope, in), false, false)})
}

func (e *evaluator) memberFacts(b *loader.MigrationBatch, id loader.RecipientID, home loader.ForestID, listed memberships) facts.BatchMemberInput {
	r := e.model.Recipients[id]
	in := facts.BatchMemberInput{
		Direction: b.Direction, Open: !b.Status.Over(), Completed: b.Status.Completed(),
		Completing: b.Status == loader.BatchCompleting, Type: r.Type, Mailbox: r.Type.IsMailbox(), Place: facts.Elsewhere,
		TriedAgain: listed.has(id, func(other *loader.MigrationBatch) bool {
			return !other.Status.Over() && other.Direction == b.Direction
		}),
		CameBack: listed.has(id, func(other *loader.MigrationBatch) bool {
			return other.Status.Completed() && other.Direction != b.Direction
		}),
	}
	switch home {
	case sequence.Source(b):
		in.Place = facts.AtSource
	case sequence.Target(b):
		in.Place = facts.AtTarget
	}
	return in
}

// touching lists the entries of those who move, and of the groups above them, by recipient and delegate.
func (j *join) touching(steps []*batchStep) map[loader.RecipientID][]*entry {
	wanted := make([]bool, len(j.model.Recipients))
	for _, s := range steps {
		for _, m := range s.Moves {
			wanted[m.Recipient] = true
			for _, group := range j.groupsAbove(m.Recipient) {
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

func (e *evaluator) checkBatchEntries(
	ctx context.Context, s *batchStep, touching map[loader.RecipientID][]*entry, torn tornApart, after *states,
) []*finding {
	var findings []*finding
	w := e.newEntryWorker(nil)
	for _, own := range e.touchedBy(s, touching) {
		for _, f := range e.checkBatchEntry(ctx, w, s, own, after) {
			by := torn[own.trustee().Recipient]
			if by == nil || !by.rule.Replaces(f.rule) {
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

// checkBatchEntry looks at what a step does to one entry.
func (e *evaluator) checkBatchEntry(ctx context.Context, w *entryWorker, s *batchStep, own *entry, after *states) []*finding {
	moved := *own
	moved.step = &stepEntry{batchStep: s, cut: e.cutOf(s, own.base().Recipient, own.trustee().Recipient)}
	if e.leftBehind(ctx, s, &moved) {
		return nil
	}
	var views []view
	for _, target := range moved.step.views() {
		seen := *moved.step
		seen.target = target
		looked := moved
		looked.step = &seen
		in := e.entryFactsOf(&looked)
		in.Batch.Predicted = e.predicted(ctx, s, &looked, after)
		e.addView(in, &looked, loader.NoForest)
		views = append(views, view{target, w.answer(ctx, facts.BatchEntryScope, in).fired})
	}
	return e.supersede(loader.NoRecipient, false, e.merge(batchEntrySubject{entrySubject{e.join, &moved}}, views), nil)
}

// views are where those move who leave the recipient, or no forest alone.
func (s *stepEntry) views() []loader.ForestID {
	if len(s.cut.targets) == 0 {
		return nowhere
	}
	return s.cut.targets
}

// touchedBy lists the entries of those who move in a step and of the groups above them, each once, in order of declaration.
func (e *evaluator) touchedBy(s *batchStep, touching map[loader.RecipientID][]*entry) []*entry {
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
	for _, m := range s.Moves {
		add(m.Recipient)
		for _, group := range e.groupsAbove(m.Recipient) {
			if !groups[group] {
				groups[group] = true
				add(group)
			}
		}
	}
	return entries
}

// leftBehind tells whether an entry did not survive an earlier step, which has been reported there.
func (e *evaluator) leftBehind(ctx context.Context, s *batchStep, own *entry) bool {
	m, moves := s.sequence.MoveOf(own.base().Recipient)
	if !moves || m.Step >= s.number || m.To != loader.Cloud {
		return false
	}
	return own.grant != nil && own.grant.Inherited == loader.True || !e.mailEnabled(ctx)(own.trustee().Recipient)
}

// predicted tells whether the rule that another one predicts fires on an entry after a step that parts it. Only resource
// mailboxes are looked at: making the states takes time, and rules ask about no other mailbox.
func (e *evaluator) predicted(ctx context.Context, s *batchStep, own *entry, after *states) bool {
	if len(e.predictions) == 0 || len(own.step.cut.parted) == 0 || !e.model.Recipients[own.base().Recipient].Type.IsResource() {
		return false
	}
	return slices.ContainsFunc(e.predictions, func(r activeRule) bool { return after.fires(ctx, s.number, own, r.ID) })
}

// explainMoved drops the findings on entries that a finding about a step explains.
func explainMoved(findings []*finding) []*finding {
	by := map[int]*metadata.Rule{}
	for _, f := range findings {
		if s, ok := f.subject.(batchEntrySubject); ok && f.rule.Metadata.SupersedesOn == metadata.OnMovedEntry {
			by[s.number] = f.rule
		}
	}
	if len(by) == 0 {
		return findings
	}
	return slices.DeleteFunc(findings, func(f *finding) bool {
		s, ok := f.subject.(*entrySubject)
		return ok && by[s.number] != nil && explains(by[s.number], f)
	})
}

// explains tells whether a finding of a rule about a step stands for one on the same entry.
func explains(by *metadata.Rule, f *finding) bool {
	return by.Replaces(f.rule) && (f.severity == report.Note || !slices.Contains(by.Metadata.SupersedesNotes, f.rule.ID))
}

// explainEntries does the same where nothing else is asked about batches: it looks at the steps of those entries alone on
// which there is a finding that one about a step would explain.
func (e *evaluator) explainEntries(ctx context.Context, findings []*finding) []*finding {
	asked := e.active[facts.BatchEntryScope]
	explainable := func(f *finding) bool {
		_, ok := f.subject.(*entrySubject)
		return ok && slices.ContainsFunc(asked, func(r activeRule) bool { return explains(r.Rule, f) })
	}
	if len(e.model.Batches) == 0 || !slices.ContainsFunc(findings, explainable) {
		return findings
	}
	order := sequence.New(e.model)
	steps := newBatchSteps(order)
	w := e.newEntryWorker(nil)
	looked := map[int][]*finding{}
	return slices.DeleteFunc(findings, func(f *finding) bool {
		if !explainable(f) {
			return false
		}
		own := f.subject.(*entrySubject).entry
		found, ok := looked[own.number]
		if !ok {
			for _, number := range e.stepsOf(order, own) {
				found = append(found, e.checkBatchEntry(ctx, w, steps[number-1], own, nil)...)
			}
			looked[own.number] = found
		}
		return slices.ContainsFunc(found, func(by *finding) bool { return explains(by.rule, f) })
	})
}

// stepsOf are the numbers of the steps that move an end of an entry, or somebody in a group that is one; in rising order.
func (e *evaluator) stepsOf(order *sequence.Sequence, own *entry) []int {
	var numbers []int
	for _, end := range []loader.RecipientID{own.base().Recipient, own.trustee().Recipient} {
		if end == loader.NoRecipient {
			return nil
		}
		for _, id := range e.model.People(end) {
			if m, ok := order.MoveOf(id); ok {
				numbers = append(numbers, m.Step)
			}
		}
	}
	slices.Sort(numbers)
	return slices.Compact(numbers)
}
