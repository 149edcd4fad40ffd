package sequence_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"hybridlint/loader/model"
	"hybridlint/policies/sequence"
)

// moved is the state after the first step; only "plain" is not mail-enabled in the cloud.
func moved(t *testing.T, text string) *model.Model {
	t.Helper()
	config := load(t, text)
	return sequence.New(config).Start().Next(func(id model.RecipientID) bool { return config.Recipients[id].ID != "plain" }).Model
}

// The people of the table: amy moves to the cloud on 2026-12-05 at half past eleven in the evening in
// New York, which is the day after in UTC; off moves to corp at the same time.
const people = `
forest "corp" {}
forest "emea" {}
user_mailbox "ben" { home = "corp" }
user_mailbox "zoe" { home = "cloud" }
mail_user "plain" { home = "corp" }
migration_batch "w1" {
  direction      = "onboarding"
  source_forest  = "corp"
  members        = ["amy", "lin"]
  complete_after = "2026-12-05T23:30:00-05:00"
}
migration_batch "w2" {
  direction      = "offboarding"
  source_forest  = "corp"
  members        = ["off"]
  complete_after = "2026-12-06T04:30:00Z"
}
linked_mailbox "lin" { home = "corp" }
`

const (
	amy = "user_mailbox \"amy\" { home = \"corp\" }\n"
	off = "user_mailbox \"off\" {\n home = \"cloud\"\n origin = \"corp\"\n provisioned_by = \"migration\"\n moved_on = \"2026-01-01\"\n}\n"
)

