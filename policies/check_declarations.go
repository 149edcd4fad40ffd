package policies

import (
	"context"
	"slices"

	"hybridlint/loader/model"
	"hybridlint/policies/engine"
	"hybridlint/policies/facts"
	"hybridlint/policies/organization"
	"hybridlint/policies/subjects"
)

// checkDeclarations looks at the entries that are declared more than once: at every one after the first.
func (e *evaluator) checkDeclarations(ctx context.Context) []*finding {
	if len(e.active[facts.DeclarationScope]) == 0 {
		return nil
	}
	fired := e.fire(ctx, facts.DeclarationScope, engine.InputFor(facts.DeclarationScope, facts.DeclarationInput{Repeated: true}), false, false)
	if len(fired) == 0 {
		return nil
	}
	var findings []*finding
	for _, same := range e.Repeated(func(a, b *organization.Entry) int {
		return subjects.ComparePlaces(subjects.DelegateOf(a), subjects.DelegateOf(b))
	}) {
		first := subjects.DelegateOf(same[0])
		titles := make([]string, len(same))
		for i, again := range same {
			titles[i] = subjects.Entry{Names: subjects.Names{Organization: e.Organization}, Entry: again}.Describe()
		}
		for _, again := range same[1:] {
			subject := subjects.Declaration{Entry: subjects.Entry{Names: subjects.Names{Organization: e.Organization}, Entry: again}, First: first, Title: slices.Min(titles)}
			findings = append(findings, e.settle(subject, view{model.NoForest, fired})...)
		}
	}
	return findings
}
