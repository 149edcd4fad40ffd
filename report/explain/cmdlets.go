package explain

import (
	"regexp"
	"slices"
	"strings"
)

// cmdletNoun are the nouns of cmdlets that have a page of Microsoft's reference, by the module in its address. Cmdlets of others, as rules
// of users may name them, get no link.
var cmdletNoun = map[string]string{
	"ADGroup":                  "activedirectory",
	"ADObject":                 "activedirectory",
	"ADUser":                   "activedirectory",
	"ADPermission":             "exchangepowershell",
	"CASMailbox":               "exchangepowershell",
	"CalendarProcessing":       "exchangepowershell",
	"DistributionGroup":        "exchangepowershell",
	"MailUser":                 "exchangepowershell",
	"Mailbox":                  "exchangepowershell",
	"MailboxFolderPermission":  "exchangepowershell",
	"MailboxFolderStatistics":  "exchangepowershell",
	"MailboxPermission":        "exchangepowershell",
	"MigrationUser":            "exchangepowershell",
	"OrganizationConfig":       "exchangepowershell",
	"OrganizationRelationship": "exchangepowershell",
	"Recipient":                "exchangepowershell",
	"RecipientPermission":      "exchangepowershell",
	"RemoteDomain":             "exchangepowershell",
	"RemoteMailbox":            "exchangepowershell",
	"RoleGroupMember":          "exchangepowershell",
	"SharingPolicy":            "exchangepowershell",
}

var cmdlet = regexp.MustCompile(`(?m)(?:^|[|({] *)([A-Z][a-z]+)-([A-Z][A-Za-z]+)`)

// CmdletPage is the address of Microsoft's page about the last cmdlet of a command that has one; "" where none has.
func CmdletPage(command string) string {
	for _, named := range slices.Backward(cmdlet.FindAllStringSubmatch(command, -1)) {
		if module, known := cmdletNoun[named[2]]; known {
			return "https://learn.microsoft.com/powershell/module/" + module + "/" + strings.ToLower(named[1]+"-"+named[2])
		}
	}
	return ""
}
