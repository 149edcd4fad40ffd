package policies

import (
	"context"
	"testing"

	"hybridlint/testdata/organization"
)

// What is bounded here is counted, so it does not depend on the machine. Where a bound has become too high, lower it.
const (
	// mostEvaluationsOfRule is how often the policy engine is asked about one rule, whatever the organization.
	mostEvaluationsOfRule = 150
	// mostEvaluationsOfInference is the same of what rules share.
	mostEvaluationsOfInference = 150
	// mostGrowth is by how much an organization that is four times as large may need more evaluations, as it has combinations of facts
	// that the smaller one has not.
	mostGrowth = 1.2
)

// TestEvaluations: how often the policy engine is asked depends on the policies and not on the size of the organization.
func TestEvaluations(t *testing.T) {
	var before int
	for _, mailboxes := range []int{500, 2_000} {
		folder := t.TempDir()
		if err := organization.WriteFolder(folder, organization.Options{Seed: 1, Mailboxes: mailboxes}); err != nil {
			t.Fatal(err)
		}
		catalog, err := NewCatalog()
		if err != nil {
			t.Fatal(err)
		}
		result := catalog.Check(context.Background(), loadFolder(t, folder), everyRule())
		if !result.Complete || result.Evaluations < len(result.Rules)/2 {
			t.Fatalf("%d evaluations of %d rules, problems %v", result.Evaluations, len(result.Rules), result.Problems)
		}
		boundEvaluations(t, catalog, mailboxes)
		if before > 0 && float64(result.Evaluations) > mostGrowth*float64(before) {
			t.Errorf("%d mailboxes: %d evaluations, and %d with a quarter of the mailboxes", mailboxes, result.Evaluations, before)
		}
		t.Logf("%d mailboxes: %d evaluations", mailboxes, result.Evaluations)
		before = result.Evaluations
	}
}

// boundEvaluations looks at each rule and inference.
func boundEvaluations(t *testing.T, catalog *Catalog, mailboxes int) {
	t.Helper()
	p, err := catalog.remembering()
	if err != nil {
		t.Fatal(err)
	}
	rules := map[string]bool{}
	for _, r := range catalog.rules {
		rules[r.Ref.String()] = true
	}
	most := map[bool]int{}
	for name, d := range p.Documents {
		isRule := rules[d.Ref.String()]
		bound := mostEvaluationsOfInference
		if isRule {
			bound = mostEvaluationsOfRule
		}
		if d.Evaluations > bound {
			t.Errorf("%d mailboxes: %d evaluations of %s, at most %d are allowed", mailboxes, d.Evaluations, name, bound)
		}
		most[isRule] = max(most[isRule], d.Evaluations)
	}
	t.Logf("%d mailboxes: at most %d evaluations of a rule, and %d of an inference", mailboxes, most[true], most[false])
}
