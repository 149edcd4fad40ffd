package plan_test

import (
	"context"
	"testing"

	"hybridlint/policies"
	"hybridlint/policies/plan"
	"hybridlint/policies/waves"
	"hybridlint/testdata/organization"
)

// TestRandomPlans: whatever a plan asks for, there is a plan that holds to it, or a reason why there is none.
func TestRandomPlans(t *testing.T) {
	planned := 0
	for seed := range uint64(450) {
		model := load(t, organization.Random(seed).String())
		for _, p := range model.Plans {
			planner, problems := plan.New(model, p)
			if len(problems) > 0 || len(planner.Contradiction()) > 0 {
				continue
			}
			splits := catalog().Splits(context.Background(), model, planner.Request(), policies.Options{})
			r, problems := planner.Find(context.Background(), splits, plan.Options{Effort: waves.Fast, Seed: -1, Prices: true})
			switch {
			case len(problems) > 0 && problems[0].Summary != "No plan found":
				t.Errorf("seed %d: %v", seed, problems[0])
			case len(problems) == 0:
				planned++
				r.MakeFiles()
				if _, err := r.GraphML(); err != nil || len(r.Breaches) > 0 {
					t.Errorf("seed %d: %v %v", seed, err, r.Breaches)
				}
			}
		}
	}
	if planned < 15 {
		t.Errorf("only %d were planned", planned)
	}
}
