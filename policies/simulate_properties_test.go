package policies_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hybridlint/loader/model"
	"hybridlint/policies"
	"hybridlint/policies/sequence"
	"hybridlint/report"
	"hybridlint/testdata/organization"
)

// trueTogether says of rules why what they find may come with a step that moves everybody, to people who are together in the cloud.
func trueTogether() map[string]string {
	const (
		sending = "Exchange Online combines and lacks permissions to send as on-premises does, entry by entry"
		opening = "what opens, hides or shows a mailbox in Exchange Online is judged of every pair"
		third   = "an object in a third forest stays as it is, and now stands for a mailbox in the cloud"
	)
	return map[string]string{
		"HYB114": "a forest without mailboxes is one of which only the tools count",
		"HYB208": opening, "HYB209": opening, "HYB210": sending, "HYB214": opening,
		"HYB302": "an entry that was not at home did not travel, so it is missing in the cloud", "HYB303": sending,
		"HYB308": sending, "HYB309": sending, "HYB402": "as HYB302, for Send on Behalf", "HYB406": sending, "HYB407": sending,
		"HYB509": opening, "HYB511": opening, "HYB515": opening,
		// The list of the specification misses these.
		"HYB111": third, "HYB117": third, "HYB811": opening,
	}
}

// TestEverybodyTogether: a step that moves all mailboxes breaks only what is true of people who are together in the cloud, and what
// is between a mailbox and somebody who is no mailbox and cannot move, such as HYB601, HYB603, HYB605, HYB606 and HYB610 of a
// manager whose delegate stays, which the list of the specification misses, too.
func TestEverybodyTogether(t *testing.T) {
	catalog := newCatalog(t)
	allowed := trueTogether()
	for seed := range uint64(40) {
		text := withoutBatches(organization.Random(seed + 1))
		one := strings.ReplaceAll(waves(loadTexts(t, text), 1), "  direction", "  complete_after = \"2099-01-01\"\n  direction")
		config := loadTexts(t, text, one)
		moved := map[string]bool{}
		for _, r := range config.Recipients {
			moved[r.ID] = r.Type.IsMailbox()
		}
		simulated := catalog.Simulate(context.Background(), config, allProfiles())
		if !simulated.Complete || len(simulated.Simulation.Steps) > 1 {
			t.Fatal(len(simulated.Simulation.Steps), simulated.Problems)
		}
		for _, step := range simulated.Simulation.Steps {
			for _, f := range step.Breaks.All() {
				if allowed[f.Rule.ID] == "" && moved[f.About.Recipient] && (f.About.Delegate == "" || moved[f.About.Delegate]) {
					t.Errorf("seed %d: %s: %s", seed, f.Rule.ID, f.Message)
				}
			}
		}
	}
}

func allProfiles() policies.Options {
	return policies.Options{Today: 20260615, Profiles: []report.Profile{report.ExtendedProfile, report.VerboseProfile}}
}

// withoutBatches leaves the batches of a configuration out.
func withoutBatches(c organization.Configuration) string {
	var kept organization.Configuration
	for _, block := range c.Blocks {
		if !strings.Contains(block, "migration_batch ") {
			kept.Blocks = append(kept.Blocks, block)
		}
	}
	return kept.String()
}

// TestSimulateIgnoresOrder: neither the order of blocks, batches among them, nor the files they are in change a simulation.
func TestSimulateIgnoresOrder(t *testing.T) {
	catalog := newCatalog(t)
	for seed := range uint64(8) {
		c := organization.Random(seed + 1)
		c.Blocks = append(c.Blocks, strings.SplitAfter(waves(loadTexts(t, c.String()), 3), "\n}\n")...)
		want := toldOf(t, catalog, loadTexts(t, c.String()))
		got := toldOf(t, catalog, loadTexts(t, c.Shuffled(seed).Files(3)...))
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("seed %d: %s", seed, d)
		}
	}
}

// toldOf is what a simulation says of its steps, without places. Equal findings are numbered by their places, so they are counted.
func toldOf(t *testing.T, catalog *policies.Catalog, config *model.Model) []map[string]int {
	t.Helper()
	simulated := catalog.Simulate(context.Background(), config, allProfiles())
	if !simulated.Complete {
		t.Fatal(simulated.Problems)
	}
	var told []map[string]int
	for _, step := range simulated.Simulation.Steps {
		says := map[string]int{fmt.Sprint(step.Batches, step.Moves, step.Open, step.Suppressed): 1}
		for _, f := range step.Breaks.All() {
			says[fmt.Sprint("breaks ", f.Rule.ID, f.Severity, f.Other, f.Identity, f.Until)]++
		}
		for _, f := range step.Heals.All() {
			says[fmt.Sprint("heals ", f.Rule.ID, f.Severity, f.Other, f.Identity)]++
		}
		told = append(told, says)
	}
	return told
}

