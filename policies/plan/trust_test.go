package plan_test

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"hybridlint/loader"
	"hybridlint/loader/model"
	"hybridlint/policies"
	"hybridlint/policies/plan"
	"hybridlint/policies/waves"
	"hybridlint/report"
	"hybridlint/testdata/organization"
)

var catalog = sync.OnceValue(func() *policies.Catalog {
	c, err := policies.NewCatalog()
	if err != nil {
		panic(err)
	}
	return c
})

// load reads a configuration that must be without problems.
func load(t *testing.T, texts ...string) *model.Model {
	t.Helper()
	var documents []loader.Document
	for i, text := range texts {
		documents = append(documents, loader.Document{Name: fmt.Sprintf("%d.hcl", i), Text: text})
	}
	config, problems := loader.Load(context.Background(), loader.Options{Documents: documents})
	for _, p := range problems {
		t.Fatalf("%s:%d: %s: %s", p.Location.File, p.Location.Start.Line, p.Summary, p.Detail)
	}
	return config
}

// generated is an organization with a plan.
func generated(t *testing.T, o organization.Options, block string) *model.Model {
	t.Helper()
	folder := t.TempDir()
	if err := organization.WriteFolder(folder, o); err != nil {
		t.Fatal(err)
	}
	config, problems := loader.Load(context.Background(), loader.Options{
		Paths: []string{folder}, Documents: []loader.Document{{Name: "plan.hcl", Text: block}},
	})
	if len(problems) > 0 {
		t.Fatal(problems[0])
	}
	return config
}

// found plans the first plan of a configuration.
func found(t *testing.T, config *model.Model, options policies.Options) (*plan.Result, []report.Problem) {
	t.Helper()
	planner, problems := plan.New(config, config.Plans[0])
	if len(problems) > 0 {
		return nil, problems
	}
	if problems := planner.Contradiction(); len(problems) > 0 {
		return nil, problems
	}
	splits := catalog().Splits(context.Background(), config, planner.Request(), options)
	if len(splits.Problems) > 0 {
		t.Fatal(splits.Problems[0])
	}
	return planner.Find(context.Background(), splits, plan.Options{Effort: waves.Normal, Seed: -1})
}

const block = `migration_plan "p" {
  mailboxes     = ["all"]
  first_wave    = "2027-01-15"
  mailboxes_max = 40
%s
}
`

// TestTrust: what simulate finds in the waves of a plan is what the plan predicts, for every entry of one person: which findings come
// with which wave, at which level, and with which wave they go.
func TestTrust(t *testing.T) {
	for _, o := range []organization.Options{
		{Seed: 1, Mailboxes: 600}, {Seed: 2, Mailboxes: 500, Upkeep: organization.Maintained}, {Seed: 3, Mailboxes: 700, GrantsPerMailbox: 8},
	} {
		t.Run(fmt.Sprint(o.Seed), func(t *testing.T) {
			config := generated(t, o, fmt.Sprintf(block, ""))
			r, problems := found(t, config, policies.Options{Profiles: []report.Profile{report.ExtendedProfile}})
			if len(problems) > 0 {
				t.Fatal(problems[0])
			}
			want := r.Predicted()
			simulated := catalog().Simulate(context.Background(), r.Model(), policies.Options{Profiles: []report.Profile{report.ExtendedProfile}})
			got := simulatedBreaks(r, simulated)
			if len(want) < 40 {
				t.Errorf("only %d kinds of findings are predicted", len(want))
			}
			compareCounts(t, want, got)
		})
	}
}

// simulatedBreaks counts the breaks of entries of one person, both ends in some wave, that a later wave heals.
func simulatedBreaks(r *plan.Result, s *policies.Simulated) map[string]int {
	moves := map[string]bool{}
	for _, w := range r.Waves {
		for _, name := range w.Members {
			moves[name] = true
		}
	}
	stays := map[string]bool{}
	for _, f := range s.Simulation.Stays {
		stays[f.Fingerprint] = true
	}
	counted := map[string]int{}
	for _, step := range s.Simulation.Steps {
		for _, b := range step.Breaks.All() {
			a := b.About
			if !moves[a.Recipient] || !moves[a.Delegate] || stays[b.Fingerprint] || a.Permission == "sharing_invitation" {
				continue
			}
			counted[strings.Join([]string{step.Batches[0], b.Until, b.Rule.ID, b.Severity.String(), a.Permission, a.Recipient, a.Delegate, a.Folder}, " ")]++
		}
	}
	return counted
}

