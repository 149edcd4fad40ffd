package exports

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"slices"
	"strings"
	"testing"

	"hybridlint/loader/exports/rows"
)

// cmdlet is what one cmdlet shows: columns and values in turn, with more columns than anybody reads, as a raw export has.
type cmdlet struct {
	name    string
	kind    string // where it is known by another name than its own
	objects string // the type of its objects
	row     []any
	// wants are in the configuration then. Without them the cmdlet says nothing by itself.
	wants []string
	// mute marks a cmdlet of which the row says nothing.
	mute bool
}

const (
	onPremisesDN = "CN=amy,OU=P,DC=contoso,DC=com"
	cloudDN      = "CN=amy,OU=contoso.onmicrosoft.com,OU=Microsoft Exchange Hosted Organizations,DC=EURPR01A001,DC=PROD,DC=OUTLOOK,DC=COM"
)

// recipientRow is what recipients of all kinds have.
func recipientRow(address, details, dn string, more ...any) []any {
	alias, _, _ := strings.Cut(address, "@")
	return append([]any{"RunspaceId", "0", "Identity", "contoso.com/P/" + alias, "Alias", alias, "DisplayName", "The " + alias, "EmailAddresses", []string{"SMTP:" + address, "smtp:" + alias + "@x.com"},
		"PrimarySmtpAddress", address, "RecipientType", "UserMailbox", "RecipientTypeDetails", details, "HiddenFromAddressListsEnabled", false, "LegacyExchangeDN", "/o=Contoso/cn=" + alias, "Guid", "",
		"GrantSendOnBehalfTo", []string{}, "WindowsEmailAddress", address, "Name", alias, "DistinguishedName", dn, "WhenCreated", "/Date(1646313094000)/", "IsValid", true, "MaxSendSize", "Unlimited"}, more...)
}

