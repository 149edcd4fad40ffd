package engine

import (
	"slices"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"

	"hybridlint/policies/facts"
)

// TestFunctionAnalysis: what an inference depends on is what the functions read to which it gives
// sections of the input.
func TestFunctionAnalysis(t *testing.T) {
	const recipient = "recipient."
	whole := factPaths(recipient)
	tests := map[string]struct {
		policy string
		want   []string
	}{
		"a fact": {`answer := input.recipient.home`, []string{"recipient.home"}},
		"a section": {
			`answer := f(input.recipient)` + "\n" + `f(r) := r.home`,
			[]string{"recipient.home"},
		},
		"another name":        {`answer if { r := input.recipient; r.home == "cloud" }`, []string{"recipient.home"}},
		"a fact's other name": {`answer if { home := input.recipient.home; true }`, []string{"recipient.home"}},
		"a name of a name": {
			`answer if { a := input.recipient; b := a; b.home == "cloud" }`,
			[]string{"recipient.home"},
		},
		"an argument not used": {
			`answer := f(input.recipient.home)` + "\n" + `f(_) := true`,
			[]string{"recipient.home"},
		},
		"a section not used": {`answer := f(input.recipient)` + "\n" + `f(_) := true`, nil},
		"functions in functions": {
			`answer := f(input)` + "\n" + `f(all) := g(all.recipient)` + "\n" + `g(r) := r.type`,
			[]string{"recipient.type"},
		},
		"else": {
			`answer := f(input.recipient)` + "\n" + `f(r) := 1 if { r.home == "cloud" } else := 2 if { r.mailbox }`,
			[]string{"recipient.mailbox", "recipient.home"},
		},
		"default": {
			`default answer := false` + "\n" + `answer if f(input.recipient)` + "\n" + `f(r) if r.group`,
			[]string{"recipient.group"},
		},
		"two sections": {
			`answer if { f(input.recipient); f(input.delegate) }` + "\n" + `f(r) if r.group`,
			[]string{"recipient.group", "delegate.group"},
		},
		"a comprehension": {
			`answer := {x | x := f(input.recipient)}` + "\n" + `f(r) := [r.home | r.group]`,
			[]string{"recipient.group", "recipient.home"},
		},
		"a pattern": {
			`answer := f(input.recipient, "x")` + "\n" + `f(r, "x") := r.home`,
			[]string{"recipient.home"},
		},
		"inside a value":       {`answer := f({"r": input.recipient})` + "\n" + `f(o) := o.r.home`, whole},
		"handed to a built-in": {`answer := f(input.recipient)` + "\n" + `f(r) := object.get(r, "home", "")`, whole},
		"a key that varies": {
			`answer := f(input.recipient, input.recipient.home)` + "\n" + `f(r, k) := r[k]`,
			whole,
		},
		"given back": {`answer := f(input.recipient)` + "\n" + `f(r) := r`, whole},
		"compared":   {`answer if f(input.recipient)` + "\n" + `f(r) if r == {}`, whole},
		"every":      {`answer if f(input.recipient)` + "\n" + `f(r) if every x in r { x }`, whole},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			compiler := ast.MustCompileModules(
				map[string]string{"x.rego": "package hybridlint.inference.x\n\n" + test.policy},
			)
			a := &analysis{
				compiler: compiler, shape: facts.Shapes()[facts.GrantScope], sections: true, visited: map[*ast.Rule]bool{},
				reads: Reads{Facts: map[int]uint64{}, Inferences: map[string]ast.Ref{}},
			}
			a.inference(ast.MustParseRef("data.hybridlint.inference.x.answer"))
			slices.Sort(test.want)
			var got []string
			for i := range a.reads.Facts {
				got = append(got, strings.Join(a.shape.Facts[i].Path, "."))
			}
			slices.Sort(got)
			if !slices.Equal(got, test.want) {
				t.Errorf("reads %v, want %v", got, test.want)
			}
		})
	}
}

// factPaths are the facts of an entry in a section.
func factPaths(section string) []string {
	var paths []string
	for path := range facts.Shapes()[facts.GrantScope].ByPath {
		if strings.HasPrefix(path, section) {
			paths = append(paths, path)
		}
	}
	return paths
}
