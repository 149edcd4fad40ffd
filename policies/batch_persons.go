package policies

import (
	"context"
	"maps"
	"slices"

	"hybridlint/loader/model"
	"hybridlint/policies/engine"
	"hybridlint/policies/facts"
	"hybridlint/policies/metadata"
	"hybridlint/policies/organization"
	"hybridlint/policies/subjects"
)

// permissionSets finds for every individual with a mailbox whom the steps concern the mailboxes to which entries bind it; an
// inference says which entries do.
func (e *evaluator) permissionSets(ctx context.Context, steps []*organization.Step) map[model.RecipientID]*organization.PermissionSet {
	binds, err := e.inference(bindsTogether())
	if err != nil {
		e.fail("batch", err)
		return nil
	}
	concerned := e.ConcernedBy(steps)
	sets := map[model.RecipientID]*organization.PermissionSet{}
	counted := map[organization.Pair]bool{}
	var grant model.Grant
	for i := range e.Model.Grants.Len() {
		own, ok := e.EntryAt(i, &grant)
		held := organization.Pair{Recipient: grant.Recipient, Delegate: grant.Delegate.Recipient}
		if !ok || !concerned[held.Delegate] || held.Recipient == held.Delegate || counted[held] {
			continue
		}
		in := e.EntryFacts(&own)
		if e.answerText(ctx, binds, engine.InputOf(facts.Shapes()[own.Kind.Scope()], in)) != "yes" {
			continue
		}
		counted[held] = true
		set := sets[held.Delegate]
		if set == nil {
			set = &organization.PermissionSet{Person: held.Delegate}
			sets[held.Delegate] = set
		}
		set.Granting = append(set.Granting, held.Recipient)
		set.Reasons = append(set.Reasons, grant.Block)
	}
	return sets
}

// tornApart are the people for whom a finding stands for those about single entries: by person, that finding.
type tornApart map[model.RecipientID]*finding

func (e *evaluator) checkPersons(
	ctx context.Context, s *organization.Step, sets map[model.RecipientID]*organization.PermissionSet, granted map[model.RecipientID][]model.RecipientID,
) ([]*finding, tornApart) {
	concerned := map[model.RecipientID]bool{}
	for _, m := range s.Moves {
		if sets[m.Recipient] != nil {
			concerned[m.Recipient] = true
		}
		for _, person := range granted[m.Recipient] {
			concerned[person] = true
		}
	}
	var findings []*finding
	torn := tornApart{}
	for _, person := range slices.Sorted(maps.Keys(concerned)) {
		set := s.TogetherBefore(sets[person])
		in := facts.BatchPersonInput{
			GrantingMailboxes: facts.NumberOf(int32(len(set.Granting))),
			Parts: slices.ContainsFunc(set.Granting, func(id model.RecipientID) bool {
				return s.After(id) != s.After(person)
			}),
			Application: e.Model.Recipients[person].UsedBy == model.UsedByApplication,
		}
		fired := e.fire(ctx, facts.BatchPersonScope, engine.InputFor(facts.BatchPersonScope, in), false, in.Application)
		subject := subjects.BatchPerson{Defaults: subjects.Defaults{Names: subjects.Names{Organization: e.Organization}}, Step: s, Set: set, StandsFor: new([]string)}
		for _, f := range e.settle(subject, view{model.NoForest, fired}) {
			findings = append(findings, f)
			if f.rule.Metadata.SupersedesOn == metadata.OnGrantsOfPerson {
				torn[person] = f
			}
		}
	}
	return findings, torn
}
