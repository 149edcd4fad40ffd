package subjects

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"hybridlint/policies/facts"
	"hybridlint/policies/metadata"
)

// subjectsOf are the types that render the placeholders of a scope; the methods of what they embed
// count.
var subjectsOf = map[facts.Scope][]string{
	facts.GrantScope:               {"Entry", "Names"},
	facts.DerivedGrantScope:        {"Entry", "Names"},
	facts.FolderGrantScope:         {"Entry", "Names"},
	facts.OutlookDelegateScope:     {"Entry", "Names"},
	facts.BatchEntryScope:          {"BatchEntry", "Entry", "Names"},
	facts.RecipientScope:           {"Recipient", "Names"},
	facts.ForestScope:              {"Forest"},
	facts.DirectorySyncScope:       {"DirectorySync"},
	facts.RelationshipScope:        {"Relationship"},
	facts.InvitationScope:          {"Invitation"},
	facts.InvitedPersonScope:       {"Invitation"},
	facts.BatchScope:               {"Batch"},
	facts.BatchPersonScope:         {"BatchPerson"},
	facts.BatchMemberScope:         {"BatchMember"},
	facts.BulkChangeScope:          {"BulkChange"},
	facts.BulkChangeRecipientScope: {"BulkChangeRecipient", "Names"},
	facts.ResourceDelegateScope:    {"ResourceDelegate", "Recipient", "Names"},
	facts.DeclarationScope:         {"Declaration", "Entry", "Names"},
	facts.ExceptionScope:           {"Exception"},
	facts.TrusteeScope:             {"Trustee", "Entry", "Names"},
}

// TestPlaceholdersAreRendered: what the templates of a scope may name is what its subjects know,
// and the other way round. A name that is misspelt in one of the places would be rendered as
// nothing.
func TestPlaceholdersAreRendered(t *testing.T) {
	rendered := renderedNames(t)
	listedAnywhere := map[string]map[string]bool{} // by subject
	for s := range facts.Shapes() {
		if subjectsOf[s] == nil {
			t.Errorf("subjectsOf has no subject for the scope %s", s)
		}
		for _, name := range metadata.Placeholders(s) {
			if !slices.ContainsFunc(subjectsOf[s], func(subject string) bool { return rendered[subject][name] }) {
				t.Errorf(
					"{%s} is a placeholder of the scope %s, but no Text, Argument or Literal of %s knows it",
					name,
					s,
					subjectsOf[s],
				)
			}
			for _, subject := range subjectsOf[s] {
				if listedAnywhere[subject] == nil {
					listedAnywhere[subject] = map[string]bool{}
				}
				listedAnywhere[subject][name] = true
			}
		}
	}
	for subject, names := range rendered {
		for _, name := range slices.Sorted(maps.Keys(names)) {
			if !listedAnywhere[subject][name] {
				t.Errorf("%s renders {%s}, which metadata.Placeholders does not list for any of its scopes", subject, name)
			}
		}
	}
}

// renderedNames are the names that the methods which render placeholders compare theirs with, by
// receiver.
func renderedNames(t *testing.T) map[string]map[string]bool {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	renders := []string{"Text", "grantText", "folderText", "Argument", "Literal", "RecipientLiteral"}
	names := map[string]map[string]bool{}
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, declaration := range file.Decls {
			f, ok := declaration.(*ast.FuncDecl)
			if !ok || f.Recv == nil || !slices.Contains(renders, f.Name.Name) {
				continue
			}
			kind := f.Recv.List[0].Type
			if pointer, ok := kind.(*ast.StarExpr); ok {
				kind = pointer.X
			}
			receiver := kind.(*ast.Ident).Name
			if names[receiver] == nil {
				names[receiver] = map[string]bool{}
			}
			ast.Inspect(f.Body, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.SwitchStmt:
					if tag, ok := n.Tag.(*ast.Ident); ok && tag.Name == "name" {
						for _, clause := range n.Body.List {
							for _, word := range clause.(*ast.CaseClause).List {
								addName(names[receiver], word)
							}
						}
					}
				case *ast.BinaryExpr:
					if left, ok := n.X.(*ast.Ident); ok && left.Name == "name" {
						addName(names[receiver], n.Y)
					}
				}
				return true
			})
		}
	}
	return names
}

func addName(names map[string]bool, word ast.Expr) {
	if literal, ok := word.(*ast.BasicLit); ok {
		name, _ := strconv.Unquote(literal.Value)
		names[name] = true
	}
}
