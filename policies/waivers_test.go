package policies_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hybridlint/loader"
	"hybridlint/loader/model"
	"hybridlint/policies"
	"hybridlint/report"
)

// Somebody in the cloud has Send As on an on-premises mailbox, on one side only: HYB301 and HYB302.
const waivable = `
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
}
user_mailbox "amy" {
  home           = "cloud"
  provisioned_by = "migration"
}
user_mailbox "ben" {
  home           = "cloud"
  provisioned_by = "migration"
}
shared_mailbox "sales" {
  home = "corp"
}
grant "send_as" {
  recipient = "sales"
  delegate  = "amy"
}
`

func TestWaivers(t *testing.T) {
	const rationale = "\n  rationale = \"until wave 7\"\n"
	for _, test := range []struct {
		name, added string
		// suppressed and counted are the rules of the findings.
		suppressed, counted string
	}{
		{"none", "", "", "HYB301 HYB302"},
		{"by id", `exception "HYB302" {` + rationale + `}`, "HYB302", "HYB301"},
		{"by name, without case", `exception "Send-As-Missing-In-Sender-Forest" {` + rationale + `}`, "HYB302", "HYB301"},
		{"recipient", `exception "HYB302" {` + rationale + `recipient = "sales"` + "\n}", "HYB302", "HYB301"},
		{"another recipient", `exception "HYB302" {` + rationale + `recipient = "amy"` + "\n}", "", "HYB001 HYB301 HYB302"},
		{"delegate", `exception "HYB302" {` + rationale + `delegate = "amy"` + "\n}", "HYB302", "HYB301"},
		{"another delegate", `exception "HYB302" {` + rationale + `delegate = "ben"` + "\n}", "", "HYB001 HYB301 HYB302"},
		{"forest of the recipient", `exception "HYB302" {` + rationale + `forest = "corp"` + "\n}", "HYB302", "HYB301"},
		{"acting forest", `exception "HYB302" {` + rationale + `forest = "cloud"` + "\n}", "HYB302", "HYB301"},
		{"joined by and", `exception "HYB302" {` + rationale + "recipient = \"sales\"\ndelegate = \"ben\"\n}", "", "HYB001 HYB301 HYB302"},
		{"last day", `exception "HYB302" {` + rationale + `expiration = "2026-06-15"` + "\n}", "HYB302", "HYB301"},
		{"expired", `exception "HYB302" {` + rationale + `expiration = "2026-06-14"` + "\n}", "", "HYB002 HYB301 HYB302"},
		{"unused", `exception "HYB206" {` + rationale + `}`, "", "HYB001 HYB301 HYB302"},
		{"of a disabled rule", `exception "HYB408" {` + rationale + `}`, "", "HYB301 HYB302"},
		{"comment", "# hybridlint:ignore HYB302 -- both sides are set by a script\n" + strings.TrimPrefix(waivable[strings.Index(waivable, `grant "send_as"`):], "\n"), "HYB302", "HYB004 HYB301 HYB301 HYB302"},
	} {
		t.Run(test.name, func(t *testing.T) {
			result := check(t, waivable+test.added, policies.Options{Disable: []string{"HYB408"}})
			var suppressed, counted []string
			for _, f := range result.Findings {
				if f.Suppressed == nil {
					counted = append(counted, f.Rule.ID)
					continue
				}
				suppressed = append(suppressed, f.Rule.ID)
				if f.Suppressed.Rationale == "" || f.Suppressed.Location.IsZero() {
					t.Errorf("%s is suppressed without a rationale or a place", f.Rule.ID)
				}
			}
			slices.Sort(suppressed)
			slices.Sort(counted)
			if got := strings.Join(suppressed, " "); got != test.suppressed {
				t.Errorf("suppressed %q, want %q", got, test.suppressed)
			}
			if got := strings.Join(counted, " "); got != test.counted {
				t.Errorf("counted %q, want %q", got, test.counted)
			}
			if result.Summary.Suppressed != len(suppressed) || result.Summary.Errors+result.Summary.Warnings+result.Summary.Notes != len(counted) {
				t.Errorf("the summary counts %+v", result.Summary)
			}
		})
	}
}

// TestUnknownRuleInException: an exception for a rule that does not exist waives nothing, and the run is not complete.
func TestUnknownRuleInException(t *testing.T) {
	config := load(t, waivable+"exception \"HYB320\" {\n  rationale = \"typing error\"\n}\n")
	result := newCatalog(t).Check(context.Background(), config, policies.Options{})
	if result.Complete || len(result.Problems) != 1 {
		t.Fatalf("complete %v, problems %v", result.Complete, result.Problems)
	}
	if p := result.Problems[0]; p.Location.IsZero() || !strings.Contains(p.Detail, "HYB320") || !strings.Contains(p.Detail, "Did you mean") {
		t.Errorf("the problem says %+v", p)
	}
}

// TestUnusedOnlyWhereJudged: nobody can say that an exception is unused while something could not be read.
func TestUnusedOnlyWhereJudged(t *testing.T) {
	const unused = waivable + "exception \"HYB206\" {\n  rationale = \"old\"\n}\n"
	for _, incomplete := range []bool{false, true} {
		result := check(t, unused, policies.Options{Incomplete: incomplete})
		reported := false
		for _, f := range result.Findings {
			reported = reported || f.Rule.ID == "HYB001"
		}
		if reported == incomplete {
			t.Errorf("incomplete %v: HYB001 reported %v", incomplete, reported)
		}
	}
}

func load(t testing.TB, text string) *model.Model {
	t.Helper()
	file := filepath.Join(t.TempDir(), "config.hcl")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	config, problems := loader.Load(context.Background(), loader.Options{Paths: []string{file}})
	for _, p := range problems {
		t.Fatalf("line %d: %s: %s", p.Location.Start.Line, p.Summary, p.Detail)
	}
	return config
}

func check(t testing.TB, text string, options policies.Options) *policies.Result {
	t.Helper()
	return checkModel(t, newCatalog(t), load(t, text), options)
}

func findings(result *policies.Result) []*report.Finding {
	return result.Findings
}
