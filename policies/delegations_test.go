package policies_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hybridlint/policies"
	"hybridlint/report"
	"hybridlint/testdata/organization"
)

const delegated = `
tenant "contoso" {}
forest "corp" {}
shared_mailbox "sales@contoso.com" {
  home                 = "cloud"
  primary_smtp_address = "verkauf@contoso.com"
}
user_mailbox "amy@contoso.com" { home = "corp" }
security_group "All staff" { home = "corp" }

grant "full_access" {
  state     = "existing"
  recipient = "verkauf@contoso.com"
  delegates = ["AMY@contoso.com", "All staff", "NT AUTHORITY\\SELF"]
}
grant "full_access" {
  state     = "existing"
  recipient = "verkauf@contoso.com"
  delegate  = "S-1-5-21-1-2-3-4"
}
grant "send_as" {
  recipient = "sales@contoso.com"
  delegate  = "amy@contoso.com"
  deny      = true
}
grant "folder" {
  recipient     = "sales@contoso.com"
  delegate      = "Default"
  folder        = "/Calendar/Team"
  access_rights = ["ReadItems", "CreateItems"]
}
outlook_delegate {
  manager  = "amy@contoso.com"
  delegate = "sales@contoso.com"
}
`

func TestDelegations(t *testing.T) {
	result := checkModel(t, newCatalog(t), load(t, delegated), policies.Options{})
	want := []report.Recipient{
		{Name: "sales@contoso.com", Type: "shared mailbox", Home: "cloud"},
		{Name: "amy@contoso.com", Type: "user mailbox", Home: "corp"},
		{Name: "All staff", Type: "security group that is not mail-enabled", Home: "corp"},
	}
	if diff := cmp.Diff(want, slices.Collect(result.Recipients())); diff != "" {
		t.Error(diff)
	}
	delegations := []report.Delegation{
		{Subject: "grant full_access AMY@contoso.com on sales@contoso.com", Recipient: "sales@contoso.com", Delegate: "amy@contoso.com", Permission: "Full Access"},
		{Subject: "grant full_access All staff on sales@contoso.com", Recipient: "sales@contoso.com", Delegate: "All staff", Permission: "Full Access"},
		{Subject: "grant full_access S-1-5-21-1-2-3-4 on sales@contoso.com", Recipient: "sales@contoso.com", Delegate: "S-1-5-21-1-2-3-4", Permission: "Full Access"},
		{Subject: `grant folder Default on sales@contoso.com:\Calendar\Team`, Recipient: "sales@contoso.com", Delegate: "Default", Permission: `Calendar\Team: CreateItems, ReadItems`},
		{Subject: "outlook_delegate sales@contoso.com of amy@contoso.com", Recipient: "amy@contoso.com", Delegate: "sales@contoso.com", Permission: "Delegate in Outlook"},
	}
	if diff := cmp.Diff(delegations, slices.Collect(result.Delegations())); diff != "" {
		t.Error(diff)
	}
}

// TestFindingsNameTheirDelegation: a picture finds the broken delegations by what findings are about, or point at first
// where they lie in a batch.
func TestFindingsNameTheirDelegation(t *testing.T) {
	result := checkModel(t, newCatalog(t), loadOrganization(t, organization.Options{Seed: 5, Mailboxes: 300}), policies.Options{})
	known := map[string]bool{}
	for d := range result.Delegations() {
		known[d.Subject] = true
	}
	entries := 0
	for _, f := range result.Findings {
		about := f.Subject
		if strings.HasPrefix(about, "migration_batch ") && len(f.Related) > 0 {
			about = f.Related[0].Message
		}
		if strings.HasPrefix(about, "grant ") || strings.HasPrefix(about, "outlook_delegate ") {
			entries++
			if !known[about] {
				t.Errorf("%s: no delegation is %q", f.Rule.ID, about)
			}
		}
	}
	if entries == 0 {
		t.Error("no finding is about a delegation")
	}
}

// A run that could not begin knows nobody.
func TestDelegationsOfNothing(t *testing.T) {
	result := newCatalog(t).Check(context.Background(), load(t, delegated), policies.Options{Disable: []string{"HYB999"}})
	for r := range result.Recipients() {
		t.Errorf("recipient %s", r.Name)
	}
	for d := range result.Delegations() {
		t.Errorf("delegation %s", d.Subject)
	}
}
