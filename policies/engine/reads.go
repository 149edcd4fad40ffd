package engine

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"hybridlint/policies/facts"
)

// Reads is what an evaluation depends on: facts of the input, each with a mask of the members that
// are read where the fact is a set, and the answers of inferences.
type Reads struct {
	Facts      map[int]uint64
	Inferences map[string]ast.Ref
	// Places are where the inferences are read.
	Places map[string]*ast.Location
}

// analysis finds out what a rule or an inference reads, by walking what was compiled and everything
// it reaches.
type analysis struct {
	compiler *ast.Compiler
	shape    *facts.Shape
	// sections allows whole sections of the input to be read; rules may read scalars only.
	sections bool
	// ofUser says that it is about a rule of the user's own, which may build on inferences but on
	// no rule of the program.
	ofUser   bool
	visited  map[*ast.Rule]bool
	reads    Reads
	problems []UnsoundRead
	// place is the expression that is being looked at.
	place *ast.Location
}

// UnsoundRead is something in a policy on which its answer must not depend.
type UnsoundRead struct {
	What  string
	Place *ast.Location
}

// UnsoundError names everything of the kind that a document does.
type UnsoundError struct {
	Ref   ast.Ref
	Reads []UnsoundRead
}

func (e *UnsoundError) Error() string {
	texts := make([]string, len(e.Reads))
	for i, r := range e.Reads {
		texts[i] = r.What
	}
	slices.Sort(texts)
	return e.Ref.String() + " " + strings.Join(slices.Compact(texts), ", ")
}

// Analyse walks everything that the ref reaches, but stops at inferences: their answers stand for
// what they read.
func Analyse(compiler *ast.Compiler, s *facts.Shape, ref ast.Ref, sections bool) (Reads, error) {
	a := &analysis{
		compiler: compiler, shape: s, sections: sections, ofUser: !ref.HasPrefix(programRef()), visited: map[*ast.Rule]bool{},
		reads: Reads{Facts: map[int]uint64{}, Inferences: map[string]ast.Ref{}, Places: map[string]*ast.Location{}},
	}
	if sections {
		a.inference(ref)
	} else {
		for _, r := range compiler.GetRulesExact(ref) {
			a.rule(r)
		}
	}
	if len(a.problems) > 0 {
		return a.reads, &UnsoundError{ref, a.problems}
	}
	return a.reads, nil
}

func (a *analysis) problem(format string, arguments ...any) {
	a.problems = append(a.problems, UnsoundRead{fmt.Sprintf(format, arguments...), a.place})
}

func (a *analysis) rule(r *ast.Rule) {
	if a.visited[r] {
		return
	}
	a.visited[r] = true
	from := a.place
	defer func() { a.place = from }()
	a.place = r.Location
	var visitor *ast.GenericVisitor
	visitor = ast.NewGenericVisitor(func(x any) bool {
		switch x := x.(type) {
		case *ast.Expr:
			a.place = cmp.Or(x.Location, a.place)
			if len(x.With) > 0 {
				a.problem("uses with")
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
	if i, ok := a.shape.ByPath[joined]; ok {
		a.reads.Facts[i] |= facts.AllMembers
		return
	}
	if len(path) > 0 {
		if i, ok := a.shape.ByPath[strings.Join(path[:len(path)-1], ".")]; ok {
			if bit, ok := a.shape.Facts[i].MemberBit(path[len(path)-1]); ok {
				a.reads.Facts[i] |= bit
				return
			}
		}
	}
	if _, ok := a.shape.Sections[joined]; !ok && joined != "" {
		a.problem("reads input.%s, which the input %s does not have", joined, a.shape.Name)
		return
	}
	if !a.sections {
		a.problem("reads %s whole, but rules may read scalars only", strings.TrimSuffix("input."+joined, "."))
		return
	}
	for i := range a.shape.Facts {
		if p := strings.Join(a.shape.Facts[i].Path, "."); joined == "" || strings.HasPrefix(p, joined+".") {
			a.reads.Facts[i] |= facts.AllMembers
		}
	}
}

func (a *analysis) data(ref ast.Ref) {
	rules := a.compiler.GetRulesDynamicWithOpts(ref, ast.RulesOptions{IncludeHiddenModules: true})
	if len(rules) == 0 {
		a.problem("reads %s, which is not defined", ref)
	}
	for _, r := range rules {
		if isInference(r) {
			answer := r.Ref().GroundPrefix()
			a.reads.Inferences[answer.String()] = answer
			a.reads.Places[answer.String()] = cmp.Or(a.reads.Places[answer.String()], a.place)
			continue
		}
		if a.ofUser && r.Module.Package.Path.HasPrefix(programRef()) && !inPackages(r, InferenceFamily) {
			a.problem("reads rules of the program at %s", ref.GroundPrefix())
			continue
		}
		a.rule(r)
	}
}

// SortedInferences gives the inferences in a fixed order.
func (r Reads) SortedInferences() []ast.Ref {
	refs := make([]ast.Ref, 0, len(r.Inferences))
	for _, name := range slices.Sorted(maps.Keys(r.Inferences)) {
		refs = append(refs, r.Inferences[name])
	}
	return refs
}
