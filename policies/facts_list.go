package policies

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"hybridlint/report"
)

// Fact is something that rules of a scope can read.
type Fact struct {
	// Path is how Rego names it: input.entry.permission, or data.hybridlint.inference.entry.access_method.
	Path string
	// Type is boolean, number, date, text or inference.
	Type string
	// Words are all values that a text can have, empty for any other fact.
	Words []string
	// About is what an inference says, empty for any other fact.
	About string
}

// Scopes are what rules can be about, in the order of the alphabet.
func Scopes() []string {
	var names []string
	for s := range allShapes() {
		names = append(names, string(s))
	}
	slices.Sort(names)
	return names
}

// Facts lists what rules of a scope can read: facts first, then the inferences that are made from them. ok is false where
// there is no such scope.
func (c *Catalog) Facts(name string) (facts []Fact, ok bool, err error) {
	s := allShapes()[scope(name)]
	if s == nil {
		return nil, false, nil
	}
	for i := range s.facts {
		facts = append(facts, s.facts[i].describe()...)
	}
	inferences, err := c.inferences(s)
	return append(facts, inferences...), true, err
}

// Placeholders are what the texts of rules of a scope can name in braces.
func Placeholders(name string) []string { return scopePlaceholders(scope(name)) }

// SchemaName is how the METADATA of rules of a scope names their schema.
func SchemaName(name string) string {
	s := allShapes()[scope(name)]
	if s == nil {
		return ""
	}
	return "schema." + s.name
}

// Schema is the JSON Schema of the input of a scope, as opa check takes it.
func Schema(name string) (schema map[string]any, ok bool) {
	s := allShapes()[scope(name)]
	if s == nil {
		return nil, false
	}
	return s.schema(), true
}

// describe lists a fact, or the members of one that is a set.
func (f *fact) describe() []Fact {
	path := "input." + strings.Join(f.path, ".")
	switch f.kind {
	case boolFact, truthFact:
		return []Fact{{Path: path, Type: "boolean"}}
	case numberFact:
		return []Fact{{Path: path, Type: "number"}}
	case dateFact:
		return []Fact{{Path: path, Type: "date"}}
	case setFact:
		var members []Fact
		for i := range f.members() {
			members = append(members, Fact{Path: path + "." + f.memberName(i), Type: "boolean"})
		}
		return members
	default:
		return []Fact{{Path: path, Type: "text", Words: f.words[1:]}}
	}
}

// inferences are those that rest on nothing but the facts of a shape, with the comments above them.
func (c *Catalog) inferences(s *shape) ([]Fact, error) {
	names, err := fs.Glob(c.files, inferenceFamily+"/*.rego")
	if err != nil {
		return nil, err
	}
	about := map[string]string{}
	for _, name := range names {
		if strings.HasSuffix(name, policyTestEnding) {
			continue
		}
		module, err := parseModule(c.files, name, true)
		if err != nil {
			return nil, err
		}
		if schemaOf(module) != s.name {
			continue
		}
		for _, r := range module.Rules {
			if path := r.Ref().GroundPrefix().String(); len(r.Head.Args) == 0 && about[path] == "" {
				about[path] = commentAbove(module, r)
			}
		}
	}
	var facts []Fact
	for _, path := range slices.Sorted(maps.Keys(about)) {
		facts = append(facts, Fact{Path: path, Type: "inference", About: about[path]})
	}
	return facts, nil
}

// schemaOf is the name of the schema that a module is checked with; empty for one that reads no input.
func schemaOf(module *ast.Module) string {
	a, err := packageAnnotations(module)
	if err != nil || len(a.Schemas) == 0 {
		return ""
	}
	return strings.TrimPrefix(a.Schemas[0].Schema.String(), "schema.")
}

// commentAbove is the comment that ends on the line above a rule, or its default.
func commentAbove(module *ast.Module, r *ast.Rule) string {
	byLine := map[int]string{}
	for _, comment := range module.Comments {
		byLine[comment.Location.Row] = strings.TrimSpace(string(comment.Text))
	}
	var lines []string
	for line := r.Location.Row - 1; byLine[line] != ""; line-- {
		lines = append(lines, byLine[line])
	}
	slices.Reverse(lines)
	return strings.Join(lines, " ")
}

// String is a fact as a line of a list.
func (f Fact) String() string {
	switch {
	case len(f.Words) > 0:
		return fmt.Sprintf("%s  %s", f.Path, strings.Join(f.Words, " | "))
	case f.About != "":
		return fmt.Sprintf("%s  %s", f.Path, f.About)
	default:
		return fmt.Sprintf("%s  %s", f.Path, f.Type)
	}
}

var _ report.Sources = (*Catalog)(nil)
