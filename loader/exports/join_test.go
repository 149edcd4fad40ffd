package exports

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const (
	cloudMailboxes = "PrimarySmtpAddress,EmailAddresses,Name,UserPrincipalName,RecipientTypeDetails,IsDirSynced,DistinguishedName,ExchangeGuid,GrantSendOnBehalfTo\n" +
		"Sales@contoso.com,\"SMTP:Sales@contoso.com smtp:info@contoso.com X500:/o=Contoso/cn=sales\",sales,sales@contoso.com,SharedMailbox,True,\"CN=sales,DC=PROD,DC=OUTLOOK,DC=COM\",11111111-1111-1111-1111-111111111111,amy\n" +
		"amy@contoso.com,SMTP:amy@contoso.com,amy,amy@contoso.com,MailUser,True,\"CN=amy,DC=PROD,DC=OUTLOOK,DC=COM\",22222222-2222-2222-2222-222222222222,\n"
	forestMailboxes = "PrimarySmtpAddress,Alias,SamAccountName,RecipientTypeDetails,DistinguishedName,ExchangeGuid,LegacyExchangeDN,RemoteRoutingAddress,RemoteRecipientType,GrantSendOnBehalfTo\n" +
		"vertrieb@contoso.com,sales,sales,RemoteSharedMailbox,\"CN=sales,OU=P,DC=contoso,DC=com\",00000000-0000-0000-0000-000000000000,/o=Contoso/cn=sales,SMTP:sales@contoso.mail.onmicrosoft.com,\"Migrated, SharedMailbox\",\"CN=amy,OU=P,DC=contoso,DC=com\"\n" +
		"amy@contoso.com,amy,amy,UserMailbox,\"CN=amy,OU=P,DC=contoso,DC=com\",22222222-2222-2222-2222-222222222222,/o=Contoso/cn=amy,,,\n"
)

// TestJoinSides: what two sides show becomes one recipient each, with the object of the other side.
func TestJoinSides(t *testing.T) {
	c, problems := importOf(t, map[string]string{"cloud.csv": cloudMailboxes, "onprem.csv": forestMailboxes}, SideOf{Side: "corp"})
	if len(problems) > 0 || c.Account.Lost() > 0 {
		t.Fatalf("%v %+v", problems, c.Account)
	}
	_, got, _ := strings.Cut(written(t, c), "== recipients.hcl\n"+fileHeader+"\n\n")
	const want = `# imported from Get-RemoteMailbox
user_mailbox "amy@contoso.com" {
  home                 = "corp"
  distinguished_name   = "CN=amy,OU=P,DC=contoso,DC=com"
  primary_smtp_address = "amy@contoso.com"
  is_dir_synced        = true
  legacy_exchange_dn   = "/o=Contoso/cn=amy"

  object "cloud" {
    recipient_type_details = "MailUser"
    primary_smtp_address   = "amy@contoso.com"
    email_addresses        = ["SMTP:amy@contoso.com"]
  }
}

# imported from Get-Recipient, Get-RemoteMailbox
shared_mailbox "sales@contoso.com" {
  home                 = "cloud"
  name                 = "sales"
  distinguished_name   = "CN=sales,DC=PROD,DC=OUTLOOK,DC=COM"
  primary_smtp_address = "sales@contoso.com"
  email_addresses      = ["SMTP:Sales@contoso.com", "smtp:info@contoso.com", "X500:/o=Contoso/cn=sales"]
  is_dir_synced        = true
  provisioned_by       = "migration"

  object "corp" {
    recipient_type_details = "RemoteSharedMailbox"
    target_address         = "SMTP:sales@contoso.mail.onmicrosoft.com"
    primary_smtp_address   = "vertrieb@contoso.com"
    legacy_exchange_dn     = "/o=Contoso/cn=sales"
  }
}
`
	want2 := strings.Replace(want, "# imported from Get-RemoteMailbox\n", "# imported from Get-Recipient, Get-RemoteMailbox\n", 1)
	if diff := cmp.Diff(want2, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{`"send_on_behalf" sales@contoso.com amy@contoso.com present_in=["cloud", "corp"]`}, grantsIn(c)); diff != "" {
		t.Error(diff)
	}
}

