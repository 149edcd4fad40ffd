package policies

import (
	"context"
	"slices"

	"hybridlint/loader/model"
	"hybridlint/policies/engine"
	"hybridlint/policies/facts"
	"hybridlint/policies/metadata"
	"hybridlint/policies/organization"
	"hybridlint/policies/sequence"
	"hybridlint/policies/subjects"
	"hybridlint/report"
)

// checkBatches looks at every step of the open batches, in the state that the earlier ones leave: at the batches
// themselves, at the people whose set of mailboxes a step tears apart, and at the entries it touches; then at the members
// of all batches.
func (e *evaluator) checkBatches(ctx context.Context) []*finding {
	if len(e.Model.Batches) == 0 {
		return nil
	}
	order := sequence.New(e.Model)
	findings := e.checkMembers(ctx, order)
	steps := organization.NewBatchSteps(order)
	if len(steps) == 0 {
		return findings
	}
	findings = append(findings, e.checkOpenBatches(ctx, order)...)
	touching := e.Touching(steps)
	sets := e.permissionSets(ctx, steps)
	granted := map[model.RecipientID][]model.RecipientID{}
	for person, set := range sets {
		for _, mailbox := range set.Granting {
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
	later := map[model.ForestID]int{}
	for _, step := range order.Steps {
		for _, b := range step.Batches {
			if e.movesNonResource(&step, b) {
				later[b.SourceForest]++
			}
		}
	}
	begun := map[model.ForestID]bool{}
	for _, step := range order.Steps {
		for _, b := range step.Batches {
			in := facts.BatchInput{Organization: e.Whole, Direction: b.Direction}
			if b.SourceForest != model.NoForest {
				in.SourceForest = e.Organization.ForestFacts[b.SourceForest]
			}
			if b.Direction == model.Onboarding {
				in.FirstOnboarding, onboarded = !onboarded, true
			}
			if e.movesNonResource(&step, b) {
				in.FirstNonResource, begun[b.SourceForest] = !begun[b.SourceForest], true
			}
			fired := e.fire(ctx, facts.BatchScope, engine.InputFor(facts.BatchScope, in), false, false)
			subject := subjects.Batch{Defaults: subjects.Defaults{Names: subjects.Names{Organization: e.Organization}}, Batch: b, More: later[b.SourceForest] - 1}
			findings = append(findings, e.settle(subject, view{b.SourceForest, fired})...)
		}
	}
	return findings
}

// movesNonResource tells whether an onboarding batch moves a mailbox that is no room or equipment.
func (e *evaluator) movesNonResource(step *sequence.Step, b *model.MigrationBatch) bool {
	return b.Direction == model.Onboarding && slices.ContainsFunc(step.Moves, func(m sequence.Move) bool {
		return m.Batch == b && !e.Model.Recipients[m.Recipient].Type.IsResource()
	})
}

// memberships are the batches that list somebody.
type memberships map[model.RecipientID][]*model.MigrationBatch

// has tells whether a batch that lists somebody is so.
func (m memberships) has(id model.RecipientID, so func(*model.MigrationBatch) bool) bool {
	return slices.ContainsFunc(m[id], so)
}

// checkMembers looks at the elements of the members of all batches.
func (e *evaluator) checkMembers(ctx context.Context, order *sequence.Sequence) []*finding {
	listed := memberships{}
	for _, b := range e.Model.Batches {
		for _, id := range b.Members {
			listed[id] = append(listed[id], b)
		}
	}
	var findings []*finding
	// first are the first elements that name somebody, in sequence.
	first := map[model.RecipientID]sequence.Move{}
	for i, step := range order.Steps {
		for _, b := range step.Batches {
			own := map[model.RecipientID]int{}
			for place, id := range b.Members {
				in := e.memberFacts(b, id, order.Before(i+1, id), listed)
				subject := subjects.BatchMember{Defaults: subjects.Defaults{Names: subjects.Names{Organization: e.Organization}}, Batch: b, Place: place, MovesWith: order.MovesWith(id)}
				in.Moves = subject.MovesWith != nil
				if earlier, ok := first[id]; ok && earlier.Batch != b {
					in.InEarlierBatch, subject.First = true, earlier
				} else if before, ok := own[id]; ok {
					in.ListedBefore, subject.First = true, sequence.Move{Batch: b, Place: before}
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
	for _, b := range e.Model.Batches {
		if !b.Status.Over() {
			continue
		}
		for place, id := range b.Members {
			subject := subjects.BatchMember{Defaults: subjects.Defaults{Names: subjects.Names{Organization: e.Organization}}, Batch: b, Place: place}
			findings = append(findings, e.checkMember(ctx, subject, e.memberFacts(b, id, e.Model.Recipients[id].Home, listed))...)
		}
	}
	return findings
}

func (e *evaluator) checkMember(ctx context.Context, s subjects.BatchMember, in facts.BatchMemberInput) []*finding {
	return e.settle(s, view{model.NoForest, e.fire(ctx, facts.BatchMemberScope, engine.InputFor(facts.BatchMemberScope, in), false, false)})
}

func (e *evaluator) memberFacts(b *model.MigrationBatch, id model.RecipientID, home model.ForestID, listed memberships) facts.BatchMemberInput {
	r := e.Model.Recipients[id]
	in := facts.BatchMemberInput{
		Direction: b.Direction, Open: !b.Status.Over(), Completed: b.Status.Completed(),
		Completing: b.Status == model.BatchCompleting, Type: r.Type, Mailbox: r.Type.IsMailbox(), Place: facts.Elsewhere,
		TriedAgain: listed.has(id, func(other *model.MigrationBatch) bool {
			return !other.Status.Over() && other.Direction == b.Direction
		}),
		CameBack: listed.has(id, func(other *model.MigrationBatch) bool {
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

func (e *evaluator) checkBatchEntries(
	ctx context.Context, s *organization.Step, touching map[model.RecipientID][]*organization.Entry, torn tornApart, after *states,
) []*finding {
	var findings []*finding
	w := e.newEntryWorker(nil)
	for _, own := range e.touchedBy(s, touching) {
		for _, f := range e.checkBatchEntry(ctx, w, s, own, after) {
			by := torn[own.Trustee().Recipient]
			if by == nil || !by.rule.Replaces(f.rule) {
				findings = append(findings, f)
				continue
			}
			standsFor := by.subject.(subjects.BatchPerson).StandsFor
			if !slices.Contains(*standsFor, f.rule.ID) {
				*standsFor = append(*standsFor, f.rule.ID)
				slices.Sort(*standsFor)
			}
		}
	}
	return findings
}

// checkBatchEntry looks at what a step does to one entry.
func (e *evaluator) checkBatchEntry(ctx context.Context, w *entryWorker, s *organization.Step, own *organization.Entry, after *states) []*finding {
	moved := *own
	moved.Step = &organization.EntryInStep{Step: s, Cut: e.CutOf(s, own.Base().Recipient, own.Trustee().Recipient)}
	if e.leftBehind(ctx, s, &moved) {
		return nil
	}
	var views []view
	for _, target := range moved.Step.Views() {
		seen := *moved.Step
		seen.Target = target
		looked := moved
		looked.Step = &seen
		in := e.EntryFacts(&looked)
		in.Batch.Predicted = e.predicted(ctx, s, &looked, after)
		e.AddView(in, &looked, model.NoForest)
		views = append(views, view{target, w.answer(ctx, facts.BatchEntryScope, in).fired})
	}
	return e.supersede(model.NoRecipient, false, e.merge(subjects.BatchEntry{Entry: subjects.Entry{Names: subjects.Names{Organization: e.Organization}, Entry: &moved}}, views), nil)
}

// touchedBy lists the entries of those who move in a step and of the groups above them, each once, in order of declaration.
func (e *evaluator) touchedBy(s *organization.Step, touching map[model.RecipientID][]*organization.Entry) []*organization.Entry {
	seen := map[*organization.Entry]bool{}
	groups := map[model.RecipientID]bool{}
	var entries []*organization.Entry
	add := func(id model.RecipientID) {
		for _, own := range touching[id] {
			if !seen[own] {
				seen[own] = true
				entries = append(entries, own)
			}
		}
	}
	for _, m := range s.Moves {
		add(m.Recipient)
		for _, group := range e.GroupsAbove(m.Recipient) {
			if !groups[group] {
				groups[group] = true
				add(group)
			}
		}
	}
	return entries
}

// leftBehind tells whether an entry did not survive an earlier step, which has been reported there.
func (e *evaluator) leftBehind(ctx context.Context, s *organization.Step, own *organization.Entry) bool {
	m, moves := s.Sequence.MoveOf(own.Base().Recipient)
	if !moves || m.Step >= s.Number || m.To != model.Cloud {
		return false
	}
	return own.Grant != nil && own.Grant.Inherited == model.True || !e.mailEnabled(ctx)(own.Trustee().Recipient)
}

// predicted tells whether the rule that another one predicts fires on an entry after a step that parts it. Only resource
// mailboxes are looked at: making the states takes time, and rules ask about no other mailbox.
func (e *evaluator) predicted(ctx context.Context, s *organization.Step, own *organization.Entry, after *states) bool {
	if len(e.predictions) == 0 || len(own.Step.Cut.Parted) == 0 || !e.Model.Recipients[own.Base().Recipient].Type.IsResource() {
		return false
	}
	return slices.ContainsFunc(e.predictions, func(r activeRule) bool { return after.fires(ctx, s.Number, own, r.ID) })
}

// explainMoved drops the findings on entries that a finding about a step explains.
func explainMoved(findings []*finding) []*finding {
	by := map[int]*metadata.Rule{}
	for _, f := range findings {
		if s, ok := f.subject.(subjects.BatchEntry); ok && f.rule.Metadata.SupersedesOn == metadata.OnMovedEntry {
			by[s.Number] = f.rule
		}
	}
	if len(by) == 0 {
		return findings
	}
	return slices.DeleteFunc(findings, func(f *finding) bool {
		s, ok := f.subject.(*subjects.Entry)
		return ok && by[s.Number] != nil && explains(by[s.Number], f)
	})
}

// explains tells whether a finding of a rule about a step stands for one on the same entry.
func explains(by *metadata.Rule, f *finding) bool {
	return by.Replaces(f.rule) && (f.severity == report.Note || !slices.Contains(by.Metadata.SupersedesNotes, f.rule.ID))
}

// explainEntries does the same in a simulation, where nothing else is asked about batches: it looks at the steps of those entries alone on
// which there is a finding that one about a step would explain.
func (e *evaluator) explainEntries(ctx context.Context, findings []*finding) []*finding {
	asked := e.active[facts.BatchEntryScope]
	explainable := func(f *finding) bool {
		_, ok := f.subject.(*subjects.Entry)
		return ok && slices.ContainsFunc(asked, func(r activeRule) bool { return explains(r.Rule, f) })
	}
	if len(e.Model.Batches) == 0 || !slices.ContainsFunc(findings, explainable) {
		return findings
	}
	order := sequence.New(e.Model)
	steps := organization.NewBatchSteps(order)
	w := e.newEntryWorker(nil)
	moved := e.stepsMoving(order)
	look := func(own *organization.Entry) []*metadata.Rule {
		var rules []*metadata.Rule
		for _, number := range stepsOf(moved, own) {
			for _, f := range e.checkBatchEntry(ctx, w, steps[number-1], own, nil) {
				rules = append(rules, f.rule)
			}
		}
		return rules
	}
	looked := map[int][]*metadata.Rule{}
	return slices.DeleteFunc(findings, func(f *finding) bool {
		if !explainable(f) {
			return false
		}
		own := f.subject.(*subjects.Entry).Entry
		rules, ok := looked[own.Number]
		if !ok {
			rules = e.carried.explaining(own, func() []*metadata.Rule { return look(own) })
			looked[own.Number] = rules
		}
		return slices.ContainsFunc(rules, func(by *metadata.Rule) bool { return explains(by, f) })
	})
}

// stepsMoving gives the numbers of the steps that move somebody, or somebody in a group; each is looked for once.
func (e *evaluator) stepsMoving(order *sequence.Sequence) func(model.RecipientID) []int {
	known := map[model.RecipientID][]int{}
	return func(end model.RecipientID) []int {
		numbers, ok := known[end]
		if !ok {
			for _, id := range e.Model.People(end) {
				if m, moves := order.MoveOf(id); moves {
					numbers = append(numbers, m.Step)
				}
			}
			slices.Sort(numbers)
			numbers = slices.Compact(numbers)
			known[end] = numbers
		}
		return numbers
	}
}

// stepsOf are the numbers of the steps that move an end of an entry, or somebody in a group that is one; in rising order.
func stepsOf(moving func(model.RecipientID) []int, own *organization.Entry) []int {
	recipient, delegate := own.Base().Recipient, own.Trustee().Recipient
	if recipient == model.NoRecipient || delegate == model.NoRecipient {
		return nil
	}
	numbers := slices.Concat(moving(recipient), moving(delegate))
	slices.Sort(numbers)
	return slices.Compact(numbers)
}
