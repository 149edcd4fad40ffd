package userrules

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// Coverage says what of a policy tests have evaluated.
type Coverage struct {
	File string
	// Covered and All count the heads of rules and the expressions in them.
	Covered, All int
	// Lines are those, counted from 1, on which something was not evaluated; sorted.
	Lines []int
}

// coverage collects what was evaluated.
type coverage struct{ seen map[codePlace]bool }

type codePlace struct {
	file        string
	row, column int
}

func newCoverage() *coverage { return &coverage{map[codePlace]bool{}} }

// Enabled implements topdown.QueryTracer.
func (*coverage) Enabled() bool { return true }

// Config implements topdown.QueryTracer.
func (*coverage) Config() topdown.TraceConfig { return topdown.TraceConfig{} }

// TraceEvent implements topdown.QueryTracer.
func (c *coverage) TraceEvent(event topdown.Event) {
	switch event.Op {
	case topdown.ExitOp:
		if rule, ok := event.Node.(*ast.Rule); ok {
			c.record(rule.Head.Location)
		}
	case topdown.EvalOp:
		if expression, ok := event.Node.(*ast.Expr); ok {
			c.record(expression.Location)
		}
	}
}

func (c *coverage) record(at *ast.Location) {
	if at != nil && at.File != "" {
		c.seen[codePlace{at.File, at.Row, at.Col}] = true
	}
}

func (c *coverage) add(other *coverage) {
	for place := range other.seen {
		c.seen[place] = true
	}
}

// of tells the coverage of a policy.
func (c *coverage) of(f *policy) Coverage {
	counted := map[codePlace]bool{}
	result := Coverage{File: f.name}
	count := func(at *ast.Location) {
		if at == nil {
			return
		}
		place := codePlace{at.File, at.Row, at.Col}
		if counted[place] {
			return
		}
		counted[place] = true
		result.All++
		if c.seen[place] {
			result.Covered++
		} else {
			result.Lines = append(result.Lines, at.Row)
		}
	}
	ast.WalkRules(f.module, func(r *ast.Rule) bool {
		count(r.Head.Location)
		return false
	})
	ast.WalkExprs(f.module, func(e *ast.Expr) bool {
		if _, declares := e.Terms.(*ast.SomeDecl); !declares {
			count(e.Location)
		}
		return false
	})
	slices.Sort(result.Lines)
	result.Lines = slices.Compact(result.Lines)
	return result
}