// TestThereAndBack: what moved to the cloud and back has the homes and types of before, but that a linked mailbox stays a user
// mailbox. What the step function says of entries and objects is said once: going there and back again changes no finding.
func TestThereAndBack(t *testing.T) {
	catalog := newCatalog(t)
	for seed := range uint64(20) {
		first := loadTexts(t, withoutBatches(organization.Random(seed+1)))
		forest := first.OnlyForest()
		if forest == model.NoForest {
			forest = 1
		}
		back := thereAndBack(first, forest)
		again := thereAndBack(back, forest)
		for i, r := range first.Recipients {
			kind := r.Type
			if kind == model.LinkedMailbox && r.Home == forest {
				kind = model.UserMailbox
			}
			if b := back.Recipients[i]; b.Home != r.Home || b.Type != kind {
				t.Errorf("seed %d: %s is a %s in %d, and was a %s in %d", seed, r.ID, b.Type, b.Home, r.Type, r.Home)
			}
		}
		all := func(*report.Finding) bool { return true }
		if d := cmp.Diff(identities(catalog, back, all), identities(catalog, again, all)); d != "" {
			t.Errorf("seed %d: going again changes %s", seed, d)
		}
		// Between people of whom neither moves there is nothing that the step function changes.
		moves := map[string]bool{}
		for _, r := range first.Recipients {
			moves[r.ID] = r.Type.IsMailbox() && r.Home == forest
		}
		others := func(f *report.Finding) bool {
			return f.About.Delegate != "" && !moves[f.About.Recipient] && !moves[f.About.Delegate]
		}
		if d := cmp.Diff(identities(catalog, first, others), identities(catalog, back, others)); d != "" {
			t.Errorf("seed %d: between others there is %s", seed, d)
		}
	}
}

// thereAndBack moves all mailboxes of a forest to the cloud in one configuration, and back by one new batch in a second one.
func thereAndBack(config *model.Model, forest model.ForestID) *model.Model {
	var members []model.RecipientID
	for i, r := range config.Recipients {
		if r.Type.IsMailbox() && r.Home == forest {
			members = append(members, model.RecipientID(i))
		}
	}
	for _, direction := range []model.Direction{model.Onboarding, model.Offboarding} {
		next := *config
		next.Batches = []*model.MigrationBatch{{Name: "everybody", Direction: direction, SourceForest: forest, Members: members}}
		after := sequence.New(&next).Start().Next(func(model.RecipientID) bool { return true })
		config = after.Model
		config.Batches = nil
	}
	return config
}

// identities counts the findings of a check by what they are about and their levels.
func identities(catalog *policies.Catalog, config *model.Model, counted func(*report.Finding) bool) map[string]int {
	counts := map[string]int{}
	for _, f := range catalog.Check(context.Background(), config, allProfiles()).Findings {
		if counted(f) {
			counts[fmt.Sprint(f.Rule.ID, " ", f.Severity, " ", f.Subject)]++
		}
	}
	return counts
}

// TestAbout: of an invitation the owner is the recipient, and who is invited the delegate; an Outlook delegate and the grant that
// follows from one have one permission.
func TestAbout(t *testing.T) {
	invited := loadTexts(t, `
forest "corp" {}
directory_sync "none" {}
user_mailbox "ann@contoso.com" { home = "cloud" }
user_mailbox "ben@contoso.com" { home = "corp" }
sharing_invitation {
  owner                 = "ann@contoso.com"
  recipient             = "partner@northwind.com"
  sender_client_updated = false
}
outlook_delegate {
  manager    = "ben@contoso.com"
  delegate   = "ann@contoso.com"
  present_in = ["corp"]
}
`)
	seen := map[string]string{}
	for _, f := range newCatalog(t).Check(context.Background(), invited, allProfiles()).Findings {
		if f.About.Delegate != "" {
			seen[f.Rule.ID] = f.About.Permission + " " + f.About.Recipient + " " + f.About.Delegate
		}
	}
	const delegate = "outlook_delegate ben@contoso.com ann@contoso.com"
	want := map[string]string{"HYB514": "sharing_invitation ann@contoso.com partner@northwind.com", "HYB601": delegate, "HYB402": delegate}
	for id, about := range want {
		if seen[id] != about {
			t.Errorf("%s is about %q, want %q", id, seen[id], about)
		}
	}
	for id, about := range seen {
		if want[id] == "" && about != delegate {
			t.Errorf("%s is about %q", id, about)
		}
	}
}