func cmdlets() []cmdlet {
	const management = "Microsoft.Exchange.Data.Directory.Management."
	return []cmdlet{
		{name: "Get-Mailbox", objects: management + "Mailbox", row: recipientRow("new@contoso.com", "SharedMailbox", "CN=new,DC=contoso,DC=com", "AccountDisabled", true, "ExchangeGuid", "33333333-3333-3333-3333-333333333333", "UserPrincipalName", "new@contoso.com", "SamAccountName", "new", "LinkedMasterAccount", `NT AUTHORITY\SELF`),
			wants: []string{`shared_mailbox "new@contoso.com" {`, `account_enabled                   = false`}},
		{name: "Get-RemoteMailbox", objects: management + "RemoteMailbox", row: recipientRow("new@contoso.com", "RemoteSharedMailbox", "CN=new,DC=contoso,DC=com", "RemoteRoutingAddress", "SMTP:new@contoso.mail.onmicrosoft.com", "RemoteRecipientType", "Migrated, SharedMailbox"),
			wants: []string{`shared_mailbox "new@contoso.com" {`, `provisioned_by                    = "migration"`, `target_address         = "SMTP:new@contoso.mail.onmicrosoft.com"`}},
		{name: "Get-MailUser", objects: management + "MailUser", row: recipientRow("new@contoso.com", "MailUser", "CN=new,DC=PROD,DC=OUTLOOK,DC=COM", "ExternalEmailAddress", "SMTP:new@contoso.com", "IsDirSynced", true),
			wants: []string{`mail_user "new@contoso.com" {`}},
		{name: "Get-Recipient", objects: management + "ReducedRecipient", row: recipientRow("new@contoso.com", "EquipmentMailbox", "CN=new,DC=contoso,DC=com", "ExpansionServer", ""), wants: []string{`equipment_mailbox "new@contoso.com" {`}},
		{name: "Get-DistributionGroup", objects: management + "DistributionGroup", row: recipientRow("new@contoso.com", "MailUniversalSecurityGroup", "CN=new,DC=contoso,DC=com", "GroupType", "Universal, SecurityEnabled", "SamAccountName", "new", "ManagedBy", []string{"contoso.com/P/amy"}, "MemberJoinRestriction", "Closed"),
			wants: []string{`mail_enabled_security_group "new@contoso.com" {`}},
		{name: "Get-DynamicDistributionGroup", objects: management + "DynamicDistributionGroup", row: recipientRow("new@contoso.com", "DynamicDistributionGroup", "CN=new,DC=contoso,DC=com", "RecipientFilter", "(Alias -ne $null)", "RecipientContainer", "contoso.com"),
			wants: []string{`dynamic_distribution_group "new@contoso.com" {`}},
		{name: "Get-UnifiedGroup", objects: management + "UnifiedGroup", row: recipientRow("new@contoso.com", "GroupMailbox", "CN=new,DC=PROD,DC=OUTLOOK,DC=COM", "AccessType", "Private", "GroupMemberCount", 3, "IsDirSynced", false, "InboxUrl", ""),
			wants: []string{`m365_group "new@contoso.com" {`}},
		{name: "Get-DistributionGroupMember", objects: management + "ReducedRecipient", row: recipientRow("bob@contoso.com", "UserMailbox", "CN=bob,OU=P,DC=contoso,DC=com", "Group", "staff@contoso.com"),
			wants: []string{`members              = ["bob@contoso.com"]`}},
		{name: "Get-MailboxPermission", objects: "Microsoft.Exchange.Management.RecipientTasks.MailboxAcePresentationObject", row: []any{"AccessRights", []string{"FullAccess"}, "Deny", false, "InheritanceType", "All", "User", `CONTOSO\bob`, "Identity", "contoso.com/P/amy", "IsInherited", false, "IsValid", true},
			wants: []string{"grant \"full_access\" {\n  recipient = \"amy@contoso.com\"\n  delegate  = \"bob@contoso.com\""}},
		{name: "Get-EXOMailboxPermission", kind: "Get-MailboxPermission", objects: "Selected.System.Management.Automation.PSCustomObject", row: []any{"Identity", "sales", "User", "amy@contoso.com", "AccessRights", []string{"FullAccess"}, "IsInherited", false, "Deny", false, "InheritanceType", "All", "UserSid", "S-1-5-21-1-2-3-4"},
			wants: []string{"grant \"full_access\" {\n  recipient = \"sales@contoso.com\"\n  delegate  = \"amy@contoso.com\""}},
		{name: "Get-RecipientPermission", objects: "Microsoft.Exchange.Management.RecipientTasks.RecipientPermission", row: []any{"Identity", "sales", "Trustee", "amy@contoso.com", "AccessControlType", "Allow", "AccessRights", []string{"SendAs"}, "IsInherited", false, "InheritanceType", "None"},
			wants: []string{"grant \"send_as\" {\n  recipient  = \"sales@contoso.com\"\n  delegate   = \"amy@contoso.com\"", `present_in = ["cloud"]`}},
		{name: "Get-EXORecipientPermission", kind: "Get-RecipientPermission", objects: "Selected.System.Management.Automation.PSCustomObject", row: []any{"Identity", "sales", "Trustee", "bob@contoso.com", "AccessControlType", "Allow", "AccessRights", []string{"SendAs"}, "IsInherited", false},
			wants: []string{"grant \"send_as\" {\n  recipient  = \"sales@contoso.com\"\n  delegate   = \"bob@contoso.com\""}},
		{name: "Get-ADPermission", objects: "Microsoft.Exchange.Management.RecipientTasks.ADAcePresentationObject", row: []any{"AccessRights", []string{"ExtendedRight"}, "ExtendedRights", []string{"Send-As"}, "ChildObjectTypes", nil, "Properties", nil, "Deny", false, "InheritanceType", "All", "User", `CONTOSO\bob`, "Identity", "contoso.com/P/amy", "IsInherited", false},
			wants: []string{"grant \"send_as\" {\n  recipient  = \"amy@contoso.com\"\n  delegate   = \"bob@contoso.com\"", `present_in = ["corp"]`}},
		{name: "Get-MailboxFolderPermission", objects: "Microsoft.Exchange.Management.StoreTasks.MailboxFolderPermission", row: []any{"FolderName", "Calendar", "User", "bob", "AccessRights", []string{"Editor"}, "SharingPermissionFlags", nil, "Identity", `amy:\Calendar`, "IsValid", true},
			wants: []string{"grant \"folder\" {\n  recipient     = \"amy@contoso.com\"\n  delegate      = \"bob@contoso.com\"\n  folder        = \"Calendar\"\n  access_rights = [\"Editor\"]"}},
		{name: "Get-CalendarProcessing", objects: "Microsoft.Exchange.Data.Storage.Management.CalendarConfiguration", row: []any{"AutomateProcessing", "AutoAccept", "ResourceDelegates", []string{"contoso.com/P/amy"}, "BookInPolicy", nil, "Identity", "contoso.com/P/room"},
			wants: []string{`resource_delegates   = ["amy@contoso.com"]`}},
		{name: "Get-CASMailbox", objects: management + "CASMailbox", row: []any{"EmailAddresses", []string{"SMTP:sales@contoso.com"}, "LegacyExchangeDN", "/o=x", "PrimarySmtpAddress", "sales@contoso.com", "SamAccountName", "sales", "OWAEnabled", true, "PublicFolderClientAccess", true, "DisplayName", "Sales", "Identity", "sales"},
			wants: []string{`public_folder_client_access = true`}},
		{name: "Get-OrganizationConfig", objects: management + "OrganizationConfig", row: []any{"ACLableSyncedObjectEnabled", true, "OAuth2ClientProfileEnabled", true, "PublicFoldersEnabled", "Local", "Name", "Contoso", "DistinguishedName", "CN=Contoso,CN=Microsoft Exchange,DC=contoso,DC=com"},
			wants: []string{`aclable_synced_object_enabled = true`, `modern_auth                   = true`}},
		{name: "Get-OrganizationConfig", objects: management + "OrganizationConfig", row: []any{"SendFromAliasEnabled", true, "OAuth2ClientProfileEnabled", true, "PublicFoldersEnabled", "None", "PublicFolderShowClientControl", true, "Name", "contoso.onmicrosoft.com", "OriginatingServer", "X.EURPR01A001.PROD.OUTLOOK.COM"},
			wants: []string{`tenant "contoso" {`, `send_from_alias_enabled      = true`, `public_folder_client_control = true`}},
		{name: "Get-OrganizationRelationship", objects: "Microsoft.Exchange.Data.Directory.SystemConfiguration.OrganizationRelationship", row: []any{"DomainNames", []string{"contoso.mail.onmicrosoft.com"}, "FreeBusyAccessEnabled", true, "FreeBusyAccessLevel", "LimitedDetails", "FreeBusyAccessScope", nil, "TargetApplicationUri", "outlook.com", "Enabled", true, "Name", "On-premises to O365 - 1", "DistinguishedName", "CN=1,DC=contoso,DC=com"},
			wants: []string{"organization_relationship {\n    enabled                  = true\n    free_busy_access_enabled = true\n    free_busy_access_level   = \"LimitedDetails\""}},
		{name: "Get-IntraOrganizationConnector", objects: "Microsoft.Exchange.Data.Directory.SystemConfiguration.IntraOrganizationConnector", row: []any{"TargetAddressDomains", []string{"contoso.mail.onmicrosoft.com"}, "DiscoveryEndpoint", "https://x", "Enabled", false, "Name", "HybridIOC - 1", "DistinguishedName", "CN=1,DC=contoso,DC=com"},
			wants: []string{"intra_organization_connector {\n    enabled = false"}},
		{name: "Get-ADTrust", objects: "Microsoft.ActiveDirectory.Management.ADTrust", row: []any{"Direction", "BiDirectional", "DisallowTransivity", false, "ForestTransitive", true, "IntraForest", false, "Name", "fabrikam.com", "Source", "DC=contoso,DC=com", "Target", "fabrikam.com", "TrustType", "Uplevel", "DistinguishedName", "CN=fabrikam.com,CN=System,DC=contoso,DC=com"}, mute: true},
		{name: "Get-User", objects: management + "User", row: []any{"SamAccountName", "amy", "Sid", "S-1-5-21-1-2-3-4", "UserPrincipalName", "amy@contoso.com", "RecipientTypeDetails", "UserMailbox", "UserAccountControl", "AccountDisabled, NormalAccount", "WindowsEmailAddress", "amy@contoso.com", "AccountDisabled", true, "DistinguishedName", onPremisesDN, "FirstName", "Amy"},
			wants: []string{`account_enabled      = false`}},
		{name: "Get-MailboxFolderStatistics", objects: "Microsoft.Exchange.Data.Storage.Management.MailboxFolderConfiguration", row: []any{"Date", "x", "Name", "Kalender", "FolderPath", "/Kalender", "FolderType", "Calendar", "ItemsInFolder", 7, "Identity", `amy@contoso.com\Kalender`},
			wants: []string{}},
		{name: "Get-AcceptedDomain", objects: "Microsoft.Exchange.Data.Directory.SystemConfiguration.AcceptedDomain", row: []any{"DomainName", "contoso.mail.onmicrosoft.com", "DomainType", "Authoritative", "Default", false, "InitialDomain", false, "Name", "contoso.mail.onmicrosoft.com", "OriginatingServer", "X.PROD.OUTLOOK.COM"},
			wants: []string{`routing_domain = "contoso.mail.onmicrosoft.com"`}},
		{name: "Get-ExchangeServer", objects: management + "ExchangeServer", row: []any{"Name", "EX1", "Fqdn", "ex1.contoso.com", "ServerRole", "Mailbox", "Edition", "StandardEvaluation", "AdminDisplayVersion", "Version 15.1 (Build 2507.6)", "Site", "contoso.com/Configuration/Sites/A", "DistinguishedName", "CN=EX1,DC=contoso,DC=com"},
			wants: []string{`exchange_version  = "2016"`, `cumulative_update = 23`}},
		{name: "Get-MigrationBatch", objects: "Microsoft.Exchange.Data.Storage.Management.MigrationBatch", row: []any{"Identity", "wave", "Status", "Synced", "BatchDirection", "Onboarding", "MigrationType", "ExchangeRemoteMove", "TotalCount", 1}, mute: true},
		{name: "Get-MigrationUser", objects: "Microsoft.Exchange.Data.Storage.Management.MigrationUser", row: []any{"Identity", "amy@contoso.com", "BatchId", "wave", "MailboxEmailAddress", "amy@contoso.com", "Status", "Synced"},
			wants: []string{"migration_batch \"wave\" {\n  direction = \"onboarding\"\n  members   = [\"amy@contoso.com\"]"}},
		{name: "Get-MoveRequestStatistics", objects: "Microsoft.Exchange.Management.RecipientTasks.MoveRequestStatistics", row: []any{"DisplayName", "Sales", "Alias", "sales", "Status", "Completed", "StatusDetail", "Completed", "Direction", "Pull", "Flags", "CrossOrg, Pull", "RecipientTypeDetails", "SharedMailbox", "CompletionTimestamp", "/Date(1747519200000)/", "OriginatingServer", "X.PROD.OUTLOOK.COM"},
			wants: []string{`moved_on             = "2025-05-17"`}},
		{name: "(Get-ADSyncGlobalSettings).Parameters", kind: "Get-ADSyncGlobalSettings", objects: rows.GlobalSettingType, row: []any{"Name", "Microsoft.OptionalFeature.HybridExchange", "InputType", "String", "Scope", "SynchronizationGlobal", "Value", "True"},
			wants: []string{"directory_sync \"entra_connect\" {\n  exchange_hybrid_deployment = true"}},
		{name: "Get-ADSyncRule", objects: rows.SynchronizationRuleType, row: []any{"Identifier", "x", "Name", writebackRule, "Direction", "Outbound", "Disabled", false, "ImmutableTag", "Microsoft.x", "Precedence", 1},
			wants: []string{"directory_sync \"entra_connect\" {\n  exchange_hybrid_deployment = true"}},
		{name: "Get-ADUser", objects: "Microsoft.ActiveDirectory.Management.ADUser", row: []any{"DistinguishedName", "CN=sales,OU=P,DC=contoso,DC=com", "Enabled", false, "mail", "sales@contoso.com", "msExchRecipientDisplayType", -1073741818, "targetAddress", "SMTP:sales@contoso.mail.onmicrosoft.com", "publicDelegates", []string{"CN=bob,OU=P,DC=contoso,DC=com"}, "msExchDelegateListLink", []string{}, "Name", "sales", "ObjectClass", "user", "ObjectGUID", "", "SamAccountName", "sales", "SID", "S-1-5-21-1-2-3-9"},
			wants: []string{`recipient_display_type = -1073741818`, `target_address         = "SMTP:sales@contoso.mail.onmicrosoft.com"`, "grant \"send_on_behalf\" {\n  recipient  = \"sales@contoso.com\"\n  delegate   = \"bob@contoso.com\""}},
		{name: "Get-ADGroup", objects: "Microsoft.ActiveDirectory.Management.ADGroup", row: []any{"DistinguishedName", "CN=staff,OU=P,DC=contoso,DC=com", "groupType", "-2147483640", "GroupCategory", "Security", "Name", "staff", "ObjectClass", "group", "SamAccountName", "staff", "SID", "S-1-5-21-1-2-3-10"},
			wants: []string{`group_scope          = "universal"`}},
	}
}

