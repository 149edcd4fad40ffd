package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"hybridlint/loader/model"
)

// exporter writes a configuration as the cmdlets of a real organization would: what each side knows, under the names that
// it uses. Nobody exported this organization; the shapes are those of the cmdlet reference and of real exports.
type exporter struct {
	t     testing.TB
	model *model.Model
	// tables are by file.
	tables map[string]*table
	json   bool
}

type table struct {
	columns []string
	rows    [][]any
}

func exportsOf(t testing.TB, config *model.Model, asJSON bool) map[string]string {
	t.Helper()
	e := &exporter{t: t, model: config, tables: map[string]*table{}, json: asJSON}
	e.organization()
	for id, r := range config.Recipients {
		e.recipient(model.RecipientID(id), r)
	}
	for _, g := range config.Grants.All() {
		e.grant(&g)
	}
	for _, b := range config.Batches {
		e.batch(b)
	}
	files := map[string]string{}
	for name, table := range e.tables {
		if asJSON {
			files[name+".json"] = table.json(t)
		} else {
			files[name+".csv"] = table.csv()
		}
	}
	return files
}

// add adds a row of columns and values to a file.
func (e *exporter) add(file string, pairs ...any) {
	tab := e.tables[file]
	if tab == nil {
		tab = &table{}
		e.tables[file] = tab
		for i := 0; i < len(pairs); i += 2 {
			tab.columns = append(tab.columns, pairs[i].(string))
		}
	}
	var row []any
	for i := 1; i < len(pairs); i += 2 {
		row = append(row, pairs[i])
	}
	tab.rows = append(tab.rows, row)
}

// csv is the table as Export-Csv of Windows PowerShell writes it, with the lists joined.
func (t *table) csv() string {
	var b bytes.Buffer
	b.WriteString("#TYPE Selected.System.Management.Automation.PSCustomObject\r\n")
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	_ = w.Write(t.columns)
	for _, row := range t.rows {
		var fields []string
		for _, v := range row {
			switch v := v.(type) {
			case []string:
				fields = append(fields, strings.Join(v, ";"))
			case bool:
				fields = append(fields, map[bool]string{true: "True", false: "False"}[v])
			case nil:
				fields = append(fields, "")
			default:
				fields = append(fields, fmt.Sprint(v))
			}
		}
		_ = w.Write(fields)
	}
	w.Flush()
	return b.String()
}

func (t *table) json(tb testing.TB) string {
	var rows []map[string]any
	for _, row := range t.rows {
		object := map[string]any{}
		for i, c := range t.columns {
			object[c] = row[i]
		}
		rows = append(rows, object)
	}
	var shown any = rows
	if len(rows) == 1 {
		shown = rows[0] // ConvertTo-Json of one result
	}
	text, err := json.MarshalIndent(shown, "", "    ")
	if err != nil {
		tb.Fatal(err)
	}
	return string(text)
}

func sameWord(b model.Bool, otherwise bool) bool { return b.Or(otherwise) }

func (e *exporter) organization() {
	t := e.model.Tenant
	e.add("cloud/OrganizationConfig", "Name", t.Name+".onmicrosoft.com", "OAuth2ClientProfileEnabled", sameWord(t.ModernAuth, false), "PublicFoldersEnabled", "None",
		"SendFromAliasEnabled", false, "PublicFolderShowClientControl", false, "OriginatingServer", "X.NAMPR01A001.PROD.OUTLOOK.COM")
	for _, d := range []string{t.Name + ".onmicrosoft.com", t.RoutingDomain, "contoso.com"} {
		e.add("cloud/AcceptedDomain", "DomainName", d, "DomainType", "Authoritative", "OriginatingServer", "X.NAMPR01A001.PROD.OUTLOOK.COM")
	}
	for _, f := range e.model.Forests {
		e.add("corp/AcceptedDomain", "DomainName", "contoso.com", "DomainType", "Authoritative", "DistinguishedName", "CN=contoso.com,CN=Accepted Domains,DC=contoso,DC=com")
		e.add("corp/ExchangeServer", "Name", "EX1", "Fqdn", "ex1.contoso.com", "AdminDisplayVersion", "Version 15.2 (Build 2562.17)")
		e.add("corp/OrganizationConfig", "Name", "Contoso", "ACLableSyncedObjectEnabled", sameWord(f.ACLableSyncedObjectEnabled, false),
			"OAuth2ClientProfileEnabled", sameWord(f.ModernAuth, false), "DistinguishedName", "CN=Contoso,CN=Microsoft Exchange,DC=contoso,DC=com")
		e.relationship("corp/OrganizationRelationship", "On-premises to O365 - 1", f.Relationship, "CN=1,DC=contoso,DC=com")
		e.add("corp/IntraOrganizationConnector", "Name", "HybridIOC - 1", "TargetAddressDomains", []string{t.RoutingDomain}, "Enabled", sameWord(f.Connector.Enabled, true),
			"DistinguishedName", "CN=1,DC=contoso,DC=com")
	}
	for _, r := range t.Relationships {
		e.relationship("cloud/OrganizationRelationship", "O365 to On-premises - 1", r, "CN=1,DC=PROD,DC=OUTLOOK,DC=COM")
	}
	for _, c := range t.Connectors {
		e.add("cloud/IntraOrganizationConnector", "Name", "HybridIOC - 2", "TargetAddressDomains", []string{"contoso.com"}, "Enabled", sameWord(c.Enabled, true),
			"DistinguishedName", "CN=2,DC=PROD,DC=OUTLOOK,DC=COM")
	}
	for _, s := range e.model.Syncs {
		e.add("sync", "Name", "Microsoft.Synchronize.ServerConfigurationVersion", "Value", fmt.Sprintf("%d.%d.%d.%d", s.Version[0], s.Version[1], s.Version[2], s.Version[3]))
		e.add("sync", "Name", "Microsoft.OptionalFeature.HybridExchange", "Value", sameWord(s.ExchangeHybridDeployment, false))
		e.add("sync", "Name", "Microsoft.Synchronize.StagingMode", "Value", false)
	}
}

