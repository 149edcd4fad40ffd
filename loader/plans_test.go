package loader_test

import (
	"fmt"
	"strings"
	"testing"

	"hybridlint/loader/model"
)

// planned is a plan with something more in it; line 5 is the first of that.
func planned(more string) string {
	return "migration_plan \"p\" {\n  mailboxes     = [\"all\"]\n  first_wave    = \"2027-01-15\"\n  mailboxes_max = 250\n" + more + "\n}\n"
}

// TestPlanProblems: every mistake in a plan is a problem with its line.
func TestPlanProblems(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"no mailboxes", "migration_plan \"p\" {\n  first_wave = \"2027-01-15\"\n}", `1:1-19 Missing attribute: "mailboxes"`},
		{"no day", "migration_plan \"p\" {\n  mailboxes = [\"all\"]\n}", `1:1-19 Missing attribute: either "first_wave" or "dates"`},
		{"two kinds of days", planned(`  dates = ["2027-01-01"]`), `5:11-25 Too many attributes: "first_wave"`},
		{"rhythm of a list", "migration_plan \"p\" {\n  mailboxes = [\"all\"]\n  dates = [\"2027-01-01\"]\n  every_days = 7\n}", `4:16-17 Too many attributes: "every_days"`},
		{"days in no order", "migration_plan \"p\" {\n  mailboxes = [\"all\"]\n  dates = [\"2027-01-02\", \"2027-01-01\"]\n}", `3:26-38 Wrong order: later`},
		{"no day of the calendar", "migration_plan \"p\" {\n  mailboxes = [\"all\"]\n  dates = [\"2027-02-30\"]\n}", `3:12-24 Wrong date: "dates"`},
		{"nobody", "migration_plan \"p\" {\n  mailboxes = []\n  first_wave = \"2027-01-15\"\n}", `2:15-17 Empty list: "mailboxes"`},
		{"all and one", "migration_plan \"p\" {\n  mailboxes = [\"all\", \"sales\"]\n  first_wave = \"2027-01-15\"\n}", `2:15-31 Contradiction: Remove one`},
		{"unknown mailbox", "migration_plan \"p\" {\n  mailboxes = [\"sale\"]\n  first_wave = \"2027-01-15\"\n}", `2:16-22 Unknown recipient: "sales"`},
		{"fraction", planned("  every_days = 1.5"), `5:16-19 Wrong number: "every_days"`},
		{"no wave", planned("  waves_max = 0"), `5:15-16 Wrong number: "waves_max"`},
		{"misspelt", planned("  mailbox_max = 5"), `5:3-14 Unknown attribute: "mailboxes_max"`},
		{"unknown bond", planned(`  manager_and_delegate = "yes"`), `5:26-31 Unknown value: "together"`},
		{"no fix", planned(`  assume_fixed = ["HYB701"]`), `5:19-27 Unknown value: "HYB703"`},
		{"unknown block", planned("  freezes {}"), `5:3-10 Unknown block: "freeze"`},
		{"wave without a day", planned(`  wave "a" {}`), `5:3-11 Missing attribute: "date"`},
		{"wave without a name", planned("  wave {\n    date = \"2027-01-01\"\n  }"), `5:3-7 Missing label: the wave's name`},
		{"two of a name", planned("  wave \"a\" {\n    date = \"2027-01-01\"\n  }\n  wave \"A\" {\n    date = \"2027-01-02\"\n  }"), `8:3-11 Duplicate label: a.hcl:5`},
		{"two on a day", planned("  wave \"a\" {\n    date = \"2027-01-01\"\n  }\n  wave \"b\" {\n    date = \"2027-01-01\"\n  }"), `9:12-24 Two waves on one day: "a"`},
		{"in a freeze", planned("  wave \"a\" {\n    date = \"2027-01-01\"\n  }\n  freeze {\n    from = \"2027-01-01\"\n    to = \"2027-01-02\"\n  }"), `6:12-24 Wave in a freeze: a.hcl:8`},
		{"freeze without an end", planned("  freeze {\n    from = \"2027-01-01\"\n  }"), `5:3-9 Missing attribute: "to"`},
		{"freeze backwards", planned("  freeze {\n    from = \"2027-01-02\"\n    to = \"2027-01-01\"\n  }"), `7:10-22 Wrong date: ends before`},
		{"pin to nothing", planned("  pin {\n    mailboxes = [\"sales\"]\n  }"), `5:3-6 Missing attribute: not_before`},
		{"pin of nobody", planned("  pin {\n    last = true\n  }"), `5:3-6 Missing attribute: "mailboxes"`},
		{"pin to two", planned("  pin {\n    mailboxes = [\"sales\"]\n    last = true\n    not_before = \"2027-01-02\"\n  }"), `5:3-6 Too many attributes: either last`},
		{"pin to no day", planned("  pin {\n    mailboxes = [\"sales\"]\n    not_after = \"2027-01-01\"\n    not_before = \"2027-01-02\"\n  }"), `7:17-29 Wrong date: no day is left`},
		{"pin to no wave", planned("  wave \"pilot\" {\n    date = \"2027-01-01\"\n  }\n  pin {\n    mailboxes = [\"sales\"]\n    wave = \"pilt\"\n  }"), `10:12-18 Unknown wave: "pilot"`},
		{"pin of no mailbox", "mail_user \"m\" { home = \"corp\" }\n" + planned("  pin {\n    mailboxes = [\"m\"]\n    last = true\n  }"), `7:18-21 No mailbox: mail_user`},
		{"exclude of nobody", planned("  exclude {}"), `5:3-10 Missing attribute: "mailboxes"`},
		{"prefer nothing", planned("  prefer {}"), `5:3-9 Missing attribute: "by"`},
		{"prefer what is none", planned("  prefer {\n    by = \"colour\"\n  }"), `6:10-18 Unknown value: "department"`},
		{"unknown delegate", planned("  ignore {\n    delegates = [\"nobody\"]\n  }"), `6:18-26 Unknown recipient: "nobody"`},
		{"two of weights", planned("  weights {}\n  weights {}"), `6:3-10 Duplicate block: a.hcl:5`},
		{"heavy", planned("  weights {\n    error = 10001\n  }"), `6:13-18 Wrong number: 10000`},
		{"label of a block without", planned("  pin \"x\" {\n    mailboxes = [\"sales\"]\n    last = true\n  }"), `5:7-10 Unexpected label: no label`},
		{"outside", "freeze {}", `1:1-7 Block in the wrong place: inside a migration_plan block`},
		{"declared twice", planned("") + planned(""), `7:1-19 Duplicate label: a.hcl:1`},
		{"several forests", "forest \"emea\" {}\n" + planned(""), `2:1-19 Missing attribute: "source_forest"`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, problems := load(t, map[string]string{
				"organization.hcl": "forest \"corp\" {}\nshared_mailbox \"sales\" { home = \"corp\" }\n", "a.hcl": test.text,
			})
			at, rest, _ := strings.Cut(test.want, " ")
			summary, words, _ := strings.Cut(rest, ": ")
			if len(problems) != 1 {
				t.Fatalf("%d problems: %+v", len(problems), problems)
			}
			p := problems[0]
			place := fmt.Sprintf("%d:%d-%d", p.Location.Start.Line, p.Location.Start.Column, p.Location.End.Column)
			if place != at || p.Summary != summary || !strings.Contains(p.Detail, words) {
				t.Errorf("%s %s: %s", place, p.Summary, p.Detail)
			}
		})
	}
}