// TestPrincipalsOfWindows: what Windows brings along is ignored, in its languages and by identifier; what is merely called so is not.
func TestPrincipalsOfWindows(t *testing.T) {
	const header = "Identity,User,UserSid,AccessRights,IsInherited,Deny\n"
	for trustee, understood := range map[string]bool{
		`NT AUTHORITY\SELF,`: true, `NT AUTHORITY\SYSTEM,`: true, `NT-AUTORITÄT\Netzwerkdienst,`: true, `VORDEFINIERT\Administratoren,`: true, `AUTORITE NT\Système,`: true,
		`NT SERVICE\MSExchangeTransport,`: true, `NT AUTHORITY\NETWORK SERVICE,`: true, `Jeder,S-1-1-0`: true, `Jeder,`: true, `Everyone,`: true, `S-1-1-0,`: true,
		`NT AUTHORITY\nobody else,S-1-5-11`: true,
		`NT AUTHORITY\amy,`:                 false, `BUILTIN\sales,`: false, `VORDEFINIERT\amy,`: false, `NT-AUTORITÄT\Vertrieb,`: false,
		`nobody,S-1-12-1-1-2-3-4`: false,
	} {
		c, _ := importOf(t, map[string]string{"onprem.csv": forestMailboxes, "p.csv": header + "amy@contoso.com," + trustee + ",FullAccess,False,False\n"}, SideOf{Side: "corp"})
		if got := c.Account.Lost() == 0; got != understood || len(grantsIn(c)) != 1 { // the one is Send on Behalf
			t.Errorf("%s: understood is %v; %v", trustee, got, grantsIn(c))
		}
	}
}

