package sequence

import (
	"slices"

	"hybridlint/loader/model"
)

// State is a configuration as it is after some steps of its batches.
type State struct {
	// Model is like one that was read from files: places are those of the lines as written.
	Model *model.Model
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
type MailEnabled func(model.RecipientID) bool

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
	moves := make(map[model.RecipientID]Move, len(step.Moves))
	for _, m := range step.Moves {
		moves[m.Recipient] = m
	}
	before := s.Model
	config := *before
	config.Recipients = slices.Clone(before.Recipients)
	for id, m := range moves {
		config.Recipients[id] = carry(before, before.Recipients[id], m)
	}
	c := carrier{before: before, moves: moves, mailEnabled: mailEnabled, terms: map[termsKey]*model.EntryTerms{}}
	after := &State{Model: &config, Steps: s.Steps + 1, sequence: s.sequence}
	var kept []int
	config.Grants, kept = before.Grants.Changed(c.grant)
	after.Grants = picked(s.Grants, kept)
	config.OutlookDelegates, kept = c.outlookDelegates()
	after.OutlookDelegates = picked(s.OutlookDelegates, kept)
	s.closeBatches(&config, after.Steps)
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
func carry(config *model.Model, r *model.Recipient, m Move) *model.Recipient {
	moved := *r
	moved.Home = m.To
	moved.Objects = slices.DeleteFunc(slices.Clone(r.Objects), func(o *model.Object) bool {
		// An object stands for a recipient elsewhere; those that the move has made are what the rules infer.
		return o.Forest == m.To || o.Forest == m.From
	})
	if m.To == model.Cloud {
		moved.Origin, moved.ProvisionedBy, moved.MovedOn = m.From, model.ProvisionedByMigration, completed(m.Batch)
		if r.Type == model.LinkedMailbox {
			moved.Type = model.UserMailbox
		}
		return &moved
	}
	moved.Origin, moved.ProvisionedBy, moved.MovedOn = config.OnlyForest(), 0, 0
	moved.Objects = append(moved.Objects, &model.Object{
		Block: r.Block, Forest: model.Cloud, Exists: model.True, RecipientTypeDetails: model.MailUserObject,
	})
	return &moved
}

// completed is the day on which a batch completes, in UTC; zero where it has none.
func completed(b *model.MigrationBatch) model.Date {
	if b.CompleteAfter == nil {
		return 0
	}
	year, month, day := b.CompleteAfter.UTC().Date()
	return model.Date(year*10000 + int(month)*100 + day)
}

// closeBatches ends the batches of the steps that are over, and takes those who have moved out of the others.
func (s *State) closeBatches(config *model.Model, steps int) {
	changed := make(map[*model.MigrationBatch]*model.MigrationBatch, len(config.Batches))
	over := map[string]bool{}
	for _, step := range s.sequence.Steps[:steps] {
		for _, b := range step.Batches {
			over[b.Name] = true
		}
	}
	config.Batches = slices.Clone(config.Batches)
	for i, b := range config.Batches {
		closed := *b
		switch {
		case over[b.Name]:
			closed.Status = model.BatchCompleted
		case !b.Status.Over():
			closed = *b.Without(func(id model.RecipientID) bool {
				m, moves := s.sequence.moves[id]
				return moves && m.Step <= steps
			})
		}
		changed[b], config.Batches[i] = &closed, &closed
	}
	for _, b := range config.Batches {
		b.After = slices.Clone(b.After)
		for i, earlier := range b.After {
			b.After[i] = changed[earlier]
		}
	}
	config.Exceptions = slices.Clone(config.Exceptions)
	for i, e := range config.Exceptions {
		if e.MigrationBatch != nil {
			narrowed := *e
			narrowed.MigrationBatch = changed[e.MigrationBatch]
			config.Exceptions[i] = &narrowed
		}
	}
}
