package exports

import (
	"slices"
	"strings"
	"sync"

	"hybridlint/loader/exports/rows"
	"hybridlint/loader/model"
)

// kind is one kind of export: how it is known, and how a row of it is read.
type kind struct {
	// name is the cmdlet, or what kind of report it is.
	name string
	// types are the last parts of the names of PowerShell's types.
	types []string
	// needs are columns that tell it: one of each group.
	needs [][]string
	// when narrows it further.
	when func(*rows.Row) bool
	side side
	// whateverType is known by its columns, also where the rows have a type of something else.
	whateverType bool
	read         func(*reading, *rows.Row)
	// exports are the permissions that such an export has; a table without rows says that there is none.
	exports []model.Permission
}

// exportsOf are the permissions that a table of the kind has.
func (k *kind) exportsOf(r *rows.Row) []model.Permission {
	if k.exports == nil && r.Has("grantsendonbehalfto", "publicdelegates") && (isRecipientKind(k) || k.name == "Get-ADUser" || k.name == "Get-ADGroup") {
		return onBehalf
	}
	return k.exports
}

var onBehalf = []model.Permission{model.SendOnBehalf}

// reading is one row that is being read.
type reading struct {
	*importer
	row  rowRef
	file int32
	side side
	// wrong says that a word of the row was not understood.
	wrong bool
}

