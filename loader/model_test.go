package loader_test

import (
	"slices"
	"testing"

	"hybridlint/loader/model"
)

func recipientNamed(t *testing.T, m *model.Model, id string) *model.Recipient {
	t.Helper()
	for _, r := range m.Recipients {
		if r.ID == id {
			return r
		}
	}
	t.Fatalf("no recipient %q", id)
	return nil
}

// A recipient is found by its label, its primary address and any SMTP address, always without case.
func TestRecipientsAreResolved(t *testing.T) {
	config := mustLoad(t, `
mail_user "second" {
  home                 = "corp"
  primary_smtp_address = "2@contoso.com"
}
mail_user "third" {
  home            = "corp"
  email_addresses = ["plain@contoso.com", "sip:2@contoso.com", "SMTP:third@contoso.com", "smtp:Third@contoso.com"]
}
bulk_change "b" {
  permission = "send_as"
  recipients = ["SALES", "Sales@Contoso.com", "2@CONTOSO.com", "THE.boss@contoso.com", "Plain@contoso.com", "third@CONTOSO.com"]
}`)
	want := []string{"sales", "sales", "second", "boss@contoso.com", "third", "third"}
	for i, id := range config.BulkChanges[0].Recipients {
		if got := config.Recipients[id].ID; got != want[i] {
			t.Errorf("recipient %d is %q, want %q", i, got, want[i])
		}
	}
}

// Labels and references agree whatever Unicode form they are written in.
func TestNamesAreNormalized(t *testing.T) {
	config := mustLoad(t, "user_mailbox \"rene\u0301\" { home = \"corp\" }\nbulk_change \"b\" {\n  permission = \"send_as\"\n  recipients = [\"REN\u00c9\"]\n}")
	if id := config.BulkChanges[0].Recipients[0]; config.Recipients[id].ID != "ren\u00e9" {
		t.Errorf("resolved to %q", config.Recipients[id].ID)
	}
}

func TestDelegates(t *testing.T) {
	config := mustLoad(t, `
grant "full_access" {
  recipient = "sales"
  delegates = ["AMY@contoso.com", "nt authority\\self", "S-1-5-21-1-2-3-500", "CONTOSO\\Domain Admins", "boss@contoso.com"]
}
grant "folder" {
  recipient     = "boss@contoso.com"
  delegate      = "default"
  folder        = "/calendar"
  access_rights = ["AvailabilityOnly"]
}
grant "folder" {
  recipient     = "boss@contoso.com"
  delegate      = "ANONYMOUS"
  folder        = "Calendar\\Team"
  access_rights = ["None"]
}`)
	want := []struct {
		text     string
		element  int32
		declared string
	}{
		{"AMY@contoso.com", 0, "amy@contoso.com"},
		{`nt authority\self`, 1, ""},
		{"S-1-5-21-1-2-3-500", 2, ""},
		{`CONTOSO\Domain Admins`, 3, ""},
		{"boss@contoso.com", 4, "boss@contoso.com"},
		{"Default", -1, ""},
		{"Anonymous", -1, ""},
	}
	if config.Grants.Len() != len(want) {
		t.Fatalf("%d grants, want %d", config.Grants.Len(), len(want))
	}
	for i, w := range want {
		g, d := config.Grants.At(i), config.Grants.Delegate(i)
		declared := ""
		if d.Recipient != model.NoRecipient {
			declared = config.Recipients[d.Recipient].ID
		}
		if d.Text != w.text || g.Element != w.element || declared != w.declared {
			t.Errorf("delegate %d is %q (%d) %q, want %+v", i, d.Text, g.Element, declared, w)
		}
	}
	if a, b := config.Grants.At(0), config.Grants.At(4); a.GrantTerms != b.GrantTerms || a.EntryTerms != b.EntryTerms || a.Block != b.Block {
		t.Error("the delegates of one block do not share what it says")
	}
	if a, b := config.Grants.At(5).Folder.Type, config.Grants.At(6).Folder.Type; a != "" || b != "" {
		t.Errorf("folder types are %q and %q", a, b)
	}
}

