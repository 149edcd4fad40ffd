package organization

import (
	"slices"

	"hybridlint/loader/model"
	"hybridlint/policies/facts"
	"hybridlint/policies/sequence"
)

// Step is a step of the sequence of open batches, with what it does to recipients and delegates.
type Step struct {
	*sequence.Step
	Sequence *sequence.Sequence
	Number   int // from 1
	// cuts remembers how the step parts the people of a group from recipients.
	cuts map[groupCut]*Cut
}

// groupCut is all that it depends on how a step parts the people of a group from a recipient.
type groupCut struct {
	group         model.RecipientID
	before, after model.ForestID
}

// Cut is what a step does to a recipient and a delegate, or to it and the people of a group.
type Cut struct {
	// Parted have one home with the recipient before the step, and another one after it.
	Parted []model.RecipientID
	// Leaving move in the step and are apart from the recipient after it.
	Leaving []model.RecipientID
	// Joining move in the step and are together with the recipient after it.
	Joining []model.RecipientID
	// targets are where those who leave move to.
	targets []model.ForestID
}

// NewBatchSteps are the steps of a sequence, in order.
func NewBatchSteps(s *sequence.Sequence) []*Step {
	steps := make([]*Step, len(s.Steps))
	for i := range s.Steps {
		steps[i] = &Step{Step: &s.Steps[i], Sequence: s, Number: i + 1, cuts: map[groupCut]*Cut{}}
	}
	return steps
}

// Move is what the step does with somebody; moves is false where it moves somebody else only.
func (s *Step) Move(id model.RecipientID) (m sequence.Move, moves bool) {
	m, moves = s.Sequence.MoveOf(id)
	return m, moves && m.Step == s.Number
}

// before is the home of somebody before the step.
func (s *Step) before(id model.RecipientID) model.ForestID {
	return s.Sequence.Before(s.Number, id)
}

// After is the home of somebody after the step.
func (s *Step) After(id model.RecipientID) model.ForestID {
	return s.Sequence.After(s.Number, id)
}

// CutOf finds what the step does to a recipient and a delegate.
func (org *Organization) CutOf(s *Step, recipient, delegate model.RecipientID) *Cut {
	if delegate == model.NoRecipient {
		return &Cut{}
	}
	if !org.Model.Recipients[delegate].Type.IsGroup() {
		return s.cut(recipient, []model.RecipientID{delegate})
	}
	key := groupCut{group: delegate, before: s.before(recipient), after: s.After(recipient)}
	known := s.cuts[key]
	if known == nil {
		known = s.cut(recipient, org.People(delegate))
		s.cuts[key] = known
	}
	return known
}

func (s *Step) cut(recipient model.RecipientID, people []model.RecipientID) *Cut {
	c := &Cut{}
	before, after := s.before(recipient), s.After(recipient)
	for _, person := range people {
		to := s.After(person)
		_, moves := s.Move(person)
		if to == after {
			if moves {
				c.Joining = append(c.Joining, person)
			}
			continue
		}
		if s.before(person) == before {
			c.Parted = append(c.Parted, person)
		}
		if moves {
			c.Leaving = append(c.Leaving, person)
			if !slices.Contains(c.targets, to) {
				c.targets = append(c.targets, to)
			}
		}
	}
	slices.Sort(c.targets)
	return c
}

// First is, of those whom the step moves, the move in the batch whose name comes first; of one
// batch, the first element.
func (s *Step) First(ids ...model.RecipientID) (first sequence.Move, ok bool) {
	for _, id := range ids {
		m, moves := s.Move(id)
		if !moves {
			continue
		}
		if !ok || s.order(m) < s.order(first) || s.order(m) == s.order(first) && m.Place < first.Place {
			first, ok = m, true
		}
	}
	return first, ok
}

func (s *Step) order(m sequence.Move) int { return slices.Index(s.Batches, m.Batch) }

