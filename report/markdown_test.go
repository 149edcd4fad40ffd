package report

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extensionast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"hybridlint/testdata/nasty"
)

// What GitHub and GitLab act on in running text: mentions and references.
var actsInText = regexp.MustCompile(`@|#\d|![0-9]|&[a-z]|\$[0-9a-zA-Z]|%[0-9a-zA-Z"]|~[0-9a-zA-Z"]|:[a-z_]+:|\bGH-[0-9]|\b[0-9a-f]{7,40}\b|https?:|www\.`)

// A Markdown report, read as GitHub reads it, has the structure that the writer gave it, and nothing in it that somebody
// wrote into a file links, mentions, embeds or formats.
func TestMarkdownIsOurs(t *testing.T) {
	parser := goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser()
	for name, r := range everyReport() {
		for _, o := range []Options{everything, {}, {Fold: 50}} {
			source := []byte(rendered(t, Markdown{}, r, o))
			if n := utf8.RuneCount(source); n > maxMarkdown || len(source) > maxMarkdown {
				t.Errorf("%q: %d characters", name, n)
			}
			addresses := helpURIs(r)
			err := ast.Walk(parser.Parse(text.NewReader(source)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
				if entering {
					checkMarkdownNode(t, name, n, source, addresses)
				}
				if n.Kind() == ast.KindCodeSpan {
					return ast.WalkSkipChildren, nil
				}
				return ast.WalkContinue, nil
			})
			if err != nil {
				t.Fatal(err)
			}
		}
	}
}

// The same holds for a list of rules, among which are the user's own.
func TestListOfRulesIsOurs(t *testing.T) {
	parser := goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser()
	for _, title := range nasty.Texts() {
		var b bytes.Buffer
		if err := ListMarkdown(&b, []*Rule{{ID: "OWN001", Name: "a-name", Title: title}}); err != nil {
			t.Fatal(err)
		}
		if i := bytes.IndexFunc(b.Bytes(), func(r rune) bool { return r != '\n' && deceptive(r) }); i >= 0 || !utf8.Valid(b.Bytes()) || bytes.Count(b.Bytes(), []byte("\n")) != 3 {
			t.Errorf("%q: %q", title, b.String())
		}
		cells := 0
		err := ast.Walk(parser.Parse(text.NewReader(b.Bytes())), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if entering {
				checkMarkdownNode(t, title, n, b.Bytes(), nil)
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

func helpURIs(r *Report) []string {
	var all []string
	for _, rule := range r.Rules {
		all = append(all, rule.HelpURI())
	}
	return all
}

func checkMarkdownNode(t *testing.T, name string, n ast.Node, source []byte, addresses []string) {
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

func TestMarkdownText(t *testing.T) {
	tests := map[string]string{
		"plain words, on-premises; it's free/busy (5.1.11).": "plain words, on-premises; it's free/busy (5.1.11).",
		"amy@contoso.com works":                              "`amy@contoso.com` works",
		"(amy@contoso.com), or":                              "(`amy@contoso.com`), or",
		"日本語 é":                                              "日本語 é",
		"#12 !3 @team":                                       "`#12` `!3` `@team`",
		"GH-12 0123abc deadbeef":                             "`GH-12` `0123abc` `deadbeef`",
		"<b> &amp; a|b *x* _y_":                              "`<b>` `&amp`; `a|b` `*x*` `_y_`",
		"a`b `c` ``":                                         "``a`b`` `` `c` `` ``` `` ```",
		"www.evil.example http://x //y":                      "`www.evil.example` `http://x` `//y`",
		"File > Options":                                     `File \> Options`,
		"a\nb\tc":                                            "`a\\nb\\tc`",
		"1. first":                                           "1. first",
		"":                                                   "",
	}
	for said, want := range tests {
		if got := markdownText(said); got != want {
			t.Errorf("%q: %s, want %s", said, got, want)
		}
	}
}

// A report that does not fit says how much of it is missing, and still closes what it opened.
func TestMarkdownFits(t *testing.T) {
	for n, wantMore := range map[int]bool{100: false, 5_000: true} {
		out := rendered(t, Markdown{}, many(n), Options{})
		if len(out) > maxMarkdown || strings.Contains(out, "would not fit here") != wantMore {
			t.Errorf("%d findings: %d bytes: …%s", n, len(out), out[len(out)-200:])
		}
		if strings.Count(out, "<details>") != strings.Count(out, "</details>") {
			t.Errorf("%d findings: what was opened is not closed", n)
		}
		shown := strings.Count(out, "- `a.hcl:")
		if !wantMore && shown != n {
			t.Errorf("%d of %d findings", shown, n)
		}
	}
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
