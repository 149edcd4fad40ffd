package organization

import (
	"fmt"
	"slices"
	"strings"
)

// Format is how a cmdlet's result was written to a file.
type Format uint8

// The formats.
const (
	// CSV is that of Export-Csv, every value in quotes.
	CSV Format = iota
	// JSON is that of ConvertTo-Json, an array of objects.
	JSON
	// CLIXML is that of Export-Clixml.
	CLIXML
)

// ExportFolder writes what the cmdlets of both sides would show of an organization into a folder, in the columns of
// collect.ps1: cloud, corp and, in each, a file per cmdlet. The permissions are other ones than those of Generate, and as
// many. The errors are those of the files.
func ExportFolder(folder string, o Options, format Format) error {
	p := newPlan(o)
	e := &exporter{plan: p, tables: newTables(folder, format)}
	e.organization()
	for id := range p.Mailboxes {
		p.begin(1<<42 + id)
		e.mailbox(id)
	}
	return e.tables.finish()
}

// exporter writes what is known of mailboxes as rows.
type exporter struct {
	*plan
	tables *tables
}

const (
	forestRoot = "OU=People,DC=contoso,DC=com"
	cloudRoot  = "OU=contoso.onmicrosoft.com,OU=Microsoft Exchange Hosted Organizations,DC=EURPR01A001,DC=PROD,DC=OUTLOOK,DC=COM"
)

func (e *exporter) organization() {
	e.row(cloud, "OrganizationConfig", pairs{"Name", "contoso.onmicrosoft.com", "OAuth2ClientProfileEnabled", "True", "PublicFoldersEnabled", "None"})
	e.row(forest, "OrganizationConfig", pairs{"Name", "Contoso", "ACLableSyncedObjectEnabled", "True", "OAuth2ClientProfileEnabled", "True"})
	e.row(forest, "ExchangeServer", pairs{"Name", "EX1", "Fqdn", "ex1.contoso.com", "AdminDisplayVersion", "Version 15.2 (Build 2562.17)", "Edition", "Enterprise"})
	e.row(cloud, "AcceptedDomain", pairs{"DomainName", routingDomain, "DomainType", "Authoritative", "InitialDomain", "False"})
	e.row(forest, "AcceptedDomain", pairs{"DomainName", domain, "DomainType", "Authoritative", "InitialDomain", "False"})
}

// pairs are columns and values in turn.
type pairs []string

// row adds the column in which the collector says where it runs.
func (e *exporter) row(side, file string, columns pairs) {
	e.tables.row(side+"/"+file, append(columns, "HybridlintSide", side))
}

func (e *exporter) alias(id int) string { return strings.TrimSuffix(e.names[id], "@"+domain) }

func (e *exporter) distinguishedName(id int, side string) string {
	if side == cloud {
		return "CN=" + e.alias(id) + "," + cloudRoot
	}
	return "CN=" + titled(e.alias(id)) + "," + forestRoot
}

