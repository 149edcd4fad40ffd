package markdown

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"hybridlint/report"
	"hybridlint/report/reporttest"
)

// A Markdown report, read as GitHub reads it, has the structure that the writer gave it, and nothing in it that somebody
// wrote into a file links, mentions, embeds or formats.
func TestMarkdownIsOurs(t *testing.T) {
	parser := goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser()
	for name, r := range reporttest.Every() {
		for _, o := range []report.Options{reporttest.Everything, {}, {Fold: 50}} {
			source := []byte(reporttest.Rendered(t, Writer{}, r, o))
			if n := utf8.RuneCount(source); n > maxMarkdown || len(source) > maxMarkdown {
				t.Errorf("%q: %d characters", name, n)
			}
			addresses := helpURIs(r)
			err := ast.Walk(parser.Parse(text.NewReader(source)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
				if entering {
					reporttest.CheckMarkdownNode(t, name, n, source, addresses)
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

func helpURIs(r *report.Report) []string {
	var all []string
	for _, rule := range r.Rules {
		all = append(all, rule.HelpURI())
	}
	return all
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
		if got := EscapedText(said); got != want {
			t.Errorf("%q: %s, want %s", said, got, want)
		}
	}
}

// A report that does not fit says how much of it is missing, and still closes what it opened.
func TestMarkdownFits(t *testing.T) {
	for n, wantMore := range map[int]bool{100: false, 5_000: true} {
		out := reporttest.Rendered(t, Writer{}, reporttest.Many(n), report.Options{})
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

// TestPlacesAreLinks: to the file at the revision that was checked, and nothing in a name makes Markdown of it.
func TestPlacesAreLinks(t *testing.T) {
	rule := reporttest.SendAsRule()
	r := &report.Report{Complete: true, Rules: []*report.Rule{rule}, Sources: reporttest.Texts{}, Summary: report.Summary{Errors: 1}, Findings: []*report.Finding{{
		Rule: rule, Severity: report.Error, Message: "message", Location: report.Location{File: "a)](x)`b.hcl", Start: report.Position{Line: 3, Column: 1}}}}}
	o := report.Options{SARIF: report.SARIFOptions{Checkout: report.Checkout{URI: "https://github.com/contoso/mail", Revision: "0123", Folder: "."}}}
	out := reporttest.Rendered(t, Writer{}, r, o)
	if want := "](https://github.com/contoso/mail/blob/0123/a%29%5D%28x%29%60b.hcl#L3) message"; !strings.Contains(out, want) {
		t.Errorf("%q is not in\n%s", want, out)
	}
}
