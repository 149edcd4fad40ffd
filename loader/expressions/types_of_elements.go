package expressions

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// Every element of a list that is written out has a type of its own. Where a function wants a list, or both branches of a condition
// are to be of one type, cty compares the types of all elements with each other, which takes time by their square. Elements that
// are of one type need no comparison, and others are paid for.

const (
	// fewElements are compared in no time.
	fewElements = 32
	// comparisonsPerStep is how many comparisons of two types take about the time of one step.
	comparisonsPerStep = 64
)

// unifying is an operand that is going to be made a list or a map.
type unifying struct {
	hclsyntax.Expression
	budget *Budget
}

// Value is the operand's value, as a list or a map where it is one already but for its name.
func (u unifying) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	v, diagnostics := u.Expression.Value(ctx)
	if diagnostics.HasErrors() {
		return v, diagnostics
	}
	return u.budget.unify(v), diagnostics
}

func (b *Budget) unify(v cty.Value) cty.Value {
	t := v.Type()
	if !v.IsKnown() || v.IsNull() || !t.IsTupleType() && !t.IsObjectType() || v.LengthInt() <= fewElements {
		return v
	}
	if !ofOneType(v) {
		return b.compare(v)
	}
	if t.IsTupleType() {
		return cty.ListVal(v.AsValueSlice())
	}
	return cty.MapVal(v.AsValueMap())
}

// compare pays for the comparison of the types of all elements.
func (b *Budget) compare(v cty.Value) cty.Value {
	if n := v.LengthInt(); !b.spend(times(n, n) / comparisonsPerStep) {
		return cty.DynamicVal
	}
	return v
}

// ofOneType tells whether all elements are of the type of the first.
func ofOneType(v cty.Value) bool {
	var first cty.Type
	for it := v.ElementIterator(); it.Next(); {
		_, element := it.Element()
		switch t := element.Type(); {
		case first == cty.NilType:
			first = t
		case !t.Equals(first):
			return false
		}
	}
	return true
}

// expanded is a list whose elements are the last arguments of a call.
type expanded struct {
	hclsyntax.Expression
	budget *Budget
}

// Value is the list.
func (e expanded) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	v, diagnostics := e.Expression.Value(ctx)
	if diagnostics.HasErrors() || !v.IsKnown() || v.IsNull() || !v.CanIterateElements() {
		return v, diagnostics
	}
	return e.budget.compare(v), diagnostics
}

// meterArguments does for the arguments of a call what it says above.
func meterArguments(call *hclsyntax.FunctionCallExpr, b *Budget) {
	for i := range call.Args {
		switch {
		case call.ExpandFinal && i == len(call.Args)-1:
			call.Args[i] = expanded{call.Args[i], b}
		case wantsList(call.Name, i):
			call.Args[i] = unifying{call.Args[i], b}
		}
	}
}

// wantsList tells whether an argument is going to be a list, a set or a map of one type.
func wantsList(name string, argument int) bool {
	f, known := PureFunctions[name]
	if !known {
		return false
	}
	switch name {
	case "tolist", "toset", "tomap":
		return true
	}
	if parameters := f.Params(); argument < len(parameters) {
		return parameters[argument].Type.IsCollectionType()
	}
	return f.VarParam() != nil && f.VarParam().Type.IsCollectionType()
}
