package engine

import (
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// programRef is where the packages of the program are. Nobody else's may be there.
func programRef() ast.Ref { return DottedRef("data." + ProgramPackage) }

// ProgramPackage is the package in which all packages of the program are.
const ProgramPackage = "hybridlint"

// isInference tells a rule of the inference package whose answer can stand for everything it reads:
// one without arguments.
func isInference(r *ast.Rule) bool {
	return len(r.Head.Args) == 0 && inPackages(r, InferenceFamily)
}

// inPackages tells whether a rule is in one of the program's own packages of a family.
func inPackages(r *ast.Rule, family string) bool {
	path := r.Module.Package.Path
	return len(path) > 2 && path[1].Equal(ast.StringTerm(ProgramPackage)) && path[2].Equal(ast.StringTerm(family))
}

// DottedRef reads data.a.b.c, whose parts are plain names.
func DottedRef(text string) ast.Ref {
	parts := strings.Split(text, ".")
	ref := ast.Ref{ast.VarTerm(parts[0])}
	for _, part := range parts[1:] {
		ref = append(ref, ast.StringTerm(part))
	}
	return ref
}

// RuleRef is the path of the findings of one of the rules of the program.
func RuleRef(family, file string) ast.Ref {
	return DottedRef(strings.Join([]string{"data.hybridlint", family, file, "finding"}, "."))
}

// InferenceFamily is the folder of the inferences that rules share; it holds no rules.
const InferenceFamily = "inference"
