package expressions

import (
	"math/big"
	"regexp"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"hybridlint/loader/limits"
)

// What an expression costs is counted in steps: one for every operand that is evaluated, for every element that a value holds, and
// for some bytes of text. A few lines of nested `for` or doubled templates would otherwise ask for more memory than there is.
const (
	textPerStep  = 32
	deepestValue = 250
	// setStep is how many steps more an element of a set takes: sets are put in order whenever somebody looks at them.
	setStep = 4
	// largestExponent is in bits: what needs more digits is no number of this language, and writing it out as text would
	// take as much memory as it has digits.
	largestExponent = 1 << 12
)

// Budget is what is left for one expression.
type Budget struct {
	Limits *limits.Limits
	Steps  int
	// failed says that an error of the expression is on its way out: what follows from it is noise.
	failed bool
	// By is the first limit that was met; nil as long as there was none.
	By *string
}

// Start begins an expression that may take so many steps.
func (b *Budget) Start(steps int) {
	*b = Budget{Limits: b.Limits, Steps: steps}
}

func (b *Budget) spend(steps int) bool {
	if steps > b.Steps {
		b.Steps = 0
		return b.refuse(limits.ExpressionStepsSetting)
	}
	b.Steps -= steps
	return true
}

// refuse notes the first limit that was met.
func (b *Budget) refuse(setting string) bool {
	if b.By == nil {
		b.By = &setting
	}
	return false
}

// pay spends what a value holds, all the way down.
func (b *Budget) pay(v cty.Value) bool { return b.payDown(v, deepestValue) }

func (b *Budget) payDown(v cty.Value, levels int) bool {
	switch t := v.Type(); {
	case levels == 0:
		return b.refuse(limits.NestingSetting)
	case !v.IsKnown() || v.IsNull() || t == cty.Bool:
		return b.spend(1)
	case t == cty.String:
		return b.payText(v.AsString())
	case t == cty.Number:
		return b.spend(1) && (Writable(v.AsBigFloat()) || b.refuse(limits.Unsettable))
	case v.CanIterateElements():
		return b.spend(1) && b.payElements(v, levels-1)
	default:
		return b.spend(1)
	}
}

func (b *Budget) payText(s string) bool {
	switch {
	case len(s) > b.Limits.TextBytes:
		return b.refuse(limits.TextBytesSetting)
	case !harmless(s):
		return b.refuse(limits.Unsettable)
	default:
		return b.spend(1 + len(s)/textPerStep)
	}
}

func (b *Budget) payElements(v cty.Value, levels int) bool {
	if v.LengthInt() > b.Limits.Elements {
		return b.refuse(limits.ElementsSetting)
	}
	if v.Type().IsSetType() && !b.spend(setStep*v.LengthInt()) {
		return false
	}
	for it := v.ElementIterator(); it.Next(); {
		key, element := it.Element()
		if key.Type() == cty.String && key.IsKnown() && !b.payText(key.AsString()) {
			return false
		}
		if !b.payDown(element, levels) {
			return false
		}
	}
	return true
}

// Writable tells whether a number has few enough digits to be written out.
func Writable(n *big.Float) bool {
	exponent := n.MantExp(nil)
	return -largestExponent <= exponent && exponent <= largestExponent
}

var hugeNumber = regexp.MustCompile(`^[-+]?[0-9.]+[eEpP][-+]?[0-9]{4,}$`)

// harmless tells whether a text that may be taken for a number is a small one.
func harmless(s string) bool {
	switch {
	case s == "" || s[len(s)-1] < '0' || s[len(s)-1] > '9':
		return true
	case len(s) > largestExponent:
		return strings.Trim(s, "+-.0123456789eEpP") != ""
	default:
		return !hugeNumber.MatchString(s)
	}
}

// metered is an operand whose value is paid for before anything is made of it.
type metered struct {
	hclsyntax.Expression
	budget *Budget
	// tentative is an operand that may turn out not to be needed; then its errors are none.
	tentative bool
}

// Value is the operand's value; after the first error of an expression it is unknown without another word.
func (m metered) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	if m.budget.failed || m.budget.By != nil || !m.budget.spend(1) {
		return cty.DynamicVal, nil
	}
	v, diagnostics := m.Expression.Value(ctx)
	if diagnostics.HasErrors() {
		m.budget.failed = !m.tentative
		return cty.DynamicVal, diagnostics
	}
	if m.budget.By != nil || !m.budget.pay(v) {
		return cty.DynamicVal, nil
	}
	return v, nil
}

// Meter puts a meter on every operand of an expression and gives back the expression with one on itself.
func Meter(e hclsyntax.Expression, b *Budget) hclsyntax.Expression {
	return meterOperand(e, b, false)
}

func meterOperand(e hclsyntax.Expression, b *Budget, tentative bool) hclsyntax.Expression {
	if e == nil {
		return nil
	}
	meterOperands(e, b)
	return metered{Expression: e, budget: b, tentative: tentative}
}

func meterOperands(e hclsyntax.Expression, b *Budget) {
	all := func(expressions ...*hclsyntax.Expression) {
		for _, x := range expressions {
			*x = Meter(*x, b)
		}
	}
	perhaps := func(expressions ...*hclsyntax.Expression) {
		for _, x := range expressions {
			*x = meterOperand(*x, b, true)
		}
	}
	each := func(expressions []hclsyntax.Expression) {
		for i := range expressions {
			all(&expressions[i])
		}
	}
	switch e := e.(type) {
	case *hclsyntax.ParenthesesExpr:
		all(&e.Expression)
	case *hclsyntax.TemplateExpr:
		each(e.Parts)
	case *hclsyntax.TemplateJoinExpr:
		all(&e.Tuple)
	case *hclsyntax.TemplateWrapExpr:
		all(&e.Wrapped)
	case *hclsyntax.TupleConsExpr:
		each(e.Exprs)
	case *hclsyntax.ObjectConsExpr:
		for i := range e.Items {
			meterKey(&e.Items[i].KeyExpr, b)
			all(&e.Items[i].ValueExpr)
		}
	case *hclsyntax.FunctionCallExpr:
		each(e.Args)
		meterArguments(e, b)
	case *hclsyntax.ConditionalExpr:
		all(&e.Condition)
		perhaps(&e.TrueResult, &e.FalseResult)
		e.TrueResult, e.FalseResult = unifying{e.TrueResult, b}, unifying{e.FalseResult, b}
	case *hclsyntax.BinaryOpExpr:
		perhaps(&e.LHS, &e.RHS)
	case *hclsyntax.UnaryOpExpr:
		all(&e.Val)
	case *hclsyntax.ForExpr:
		all(&e.CollExpr, &e.KeyExpr, &e.ValExpr, &e.CondExpr)
	case *hclsyntax.SplatExpr:
		all(&e.Source, &e.Each)
	case *hclsyntax.IndexExpr:
		// The collection is looked into and not copied.
		meterOperands(e.Collection, b)
		all(&e.Key)
	case *hclsyntax.RelativeTraversalExpr:
		meterOperands(e.Source, b)
	}
}

// meterKey leaves a key alone that is a bare word: hcl looks at the expression itself to see that it is one.
func meterKey(key *hclsyntax.Expression, b *Budget) {
	k, ok := (*key).(*hclsyntax.ObjectConsKeyExpr)
	if !ok {
		*key = Meter(*key, b)
		return
	}
	if _, bare := k.Wrapped.(*hclsyntax.ScopeTraversalExpr); bare && !k.ForceNonLiteral || hcl.ExprAsKeyword(k.Wrapped) != "" {
		return
	}
	k.Wrapped = Meter(k.Wrapped, b)
}
