package waves_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"hybridlint/policies/waves"
	"hybridlint/policies/waves/verify"
)

// TestOptima compares plans with the proven optima of small problems.
func TestOptima(t *testing.T) {
	files, err := filepath.Glob("testdata/*.tsv")
	if err != nil || len(files) == 0 {
		t.Fatal("no instances", err)
	}
	sum, worst := 0.0, 0.0
	for _, name := range files {
		file, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		instance, err := waves.ReadInstance(file)
		_ = file.Close()
		if err != nil {
			t.Fatal(name, err)
		}
		plan, err := instance.Solve(context.Background())
		if err != nil {
			t.Fatal(name, err)
		}
		if breaches := verify.Breaches(instance.Problem, plan); len(breaches) > 0 {
			t.Errorf("%s: %v", name, breaches)
		}
		cost := verify.Cost(instance.Problem, plan)
		if cost < instance.Optimum {
			t.Errorf("%s: %d is less than the optimum, %d", name, cost, instance.Optimum)
		}
		ratio := float64(cost) / float64(instance.Optimum)
		t.Logf("%s %d %d %.3f", filepath.Base(name), cost, instance.Optimum, ratio)
		sum, worst = sum+ratio, max(worst, ratio)
	}
	mean := sum / float64(len(files))
	t.Logf("mean %.4f, worst %.3f", mean, worst)
	if mean > 1.02 || worst > 1.10 {
		t.Errorf("mean %.3f, worst %.3f of the optimum; at most 1.02 and 1.10", mean, worst)
	}
}
