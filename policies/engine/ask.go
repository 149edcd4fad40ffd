package engine

import (
	"context"
	"fmt"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"

	"hybridlint/policies/facts"
)

// input makes the Rego input: of everything, or of the projected facts only.
func (d *Document) input(codes []uint64, only []facts.Projection) *ast.Term {
	if only == nil && !d.compiled.memo {
		only = d.Shape.Everything
	}
	root := ast.NewObject()
	sections := map[string]ast.Object{"": root}
	for path := range d.Shape.Sections {
		d.Shape.SectionIn(sections, path) // whether a section exists is no fact
	}
	for _, p := range only {
		f := &d.Shape.Facts[p.Fact]
		if value := f.Value(codes[p.Fact], p.Mask); value != nil {
			d.Shape.SectionIn(sections, f.Section).Insert(f.Name, ast.NewTerm(value))
		}
	}
	return ast.NewTerm(root)
}

// evaluate asks the policy engine, under watch where somebody else wrote the policy.
func (d *Document) evaluate(ctx context.Context, input *ast.Term) *Answer {
	if watch := WatchOf(ctx); watch != nil && !d.Ref.HasPrefix(programRef()) {
		return watch.evaluate(ctx, d, input)
	}
	return d.ask(ctx, input, d.compiled.cancel)
}

// ask asks the policy engine. A panic is an error of the rule, not of the run.
func (d *Document) ask(ctx context.Context, input *ast.Term, cancel topdown.Cancel) (a *Answer) {
	a = &Answer{}
	defer func() {
		if cause := recover(); cause != nil {
			a.Err = fmt.Errorf("%s: the policy engine gave up: %v", d.Ref, cause)
		}
	}()
	txn, err := d.compiled.store.NewTransaction(ctx)
	if err != nil {
		return &Answer{Err: err}
	}
	defer d.compiled.store.Abort(ctx, txn)
	query := topdown.NewQuery(d.query).
		WithCompiler(d.compiled.compiler).
		WithStore(d.compiled.store).
		WithTransaction(txn).
		WithStrictBuiltinErrors(true).
		WithCancel(cancel).
		WithInput(input)
	err = query.Iter(ctx, func(result topdown.QueryResult) error {
		a.Value = result[ast.Var("result")].Value
		return nil
	})
	if err != nil {
		a.Err = fmt.Errorf("%s: %w", d.Ref, err)
	}
	if a.Err == nil && d.Ref[len(d.Ref)-1].Equal(ast.StringTerm("finding")) {
		a.Findings, a.Err = readFindings(a.Value)
	}
	return a
}
