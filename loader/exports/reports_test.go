package exports

import (
	"encoding/binary"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// people are recipients that the reports name.
const people = "PrimarySmtpAddress,DisplayName,Name,Alias,SamAccountName,RecipientTypeDetails,DistinguishedName\n" +
	"sales@contoso.com,Sales Team,sales,sales,sales,SharedMailbox,\"CN=sales,OU=P,DC=contoso,DC=com\"\n" +
	"amy@contoso.com,Amy Alberts,amy,amy,amy,UserMailbox,\"CN=amy,OU=P,DC=contoso,DC=com\"\n" +
	"bob@contoso.com,Bob Ray,bob,bob,bob,UserMailbox,\"CN=bob,OU=P,DC=contoso,DC=com\"\n"

// grantsIn are the grants of a configuration as "permission recipient delegate".
func grantsIn(c *Configuration) []string {
	var out []string
	for _, blocks := range c.join.groups {
		for _, s := range blocks {
			b := c.join.blockOf(s)
			if !strings.HasPrefix(b.header, "grant") && b.header != "outlook_delegate" {
				continue
			}
			line := strings.TrimPrefix(b.header, "grant ")
			for _, p := range b.parts {
				switch p.name.name {
				case "recipient", "delegate", "manager", "folder":
					line += " " + p.text
				case "state":
				default:
					line += " " + p.name.name + "=" + string(p.appendValue(nil))
				}
			}
			out = append(out, line)
		}
	}
	slices.Sort(out)
	return out
}

const (
	amyFull   = `"full_access" sales@contoso.com amy@contoso.com`
	bobFull   = `"full_access" sales@contoso.com bob@contoso.com`
	amySendAs = `"send_as" sales@contoso.com amy@contoso.com present_in=["corp"] unknown_in=["cloud"]`
	bobBehalf = `"send_on_behalf" sales@contoso.com bob@contoso.com present_in=["corp"] unknown_in=["cloud"]`
	amyFolder = `"folder" sales@contoso.com amy@contoso.com Calendar access_rights=["Editor"]`
)

// TestReports reads what published scripts write.
func TestReports(t *testing.T) {
	for name, test := range map[string]struct {
		text string
		want []string
	}{
		"Find-MailboxDelegates": {"Mailbox,User,AccessRights\nsales@contoso.com,amy@contoso.com,Full Access\nsales@contoso.com,amy@contoso.com,Send As\nsales@contoso.com,bob@contoso.com,SendOnBehalfTo\namy@contoso.com,None,None\n",
			[]string{amyFull, amySendAs, bobBehalf}},
		"Audit-MailboxPermissions": {"MailboxEmail,DelegateEmail,DelegateType,DelegateAccess\nsales@contoso.com,amy@contoso.com,UserMailbox,FullAccess\n", []string{amyFull}},
		"ExchangePermissionsExport": {"PermissionIdentity,TargetPrimarySMTPAddress,TargetRecipientTypeDetails,TargetFolderPath,TargetFolderType,FolderAccessRights,PermissionType,AssignmentType,TrusteeIdentity,IsInherited,IsAutoMapped,TrusteePrimarySMTPAddress\n1,sales@contoso.com,SharedMailbox,,,,FullAccess,Direct,x,False,True,amy@contoso.com\n2,sales@contoso.com,SharedMailbox,/Calendar,Calendar,Editor,Folder,Direct,x,False,,amy@contoso.com\n3,bob@contoso.com,UserMailbox,,,,None,,,,,\n",
			[]string{amyFolder, amyFull + " auto_mapping=true"}},
		"AdminDroid":          {"DisplayName,UserPrincipalName,MailboxType,AccessType,UserWithAccess,Roles\nSales Team,sales@contoso.com,SharedMailbox,FullAccess,\"amy@contoso.com,bob@contoso.com\",\n", []string{amyFull, bobFull}},
		"AdminDroid shared":   {"Display Name,User PrinciPal Name,Primary SMTP Address,Access Type,User With Access,Email Aliases\nSales Team,s@x.com,sales@contoso.com,SendAs,amy@contoso.com,\n", []string{amySendAs}},
		"AdminDroid folders":  {"Display Name,UPN,Mailbox Type,Folder Name,Folder Identity,Shared To,Access Rights\nSales Team,sales@contoso.com,SharedMailbox,Calendar,x:\\Calendar,amy,Editor\n", []string{amyFolder}},
		"AdminDroid calendar": {"Mailbox Name,Email Address,Mailbox Type,Calendar Name,Shared To,User Type,Access Rights,Sharing Permission Flags\nSales Team,sales@contoso.com,SharedMailbox,Calendar,Amy Alberts,Internal,Editor,\n", []string{amyFolder}},
		"AdminDroid by user":  {"User Name,AccessType,Delegated Mailbox Name\nAmy Alberts,Full Access,Sales Team\n", []string{amyFull}},
		"Office365itpros":     {"Mailbox,UPN,Permission,AssignedTo,MailboxType\nSales Team,sales@contoso.com,Send on Behalf Of,bob@contoso.com,SharedMailbox\n", []string{bobBehalf}},
		"CrowdStrike":         {"Identity,User,AccessRights,IsInherited,Deny,InheritanceType\nsales,CONTOSO\\amy,{FullAccess},False,False,All\nsales,NT AUTHORITY\\SELF,\"{FullAccess, ReadPermission}\",False,False,All\n", []string{amyFull}},
		"Extractor Suite":     {"UserPrincipalName,DisplayName,RecipientTypeDetails,FullAccessUsers,FullAccessPermissions,SendAsUsers,SendAsPermissions,SendOnBehalfUsers,CalendarUsers\nsales@contoso.com,Sales,SharedMailbox,Amy Alberts (amy@contoso.com); Bob Ray (bob@contoso.com),FullAccess,Amy Alberts (amy@contoso.com),SendAs,Bob Ray (bob@contoso.com),\n", []string{amyFull, bobFull, amySendAs, bobBehalf}},
		"michevnew":           {"Number;User;Mailbox address;Mailbox type;Access Rights\n1;amy@contoso.com;sales@contoso.com;SharedMailbox;FullAccess, ReadPermission\n", []string{amyFull}},
		"michevnew on behalf": {"Number;GrantSendOnBehalfTo;Recipient Address;Recipient type;Access Rights\n1;bob@contoso.com;sales@contoso.com;SharedMailbox;Send On Behalf\n", []string{bobBehalf}},
		"LazyAdmin": {"Display Name,Emailaddress,Mailbox type,Read and manage,Send as,Send on behalf,Inbox folder,Inbox folder Permission,Inbox folder Delegated,Calendar,Calendar Permission,Calendar Delegated\nSales Team,sales@contoso.com,SharedMailbox,amy@contoso.com,amy@contoso.com,bob@contoso.com,,,,Amy Alberts,Editor,\n,,,bob@contoso.com,,,,,,,,\n",
			[]string{amyFull, bobFull, amySendAs, bobBehalf, amyFolder}},
		"Apoc70":            {"Mailbox;FolderName;Identity;User;AccessRights\nsales@contoso.com;Calendar;x;Amy Alberts;Editor\n", []string{amyFolder}},
		"junecastillote":    {"mailboxGuid\tmailboxName\tmailboxDisplayName\tmailboxIdentity\tmailboxType\tNameOfUserWithAccess\tSAMOfUserWithAccess\tSidOfUserWithAccess\nx\tsales\tSales Team\tsales\tSharedMailbox\tAmy Alberts\tamy\tS-1-5-21-1-2-3-4\n", []string{amyFull}},
		"junecastillote 2":  {"Mailbox,Email,FullAccess,SendAs,SendOnBehalf\nSales Team,sales@contoso.com,\"amy@contoso.com, bob@contoso.com\",amy@contoso.com,bob@contoso.com\n", []string{amyFull, bobFull, amySendAs, bobBehalf}},
		"LukeAllinson":      {"UserPrincipalName,DisplayName,PrimarySmtpAddress,RecipientTypeDetails,PermissionType,TrusteeIdentity,TrusteeName,TrusteeRecipientTypeDetails\ns,Sales,sales@contoso.com,SharedMailbox,FullAccess,amy@contoso.com,Amy,UserMailbox\ns,Bob,bob@contoso.com,UserMailbox,<NoDefinedPermissions>,,,\n", []string{amyFull}},
		"hornerit":          {"Mailbox,FolderPath,UserGivenAccess,AccessRights\nsales@contoso.com,\\Calendar,Amy Alberts,Editor\n", []string{amyFolder}},
		"SammyKrosoft":      {"DisplayName,PrimarySMTPAddress,SendAsPermissions,FullAccessPermissions,SendOnBehalfPermissions\nSales,sales@contoso.com,CONTOSO\\amy,CONTOSO\\amy;CONTOSO\\bob,bob@contoso.com\n", []string{amyFull, bobFull, amySendAs, bobBehalf}},
		"ibenna":            {"DisplayName^Email Address^Full Access^Send As^Send On Behalf Of\nSales^sales@contoso.com^amy@contoso.com^amy@contoso.com^bob@contoso.com\n", []string{amyFull, amySendAs, bobBehalf}},
		"GruberMarkus":      {"\"Grantor Primary SMTP\";\"Grantor Display Name\";\"Grantor Recipient Type\";\"Grantor Environment\";\"Folder\";\"Permission\";\"Allow/Deny\";\"Inherited\";\"InheritanceType\";\"Trustee Original Identity\";\"Trustee Primary SMTP\";\"Trustee Display Name\";\"Trustee Recipient Type\";\"Trustee Environment\"\nsales@contoso.com;Sales;UserMailbox/SharedMailbox;On-Prem;;FullAccess;Allow;False;All;CONTOSO\\amy;amy@contoso.com;Amy;UserMailbox;On-Prem\nsales@contoso.com;Sales;x;On-Prem;/Calendar;Editor;Allow;False;All;CONTOSO\\amy;amy@contoso.com;Amy;x;On-Prem\n", []string{amyFull, amyFolder}},
		"of mailboxes":      {"#TYPE Selected.Microsoft.Exchange.Data.Directory.Management.Mailbox\nPrimarySmtpAddress,FullAccess\nsales@contoso.com,amy@contoso.com\n", []string{amyFull}},
		"found delegations": {"Mailbox,PermissionType,Delegate,AccessRights,IsInherited\nsales@contoso.com,FullAccess,amy@contoso.com,FullAccess,False\n", []string{amyFull}},
		"SharedMailboxes":   {"alias,displayname,recipienttypedetails,PrimaryOwnerSMTP,OwnersSMTP,MbxAccess,SendAccess,whencreated\nsales,Sales Team,SharedMailbox,,,amy@contoso.com;bob@contoso.com,amy@contoso.com,\n", []string{amyFull, bobFull, amySendAs}},
	} {
		t.Run(name, func(t *testing.T) {
			c, problems := importOf(t, map[string]string{"people.csv": people, "report.csv": test.text}, SideOf{Side: "corp"})
			for _, p := range problems {
				t.Errorf("%s: %s", p.Summary, p.Detail)
			}
			if c.Account.Lost() > 0 {
				t.Errorf("%+v", c.Account.Losses)
			}
			slices.Sort(test.want)
			if diff := cmp.Diff(test.want, grantsIn(c)); diff != "" {
				t.Error(diff)
			}
			written(t, c)
		})
	}
}

// TestReportsThatSayLess: what a report does not say is not made up.
func TestReportsThatSayLess(t *testing.T) {
	for name, test := range map[string]struct {
		text          string
		ignored, lost string
	}{
		"a calendar of Find-MailboxDelegates": {"Mailbox,User,AccessRights\nsales@contoso.com,amy@contoso.com,Calendar Folder\n", "", "says that there is a right on the calendar, and not which"},
		"auto-mapping":                        {"TargetPrimarySMTPAddress,FolderAccessRights,PermissionType,TrusteePrimarySMTPAddress,IsAutoMapped\nsales@contoso.com,,AutoMapping,amy@contoso.com,True\n", "says that a mailbox opens by itself, as the row about Full Access does", ""},
		"nobody":                              {"Mailbox,User,AccessRights\nsales@contoso.com,None,None\n", noPermission, ""},
		"a trustee that is gone":              {"UserPrincipalName,PrimarySmtpAddress,PermissionType,TrusteeIdentity\ns,sales@contoso.com,FullAccess,<TrusteeNotFound>\n", "", unknownTrustee},
		"another right":                       {"Mailbox,User,AccessRights\nsales@contoso.com,amy@contoso.com,ReadPermission\n", otherRight, ""},
		"forwarding":                          {"MailboxEmail,ForwardingEmail,DeliverToMailbox\nsales@contoso.com,amy@contoso.com,True\n", nothingSaid, ""},
	} {
		t.Run(name, func(t *testing.T) {
			c, problems := importOf(t, map[string]string{"people.csv": people, "report.csv": test.text}, SideOf{Side: "corp"})
			found := false
			for _, tally := range c.Account.Tallies {
				found = found || test.ignored != "" && tally.Ignored[test.ignored] == 1 || test.lost != "" && tally.NotUnderstood[test.lost] == 1
			}
			if len(problems) > 0 || !found || len(grantsIn(c)) > 0 {
				t.Errorf("%v %+v %v", problems, c.Account, grantsIn(c))
			}
		})
	}
}

// TestSuggestedBatches reads the batches and the schedule of Find-MailboxDelegates, which Windows PowerShell writes in UTF-16.
func TestSuggestedBatches(t *testing.T) {
	for name, test := range map[string]struct{ text, want string }{
		"batches":  {"Batch,User\r\nBATCH-1,sales@contoso.com\r\nBATCH-1,amy@contoso.com\r\n", "BATCH-1"},
		"schedule": {"Migration Date(MM/dd/yyyy),Migration Window,Migration Group,PrimarySMTPAddress,SuggestedBatch,MailboxSize(MB),Notes\r\n,,Wave 3,sales@contoso.com,BATCH-1,7,\r\n,,Wave 3,amy@contoso.com,BATCH-1,8,\r\n,,,bob@contoso.com,BATCH-2,8,\r\n", "Wave 3"},
	} {
		t.Run(name, func(t *testing.T) {
			c, problems := importOf(t, map[string]string{"people.csv": people, "plan.csv": "\xFF\xFE" + utf16Text(test.text, binary.LittleEndian)}, SideOf{Side: "corp"})
			want := "migration_batch \"" + test.want + "\" {\n  direction = \"onboarding\"\n  members   = [\"amy@contoso.com\", \"sales@contoso.com\"]\n  status    = \"Created\"\n}"
			if text := written(t, c); len(problems) > 0 || !strings.Contains(text, want) {
				t.Errorf("%v\n%s", problems, text)
			}
		})
	}
}