func compareCounts(t *testing.T, want, got map[string]int) {
	t.Helper()
	shown := 0
	for _, key := range slices.Sorted(maps.Keys(want)) {
		if got[key] != want[key] && shown < 10 {
			shown++
			t.Errorf("predicted %d, simulated %d: %s", want[key], got[key], key)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(got)) {
		if want[key] == 0 && shown < 20 {
			shown++
			t.Errorf("not predicted, simulated %d: %s", got[key], key)
		}
	}
}

// TestTrustAfterFixes: with fixes that are assumed, simulate agrees once those that the plan lists have been made, on the entries and
// the forest that it names and on no others.
func TestTrustAfterFixes(t *testing.T) {
	for _, assumed := range []string{`"HYB703"`, `"HYB707"`, `"HYB709"`, `"HYB703", "HYB707", "HYB708", "HYB709"`} {
		t.Run(assumed, func(t *testing.T) {
			config := generated(t, organization.Options{Seed: 6, Mailboxes: 300}, fmt.Sprintf(block, "  assume_fixed = ["+assumed+"]"))
			neglect(config)
			options := policies.Options{}
			r, problems := found(t, config, options)
			if len(problems) > 0 {
				t.Fatal(problems[0])
			}
			planned := r.Model()
			r.AddFixes(catalog().Check(context.Background(), planned, options).Findings)
			if made := repair(planned, r, assumed); made < 5 && assumed != `"HYB709"` || made == 0 {
				t.Fatalf("only %d fixes", made)
			}
			simulated := catalog().Simulate(context.Background(), planned, options)
			compareCounts(t, r.Predicted(), simulatedBreaks(r, simulated))
		})
	}
}

// neglect makes every fifth Full Access come from above the mailbox, and leaves objects out of lists of permissions in all forests.
func neglect(config *model.Model) {
	for i, f := range config.Forests {
		changed := *f
		changed.ACLableSyncedObjectEnabled = model.False
		config.Forests[i] = &changed
	}
	n := 0
	config.Grants, _ = config.Grants.Changed(func(g *model.Grant) bool {
		if g.Permission != model.FullAccess || g.Inherited == model.True {
			return true
		}
		if n++; n%5 == 0 {
			terms := *g.GrantTerms
			terms.Inherited = model.True
			g.GrantTerms = &terms
		}
		return true
	})
}

// repair makes the changes that the waves of a plan ask for, of rules that it counts on, and gives their number.
func repair(config *model.Model, r *plan.Result, assumed string) int {
	type entry struct{ rule, recipient, delegate string }
	wanted := map[entry]bool{}
	for _, w := range r.Waves {
		for _, f := range w.Fixes {
			if strings.Contains(assumed, f.Rule.ID) {
				wanted[entry{f.Rule.ID, f.About.Recipient, f.About.Delegate}] = true
			}
		}
	}
	made := 0
	for e := range wanted {
		if e.rule == "HYB709" {
			made++
			for i, f := range config.Forests {
				changed := *f
				changed.ACLableSyncedObjectEnabled = model.True
				config.Forests[i] = &changed
			}
		}
	}
	config.Grants, _ = config.Grants.Changed(func(g *model.Grant) bool {
		if g.Delegate.Recipient == model.NoRecipient {
			return true
		}
		mailbox, delegate := config.Recipients[g.Recipient], config.Recipients[g.Delegate.Recipient].ID
		if g.Permission == model.SendAs && wanted[entry{"HYB703", mailbox.ID, delegate}] {
			terms := *g.EntryTerms
			if !terms.PresentIn.Declared() {
				terms.PresentIn = model.SidesOf(mailbox.Home)
			}
			terms.PresentIn = terms.PresentIn.With(model.Cloud)
			g.EntryTerms = &terms
			made++
		}
		if g.Inherited == model.True && wanted[entry{"HYB707", mailbox.ID, delegate}] {
			terms := *g.GrantTerms
			terms.Inherited = model.False
			g.GrantTerms = &terms
			made++
		}
		return true
	})
	return made
}