// kinds are all kinds, the more particular ones first.
func kinds() []kind {
	columns := func(groups ...string) [][]string {
		var out [][]string
		for _, g := range groups {
			out = append(out, strings.Split(g, "|"))
		}
		return out
	}
	recipient := func(name string, s side, types ...string) kind {
		return kind{name: name, types: types, side: s, read: readRecipient}
	}
	return append(collectorKinds(), []kind{
		{name: "Get-DistributionGroupMember", needs: columns(strings.Join(groupColumns, "|"), strings.Join(memberColumns, "|")), when: isMember, side: anySide, whateverType: true, read: readMember},
		recipient("Get-Mailbox", anySide, "mailbox", "exosharedmailbox"),
		recipient("Get-RemoteMailbox", onPremises, "remotemailbox"),
		recipient("Get-MailUser", anySide, "mailuser"),
		recipient("Get-MailContact", anySide, "mailcontact", "exomailcontact"),
		recipient("Get-Recipient", anySide, "reducedrecipient", "recipient"),
		recipient("Get-DistributionGroup", anySide, "distributiongroup", "exodistributiongroup"),
		recipient("Get-DynamicDistributionGroup", anySide, "dynamicdistributiongroup"),
		recipient("Get-UnifiedGroup", cloud, "unifiedgroup"),
		recipient("Get-MailPublicFolder", anySide, "mailpublicfolder"),
		{name: "Get-ADSyncGlobalSettings", types: []string{"globalsettingsparameter"}, needs: columns("name", "value"), when: isGlobalSetting, side: anySide, read: readGlobalSetting},
		{name: "Get-ADSyncRule", types: []string{"synchronizationrule"}, needs: columns("immutabletag", "direction"), side: anySide, read: readSynchronizationRule},
		{name: "Get-MailboxFolderPermission", types: []string{"mailboxfolderpermission", "exomailboxfolderpermission"}, needs: columns("foldername|sharingpermissionflags", "user", "accessrights", "identity"), side: anySide, read: readFolderPermission, exports: []model.Permission{model.Folder}},
		{name: "Get-ADPermission", types: []string{"adacepresentationobject"}, needs: columns("extendedrights", "user"), side: onPremises, read: readADPermission, exports: []model.Permission{model.SendAs}},
		{name: "Get-RecipientPermission", types: []string{"recipientpermission", "exorecipientpermission"}, needs: columns("trustee", "accessrights", "identity|identitydisplayname"), side: cloud, read: readRecipientPermission, exports: []model.Permission{model.SendAs}},
		{name: "Get-MailboxPermission", types: []string{"mailboxacepresentationobject", "mailboxpermission", "exomailboxpermission"}, needs: columns("user", "accessrights", "deny|isinherited|inheritancetype"), side: anySide, read: readMailboxPermission, exports: []model.Permission{model.FullAccess}},
		{name: "Get-MoveRequestStatistics", types: []string{"moverequeststatistics"}, needs: columns("completiontimestamp", "status|statusdetail", "exchangeguid|distinguishedname|alias|mailboxidentity|displayname"), side: anySide, read: readMove},
		{name: "Get-MigrationUser", types: []string{"migrationuser"}, needs: columns("batchid", "identity|emailaddress|mailboxemailaddress"), side: anySide, read: readMigrationUser},
		{name: "Get-OrganizationRelationship", types: []string{"organizationrelationship", "exoorganizationrelationship"}, needs: columns("freebusyaccesslevel", "domainnames"), side: anySide, read: readRelationship},
		{name: "Get-IntraOrganizationConnector", types: []string{"intraorganizationconnector", "exointraorganizationconnector"}, needs: columns("targetaddressdomains"), side: anySide, read: readConnector},
		{name: "Get-AcceptedDomain", types: []string{"accepteddomain", "exoaccepteddomain"}, needs: columns("domainname", "domaintype"), side: anySide, read: readAcceptedDomain},
		{name: "Get-ExchangeServer", types: []string{"exchangeserver"}, needs: columns("admindisplayversion", "serverrole|edition|fqdn|site"), side: onPremises, read: readExchangeServer},
		{name: "Get-OrganizationConfig", types: []string{"organizationconfig", "exoorganizationconfig"}, needs: columns("aclablesyncedobjectenabled|publicfoldersenabled|oauth2clientprofileenabled|sendfromaliasenabled"), side: anySide, read: readOrganizationConfig},
		{name: "Get-HybridConfiguration", types: []string{"hybridconfiguration"}, needs: columns("receivingtransportservers|onpremisessmarthost", "domains"), side: onPremises, read: readNothing},
		{name: "Get-PartnerApplication", types: []string{"partnerapplication"}, needs: columns("applicationidentifier", "authmetadataurl"), side: anySide, read: readNothing},
		{name: "Get-ADTrust", types: []string{"adtrust", "addomaintrustinfo"}, needs: columns("direction|trustdirection|trusttype", "source|target|foresttransitive|name"), side: onPremises, read: readTrust},
		{name: "Get-MigrationBatch", types: []string{"migrationbatch"}, needs: columns("identity|name", "status", "batchdirection|migrationtype|direction|totalcount"), side: anySide, read: readMigrationBatch},
		{name: "Get-CalendarProcessing", types: []string{"calendarconfiguration", "exocalendarprocessing"}, needs: columns("resourcedelegates", "identity|mailbox|primarysmtpaddress"), side: anySide, read: readCalendarProcessing},
		{name: "Get-CASMailbox", types: []string{"casmailbox", "exocasmailboxsettings"}, needs: columns("publicfolderclientaccess|owaenabled|mapienabled", "identity|primarysmtpaddress|distinguishedname"), side: anySide, read: readCASMailbox},
		{name: "Get-MailboxFolderStatistics", types: []string{"mailboxfolderconfiguration", "mailboxfolderstatistics"}, needs: columns("folderpath", "foldertype"), side: anySide, read: readFolderStatistics},
		{name: "Get-ADGroup", types: []string{"adgroup"}, needs: columns("groupscope|grouptype|groupcategory", "samaccountname|distinguishedname"), when: notExchange, side: onPremises, read: readADGroup},
		{name: "Get-ADUser", types: []string{"aduser", "adobject", "adpropertyvaluecollection"}, needs: columns("distinguishedname|samaccountname", "msexchrecipientdisplaytype|targetaddress|publicdelegates|msexchdelegatelistlink|useraccountcontrol|enabled"), when: notExchange, side: onPremises, read: readADUser},
		{name: "Get-User", types: []string{"user"}, needs: columns("accountdisabled|useraccountcontrol", "recipienttypedetails|userprincipalname"), when: notMailbox, side: anySide, read: readUser},
		{name: "Get-RemoteMailbox", needs: columns("remoteroutingaddress"), side: onPremises, read: readRecipient},
		{name: "permission report", needs: columns(strings.Join(reportColumns(), "|")), when: isReport, side: anySide, read: readReport},
		{name: "Find-MailboxDelegates batches", needs: columns("batch", "user"), side: anySide, read: readSuggestedBatch},
		{name: "Find-MailboxDelegates schedule", needs: columns("migrationgroup", "primarysmtpaddress"), side: anySide, read: readSchedule},
		{name: "New-MigrationBatch CSV", needs: columns("emailaddress"), when: isBatchCSV, side: anySide, read: readBatchCSV},
		{name: "forwarding report", needs: columns("forwardingemail|forwardingsmtpaddress", "mailboxemail"), side: anySide, read: readNothing},
		{name: "Get-Recipient", needs: columns("recipienttypedetails|recipienttype", "primarysmtpaddress|distinguishedname|emailaddresses|userprincipalname|externalemailaddress"), side: anySide, read: readRecipient},
	}...)
}

// dscType stands above a resource of Microsoft365DSC, which names its kind in a column.
const dscType = "Microsoft365DSC."