// TestPlan: everything in a plan arrives, and names in its blocks are those of the blocks.
func TestPlan(t *testing.T) {
	config, problems := load(t, map[string]string{"a.hcl": `
forest "corp" {}
user_mailbox "amy" { home = "corp" }
user_mailbox "bob" { home = "corp" }
user_mailbox "all" {
  home                 = "corp"
  primary_smtp_address = "all@contoso.com"
}
distribution_group "board" {
  home    = "corp"
  members = ["amy", "bob"]
}
migration_plan "p" {
  pin {
    mailboxes = ["bob"]
    wave      = "Pilot"
  }
  mailboxes    = ["board", "all@contoso.com"]
  dates        = ["2027-01-15", "2027-02-01"]
  assume_fixed = ["HYB709"]
  wave "pilot" {
    date      = "2027-01-08"
    only      = ["amy"]
    items_max = 5
  }
  ignore {
    delegates = ["board"]
  }
}
`})
	expectProblems(t, problems)
	p := config.Plans[0]
	names := func(ids []model.RecipientID) string {
		var all []string
		for _, id := range ids {
			all = append(all, config.Recipients[id].ID)
		}
		return strings.Join(all, " ")
	}
	got := fmt.Sprint(p.Name, p.SourceForest, p.All, names(p.Mailboxes), p.Dates, p.AssumeFixed.Has(model.FixedACLable), p.Waves[0].Name, p.Waves[0].Date, names(p.Waves[0].Only),
		p.Waves[0].ItemsMax, names(p.Pins[0].Mailboxes), p.Pins[0].Wave, names(p.Ignore[0].Delegates), p.NeverMovesDays, p.Seed)
	if want := "p1falseboard all[20270115 20270201]truepilot20270108amy5bobPilotboard-1-1"; strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(want, " ", "") {
		t.Error(got)
	}
	if day, ok := p.WaveDate("PILOT"); !ok || day != 20270108 {
		t.Error(day, ok)
	}
}
