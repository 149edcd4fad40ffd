package policies_test

import (
	"slices"
	"strings"
	"testing"

	"hybridlint/loader/model"
	"hybridlint/policies"
)

// TestWaiverTerms: what the settings want of exceptions and comments; today is the 15th of June 2026.
func TestWaiverTerms(t *testing.T) {
	exception := func(more string) string {
		return "exception \"HYB302\" {\n  rationale = \"until wave 7\"\n  " + more + "\n}\n"
	}
	comment := "# hybridlint:ignore HYB302 -- both sides are set by a script\n" + waivable[strings.Index(waivable, `grant "send_as"`):]
	nowhere := func(string) bool { return false }
	for _, test := range []struct {
		name, added string
		terms       policies.WaiverTerms
		// findings are the rules of those that count, problems the summaries and lines of what is wrong.
		findings, problems string
	}{
		{"nothing asked for", exception(""), policies.WaiverTerms{}, "HYB301", ""},
		{"required and there", exception(`owner = "x"`), policies.WaiverTerms{Require: []string{"owner"}}, "HYB301", ""},
		{"required", exception(`owner = "x"`), policies.WaiverTerms{Require: []string{"owner", "expiration", "recipient"}},
			"HYB301 HYB302", "Missing attribute | Missing attribute"},
		{"ends in time", exception(`expiration = "2026-06-25"`), policies.WaiverTerms{MaxDays: 10}, "HYB301", ""},
		{"ends too late", exception(`expiration = "2026-06-26"`), policies.WaiverTerms{MaxDays: 10}, "HYB301 HYB302", "Expiration too far away"},
		{"never ends", exception(""), policies.WaiverTerms{MaxDays: 10}, "HYB301 HYB302", "Missing attribute"},
		{"never ends, told once", exception(""), policies.WaiverTerms{MaxDays: 10, Require: []string{"expiration"}}, "HYB301 HYB302", "Missing attribute"},
		{"in the wrong file", exception(""), policies.WaiverTerms{InFiles: nowhere}, "HYB301 HYB302", "Exception in the wrong file"},
		{"comments in any file", comment, policies.WaiverTerms{InFiles: nowhere}, "HYB004 HYB301 HYB301 HYB302", ""},
		{"no comments", comment, policies.WaiverTerms{NoComments: true}, "HYB001 HYB004 HYB301 HYB301 HYB302 HYB302", ""},
		{"exceptions without comments", exception(""), policies.WaiverTerms{NoComments: true}, "HYB301", ""},
		{"ends soon", exception(`expiration = "2026-06-25"`), policies.WaiverTerms{WarnDays: 10}, "HYB002 HYB301", ""},
		{"ends later", exception(`expiration = "2026-06-26"`), policies.WaiverTerms{WarnDays: 10}, "HYB301", ""},
		{"ends today", exception(`expiration = "2026-06-15"`), policies.WaiverTerms{WarnDays: 1}, "HYB002 HYB301", ""},
		{"has ended", exception(`expiration = "2026-06-14"`), policies.WaiverTerms{WarnDays: 10}, "HYB002 HYB301 HYB302", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			result := newCatalog(t).Check(t.Context(), load(t, waivable+test.added),
				policies.Options{Today: 20260615, Disable: []string{"HYB408"}, Waivers: test.terms})
			var findings, problems []string
			for _, f := range result.Findings {
				if f.Suppressed == nil {
					findings = append(findings, f.Rule.ID)
				}
				if f.Rule.ID == "HYB002" && (f.Severity.String() == "note") == strings.Contains(f.Message, "no longer") {
					t.Errorf("%s: %s", f.Severity, f.Message)
				}
			}
			for _, p := range result.Problems {
				problems = append(problems, p.Summary)
			}
			slices.Sort(findings)
			if got := strings.Join(findings, " "); got != test.findings {
				t.Errorf("findings %q, want %q", got, test.findings)
			}
			if got := strings.Join(problems, " | "); got != test.problems || result.Complete != (test.problems == "") {
				t.Errorf("problems %q, want %q", got, test.problems)
			}
		})
	}
}

// TestWaiversOfBase: what the base does not have hides nothing, and nobody is told that it is of no use.
func TestWaiversOfBase(t *testing.T) {
	config := load(t, waivable+"exception \"HYB302\" {\n  rationale = \"until wave 7\"\n}\n")
	terms := policies.WaiverTerms{NewExceptions: map[*model.Exception]bool{config.Exceptions[0]: true}}
	result := newCatalog(t).Check(t.Context(), config, policies.Options{Today: 20260615, Disable: []string{"HYB408"}, Waivers: terms})
	if result.Summary.Suppressed != 0 || !result.Complete || result.Summary.Errors != 1 {
		t.Errorf("%+v %v", result.Summary, result.Problems)
	}
}
