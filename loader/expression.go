package loader

import (
	"fmt"
	"math/big"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"hybridlint/loader/expressions"
	"hybridlint/loader/limits"
	"hybridlint/loader/suggest"
	"hybridlint/loader/syntax"
)

// value reads an expression. What is written out is read straight off the syntax tree, with the place of every element;
// everything else is evaluated. Not ok means that an error was reported, or that a local it needs has one.
func (r *reader) value(e hclsyntax.Expression) (v expressions.Value, ok bool) {
	start, end := syntax.BytesOf(e.Range())
	switch e := e.(type) {
	case *hclsyntax.LiteralValueExpr:
		return expressions.Computed(e.Val, start, end), true
	case *hclsyntax.TemplateExpr:
		if s, literal := literalText(e); literal {
			return expressions.Value{Kind: expressions.Text, Text: s, Start: start, End: end}, true
		}
	case *hclsyntax.UnaryOpExpr:
		if n, literal := negative(e); literal {
			return expressions.Value{Kind: expressions.Number, Number: n, Start: start, End: end}, true
		}
	case *hclsyntax.ParenthesesExpr:
		return r.value(e.Expression)
	case *hclsyntax.TupleConsExpr:
		return r.literalList(e)
	case *hclsyntax.ObjectConsExpr:
		return r.literalObject(e)
	}
	return r.evaluate(e)
}

// literalText is the text of a template without interpolation.
func literalText(e *hclsyntax.TemplateExpr) (string, bool) {
	if len(e.Parts) != 1 {
		return "", false
	}
	part, ok := e.Parts[0].(*hclsyntax.LiteralValueExpr)
	if !ok || part.Val.Type() != cty.String || part.Val.IsNull() {
		return "", false
	}
	return part.Val.AsString(), true
}

func negative(e *hclsyntax.UnaryOpExpr) (*big.Float, bool) {
	operand, ok := e.Val.(*hclsyntax.LiteralValueExpr)
	if !ok || e.Op != hclsyntax.OpNegate || operand.Val.Type() != cty.Number || operand.Val.IsNull() {
		return nil, false
	}
	return new(big.Float).Neg(operand.Val.AsBigFloat()), true
}

func (r *reader) literalList(e *hclsyntax.TupleConsExpr) (expressions.Value, bool) {
	start, end := syntax.BytesOf(e.Range())
	v, ok := expressions.Value{Kind: expressions.List, Start: start, End: end, Items: make([]expressions.Item, 0, len(e.Exprs))}, true
	for _, element := range e.Exprs {
		i, valid := r.value(element)
		ok = ok && valid
		from, to := syntax.BytesOf(element.Range())
		v.Items = append(v.Items, expressions.Item{Value: i, From: from, To: to})
	}
	return v, ok
}

func (r *reader) literalObject(e *hclsyntax.ObjectConsExpr) (expressions.Value, bool) {
	start, end := syntax.BytesOf(e.Range())
	v, ok := expressions.Value{Kind: expressions.Object, Start: start, End: end, Items: make([]expressions.Item, 0, len(e.Items))}, true
	for _, pair := range e.Items {
		key, keyValid := r.key(pair.KeyExpr)
		i, valid := r.value(pair.ValueExpr)
		ok = ok && keyValid && valid
		from, _ := syntax.BytesOf(pair.KeyExpr.Range())
		_, to := syntax.BytesOf(pair.ValueExpr.Range())
		v.Items = append(v.Items, expressions.Item{Key: key, Value: i, From: from, To: to})
	}
	return v, ok
}

func (r *reader) key(e hclsyntax.Expression) (string, bool) {
	if k, ok := e.(*hclsyntax.ObjectConsKeyExpr); ok && !k.ForceNonLiteral {
		if word := hcl.ExprAsKeyword(k.Wrapped); word != "" {
			return word, true
		}
		if _, path := k.Wrapped.(*hclsyntax.ScopeTraversalExpr); !path {
			e = k.Wrapped
		}
	}
	v, ok := r.value(e)
	if ok && v.Kind != expressions.Text {
		r.problem("Wrong type", v.Start, v.End, "The key of an object is text, and this is %s. Write it in quotes.", v.Kind)
		return "", false
	}
	return v.Text, ok
}

// evaluate computes an expression, everything of which then stands where the expression stands.
func (r *reader) evaluate(e hclsyntax.Expression) (expressions.Value, bool) {
	start, end := syntax.BytesOf(e.Range())
	v, ok := r.compute(e)
	if !ok {
		return expressions.Value{Start: start, End: end}, false
	}
	return expressions.Computed(v, start, end), true
}