// TestPermissionsOfCmdlets: what becomes of the rows of cmdlets about permissions.
func TestPermissionsOfCmdlets(t *testing.T) {
	const header = "Identity,User,UserSid,AccessRights,IsInherited,Deny\n"
	for name, test := range map[string]struct {
		rows    string
		want    []string
		ignored string
		lost    string
	}{
		"plain":                {rows: "sales,CONTOSO\\amy,,FullAccess,False,False", want: []string{amyFull}},
		"by address":           {rows: "sales@contoso.com,amy@contoso.com,,FullAccess,False,False", want: []string{amyFull}},
		"by name and address":  {rows: "sales,Amy <amy@contoso.com>,,FullAccess,False,False", want: []string{amyFull}},
		"canonical":            {rows: "contoso.com/P/sales,contoso.com/P/amy,,FullAccess,False,False", want: []string{amyFull}},
		"several rights":       {rows: "sales,amy,,\"FullAccess, ReadPermission\",False,False", want: []string{amyFull}},
		"inherited":            {rows: "sales,amy,,FullAccess,True,False", want: []string{amyFull + " inherited=true"}},
		"deny":                 {rows: "sales,amy,,FullAccess,False,True", want: []string{amyFull + " deny=true"}},
		"twice":                {rows: "sales,amy,,FullAccess,False,False\nsales,CONTOSO\\amy,,FullAccess,False,False", want: []string{amyFull}},
		"orphan":               {rows: "sales,S-1-5-21-1-2-3-1001,,FullAccess,False,False", want: []string{`"full_access" sales@contoso.com S-1-5-21-1-2-3-1001`}},
		"self":                 {rows: "sales,NT AUTHORITY\\SELF,S-1-5-10,FullAccess,False,False", ignored: isSelf},
		"localized self":       {rows: "sales,NT-AUTORITÄT\\SELBST,,FullAccess,False,False", ignored: isSelf},
		"unknown tongue":       {rows: "sales,ABC\\XYZ,S-1-5-10,FullAccess,False,False", ignored: isSelf},
		"one's own":            {rows: "sales,sales@contoso.com,,FullAccess,False,False", ignored: isSelf},
		"system":               {rows: "sales,CONTOSO\\Exchange Servers,,FullAccess,True,False", ignored: isBuiltIn},
		"administrators":       {rows: "sales,CONTOSO\\Domänen-Admins,S-1-5-21-1-2-3-512,FullAccess,True,False", ignored: isBuiltIn},
		"other right":          {rows: "sales,amy,,ReadPermission,False,False", ignored: otherRight},
		"null":                 {rows: "sales,NULL SID,,FullAccess,False,False", ignored: noPermission},
		"unknown trustee":      {rows: "sales,CONTOSO\\nobody,,FullAccess,False,False", lost: unknownTrustee},
		"unknown mailbox":      {rows: "nothing,amy,,FullAccess,False,False", lost: unknownMailbox},
		"a number":             {rows: "sales,amy,,1,False,False", lost: "the right is a number; export with ConvertTo-Json -EnumsAsStrings, Export-Csv or Export-Clixml"},
		"lost rights":          {rows: "sales,amy,,System.Collections.ArrayList,False,False", lost: valueLost},
		"several of that name": {rows: "sales,Chris Double,,FullAccess,False,False", lost: ambiguousTrustee},
	} {
		t.Run(name, func(t *testing.T) {
			twins := people + "c1@contoso.com,Chris Double,c1,c1,c1,UserMailbox,\"CN=c1,OU=P,DC=contoso,DC=com\"\nc2@contoso.com,Chris Double,c2,c2,c2,UserMailbox,\"CN=c2,OU=P,DC=contoso,DC=com\"\n"
			c, problems := importOf(t, map[string]string{"people.csv": twins, "permissions.csv": header + test.rows + "\n"}, SideOf{Side: "corp"})
			if (len(problems) > 0) != (test.lost == valueLost) {
				t.Errorf("%v", problems)
			}
			if diff := cmp.Diff(test.want, grantsIn(c)); diff != "" {
				t.Error(diff)
			}
			for _, tally := range c.Account.Tallies {
				if tally.Kind != "Get-MailboxPermission" {
					continue
				}
				if test.ignored != "" && tally.Ignored[test.ignored] != 1 || test.lost != "" && tally.NotUnderstood[test.lost] != 1 || tally.Read != tally.Used+sum(tally.Ignored)+sum(tally.NotUnderstood) {
					t.Errorf("%+v", tally)
				}
			}
			if text := written(t, c); strings.Contains(text, notUnderstoodFile) != (test.lost != "") {
				t.Error(text)
			}
		})
	}
}

func sum(counts map[string]int) int {
	n := 0
	for _, c := range counts {
		n += c
	}
	return n
}

