package engine

import (
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// Inferences hand whole sections of the input to functions, which read a few facts of each. What
// they depend on is what the functions read, not all that they are given.

// bindings are the parts of the input that variables of a rule stand for.
type bindings map[ast.Var]ast.Ref

// functionAnalysis finds out what an inference reads, by following sections of the input into the
// functions they are given to. Where it cannot follow, the whole section counts as read.
type functionAnalysis struct {
	*analysis
	seen map[string]bool
}

func (a *analysis) inference(ref ast.Ref) {
	f := &functionAnalysis{analysis: a, seen: map[string]bool{}}
	for _, r := range a.compiler.GetRulesExact(ref) {
		f.call(r, nil)
	}
}

// call follows one rule with the parts of the input that are its arguments; nil where an argument
// is something else.
func (a *functionAnalysis) call(r *ast.Rule, arguments []ast.Ref) {
	key := strings.Builder{}
	key.WriteString(r.Loc().String() + " " + r.Ref().String())
	for _, argument := range arguments {
		key.WriteString("," + argument.String())
	}
	if a.seen[key.String()] {
		return
	}
	a.seen[key.String()] = true
	for ; r != nil; r = r.Else {
		bound := bindings{}
		for i, parameter := range r.Head.Args {
			if v, ok := parameter.Value.(ast.Var); ok && i < len(arguments) && arguments[i] != nil {
				bound[v] = arguments[i]
			}
		}
		a.walk(r, bound)
	}
}

func (a *functionAnalysis) walk(r *ast.Rule, bound bindings) {
	skipped := a.aliases(r, bound)
	var visitor *ast.GenericVisitor
	visitor = ast.NewGenericVisitor(func(x any) bool {
		switch x := x.(type) {
		case *ast.Expr:
			if len(x.With) > 0 {
				a.problem("uses with")
			}
			if skipped[x] {
				return true
			}
			if x.IsCall() && x.Operator().HasPrefix(ast.DefaultRootRef) {
				a.follow(x.Operator(), x.Operands(), bound, visitor)
				return true
			}
		case ast.Call:
			if operator, ok := x[0].Value.(ast.Ref); ok && operator.HasPrefix(ast.DefaultRootRef) {
				a.follow(operator, x[1:], bound, visitor)
				return true
			}
		case ast.Ref:
			a.read(x, bound)
			for _, term := range x[1:] {
				visitor.Walk(term)
			}
			return true
		case ast.Var:
			if part, ok := bound.part(ast.NewTerm(x)); ok {
				a.input(part)
			}
		}
		return false
	})
	for _, parameter := range r.Head.Args {
		if _, isVar := parameter.Value.(ast.Var); !isVar {
			visitor.Walk(parameter)
		}
	}
	for _, term := range append([]*ast.Term{r.Head.Key, r.Head.Value}, r.Head.Reference...) {
		if term != nil {
			visitor.Walk(term)
		}
	}
	visitor.Walk(r.Body)
}

// aliases binds the variables that are nothing but another name of a part of the input, and gives
// the expressions that say so.
func (a *functionAnalysis) aliases(r *ast.Rule, bound bindings) map[*ast.Expr]bool {
	skipped := map[*ast.Expr]bool{}
	for changed := true; changed; {
		changed = false
		ast.WalkExprs(r.Body, func(x *ast.Expr) bool {
			if skipped[x] || x.Negated || len(x.With) > 0 || !x.IsEquality() {
				return false
			}
			v, part, ok := bound.alias(x.Operand(0), x.Operand(1))
			if !ok {
				v, part, ok = bound.alias(x.Operand(1), x.Operand(0))
			}
			if ok {
				bound[v], skipped[x], changed = part, true, true
				a.name(part)
			}
			return false
		})
	}
	return skipped
}

// name reads a part of the input that is given another name: whether a fact is there matters
// already, while a section always is.
func (a *functionAnalysis) name(part ast.Ref) {
	path := make([]string, 0, len(part))
	for _, term := range part[1:] {
		name, _ := term.Value.(ast.String)
		path = append(path, string(name))
	}
	if _, isSection := a.shape.Sections[strings.Join(path, ".")]; !isSection && len(path) > 0 {
		a.input(part)
	}
}

// alias tells whether a variable that is not bound yet is made equal to a part of the input.
func (b bindings) alias(name, value *ast.Term) (ast.Var, ast.Ref, bool) {
	v, ok := name.Value.(ast.Var)
	if !ok || b[v] != nil || v.Equal(ast.InputRootDocument.Value) {
		return "", nil, false
	}
	part, ok := b.part(value)
	return v, part, ok
}

// part is the part of the input that a term stands for, as far as that is known without evaluating
// anything.
func (b bindings) part(t *ast.Term) (ast.Ref, bool) {
	switch x := t.Value.(type) {
	case ast.Var:
		if x.Equal(ast.InputRootDocument.Value) {
			return ast.InputRootRef, true
		}
		part, ok := b[x]
		return part, ok
	case ast.Ref:
		full := b.full(x)
		return full, full.HasPrefix(ast.InputRootRef) && full.IsGround()
	}
	return nil, false
}

// full puts what its first variable stands for in front of a ref.
func (b bindings) full(ref ast.Ref) ast.Ref {
	if v, ok := ref[0].Value.(ast.Var); ok && b[v] != nil {
		return slices.Concat(b[v], ref[1:])
	}
	return ref
}

func (a *functionAnalysis) read(ref ast.Ref, bound bindings) {
	switch full := bound.full(ref); {
	case full.HasPrefix(ast.InputRootRef):
		a.input(full.GroundPrefix())
	case full.HasPrefix(ast.DefaultRootRef):
		a.follow(full, nil, bound, nil)
	}
}

// follow follows what a ref reaches. Arguments that are parts of the input are followed too; all
// others are read here.
func (a *functionAnalysis) follow(ref ast.Ref, operands []*ast.Term, bound bindings, visitor *ast.GenericVisitor) {
	arguments := make([]ast.Ref, len(operands))
	for i, operand := range operands {
		if part, ok := bound.part(operand); ok {
			arguments[i] = part
			a.name(part)
		} else {
			visitor.Walk(operand)
		}
	}
	for _, r := range a.compiler.GetRulesDynamicWithOpts(ref, ast.RulesOptions{IncludeHiddenModules: true}) {
		if isInference(r) {
			answer := r.Ref().GroundPrefix()
			a.reads.Inferences[answer.String()] = answer
			continue
		}
		if len(r.Head.Args) == 0 {
			a.call(r, nil)
			continue
		}
		a.call(r, arguments[:min(len(arguments), len(r.Head.Args))])
	}
}
