package policies

import (
	"hybridlint/policies/facts"

	"cmp"
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
	// places are where the inferences are read.
	places map[string]*ast.Location
}

// analysis finds out what a rule or an inference reads, by walking what was compiled and everything it reaches.
type analysis struct {
	compiler *ast.Compiler
	shape    *facts.Shape
	// sections allows whole sections of the input to be read; rules may read scalars only.
	sections bool
	// own says that it is about a rule of the user's own, which may build on inferences but on no rule of the program.
	own      bool
	visited  map[*ast.Rule]bool
	reads    reads
	problems []unsoundRead
	// place is the expression that is being looked at.
	place *ast.Location
}

// unsoundRead is something in a policy on which its answer must not depend.
type unsoundRead struct {
	what  string
	place *ast.Location
}

// unsoundError names everything of the kind that a document does.
type unsoundError struct {
	ref   ast.Ref
	reads []unsoundRead
}

func (e *unsoundError) Error() string {
	texts := make([]string, len(e.reads))
	for i, r := range e.reads {
		texts[i] = r.what
	}
	slices.Sort(texts)
	return e.ref.String() + " " + strings.Join(slices.Compact(texts), ", ")
}

// analyse walks everything that the ref reaches, but stops at inferences: their answers stand for what they read.
func analyse(compiler *ast.Compiler, s *facts.Shape, ref ast.Ref, sections bool) (reads, error) {
	a := &analysis{
		compiler: compiler, shape: s, sections: sections, own: !ref.HasPrefix(programRef()), visited: map[*ast.Rule]bool{},
		reads: reads{facts: map[int]uint64{}, inferences: map[string]ast.Ref{}, places: map[string]*ast.Location{}},
	}
	if sections {
		a.inference(ref)
	} else {
		for _, r := range compiler.GetRulesExact(ref) {
			a.rule(r)
		}
	}
	if len(a.problems) > 0 {
		return a.reads, &unsoundError{ref, a.problems}
	}
	return a.reads, nil
}

func (a *analysis) problem(format string, arguments ...any) {
	a.problems = append(a.problems, unsoundRead{fmt.Sprintf(format, arguments...), a.place})
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
		a.reads.facts[i] |= facts.AllMembers
		return
	}
	if len(path) > 0 {
		if i, ok := a.shape.ByPath[strings.Join(path[:len(path)-1], ".")]; ok {
			if bit, ok := a.shape.Facts[i].MemberBit(path[len(path)-1]); ok {
				a.reads.facts[i] |= bit
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
			a.reads.facts[i] |= facts.AllMembers
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
			a.reads.inferences[answer.String()] = answer
			a.reads.places[answer.String()] = cmp.Or(a.reads.places[answer.String()], a.place)
			continue
		}
		if a.own && r.Module.Package.Path.HasPrefix(programRef()) && !inPackages(r, inferenceFamily) {
			a.problem("reads rules of the program at %s", ref.GroundPrefix())
			continue
		}
		a.rule(r)
	}
}

// programRef is where the packages of the program are. Nobody else's may be there.
func programRef() ast.Ref { return dottedRef("data." + programPackage) }

const programPackage = "hybridlint"

// isInference tells a rule of the inference package whose answer can stand for everything it reads: one without arguments.
func isInference(r *ast.Rule) bool {
	return len(r.Head.Args) == 0 && inPackages(r, inferenceFamily)
}

// inPackages tells whether a rule is in one of the program's own packages of a family.
func inPackages(r *ast.Rule, family string) bool {
	path := r.Module.Package.Path
	return len(path) > 2 && path[1].Equal(ast.StringTerm(programPackage)) && path[2].Equal(ast.StringTerm(family))
}

// sortedInferences gives the inferences in a fixed order.
func (r reads) sortedInferences() []ast.Ref {
	refs := make([]ast.Ref, 0, len(r.inferences))
	for _, name := range slices.Sorted(maps.Keys(r.inferences)) {
		refs = append(refs, r.inferences[name])
	}
	return refs
}

// dottedRef reads data.a.b.c, whose parts are plain names.
func dottedRef(text string) ast.Ref {
	parts := strings.Split(text, ".")
	ref := ast.Ref{ast.VarTerm(parts[0])}
	for _, part := range parts[1:] {
		ref = append(ref, ast.StringTerm(part))
	}
	return ref
}

func ruleRef(family, file string) ast.Ref {
	return dottedRef(strings.Join([]string{"data.hybridlint", family, file, "finding"}, "."))
}