// EntryInStep is an entry in a step: what is done to it, seen from one forest to which a delegate
// moves.
type EntryInStep struct {
	*Step
	Cut *Cut
	// Target is where the senders move, NoForest where nobody of them does.
	Target model.ForestID
}

func (org *Organization) addStep(in *facts.EntryInput, e *Entry) {
	if e.Step == nil {
		return
	}
	s, recipient := e.Step, e.Base().Recipient
	in.Batch = facts.Batch{
		Target:         facts.SideOf(s.Target),
		TargetIsOrigin: originIs(org.Model.Recipients[recipient], s.Target),
		Parts:          len(s.Cut.Parted) > 0,
		MovesAway:      s.Target != model.NoForest,
	}
	if m, ok := s.Sequence.MoveOf(recipient); ok && m.Step <= s.Number {
		in.Batch.EntryTravels = s.Target == m.From || s.Target == m.To
		if m.Step == s.Number {
			in.Batch.RecipientMovesTo = facts.SideOf(m.To)
		}
	}
	if e.Trustee().Recipient != model.NoRecipient {
		in.DelegateObject = org.objectAt(e.Trustee().Recipient, model.Cloud, s.before(e.Trustee().Recipient))
	}
}

// objectAt is how a recipient is represented in a forest while it lives in another one than it does
// today.
func (org *Organization) objectAt(id model.RecipientID, f, home model.ForestID) facts.Object {
	given := org.ObjectIn(id, f)
	given.AtHome = f == home
	return given
}

// PermissionSet is an individual with a mailbox and the mailboxes that give it permissions for
// which they belong together.
type PermissionSet struct {
	Person   model.RecipientID
	Granting []model.RecipientID // in order of declaration
	// Reasons are the blocks from which each of granting comes, for the related locations.
	Reasons []model.Block
}

// Touching lists the entries of those who move, and of the groups above them, by recipient and
// delegate.
func (org *Organization) Touching(steps []*Step) map[model.RecipientID][]*Entry {
	wanted := make([]bool, len(org.Model.Recipients))
	for _, s := range steps {
		for _, m := range s.Moves {
			wanted[m.Recipient] = true
			for _, group := range org.GroupsAbove(m.Recipient) {
				wanted[group] = true
			}
		}
	}
	entries := map[model.RecipientID][]*Entry{}
	var grant model.Grant
	for i := range org.EntryCount() {
		own, ok := org.EntryAt(i, &grant)
		if !ok {
			continue
		}
		recipient, delegate := own.Base().Recipient, own.Trustee().Recipient
		if delegate == model.NoRecipient || !wanted[recipient] && !wanted[delegate] {
			continue
		}
		kept := own.kept()
		entries[recipient] = append(entries[recipient], kept)
		if delegate != recipient {
			entries[delegate] = append(entries[delegate], kept)
		}
	}
	return entries
}

// Views are where those move who leave the recipient, or no forest alone.
func (s *EntryInStep) Views() []model.ForestID {
	if len(s.Cut.targets) == 0 {
		return Nowhere
	}
	return s.Cut.targets
}

// ConcernedBy are those who move and those who hold something on one of them.
func (org *Organization) ConcernedBy(steps []*Step) map[model.RecipientID]bool {
	concerned := map[model.RecipientID]bool{}
	for _, s := range steps {
		for _, m := range s.Moves {
			concerned[m.Recipient] = true
			for _, i := range org.held.grants[org.held.first[m.Recipient]:org.held.first[m.Recipient+1]] {
				concerned[org.Model.Grants.Delegate(int(i)).Recipient] = true
			}
		}
	}
	return concerned
}

// TogetherBefore are the mailboxes of a set that are together with the person before a step.
func (s *Step) TogetherBefore(set *PermissionSet) *PermissionSet {
	together := &PermissionSet{Person: set.Person}
	for i, id := range set.Granting {
		if s.before(id) == s.before(set.Person) {
			together.Granting = append(together.Granting, id)
			together.Reasons = append(together.Reasons, set.Reasons[i])
		}
	}
	return together
}