// TestNextOfMailboxes goes through the rows of the table about a mailbox.
func TestNextOfMailboxes(t *testing.T) {
	object := func(forest, more string) string { return "object \"" + forest + "\" {\n" + more + "\n}\n" }
	mailbox := func(name, home, more string) string {
		return fmt.Sprintf("user_mailbox %q {\n home = %q\n %s}\n", name, home, more)
	}
	for what, c := range map[string]struct{ text, who, want string }{
		"home, origin, moved_on":  {amy + off, "amy", "user_mailbox cloud from corp on 20261206"},
		"a linked mailbox":        {amy + off, "lin", "user_mailbox cloud from corp on 20261206"},
		"back to a forest":        {amy + off, "off", "user_mailbox corp | cloud exists mail_user"},
		"objects, to the cloud":   {mailbox("amy", "corp", object("cloud", "exists = true")+object("emea", "exists = false")) + off, "amy", "user_mailbox cloud from corp on 20261206 | emea not"},
		"objects, to the forest":  {amy + mailbox("off", "cloud", object("corp", "exists = true")+object("emea", "exists = true")), "off", "user_mailbox corp | cloud exists mail_user | emea exists"},
		"who does not move stays": {amy + off, "ben", "user_mailbox corp"},
	} {
		t.Run(what, func(t *testing.T) {
			config := moved(t, people+c.text)
			r := config.Recipients[id(t, config, c.who)]
			got := fmt.Sprintf("%s %s", r.Type, config.ForestName(r.Home))
			if r.Origin != model.NoForest && r.Home == model.Cloud {
				got += fmt.Sprintf(" from %s on %d", config.ForestName(r.Origin), r.MovedOn)
				if r.ProvisionedBy != model.ProvisionedByMigration {
					t.Errorf("provisioned by %d", r.ProvisionedBy)
				}
			} else if r.ProvisionedBy != 0 || r.MovedOn != 0 {
				t.Errorf("provisioned by %d on %d", r.ProvisionedBy, r.MovedOn)
			}
			var objects []string
			for _, o := range r.Objects {
				exists := map[model.Bool]string{model.True: " exists", model.False: " not"}[o.Exists]
				if o.RecipientTypeDetails == model.MailUserObject {
					exists += " mail_user"
				}
				objects = append(objects, " | "+config.ForestName(o.Forest)+exists)
			}
			slices.Sort(objects)
			if got += strings.Join(objects, ""); got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}

// TestNextOfEntries goes through the rows of the table about entries, those of unknown_in among them.
func TestNextOfEntries(t *testing.T) {
	for what, c := range map[string]struct{ on, delegate, attributes, want string }{
		"at home by default":             {"amy", "ben", ``, "existing present corp cloud, before the move"},
		"at home as declared":            {"amy", "ben", `present_in = ["corp"]`, "existing present corp cloud, before the move"},
		"on both sides":                  {"amy", "ben", `present_in = ["corp", "cloud"]`, "existing present corp cloud, before the move"},
		"not at home":                    {"amy", "ben", `present_in = ["cloud"]`, "existing present cloud"},
		"nowhere":                        {"amy", "ben", `present_in = []`, "existing present"},
		"at home, the cloud unknown":     {"amy", "ben", `unknown_in = ["cloud"]`, "existing present corp cloud, before the move"},
		"at home, others unknown":        {"amy", "ben", "present_in = [\"corp\"]\n unknown_in = [\"cloud\", \"emea\"]", "existing present corp cloud, unknown emea, before the move"},
		"home unknown":                   {"amy", "ben", `unknown_in = ["corp"]`, "existing unknown corp cloud"},
		"home unknown, another declared": {"amy", "ben", "present_in = [\"emea\"]\n unknown_in = [\"corp\"]", "existing present emea, unknown corp cloud"},
		"said to be made after the move": {"amy", "ben", `established_before_move = false`, "existing present corp cloud, before the move"},
		"inherited":                      {"amy", "ben", `inherited = true`, "gone"},
		"inherited, back to a forest":    {"off", "ben", `inherited = true`, "existing present cloud corp"},
		"no object in the cloud":         {"amy", "plain", ``, "gone"},
		"no object, back to a forest":    {"off", "plain", ``, "existing present cloud corp"},
		"back to a forest":               {"off", "ben", ``, "existing present cloud corp"},
		"back, not at home":              {"off", "ben", `present_in = ["corp"]`, "existing present corp"},
		"back, home unknown":             {"off", "ben", `unknown_in = ["cloud"]`, "existing unknown cloud corp"},
		"only the delegate moves":        {"ben", "amy", ``, "planned"},
	} {
		t.Run(what, func(t *testing.T) {
			grant := fmt.Sprintf("grant \"send_as\" {\n recipient = %q\n delegate = %q\n %s\n}\n", c.on, c.delegate, c.attributes)
			config := moved(t, people+amy+off+grant)
			got := "gone"
			for _, g := range config.Grants.All() {
				got = termsOf(config, g.EntryTerms)
			}
			if got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}

func termsOf(config *model.Model, terms *model.EntryTerms) string {
	text := map[model.State]string{model.Planned: "planned", model.Existing: "existing"}[terms.State]
	for i, sides := range []model.Sides{terms.PresentIn, terms.UnknownIn} {
		if !sides.Declared() || i == 1 && len(slices.Collect(sides.All())) == 0 {
			continue
		}
		if i == 1 && terms.PresentIn.Declared() {
			text += ","
		}
		text += [2]string{" present", " unknown"}[i]
		for f := range sides.All() {
			text += " " + config.ForestName(f)
		}
	}
	if terms.EstablishedBeforeMove == model.True {
		text += ", before the move"
	}
	return text
}

// TestNextOfOutlookDelegates: those of whom one end moves while both were together; of a group, the declared members count.
func TestNextOfOutlookDelegates(t *testing.T) {
	const group = "mail_enabled_security_group \"team\" {\n home = \"corp\"\n members = [\"ben\", \"lin\"]\n}\n"
	for what, c := range map[string]struct{ manager, delegate, attributes, want string }{
		"the manager moves":              {"amy", "ben", ``, "separately true, reconfigured false"},
		"the delegate moves":             {"ben", "amy", ``, "separately true, reconfigured false"},
		"both move":                      {"amy", "lin", ``, "separately not declared, reconfigured not declared"},
		"they were apart":                {"amy", "zoe", ``, "separately not declared, reconfigured not declared"},
		"one of a group stays":           {"amy", "team", ``, "separately true, reconfigured false"},
		"one of a group goes":            {"ben", "team", ``, "separately true, reconfigured false"},
		"declared otherwise, and stays":  {"amy", "ben", "moved_separately = false\n reconfigured_after_move = true", "separately false, reconfigured true"},
		"neither moves":                  {"ben", "zoe", ``, "separately not declared, reconfigured not declared"},
		"not mail-enabled, left behind":  {"amy", "plain", ``, "gone"},
		"not mail-enabled, in a forest ": {"off", "plain", ``, "separately not declared, reconfigured not declared"},
	} {
		t.Run(what, func(t *testing.T) {
			delegate := fmt.Sprintf("outlook_delegate {\n manager = %q\n delegate = %q\n %s\n}\n", c.manager, c.delegate, c.attributes)
			config := moved(t, people+amy+off+group+delegate)
			got := "gone"
			said := map[model.Bool]string{model.Undeclared: "not declared", model.False: "false", model.True: "true"}
			for _, d := range config.OutlookDelegates {
				got = "separately " + said[d.MovedSeparately] + ", reconfigured " + said[d.ReconfiguredAfterMove]
			}
			if got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}

// TestNextOfBatches: a step that is over is over, and who has moved is no member of the others any more.
func TestNextOfBatches(t *testing.T) {
	later := "migration_batch \"w3\" {\n direction = \"onboarding\"\n source_forest = \"corp\"\n members = [\"amy\", \"ben\"]\n after = [\"w1\"]\n}\n"
	config := moved(t, people+amy+off+later)
	var got []string
	for _, b := range config.Batches {
		var names []string
		for _, member := range b.Members {
			names = append(names, config.Recipients[member].ID)
		}
		got = append(got, fmt.Sprintf("%s %v %s", b.Name, b.Status.Over(), strings.Join(names, " ")))
	}
	slices.Sort(got)
	if want := []string{"w1 true amy lin", "w2 true off", "w3 false ben"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