// trustee is how a side names the user of a permission.
func (e *exporter) trustee(id int, side string) string {
	if side == cloud {
		return e.names[id]
	}
	return `CONTOSO\` + e.alias(id)
}

var exportedTypes = [...]string{user: "UserMailbox", shared: "SharedMailbox", room: "RoomMailbox", equipment: "EquipmentMailbox"}

// identity are the columns that every recipient has.
func (e *exporter) identity(id int, side, details string, onBehalf []string) pairs {
	alias, name := e.alias(id), e.names[id]
	exchange := "00000000-0000-0000-0000-000000000000"
	if !strings.HasPrefix(details, "Remote") {
		exchange = guid(id, 'e')
	}
	legacy := "/o=Contoso/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=" + alias
	if side == cloud {
		legacy = "/o=ExchangeLabs/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=" + guid(id, 'c')
	}
	identity := "contoso.com/People/" + titled(alias)
	if side == cloud {
		identity = alias
	}
	addresses := []string{"SMTP:" + name, "smtp:" + alias + "@" + routingDomain, "x500:/o=Contoso/cn=" + alias}
	return pairs{"Identity", identity, "Name", alias, "DisplayName", titled(alias), "Alias", alias, "PrimarySmtpAddress", name, "UserPrincipalName", name,
		"SamAccountName", alias, "DistinguishedName", e.distinguishedName(id, side), "Guid", guid(id, side[1]), "ExchangeGuid", exchange,
		"ExternalDirectoryObjectId", "", "LegacyExchangeDN", legacy, "RecipientTypeDetails", details, "IsDirSynced", truth(side == cloud && e.mailboxes[id].provenance != createdInCloud),
		"HiddenFromAddressListsEnabled", truth(e.mailboxes[id].hidden), "EmailAddresses", strings.Join(addresses, ";"), "GrantSendOnBehalfTo", strings.Join(onBehalf, ";")}
}

// guid is one of a mailbox's, told apart by a letter; no other mailbox has it.
func guid(id int, letter byte) string {
	return fmt.Sprintf("%08x-0000-4000-8000-0000000000%02x", id+1, letter)
}

func truth(b bool) string {
	if b {
		return "True"
	}
	return "False"
}

// mailbox writes the rows of a mailbox and of the permissions on it.
func (e *exporter) mailbox(id int) {
	m, side := &e.mailboxes[id], e.sideOf(id)
	onBehalf := e.permissions(id)
	e.row(side, "Mailbox", append(e.identity(id, side, exportedTypes[m.kind], onBehalf), "LinkedMasterAccount", "", "IsExchangeCloudManaged", "False"))
	switch {
	case !m.inCloud:
		e.row(cloud, "MailUser", append(e.identity(id, cloud, "MailUser", nil), "ExternalEmailAddress", "SMTP:"+e.names[id]))
	case m.provenance != createdInCloud:
		how := "ProvisionMailbox"
		if m.provenance == pilot || m.provenance == migrated {
			how = "Migrated, " + exportedTypes[m.kind]
		}
		e.row(forest, "RemoteMailbox", append(e.identity(id, forest, remoteTypes[m.kind], nil), "RemoteRoutingAddress", "SMTP:"+e.alias(id)+"@"+routingDomain, "RemoteRecipientType", how))
	}
	e.account(id, side)
	e.folders(id, side)
}

func (e *exporter) account(id int, side string) {
	m, name := &e.mailboxes[id], e.names[id]
	e.row(side, "User", pairs{"UserPrincipalName", name, "WindowsEmailAddress", name, "SamAccountName", e.alias(id), "DistinguishedName", e.distinguishedName(id, side),
		"Guid", guid(id, side[1]), "AccountDisabled", truth(m.leaver), "RecipientTypeDetails", exportedTypes[m.kind]})
	e.row(side, "CASMailbox", pairs{"PrimarySmtpAddress", name, "DistinguishedName", e.distinguishedName(id, side), "PublicFolderClientAccess", "False", "OWAEnabled", "True"})
	if m.provenance != createdInCloud {
		kind := "1073741824"
		if m.inCloud {
			kind = aclableUser
		}
		e.row(forest, "ADUser", pairs{"DistinguishedName", e.distinguishedName(id, forest), "SamAccountName", e.alias(id), "ObjectGUID", guid(id, forest[1]), "SID", fmt.Sprintf("S-1-5-21-1004336348-1177238915-682003330-%d", 1000+id),
			"mail", name, "Enabled", truth(!m.leaver), "msExchRecipientDisplayType", kind, "msExchRemoteRecipientType", "", "targetAddress", "", "msExchDelegateListLink", ""})
	}
}

// folders writes the two folders that the collector asks for, with what everybody may see of them.
func (e *exporter) folders(id int, side string) {
	for _, folder := range []string{"Calendar", "Inbox"} {
		e.row(side, "MailboxFolderStatistics", pairs{"Mailbox", e.distinguishedName(id, side), "FolderPath", "/" + folder, "FolderType", folder})
		everybody := "None"
		if folder == "Calendar" {
			everybody = "AvailabilityOnly"
		}
		e.folderPermission(id, side, folder, "Default", everybody, "")
		e.folderPermission(id, side, folder, "Anonymous", "None", "")
	}
}

func (e *exporter) folderPermission(id int, side, folder, who, rights, flags string) {
	e.row(side, "MailboxFolderPermission", pairs{"Mailbox", e.distinguishedName(id, side), "FolderPath", "/" + folder, "Identity", e.alias(id) + `:\` + folder,
		"FolderName", folder, "User", who, "AccessRights", rights, "SharingPermissionFlags", flags})
}

// permissions writes as many as there are entries, and gives the names of those who may send on behalf.
func (e *exporter) permissions(id int) (onBehalf []string) {
	side := e.sideOf(id)
	colleagues := slices.DeleteFunc(e.people(id, nil), func(other int) bool { return other == id })
	dn := e.distinguishedName(id, side)
	for n := range int(e.mailboxes[id].entries) {
		other := e.stranger(id, e.mailboxes[id].inCloud)
		if n < len(colleagues) {
			other = colleagues[n]
		}
		if other < 0 {
			continue
		}
		switch kind := e.random.IntN(10); {
		case kind < 4:
			e.row(side, "MailboxPermission", pairs{"Mailbox", dn, "User", e.trustee(other, side), "IsInherited", "False", "Deny", "False", "AccessRights", "FullAccess"})
		case kind < 7 && side == cloud:
			e.row(side, "RecipientPermission", pairs{"Identity", e.alias(id), "Trustee", e.trustee(other, side), "AccessControlType", "Allow", "IsInherited", "False", "AccessRights", "SendAs"})
		case kind < 7:
			e.row(side, "ADPermission", pairs{"Mailbox", dn, "User", e.trustee(other, side), "IsInherited", "False", "Deny", "False", "AccessRights", "ExtendedRight", "ExtendedRights", "Send-As"})
		case kind == 7:
			onBehalf = append(onBehalf, e.distinguishedName(other, side))
		default:
			e.folderPermission(id, side, "Calendar", titled(e.alias(other)), "Editor", "")
		}
	}
	return onBehalf
}
