package policies

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// reads is what an evaluation depends on: facts of the input, each with a mask of the members that are read where the fact
// is a set, and the answers of inferences.
type reads struct {
	facts      map[int]uint64
	inferences map[string]ast.Ref
}

const allMembers = ^uint64(0)

// analysis finds out what a rule or an inference reads, by walking what was compiled and everything it reaches.
type analysis struct {
	compiler *ast.Compiler
	shape    *shape
	// sections allows whole sections of the input to be read; rules may read scalars only.
	sections bool
	visited  map[*ast.Rule]bool
	reads    reads
	problems []string
}

// analyse walks everything that the ref reaches, but stops at inferences: their answers stand for what they read.
func analyse(compiler *ast.Compiler, s *shape, ref ast.Ref, sections bool) (reads, error) {
	a := &analysis{
		compiler: compiler, shape: s, sections: sections, visited: map[*ast.Rule]bool{},
		reads: reads{facts: map[int]uint64{}, inferences: map[string]ast.Ref{}},
	}
	if sections {
		a.inference(ref)
	} else {
		for _, r := range compiler.GetRulesExact(ref) {
			a.rule(r)
		}
	}
	if len(a.problems) > 0 {
		slices.Sort(a.problems)
		return a.reads, fmt.Errorf("%s %s", ref, strings.Join(slices.Compact(a.problems), ", "))
	}
	return a.reads, nil
}

func (a *analysis) rule(r *ast.Rule) {
	if a.visited[r] {
		return
	}
	a.visited[r] = true
	var visitor *ast.GenericVisitor
	visitor = ast.NewGenericVisitor(func(x any) bool {
		switch x := x.(type) {
		case *ast.Expr:
			if len(x.With) > 0 {
				a.problems = append(a.problems, "uses with")
			}
		case ast.Ref:
			a.ref(x)
			for _, term := range x[1:] {
				visitor.Walk(term)
			}
			return true
		case ast.Var:
			if x.Equal(ast.InputRootDocument.Value) {
				a.input(ast.InputRootRef)
			}
		}
		return false
	})
	for ; r != nil; r = r.Else {
		a.visited[r] = true
		visitor.Walk(r.Head)
		for _, term := range r.Head.Reference {
			visitor.Walk(term)
		}
		visitor.Walk(r.Body)
	}
}

func (a *analysis) ref(ref ast.Ref) {
	switch {
	case ref.HasPrefix(ast.InputRootRef):
		a.input(ref.GroundPrefix())
	case ref.HasPrefix(ast.DefaultRootRef):
		a.data(ref)
	}
}

func (a *analysis) input(prefix ast.Ref) {
	path := make([]string, 0, len(prefix))
	for _, term := range prefix[1:] {
		name, ok := term.Value.(ast.String)
		if !ok {
			break
		}
		path = append(path, string(name))
	}
	joined := strings.Join(path, ".")
	if i, ok := a.shape.byPath[joined]; ok {
		a.reads.facts[i] |= allMembers
		return
	}
	if len(path) > 0 {
		if i, ok := a.shape.byPath[strings.Join(path[:len(path)-1], ".")]; ok {
			if bit, ok := a.shape.facts[i].memberBit(path[len(path)-1]); ok {
				a.reads.facts[i] |= bit
				return
			}
		}
	}
	if !a.sections {
		a.problems = append(a.problems, "reads "+strings.TrimSuffix("input."+joined, ".")+" whole, but rules may read scalars only")
		return
	}
	for i := range a.shape.facts {
		if p := strings.Join(a.shape.facts[i].path, "."); joined == "" || strings.HasPrefix(p, joined+".") {
			a.reads.facts[i] |= allMembers
		}
	}
}

func (a *analysis) data(ref ast.Ref) {
	for _, r := range a.compiler.GetRulesDynamicWithOpts(ref, ast.RulesOptions{IncludeHiddenModules: true}) {
		if isInference(r) {
			answer := r.Ref().GroundPrefix()
			a.reads.inferences[answer.String()] = answer
			continue
		}
		a.rule(r)
	}
}

// isInference tells a rule of the inference package whose answer can stand for everything it reads: one without arguments.
func isInference(r *ast.Rule) bool {
	path := r.Module.Package.Path
	return len(r.Head.Args) == 0 && len(path) > 2 && path[1].Equal(ast.StringTerm("hybridlint")) && path[2].Equal(ast.StringTerm(inferenceFamily))
}

// sortedInferences gives the inferences in a fixed order.
func (r reads) sortedInferences() []ast.Ref {
	refs := make([]ast.Ref, 0, len(r.inferences))
	for _, name := range slices.Sorted(maps.Keys(r.inferences)) {
		refs = append(refs, r.inferences[name])
	}
	return refs
}