// compute evaluates an expression within the limits.
func (r *reader) compute(e hclsyntax.Expression) (cty.Value, bool) {
	if !r.checkNames(e) {
		return cty.NilVal, false
	}
	start, end := syntax.BytesOf(e.Range())
	scope := &hcl.EvalContext{Variables: r.locals.scope(e), Functions: r.pureFunctions()}
	allowed := r.allowedSteps()
	r.budget.Start(allowed)
	v, diagnostics := expressions.Meter(e, &r.budget).Value(scope)
	refused := r.budget.By != nil && *r.budget.By == limits.ExpressionStepsSetting && allowed < r.limits.ExpressionSteps
	switch {
	case !r.takeSteps(allowed-r.budget.Steps, refused, start, end):
		return cty.NilVal, false
	case r.budget.By != nil:
		r.tooLarge(start, end, *r.budget.By)
		return cty.NilVal, false
	case diagnostics.HasErrors():
		r.diagnose(diagnostics)
		return cty.NilVal, false
	case !v.IsWhollyKnown():
		r.problem("Expression without a value", start, end, "This expression does not come to a value. Write the value out.")
		return cty.NilVal, false
	}
	return v, true
}

// tooLarge reports an expression that met a limit.
func (r *reader) tooLarge(start, end uint32, setting string) {
	what := map[string]string{
		limits.ExpressionStepsSetting: fmt.Sprintf("This expression needs more than %d steps.", r.limits.ExpressionSteps),
		limits.ElementsSetting:        fmt.Sprintf("This expression builds something with more than %d elements.", r.limits.Elements),
		limits.TextBytesSetting:       fmt.Sprintf("This expression builds a text that is longer than %s.", limits.InMB(r.limits.TextBytes)),
	}[setting]
	if what == "" {
		r.problem("Expression too large", start, end, "The value that this expression builds is too large. Write the values out, or split the expression.")
		return
	}
	r.problem("Expression too large", start, end, "%s Write the values out, or split the expression.%s", what, limits.AllowedBy(setting))
}

// checkNames reports names that mean nothing; hcl's own messages do not know what there is to choose from.
func (r *reader) checkNames(e hclsyntax.Expression) bool {
	ok := true
	for _, t := range e.Variables() {
		ok = r.checkVariable(e, t) && ok
	}
	_ = hclsyntax.VisitAll(e, func(n hclsyntax.Node) hcl.Diagnostics {
		switch n := n.(type) {
		case *hclsyntax.FunctionCallExpr:
			ok = r.checkFunction(n) && ok
		case *hclsyntax.LiteralValueExpr:
			ok = r.checkNumber(n.Val, n.SrcRange) && ok
		case *hclsyntax.ScopeTraversalExpr:
			ok = r.checkSteps(n.Traversal) && ok
		case *hclsyntax.RelativeTraversalExpr:
			ok = r.checkSteps(n.Traversal) && ok
		}
		return nil
	})
	return ok
}

func (r *reader) checkVariable(e hclsyntax.Expression, t hcl.Traversal) bool {
	start, end := syntax.BytesOf(t.SourceRange())
	if t.RootName() != "local" {
		if word := hcl.ExprAsKeyword(e); word != "" {
			r.problem("Text without quotes", start, end, "Text stands in quotes: write %q.", word)
		} else {
			r.problem("Unknown name", start, end,
				"There is nothing called %q here. Text stands in quotes, and a value from a locals block is written local.NAME.", t.RootName())
		}
		return false
	}
	name := localName(t)
	if name == "" {
		r.problem("Unknown name", start, end, "Name one value of the locals blocks: write local.NAME.")
		return false
	}
	switch r.locals.state(name) {
	case localUnknown:
		r.problem("Unknown local", start, end, "No locals block declares %q.%s%s", name, r.locals.suggest().DidYouMean(name), r.locals.mayBeElsewhere())
		return false
	case localFailed:
		return false
	default:
		return true
	}
}

// localName is the NAME of local.NAME or local["NAME"]; "" where there is none.
func localName(t hcl.Traversal) string {
	if len(t) < 2 {
		return ""
	}
	switch step := t[1].(type) {
	case hcl.TraverseAttr:
		return step.Name
	case hcl.TraverseIndex:
		if step.Key.Type() == cty.String && step.Key.IsKnown() && !step.Key.IsNull() {
			return step.Key.AsString()
		}
	}
	return ""
}

func (r *reader) checkFunction(call *hclsyntax.FunctionCallExpr) bool {
	if _, known := expressions.PureFunctions[call.Name]; known {
		return true
	}
	start, end := syntax.BytesOf(call.NameRange)
	suggestion := ""
	if near := suggest.Nearest(call.Name, expressions.FunctionNames()); near != "" {
		suggestion = fmt.Sprintf(" Did you mean %q?", near)
	}
	r.problem("Unknown function", start, end,
		"There is no function %q; only functions on text, collections, numbers and encodings exist.%s", call.Name, suggestion)
	return false
}

func (r *reader) checkSteps(t hcl.Traversal) bool {
	ok := true
	for _, step := range t {
		if index, isIndex := step.(hcl.TraverseIndex); isIndex {
			ok = r.checkNumber(index.Key, index.SrcRange) && ok
		}
	}
	return ok
}

func (r *reader) checkNumber(v cty.Value, at hcl.Range) bool {
	if v.Type() != cty.Number || !v.IsKnown() || v.IsNull() || expressions.Writable(v.AsBigFloat()) {
		return true
	}
	start, end := syntax.BytesOf(at)
	r.problem("Number too large", start, end, "Nothing in this language is as large or as exact as this number.")
	return false
}
