package suggest

import (
	"slices"
	"strings"
)

// exchangeWords are words of Exchange, its cmdlets and its exports, with those that the language has for them: block types and
// attributes. Whoever comes from there writes them first. Of several, the one that there is in the place counts.
var exchangeWords = map[string][]string{
	"identity":             {"recipient", "home"},
	"mailbox":              {"recipient", "user_mailbox"},
	"owner":                {"recipient", "manager"},
	"user":                 {"delegate", "user_mailbox"},
	"users":                {"delegates", "members"},
	"trustee":              {"delegate"},
	"trustees":             {"delegates"},
	"grantee":              {"delegate"},
	"member":               {"members"},
	"mailboxes":            {"members", "recipients"},
	"emailaddress":         {"primary_smtp_address", "email_addresses"},
	"windowsemailaddress":  {"primary_smtp_address"},
	"proxyaddresses":       {"email_addresses"},
	"externalemailaddress": {"primary_smtp_address"},
	"remoterouting":        {"target_address"},
	"remoteroutingaddress": {"target_address"},
	"automapping":          {"auto_mapping"},
	"isinherited":          {"inherited"},
	"foldername":           {"folder"},
	"folderpath":           {"folder"},
	"accessright":          {"access_rights"},
	"batch":                {"migration_batch"},
	"migrationbatches":     {"migration_batch"},
	"wave":                 {"migration_batch"},
	"permission":           {"grant"},
	"mailboxpermission":    {"grant"},
	"recipientpermission":  {"grant"},
	"remotemailbox":        {"user_mailbox"},
	"contact":              {"mail_contact"},
	"distributionlist":     {"distribution_group"},
	"list":                 {"distribution_group"},
	"unifiedgroup":         {"m365_group"},
	"office365group":       {"m365_group"},
	"microsoft365group":    {"m365_group"},
	"room":                 {"room_mailbox"},
	"equipment":            {"equipment_mailbox"},
	"sharedmailboxes":      {"shared_mailbox"},
	"delegates":            {"delegate"},
	"organization":         {"home", "tenant", "forest"},
	"location":             {"home"},
	"mailboxlocation":      {"home"},
	"server":               {"home"},
	"database":             {"home"},
	"exchangeonline":       {"tenant"},
	"onpremises":           {"forest"},
	"waiver":               {"exception"},
	"ignore":               {"exception"},
	"completeafter":        {"complete_after"},
	"expires":              {"expiration"},
	"reason":               {"rationale"},
}

// ofExchange is the word of the language, among those that are known, for a word of Exchange; "" where there is none.
func ofExchange(word string, known []string) string {
	for _, ours := range exchangeWords[plain(word)] {
		if slices.Contains(known, ours) {
			return ours
		}
	}
	return ""
}

// FolderIdentity takes the identity of a folder apart as cmdlets write it: boss@contoso.com:\Calendar.
func FolderIdentity(text string) (mailbox, folder string, ok bool) {
	mailbox, folder, ok = strings.Cut(text, `:\`)
	return mailbox, folder, ok && mailbox != "" && folder != ""
}
