package exports

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// object is what a cmdlet gives: texts, and lists of texts, by property.
type object map[string]any

// collectedSide is a run of the collector on a side: the objects by the file that they become rows of.
type collectedSide struct {
	side    string
	objects map[string][]object
}

// onlyIn are the files that the collector writes in the cloud, on-premises or on the server of Entra Connect only.
var onlyIn = map[string]string{
	"MailboxSendOnBehalf": "cloud", "UnifiedGroup": "cloud", "UnifiedGroupMember": "cloud", "RecipientPermission": "cloud", "MigrationBatch": "cloud", "MigrationUser": "cloud",
	"MoveRequest": "cloud", "MoveRequestStatistics": "cloud", "ExchangeServer": "forest", "RemoteMailbox": "forest", "ADUser": "forest", "ADGroup": "forest", "ADTrust": "forest",
	"ADPermission": "forest", "ADSyncGlobalSettings": "sync", "ADSyncRule": "sync",
}

// write is the folder that the collector leaves: every file with the columns that the script says, and the manifest.
func (c collectedSide) write(t *testing.T) map[string]string {
	t.Helper()
	kind := map[string]string{"cloud": "cloud", "sync": "sync"}[c.side]
	if kind == "" {
		kind = "forest"
	}
	files := map[string]string{c.side + "/Errors.csv": inRow([]string{"NotExported", "Mailbox", "Error", "HybridlintSide"})}
	left := maps.Clone(c.objects)
	var states []map[string]any
	for _, f := range savedFiles(t) {
		if only := onlyIn[f.name]; only != "" && only != kind || only == "" && kind == "sync" {
			continue
		}
		var text strings.Builder
		text.WriteString("\ufeff" + inRow(f.header()))
		for _, o := range left[f.name] {
			text.WriteString(inRow(c.cells(t, f, o)))
		}
		files[c.side+"/"+f.name+".csv"] = text.String()
		states = append(states, map[string]any{"Name": f.name + ".csv", "Cmdlet": f.cmdlet, "Rows": len(left[f.name]), "Failed": 0, "Finished": true, "Reason": "", "When": "2026-11-02T10:00:00Z"})
		delete(left, f.name)
	}
	for name := range left {
		t.Errorf("the script writes no %s in %s", name, c.side)
	}
	manifest, err := json.Marshal(map[string]any{"HybridlintManifest": 1, "ScriptVersion": "2", "Side": c.side, "Started": "2026-11-02T09:00:00Z", "Finished": "2026-11-02T10:00:00Z",
		"User": `CONTOSO\auditor`, "ViewEntireForest": true, "Files": states})
	if err != nil {
		t.Fatal(err)
	}
	files[c.side+"/manifest.json"] = "\ufeff" + string(manifest)
	return files
}

// cells are the cells of an object, as Export-Csv and Join-List of the script write them.
func (c collectedSide) cells(t *testing.T, f savedFile, o object) []string {
	t.Helper()
	for property := range o {
		if !slices.Contains(f.header(), property) {
			t.Errorf("%s has no column %s", f.name, property)
		}
	}
	cells := make([]string, 0, len(f.header()))
	for _, column := range slices.Concat(f.columns, f.lists, f.times) {
		switch v := o[column].(type) {
		case []string:
			if !slices.Contains(f.lists, column) {
				t.Errorf("%s of %s is no list", column, f.name)
			}
			text, err := json.Marshal(v)
			if err != nil {
				t.Fatal(err)
			}
			cells = append(cells, string(text))
		case string:
			cells = append(cells, v)
		default:
			cells = append(cells, "")
		}
	}
	return append(cells, c.side)
}

// inRow is a row as Export-Csv writes it.
func inRow(cells []string) string {
	quoted := make([]string, len(cells))
	for i, c := range cells {
		quoted[i] = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
	}
	return strings.Join(quoted, ",") + "\r\n"
}

const (
	salesGUID  = "11111111-1111-1111-1111-111111111111"
	movedGUID  = "22222222-2222-2222-2222-222222222222"
	cloudUsers = ",OU=contoso.onmicrosoft.com,OU=Microsoft Exchange Hosted Organizations,DC=EURPR01A001,DC=PROD,DC=OUTLOOK,DC=COM"
)

func recipientObject(name, address, details, dn string, more object) object {
	o := object{"Name": name, "DisplayName": name, "Alias": strings.Split(address, "@")[0], "PrimarySmtpAddress": address, "RecipientTypeDetails": details, "DistinguishedName": dn,
		"EmailAddresses": []string{"SMTP:" + address, "smtp:x." + address}, "HiddenFromAddressListsEnabled": "False"}
	maps.Copy(o, more)
	return o
}

