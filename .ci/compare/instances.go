package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"hybridlint/policies/waves"
	"hybridlint/policies/waves/verify"
)

// compareInstances plans small problems whose optima are proven, and prints how much more the plans cost.
func compareInstances(ctx context.Context, folder string, out io.Writer) error {
	files, err := filepath.Glob(filepath.Join(folder, "*.tsv"))
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return fmt.Errorf("%s holds no *.tsv", folder)
	}
	sum, worst := 0.0, 0.0
	for _, name := range files {
		cost, optimum, err := solved(ctx, name)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		ratio := 1.0 // an optimum of 0 that is reached
		if optimum > 0 {
			ratio = float64(cost) / float64(optimum)
		} else if cost > 0 {
			ratio = float64(cost)
		}
		sum, worst = sum+ratio, max(worst, ratio)
		if _, err := fmt.Fprintf(out, "%s %d %d %.4f\n", filepath.Base(name), cost, optimum, ratio); err != nil {
			return err
		}
	}
	_, err = fmt.Fprintf(out, "mean %.4f\nworst %.4f\n", sum/float64(len(files)), worst)
	return err
}

func solved(ctx context.Context, name string) (cost, optimum int64, err error) {
	file, err := os.Open(name)
	if err != nil {
		return 0, 0, err
	}
	defer func() { _ = file.Close() }() // it was read only
	instance, err := waves.ReadInstance(file)
	if err != nil {
		return 0, 0, err
	}
	plan, err := instance.Solve(ctx)
	if err != nil {
		return 0, 0, err
	}
	if breaches := verify.Breaches(instance.Problem, plan); len(breaches) > 0 {
		return 0, 0, fmt.Errorf("the plan does not hold: %v", breaches)
	}
	return verify.Cost(instance.Problem, plan), instance.Optimum, nil
}