// everybody are the recipients that the other cmdlets are about. Sales lives in the cloud.
func everybody() map[string]string {
	return map[string]string{
		"cloud.csv": "PrimarySmtpAddress,Alias,Name,DisplayName,RecipientTypeDetails,DistinguishedName\n" +
			"sales@contoso.com,sales,sales,Sales,SharedMailbox,\"CN=sales,DC=PROD,DC=OUTLOOK,DC=COM\"\n",
		"corp.csv": "PrimarySmtpAddress,Alias,SamAccountName,Name,RecipientTypeDetails,DistinguishedName\n" +
			"amy@contoso.com,amy,amy,amy,UserMailbox,\"" + onPremisesDN + "\"\n" +
			"bob@contoso.com,bob,bob,bob,UserMailbox,\"CN=bob,OU=P,DC=contoso,DC=com\"\n" +
			"sales@contoso.com,sales,sales,sales,RemoteSharedMailbox,\"CN=sales,OU=P,DC=contoso,DC=com\"\n" +
			"room@contoso.com,room,room,room,RoomMailbox,\"CN=room,OU=P,DC=contoso,DC=com\"\n" +
			"staff@contoso.com,staff,staff,staff,MailUniversalSecurityGroup,\"CN=staff,OU=P,DC=contoso,DC=com\"\n",
		"batch.csv": "Identity,Status,BatchDirection\nwave,Synced,Onboarding\n",
	}
}

