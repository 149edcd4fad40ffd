package policies

import (
	"io/fs"
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"hybridlint/policies/engine"
	"hybridlint/policies/facts"
	"hybridlint/policies/metadata"
	"hybridlint/report"
)

// Scopes are what rules can be about, in the order of the alphabet.
func Scopes() []string { return facts.ScopeNames() }

// Facts lists what rules of a scope can read: facts first, then the inferences that are made from them. ok is false where
// there is no such scope.
func (c *Catalog) Facts(name string) (given []facts.Description, ok bool, err error) {
	s := facts.Shapes()[facts.Scope(name)]
	if s == nil {
		return nil, false, nil
	}
	for i := range s.Facts {
		given = append(given, s.Facts[i].Describe()...)
	}
	inferences, err := c.inferences(s)
	return append(given, inferences...), true, err
}

// Placeholders are what the texts of rules of a scope can name in braces.
func Placeholders(name string) []string { return metadata.Placeholders(facts.Scope(name)) }

// MetadataHelp describes the METADATA of a rule, for people who write one.
func MetadataHelp() string { return metadata.Help() }

// SchemaName is how the METADATA of rules of a scope names their schema.
func SchemaName(name string) string {
	s := facts.Shapes()[facts.Scope(name)]
	if s == nil {
		return ""
	}
	return "schema." + s.Name
}

// Schema is the JSON Schema of the input of a scope, as opa check takes it.
func Schema(name string) (schema map[string]any, ok bool) {
	s := facts.Shapes()[facts.Scope(name)]
	if s == nil {
		return nil, false
	}
	return s.Schema(), true
}

// inferences are those that rest on nothing but the facts of a shape, with the comments above them.
func (c *Catalog) inferences(s *facts.Shape) ([]facts.Description, error) {
	names, err := fs.Glob(c.files, engine.InferenceFamily+"/*.rego")
	if err != nil {
		return nil, err
	}
	about := map[string]string{}
	for _, name := range names {
		if strings.HasSuffix(name, testEnding) {
			continue
		}
		module, err := engine.ParseModule(c.files, name, true)
		if err != nil {
			return nil, err
		}
		if schemaOf(module) != s.Name {
			continue
		}
		for _, r := range module.Rules {
			if path := r.Ref().GroundPrefix().String(); len(r.Head.Args) == 0 && about[path] == "" {
				about[path] = commentAbove(module, r)
			}
		}
	}
	var given []facts.Description
	for _, path := range slices.Sorted(maps.Keys(about)) {
		given = append(given, facts.Description{Path: path, Type: "inference", About: about[path]})
	}
	return given, nil
}

// schemaOf is the name of the schema that a module is checked with; empty for one that reads no input.
func schemaOf(module *ast.Module) string {
	a, err := metadata.PackageAnnotations(module)
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

var _ report.Sources = (*Catalog)(nil)
