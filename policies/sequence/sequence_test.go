package sequence_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"hybridlint/loader"
	"hybridlint/loader/model"
	"hybridlint/policies/sequence"
)

// load reads a configuration that must be without problems.
func load(t *testing.T, text string) *model.Model {
	t.Helper()
	config, problems := loader.Load(context.Background(), loader.Options{
		Documents: []loader.Document{{Name: "test.hcl", Text: text}},
	})
	for _, p := range problems {
		t.Fatalf("%d: %s: %s", p.Location.Start.Line, p.Summary, p.Detail)
	}
	return config
}

func id(t *testing.T, config *model.Model, name string) model.RecipientID {
	t.Helper()
	i := slices.IndexFunc(config.Recipients, func(r *model.Recipient) bool { return r.ID == name })
	if i < 0 {
		t.Fatalf("no recipient %s", name)
	}
	return model.RecipientID(i)
}

// plan writes batches that move nobody: name, complete_after, after.
func plan(batches ...[3]string) string {
	var b strings.Builder
	b.WriteString("forest \"corp\" {}\nuser_mailbox \"amy\" { home = \"cloud\" }\n")
	for _, batch := range batches {
		fmt.Fprintf(&b, "migration_batch %q {\n direction = \"onboarding\"\n members = [\"amy\"]\n", batch[0])
		if batch[1] != "" {
			fmt.Fprintf(&b, " complete_after = %q\n", batch[1])
		}
		if batch[2] != "" {
			fmt.Fprintf(&b, " after = [\"%s\"]\n", strings.ReplaceAll(batch[2], " ", `", "`))
		}
		b.WriteString("}\n")
	}
	return b.String()
}

func steps(s *sequence.Sequence) string {
	var all []string
	for _, step := range s.Steps {
		var names []string
		for _, b := range step.Batches {
			names = append(names, b.Name)
		}
		all = append(all, strings.Join(names, "+"))
	}
	return strings.Join(all, " ")
}

func TestOrder(t *testing.T) {
	for name, c := range map[string]struct {
		want    string
		batches [][3]string
	}{
		"names count as people count":    {"wave-2 wave-10", [][3]string{{"wave-10"}, {"wave-2"}}},
		"without case":                   {"A b", [][3]string{{"b"}, {"A"}}},
		"dates beat names":               {"b a", [][3]string{{"a", "2026-12-20"}, {"b", "2026-12-05"}}},
		"no date comes last":             {"b a", [][3]string{{"a"}, {"b", "2026-12-05"}}},
		"after beats dates of others":    {"c b a", [][3]string{{"a", "2026-12-20"}, {"b", "2026-12-05", "c"}, {"c"}}},
		"after through others":           {"d c b a", [][3]string{{"a", "2026-12-20"}, {"b", "2026-12-05", "c"}, {"c", "", "d"}, {"d"}}},
		"one instant, however written":   {"a+b", [][3]string{{"b", "2026-12-05T22:00:00Z"}, {"a", "2026-12-05T23:00:00+01:00"}}},
		"a day is its midnight in UTC":   {"a+b c", [][3]string{{"a", "2026-12-05"}, {"b", "2026-12-05T00:00:00Z"}, {"c", "2026-12-05T00:00:01Z"}}},
		"one instant, but one waits":     {"a b", [][3]string{{"a", "2026-12-05"}, {"b", "2026-12-05", "a"}}},
		"who only goes before is alone":  {"z a+b", [][3]string{{"a", "2026-12-05", "z"}, {"b", "2026-12-05"}, {"z"}}},
		"several go before, one by one":  {"y z a", [][3]string{{"a", "2026-12-05", "z y"}, {"z"}, {"y"}}},
		"undated ones are no step":       {"a b", [][3]string{{"b"}, {"a"}}},
		"numbers of any length, zeroes":  {"w9 w010 w11", [][3]string{{"w11"}, {"w010"}, {"w9"}}},
		"an undated one that nobody has": {"b+c a", [][3]string{{"a"}, {"c", "2026-12-05"}, {"b", "2026-12-05"}}},
	} {
		t.Run(name, func(t *testing.T) {
			for range 2 {
				if got := steps(sequence.New(load(t, plan(c.batches...)))); got != c.want {
					t.Errorf("%s, expected %s", got, c.want)
				}
				slices.Reverse(c.batches) // the order of the file makes no difference
			}
		})
	}
}

const organization = `
forest "corp" {}
forest "emea" {}
user_mailbox "amy" { home = "corp" }
user_mailbox "ben" { home = "corp" }
user_mailbox "eve" { home = "emea" }
user_mailbox "zoe" { home = "cloud" }
linked_mailbox "lin" { home = "corp" }
mail_user "out" { home = "corp" }
distribution_group "list" {
  home    = "corp"
  members = ["amy", "ben", "nested"]
}
mail_enabled_security_group "nested" {
  home    = "corp"
  members = ["eve", "list"]
}
`

func batch(name, forest, members, more string) string {
	return fmt.Sprintf("migration_batch %q {\n source_forest = %q\n members = %s\n %s\n}\n", name, forest, members, more)
}

func TestMoves(t *testing.T) {
	on, off := `direction = "onboarding"`, `direction = "offboarding"`
	config := load(t, organization+
		batch("w1", "corp", `["out", "list", "eve", "amy", "amy"]`, on)+
		batch("w2", "emea", `["eve", "amy"]`, on)+
		batch("w3", "corp", `["amy", "zoe"]`, off)+
		batch("w4", "corp", `["ben"]`, on)+
		batch("w0", "corp", `["ben"]`, on+"\n status = \"Completed\""))
	s := sequence.New(config)
	var got []string
	for i, step := range s.Steps {
		for _, m := range step.Moves {
			got = append(got, fmt.Sprintf("%d:%s:%s>%s@%d", i+1, config.Recipients[m.Recipient].ID, config.ForestName(m.From), config.ForestName(m.To), m.Place))
		}
	}
	// Who is no mailbox, or elsewhere, does not move; nobody moves twice; a batch that is over moves nobody.
	want := []string{"1:amy:corp>cloud@3", "2:eve:emea>cloud@0", "3:zoe:cloud>corp@1", "4:ben:corp>cloud@0"}
	if !slices.Equal(got, want) {
		t.Errorf("%v, expected %v", got, want)
	}
	amy, ben, zoe := id(t, config, "amy"), id(t, config, "ben"), id(t, config, "zoe")
	if !s.Splits(1, amy, ben) || s.Splits(1, amy, zoe) || s.Splits(4, amy, ben) || s.Splits(2, amy, ben) {
		t.Error("Splits does not compare the homes around the step")
	}
	if m, ok := s.Together(1, amy, []model.RecipientID{ben}); !ok || m.Batch.Name != "w4" {
		t.Errorf("amy and ben are together after %v, %v", m.Batch, ok)
	}
	if _, ok := s.Together(3, zoe, []model.RecipientID{amy}); ok {
		t.Error("nothing brings zoe and amy together")
	}
	if b := s.BatchOf(id(t, config, "out")); b == nil || b.Name != "w1" {
		t.Errorf("out is listed in %v", b)
	}
	if s.StepOf("W3") != 3 || s.StepOf("w0") != 0 {
		t.Error("StepOf finds open batches only, without case")
	}
}

func TestPeople(t *testing.T) {
	config := load(t, organization)
	people := config.People(id(t, config, "list"))
	slices.Sort(people)
	want := []model.RecipientID{id(t, config, "amy"), id(t, config, "ben"), id(t, config, "eve")}
	if !slices.Equal(people, want) {
		t.Errorf("%v, expected %v", people, want)
	}
}