// texts are the files that PowerShell can write of a cmdlet's result.
func (c *cmdlet) texts(t *testing.T) map[string]string {
	t.Helper()
	var header, fields, properties []string
	object := map[string]any{}
	for i := 0; i < len(c.row); i += 2 {
		name, value := c.row[i].(string), c.row[i+1]
		header, fields = append(header, name), append(fields, inCSV(value))
		properties = append(properties, inCLIXML(t, name, value))
		object[name] = value
	}
	var table strings.Builder
	w := csv.NewWriter(&table)
	if err := w.WriteAll([][]string{header, fields}); err != nil {
		t.Fatal(err)
	}
	one, err := json.Marshal(object)
	if err != nil {
		t.Fatal(err)
	}
	return map[string]string{
		"Export-Csv":                    "#TYPE " + c.objects + "\n" + table.String(),
		"Export-Csv -NoTypeInformation": table.String(),
		"Select-Object":                 "#TYPE Selected." + c.objects + "\n" + table.String(),
		"one object":                    string(one),
		"an array":                      "[" + string(one) + "]",
		"the REST interface":            `{"@odata.context":"https://x","value":[` + string(one) + `]}`,
		"Export-Clixml": `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04"><Obj RefId="0"><TN RefId="0"><T>Deserialized.` + c.objects +
			`</T><T>System.Object</T></TN><Props>` + strings.Join(properties, "") + `</Props></Obj></Objs>`,
	}
}

