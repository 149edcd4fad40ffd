package policies

import (
	"hybridlint/policies/engine"

	"hybridlint/policies/metadata"

	"hybridlint/policies/facts"

	"context"
	"maps"
	"slices"

	"hybridlint/loader"
)

// permissionSets finds for every individual with a mailbox whom the steps concern the mailboxes to which entries bind it; an
// inference says which entries do.
func (e *evaluator) permissionSets(ctx context.Context, steps []*batchStep) map[loader.RecipientID]*batchPerson {
	binds, err := e.inference(bindsTogether())
	if err != nil {
		e.fail("batch", err)
		return nil
	}
	concerned := e.concernedBy(steps)
	sets := map[loader.RecipientID]*batchPerson{}
	counted := map[pair]bool{}
	var grant loader.Grant
	for i := range e.model.Grants.Len() {
		own, ok := e.entryAt(i, &grant)
		held := pair{grant.Recipient, grant.Delegate.Recipient}
		if !ok || !concerned[held.delegate] || held.recipient == held.delegate || counted[held] {
			continue
		}
		in := e.entryFactsOf(&own)
		if e.answerText(ctx, binds, engine.InputOf(facts.Shapes()[own.kind.Scope()], in)) != "yes" {
			continue
		}
		counted[held] = true
		set := sets[held.delegate]
		if set == nil {
			set = &batchPerson{person: held.delegate}
			sets[held.delegate] = set
		}
		set.granting = append(set.granting, held.recipient)
		set.reasons = append(set.reasons, grant.Block)
	}
	return sets
}

// concernedBy are those who move and those who hold something on one of them.
func (j *join) concernedBy(steps []*batchStep) map[loader.RecipientID]bool {
	concerned := map[loader.RecipientID]bool{}
	for _, s := range steps {
		for _, m := range s.Moves {
			concerned[m.Recipient] = true
			for _, i := range j.held.grants[j.held.first[m.Recipient]:j.held.first[m.Recipient+1]] {
				concerned[j.model.Grants.Delegate(int(i)).Recipient] = true
			}
		}
	}
	return concerned
}

// togetherBefore are the mailboxes of a set that are together with the person before a step.
func (s *batchStep) togetherBefore(set *batchPerson) *batchPerson {
	together := &batchPerson{person: set.person}
	for i, id := range set.granting {
		if s.before(id) == s.before(set.person) {
			together.granting = append(together.granting, id)
			together.reasons = append(together.reasons, set.reasons[i])
		}
	}
	return together
}

// tornApart are the people for whom a finding stands for those about single entries: by person, that finding.
type tornApart map[loader.RecipientID]*finding

func (e *evaluator) checkPersons(
	ctx context.Context, s *batchStep, sets map[loader.RecipientID]*batchPerson, granted map[loader.RecipientID][]loader.RecipientID,
) ([]*finding, tornApart) {
	concerned := map[loader.RecipientID]bool{}
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
		set := s.togetherBefore(sets[person])
		in := facts.BatchPersonInput{
			GrantingMailboxes: facts.NumberOf(int32(len(set.granting))),
			Parts: slices.ContainsFunc(set.granting, func(id loader.RecipientID) bool {
				return s.after(id) != s.after(person)
			}),
			Application: e.model.Recipients[person].UsedBy == loader.UsedByApplication,
		}
		fired := e.fire(ctx, facts.BatchPersonScope, engine.InputFor(facts.BatchPersonScope, in), false, in.Application)
		subject := personSubject{plainSubject{e.join}, s, set, new([]string)}
		for _, f := range e.settle(subject, view{loader.NoForest, fired}) {
			findings = append(findings, f)
			if f.rule.Metadata.SupersedesOn == metadata.OnGrantsOfPerson {
				torn[person] = f
			}
		}
	}
	return findings, torn
}
