package policies_test

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hybridlint/loader"
	"hybridlint/loader/model"
	"hybridlint/policies"
	"hybridlint/report"
	"hybridlint/testdata/organization"
)

// occurrence is a finding at a level.
type occurrence struct {
	fingerprint string
	severity    report.Severity
}

// judgedIn counts the findings of a check that a simulation judges.
func judgedIn(result *policies.Result, judged []*report.Rule) map[occurrence]int {
	ids := map[string]bool{}
	for _, r := range judged {
		ids[r.ID] = true
	}
	counts := map[occurrence]int{}
	for _, f := range result.Findings {
		if ids[f.Rule.ID] && f.Suppressed == nil {
			counts[occurrence{f.Fingerprint, f.Severity}]++
		}
	}
	return counts
}

func add(counts map[occurrence]int, o occurrence, n int) {
	if counts[o] += n; counts[o] == 0 {
		delete(counts, o)
	}
}

// apply changes the findings of the state before a step to those of the state after it, as the step says.
func apply(counts map[occurrence]int, step report.SimulatedStep) {
	for _, f := range step.Breaks.All() {
		add(counts, occurrence{f.Fingerprint, f.Severity}, 1)
		if f.Other != report.NoSeverity {
			add(counts, occurrence{f.Fingerprint, f.Other}, -1)
		}
	}
	for _, f := range step.Heals.All() {
		add(counts, occurrence{f.Fingerprint, f.Severity}, -1)
		if f.Other != report.NoSeverity {
			add(counts, occurrence{f.Fingerprint, f.Other}, 1)
		}
	}
}

// compareWithScratch simulates a configuration, and compares every state with a check of that state from scratch.
func compareWithScratch(t *testing.T, catalog *policies.Catalog, config *model.Model) *policies.Simulated {
	t.Helper()
	options := policies.Options{Today: 20260615, Profiles: []report.Profile{report.ExtendedProfile, report.VerboseProfile}}
	simulated := catalog.Simulate(context.Background(), config, options)
	if !simulated.Complete {
		t.Fatalf("%v", simulated.Problems)
	}
	counts := judgedIn(catalog.Check(context.Background(), config, options), simulated.Rules)
	for _, step := range simulated.Simulation.Steps {
		apply(counts, step)
		options.After = step.Batches[0]
		scratch := catalog.Check(context.Background(), config, options)
		if scratch.State == nil || scratch.State.Step != step.Number {
			t.Fatalf("step %d: the state is %+v", step.Number, scratch.State)
		}
		if want := judgedIn(scratch, simulated.Rules); !maps.Equal(counts, want) {
			t.Fatalf("step %d (%v): %d findings, and %d from scratch", step.Number, step.Batches, len(counts), len(want))
		}
		open := report.Summary{}
		for o, n := range counts {
			for range n {
				open.Count(o.severity, false)
			}
		}
		if open != step.Open {
			t.Errorf("step %d: open are %+v, and not %+v", step.Number, open, step.Open)
		}
	}
	checkLasting(t, &simulated.Simulation, counts)
	return simulated
}

// checkLasting: a break without an end is there at the end, at its level or a higher one; what stays is what is there of the breaks.
func checkLasting(t *testing.T, s *report.Simulation, end map[occurrence]int) {
	t.Helper()
	levels := map[string]report.Severity{}
	for o := range end {
		levels[o.fingerprint] = o.severity
	}
	stays := map[occurrence]bool{}
	for _, f := range s.Stays {
		stays[occurrence{f.Fingerprint, f.Severity}] = true
		if end[occurrence{f.Fingerprint, f.Severity}] == 0 {
			t.Errorf("%s stays as %s, and is %s at the end: %s", f.Rule.ID, f.Severity, levels[f.Fingerprint], f.Message)
		}
	}
	for _, step := range s.Steps {
		for _, f := range step.Breaks.All() {
			if f.Until == "" && levels[f.Fingerprint] < f.Severity {
				t.Errorf("step %d: %s breaks as %s until the end, where it is %s: %s", step.Number, f.Rule.ID, f.Severity, levels[f.Fingerprint], f.Message)
			}
			if f.Until == "" && !stays[occurrence{f.Fingerprint, levels[f.Fingerprint]}] {
				t.Errorf("step %d: %s breaks until the end, and does not stay: %s", step.Number, f.Rule.ID, f.Message)
			}
		}
	}
}

// waves puts the on-premises mailboxes of a configuration into batches, as a file beside it.
func waves(config *model.Model, n int) string {
	members := map[model.ForestID][][]string{}
	for i, r := range config.Recipients {
		if r.Type.IsMailbox() && r.Home.OnPremises() {
			if members[r.Home] == nil {
				members[r.Home] = make([][]string, n)
			}
			members[r.Home][i%n] = append(members[r.Home][i%n], fmt.Sprintf("%q", r.ID))
		}
	}
	var b strings.Builder
	for forest, waves := range members {
		for i, names := range waves {
			if len(names) > 0 {
				fmt.Fprintf(&b, "migration_batch \"simulated-%s-%d\" {\n  direction = \"onboarding\"\n  source_forest = %q\n  members = [%s]\n}\n",
					config.ForestName(forest), i, config.ForestName(forest), strings.Join(names, ", "))
			}
		}
	}
	return b.String()
}

// TestSimulateAgreesWithScratch: what a simulation says of the batches of a random configuration, and of a plan with more
// waves, is what a check of every state says.
func TestSimulateAgreesWithScratch(t *testing.T) {
	catalog := newCatalog(t)
	for seed := range uint64(12) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			text := organization.Random(seed + 1).String()
			config := loadTexts(t, text)
			compareWithScratch(t, catalog, config)
			compareWithScratch(t, catalog, loadTexts(t, text+waves(config, 3)))
		})
	}
}

// TestSimulateOrganization: twelve waves of an organization of 2,000 mailboxes, told as they are.
func TestSimulateOrganization(t *testing.T) {
	mailboxes := 2000
	if testing.Short() || raceDetector {
		mailboxes = 200
	}
	folder := t.TempDir()
	o := organization.Options{Seed: 5, Mailboxes: mailboxes, GrantsPerMailbox: 5}
	if err := organization.WriteFolder(folder, o); err != nil {
		t.Fatal(err)
	}
	config := loadFolder(t, folder)
	if err := os.WriteFile(filepath.Join(folder, "waves.hcl"), []byte(waves(config, 12)), 0o600); err != nil {
		t.Fatal(err)
	}
	simulated := compareWithScratch(t, newCatalog(t), loadFolder(t, folder))
	if len(simulated.Simulation.Steps) < 12 || simulated.Simulation.Breaks().Errors == 0 {
		t.Errorf("%d steps with %d errors", len(simulated.Simulation.Steps), simulated.Simulation.Breaks().Errors)
	}
}

func loadFolder(t *testing.T, folder string) *model.Model {
	t.Helper()
	config, problems := loader.Load(context.Background(), loader.Options{Paths: []string{"."}, Dir: folder, Jobs: 2})
	for _, p := range problems[:min(len(problems), 5)] {
		t.Errorf("%s:%d: %s: %s", p.Location.File, p.Location.Start.Line, p.Summary, p.Detail)
	}
	return config
}