func (e *exporter) relationship(file, name string, r *model.OrganizationRelationship, dn string) {
	e.add(file, "Name", name, "DomainNames", r.DomainNames, "Enabled", sameWord(r.Enabled, true), "FreeBusyAccessEnabled", sameWord(r.FreeBusyAccessEnabled, false),
		"FreeBusyAccessLevel", model.Word(r.FreeBusyAccessLevel), "FreeBusyAccessScope", nil, "TargetApplicationUri", "outlook.com", "DistinguishedName", dn)
}

var details = map[model.RecipientType]string{
	model.UserMailbox: "UserMailbox", model.LinkedMailbox: "LinkedMailbox", model.SharedMailbox: "SharedMailbox", model.RoomMailbox: "RoomMailbox",
	model.EquipmentMailbox: "EquipmentMailbox", model.DiscoveryMailbox: "DiscoveryMailbox", model.MailUser: "MailUser", model.MailContact: "MailContact",
	model.DistributionGroup: "MailUniversalDistributionGroup", model.DynamicDistributionGroup: "DynamicDistributionGroup",
	model.MailEnabledSecurityGroup: "MailUniversalSecurityGroup", model.M365Group: "GroupMailbox",
}

func local(r *model.Recipient) string {
	name, _, _ := strings.Cut(r.ID, "@")
	return name
}

// How the sides name a recipient.
func onPremisesDN(r *model.Recipient) string {
	return "CN=" + local(r) + ",OU=People,DC=contoso,DC=com"
}

func canonicalName(r *model.Recipient) string { return "contoso.com/People/" + local(r) }

