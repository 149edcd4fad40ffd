package sequence

import (
	"maps"
	"slices"
	"strings"
	"time"

	"hybridlint/loader/model"
)

// Sequence is what the open batches of a configuration do, step by step.
type Sequence struct {
	Steps []Step
	model *model.Model
	// moves are the members that move, each once.
	moves map[model.RecipientID]Move
	// listed are the first open batches that name somebody, moved or not.
	listed map[model.RecipientID]*model.MigrationBatch
}

// Step is one open batch, or several that complete at the same time.
type Step struct {
	// Batches are in the natural order of their names.
	Batches []*model.MigrationBatch
	// Moves are in the order of the batches and of their members.
	Moves []Move
}

// Move is a member that changes its home.
type Move struct {
	Recipient model.RecipientID
	From, To  model.ForestID
	// Step counts from 1.
	Step  int
	Batch *model.MigrationBatch
	// Place is that of the member among the members of the batch.
	Place int
}

// New puts the open batches of a configuration in order.
func New(config *model.Model) *Sequence {
	s := &Sequence{model: config, moves: map[model.RecipientID]Move{}, listed: map[model.RecipientID]*model.MigrationBatch{}}
	for i, batches := range order(config.Batches) {
		step := Step{Batches: batches}
		for _, b := range batches {
			for place, id := range b.Members {
				if s.listed[id] == nil {
					s.listed[id] = b
				}
				if _, moved := s.moves[id]; moved || !s.canMove(b, id) {
					continue
				}
				m := Move{Recipient: id, From: Source(b), To: Target(b), Step: i + 1, Batch: b, Place: place}
				s.moves[id] = m
				step.Moves = append(step.Moves, m)
			}
		}
		s.Steps = append(s.Steps, step)
	}
	return s
}

// canMove tells whether a batch moves somebody who has not moved yet.
func (s *Sequence) canMove(b *model.MigrationBatch, id model.RecipientID) bool {
	r := s.model.Recipients[id]
	return r.Type.IsMailbox() && r.Home == Source(b) && Target(b) != model.NoForest
}

// Source is the forest that the members of a batch leave; NoForest where it is not known.
func Source(b *model.MigrationBatch) model.ForestID {
	if b.Direction == model.Offboarding {
		return model.Cloud
	}
	return b.SourceForest
}

// Target is the forest that the members of a batch move to; NoForest where it is not known.
func Target(b *model.MigrationBatch) model.ForestID {
	if b.Direction == model.Offboarding {
		return b.SourceForest
	}
	return model.Cloud
}

// MoveOf is the move of a recipient; ok is false where it never moves.
func (s *Sequence) MoveOf(id model.RecipientID) (m Move, ok bool) {
	m, ok = s.moves[id]
	return m, ok
}

// MovesWith is the batch that moves a recipient; nil where none does.
func (s *Sequence) MovesWith(id model.RecipientID) *model.MigrationBatch { return s.moves[id].Batch }

// After is the home of a recipient after a step; step 0 is today.
func (s *Sequence) After(step int, id model.RecipientID) model.ForestID {
	if m, ok := s.moves[id]; ok && m.Step <= step {
		return m.To
	}
	return s.model.Recipients[id].Home
}

// Before is the home of a recipient before a step.
func (s *Sequence) Before(step int, id model.RecipientID) model.ForestID {
	return s.After(step-1, id)
}

// MovesIn tells whether a recipient moves in a step.
func (s *Sequence) MovesIn(step int, id model.RecipientID) bool { return s.moves[id].Step == step }

// Splits tells whether a step parts two: they have one home before it and two after it.
func (s *Sequence) Splits(step int, a, b model.RecipientID) bool {
	return s.Before(step, a) == s.Before(step, b) && s.After(step, a) != s.After(step, b)
}

// Apart tells whether two have different homes after a step.
func (s *Sequence) Apart(step int, a, b model.RecipientID) bool {
	return s.After(step, a) != s.After(step, b)
}

// Together finds the first step behind another after which nobody of some people is apart from a recipient, and the
// batch of that step that moves one of them. ok is false where no step brings them together.
func (s *Sequence) Together(step int, recipient model.RecipientID, people []model.RecipientID) (m Move, ok bool) {
	// later are, by step, the moves of these people in the batch whose name comes first.
	later := map[int]Move{}
	for _, id := range append([]model.RecipientID{recipient}, people...) {
		if m, ok := s.moves[id]; ok && m.Step > step {
			if known, ok := later[m.Step]; !ok || CompareNames(m.Batch.Name, known.Batch.Name) < 0 {
				later[m.Step] = m
			}
		}
	}
	for _, at := range slices.Sorted(maps.Keys(later)) {
		apart := slices.ContainsFunc(people, func(id model.RecipientID) bool { return s.Apart(at, recipient, id) })
		if !apart {
			return later[at], true
		}
	}
	return Move{}, false
}

// StepOf is the step of an open batch by its name, counted from 1; 0 where there is none of that name.
func (s *Sequence) StepOf(name string) int {
	for i, step := range s.Steps {
		for _, b := range step.Batches {
			if strings.EqualFold(b.Name, name) {
				return i + 1
			}
		}
	}
	return 0
}

// CompleteAfter is when a step completes; nil where no batch of it says so.
func (s *Step) CompleteAfter() *time.Time { return s.Batches[0].CompleteAfter }

// BatchOf is the open batch that moves a recipient, else the first one that lists it; nil where none does.
func (s *Sequence) BatchOf(id model.RecipientID) *model.MigrationBatch {
	if m, ok := s.moves[id]; ok {
		return m.Batch
	}
	return s.listed[id]
}
