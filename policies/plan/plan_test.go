package plan_test

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"hybridlint/loader/model"
	"hybridlint/policies"
	"hybridlint/policies/plan"
	"hybridlint/policies/waves"
	"hybridlint/report"
	"hybridlint/testdata/organization"
)

// small is an organization of ten mailboxes, of whom each has Send As on the next one; ceo and pa are manager and delegate.
func small(more string) string {
	var b strings.Builder
	b.WriteString("tenant \"contoso\" {}\nforest \"corp\" {\n  exchange_version = \"2019\"\n}\ndirectory_sync \"entra_connect\" {\n  exchange_hybrid_deployment = true\n}\n")
	for i := range 8 {
		fmt.Fprintf(&b, "user_mailbox \"u%d@contoso.com\" {\n  home = \"corp\"\n  size_gb = %d\n  department = \"d%d\"\n}\n", i, i+1, i%2)
	}
	for i := range 7 {
		fmt.Fprintf(&b, "grant \"send_as\" {\n  recipient = \"u%d@contoso.com\"\n  delegate = \"u%d@contoso.com\"\n}\n", i, i+1)
	}
	b.WriteString("user_mailbox \"ceo@contoso.com\" {\n  home = \"corp\"\n  size_gb = 9\n}\nuser_mailbox \"pa@contoso.com\" {\n  home = \"corp\"\n  size_gb = 1\n}\n")
	b.WriteString("outlook_delegate {\n  manager = \"ceo@contoso.com\"\n  delegate = \"pa@contoso.com\"\n}\n")
	return b.String() + more
}

func planBlock(inside string) string {
	return "migration_plan \"p\" {\n  mailboxes = [\"all\"]\n" + inside + "\n}\n"
}

// waveOf is the name of the wave of a mailbox; empty where it has none.
func waveOf(r *plan.Result, mailbox string) string {
	for _, w := range r.Waves {
		if slices.Contains(w.Members, mailbox) {
			return w.Name
		}
	}
	return ""
}

