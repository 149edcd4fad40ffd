package explain

import (
	"bytes"
	"testing"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extensionast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"hybridlint/report"
	"hybridlint/report/reporttest"
	"hybridlint/report/visible"
	"hybridlint/testdata/nasty"
)

// Nothing that a rule of the user's own says acts in a table of rules.
func TestListOfRulesIsOurs(t *testing.T) {
	parser := goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser()
	for _, title := range nasty.Texts() {
		var b bytes.Buffer
		if err := ListMarkdown(&b, []*report.Rule{{ID: "OWN001", Name: "a-name", Title: title}}); err != nil {
			t.Fatal(err)
		}
		if i := bytes.IndexFunc(b.Bytes(), func(r rune) bool { return r != '\n' && visible.Acts(r) }); i >= 0 || !utf8.Valid(b.Bytes()) || bytes.Count(b.Bytes(), []byte("\n")) != 3 {
			t.Errorf("%q: %q", title, b.String())
		}
		cells := 0
		err := ast.Walk(parser.Parse(text.NewReader(b.Bytes())), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if entering {
				reporttest.CheckMarkdownNode(t, title, n, b.Bytes(), nil)
				if n.Kind() == extensionast.KindTableCell {
					cells++
				}
			}
			if n.Kind() == ast.KindCodeSpan {
				return ast.WalkSkipChildren, nil
			}
			return ast.WalkContinue, nil
		})
		if err != nil || cells != 10 {
			t.Errorf("%q: %v, %d cells: %s", title, err, cells, b.String())
		}
	}
}
