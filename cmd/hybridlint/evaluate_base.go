package main

import (
	"context"
	"fmt"

	"hybridlint/loader/difference"
	"hybridlint/loader/model"
	"hybridlint/report"
	"hybridlint/report/compare"
	"hybridlint/report/filter"
)

// Compare implements linter: it checks the base and the change with the same rules, and sets one against the other.
func (p *pipeline) Compare(ctx context.Context, r request, a *against) (*report.Report, error) {
	base, was, err := p.evaluateBase(ctx, r, a)
	if err != nil {
		return nil, err
	}
	r.base = was
	checked, is, err := p.evaluate(ctx, r, a.next != nil || p.keeps)
	if err != nil {
		return nil, err
	}
	checked.Comparison = &report.Comparison{Base: a.base, Relaxed: a.relaxed}
	if base.problems != nil {
		checked.Complete = false
		checked.Problems = append(checked.Problems, base.problems...)
		return checked, nil // what could not be read is unknown: nothing is new and nothing fixed
	}
	compare.With(base.Base, checked)
	if was != nil {
		explainChanges(checked, difference.Between(was, is))
	}
	return checked, p.wouldBe(ctx, a, checked, was)
}

// comparedBase is the base with what kept it from being understood.
type comparedBase struct {
	compare.Base
	problems []report.Problem
}

// evaluateBase checks the base. The model is nil where the base is an earlier report, which does not tell it.
func (p *pipeline) evaluateBase(ctx context.Context, r request, a *against) (comparedBase, *model.Model, error) {
	if a.earlier != nil {
		return comparedBase{Base: *a.earlier}, nil, nil
	}
	r.Tree = a.tree
	if a.folder != "" {
		if len(r.Exports) > 0 {
			r.Exports, r.Paths = []string{a.folder}, nil
		} else {
			r.Paths = []string{a.folder}
		}
	}
	r.Progress, r.Only = nil, filter.Filter{}
	checked, config, err := p.evaluate(ctx, r, true)
	if err != nil {
		return comparedBase{}, nil, err
	}
	base := comparedBase{Base: compare.Base{Findings: checked.Findings}}
	if checked.Complete || checked.Accepted() {
		return base, config, nil
	}
	for _, problem := range checked.Problems {
		problem.Summary = "The base is not understood: " + problem.Summary
		problem.Detail += fmt.Sprintf(" This is in %s, with which the run is compared, so nobody knows what is new.", a.base.Name())
		base.problems = append(base.problems, problem)
	}
	return base, config, nil
}

// explainChanges says what the change alters, why findings are new, and what the waivers that it adds hide.
func explainChanges(r *report.Report, d *difference.Difference) {
	r.Comparison.Declarations = d.Changes
	hidden := map[report.Location]int{}
	for _, f := range r.Findings {
		if f.Suppressed != nil {
			hidden[f.Suppressed.Location]++
		}
	}
	for i := range r.Comparison.Declarations {
		if c := &r.Comparison.Declarations[i]; c.Kind == report.ExceptionDeclaration && c.Change != report.Removed {
			c.Hides = hidden[c.Location]
		}
	}
	for _, comment := range d.Comments {
		r.Comparison.Declarations = append(r.Comparison.Declarations, report.DeclarationChange{Kind: report.ExceptionDeclaration, Change: report.Added,
			Block: "comment", Name: "comment " + comment.Rule, Location: comment.Location, Hides: hidden[comment.Location]})
	}
	for _, f := range r.Findings {
		if f.Change == report.New || f.Change == report.Worse {
			f.Because = d.Because(f)
		}
	}
}

// wouldBe says what the change would have been judged by its own settings and rules.
func (p *pipeline) wouldBe(ctx context.Context, a *against, r *report.Report, base *model.Model) error {
	if a.next == nil {
		return nil
	}
	own := *a.next
	own.base = base
	next, _, err := p.evaluate(ctx, own, p.keeps)
	if err != nil {
		return err
	}
	for i := range r.Comparison.Relaxed {
		r.Comparison.Relaxed[i].WouldBe = &next.Summary
	}
	return nil
}
