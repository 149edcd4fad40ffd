package reporttest

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"
)

// What GitHub and GitLab act on in running text: mentions and references.
var actsInText = regexp.MustCompile(`@|#\d|![0-9]|&[a-z]|\$[0-9a-zA-Z]|%[0-9a-zA-Z"]|~[0-9a-zA-Z"]|:[a-z_]+:|\bGH-[0-9]|\b[0-9a-f]{7,40}\b|https?:|www\.`)

// CheckMarkdownNode checks that a piece of Markdown is the writer's own: nothing in it links, mentions, embeds or formats but
// what the writer made.
func CheckMarkdownNode(t *testing.T, name string, n ast.Node, source []byte, addresses []string) {
	t.Helper()
	switch n := n.(type) {
	case *ast.Link:
		if !slices.ContainsFunc(addresses, func(a string) bool { return sameAddress(a, string(n.Destination)) }) || !strings.HasPrefix(string(n.Destination), "http") {
			t.Errorf("%q: a link to %s", name, n.Destination)
		}
	case *ast.AutoLink, *ast.Image, *ast.Blockquote, *ast.FencedCodeBlock, *ast.CodeBlock, *ast.ThematicBreak:
		if said := textUnder(n, source); n.Kind() != ast.KindBlockquote || !strings.Contains(said, "The run was not complete") {
			t.Errorf("%q: a %s: %s", name, n.Kind(), said)
		}
	case *ast.RawHTML:
		if html := string(n.Segments.Value(source)); html != "<br>" {
			t.Errorf("%q: HTML: %s", name, html)
		}
	case *ast.HTMLBlock:
		if html := string(n.Lines().Value(source)); !ourHTML.MatchString(html) {
			t.Errorf("%q: HTML: %q", name, html)
		}
	case *ast.Heading:
		if n.Level != 2 && n.Level != 3 {
			t.Errorf("%q: a heading of level %d", name, n.Level)
		}
	case *ast.Text:
		if said := actsInText.FindString(string(n.Value(source))); said != "" {
			t.Errorf("%q: %q is in the text: %s", name, said, n.Value(source))
		}
	case *ast.List:
		if n.IsOrdered() {
			t.Errorf("%q: a numbered list", name)
		}
	}
}

var ourHTML = regexp.MustCompile(`^(<details><summary>[0-9,]+ (warnings?|notes?|suppressed findings?)</summary>|</details>)\n$`)

// sameAddress compares without regard to how characters are escaped.
func sameAddress(a, b string) bool {
	letters := regexp.MustCompile(`%[0-9A-Fa-f]{2}|[^A-Za-z0-9]`)
	return letters.ReplaceAllString(a, "") == letters.ReplaceAllString(b, "")
}

// textUnder is the text of a node and of everything below it.
func textUnder(n ast.Node, source []byte) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if text, ok := n.(*ast.Text); ok && entering {
			b.Write(text.Value(source))
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}
