package text

import (
	"strconv"
	"strings"
	"testing"

	"hybridlint/report"
	"hybridlint/report/folding"
	"hybridlint/report/reporttest"
)

func TestFoldLimit(t *testing.T) {
	tests := map[string]struct {
		findings, fold, entries int
	}{
		"below":    {98, 50, 98},
		"at":       {100, 50, 100},
		"one over": {101, 50, 51}, // 51 of one delegate are one, 50 of the other stay
		"both":     {102, 50, 2},
		"never":    {1_000, 0, 1_000},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			out := reporttest.Rendered(t, Writer{}, reporttest.Many(test.findings), report.Options{Fold: test.fold})
			if got := strings.Count(out, "[HYB302 "); got != test.entries {
				t.Errorf("%d entries, want %d", got, test.entries)
			}
		})
	}
}

// distinct is a run with n findings of one rule that share nothing.
func distinct(n int) *report.Report {
	r := reporttest.Many(n)
	for _, f := range r.Findings {
		f.FoldKey = strconv.Itoa(f.Location.Start.Line)
	}
	return r
}

func TestReportIsAsLongAsIsRead(t *testing.T) {
	tests := map[string]struct {
		findings, fold     int
		entries, explained int
	}{
		"few are explained":          {20, 50, 20, 20},
		"of more the first ones":     {100, 50, 100, 3},
		"or the first":               {166, 50, 166, 1},
		"up to three screens":        {180, 50, 2, 2}, // one for errors, one for warnings
		"unless everything is asked": {180, 0, 180, 180},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			out := reporttest.Rendered(t, Writer{}, distinct(test.findings), report.Options{Fold: test.fold})
			if got := strings.Count(out, "[HYB302 "); got != test.entries {
				t.Errorf("%d entries, want %d", got, test.entries)
			}
			if got := strings.Count(out, "     see https://"); got != test.explained {
				t.Errorf("%d are explained, want %d", got, test.explained)
			}
			if got := strings.Count(out, "\n"); test.fold > 0 && got > mostLines {
				t.Errorf("%d lines are more than three screens", got)
			}
		})
	}
}

// What is folded by its rule has the places of all its findings of one severity, whatever they were folded by before.
func TestWholeRuleIsFoldedWithAllItsFindings(t *testing.T) {
	r := distinct(400)
	for _, f := range r.Findings {
		if f.Location.Start.Line > 300 {
			f.FoldKey = "helpdesk"
		}
	}
	out := reporttest.Rendered(t, Writer{}, r, report.Options{Fold: 50})
	for _, want := range []string{"267 findings like this (267 warnings)", "and 257 more; --fold 0 shows them",
		"133 findings like this (133 errors)", "and 123 more; --fold 0 shows them"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
}

func TestPlacesInShort(t *testing.T) {
	places := []report.Location{{File: "a.hcl", Start: report.Position{Line: 7, Column: 3}}, {File: "a.hcl", Start: report.Position{Line: 9, Column: 3}}, {File: "b.hcl", Start: report.Position{Line: 7, Column: 3}}}
	for name, test := range map[string]struct {
		group folding.Group
		want  string
	}{
		"all":  {folding.Group{Warnings: 2, Errors: 1, Places: places}, "     3 findings like this (1 error, 2 warnings), at a.hcl:7:3 9:3 b.hcl:7:3\n"},
		"more": {folding.Group{Notes: 1_705, Places: places}, "     1,705 findings like this (1,705 notes), at a.hcl:7:3 9:3 b.hcl:7:3\n     and 1,702 more; --fold 0 shows them\n"},
	} {
		t.Run(name, func(t *testing.T) {
			var b strings.Builder
			w := newTextWriter(&b, nil, report.Options{})
			w.placesInShort(&test.group)
			w.w.Flush()
			if b.String() != test.want {
				t.Errorf("%q, want %q", b.String(), test.want)
			}
		})
	}
}

// Nothing is folded, listed or left out that has no fold key; if there is much of it, it is long.
func TestFindingsWithoutFoldKeyNeverFold(t *testing.T) {
	r := reporttest.Many(200)
	for _, f := range r.Findings {
		f.FoldKey = ""
	}
	if got := strings.Count(reporttest.Rendered(t, Writer{}, r, report.Options{Fold: 50}), "[HYB302 "); got != 200 {
		t.Errorf("%d entries, want 200", got)
	}
}

func TestMessageThatNamesTheAssumedFactIsEnough(t *testing.T) {
	r := reporttest.Sample()
	for _, f := range r.Findings {
		f.Message += report.AssumedNote(f.Assumed)
	}
	if out := reporttest.Rendered(t, Writer{}, r, report.Options{}); strings.Contains(out, "\n     not declared") {
		t.Error("what the message says is said again")
	}
}

// Steps go on below each other, another way begins anew, and nobody takes one for the other.
func TestStepsAndAlternatives(t *testing.T) {
	r := reporttest.Sample()
	finding := *r.Findings[0]
	finding.Remediation = []report.Remediation{
		{Where: report.ExchangeOnline, Command: "First-Step"},
		{Where: report.ExchangeOnline, Intro: "Where that fails", Command: "Second-Step"},
		{Where: report.Outlook, Text: "Third step."},
		{Where: report.Outlook, Alternative: true, Text: "Another way."},
		{Where: report.ExchangeOnPremises, Alternative: true, Intro: "By hand", Command: "Third-Way"},
	}
	r.Findings = []*report.Finding{&finding}
	want := `
     fix in Exchange Online PowerShell: First-Step
       Where that fails:
       Second-Step
     then in Outlook: Third step.
     or in Outlook: Another way.
     or in Exchange Management Shell (on-premises): By hand:
       Third-Way
`
	if out := reporttest.Rendered(t, Writer{}, r, report.Options{}); !strings.Contains(out, want) {
		t.Errorf("%s\nwant:%s", out, want)
	}
}
