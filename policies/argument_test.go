package policies

import (
	"testing"

	"hybridlint/loader/model"
	"hybridlint/policies/engine"
	"hybridlint/policies/metadata"
	"hybridlint/policies/subjects"
)

// homeSubject knows where it is at home, and nothing else.
type homeSubject struct {
	subjects.Subject
	home string
}

func (homeSubject) Argument(string) (string, bool)         { return "", false }
func (homeSubject) Literal(string) (string, bool)          { return "", false }
func (s homeSubject) Text(string, []model.ForestID) string { return s.home }

// Only a cmdlet that the rule itself chose stands in a command without quotes.
func TestArgumentQuotesEverythingButAChosenCmdlet(t *testing.T) {
	f := &finding{
		firing: firing{
			rule:    &metadata.Rule{Metadata: &metadata.Metadata{Phrases: map[string]map[string]string{"set": {}, "role": {}}}},
			finding: &engine.Emitted{Vars: map[string][]string{"set": {"Set-MailUser"}, "role": {"Recipient Management; Remove-Mailbox"}}},
		},
		subject: homeSubject{home: "Set-Mailbox"},
	}
	for name, want := range map[string]string{
		"set":  "Set-MailUser",
		"role": "'Recipient Management; Remove-Mailbox'",
		"home": "'Set-Mailbox'",
	} {
		if got := f.argument(name); got != want {
			t.Errorf("argument %s is %s, expected %s", name, got, want)
		}
	}
}
