package policies

import (
	"hybridlint/policies/facts"

	"slices"

	"hybridlint/loader"
	"hybridlint/policies/sequence"
)

// batchStep is a step of the sequence of open batches, with what it does to recipients and delegates.
type batchStep struct {
	*sequence.Step
	sequence *sequence.Sequence
	number   int // from 1
	// cuts remembers how the step parts the people of a group from recipients.
	cuts map[groupCut]*cut
}

// groupCut is all that it depends on how a step parts the people of a group from a recipient.
type groupCut struct {
	group         loader.RecipientID
	before, after loader.ForestID
}

// cut is what a step does to a recipient and a delegate, or to it and the people of a group.
type cut struct {
	// parted have one home with the recipient before the step, and another one after it.
	parted []loader.RecipientID
	// leaving move in the step and are apart from the recipient after it.
	leaving []loader.RecipientID
	// joining move in the step and are together with the recipient after it.
	joining []loader.RecipientID
	// targets are where those who leave move to.
	targets []loader.ForestID
}

func newBatchSteps(s *sequence.Sequence) []*batchStep {
	steps := make([]*batchStep, len(s.Steps))
	for i := range s.Steps {
		steps[i] = &batchStep{Step: &s.Steps[i], sequence: s, number: i + 1, cuts: map[groupCut]*cut{}}
	}
	return steps
}

// move is what the step does with somebody; moves is false where it moves somebody else only.
func (s *batchStep) move(id loader.RecipientID) (m sequence.Move, moves bool) {
	m, moves = s.sequence.MoveOf(id)
	return m, moves && m.Step == s.number
}

// before and after are homes.
func (s *batchStep) before(id loader.RecipientID) loader.ForestID {
	return s.sequence.Before(s.number, id)
}
func (s *batchStep) after(id loader.RecipientID) loader.ForestID {
	return s.sequence.After(s.number, id)
}

// cutOf finds what the step does to a recipient and a delegate.
func (j *join) cutOf(s *batchStep, recipient, delegate loader.RecipientID) *cut {
	if delegate == loader.NoRecipient {
		return &cut{}
	}
	if !j.model.Recipients[delegate].Type.IsGroup() {
		return s.cut(recipient, []loader.RecipientID{delegate})
	}
	key := groupCut{group: delegate, before: s.before(recipient), after: s.after(recipient)}
	known := s.cuts[key]
	if known == nil {
		known = s.cut(recipient, j.people(delegate))
		s.cuts[key] = known
	}
	return known
}

func (s *batchStep) cut(recipient loader.RecipientID, people []loader.RecipientID) *cut {
	c := &cut{}
	before, after := s.before(recipient), s.after(recipient)
	for _, person := range people {
		to := s.after(person)
		_, moves := s.move(person)
		if to == after {
			if moves {
				c.joining = append(c.joining, person)
			}
			continue
		}
		if s.before(person) == before {
			c.parted = append(c.parted, person)
		}
		if moves {
			c.leaving = append(c.leaving, person)
			if !slices.Contains(c.targets, to) {
				c.targets = append(c.targets, to)
			}
		}
	}
	slices.Sort(c.targets)
	return c
}

// first is, of those whom the step moves, the move in the batch whose name comes first; of one batch, the first element.
func (s *batchStep) first(ids ...loader.RecipientID) (first sequence.Move, ok bool) {
	for _, id := range ids {
		m, moves := s.move(id)
		if !moves {
			continue
		}
		if !ok || s.order(m) < s.order(first) || s.order(m) == s.order(first) && m.Place < first.Place {
			first, ok = m, true
		}
	}
	return first, ok
}

func (s *batchStep) order(m sequence.Move) int { return slices.Index(s.Batches, m.Batch) }

// stepEntry is an entry in a step: what is done to it, seen from one forest to which a delegate moves.
type stepEntry struct {
	*batchStep
	cut *cut
	// target is where the senders move, NoForest where nobody of them does.
	target loader.ForestID
}

func (j *join) addStep(in *facts.EntryInput, e *entry) {
	if e.step == nil {
		return
	}
	s, recipient := e.step, e.base().Recipient
	in.Batch = facts.Batch{
		Target:         facts.SideOf(s.target),
		TargetIsOrigin: originIs(j.model.Recipients[recipient], s.target),
		Parts:          len(s.cut.parted) > 0,
		MovesAway:      s.target != loader.NoForest,
	}
	if m, ok := s.sequence.MoveOf(recipient); ok && m.Step <= s.number {
		in.Batch.EntryTravels = s.target == m.From || s.target == m.To
		if m.Step == s.number {
			in.Batch.RecipientMovesTo = facts.SideOf(m.To)
		}
	}
	if e.trustee().Recipient != loader.NoRecipient {
		in.DelegateObject = j.objectAt(e.trustee().Recipient, loader.Cloud, s.before(e.trustee().Recipient))
	}
}

// objectAt is how a recipient is represented in a forest while it lives in another one than it does today.
func (j *join) objectAt(id loader.RecipientID, f, home loader.ForestID) facts.Object {
	given := j.objectIn(id, f)
	given.AtHome = f == home
	return given
}

// batchPerson is an individual with a mailbox and the mailboxes that give it permissions for which they belong together.
type batchPerson struct {
	person   loader.RecipientID
	granting []loader.RecipientID // in order of declaration
	// reasons are the blocks from which each of granting comes, for the related locations.
	reasons []loader.Block
}