func TestBuiltInPrincipals(t *testing.T) {
	tests := []struct {
		name              string
		builtIn, orphaned bool
	}{
		{`NT AUTHORITY\SELF`, true, false},
		{`nt authority\amy`, false, false},
		{`nt service\MSExchange`, true, false},
		{`NT SERVICE\amy`, false, false},
		{`BUILTIN\amy`, false, false},
		{"S-1-5-amy@contoso.com", false, false},
		{"S-1-5-21--512", false, false},
		{`CONTOSO\self`, false, false},
		{`CONTOSO\Administrator`, true, false},
		{`BUILTIN\Administrators`, true, false},
		{"S-1-5-10", true, false},
		{"s-1-5-21-1-2-3-1104", true, true},
		{"NT:S-1-5-21-1-2-3-1104", true, true},
		{"S-1-5-21-1-2-3-1500", true, true},
		{"s-1-5-21-1-2-3-500", true, false},
		{"NT:S-1-5-21-1-2-3-512", true, false},
		{"S-1-5-21-1-2-3-519", true, false},
		{"S-1-5-21-1-2-3-1104x", false, false},
		{"S-1-5-", false, false},
		{"NT:S-1-5-18 ", false, false},
		{"NT:S-1-5-18", true, false},
		{`CONTOSO\Exchange Trusted Subsystem`, true, false},
		{`a\b\Discovery Management`, true, false},
		{"Organization Management", true, false},
		{"self", true, false},
		{"Helpdesk", false, false},
		{`NT AUTHORITY`, false, false},
		{"S-1-5", false, false},
		{"My Domain Admins", false, false},
		{"", false, false},
	}
	for _, test := range tests {
		if got := model.BuiltInPrincipal(test.name); got != test.builtIn {
			t.Errorf("BuiltInPrincipal(%q) = %v", test.name, got)
		}
		if got := model.OrphanedIdentifier(test.name); got != test.orphaned {
			t.Errorf("OrphanedIdentifier(%q) = %v", test.name, got)
		}
	}
}

// A declared recipient is meant before a built-in principal of the same name.
func TestDeclaredBeforeBuiltIn(t *testing.T) {
	config := mustLoad(t, `
security_group "Recipient Management" { home = "corp" }
user_mailbox "S-1-5-21-1-2-3-1104" { home = "corp" }
grant "full_access" {
  recipient = "sales"
  delegates = ["recipient management", "s-1-5-21-1-2-3-1104", "self"]
}`)
	for i, declared := range []bool{true, true, false} {
		d := config.Grants.At(i).Delegate
		if (d.Recipient != model.NoRecipient) != declared || d.BuiltIn == declared || d.Orphaned() {
			t.Errorf("%q resolved to %+v", d.Text, d)
		}
	}
}

