package json

import (
	"strings"
	"testing"

	"hybridlint/report/reporttest"
	"hybridlint/testdata/nasty"
)

func TestJSONSaysWhatWasSaid(t *testing.T) {
	for _, text := range nasty.Texts() {
		document := reporttest.Decoded[struct {
			Findings []jsonFinding
			Problems []jsonProblem
		}](t, text, reporttest.Rendered(t, Writer{}, reporttest.Hostile(text), reporttest.Everything))
		want := strings.ToValidUTF8(text, "\ufffd")
		if len(document.Findings) != 3 || len(document.Problems) != 1 {
			t.Fatalf("%q: %d findings, %d problems", text, len(document.Findings), len(document.Problems))
		}
		if !reporttest.SameText(document.Findings[0].Message, "about "+want) || !reporttest.SameText(document.Problems[0].Detail, want) ||
			!reporttest.SameText(document.Findings[2].Suppressed.Rationale, want) {
			t.Errorf("%q became %q", text, document.Findings[0].Message)
		}
	}
}

func TestRulesListingIsJSON(t *testing.T) {
	for _, text := range nasty.Texts() {
		var b strings.Builder
		if err := Rules(&b, reporttest.Hostile(text).Rules); err != nil {
			t.Fatal(err)
		}
		document := reporttest.Decoded[struct{ Rules []jsonRule }](t, text, b.String())
		if len(document.Rules) != 1 || !reporttest.SameText(document.Rules[0].Title, strings.ToValidUTF8(text, "\ufffd")) {
			t.Errorf("%q became %q", text, document.Rules[0].Title)
		}
	}
}
