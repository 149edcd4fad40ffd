package text

import (
	"strings"
	"testing"
	"unicode/utf8"

	"hybridlint/report"
	"hybridlint/report/explain"
	"hybridlint/report/reporttest"
	"hybridlint/report/visible"
	"hybridlint/testdata/nasty"
)

func TestTextShowsNothingThatActs(t *testing.T) {
	for _, text := range nasty.Texts() {
		out := reporttest.Rendered(t, Writer{}, reporttest.Hostile(text), reporttest.Everything)
		var explained, listed strings.Builder
		if err := explain.Text(&explained, reporttest.Hostile(text).Rules[0], false); err != nil {
			t.Fatal(err)
		}
		if err := explain.List(&listed, reporttest.Hostile(text).Rules); err != nil {
			t.Fatal(err)
		}
		for _, written := range []string{out, explained.String(), listed.String()} {
			if !utf8.ValidString(written) {
				t.Errorf("%q: not UTF-8", text)
			}
			if i := strings.IndexFunc(written, func(r rune) bool { return r != '\n' && visible.Acts(r) }); i >= 0 {
				t.Errorf("%q: %q is written", text, written[max(0, i-20):i+5])
			}
		}
	}
}

// A line that a text brings along must not look like one of the report's own: those of a command and a detail are
// behind the margin, and nothing else has more than one.
func TestTextKeepsBroughtLinesBehindTheMargin(t *testing.T) {
	out := reporttest.Rendered(t, Writer{}, reporttest.Hostile("x\nfake.hcl:1:1: error: injected"), reporttest.Everything)
	for line := range strings.SplitSeq(out, "\n") {
		if strings.HasPrefix(line, "fake.hcl") {
			t.Errorf("a line of the report was made up: %q", line)
		}
	}
}

// Wherever a paragraph is wrapped, and whatever stands at the beginning of a name, no line is a command of a pipeline.
func TestNoLineBeginsWithAColon(t *testing.T) {
	texts := nasty.Texts()
	for width := range 130 {
		texts = append(texts, strings.Repeat("n", width)+" ::error::x")
	}
	for _, text := range texts {
		r := reporttest.Hostile(text)
		var written strings.Builder
		written.WriteString(reporttest.Rendered(t, Writer{}, r, reporttest.Everything))
		written.WriteString(reporttest.Rendered(t, Writer{}, r, report.Options{Fold: 1}))
		if err := explain.Text(&written, r.Rules[0], true); err != nil {
			t.Fatal(err)
		}
		if err := explain.List(&written, r.Rules); err != nil {
			t.Fatal(err)
		}
		for line := range strings.SplitSeq(written.String(), "\n") {
			if strings.HasPrefix(strings.TrimSpace(line), ":") {
				t.Errorf("%q: %q", text, line)
			}
		}
	}
}