func account(r *model.Recipient) string { return `CONTOSO\` + local(r) }

func cloudDN(r *model.Recipient) string {
	return "CN=" + local(r) + ",OU=contoso.onmicrosoft.com,OU=Microsoft Exchange Hosted Organizations,DC=NAMPR01A001,DC=PROD,DC=OUTLOOK,DC=COM"
}

// onBehalfOf are the delegates who have Send on Behalf on a side.
func (e *exporter) onBehalfOf(id model.RecipientID, side model.ForestID, name func(*model.Recipient) string) []string {
	names := []string{}
	for _, g := range e.model.Grants.All() {
		if g.Permission == model.SendOnBehalf && g.Entry.Recipient == id && g.Delegate.Recipient != model.NoRecipient && isPresent(e.model, g.Entry, side) {
			names = append(names, name(e.model.Recipients[g.Delegate.Recipient]))
		}
	}
	for _, d := range e.model.OutlookDelegates {
		if d.Entry.Recipient == id && d.SendOnBehalf.Or(true) && isPresent(e.model, d.Entry, side) {
			names = append(names, name(e.model.Recipients[d.Delegate.Recipient]))
		}
	}
	return names
}

func isPresent(m *model.Model, e model.Entry, side model.ForestID) bool {
	if !e.PresentIn.Declared() {
		return m.Recipients[e.Recipient].Home == side
	}
	return e.PresentIn.Has(side)
}

func (e *exporter) recipient(id model.RecipientID, r *model.Recipient) {
	kind := details[r.Type]
	if kind == "" {
		e.t.Fatalf("%s: this exporter does not know a %s", r.ID, r.Type)
	}
	inCloud, onPremises := e.there(r)
	addresses := r.EmailAddresses
	if addresses == nil {
		addresses = []string{}
	}
	if inCloud {
		shown := kind
		if r.Home != model.Cloud && r.Type.IsMailbox() {
			shown = "MailUser"
		}
		synced := r.Home != model.Cloud || sameWord(r.IsDirSynced, !neverSynced(r))
		e.add("cloud/Recipient", "Name", local(r), "DisplayName", r.DisplayName, "Alias", local(r), "PrimarySmtpAddress", r.PrimarySMTPAddress, "EmailAddresses", addresses,
			"WindowsLiveID", r.ID, "UserPrincipalName", r.ID, "RecipientTypeDetails", shown, "IsDirSynced", synced, "HiddenFromAddressListsEnabled", sameWord(r.HiddenFromAddressListsEnabled, r.Type.IsSystem()),
			"GrantSendOnBehalfTo", e.onBehalfOf(id, model.Cloud, local), "DistinguishedName", cloudDN(r))
	}
	if onPremises {
		e.onPremises(id, r, kind, addresses)
	}
	if r.AccountEnabled != model.Undeclared {
		e.add("cloud/User", "UserPrincipalName", r.ID, "WindowsEmailAddress", r.PrimarySMTPAddress, "AccountDisabled", r.AccountEnabled == model.False,
			"RecipientTypeDetails", kind, "DistinguishedName", cloudDN(r))
	}
	for _, m := range r.Members {
		member := e.model.Recipients[m]
		e.add("corp/DistributionGroupMember", "Group", r.PrimarySMTPAddress, "Name", local(member), "PrimarySmtpAddress", member.PrimarySMTPAddress, "RecipientType", "UserMailbox")
	}
	e.calendar(r)
}

// there tells on which sides there is something of a recipient.
func (e *exporter) there(r *model.Recipient) (inCloud, onPremises bool) {
	if r.Home == model.Cloud {
		return true, !neverSynced(r)
	}
	return r.Type != model.DynamicDistributionGroup, true
}

// neverSynced tells what has its origin in the cloud.
func neverSynced(r *model.Recipient) bool {
	return r.IsDirSynced == model.False || r.Type == model.M365Group || r.Type.IsSystem()
}

func (e *exporter) onPremises(id model.RecipientID, r *model.Recipient, kind string, addresses []string) {
	corp := model.ForestID(1)
	if r.Home != model.Cloud {
		e.add("corp/Recipient", "Identity", canonicalName(r), "Name", local(r), "DisplayName", r.DisplayName, "Alias", local(r), "SamAccountName", local(r),
			"UserPrincipalName", local(r)+"@contoso.com", "PrimarySmtpAddress", r.PrimarySMTPAddress, "EmailAddresses", addresses, "RecipientTypeDetails", kind,
			"HiddenFromAddressListsEnabled", sameWord(r.HiddenFromAddressListsEnabled, false), "GrantSendOnBehalfTo", e.onBehalfOf(id, corp, onPremisesDN), "DistinguishedName", onPremisesDN(r))
		if r.Type.IsMailbox() {
			e.add("corp/ADUser", "DistinguishedName", onPremisesDN(r), "SamAccountName", local(r), "mail", r.PrimarySMTPAddress, "msExchRecipientDisplayType", 1073741824,
				"msExchDelegateListLink", e.links(id), "ObjectClass", "user")
		}
		return
	}
	o := &model.Object{}
	for _, declared := range r.Objects {
		if declared.Forest == corp {
			o = declared
		}
	}
	remote := map[string]string{"UserMailbox": "RemoteUserMailbox", "SharedMailbox": "RemoteSharedMailbox", "RoomMailbox": "RemoteRoomMailbox", "EquipmentMailbox": "RemoteEquipmentMailbox"}[kind]
	how := "ProvisionMailbox"
	if r.ProvisionedBy == model.ProvisionedByMigration {
		how = "Migrated, " + kind
	}
	e.add("corp/RemoteMailbox", "Identity", canonicalName(r), "Name", local(r), "DisplayName", r.DisplayName, "Alias", local(r), "SamAccountName", local(r),
		"UserPrincipalName", local(r)+"@contoso.com", "PrimarySmtpAddress", r.PrimarySMTPAddress, "EmailAddresses", addresses, "RecipientTypeDetails", remote, "RemoteRecipientType", how,
		"RemoteRoutingAddress", "SMTP:"+local(r)+"@contoso.mail.onmicrosoft.com", "GrantSendOnBehalfTo", e.onBehalfOf(id, corp, onPremisesDN), "DistinguishedName", onPremisesDN(r))
	if o.HasDisplayType {
		e.add("corp/ADUser", "DistinguishedName", onPremisesDN(r), "SamAccountName", local(r), "mail", r.PrimarySMTPAddress, "msExchRecipientDisplayType", o.RecipientDisplayType,
			"msExchDelegateListLink", []string{}, "ObjectClass", "user")
	}
}

// links are the delegates for whom a mailbox opens by itself.
func (e *exporter) links(id model.RecipientID) []string {
	names := []string{}
	for _, g := range e.model.Grants.All() {
		if g.Permission != model.FullAccess || g.Entry.Recipient != id || g.Delegate.Recipient == model.NoRecipient || !g.AutoMapping.Or(true) {
			continue
		}
		if d := e.model.Recipients[g.Delegate.Recipient]; !d.Type.IsGroup() {
			names = append(names, onPremisesDN(d))
		}
	}
	return names
}

// calendar writes what is known of a mailbox's calendar.
func (e *exporter) calendar(r *model.Recipient) {
	if r.CalendarDefaultPermission != 0 {
		e.folderRow(r, "Calendar", "Default", []string{model.Word(r.CalendarDefaultPermission)}, nil)
	}
	if len(r.ResourceDelegates) > 0 {
		var names []string
		for _, d := range r.ResourceDelegates {
			names = append(names, e.nameAt(r, e.model.Recipients[d]))
		}
		e.add(e.sideOf(r)+"/CalendarProcessing", "Identity", e.identity(r), "ResourceDelegates", names)
	}
}

func (e *exporter) sideOf(r *model.Recipient) string { return e.model.ForestName(r.Home) }

// identity is what cmdlets of the recipient's side write for it.
func (e *exporter) identity(r *model.Recipient) string {
	if r.Home == model.Cloud {
		return local(r)
	}
	return canonicalName(r)
}

// nameAt is how the side of a recipient names a trustee.
func (e *exporter) nameAt(r, trustee *model.Recipient) string {
	if r.Home == model.Cloud {
		return trustee.ID
	}
	return account(trustee)
}

func (e *exporter) folderRow(r *model.Recipient, folder, user string, rights, flags []string) {
	var shown any = user
	if e.json {
		shown = map[string]any{"UserType": map[string]any{"Value": "Internal"}, "DisplayName": user, "RecipientPrincipal": nil}
	}
	e.add(e.sideOf(r)+"/MailboxFolderPermission", "Identity", e.identity(r)+`:\`+folder, "FolderName", folder, "User", shown, "AccessRights", rights, "SharingPermissionFlags", flags)
}

func (e *exporter) grant(g *model.Grant) {
	r := e.model.Recipients[g.Entry.Recipient]
	trustee := func(onPremises bool) string {
		if g.Delegate.Recipient == model.NoRecipient {
			return g.Delegate.Text
		}
		if d := e.model.Recipients[g.Delegate.Recipient]; onPremises {
			return account(d)
		} else if d.PrimarySMTPAddress != "" {
			return d.PrimarySMTPAddress
		}
		return e.model.Recipients[g.Delegate.Recipient].ID
	}
	switch g.Permission {
	case model.FullAccess:
		e.add(e.sideOf(r)+"/MailboxPermission", "Identity", e.identity(r), "User", trustee(r.Home != model.Cloud), "AccessRights", []string{"FullAccess"}, "IsInherited", false, "Deny", false)
		e.add(e.sideOf(r)+"/MailboxPermission", "Identity", e.identity(r), "User", `NT AUTHORITY\SELF`, "AccessRights", []string{"FullAccess", "ReadPermission"}, "IsInherited", false, "Deny", false)
	case model.SendAs:
		if isPresent(e.model, g.Entry, model.Cloud) {
			e.add("cloud/RecipientPermission", "Identity", local(r), "Trustee", trustee(false), "AccessControlType", "Allow", "AccessRights", []string{"SendAs"}, "IsInherited", false)
		}
		if isPresent(e.model, g.Entry, model.ForestID(1)) {
			e.add("corp/ADPermission", "Identity", canonicalName(r), "User", trustee(true), "Deny", false, "IsInherited", false, "AccessRights", []string{"ExtendedRight"}, "ExtendedRights", []string{"Send-As"})
		}
	case model.Folder:
		var rights, flags []string
		for _, right := range g.Folder.AccessRights.Values() {
			rights = append(rights, model.Word(right))
		}
		for _, flag := range g.Folder.SharingPermissionFlags.Values() {
			flags = append(flags, model.Word(flag))
		}
		e.folderRow(r, g.Folder.Path, trustee(r.Home != model.Cloud), rights, flags)
	}
}

func (e *exporter) batch(b *model.MigrationBatch) {
	e.add("cloud/MigrationBatch", "Identity", b.Name, "Status", model.Word(b.Status), "BatchDirection", map[model.Direction]string{model.Onboarding: "Onboarding", model.Offboarding: "Offboarding"}[b.Direction],
		"MigrationType", "ExchangeRemoteMove")
	for _, m := range b.Members {
		e.add("cloud/MigrationUser", "Identity", e.model.Recipients[m].PrimarySMTPAddress, "BatchId", b.Name, "Status", "Synced")
	}
}
