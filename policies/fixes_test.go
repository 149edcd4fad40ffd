package policies

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"hybridlint/loader"
	"hybridlint/loader/model"
	"hybridlint/policies/engine"
	"hybridlint/policies/organization"
	"hybridlint/policies/subjects"
	"hybridlint/report"
)

// checkWith runs the rules of a catalog on a configuration.
func checkWith(t *testing.T, files fstest.MapFS, configuration string) []*report.Finding {
	t.Helper()
	inferences, err := fs.Glob(embedded, engine.InferenceFamily+"/*.rego")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range inferences {
		text, err := embedded.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: text}
	}
	c, err := readCatalog(files, false)
	if err != nil {
		t.Fatal(err)
	}
	result := c.Check(context.Background(), loadText(t, configuration), Options{})
	for _, p := range result.Problems {
		t.Errorf("%s: %s", p.Summary, p.Detail)
	}
	return result.Findings
}

func loadText(t *testing.T, configuration string) *model.Model {
	t.Helper()
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "a.hcl"), []byte(configuration), 0o600); err != nil {
		t.Fatal(err)
	}
	config, problems := loader.Load(context.Background(), loader.Options{Paths: []string{"."}, Dir: folder})
	for _, p := range problems {
		t.Errorf("%s: %s", p.Summary, p.Detail)
	}
	return config
}

const salesAndAmy = `
tenant "contoso" {}
forest "corp" {}
shared_mailbox "sales@contoso.com" { home = "corp" }
user_mailbox "amy@contoso.com" { home = "cloud" }
grant "full_access" {
  recipient = "sales@contoso.com"
  delegate  = "amy@contoso.com"
  clients   = ["owa"]
}
`

// TestFixesShown: a fix is shown where its conditions on facts and vars hold, and an alternative to nothing is none.
func TestFixesShown(t *testing.T) {
	const fixes = `#   - where: recipient_home
#     command: Get-Mailbox -Identity {recipient}
#     when: {acting.side: cloud}
`
	for _, test := range []struct{ name, metadata, want string }{
		{"by a fact", `#   - where: outlook
#     text: In the cloud.
#     when: {acting.side: [cloud, ""]}
#   - where: outlook
#     text: On-premises.
#     when: {acting.side: on_premises}
`, "In the cloud."},
		{"by what a fact is not", `#   - where: outlook
#     text: In the cloud.
#     when: {acting.side: "!on_premises"}
#   - where: outlook
#     text: On-premises.
#     when: {acting.side: "!cloud"}
`, "In the cloud."},
		{"by what is not declared", `#   - where: outlook
#     text: Nobody knows.
#     when: {recipient.provisioned_by: ""}
`, "Nobody knows."},
		{"by a var", `#   - where: outlook
#     text: Old.
#     when: {cause: old}
#   - where: outlook
#     text: Not old.
#     when: {cause: "!old"}
`, "Old."},
		{"alternative", `#   - where: outlook
#     text: One.
#   - where: outlook
#     or: true
#     intro: For {delegate}
#     text: Other.
`, "One. or For amy@contoso.com: Other."},
		{"alternative to nothing", `#   - where: outlook
#     text: One.
#     when: {acting.side: on_premises}
#   - where: outlook
#     or: true
#     text: Other.
`, "Other."},
	} {
		t.Run(test.name, func(t *testing.T) {
			findings := checkWith(t, catalogWith(strings.Replace(soundRule, fixes, test.metadata, 1)), salesAndAmy)
			if len(findings) != 1 {
				t.Fatalf("%d findings", len(findings))
			}
			var shown []string
			for _, r := range findings[0].Remediation {
				if r.Alternative {
					shown = append(shown, "or")
				}
				if r.Intro != "" {
					shown = append(shown, r.Intro+":")
				}
				shown = append(shown, r.Command+r.Text)
			}
			if got := strings.Join(shown, " "); got != test.want {
				t.Errorf("%q is shown, want %q", got, test.want)
			}
		})
	}
}

// TestPhrasesNameTheSubject: a phrase may name what the finding is about, and the cloud has its article.
func TestPhrasesNameTheSubject(t *testing.T) {
	rule := strings.Replace(soundRule, "old: it is old", "old: '{delegate} works in {acting}, not in {home}'", 1)
	findings := checkWith(t, catalogWith(rule), salesAndAmy)
	if want := "sales@contoso.com and amy@contoso.com: amy@contoso.com works in the cloud, not in corp"; len(findings) != 1 || findings[0].Message != want {
		t.Errorf("%v, want %q", findings, want)
	}
}

