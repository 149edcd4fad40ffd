package loader_test

import (
	"slices"
	"testing"

	"hybridlint/loader"
)

func recipientNamed(t *testing.T, m *loader.Model, id string) *loader.Recipient {
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
	model := mustLoad(t, `
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
	for i, id := range model.BulkChanges[0].Recipients {
		if got := model.Recipients[id].ID; got != want[i] {
			t.Errorf("recipient %d is %q, want %q", i, got, want[i])
		}
	}
}

// Labels and references agree whatever Unicode form they are written in.
func TestNamesAreNormalized(t *testing.T) {
	model := mustLoad(t, "user_mailbox \"rene\u0301\" { home = \"corp\" }\nbulk_change \"b\" {\n  permission = \"send_as\"\n  recipients = [\"REN\u00c9\"]\n}")
	if id := model.BulkChanges[0].Recipients[0]; model.Recipients[id].ID != "ren\u00e9" {
		t.Errorf("resolved to %q", model.Recipients[id].ID)
	}
}

func TestDelegates(t *testing.T) {
	model := mustLoad(t, `
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
	if model.Grants.Len() != len(want) {
		t.Fatalf("%d grants, want %d", model.Grants.Len(), len(want))
	}
	for i, w := range want {
		g, d := model.Grants.At(i), model.Grants.Delegate(i)
		declared := ""
		if d.Recipient != loader.NoRecipient {
			declared = model.Recipients[d.Recipient].ID
		}
		if d.Text != w.text || g.Element != w.element || declared != w.declared {
			t.Errorf("delegate %d is %q (%d) %q, want %+v", i, d.Text, g.Element, declared, w)
		}
	}
	if a, b := model.Grants.At(0), model.Grants.At(4); a.GrantTerms != b.GrantTerms || a.EntryTerms != b.EntryTerms || a.Block != b.Block {
		t.Error("the delegates of one block do not share what it says")
	}
	if a, b := model.Grants.At(5).Folder.Type, model.Grants.At(6).Folder.Type; a != "" || b != "" {
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
		if got := loader.BuiltInPrincipal(test.name); got != test.builtIn {
			t.Errorf("BuiltInPrincipal(%q) = %v", test.name, got)
		}
		if got := loader.OrphanedIdentifier(test.name); got != test.orphaned {
			t.Errorf("OrphanedIdentifier(%q) = %v", test.name, got)
		}
	}
}

// A declared recipient is meant before a built-in principal of the same name.
func TestDeclaredBeforeBuiltIn(t *testing.T) {
	model := mustLoad(t, `
security_group "Recipient Management" { home = "corp" }
user_mailbox "S-1-5-21-1-2-3-1104" { home = "corp" }
grant "full_access" {
  recipient = "sales"
  delegates = ["recipient management", "s-1-5-21-1-2-3-1104", "self"]
}`)
	for i, declared := range []bool{true, true, false} {
		d := model.Grants.At(i).Delegate
		if (d.Recipient != loader.NoRecipient) != declared || d.BuiltIn == declared || d.Orphaned() {
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
	model := mustLoad(t, text)
	g := model.Grants.At(0)
	if g.State != loader.Planned || g.Clients.Declared() || g.AccessMethod != 0 || g.Channel != 0 {
		t.Errorf("without a defaults block: %+v", g.GrantTerms)
	}
	if o := model.OutlookDelegates[0]; o.State != loader.Planned || o.Element != -1 {
		t.Errorf("Outlook delegate: %+v", o)
	}
	if b := model.Batches[0]; loader.Word(b.Status) != "Syncing" || model.ForestName(b.SourceForest) != "corp" {
		t.Errorf("batch: %+v", b)
	}
	if model.Tenant.RoutingDomain != "contoso.mail.onmicrosoft.com" {
		t.Errorf("routing domain: %q", model.Tenant.RoutingDomain)
	}
	if r := recipientNamed(t, model, "boss@contoso.com"); model.ForestName(r.Origin) != "corp" {
		t.Errorf("origin: %v", r.Origin)
	}

	model = mustLoad(t, text+`
defaults {
  clients       = ["owa"]
  access_method = "additional_account"
  channel       = "powershell"
}`)
	owa := model.Grants.At(0).Clients
	if words := owa.Words()[owa.Values()[0]]; words != "owa" || len(owa.Values()) != 1 {
		t.Errorf("clients: %v", owa.Values())
	}
	if g := model.Grants.At(0); loader.Word(g.AccessMethod) != "additional_account" || loader.Word(g.Channel) != "powershell" || g.Declares("clients") {
		t.Errorf("defaults are not taken: %+v", g.GrantTerms)
	}
	if g := model.Grants.At(1); len(g.Clients.Values()) != 0 || !g.Clients.Declared() || loader.Word(g.AccessMethod) != "automap" || loader.Word(g.Channel) != "eac" {
		t.Errorf("defaults overwrite what is declared: %+v", g.GrantTerms)
	}
	if g := model.Grants.At(2); g.AccessMethod != 0 || g.Clients != owa {
		t.Errorf("an access method is for Full Access only: %+v", g.GrantTerms)
	}
	if o := model.OutlookDelegates[0]; o.Clients != owa || loader.Word(o.Channel) != "powershell" {
		t.Errorf("Outlook delegate: %+v", o.Entry)
	}
}

// With several forests nothing is derived from there being one.
func TestSeveralForests(t *testing.T) {
	model := mustLoad(t, `
forest "emea" {
  organization_relationship {}
  intra_organization_connector {}
}
migration_batch "w" {
  direction     = "offboarding"
  source_forest = "EMEA"
  members       = ["sales", "amy@contoso.com", "sales"]
}`)
	if r := recipientNamed(t, model, "boss@contoso.com"); r.Origin != loader.NoForest {
		t.Errorf("origin: %v", r.Origin)
	}
	b := model.Batches[0]
	if model.ForestName(b.SourceForest) != "emea" || len(b.Members) != 3 || b.Members[0] != b.Members[2] {
		t.Errorf("batch: %+v", b)
	}
	f := model.Forest(b.SourceForest)
	if f.Relationship.Holder != b.SourceForest || f.Relationship.Target != loader.Cloud || f.Connector.Holder != b.SourceForest || f.Connector.Target != loader.Cloud {
		t.Errorf("relationship of the forest: %+v, %+v", f.Relationship, f.Connector)
	}
}

func TestTenantRelationships(t *testing.T) {
	model, problems := load(t, map[string]string{"a.hcl": `
tenant "t" {
  routing_domain = "t.mail.onmicrosoft.com"
  organization_relationship "CORP" { enabled = false }
  intra_organization_connector "corp" {}
}
forest "corp" {}`})
	expectProblems(t, problems)
	o, c := model.Tenant.Relationships[0], model.Tenant.Connectors[0]
	if o.Holder != loader.Cloud || model.ForestName(o.Target) != "corp" || o.Enabled != loader.False || o.Exists != loader.Undeclared {
		t.Errorf("relationship: %+v", o)
	}
	if c.Holder != loader.Cloud || model.ForestName(c.Target) != "corp" {
		t.Errorf("connector: %+v", c)
	}
}

// Members of groups are kept once; those who are not declared are counted once per group.
func TestMembers(t *testing.T) {
	model := mustLoad(t, `
security_group "g" {
  home    = "corp"
  members = ["sales", "Sales@contoso.com", "amy@contoso.com", "nobody@contoso.com", "NOBODY@contoso.com", "h"]
}
security_group "h" {
  home    = "corp"
  members = ["nobody@contoso.com", "g"]
}`)
	var names []string
	for _, id := range recipientNamed(t, model, "g").Members {
		names = append(names, model.Recipients[id].ID)
	}
	if want := []string{"sales", "amy@contoso.com", "h"}; !slices.Equal(names, want) {
		t.Errorf("members %q, want %q", names, want)
	}
	if model.UndeclaredMembers != 2 {
		t.Errorf("%d undeclared members, want 2", model.UndeclaredMembers)
	}
}

func TestInvitations(t *testing.T) {
	model := mustLoad(t, `
sharing_invitation {
  owner     = "boss@contoso.com"
  recipient = "partner@fabrikam.com"
}
sharing_invitation {
  owner     = "boss@contoso.com"
  recipient = "sales@contoso.com"
}`)
	outside, inside := model.Invitations[0], model.Invitations[1]
	if outside.Recipient != loader.NoRecipient || outside.RecipientText != "partner@fabrikam.com" {
		t.Errorf("outside: %+v", outside)
	}
	if inside.Recipient == loader.NoRecipient || model.Recipients[inside.Recipient].ID != "sales" {
		t.Errorf("inside: %+v", inside)
	}
}

func TestProcedure(t *testing.T) {
	model := mustLoad(t, `
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
	owner, boss := model.Grants.At(0).Procedure, model.Grants.At(1).Procedure
	if !owner.GrantedByOwner || owner.GrantedBy != loader.NoRecipient || owner.NewList == nil || owner.AppliedOn != loader.NoForest {
		t.Errorf("granted by the owner: %+v", owner)
	}
	if boss.GrantedByOwner || model.Recipients[boss.GrantedBy].ID != "boss@contoso.com" || boss.NewList != nil || boss.AppliedOn != loader.Cloud {
		t.Errorf("granted by the boss: %+v", boss)
	}
	if model.Grants.At(2).Procedure != nil {
		t.Errorf("nothing declared: %+v", model.Grants.At(2).Procedure)
	}
}

func TestExceptions(t *testing.T) {
	model := mustLoad(t, `
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
	all, narrow := model.Exceptions[0], model.Exceptions[1]
	if all.Rule != "HYB301" || all.Recipient != loader.NoRecipient || all.Delegate != loader.NoRecipient || all.DelegateText != "" ||
		all.MigrationBatch != nil || all.Forest != loader.NoForest || all.Expiration != 0 {
		t.Errorf("not narrowed: %+v", all)
	}
	if model.Recipients[narrow.Recipient].ID != "sales" || narrow.Delegate != loader.NoRecipient || narrow.DelegateText != "S-1-5-21-1" ||
		narrow.MigrationBatch != model.Batches[0] || narrow.Forest != loader.Cloud || narrow.Rationale != "y" || narrow.Expiration != 20270131 {
		t.Errorf("narrowed: %+v", narrow)
	}
}

// Values of every shape arrive as they are written.
func TestValues(t *testing.T) {
	model := mustLoad(t, `
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
	if s := model.Syncs[0]; !s.HasVersion || s.Version != (loader.Version{2, 4, 131, 0}) || s.ExcludedAttributes == nil {
		t.Errorf("directory_sync: %+v", s)
	}
	if f := model.Forests[0]; f.CumulativeUpdate != -1 || f.ACLableSyncedObjectEnabled != loader.Undeclared {
		t.Errorf("forest: %+v", f)
	}
	x, y := recipientNamed(t, model, "x"), recipientNamed(t, model, "y")
	if x.MovedOn != 20240601 || x.EmailAddresses != nil || x.Members != nil {
		t.Errorf("recipient: %+v", x)
	}
	if o := x.Objects[0]; !o.HasDisplayType || o.RecipientDisplayType != -1073741818 || !o.HasTargetAddress || o.TargetAddress != "" || model.ForestName(o.Forest) != "corp" {
		t.Errorf("object: %+v", o)
	}
	if o := y.Objects[0]; o.HasDisplayType || o.HasTargetAddress {
		t.Errorf("empty object: %+v", o)
	}
	rights := model.OutlookDelegates[0].FolderAccessRights
	if len(rights) != 2 || rights[0].Folder != "Calendar" || loader.Word(rights[0].Right) != "Editor" || rights[1].Folder != "Inbox/Sub" {
		t.Errorf("folder_access_rights: %+v", rights)
	}
}

// What a block supplies has its place, down to the elements of lists.
func TestPositions(t *testing.T) {
	model := mustLoad(t, `grant "send_as" { # Ümläut
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
	g, o, w := model.Grants.At(0), model.OutlookDelegates[0], model.Grants.At(2)
	tests := []struct {
		name      string
		block     *loader.Block
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
