package engine

import (
	"errors"
	"fmt"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"hybridlint/loader/model"
	"hybridlint/report"
)

// Emitted is what a rule emits, before names enter it.
type Emitted struct {
	At       []string
	Vars     map[string][]string
	Assumed  []string
	Severity report.Severity // NoSeverity where the metadata's holds
}

// readFindings takes the set that a rule emits apart.
func readFindings(value ast.Value) ([]*Emitted, error) {
	set, ok := value.(ast.Set)
	if !ok {
		return nil, errors.New("finding is not a set; write finding contains {…}")
	}
	var findings []*Emitted
	for _, term := range set.Slice() {
		object, ok := term.Value.(ast.Object)
		if !ok {
			return nil, fmt.Errorf("the finding %s is no object", term)
		}
		f, err := readFinding(object)
		if err != nil {
			return nil, fmt.Errorf("the finding %s: %w", term, err)
		}
		findings = append(findings, f)
	}
	return findings, nil
}

func readFinding(object ast.Object) (*Emitted, error) {
	f := &Emitted{}
	return f, object.Iter(func(key, value *ast.Term) error {
		name, _ := key.Value.(ast.String)
		switch name {
		case "at":
			f.At = StringsOf(value.Value)
			if len(f.At) > 0 && f.At[0] != "object" && !model.KnownAttribute(f.At[0]) {
				return fmt.Errorf("at: %q is no attribute of the language", f.At[0])
			}
		case "assumed":
			f.Assumed = StringsOf(value.Value)
		case "severity":
			text, _ := value.Value.(ast.String)
			severity, ok := report.ParseSeverity(string(text))
			if !ok {
				return fmt.Errorf("severity: %s is none of error, warning, note", value)
			}
			f.Severity = severity
		case "vars":
			vars, ok := value.Value.(ast.Object)
			if !ok {
				return errors.New("vars is no object")
			}
			f.Vars = map[string][]string{}
			vars.Foreach(func(name, value *ast.Term) {
				f.Vars[strings.Join(StringsOf(name.Value), "")] = StringsOf(value.Value)
			})
		default:
			return fmt.Errorf("%s is none of at, assumed, severity, vars", key)
		}
		return nil
	})
}

// StringsOf lists the texts of an array or a set in their order; anything else is its own text.
func StringsOf(value ast.Value) []string {
	var texts []string
	add := func(term *ast.Term) {
		if s, ok := term.Value.(ast.String); ok {
			texts = append(texts, string(s))
			return
		}
		texts = append(texts, term.String())
	}
	switch value := value.(type) {
	case *ast.Array:
		value.Foreach(add)
	case ast.Set:
		for _, term := range value.Slice() {
			add(term)
		}
	default:
		add(ast.NewTerm(value))
	}
	return texts
}
