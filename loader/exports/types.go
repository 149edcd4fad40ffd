package exports

import (
	"strings"

	"hybridlint/loader"
)

// recipientTypes are the block types by RecipientTypeDetails, as PowerShell shows it.
var recipientTypes = map[string]loader.RecipientType{
	"usermailbox": loader.UserMailbox, "legacymailbox": loader.UserMailbox, "linkedmailbox": loader.LinkedMailbox, "sharedmailbox": loader.SharedMailbox,
	"roommailbox": loader.RoomMailbox, "equipmentmailbox": loader.EquipmentMailbox, "arbitrationmailbox": loader.ArbitrationMailbox,
	"discoverymailbox": loader.DiscoveryMailbox, "mailuser": loader.MailUser, "guestmailuser": loader.MailUser, "mailcontact": loader.MailContact,
	"mailuniversaldistributiongroup": loader.DistributionGroup, "dynamicdistributiongroup": loader.DynamicDistributionGroup,
	"mailuniversalsecuritygroup": loader.MailEnabledSecurityGroup, "groupmailbox": loader.M365Group, "publicfolder": loader.MailPublicFolder,
	"user": loader.UserAccount, "disableduser": loader.UserAccount, "linkeduser": loader.UserAccount,
	"universalsecuritygroup": loader.SecurityGroup, "nonuniversalgroup": loader.SecurityGroup,
}

// remoteTypes are the types of the mailboxes in the cloud that remote mailboxes stand for.
var remoteTypes = map[string]loader.RecipientType{
	"remoteusermailbox": loader.UserMailbox, "remotesharedmailbox": loader.SharedMailbox,
	"remoteroommailbox": loader.RoomMailbox, "remoteequipmentmailbox": loader.EquipmentMailbox,
}

// typeNumbers are the numbers that ConvertTo-Json writes for RecipientTypeDetails, and msExchRecipientTypeDetails holds.
var typeNumbers = map[string]string{
	"1": "usermailbox", "2": "linkedmailbox", "4": "sharedmailbox", "8": "legacymailbox", "16": "roommailbox", "32": "equipmentmailbox",
	"64": "mailcontact", "128": "mailuser", "256": "mailuniversaldistributiongroup", "1024": "mailuniversalsecuritygroup",
	"2048": "dynamicdistributiongroup", "4096": "publicfolder", "65536": "user", "8388608": "arbitrationmailbox", "536870912": "discoverymailbox",
	"2147483648": "remoteusermailbox", "8589934592": "remoteroommailbox", "17179869184": "remoteequipmentmailbox",
	"34359738368": "remotesharedmailbox", "1099511627776": "groupmailbox",
}

// typeDetails is a RecipientTypeDetails as it is compared; scripts write "User Mailbox", exports a number at times.
func typeDetails(text string) string {
	details := plain(text)
	if name, isNumber := typeNumbers[details]; isNumber {
		return name
	}
	return details
}

// systemTypes are the mailboxes that are no business of the rules.
func systemType(details string) bool {
	switch details {
	case "publicfoldermailbox", "monitoringmailbox", "auditlogmailbox", "auxauditlogmailbox", "systemmailbox", "systemattendantmailbox",
		"supervisoryreviewpolicymailbox", "teammailbox", "schedulingmailbox", "microsoftexchange":
		return true
	default:
		return false
	}
}

// permissions are the rights by what cmdlets and scripts call them.
var permissionNames = map[string]loader.Permission{
	"fullaccess": loader.FullAccess, "readandmanage": loader.FullAccess, "fullaccesspermissions": loader.FullAccess,
	"sendas": loader.SendAs, "sendonbehalf": loader.SendOnBehalf, "sendonbehalfof": loader.SendOnBehalf, "sendonbehalfto": loader.SendOnBehalf,
	"grantsendonbehalfto": loader.SendOnBehalf, "sendonbehalfpermissions": loader.SendOnBehalf,
}

// rightWords takes a list of rights apart: with commas, semicolons or, where no right is called so, blanks.
func rightWords(v Value) []string {
	var out []string
	for _, text := range v.Texts() {
		for part := range strings.FieldsFuncSeq(unbraced(text), func(c rune) bool { return c == ',' || c == ';' }) {
			part = strings.TrimSpace(part)
			if _, known := permissionNames[plain(part)]; known || !strings.Contains(part, " ") || folderRight(part) != 0 {
				out = append(out, part)
				continue
			}
			out = append(out, strings.Fields(part)...)
		}
	}
	return out
}

// folderRight is the folder right of a word, 0 for none.
func folderRight(word string) loader.FolderRight {
	folded := plain(word)
	for i, w := range loader.FolderRight(0).Words() {
		if i > 0 && strings.EqualFold(w, folded) {
			return loader.FolderRight(i)
		}
	}
	return 0
}

// enumerated is the value of an enumeration of the language that an export writes, in the language's spelling.
func enumerated[E loader.Enumeration](text string) string {
	var e E
	for i, w := range e.Words() {
		if i > 0 && strings.EqualFold(w, strings.TrimSpace(text)) {
			return w
		}
	}
	return ""
}