// TestRowsOfOtherShapes: the same permission in the shapes of the formats.
func TestRowsOfOtherShapes(t *testing.T) {
	ace := `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04"><Obj RefId="0"><TN RefId="0"><T>Deserialized.Microsoft.Exchange.Management.RecipientTasks.MailboxAcePresentationObject</T></TN><Props>
<Obj N="AccessRights" RefId="1"><LST><S>FullAccess</S></LST></Obj><B N="Deny">false</B><Obj N="User" RefId="2"><ToString>CONTOSO\amy</ToString><Props><S N="RawIdentity">CONTOSO\amy</S></Props></Obj><Obj N="Identity" RefId="3"><ToString>contoso.com/P/sales</ToString></Obj><B N="IsInherited">false</B></Props></Obj></Objs>`
	for name, test := range map[string]struct {
		file, text string
		want       []string
	}{
		"one JSON object":   {"a.json", `{"Identity":"sales","User":"CONTOSO\\amy","AccessRights":["FullAccess"],"IsInherited":false,"Deny":false}`, []string{amyFull}},
		"JSON of REST":      {"a.json", `{"value":[{"Identity":"sales","User":"amy@contoso.com","AccessRights":{"@odata.type":"#Collection(String)","value":["FullAccess","ReadPermission"]},"IsInherited":false,"Deny":false}]}`, []string{amyFull}},
		"joined in a list":  {"a.json", `[{"Identity":"sales","User":{"RawIdentity":"CONTOSO\\amy"},"AccessRights":["FullAccess, ReadPermission"],"IsInherited":false,"Deny":false}]`, []string{amyFull}},
		"CLIXML":            {"a.xml", ace, []string{amyFull}},
		"Get-ADPermission":  {"a.csv", "Identity,User,Deny,IsInherited,AccessRights,ExtendedRights\nsales,CONTOSO\\amy,False,False,{ExtendedRight},{Send-As}\nsales,CONTOSO\\bob,False,False,{ReadProperty},\n", []string{amySendAs}},
		"folder":            {"a.json", `[{"Identity":"contoso.com/P/sales:\\Kalender","FolderName":"Kalender","User":{"UserType":"Internal","DisplayName":"Amy Alberts"},"AccessRights":["Editor"],"SharingPermissionFlags":null}]`, []string{`"folder" sales@contoso.com amy@contoso.com Kalender folder_type="Calendar" access_rights=["Editor"]`}},
		"folder, everybody": {"a.csv", "Identity,FolderName,User,AccessRights\nsales:\\Kalender,Kalender,Standard,AvailabilityOnly\nsales:\\Inbox,Inbox,Anonymous,None\nsales:\\Team,Team,Default,Reviewer\n", []string{`"folder" sales@contoso.com Default Team access_rights=["Reviewer"]`}},
		"delegate":          {"a.csv", "Identity,FolderName,User,AccessRights,SharingPermissionFlags\nsales:\\Kalender,Kalender,Amy Alberts,Editor,\"Delegate, CanViewPrivateItems\"\nsales:\\Inbox,Inbox,Amy Alberts,Reviewer,\n", []string{`outlook_delegate sales@contoso.com amy@contoso.com folder_access_rights={ Calendar = "Editor", Inbox = "Reviewer" } receives_meeting_requests=true private_items=true`}},
	} {
		t.Run(name, func(t *testing.T) {
			c, problems := importOf(t, map[string]string{"people.csv": people, test.file: test.text,
				"folders.csv": "Identity,FolderPath,FolderType\nsales\\Kalender,/Kalender,Calendar\n"}, SideOf{Side: "corp"})
			if len(problems) > 0 || c.Account.Lost() > 0 {
				t.Errorf("%v %+v", problems, c.Account.Losses)
			}
			if diff := cmp.Diff(test.want, grantsIn(c)); diff != "" {
				t.Error(diff)
			}
			if text := written(t, c); name == "folder, everybody" && !strings.Contains(text, `calendar_default_permission = "AvailabilityOnly"`) {
				t.Error(text)
			}
		})
	}
}

// TestConflicts: two objects of one side are never joined, whatever they have in common, and that is said. Of two with one address
// one has a block, as both would not load.
func TestConflicts(t *testing.T) {
	const twins = "PrimarySmtpAddress,EmailAddresses,RecipientTypeDetails,Guid,DistinguishedName\n" +
		"amy@contoso.com,SMTP:amy@contoso.com,UserMailbox,11111111-1111-1111-1111-111111111111,\"CN=1,DC=contoso,DC=com\"\n" +
		"amy2@contoso.com,\"SMTP:amy2@contoso.com,smtp:amy@contoso.com\",UserMailbox,22222222-2222-2222-2222-222222222222,\"CN=2,DC=contoso,DC=com\"\n"
	c, _ := importOf(t, map[string]string{"a.csv": twins})
	written(t, c)
	if c.Blocks()["recipients"] != 1 || c.Account.Lost() != 1 || !strings.Contains(c.Account.Losses[0].What, "amy2@contoso.com has the address amy@contoso.com of amy@contoso.com") || !slices.ContainsFunc(c.Account.Remarks, func(r string) bool { return strings.Contains(r, "not joined") }) {
		t.Errorf("%v %v", c.Blocks(), c.Account.Remarks)
	}
}