// TestConstraintsHold: caps, pins, freezes, exclusions, named waves, managers and sets are where they are asked to be.
func TestConstraintsHold(t *testing.T) {
	config := load(t, small(planBlock(`
  first_wave    = "2027-01-15"
  mailboxes_max = 3
  gigabytes_max = 20
  wave "pilot" {
    date          = "2027-01-08"
    mailboxes_max = 1
    only          = ["u3@contoso.com"]
  }
  freeze {
    from = "2027-01-20"
    to   = "2027-01-30"
  }
  pin {
    mailboxes = ["u0@contoso.com"]
    last      = true
  }
  pin {
    mailboxes  = ["u7@contoso.com"]
    not_before = "2027-02-10"
  }
  exclude {
    mailboxes = ["u5@contoso.com"]
  }
  together {
    mailboxes = ["u1@contoso.com", "u6@contoso.com"]
  }`)))
	r, problems := found(t, config, policies.Options{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if len(r.Breaches) > 0 {
		t.Error(r.Breaches)
	}
	members := 0
	for _, w := range r.Waves {
		members += len(w.Members)
		if w.Date >= "2027-01-20" && w.Date <= "2027-01-30" {
			t.Errorf("%s is in the freeze", w.Date)
		}
		if len(w.Members) > 3 || w.Held[waves.Gigabytes] > 20 {
			t.Errorf("%s holds %v", w.Name, w.Held)
		}
	}
	pilot := r.Waves[0]
	if pilot.Name != "pilot" || !slices.Equal(pilot.Members, []string{"u3@contoso.com"}) {
		t.Errorf("%+v", pilot)
	}
	last := r.Waves[len(r.Waves)-1]
	if members != 9 || waveOf(r, "u5@contoso.com") != "" || waveOf(r, "u0@contoso.com") != last.Name ||
		waveOf(r, "u1@contoso.com") != waveOf(r, "u6@contoso.com") || waveOf(r, "ceo@contoso.com") != waveOf(r, "pa@contoso.com") {
		t.Errorf("%+v", r.Waves)
	}
	for _, w := range r.Waves {
		if slices.Contains(w.Members, "u7@contoso.com") && w.Date < "2027-02-10" {
			t.Errorf("u7 is in %s", w.Date)
		}
	}
}

// TestContradictions: what cannot hold is refused, with what it is, and each of what is named is needed for it.
func TestContradictions(t *testing.T) {
	tests := []struct{ name, inside, want string }{
		{"too few waves", "  first_wave = \"2027-01-15\"\n  mailboxes_max = 3\n  waves_max = 3", "10 mailboxes have to be in the waves from 2027-01-15 to 2027-01-29, which hold 9. It would without any one of: mailboxes_max (0.hcl"},
		{"too few days", "  dates = [\"2027-01-15\"]\n  gigabytes_max = 10", "GB"},
		{"too large a set", "  first_wave = \"2027-01-15\"\n  mailboxes_max = 2\n  together {\n    mailboxes = [\"u1@contoso.com\", \"u2@contoso.com\", \"u3@contoso.com\"]\n  }", "take more than a wave holds. It would without any one of: mailboxes_max"},
		{"two pins", "  first_wave = \"2027-01-15\"\n  pin {\n    mailboxes = [\"u1@contoso.com\"]\n    not_after = \"2027-01-20\"\n  }\n  pin {\n    mailboxes = [\"u1@contoso.com\"]\n    not_before = \"2027-02-20\"\n  }", "u1@contoso.com can be in no wave. It would without any one of: pin"},
		{"manager and delegate pinned apart", "  first_wave = \"2027-01-15\"\n  pin {\n    mailboxes = [\"ceo@contoso.com\"]\n    wave = \"2027-01-15\"\n  }\n  pin {\n    mailboxes = [\"pa@contoso.com\"]\n    wave = \"2027-01-22\"\n  }", "managers and delegates together"},
		{"after the last day", "  first_wave = \"9999-12-31\"\n  mailboxes_max = 3", "10 mailboxes have to be in the waves from 9999-12-31 to 9999-12-31, which hold 3. It would without any one of: mailboxes_max"},
		{"no day is left", "  dates = [\"2027-01-15\"]\n  wave \"w\" {\n    date = \"2027-02-15\"\n    mailboxes_max = 1\n  }\n  mailboxes_max = 8", "which hold 9"},
		{"too early", "  first_wave = \"2027-01-15\"\n  mailboxes_max = 10\n  waves_max = 2\n  pin {\n    mailboxes = [\"u1@contoso.com\"]\n    not_after = \"2027-01-01\"\n  }", "can be in no wave. It would without any one of: pin"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r, problems := found(t, load(t, small(planBlock(test.inside))), policies.Options{})
			if r != nil || len(problems) != 1 || problems[0].Summary != "Contradiction" || !strings.Contains(problems[0].Detail, test.want) {
				t.Errorf("%v", problems)
			}
		})
	}
}

// TestRefused: what a plan says of those who get no wave from it, or of sizes that nobody knows, is an error.
func TestRefused(t *testing.T) {
	more := "user_mailbox \"gone@contoso.com\" {\n  home = \"cloud\"\n}\nuser_mailbox \"a@contoso.com\" {\n  home = \"corp\"\n}\nuser_mailbox \"b@contoso.com\" {\n  home = \"corp\"\n}\n"
	tests := []struct{ name, inside, want string }{
		{"pinned in the cloud", "  first_wave = \"2027-01-15\"\n  pin {\n    mailboxes = [\"gone@contoso.com\"]\n    last = true\n  }", "Not in the plan: gone@contoso.com gets no wave from this plan: it is in the cloud already"},
		{"pinned and excluded", "  first_wave = \"2027-01-15\"\n  pin {\n    mailboxes = [\"u1@contoso.com\"]\n    last = true\n  }\n  exclude {\n    mailboxes = [\"u1@contoso.com\"]\n  }", "it is excluded"},
		{"sizes unknown", "  first_wave = \"2027-01-15\"\n  gigabytes_max = 100", "Sizes unknown: size_gb of 2 of 12 mailboxes is not known"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			config := load(t, small(planBlock(test.inside)), more)
			_, problems := plan.New(config, config.Plans[0])
			if len(problems) != 1 || !strings.Contains(problems[0].Summary+": "+problems[0].Detail, test.want) || problems[0].Location.Start.Line == 0 {
				t.Errorf("%v", problems)
			}
		})
	}
}

// TestCostsAreWhatIsAskedFor: weights, ignored delegates, exceptions and assumed fixes change what a plan costs.
func TestCostsAreWhatIsAskedFor(t *testing.T) {
	const days = "  first_wave = \"2027-01-15\"\n  mailboxes_max = 2\n"
	cost := func(inside, more string) report.Cost {
		r, problems := found(t, load(t, small(planBlock(days+inside)), more), policies.Options{})
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		return r.Cost
	}
	usual := cost("", "")
	if usual == 0 {
		t.Fatal("a chain that is cut costs nothing")
	}
	if free := cost("  weights {\n    error = 0\n    warning = 0\n    note = 0\n  }", ""); free != 0 {
		t.Errorf("without weights it costs %s", free)
	}
	if all := cost("  ignore {\n    delegates = [\"u1@contoso.com\", \"u2@contoso.com\", \"u3@contoso.com\", \"u4@contoso.com\", \"u5@contoso.com\", \"u6@contoso.com\", \"u7@contoso.com\"]\n  }", ""); all != 0 {
		t.Errorf("with all ignored it costs %s", all)
	}
	waived := "exception \"HYB301\" {\n  rationale = \"known\"\n}\nexception \"HYB302\" {\n  rationale = \"known\"\n}\n"
	if less := cost("", waived); less >= usual {
		t.Errorf("with exceptions it costs %s, without %s", less, usual)
	}
	if fixed := cost("  assume_fixed = [\"HYB703\"]", ""); fixed > usual {
		t.Errorf("with the fixes it costs %s, without %s", fixed, usual)
	}
}

