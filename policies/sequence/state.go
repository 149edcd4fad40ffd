package sequence

import (
	"slices"

	"hybridlint/loader"
)

// State is a configuration as it is after some steps of its batches.
type State struct {
	// Model is like one that was read from files: places are those of the lines as written.
	Model *loader.Model
	// Steps counts the steps that are over.
	Steps int
	// Grants and OutlookDelegates are the numbers that those of the model had in the first state, in rising order.
	Grants, OutlookDelegates []int32

	sequence *Sequence
}

// Start is the state before the first step: the configuration as written.
func (s *Sequence) Start() *State {
	return &State{
		Model: s.model, Grants: numbers(s.model.Grants.Len()), OutlookDelegates: numbers(len(s.model.OutlookDelegates)), sequence: s,
	}
}

// MailEnabled tells whether a recipient is known to Exchange Online as something with an address: false where it is
// known not to be.
type MailEnabled func(loader.RecipientID) bool

func numbers(n int) []int32 {
	all := make([]int32, n)
	for i := range all {
		all[i] = int32(i)
	}
	return all
}

// Next carries the next step out. What it changes is written in the table of policies/README.md, row by row: carry
// changes who moves, and entries what lies on them. Nothing of the state before is changed.
//
// mailEnabled answers in the state before; entries of delegates without a mail-enabled object do not travel to the cloud.
func (s *State) Next(mailEnabled MailEnabled) *State {
	step := s.sequence.Steps[s.Steps]
	moves := make(map[loader.RecipientID]Move, len(step.Moves))
	for _, m := range step.Moves {
		moves[m.Recipient] = m
	}
	before := s.Model
	model := *before
	model.Recipients = slices.Clone(before.Recipients)
	for id, m := range moves {
		model.Recipients[id] = carry(before, before.Recipients[id], m)
	}
	c := carrier{before: before, moves: moves, mailEnabled: mailEnabled, terms: map[termsKey]*loader.EntryTerms{}}
	after := &State{Model: &model, Steps: s.Steps + 1, sequence: s.sequence}
	var kept []int
	model.Grants, kept = before.Grants.Changed(c.grant)
	after.Grants = picked(s.Grants, kept)
	model.OutlookDelegates, kept = c.outlookDelegates()
	after.OutlookDelegates = picked(s.OutlookDelegates, kept)
	s.closeBatches(&model, after.Steps)
	return after
}

func picked(numbers []int32, places []int) []int32 {
	picked := make([]int32, len(places))
	for i, place := range places {
		picked[i] = numbers[place]
	}
	return picked
}

// carry gives a recipient that has moved.
func carry(model *loader.Model, r *loader.Recipient, m Move) *loader.Recipient {
	moved := *r
	moved.Home = m.To
	moved.Objects = slices.DeleteFunc(slices.Clone(r.Objects), func(o *loader.Object) bool {
		// An object stands for a recipient elsewhere; those that the move has made are what the rules infer.
		return o.Forest == m.To || o.Forest == m.From
	})
	if m.To == loader.Cloud {
		moved.Origin, moved.ProvisionedBy, moved.MovedOn = m.From, loader.ProvisionedByMigration, completed(m.Batch)
		if r.Type == loader.LinkedMailbox {
			moved.Type = loader.UserMailbox
		}
		return &moved
	}
	moved.Origin, moved.ProvisionedBy, moved.MovedOn = model.OnlyForest(), 0, 0
	moved.Objects = append(moved.Objects, &loader.Object{
		Block: r.Block, Forest: loader.Cloud, Exists: loader.True, RecipientTypeDetails: loader.MailUserObject,
	})
	return &moved
}

// completed is the day on which a batch completes, in UTC; zero where it has none.
func completed(b *loader.MigrationBatch) loader.Date {
	if b.CompleteAfter == nil {
		return 0
	}
	year, month, day := b.CompleteAfter.UTC().Date()
	return loader.Date(year*10000 + int(month)*100 + day)
}

// closeBatches ends the batches of the steps that are over, and takes those who have moved out of the others.
func (s *State) closeBatches(model *loader.Model, steps int) {
	changed := make(map[*loader.MigrationBatch]*loader.MigrationBatch, len(model.Batches))
	over := map[string]bool{}
	for _, step := range s.sequence.Steps[:steps] {
		for _, b := range step.Batches {
			over[b.Name] = true
		}
	}
	model.Batches = slices.Clone(model.Batches)
	for i, b := range model.Batches {
		closed := *b
		switch {
		case over[b.Name]:
			closed.Status = loader.BatchCompleted
		case !b.Status.Over():
			closed = *b.Without(func(id loader.RecipientID) bool {
				m, moves := s.sequence.moves[id]
				return moves && m.Step <= steps
			})
		}
		changed[b], model.Batches[i] = &closed, &closed
	}
	for _, b := range model.Batches {
		b.After = slices.Clone(b.After)
		for i, earlier := range b.After {
			b.After[i] = changed[earlier]
		}
	}
	model.Exceptions = slices.Clone(model.Exceptions)
	for i, e := range model.Exceptions {
		if e.MigrationBatch != nil {
			narrowed := *e
			narrowed.MigrationBatch = changed[e.MigrationBatch]
			model.Exceptions[i] = &narrowed
		}
	}
}