// collectedOrganization is an organization with a forest and the cloud, as the collector exports it.
func collectedOrganization() []collectedSide {
	const amy, anna, staff = "CN=amy,OU=P,DC=contoso,DC=com", `CN=Becker\, Anna,OU=P,DC=contoso,DC=com`, "CN=staff,OU=P,DC=contoso,DC=com"
	const admins = "CN=admins,OU=P,DC=contoso,DC=com"
	corp := collectedSide{"corp", map[string][]object{
		"OrganizationConfig": {{"Name": "Contoso", "ACLableSyncedObjectEnabled": "True", "OAuth2ClientProfileEnabled": "True"}},
		"AcceptedDomain":     {{"DomainName": "contoso.com", "DomainType": "Authoritative"}},
		"ExchangeServer":     {{"Name": "EX1", "Fqdn": "ex1.contoso.com", "AdminDisplayVersion": "Version 15.2 (Build 1544.4)", "Edition": "Standard"}},
		"Mailbox": {
			recipientObject("amy", "amy@contoso.com", "UserMailbox", amy, object{"SamAccountName": "amy"}),
			recipientObject("Becker, Anna", "anna@contoso.com", "UserMailbox", anna, object{"SamAccountName": "anna", "GrantSendOnBehalfTo": []string{"contoso.com/P/amy"}}),
		},
		"RemoteMailbox": {recipientObject("sales", "sales@contoso.com", "RemoteSharedMailbox", "CN=sales,OU=P,DC=contoso,DC=com",
			object{"ExchangeGuid": salesGUID, "RemoteRoutingAddress": "SMTP:sales@contoso.mail.onmicrosoft.com", "RemoteRecipientType": "Migrated, SharedMailbox"})},
		"DistributionGroup": {recipientObject("staff", "staff@contoso.com", "MailUniversalSecurityGroup", staff, nil)},
		"MailPublicFolder":  {recipientObject("Archive", "archive@contoso.com", "PublicFolder", "CN=Archive,CN=Microsoft Exchange System Objects,DC=contoso,DC=com", nil)},
		"DistributionGroupMember": {
			{"Group": staff, "Name": "Becker, Anna", "PrimarySmtpAddress": "anna@contoso.com", "DistinguishedName": anna},
		},
		"ADGroup": {{"DistinguishedName": admins, "SamAccountName": "admins", "Name": "admins", "SID": "S-1-5-21-1-2-3-77", "GroupScope": "Universal", "GroupCategory": "Security", "member": []string{anna}}},
		"MailboxPermission": {
			{"Mailbox": anna, "User": `CONTOSO\amy`, "IsInherited": "False", "Deny": "False", "AccessRights": []string{"FullAccess"}},
		},
		"ADPermission": {
			{"Mailbox": staff, "User": `CONTOSO\amy`, "IsInherited": "False", "Deny": "False", "AccessRights": []string{"ExtendedRight"}, "ExtendedRights": []string{"Send-As"}},
			{"Mailbox": anna, "User": `CONTOSO\admins`, "IsInherited": "False", "Deny": "False", "AccessRights": []string{"ExtendedRight"}, "ExtendedRights": []string{"Send-As"}},
		},
		"MailboxFolderStatistics": {{"Mailbox": anna, "FolderPath": "/Kalender", "FolderType": "Calendar"}, {"Mailbox": anna, "FolderPath": "/Aufgaben", "FolderType": "Tasks"}},
		"MailboxFolderPermission": {
			{"Folder": anna + ":/Kalender", "Mailbox": anna, "FolderPath": "/Kalender", "FolderName": "Kalender", "User": "amy", "AccessRights": []string{"Editor"}, "SharingPermissionFlags": []string{"Delegate"}},
			{"Folder": anna + ":/Aufgaben", "Mailbox": anna, "FolderPath": "/Aufgaben", "FolderName": "Aufgaben", "User": "amy", "AccessRights": []string{"ReadItems", "FolderVisible"}},
		},
		"MailboxStatistics": {{"Mailbox": anna, "TotalItemSize": "12.3 GB (13,207,024,435 bytes)", "ItemCount": "48123"}},
	}}
	cloud := collectedSide{"cloud", map[string][]object{
		"OrganizationConfig": {{"Name": "contoso.onmicrosoft.com", "PublicFoldersEnabled": "None", "OAuth2ClientProfileEnabled": "True"}},
		"Mailbox": {
			recipientObject("sales", "sales@contoso.com", "SharedMailbox", "CN=sales"+cloudUsers, object{"Guid": movedGUID, "ExchangeGuid": salesGUID, "IsDirSynced": "True", "GrantSendOnBehalfTo": []string{"Becker, Anna"}}),
		},
		"MailboxSendOnBehalf": {
			recipientObject("sales", "sales@contoso.com", "SharedMailbox", "CN=sales"+cloudUsers, object{"Guid": movedGUID, "ExchangeGuid": salesGUID, "IsDirSynced": "True", "GrantSendOnBehalfTo": []string{"Becker, Anna"},
				"GrantSendOnBehalfToWithDisplayNames": []string{"Becker, Anna"}}),
		},
		"MailUser": {
			recipientObject("amy", "amy@contoso.com", "MailUser", "CN=amy"+cloudUsers, object{"IsDirSynced": "True", "ExternalEmailAddress": "SMTP:amy@contoso.com"}),
			recipientObject("Becker, Anna", "anna@contoso.com", "MailUser", `CN=Becker\, Anna`+cloudUsers, object{"IsDirSynced": "True", "ExternalEmailAddress": "SMTP:anna@contoso.com"}),
		},
		"UnifiedGroup":          {recipientObject("team", "team@contoso.com", "GroupMailbox", "CN=team"+cloudUsers, nil)},
		"UnifiedGroupMember":    {{"Group": "CN=team" + cloudUsers, "Name": "sales", "PrimarySmtpAddress": "sales@contoso.com", "DistinguishedName": "CN=sales" + cloudUsers}},
		"RecipientPermission":   {{"Identity": "sales", "Trustee": "amy@contoso.com", "AccessControlType": "Allow", "IsInherited": "False", "AccessRights": []string{"SendAs"}}},
		"MoveRequest":           {{"DisplayName": "sales", "Alias": "sales", "ExchangeGuid": salesGUID, "Status": "CompletedWithWarning", "Direction": "Pull", "BatchName": "MigrationService:wave-1"}},
		"MoveRequestStatistics": {{"MoveRequest": salesGUID, "ExchangeGuid": salesGUID, "Alias": "sales", "Status": "CompletedWithWarning", "Flags": "CrossOrg, Pull", "Direction": "Pull", "CompletionTimestamp": "2026-03-01T22:10:00Z"}},
	}}
	sync := collectedSide{"sync", map[string][]object{
		"ADSyncGlobalSettings": {{"Name": "Microsoft.OptionalFeature.HybridExchange", "Value": "True"}},
	}}
	return []collectedSide{corp, cloud, sync}
}

