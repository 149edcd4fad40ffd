package policies_test

import (
	"context"
	"maps"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hybridlint/policies"
	"hybridlint/report"
)

func TestSelection(t *testing.T) {
	model := load(t, waivable)
	for _, test := range []struct {
		name    string
		options policies.Options
		runs    map[string]bool
	}{
		{"default", policies.Options{}, map[string]bool{"HYB302": true, "HYB208": false, "HYB211": false}},
		{"extended", policies.Options{Profiles: []report.Profile{report.ExtendedProfile}}, map[string]bool{"HYB302": true, "HYB208": true, "HYB211": false}},
		{"verbose", policies.Options{Profiles: []report.Profile{report.VerboseProfile}}, map[string]bool{"HYB302": true, "HYB208": false, "HYB211": true}},
		{"enabled by name", policies.Options{Enable: []string{"cross-premises-credential-prompt"}}, map[string]bool{"HYB211": true, "HYB208": false}},
		{"disabled", policies.Options{Disable: []string{"hyb302"}}, map[string]bool{"HYB302": false, "HYB301": true}},
		{"disabling wins", policies.Options{Enable: []string{"HYB211"}, Disable: []string{"HYB211"}}, map[string]bool{"HYB211": false}},
	} {
		t.Run(test.name, func(t *testing.T) {
			result := newCatalog(t).Check(context.Background(), model, test.options)
			ran := map[string]bool{}
			for _, r := range result.Rules {
				ran[r.ID] = true
			}
			for id, want := range test.runs {
				if ran[id] != want {
					t.Errorf("%s ran: %v", id, ran[id])
				}
			}
			if !result.Complete || result.Summary.Rules != len(result.Rules) {
				t.Errorf("complete %v, %d rules counted of %d", result.Complete, result.Summary.Rules, len(result.Rules))
			}
		})
	}
}

// TestNothingToRun: a run without rules, or with an unknown one, is never a clean one.
func TestNothingToRun(t *testing.T) {
	catalog := newCatalog(t)
	var all []string
	for _, r := range catalog.Rules() {
		all = append(all, r.ID)
	}
	for name, options := range map[string]policies.Options{
		"all disabled":     {Disable: all},
		"unknown disabled": {Disable: []string{"HYB999"}},
		"unknown enabled":  {Enable: []string{"no-such-rule"}},
	} {
		if result := catalog.Check(context.Background(), load(t, waivable), options); result.Complete || len(result.Problems) == 0 {
			t.Errorf("%s: complete %v, problems %v", name, result.Complete, result.Problems)
		}
	}
}

func TestSeveritySetting(t *testing.T) {
	result := check(t, waivable, policies.Options{Severities: map[string]report.Severity{"HYB302": report.Note}})
	for _, f := range findings(result) {
		if f.Rule.ID == "HYB302" && f.Severity != report.Note {
			t.Errorf("HYB302 is a %s", f.Severity)
		}
	}
	if result.Summary.Errors != 0 || result.Summary.Notes != 1 {
		t.Errorf("counted %+v", result.Summary)
	}
}

// TestInterrupted: a run that was stopped is not complete.
func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if result := newCatalog(t).Check(ctx, load(t, waivable), policies.Options{}); result.Complete {
		t.Error("an interrupted run is complete")
	}
}

// printsOf are the fingerprints in a configuration, by the rule and the line that the finding is about.
func printsOf(t *testing.T, files ...string) map[string]string {
	t.Helper()
	model := loadTexts(t, files...)
	prints := map[string]string{}
	for _, f := range findings(checkModel(t, newCatalog(t), model, policies.Options{})) {
		line, _ := model.Sources.Line(f.Location.File, f.Location.Start.Line)
		if of := f.Rule.ID + " " + strings.TrimSpace(line); prints[of] == "" {
			prints[of] = f.Fingerprint
		} else {
			t.Fatalf("two findings of %s", of)
		}
	}
	return prints
}

// TestFingerprints stay the same when lines are inserted, blocks move, also to another file, and a file is renamed. That
// holds for two blocks about the same pair as well.
func TestFingerprints(t *testing.T) {
	grant := waivable[strings.Index(waivable, `grant "send_as"`):]
	rest := strings.Replace(waivable, grant, "", 1)
	another := regexp.MustCompile(`\n}\s*$`).ReplaceAllString(grant, "\n  state = \"existing\"\n}\n")
	another = regexp.MustCompile(`(delegate +=.*)`).ReplaceAllString(another, "$1 # the other one")
	want := printsOf(t, rest+grant+another)
	repeated := func(of, _ string) bool { return strings.HasPrefix(of, "HYB004 ") } // stands at the later of the two
	maps.DeleteFunc(want, repeated)
	different := map[string]bool{}
	for _, fingerprint := range want {
		different[fingerprint] = true
	}
	if len(want) != 4 || len(different) != 4 || another == grant {
		t.Fatalf("%d different fingerprints of %d findings: %v", len(different), len(want), want)
	}
	for name, files := range map[string][]string{
		"lines inserted":   {"# before\n\n" + rest + "\n\n" + strings.ReplaceAll(grant, "{\n", "{\n\n  # inside\n") + "\n" + another},
		"blocks reordered": {another + rest + grant},
		"another file":     {rest, another, grant},
		"files renamed":    {another, grant, rest},
	} {
		got := printsOf(t, files...)
		maps.DeleteFunc(got, repeated)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// TestFingerprintsOfEqualBlocks differ: a format that knows findings by them would lose one.
func TestFingerprintsOfEqualBlocks(t *testing.T) {
	grant := waivable[strings.Index(waivable, `grant "send_as"`):]
	prints := map[string]bool{}
	for _, f := range findings(check(t, waivable+grant+grant, policies.Options{})) {
		prints[f.Rule.ID+f.Fingerprint] = true
	}
	if len(prints) != 8 {
		t.Errorf("equal blocks share fingerprints: %v", prints)
	}
}

// TestRuleErrorIsAProblem, see also TestPanicIsAProblem beside the engine.
func TestAssumedFactsAreNamed(t *testing.T) {
	const hidden = `
forest "corp" {
  exchange_version = "SE"
}
user_mailbox "amy" {
  home = "corp"
}
shared_mailbox "leaver" {
  home                              = "corp"
  hidden_from_address_lists_enabled = true
}
grant "send_as" {
  recipient = "leaver"
  delegate  = "amy"
}
`
	for _, f := range findings(check(t, hidden, policies.Options{})) {
		if f.Rule.ID != "HYB813" {
			continue
		}
		if f.Severity != report.Warning || strings.Join(f.Assumed, " ") != "clients" || !strings.Contains(f.Message, "clients") {
			t.Errorf("%s, assumed %v: %s", f.Severity, f.Assumed, f.Message)
		}
		return
	}
	t.Error("HYB813 did not fire")
}