func TestDefaults(t *testing.T) {
	text := `
grant "full_access" {
  recipient = "sales"
  delegate  = "amy@contoso.com"
}
grant "full_access" {
  recipient     = "sales"
  delegate      = "amy@contoso.com"
  clients       = []
  access_method = "automap"
  channel       = "eac"
}
grant "send_as" {
  recipient = "sales"
  delegate  = "amy@contoso.com"
}
outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "amy@contoso.com"
}
migration_batch "w" {
  direction = "onboarding"
  members   = ["sales"]
}`
	config := mustLoad(t, text)
	g := config.Grants.At(0)
	if g.State != model.Planned || g.Clients.Declared() || g.AccessMethod != 0 || g.Channel != 0 {
		t.Errorf("without a defaults block: %+v", g.GrantTerms)
	}
	if o := config.OutlookDelegates[0]; o.State != model.Planned || o.Element != -1 {
		t.Errorf("Outlook delegate: %+v", o)
	}
	if b := config.Batches[0]; model.Word(b.Status) != "Syncing" || config.ForestName(b.SourceForest) != "corp" {
		t.Errorf("batch: %+v", b)
	}
	if config.Tenant.RoutingDomain != "contoso.mail.onmicrosoft.com" {
		t.Errorf("routing domain: %q", config.Tenant.RoutingDomain)
	}
	if r := recipientNamed(t, config, "boss@contoso.com"); config.ForestName(r.Origin) != "corp" {
		t.Errorf("origin: %v", r.Origin)
	}

	config = mustLoad(t, text+`
defaults {
  clients       = ["owa"]
  access_method = "additional_account"
  channel       = "powershell"
}`)
	owa := config.Grants.At(0).Clients
	if words := owa.Words()[owa.Values()[0]]; words != "owa" || len(owa.Values()) != 1 {
		t.Errorf("clients: %v", owa.Values())
	}
	if g := config.Grants.At(0); model.Word(g.AccessMethod) != "additional_account" || model.Word(g.Channel) != "powershell" || g.Declares("clients") {
		t.Errorf("defaults are not taken: %+v", g.GrantTerms)
	}
	if g := config.Grants.At(1); len(g.Clients.Values()) != 0 || !g.Clients.Declared() || model.Word(g.AccessMethod) != "automap" || model.Word(g.Channel) != "eac" {
		t.Errorf("defaults overwrite what is declared: %+v", g.GrantTerms)
	}
	if g := config.Grants.At(2); g.AccessMethod != 0 || g.Clients != owa {
		t.Errorf("an access method is for Full Access only: %+v", g.GrantTerms)
	}
	if o := config.OutlookDelegates[0]; o.Clients != owa || model.Word(o.Channel) != "powershell" {
		t.Errorf("Outlook delegate: %+v", o.Entry)
	}
}

// With several forests nothing is derived from there being one.
func TestSeveralForests(t *testing.T) {
	config := mustLoad(t, `
forest "emea" {
  organization_relationship {}
  intra_organization_connector {}
}
migration_batch "w" {
  direction     = "offboarding"
  source_forest = "EMEA"
  members       = ["sales", "amy@contoso.com", "sales"]
}`)
	if r := recipientNamed(t, config, "boss@contoso.com"); r.Origin != model.NoForest {
		t.Errorf("origin: %v", r.Origin)
	}
	b := config.Batches[0]
	if config.ForestName(b.SourceForest) != "emea" || len(b.Members) != 3 || b.Members[0] != b.Members[2] {
		t.Errorf("batch: %+v", b)
	}
	f := config.Forest(b.SourceForest)
	if f.Relationship.Holder != b.SourceForest || f.Relationship.Target != model.Cloud || f.Connector.Holder != b.SourceForest || f.Connector.Target != model.Cloud {
		t.Errorf("relationship of the forest: %+v, %+v", f.Relationship, f.Connector)
	}
}

func TestTenantRelationships(t *testing.T) {
	config, problems := load(t, map[string]string{"a.hcl": `
tenant "t" {
  routing_domain = "t.mail.onmicrosoft.com"
  organization_relationship "CORP" { enabled = false }
  intra_organization_connector "corp" {}
}
forest "corp" {}`})
	expectProblems(t, problems)
	o, c := config.Tenant.Relationships[0], config.Tenant.Connectors[0]
	if o.Holder != model.Cloud || config.ForestName(o.Target) != "corp" || o.Enabled != model.False || o.Exists != model.Undeclared {
		t.Errorf("relationship: %+v", o)
	}
	if c.Holder != model.Cloud || config.ForestName(c.Target) != "corp" {
		t.Errorf("connector: %+v", c)
	}
}

// Members of groups are kept once; those who are not declared are counted once per group.
func TestMembers(t *testing.T) {
	config := mustLoad(t, `
security_group "g" {
  home    = "corp"
  members = ["sales", "Sales@contoso.com", "amy@contoso.com", "nobody@contoso.com", "NOBODY@contoso.com", "h"]
}
security_group "h" {
  home    = "corp"
  members = ["nobody@contoso.com", "g"]
}`)
	var names []string
	for _, id := range recipientNamed(t, config, "g").Members {
		names = append(names, config.Recipients[id].ID)
	}
	if want := []string{"sales", "amy@contoso.com", "h"}; !slices.Equal(names, want) {
		t.Errorf("members %q, want %q", names, want)
	}
	if config.UndeclaredMembers != 2 {
		t.Errorf("%d undeclared members, want 2", config.UndeclaredMembers)
	}
}

