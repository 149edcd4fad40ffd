package policies

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"hybridlint/loader"
)

// TestBreaksThatRiseEnd: a break whose level rises at a later step ends with the step that heals the finding, not before, and
// not never. The rule is about recipients, so that nobody is apart whose meeting would end it.
func TestBreaksThatRiseEnd(t *testing.T) {
	rule := strings.NewReplacer("schema.entry", "schema.recipient", "scopes: [grant]", "scopes: [recipient]", "{recipient} and {delegate}: {cause}", "{recipient}: {cause}",
		"#     when: {acting.side: cloud}\n", "", `{"at": ["delegate"], "vars": {"cause": "old"}}`, `{"at": ["home"], "vars": {"cause": "old"}, "severity": level[input.recipient.home]}`,
		"\tinput.entry.permission == \"full_access\"\n", "").Replace(ownRule("input.organization.mailboxes_on_both_sides")) +
		"\nlevel := {\"on_premises\": \"warning\", \"cloud\": \"error\"}\n"
	c := withOwn(t, map[string]string{ownRuleFile: rule})
	if len(c.Problems()) > 0 {
		t.Fatal(told(c.Problems()))
	}
	text := "forest \"corp\" {}\n"
	for i, name := range []string{"amy", "ben", "zoe"} {
		text += fmt.Sprintf("user_mailbox %q { home = \"corp\" }\nmigration_batch \"wave-%d\" {\n direction = \"onboarding\"\n members = [%[1]q]\n}\n", name, i+1)
	}
	model, problems := loader.Load(context.Background(), loader.Options{Documents: []loader.Document{{Name: "x.hcl", Text: text}}})
	if len(problems) > 0 {
		t.Fatal(told(problems))
	}
	simulated := c.Simulate(context.Background(), model, Options{})
	if !simulated.Complete {
		t.Fatal(told(simulated.Problems))
	}
	var got []string
	for _, step := range simulated.Simulation.Steps {
		for _, f := range step.Breaks.All() {
			if f.Rule.ID == "CON101" {
				got = append(got, fmt.Sprintf("%d %s %s until %s", step.Number, f.About.Recipient, f.Severity, f.Until))
			}
		}
	}
	slices.Sort(got)
	want := []string{
		"1 amy error until wave-3", "1 ben warning until wave-3", "1 zoe warning until wave-3", "2 ben error until wave-3",
	}
	if !slices.Equal(got, want) || len(simulated.Simulation.Stays) > 0 {
		t.Errorf("%q, want %q; %d stay", got, want, len(simulated.Simulation.Stays))
	}
}