func collectedFiles(t *testing.T) map[string]string {
	t.Helper()
	files := map[string]string{}
	for _, c := range collectedOrganization() {
		maps.Copy(files, c.write(t))
	}
	return files
}

// TestCollected: what the collector writes is understood whole, also where names contain what lists are joined with.
func TestCollected(t *testing.T) {
	c, problems := importOf(t, collectedFiles(t))
	text := written(t, c)
	for _, p := range problems {
		t.Errorf("%s: %s %s", p.Location.File, p.Summary, p.Detail)
	}
	for _, l := range c.Account.Losses {
		t.Errorf("%s:%d: %s: %s", l.File, l.Line, l.What, l.Reason)
	}
	for _, want := range []string{
		`forest "corp"`, `directory_sync "entra_connect"`, `shared_mailbox "sales@contoso.com"`, `= "2026-03-01"`, `= "migration"`,
		`mail_public_folder "archive@contoso.com"`, `m365_group "team@contoso.com"`, `["sales@contoso.com"]`, `security_group "admins"`, `["anna@contoso.com"]`,
		"grant \"full_access\" {\n  recipient = \"anna@contoso.com\"\n  delegate  = \"amy@contoso.com\"",
		"grant \"send_as\" {\n  recipient  = \"staff@contoso.com\"\n  delegate   = \"amy@contoso.com\"",
		"grant \"send_as\" {\n  recipient  = \"anna@contoso.com\"\n  delegate   = \"admins\"",
		"grant \"send_as\" {\n  recipient  = \"sales@contoso.com\"\n  delegate   = \"amy@contoso.com\"",
		"grant \"send_on_behalf\" {\n  recipient  = \"sales@contoso.com\"\n  delegate   = \"anna@contoso.com\"",
		"outlook_delegate {\n  manager", `folder        = "Aufgaben"`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%s\nis not in\n%s", want, text)
		}
	}
	for _, kind := range []string{"collect.ps1 manifest", "Get-MailboxStatistics", "Get-MoveRequest"} {
		if !slices.ContainsFunc(c.Account.Tallies, func(t Tally) bool { return t.Kind == kind }) {
			t.Errorf("%s is not in the account", kind)
		}
	}
}