func TestInvitations(t *testing.T) {
	config := mustLoad(t, `
sharing_invitation {
  owner     = "boss@contoso.com"
  recipient = "partner@fabrikam.com"
}
sharing_invitation {
  owner     = "boss@contoso.com"
  recipient = "sales@contoso.com"
}`)
	outside, inside := config.Invitations[0], config.Invitations[1]
	if outside.Recipient != model.NoRecipient || outside.RecipientText != "partner@fabrikam.com" {
		t.Errorf("outside: %+v", outside)
	}
	if inside.Recipient == model.NoRecipient || config.Recipients[inside.Recipient].ID != "sales" {
		t.Errorf("inside: %+v", inside)
	}
}

func TestProcedure(t *testing.T) {
	config := mustLoad(t, `
grant "send_on_behalf" {
  recipient  = "sales"
  delegate   = "amy@contoso.com"
  granted_by = "owner"
  new_list   = []
}
grant "send_on_behalf" {
  recipient  = "sales"
  delegate   = "amy@contoso.com"
  granted_by = "boss@contoso.com"
  applied_on = "cloud"
}
grant "send_on_behalf" {
  recipient = "sales"
  delegate  = "amy@contoso.com"
}`)
	owner, boss := config.Grants.At(0).Procedure, config.Grants.At(1).Procedure
	if !owner.GrantedByOwner || owner.GrantedBy != model.NoRecipient || owner.NewList == nil || owner.AppliedOn != model.NoForest {
		t.Errorf("granted by the owner: %+v", owner)
	}
	if boss.GrantedByOwner || config.Recipients[boss.GrantedBy].ID != "boss@contoso.com" || boss.NewList != nil || boss.AppliedOn != model.Cloud {
		t.Errorf("granted by the boss: %+v", boss)
	}
	if config.Grants.At(2).Procedure != nil {
		t.Errorf("nothing declared: %+v", config.Grants.At(2).Procedure)
	}
}

func TestExceptions(t *testing.T) {
	config := mustLoad(t, `
migration_batch "Wave" {
  direction = "onboarding"
  members   = ["sales"]
}
exception "HYB301" { rationale = "x" }
exception "send-as-not-mirrored" {
  recipient       = "sales"
  delegate        = "S-1-5-21-1"
  migration_batch = "wave"
  forest          = "Cloud"
  rationale       = "y"
  expiration      = "2027-01-31"
}`)
	all, narrow := config.Exceptions[0], config.Exceptions[1]
	if all.Rule != "HYB301" || all.Recipient != model.NoRecipient || all.Delegate != model.NoRecipient || all.DelegateText != "" ||
		all.MigrationBatch != nil || all.Forest != model.NoForest || all.Expiration != 0 {
		t.Errorf("not narrowed: %+v", all)
	}
	if config.Recipients[narrow.Recipient].ID != "sales" || narrow.Delegate != model.NoRecipient || narrow.DelegateText != "S-1-5-21-1" ||
		narrow.MigrationBatch != config.Batches[0] || narrow.Forest != model.Cloud || narrow.Rationale != "y" || narrow.Expiration != 20270131 {
		t.Errorf("narrowed: %+v", narrow)
	}
}

