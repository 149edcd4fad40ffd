package policies

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"hybridlint/loader/model"
	"hybridlint/policies/engine"
	"hybridlint/policies/facts"
	"hybridlint/policies/metadata"
	"hybridlint/policies/organization"
	"hybridlint/policies/sequence"
	"hybridlint/report"
)

// states are the states after the steps of a sequence, made when they are asked for.
type states struct {
	first *evaluator
	made  []*stateAfter // by the number of steps that are over
}

// stateAfter is a state with what its rules are evaluated with.
type stateAfter struct {
	*evaluator
	state *sequence.State
	// grants counts those of the first state.
	grants int
}

func (e *evaluator) newStates(order *sequence.Sequence) *states {
	return &states{first: e, made: []*stateAfter{{evaluator: e, state: order.Start(), grants: e.Model.Grants.Len()}}}
}

// after is the state when so many steps are over.
func (s *states) after(ctx context.Context, steps int) *stateAfter {
	for len(s.made) <= steps {
		last := s.made[len(s.made)-1]
		next := last.state.Next(last.mailEnabled(ctx))
		s.made = append(s.made, &stateAfter{evaluator: s.first.on(next.Model), state: next, grants: last.grants})
	}
	return s.made[steps]
}

// on is the same evaluator on another configuration.
func (e *evaluator) on(config *model.Model) *evaluator {
	return &evaluator{
		Organization: organization.New(config), compiled: e.compiled, options: e.options, users: e.users, active: e.active, ran: e.ran,
		answered: e.answered, predictions: e.predictions, stepsExplain: e.stepsExplain, failures: e.failures, relevant: e.relevant, wrongType: map[model.RecipientID]*metadata.Rule{},
	}
}

// mailEnabled answers whether somebody is mail-enabled in the cloud, as far as is known.
func (e *evaluator) mailEnabled(ctx context.Context) sequence.MailEnabled {
	return func(id model.RecipientID) bool {
		if e.assumeTrustees {
			return true
		}
		if !e.Model.Recipients[id].Type.IsMailEnabled() {
			return false
		}
		exists, err := e.inference(objectExists())
		if err != nil {
			e.fail("recipient", err)
			return true
		}
		given := engine.InputFor(facts.RecipientScope, facts.RecipientInput{
			Organization: e.Whole, Recipient: e.Organization.RecipientFacts[id], Viewed: true, Object: e.ObjectIn(id, model.Cloud),
		})
		return e.answerText(ctx, exists, given) != "no"
	}
}

// fires tells whether a rule fires on an entry after so many steps, and nothing else on the entry explains it. Whoever asks goes from
// step to step, so that earlier states are let go.
func (s *states) fires(ctx context.Context, steps int, own *organization.Entry, id string) bool {
	after := s.after(ctx, steps)
	clear(s.made[1:steps])
	now, ok := after.entryOf(own.Number, s.first.Model.Grants.Len())
	if !ok {
		return false
	}
	e := after.withPredictions()
	presence, err := e.inference(sendOnBehalfPresence())
	if err != nil {
		e.fail("entry", err)
		return false
	}
	w := e.newEntryWorker(presence)
	found, _ := w.check(ctx, now)
	return slices.ContainsFunc(found, func(f *finding) bool { return f.rule.ID == id })
}

// entryOf finds an entry by its number in the first state; ok is false where it is gone.
func (s *stateAfter) entryOf(number, grants int) (own organization.Entry, ok bool) {
	if number >= grants {
		place, kept := slices.BinarySearch(s.state.OutlookDelegates, int32(number-grants))
		if !kept {
			return organization.Entry{}, false
		}
		return s.EntryAt(s.Model.Grants.Len()+place, nil)
	}
	place, kept := slices.BinarySearch(s.state.Grants, int32(number))
	if !kept {
		return organization.Entry{}, false
	}
	return s.EntryAt(place, new(model.Grant))
}

// withPredictions adds the predicted rules that do not run by themselves.
func (s *stateAfter) withPredictions() *evaluator {
	missing := slices.DeleteFunc(slices.Clone(s.predictions), func(r activeRule) bool { return s.ran[r.ID] != nil })
	if len(missing) == 0 {
		return s.evaluator
	}
	e := &evaluator{
		Organization: s.Organization, compiled: s.compiled, options: s.options, users: s.users, active: maps.Clone(s.active), ran: s.ran,
		failures: s.failures, wrongType: s.wrongType,
	}
	for _, r := range missing {
		for _, scope := range r.Metadata.Scopes {
			e.active[scope] = append(slices.Clip(e.active[scope]), r)
		}
	}
	if err := e.findRelevant(); err != nil {
		e.fail(missing[0].ID, err)
	}
	return e
}

// afterBatch is the same evaluator on the state after the step of a batch.
func (e *evaluator) afterBatch(ctx context.Context, batch string) (*evaluator, *report.State, error) {
	order := sequence.New(e.Model)
	n := order.StepOf(batch)
	if n == 0 {
		return nil, nil, fmt.Errorf("there is no open batch %q", batch)
	}
	after := e.newStates(order).after(ctx, n)
	return after.evaluator, &report.State{After: batch, Step: n, Batches: namesOf(order.Steps[n-1].Batches)}, nil
}

// OpenBatches are the names of the batches that are not over, in the order of the sequence.
func OpenBatches(config *model.Model) []string {
	var names []string
	for _, step := range sequence.New(config).Steps {
		names = append(names, namesOf(step.Batches)...)
	}
	return names
}
