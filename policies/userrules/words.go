package userrules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"hybridlint/policies/facts"
)

// WrongWord is a comparison of an enumeration with a word that it does not have. OPA's type checker
// does not see these.
type WrongWord struct {
	Text  string
	Place *ast.Location
}

// WrongWords finds them in a policy whose input has the shape.
func WrongWords(module *ast.Module, s *facts.Shape) []WrongWord {
	var wrong []WrongWord
	ast.WalkExprs(module, func(e *ast.Expr) bool {
		operands := e.Operands()
		if len(operands) != 2 ||
			!slices.ContainsFunc(comparisons(), func(b *ast.Builtin) bool { return e.Operator().Equal(b.Ref()) }) {
			return false
		}
		for i, operand := range operands {
			wrong = append(wrong, wrongWordsIn(s, operands[1-i], operand, e)...)
		}
		return false
	})
	return wrong
}

func comparisons() []*ast.Builtin {
	return []*ast.Builtin{ast.Equal, ast.NotEqual, ast.Equality, ast.Member}
}

func wrongWordsIn(s *facts.Shape, compared, operand *ast.Term, e *ast.Expr) []WrongWord {
	ref, ok := operand.Value.(ast.Ref)
	if !ok || !ref.HasPrefix(ast.InputRootRef) || !ref.IsGround() {
		return nil
	}
	index, ok := s.ByPath[strings.TrimPrefix(ref.String(), "input.")]
	if !ok || s.Facts[index].Kind != facts.EnumerationFact {
		return nil
	}
	var wrong []WrongWord
	words := s.Facts[index].Words
	ast.WalkTerms(compared, func(term *ast.Term) bool {
		if word, ok := term.Value.(ast.String); ok && !slices.Contains(words, string(word)) {
			wrong = append(
				wrong,
				WrongWord{
					fmt.Sprintf("%s is never %q; its words are %s.", ref, string(word), strings.Join(words[1:], ", ")),
					e.Location,
				},
			)
		}
		_, isRef := term.Value.(ast.Ref)
		return isRef
	})
	return wrong
}