// TestLiterals: what stands in a command without quotes is only what cannot break it.
func TestLiterals(t *testing.T) {
	j := organization.New(loadText(t, `
tenant "contoso" { routing_domain = "contoso.mail.onmicrosoft.com" }
forest "corp" {}
user_mailbox "routed@contoso.com" {
  home            = "cloud"
  email_addresses = ["SMTP:routed@contoso.com", "smtp:O'Routed@CONTOSO.mail.onmicrosoft.com"]
}
user_mailbox "plain@contoso.com" { home = "cloud" }
m365_group "project@contoso.com" { home = "cloud" }
user_mailbox "moved@contoso.com" {
  home               = "cloud"
  name               = "Moved"
  distinguished_name = "CN=Moved,OU=cloud"
}
shared_mailbox "named@contoso.com" {
  home = "corp"
  name = "Sales' mailbox"
}
shared_mailbox "distinguished@contoso.com" {
  home               = "corp"
  name               = "Sales"
  distinguished_name = "CN=Sales,DC=contoso,DC=com"
}
`))
	for _, test := range []struct{ recipient, placeholder, want string }{
		{"routed@contoso.com", "recipient_routing_address", "'O''Routed@CONTOSO.mail.onmicrosoft.com'"},
		{"plain@contoso.com", "recipient_routing_address", "<alias>@contoso.mail.onmicrosoft.com"},
		{"plain@contoso.com", "recipient_name", "<name>"},
		{"plain@contoso.com", "recipient_mailbox", "'plain@contoso.com'"},
		{"project@contoso.com", "recipient_mailbox", "'project@contoso.com' -GroupMailbox"},
		{"named@contoso.com", "recipient_name", "'Sales'' mailbox'"},
		{"named@contoso.com", "recipient_directory_name", "'Sales'' mailbox'"},
		{"distinguished@contoso.com", "recipient_directory_name", "'CN=Sales,DC=contoso,DC=com'"},
		{"plain@contoso.com", "recipient_directory_name", "(Get-Recipient -Identity 'plain@contoso.com').DistinguishedName"},
		{"moved@contoso.com", "recipient_directory_name", "(Get-Recipient -Identity 'moved@contoso.com').DistinguishedName"},
	} {
		id := slices.IndexFunc(j.Model.Recipients, func(r *model.Recipient) bool { return r.ID == test.recipient })
		if got, ok := (subjects.Names{Organization: j}).RecipientLiteral(model.RecipientID(id), test.placeholder); !ok || got != test.want {
			t.Errorf("%s of %s is %s, want %s", test.placeholder, test.recipient, got, test.want)
		}
	}
	if text, ok := (subjects.Names{Organization: j}).RecipientLiteral(0, "recipient"); ok {
		t.Errorf("a name stands in a command as %s", text)
	}
}

// TestRoutingDomain: a domain that is none is not put into a command.
func TestRoutingDomain(t *testing.T) {
	for domain, want := range map[string]string{
		"contoso.mail.onmicrosoft.com": "<alias>@contoso.mail.onmicrosoft.com",
		"x; Remove-Mailbox *":          "<alias>@<tenant>.mail.onmicrosoft.com",
		"x\ny":                         "<alias>@<tenant>.mail.onmicrosoft.com",
		"$(Get-Date)":                  "<alias>@<tenant>.mail.onmicrosoft.com",
	} {
		j := &organization.Organization{Model: &model.Model{Tenant: &model.Tenant{RoutingDomain: domain}}}
		if got := (subjects.Names{Organization: j}).RoutingArgument(model.NoRecipient); got != want {
			t.Errorf("%q gives %s, want %s", domain, got, want)
		}
	}
}

// TestObjectOfTheViewedForest: a finding about an object stands in the block of the forest in which the rule fired.
func TestObjectOfTheViewedForest(t *testing.T) {
	c, err := NewCatalog()
	if err != nil {
		t.Fatal(err)
	}
	const configuration = `forest "corp" {}
forest "emea" {}
user_mailbox "a@contoso.com" { home = "corp" }
user_mailbox "b@contoso.com" { home = "emea" }
user_mailbox "boss@contoso.com" {
  home           = "cloud"
  origin         = "emea"
  provisioned_by = "migration"
  object "corp" {
    recipient_display_type = -1073741818
  }
  object "emea" {
    recipient_display_type = -2147483642
  }
}
`
	result := c.Check(context.Background(), loadText(t, configuration), Options{Enable: []string{"HYB110"}})
	var lines []int
	for _, f := range result.Findings {
		if f.Rule.ID == "HYB110" {
			lines = append(lines, f.Location.Start.Line)
		}
	}
	if want := 1 + strings.Count(configuration[:strings.Index(configuration, "-2147483642")], "\n"); !slices.Equal(lines, []int{want}) {
		t.Errorf("HYB110 stands in the lines %v, want %d", lines, want)
	}
}

// TestSidesOfEntriesToRemove: an entry is removed on the sides on which it is, wherever the mailbox is.
func TestSidesOfEntriesToRemove(t *testing.T) {
	config := loadText(t, `
forest "corp" {}
shared_mailbox "sales" { home = "corp" }
user_mailbox "amy" { home = "corp" }
user_mailbox "ben" { home = "corp" }
grant "send_as" {
  recipient = "sales"
  delegates = ["amy", "ben"]
}
grant "send_as" {
  recipient  = "sales"
  delegate   = "amy"
  deny       = true
  present_in = ["cloud"]
}
grant "send_as" {
  recipient = "sales"
  delegate  = "ben"
  deny      = true
}
grant "send_as" {
  recipient  = "sales"
  delegate   = "S-1-5-21-1004336348-1177238915-682003330-1104"
  state      = "existing"
  present_in = ["corp", "cloud"]
}
`)
	catalog, err := NewCatalog()
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"HYB212 amy": "Remove-RecipientPermission",
		"HYB212 ben": "Remove-ADPermission",
		"HYB003 S-1-5-21-1004336348-1177238915-682003330-1104": "Remove-ADPermission Remove-RecipientPermission",
	}
	for _, f := range catalog.Check(context.Background(), config, Options{Profiles: []report.Profile{report.ExtendedProfile}}).Findings {
		var cmdlets []string
		for _, r := range f.Remediation {
			if cmdlet, _, _ := strings.Cut(r.Command, " "); cmdlet != "" {
				cmdlets = append(cmdlets, cmdlet)
			}
		}
		key := f.Rule.ID + " " + f.About.Delegate
		if got := strings.Join(cmdlets, " "); want[key] != "" && got != want[key] {
			t.Errorf("%s: %s, want %s", key, got, want[key])
		}
		delete(want, key)
	}
	for key := range want {
		t.Errorf("%s is not reported", key)
	}
}