// Values of every shape arrive as they are written.
func TestValues(t *testing.T) {
	config := mustLoad(t, `
directory_sync "entra_connect" {
  version             = "2.4.131"
  excluded_attributes = []
}
user_mailbox "x" {
  home     = "cloud"
  moved_on = "2024-06-01"
  object "corp" {
    recipient_display_type = -1073741818
    target_address         = ""
  }
}
user_mailbox "y" {
  home = "cloud"
  object "corp" {}
}
outlook_delegate {
  manager              = "x"
  delegate             = "y"
  folder_access_rights = { Calendar = "Editor", "Inbox/Sub" = "Reviewer" }
}`)
	if s := config.Syncs[0]; !s.HasVersion || s.Version != (model.Version{2, 4, 131, 0}) || s.ExcludedAttributes == nil {
		t.Errorf("directory_sync: %+v", s)
	}
	if f := config.Forests[0]; f.CumulativeUpdate != -1 || f.ACLableSyncedObjectEnabled != model.Undeclared {
		t.Errorf("forest: %+v", f)
	}
	x, y := recipientNamed(t, config, "x"), recipientNamed(t, config, "y")
	if x.MovedOn != 20240601 || x.EmailAddresses != nil || x.Members != nil {
		t.Errorf("recipient: %+v", x)
	}
	if o := x.Objects[0]; !o.HasDisplayType || o.RecipientDisplayType != -1073741818 || !o.HasTargetAddress || o.TargetAddress != "" || config.ForestName(o.Forest) != "corp" {
		t.Errorf("object: %+v", o)
	}
	if o := y.Objects[0]; o.HasDisplayType || o.HasTargetAddress {
		t.Errorf("empty object: %+v", o)
	}
	rights := config.OutlookDelegates[0].FolderAccessRights
	if len(rights) != 2 || rights[0].Folder != "Calendar" || model.Word(rights[0].Right) != "Editor" || rights[1].Folder != "Inbox/Sub" {
		t.Errorf("folder_access_rights: %+v", rights)
	}
}

// What a block supplies has its place, down to the elements of lists.
func TestPositions(t *testing.T) {
	config := mustLoad(t, `grant "send_as" { # Ümläut
  recipient  = "sales"
  delegates  = ["amy@contoso.com", /* ä */ "boss@contoso.com"]
  present_in = [for f in ["corp", "cloud"] : f]
  expects    = null
}
outlook_delegate {
  manager              = "sales"
  delegate             = "amy@contoso.com"
  folder_access_rights = { Calendar = "Editor", "Inbox" = "Reviewer" }
}
room_mailbox "ä" { home = "corp" }
grant "full_access" {
  recipient = "ä"
  delegate  = "${"amy"}@contoso.com"
  outlook_windows {
    version = "2016"
  }
}`)
	g, o, w := config.Grants.At(0), config.OutlookDelegates[0], config.Grants.At(2)
	tests := []struct {
		name      string
		block     *model.Block
		attribute string
		element   int
		want      string
	}{
		{"header", &g.Block, "", -1, "a.hcl:1:1-16"},
		{"value", &g.Block, "recipient", -1, "a.hcl:2:16-23"},
		{"element of a single value", &g.Block, "recipient", 3, "a.hcl:2:16-23"},
		{"list", &g.Block, "delegates", -1, "a.hcl:3:16-63"},
		{"first element", &g.Block, "delegates", 0, "a.hcl:3:17-34"},
		{"second element", &g.Block, "delegates", 1, "a.hcl:3:44-62"},
		{"no such element", &g.Block, "delegates", 2, "a.hcl:3:16-63"},
		{"element that is computed", &g.Block, "present_in", 1, "a.hcl:4:16-48"},
		{"null is not declared", &g.Block, "expects", -1, "a.hcl:1:1-16"},
		{"not declared", &g.Block, "deny", 0, "a.hcl:1:1-16"},
		{"no attribute of the language", &g.Block, "colour", -1, "a.hcl:1:1-16"},
		{"object", &o.Block, "folder_access_rights", -1, "a.hcl:10:26-71"},
		{"pair of an object", &o.Block, "folder_access_rights", 1, "a.hcl:10:49-69"},
		{"computed text", &w.Block, "delegate", -1, "a.hcl:15:15-37"},
		{"inner block", &w.OutlookWindows.Block, "version", -1, "a.hcl:17:15-21"},
		{"header of an inner block", &w.OutlookWindows.Block, "", -1, "a.hcl:16:3-18"},
	}
	for _, test := range tests {
		if got := place(test.block.Locate(test.attribute, test.element)); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
	if g.Declares("expects") || !g.Declares("delegates") || g.Declares("colour") || g.Declares("") {
		t.Error("Declares is wrong")
	}
}