// TestStartedIsFixed: who is in a batch that has started keeps its day, and a price keeps others at theirs.
func TestStartedIsFixed(t *testing.T) {
	batches := `
migration_batch "now" {
  direction      = "onboarding"
  members        = ["u0@contoso.com", "u1@contoso.com"]
  complete_after = "2027-01-10"
  status         = "Syncing"
}
migration_batch "told" {
  direction      = "onboarding"
  members        = ["u7@contoso.com"]
  complete_after = "2027-02-05"
  status         = "Created"
}
`
	r, problems := found(t, load(t, small(planBlock("  first_wave = \"2027-01-15\"\n  mailboxes_max = 2\n  stay = 5000")), batches), policies.Options{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if waveOf(r, "u0@contoso.com") != "" {
		t.Error("who is being moved gets a wave")
	}
	for _, w := range r.Waves {
		if slices.Contains(w.Members, "u7@contoso.com") && w.Date != "2027-02-05" {
			t.Errorf("u7 was told 2027-02-05 and is in %s", w.Date)
		}
	}
}

// TestFollowingTheStarted: a mailbox that moves after a delegate who has started is split from it, and that costs.
func TestFollowingTheStarted(t *testing.T) {
	batch := "migration_batch \"now\" {\n  direction = \"onboarding\"\n  members = [\"u1@contoso.com\"]\n  complete_after = \"2027-01-10\"\n  status = \"Syncing\"\n}\n"
	r, problems := found(t, load(t, small(planBlock("  first_wave = \"2027-01-15\"\n  mailboxes_max = 12")), batch), policies.Options{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	// u1 has Send As on u0, and u2 on u1: both are apart from the 10th to the 15th, the first with an error.
	if r.OpenAtStart != 2 || r.AtStart < 50_000 || len(r.Waves) != 1 {
		t.Errorf("%d are open at the start, for %s, in %d waves", r.OpenAtStart, r.AtStart, len(r.Waves))
	}
}

// TestSameEverywhere: neither the number of workers nor the order of blocks changes a plan.
func TestSameEverywhere(t *testing.T) {
	config := generated(t, organization.Options{Seed: 4, Mailboxes: 400}, fmt.Sprintf(block, ""))
	one, _ := found(t, config, policies.Options{Jobs: 1})
	four, _ := found(t, config, policies.Options{Jobs: 4})
	if !reflect.DeepEqual(one.Waves, four.Waves) || one.Cost != four.Cost {
		t.Error("two plans of one configuration")
	}
}

// TestConservation: what is open at the start and comes apart goes together again or is open at the end, and waves cost what the plan
// costs.
func TestConservation(t *testing.T) {
	r, problems := found(t, generated(t, organization.Options{Seed: 5, Mailboxes: 500}, fmt.Sprintf(block, "")), policies.Options{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	open, sum := r.OpenAtStart, r.AtStart
	for _, w := range r.Waves {
		open += w.Split - w.Heals
		sum += w.Cost
	}
	if open != r.OpenAtEnd || sum != r.Cost {
		t.Errorf("%d are open at the end and not %d; the waves cost %s and not %s", open, r.OpenAtEnd, sum, r.Cost)
	}
	id := slices.IndexFunc(modelOf(r).Recipients, func(x *model.Recipient) bool { return x.ID == r.Waves[0].Members[0] })
	explained, ok := r.Explain(model.RecipientID(id))
	if !ok || explained.Wave != r.Waves[0].Name || len(explained.Choices) != len(r.Waves)-1 {
		t.Fatalf("%+v", explained)
	}
	choice := explained.Choices[0]
	what, ok := r.WhatIf(model.RecipientID(id), choice.Wave)
	if !ok || what.More != choice.More {
		t.Errorf("moving it costs %s, and explained is %s", what.More, choice.More)
	}
}

func modelOf(r *plan.Result) *model.Model { return r.Model() }

// TestPrices: a constraint that binds has a price, and none has a negative one.
func TestPrices(t *testing.T) {
	config := load(t, small(planBlock("  first_wave = \"2027-01-15\"\n  mailboxes_max = 5\n  pin {\n    mailboxes = [\"u4@contoso.com\"]\n    last = true\n  }\n  pin {\n    mailboxes = [\"u3@contoso.com\"]\n    not_after = \"2027-01-15\"\n  }")))
	planner, _ := plan.New(config, config.Plans[0])
	splits := catalog().Splits(context.Background(), config, planner.Request(), policies.Options{})
	r, problems := planner.Find(context.Background(), splits, plan.Options{Effort: waves.Normal, Seed: -1, Prices: true})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	total := report.Cost(0)
	for _, p := range r.Prices {
		if p.Saves < 0 {
			t.Errorf("%+v", p)
		}
		total += p.Saves
	}
	if len(r.Prices) < 4 || total == 0 {
		t.Errorf("%+v", r.Prices)
	}
}