// otherResource is every other resource of Microsoft365DSC.
var otherResource = kind{name: "Microsoft365DSC", side: anySide, read: readNothing}

// known are the kinds by how they are told.
type known struct {
	kinds  []kind
	byType map[string]*kind
	// lastTable, lastType and last are the question and the answer of the row before, which is mostly of the same table.
	lastTable *rows.Table
	lastType  string
	last      *kind
}

func newKnown() *known {
	k := &known{kinds: kinds(), byType: map[string]*kind{}}
	for i := range k.kinds {
		for _, t := range k.kinds[i].types {
			k.byType[t] = &k.kinds[i]
		}
	}
	return k
}

// of is the kind of a row; nil for none.
func (k *known) of(r *rows.Row) *kind {
	if k.last == nil || r.Table != k.lastTable || r.Type != k.lastType {
		k.last, k.lastTable, k.lastType = k.find(r), r.Table, r.Type
	}
	return k.last
}

func (k *known) find(r *rows.Row) *kind {
	if resource, isDSC := strings.CutPrefix(r.Type, dscType); isDSC {
		if known := k.byType[strings.ToLower(resource)]; known != nil {
			return known
		}
		return &otherResource
	}
	for i := range k.kinds {
		if k.kinds[i].whateverType && k.kinds[i].fits(r) {
			return &k.kinds[i]
		}
	}
	// What Select-Object made of objects has their type, and may be a report about them.
	report := strings.Contains(r.Type, "Selected.") && isReport(r)
	if byType := k.byType[lastPart(r.Type)]; byType != nil && (!report || !isRecipientKind(byType)) {
		return byType
	}
	for i := range k.kinds {
		if k.kinds[i].fits(r) {
			return &k.kinds[i]
		}
	}
	return nil
}

// isKnown tells whether columns are those of a known export.
func (k *known) isKnown(t *rows.Table) bool {
	return k.find(&rows.Row{Table: t}) != nil
}

// isColumn tells a column by which exports are known.
func isColumn(name string) bool { return columnNames()[name] }

// columnNames are the columns by which exports are known.
var columnNames = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{"number": true, "displayname": true, "name": true, "alias": true, "resourcename": true}
	for _, k := range kinds() {
		for _, group := range k.needs {
			for _, name := range group {
				names[name] = true
			}
		}
	}
	for _, list := range [][]string{mailboxColumns, reportMailboxes, reportRights, reportFolders} {
		for _, name := range list {
			names[name] = true
		}
	}
	return names
})

// isRecipientKind tells a cmdlet about recipients.
func isRecipientKind(k *kind) bool { return len(k.types) > 0 && len(k.needs) == 0 }

// lastPart is the part of a type's name that tells it.
func lastPart(typeName string) string {
	return strings.ToLower(typeName[strings.LastIndexByte(typeName, '.')+1:])
}

func (k *kind) fits(r *rows.Row) bool {
	if len(k.needs) == 0 {
		return false
	}
	for _, group := range k.needs {
		if !r.Has(group...) {
			return false
		}
	}
	return k.when == nil || k.when(r)
}

// nearest is the kind of which most columns are there, for a message; empty where none is near.
func (k *known) nearest(r *rows.Row) (name string, missing []string) {
	best := 0.0
	for i := range k.kinds {
		hits := 0
		var without []string
		for _, group := range k.kinds[i].needs {
			if r.Has(group...) {
				hits++
			} else {
				without = append(without, strings.Join(group[:min(3, len(group))], " or "))
			}
		}
		if share := float64(hits) / float64(max(1, len(k.kinds[i].needs))); share > best && len(without) > 0 {
			best, name, missing = share, k.kinds[i].name, without
		}
	}
	return name, missing
}

func isGlobalSetting(r *rows.Row) bool {
	return r.Values == nil || strings.HasPrefix(r.Text("name"), "Microsoft.")
}

// notExchange tells an object of Active Directory's cmdlets, which have no RecipientTypeDetails as a text.
func notExchange(r *rows.Row) bool { return !r.Has("recipienttypedetails") && !r.Has("recipienttype") }

// notMailbox tells Get-User, whose rows have no property of a mailbox.
func notMailbox(r *rows.Row) bool {
	return !r.Has("emailaddresses", "primarysmtpaddress", "exchangeguid", "forwardingaddress") || r.Has("windowsemailaddress") && !r.Has("emailaddresses")
}

// columnsSeen lists the columns of a row for a message.
func columnsSeen(r *rows.Row) string {
	const most = 20
	columns := slices.Clone(r.Columns)
	if len(columns) > most {
		columns = append(columns[:most], "…")
	}
	return strings.Join(columns, ", ")
}