// TestProblems: what keeps a file from being used is a problem that says what to do.
func TestProblems(t *testing.T) {
	for name, test := range map[string]struct {
		text string
		want string
	}{
		"no side":        {"PrimarySmtpAddress,RecipientTypeDetails\namy@contoso.com,UserMailbox\n", "--side a.csv=cloud"},
		"unknown header": {"Name,Colour\nx,red\n", "columns Name, Colour"},
		"nearest":        {"User,AccessRights\nx,y\n", "Get-MailboxPermission"},
		"lost values":    {"PrimarySmtpAddress,RecipientTypeDetails,GrantSendOnBehalfTo,DistinguishedName\namy@contoso.com,UserMailbox,Microsoft.Exchange.Data.MultiValuedProperty`1[x],\"CN=1,DC=x,DC=com\"\n", "-join"},
		"broken":         {"<Objs><Obj>", "cannot be read"},
	} {
		t.Run(name, func(t *testing.T) {
			_, problems := importOf(t, map[string]string{"a.csv": test.text})
			if len(problems) != 1 || !strings.Contains(problems[0].Detail, test.want) || problems[0].Location.File != "a.csv" {
				t.Errorf("%+v", problems)
			}
		})
	}
}

// TestOrderOfFiles: the names and the order of files make no difference.
func TestOrderOfFiles(t *testing.T) {
	a, _ := importOf(t, map[string]string{"1.csv": cloudMailboxes, "2.csv": forestMailboxes}, SideOf{Side: "corp"})
	b, _ := importOf(t, map[string]string{"2.csv": cloudMailboxes, "1.csv": forestMailboxes}, SideOf{Side: "corp"})
	if diff := cmp.Diff(written(t, a), written(t, b)); diff != "" {
		t.Error(diff)
	}
}

// TestDelegateKeepsEveryFolder: a delegate of Outlook takes in Send on Behalf and the rights on the folders of Outlook's dialog. Every
// other right of the same pair stays, and none is lost where two folders would have the same name.
func TestDelegateKeepsEveryFolder(t *testing.T) {
	const rows = "Identity,FolderName,User,AccessRights,SharingPermissionFlags\n" +
		"sales:\\Kalender,Kalender,amy,Editor,Delegate\n" +
		"sales:\\Kalender\\Team,Team,amy,Reviewer,\n" +
		"sales:\\Posteingang,Posteingang,amy,Author,\n" +
		"sales:\\Posteingang\\Projekte,Projekte,amy,Reviewer,\n" +
		"sales:\\Aufgaben,Aufgaben,amy,\"CreateItems, ReadItems\",\n" +
		"sales:\\Inbox,Inbox,amy,Reviewer,\n" +
		"sales:\\,Oberste Ebene des Informationsspeichers,amy,FolderVisible,\n" +
		"sales:\\,Oberste Ebene des Informationsspeichers,Default,Reviewer,\n" +
		"sales:\\Kalender,Kalender,bob,Editor,\n"
	const folders = "Identity,FolderPath,FolderType\nsales,/Kalender,Calendar\nsales,/Kalender/Team,Calendar\nsales,/Posteingang,Inbox\nsales,/Aufgaben,Tasks\n"
	const behalf = "PrimarySmtpAddress,RecipientTypeDetails,DistinguishedName,GrantSendOnBehalfTo\nsales@contoso.com,SharedMailbox,\"CN=sales,OU=P,DC=contoso,DC=com\",amy;bob\n"
	c, problems := importOf(t, map[string]string{"people.csv": people, "behalf.csv": behalf, "folders.csv": folders, "rights.csv": rows}, SideOf{Side: "corp"})
	if len(problems) > 0 || c.Account.Lost() > 0 {
		t.Errorf("%v %+v", problems, c.Account.Losses)
	}
	want := []string{
		`"folder" sales@contoso.com Default \ access_rights=["Reviewer"]`,
		`"folder" sales@contoso.com amy@contoso.com Aufgaben folder_type="Tasks" access_rights=["CreateItems", "ReadItems"]`,
		`"folder" sales@contoso.com amy@contoso.com Kalender\Team folder_type="Calendar" access_rights=["Reviewer"]`,
		`"folder" sales@contoso.com amy@contoso.com Posteingang folder_type="Inbox" access_rights=["Author"]`,
		`"folder" sales@contoso.com amy@contoso.com Posteingang\Projekte access_rights=["Reviewer"]`,
		`"folder" sales@contoso.com amy@contoso.com \ access_rights=["FolderVisible"]`,
		`"folder" sales@contoso.com bob@contoso.com Kalender folder_type="Calendar" access_rights=["Editor"]`,
		`"send_on_behalf" sales@contoso.com bob@contoso.com present_in=["corp"] unknown_in=["cloud"]`,
		`outlook_delegate sales@contoso.com amy@contoso.com folder_access_rights={ Calendar = "Editor", Inbox = "Reviewer" } send_on_behalf=true present_in=["corp"] unknown_in=["cloud"] receives_meeting_requests=true`,
	}
	if diff := cmp.Diff(want, grantsIn(c)); diff != "" {
		t.Error(diff)
	}
	for _, tally := range c.Account.Tallies {
		if tally.Kind == "Get-MailboxFolderPermission" && tally.Used != tally.Read {
			t.Errorf("%+v", tally)
		}
	}
	written(t, c)
}

