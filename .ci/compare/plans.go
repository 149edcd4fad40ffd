package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

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

// comparePlans plans organizations of several sizes with several caps, and prints what the plans cost as parts of what other orders do.
func comparePlans(ctx context.Context, sizes []int, out io.Writer) error {
	_, err := fmt.Fprintln(out, "mailboxes cap waves effort cost /first-fit /department /alphabet errors-apart seconds")
	for _, n := range sizes {
		for _, most := range []int64{100, 250, 500} {
			for _, effort := range []waves.Effort{waves.Fast, waves.Normal} {
				if err != nil {
					return err
				}
				err = comparePlan(ctx, n, most, effort, out)
			}
		}
	}
	return err
}

func comparePlan(ctx context.Context, n int, most int64, effort waves.Effort, out io.Writer) error {
	o := realistic(n, 1)
	p := o.problem(most)
	began := time.Now()
	plan, err := waves.Search(ctx, p, waves.Options{Effort: effort, Seed: 1, Orders: [][]int32{o.byDepartment(), o.byName()}})
	if err != nil {
		return err
	}
	took := time.Since(began)
	if breaches := verify.Breaches(p, plan); len(breaches) > 0 {
		return fmt.Errorf("the plan does not hold: %v", breaches[0])
	}
	cost := verify.Cost(p, plan)
	var ratios strings.Builder
	for _, other := range []func() (waves.Plan, error){
		func() (waves.Plan, error) { return waves.FirstFit(p) },
		func() (waves.Plan, error) { return waves.InOrder(p, o.byDepartment()) },
		func() (waves.Plan, error) { return waves.InOrder(p, o.byName()) },
	} {
		plan, err := other()
		if err != nil {
			return err
		}
		fmt.Fprintf(&ratios, " %.3f", float64(cost)/float64(verify.Cost(p, plan)))
	}
	_, err = fmt.Fprintf(out, "%d %d %d %d %d%s %d %.1f\n", n, most, len(p.Slots)-1, effort, cost, ratios.String(), errorsApart(p, plan), took.Seconds())
	return err
}

// errorsApart counts the pairs that have an error while they are apart, in the direction in which they are.
func errorsApart(p *waves.Problem, plan waves.Plan) int {
	found := map[[2]int32]bool{}
	for _, x := range p.Pairs {
		a, b := p.Slots[plan[x.A]].Day, p.Slots[plan[x.B]].Day
		if a < b && x.AFirst >= weightOfError || b < a && x.BFirst >= weightOfError {
			found[[2]int32{min(x.A, x.B), max(x.A, x.B)}] = true
		}
	}
	return len(found)
}

// problem is what the search is given: 5 % of room, and the applications, which never move, a wave behind the last.
func (o *company) problem(most int64) *waves.Problem {
	movers := int64(0)
	for i := range o.boxes {
		if o.boxes[i].kind != application {
			movers++
		}
	}
	count := max(movers*105/100/most+1, 2)
	p := &waves.Problem{Pairs: o.pairs}
	for k := range count {
		p.Slots = append(p.Slots, waves.Slot{Day: k, Wave: true, Most: waves.Load{most, waves.Unlimited, waves.Unlimited}})
	}
	p.Slots = append(p.Slots, waves.Slot{Day: count})
	for i := range o.boxes {
		m := waves.Mover{Load: waves.Load{1, 0, 0}, Last: int32(count - 1)}
		if o.boxes[i].kind == application {
			m = waves.Mover{First: int32(count), Last: int32(count)}
		}
		p.Movers = append(p.Movers, m)
	}
	return p
}

func (o *company) byDepartment() []int32 {
	return o.sorted(func(a, b *box) int {
		if a.site != b.site {
			return a.site - b.site
		}
		if a.department != b.department {
			return a.department - b.department
		}
		return a.team - b.team
	})
}

func (o *company) byName() []int32 {
	return o.sorted(func(a, b *box) int { return int(int64(a.name) - int64(b.name)) })
}

func (o *company) sorted(compare func(a, b *box) int) []int32 {
	order := make([]int32, len(o.boxes))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(x, y int32) int { return compare(&o.boxes[x], &o.boxes[y]) })
	return order
}