func inCSV(value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case bool:
		return map[bool]string{true: "True", false: "False"}[v]
	case []string:
		return strings.Join(v, ";")
	case string:
		return v
	default:
		text, _ := json.Marshal(v)
		return string(text)
	}
}

func inCLIXML(t *testing.T, name string, value any) string {
	t.Helper()
	escaped := func(text string) string {
		var b strings.Builder
		if err := xml.EscapeText(&b, []byte(text)); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	switch v := value.(type) {
	case nil:
		return `<Nil N="` + name + `" />`
	case bool:
		return `<B N="` + name + `">` + strings.ToLower(inCSV(v)) + `</B>`
	case []string:
		list := ""
		for _, e := range v {
			list += "<S>" + escaped(e) + "</S>"
		}
		return `<Obj N="` + name + `" RefId="` + name + `"><TNRef RefId="9" /><LST>` + list + `</LST></Obj>`
	default:
		return `<S N="` + name + `">` + escaped(inCSV(v)) + `</S>`
	}
}

// TestCmdlets: what every cmdlet shows is known by its content, in every format, and in the configuration.
func TestCmdlets(t *testing.T) {
	for _, c := range cmdlets() {
		kind := c.kind
		if kind == "" {
			kind = c.name
		}
		for format, text := range c.texts(t) {
			t.Run(c.name+", "+format, func(t *testing.T) {
				files := everybody()
				files["an export"+map[bool]string{true: ".xml", false: ".txt"}[format == "Export-Clixml"]] = text
				imported, problems := importOf(t, files, SideOf{Side: "corp"})
				if len(problems) > 0 || imported.Account.Lost() > 0 {
					t.Fatalf("%v %+v", problems, imported.Account.Losses)
				}
				if !c.isIn(imported.Account, kind) {
					t.Errorf("not taken for %s: %+v", kind, imported.Account.Tallies)
				}
				text := written(t, imported)
				for _, want := range c.wants {
					if !strings.Contains(text, want) {
						t.Errorf("%s\nis not in\n%s", want, text)
					}
				}
			})
		}
	}
}

// isIn tells whether the row was taken for one of a kind and used. Without a type of PowerShell, most cmdlets about recipients
// look like Get-Recipient.
func (c *cmdlet) isIn(account *Account, kind string) bool {
	read := func(files map[string]string) map[string]int {
		counts := map[string]int{}
		for name, text := range files {
			read := map[string]string{"cloud.csv": "Get-Recipient", "corp.csv": "Get-Recipient", "batch.csv": "Get-MigrationBatch"}[name]
			counts[read] += strings.Count(text, "\n") - 1
		}
		return counts
	}(everybody())
	for _, tally := range account.Tallies {
		isKind := tally.Kind == kind || tally.Kind == "Get-Recipient" && strings.HasPrefix(c.objects, "Microsoft.Exchange.Data.Directory.Management.")
		if isKind && tally.Read == read[tally.Kind]+1 && (tally.Used == tally.Read || c.mute) {
			return true
		}
	}
	return false
}

// TestLostLists: wherever Export-Csv wrote the name of a list's type in place of its values, that is said, with how to export
// again, and the name is taken for no value.
func TestLostLists(t *testing.T) {
	unread := []string{"ManagedBy", "Get-DistributionGroupMember EmailAddresses", "Get-DistributionGroupMember GrantSendOnBehalfTo", "Get-ADPermission AccessRights", "Get-CASMailbox EmailAddresses"}
	for _, c := range cmdlets() {
		for i := 0; i < len(c.row); i += 2 {
			column := c.row[i].(string)
			if _, isList := c.row[i+1].([]string); !isList || slices.Contains(unread, column) || slices.Contains(unread, c.name+" "+column) {
				continue
			}
			for _, lost := range []string{"System.Collections.ArrayList", "System.Object[]", "Microsoft.Exchange.Data.MultiValuedProperty`1[System.String]"} {
				t.Run(c.name+", "+column, func(t *testing.T) {
					with := c
					with.row = slices.Clone(c.row)
					with.row[i+1] = lost
					files := everybody()
					files["an export.csv"] = with.texts(t)["Export-Csv"]
					imported, problems := importOf(t, files, SideOf{Side: "corp"})
					if len(problems) != 1 || problems[0].Summary != "Values lost in the export" || !strings.Contains(problems[0].Detail, "The column "+column+" holds") ||
						!strings.Contains(problems[0].Detail, "-join") || problems[0].Location.File != "an export.csv" || problems[0].Location.Start.Line != 3 {
						t.Errorf("%+v", problems)
					}
					if imported.Account.Lost() != 1 {
						t.Errorf("%+v", imported.Account)
					}
					for _, d := range imported.Documents() {
						if strings.Contains(d.Text, lost) && d.Name != notUnderstoodFile {
							t.Errorf("%s: %s", d.Name, d.Text)
						}
					}
				})
			}
		}
	}
}