// TestJoinBy: each of the names that two sides may have in common is enough by itself.
func TestJoinBy(t *testing.T) {
	const columns = "DisplayName,RecipientTypeDetails,ExchangeGuid,DistinguishedName,PrimarySmtpAddress,EmailAddresses,LegacyExchangeDN,UserPrincipalName,Alias,HybridlintSide\n"
	for name, test := range map[string]struct {
		corp, cloud string
		// separate says that the two are not joined.
		separate bool
	}{
		"GUID":                              {corp: "A,UserMailbox,11111111-1111-1111-1111-111111111111,,a@x.com,,,,,corp", cloud: "A,MailUser,{11111111-1111-1111-1111-111111111111},,b@x.com,,,,,cloud"},
		"DN":                                {corp: "A,UserMailbox,,\"CN=a,DC=x,DC=com\",a@x.com,,,,,corp", cloud: "A,MailUser,,\"cn=A,dc=x,dc=com\",b@x.com,,,,,cloud"},
		"primary address":                   {corp: "A,UserMailbox,,,a@x.com,,,,,corp", cloud: "A,MailUser,,,A@x.com,,,,,cloud"},
		"another address":                   {corp: "A,UserMailbox,,,a@x.com,,,,,corp", cloud: "A,MailUser,,,b@x.com,SMTP:b@x.com;smtp:a@x.com,,,,cloud"},
		"legacyExchangeDN":                  {corp: "A,UserMailbox,,,a@x.com,,/o=X/cn=a,,,corp", cloud: "A,MailUser,,,b@x.com,SMTP:b@x.com;X500:/O=X/CN=A,/o=Y/cn=1,,,cloud"},
		"UPN":                               {corp: "A,UserMailbox,,,a@x.com,,,u@x.com,,corp", cloud: "A,MailUser,,,b@x.com,,,U@X.COM,,cloud"},
		"alias":                             {corp: "A,UserMailbox,,,a@x.com,,,,al,corp", cloud: "A,MailUser,,,,,,,AL,cloud"},
		"alias, with an address of its own": {corp: "A,UserMailbox,,,a@x.com,,,,al,corp", cloud: "A,MailUser,,,b@x.com,,,,al,cloud", separate: true},
		"display name":                      {corp: "A,UserMailbox,,,a@x.com,,,,,corp", cloud: "A,MailUser,,,b@x.com,,,,,cloud", separate: true},
		"no GUID":                           {corp: "A,UserMailbox,00000000-0000-0000-0000-000000000000,,a@x.com,,,,,corp", cloud: "A,MailUser,00000000-0000-0000-0000-000000000000,,b@x.com,,,,,cloud", separate: true},
	} {
		t.Run(name, func(t *testing.T) {
			c, problems := importOf(t, map[string]string{"a.csv": columns + test.corp + "\n", "b.csv": columns + test.cloud + "\n"})
			want := 1
			if test.separate {
				want = 2
			}
			if len(problems) > 0 || c.Account.Lost() > 0 || c.Blocks()["recipients"] != want {
				t.Errorf("%v %+v\n%s", problems, c.Account, written(t, c))
			}
			if text := written(t, c); !test.separate && (!strings.Contains(text, "user_mailbox") || !strings.Contains(text, `object "cloud"`)) {
				t.Error(text)
			}
		})
	}
}

