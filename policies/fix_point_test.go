package policies_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hybridlint/policies"
	"hybridlint/report"
)

// TestGoodExamplesRaiseNothing: the good example of a rule is its bad one with the fix applied, so no other rule finds something there
// that it does not find in the bad one.
func TestGoodExamplesRaiseNothing(t *testing.T) {
	catalog := newCatalog(t)
	for _, folder := range fixtureFolders(t) {
		bad := rulesFound(checkFiles(t, catalog, filepath.Join(fixturesFolder, folder, "bad.hcl")))
		for _, id := range rulesFound(checkFiles(t, catalog, filepath.Join(fixturesFolder, folder, "good.hcl"))) {
			if id == folder || !slices.Contains(bad, id) {
				t.Errorf("%s: %s is found after the fix", folder, id)
			}
		}
	}
}

func rulesFound(result *policies.Result) []string {
	var ids []string
	for _, f := range result.Findings {
		if f.Suppressed == nil && f.Severity != report.Note {
			ids = append(ids, f.Rule.ID)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

const fixedOrganization = `
tenant "contoso" {}
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
}
directory_sync "entra_connect" {
  version                    = "2.5.190.0"
  exchange_hybrid_deployment = true
}
user_mailbox "stays" { home = "corp" }
user_mailbox "moved" {
  home           = "cloud"
  provisioned_by = "migration"
}
`

// TestFixPoint: what the commands of a fix do, declared as facts, makes the finding go and raises no other.
func TestFixPoint(t *testing.T) {
	shared := func(facts string) string {
		return "shared_mailbox \"sales\" {\n  home = \"cloud\"\n  " + facts + "\n}\n"
	}
	grant := func(permission, recipient, delegate, facts string) string {
		return "grant \"" + permission + "\" {\n  recipient = \"" + recipient + "\"\n  delegate = \"" + delegate + "\"\n  " + facts + "\n}\n"
	}
	const additional = `access_method = "additional_mailbox"`
	tests := []struct {
		rule, name    string
		before, after string
		// raises are findings that the fix says will come: Send As between the sides is never supported.
		raises []string
	}{
		{"HYB108", "New-RemoteMailbox -Shared -ACLableSyncedObjectEnabled",
			shared(`provisioned_by = "cloud_direct"`) + grant("full_access", "sales", "stays", additional),
			shared("provisioned_by = \"cloud_direct\"\n  object \"corp\" { created_with_aclable_switch = true }") + grant("full_access", "sales", "stays", additional), nil},
		{"HYB108", "the same, known by the way in which it was made",
			shared(`provisioned_by = "cloud_direct"`) + grant("full_access", "sales", "stays", additional),
			shared("provisioned_by = \"new_remote_mailbox\"\n  object \"corp\" { created_with_aclable_switch = true }") + grant("full_access", "sales", "stays", additional), nil},
		{"HYB108", "Enable-RemoteMailbox -Room",
			"room_mailbox \"room\" {\n  home = \"cloud\"\n  provisioned_by = \"cloud_direct\"\n}\n" + grant("full_access", "room", "stays", `access_method = "additional_account"`),
			"room_mailbox \"room\" {\n  home = \"cloud\"\n  provisioned_by = \"enable_remote_mailbox\"\n}\n" + grant("full_access", "room", "stays", `access_method = "additional_account"`), nil},
		{"HYB115", "New-RemoteMailbox -Shared -ACLableSyncedObjectEnabled", shared(`provisioned_by = "cloud_direct"`),
			shared("provisioned_by = \"new_remote_mailbox\"\n  object \"corp\" { created_with_aclable_switch = true }"), nil},
		{"HYB109", "Set-RemoteMailbox -ACLableSyncedObjectEnabled", shared(`provisioned_by = "new_remote_mailbox"`),
			shared("provisioned_by = \"new_remote_mailbox\"\n  object \"corp\" { recipient_display_type = -1073741818 }"), nil},
		{"HYB203", "Set-RemoteMailbox -ACLableSyncedObjectEnabled",
			shared(`provisioned_by = "new_remote_mailbox"`) + grant("full_access", "sales", "stays", additional),
			shared("provisioned_by = \"new_remote_mailbox\"\n  object \"corp\" { recipient_display_type = -1073741818 }") + grant("full_access", "sales", "stays", additional), nil},
		{"HYB206", "Add-MailboxPermission -AutoMapping $false", grant("full_access", "stays", "moved", "auto_mapping = true"),
			grant("full_access", "stays", "moved", "auto_mapping = false"), nil},
		{"HYB209", "Set-Mailbox -GrantSendOnBehalfTo, across premises",
			grant("full_access", "stays", "moved", additional+"\n  expects = [\"send\"]"),
			grant("full_access", "stays", "moved", additional+"\n  expects = [\"send\"]") + grant("send_on_behalf", "stays", "moved", ""), nil},
		{"HYB209", "Add-RecipientPermission and Add-ADPermission, across premises",
			grant("full_access", "stays", "moved", additional+"\n  expects = [\"send\"]"),
			grant("full_access", "stays", "moved", additional+"\n  expects = [\"send\"]") + grant("send_as", "stays", "moved", `present_in = ["corp", "cloud"]`), []string{"HYB301"}},
		{"HYB210", "Add-RecipientPermission and Add-ADPermission, across premises",
			grant("full_access", "moved", "stays", "access_method = \"additional_account\"\n  expects = [\"send\"]"),
			grant("full_access", "moved", "stays", "access_method = \"additional_account\"\n  expects = [\"send\"]") + grant("send_as", "moved", "stays", `present_in = ["corp", "cloud"]`), []string{"HYB301"}},
		{"HYB302", "Add-RecipientPermission", grant("send_as", "stays", "moved", ""), grant("send_as", "stays", "moved", `present_in = ["corp", "cloud"]`), nil},
		{"HYB303", "Add-ADPermission", grant("send_as", "stays", "moved", `present_in = ["cloud"]`), grant("send_as", "stays", "moved", `present_in = ["corp", "cloud"]`), nil},
		{"HYB304", "both commands", grant("send_as", "stays", "moved", `replication = "entra_connect"`),
			grant("send_as", "stays", "moved", "replication = \"manual\"\n  present_in = [\"corp\", \"cloud\"]"), []string{"HYB301"}},
		{"HYB117", "Set-RemoteMailbox -Type Shared", shared("object \"corp\" { recipient_type_details = \"RemoteUserMailbox\" }"),
			shared("object \"corp\" { recipient_type_details = \"RemoteSharedMailbox\" }"), nil},
		{"HYB215", "classic Outlook", grant("full_access", "stays", "stays", `clients = ["new_outlook_windows"]`),
			grant("full_access", "stays", "stays", `clients = ["outlook_windows"]`), nil},
	}
	catalog := newCatalog(t)
	for _, test := range tests {
		t.Run(test.rule+" "+strings.ReplaceAll(test.name, " ", "_"), func(t *testing.T) {
			before := rulesFound(checkModel(t, catalog, load(t, fixedOrganization+test.before), policies.Options{}))
			after := rulesFound(checkModel(t, catalog, load(t, fixedOrganization+test.after), policies.Options{}))
			if !slices.Contains(before, test.rule) {
				t.Fatalf("the finding is not there before: %v", before)
			}
			for _, id := range after {
				if id == test.rule || !slices.Contains(before, id) && !slices.Contains(test.raises, id) {
					t.Errorf("after the fix there is %s; before there were %v", id, before)
				}
			}
		})
	}
}