// TestCollectedIncomplete: what the manifest and the file of errors say is missing is a loss, with what and where.
func TestCollectedIncomplete(t *testing.T) {
	replaced := func(file, old, with string) func(map[string]string) {
		return func(files map[string]string) {
			if !strings.Contains(files[file], old) {
				t.Fatalf("%s has no %s", file, old)
			}
			files[file] = strings.Replace(files[file], old, with, 1)
		}
	}
	adPermission := `"Name":"ADPermission.csv","Reason":"","Rows":2`
	for name, test := range map[string]struct {
		change       func(map[string]string)
		loss, remark string
		hcl          string
	}{
		"interrupted":       {change: replaced("corp/manifest.json", `"Finished":"2026-11-02T10:00:00Z"`, `"Finished":null`), loss: "the collection in corp was interrupted"},
		"a file is gone":    {change: func(files map[string]string) { delete(files, "corp/ADPermission.csv") }, loss: "corp/ADPermission.csv is not there"},
		"a row is gone":     {change: replaced("corp/manifest.json", adPermission, strings.Replace(adPermission, "2", "3", 1)), loss: "corp/ADPermission.csv has 2 rows, and had 3 when it was collected"},
		"a manifest edited": {change: replaced("corp/manifest.json", `"HybridlintManifest":1`, `"HybridlintManifest":7`), loss: "the manifest of a collection"},
		"a file unfinished": {
			change: func(files map[string]string) {
				text := files["corp/manifest.json"]
				before, _, _ := strings.Cut(text, `"Name":"ADPermission.csv"`)
				from := strings.LastIndex(before, `"Finished":true`)
				files["corp/manifest.json"] = text[:from] + `"Finished":false` + text[from+len(`"Finished":true`):]
			},
			loss: "corp/ADPermission.csv was not finished",
		},
		"a cmdlet is missing": {
			change: func(files map[string]string) {
				delete(files, "corp/ADTrust.csv")
				text := files["corp/manifest.json"]
				at := strings.Index(text, `"Name":"ADTrust.csv","Reason":""`)
				from := strings.LastIndex(text[:at], `"Finished":true`)
				text = text[:from] + `"Finished":false` + text[from+len(`"Finished":true`):]
				files["corp/manifest.json"] = strings.Replace(text, `"Name":"ADTrust.csv","Reason":""`, `"Name":"ADTrust.csv","Reason":"the cmdlet Get-ADTrust is not there"`, 1)
			},
			remark: "corp/ADTrust.csv was not collected: the cmdlet Get-ADTrust is not there",
		},
		"one domain": {change: replaced("corp/manifest.json", `"ViewEntireForest":true`, `"ViewEntireForest":false`), remark: "saw one domain only"},
		"a mailbox failed": {
			change: func(files map[string]string) {
				files["corp/Errors.csv"] += inRow([]string{"ADPermission", "CN=sales,OU=P,DC=contoso,DC=com", "The server is not operational.", "corp"})
			},
			loss: "ADPermission of CN=sales,OU=P,DC=contoso,DC=com: The server is not operational.",
			hcl:  "unknown_in = [\"corp\"]",
		},
	} {
		t.Run(name, func(t *testing.T) {
			files := collectedFiles(t)
			test.change(files)
			c, problems := importOf(t, files)
			if len(problems) > 0 {
				t.Errorf("%+v", problems)
			}
			said := ""
			for _, l := range c.Account.Losses {
				said += fmt.Sprintf("%s:%d %s: %s\n", l.File, l.Line, l.What, l.Reason)
			}
			if !strings.Contains(said, test.loss) || test.loss == "" && said != "" || test.loss != "" && strings.Count(said, "\n") != 1 {
				t.Errorf("losses:\n%s\nwant %s", said, test.loss)
			}
			if remarks := strings.Join(c.Account.Remarks, "\n"); !strings.Contains(remarks, test.remark) {
				t.Errorf("remarks:\n%s\nwant %s", remarks, test.remark)
			}
			if text := written(t, c); !strings.Contains(text, test.hcl) {
				t.Errorf("%s is not in\n%s", test.hcl, text)
			}
		})
	}
}