// TestWhoIsMeant: a permission names people in many ways. Somebody else of a similar name is nobody.
func TestWhoIsMeant(t *testing.T) {
	const names = "PrimarySmtpAddress,Alias,SamAccountName,Name,DisplayName,UserPrincipalName,ObjectGUID,SID,RecipientTypeDetails,DistinguishedName,LegacyExchangeDN\n" +
		"sales@contoso.com,sales,sales,sales,Sales,,,,SharedMailbox,\"CN=sales,OU=P,DC=contoso,DC=com\",\n" +
		"amy@contoso.com,amy,amya,Amy,Amy Alberts,amy.a@contoso.com,44444444-4444-4444-4444-444444444444,S-1-5-21-1-2-3-77,UserMailbox,\"CN=Alberts\\, Amy,OU=P,DC=contoso,DC=com\",/o=Contoso/cn=amy\n" +
		"bob@fabrikam.com,bob,bob,bob,Bob,,,,UserMailbox,\"CN=bob,OU=P,DC=fabrikam,DC=com\",\n"
	for trustee, want := range map[string]string{
		"amy@contoso.com": "amy", "smtp:AMY@contoso.com": "amy", "amy.a@contoso.com": "amy", `CONTOSO\amya`: "amy", "Amy Alberts": "amy", "amy": "amy", "Amy <amy@contoso.com>": "amy", "Amy (amy@contoso.com)": "amy",
		"44444444-4444-4444-4444-444444444444": "amy", "{44444444-4444-4444-4444-444444444444}": "amy", "S-1-5-21-1-2-3-77": "amy", "/o=CONTOSO/cn=Amy": "amy",
		`CN=Alberts\, Amy,OU=P,DC=contoso,DC=com`: "amy", "contoso.com/P/Alberts, Amy": "amy", `FABRIKAM\bob`: "bob", `OLDNAME\bob`: "bob",
		`CONTOSO\amy`:         "", // her account is another one
		`CONTOSO\bob`:         "", // he is of another domain
		"contoso.com/Q/Amy":   "", // she is elsewhere
		"fabrikam.com/P/amya": "", `CN=amy,OU=Q,DC=contoso,DC=com`: "", "amy@fabrikam.com": "", "55555555-4444-4444-4444-444444444444": "",
	} {
		t.Run(trustee, func(t *testing.T) {
			row := `sales@contoso.com,"` + trustee + `",FullAccess,False` + "\n"
			c, problems := importOf(t, map[string]string{"people.csv": names, "p.csv": "Identity,User,AccessRights,Deny\n" + row}, SideOf{Side: "corp"})
			var expected []string
			if want != "" {
				expected = []string{`"full_access" sales@contoso.com ` + map[string]string{"amy": "amy@contoso.com", "bob": "bob@fabrikam.com"}[want]}
			}
			if diff := cmp.Diff(expected, grantsIn(c)); diff != "" || len(problems) > 0 || (want == "") != (c.Account.Lost() == 1) {
				t.Errorf("%v %+v %s", problems, c.Account, diff)
			}
		})
	}
}
