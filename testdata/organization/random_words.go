package organization

// The words of the language, as its users know them. They stand here once more so that the generator needs no loader; a
// test of the loader compares the two.
var (
	recipientTypes = []string{"user_mailbox", "linked_mailbox", "shared_mailbox", "room_mailbox", "equipment_mailbox", "arbitration_mailbox",
		"discovery_mailbox", "mail_user", "mail_contact", "distribution_group", "dynamic_distribution_group", "mail_enabled_security_group", "m365_group",
		"mail_public_folder", "user_account", "security_group"}
	groupTypes       = []string{"distribution_group", "dynamic_distribution_group", "mail_enabled_security_group", "m365_group", "security_group"}
	offerings        = []string{"multi_tenant", "dedicated_itar"}
	publicFolders    = []string{"none", "local", "onprem_legacy", "onprem_modern"}
	freeBusyLevels   = []string{"None", "AvailabilityOnly", "LimitedDetails"}
	exchangeVersions = []string{"2003", "2007", "2010", "2013", "2016", "2019", "SE"}
	currencies       = []string{"current", "previous", "older"}
	usedBy           = []string{"people", "application"}
	managedIn        = []string{"on_premises", "cloud"}
	provisionedBy    = []string{"migration", "new_remote_mailbox", "enable_remote_mailbox", "cloud_direct"}
	groupScopes      = []string{"universal", "global", "domain_local"}
	remoteRecipients = []string{"RemoteUserMailbox", "RemoteSharedMailbox", "RemoteRoomMailbox", "RemoteEquipmentMailbox", "MailUser"}
	displayTypes     = []string{"-1073741818", "-1073740282", "1073741824", "-2147483642", "-2147481850", "-2147481594", "-2147482106", "0", "4294967295", "3221225478"}
	permissionNames  = []string{"full_access", "send_as", "send_on_behalf", "folder"}
	accessMethods    = []string{"automap", "additional_mailbox", "additional_account", "owa_explicit_url", "legacy_dn", "calendar_only"}
	replications     = []string{"manual", "entra_connect", "cloud_sync", "directory_sync"}
	changeModes      = []string{"add", "remove", "replace"}
	states           = []string{"planned", "existing"}
	clients          = []string{"outlook_windows", "new_outlook_windows", "owa", "outlook_mac", "outlook_ios", "outlook_android", "scheduling_assistant", "smtp", "application"}
	channels         = []string{"eac", "powershell", "m365_admin_center", "outlook", "owa"}
	identityKinds    = []string{"name", "dn", "email", "upn", "alias", "sam_account_name", "guid", "display_name", "legacy_dn"}
	grantedVia       = []string{"additional_account"}
	expectations     = []string{"send", "read", "show_delegate", "replies_to_delegate", "private_items", "calendar_details", "scheduling_assistant_details"}
	outlookVersions  = []string{"2010", "2013", "2016", "2019", "2021", "2024", "m365"}
	sharingFlags     = []string{"None", "Delegate", "CanViewPrivateItems"}
	deliveryScopes   = []string{"delegates_only", "delegates_and_me", "delegates_and_send_information_to_me"}
	managers         = []string{"owner", "admin"}
	outlookChannels  = []string{"msi", "c2r_semi_annual", "c2r_monthly"}
	sharingLevels    = []string{"AvailabilityOnly", "LimitedDetails", "Reviewer"}
	directions       = []string{"onboarding", "offboarding"}
	folderRights     = []string{"None", "AvailabilityOnly", "LimitedDetails", "Contributor", "Reviewer", "NonEditingAuthor", "Author", "Editor",
		"PublishingAuthor", "PublishingEditor", "Owner", "CreateItems", "ReadItems", "EditOwnedItems", "EditAllItems", "DeleteOwnedItems",
		"DeleteAllItems", "CreateSubfolders", "FolderOwner", "FolderContact", "FolderVisible"}
	batchStatuses = []string{"Created", "Starting", "Syncing", "IncrementalSyncing", "Synced", "SyncedWithErrors", "Waiting", "Completing", "Completed",
		"CompletedWithErrors", "CompletedWithWarnings", "Stopping", "Stopped", "Removing", "Removed", "Failed", "Corrupted"}

	cmdlets = []string{"Add-MailboxPermission", "Add-ADPermission", "Add-RecipientPermission", "Set-Mailbox", "Set-MailUser", "Set-RemoteMailbox",
		"Set-DistributionGroup", "Set-UnifiedGroup", "Add-MailboxFolderPermission", "add-adpermission", "Get-Mailbox"}
	roleGroups = []string{"Organization Management", "Recipient Management", "Help Desk", "SSA-SE-RemoteMailbox", "View-Only Organization Management"}
	ruleNames  = []string{"HYB108", "HYB206", "hyb301", "HYB302", "HYB401", "HYB501", "HYB601", "HYB703", "HYB706", "HYB808", "HYB810", "HYB816",
		"send-as-cross-premises-unsupported", "automapping-cross-premises"}
	folderPaths = []string{"Calendar", "calendar", `\Calendar`, "Kalender", "Inbox", `Inbox\Projects`, "Inbox/Projects/2026", "Contacts", "/Tasks", "日历", "Termine", `Kalender\Team`}
	// completions are in order of time; the second and the third are one instant.
	completions = []string{"2026-12-01", "2026-12-05T22:00:00Z", "2026-12-05T23:00:00+01:00", "2026-12-06", "2026-12-06T00:30:00.5-01:00"}
	legacyDNs   = []string{"/o=Contoso/ou=x/cn=Recipients/cn=amy", "/O=CONTOSO/OU=X/CN=RECIPIENTS/CN=AMY", "/o=ExchangeLabs/cn=bob"}
	trustees    = []string{`NT AUTHORITY\SELF`, `CONTOSO\Domain Admins`, "Discovery Management", "S-1-5-10", "NT:S-1-5-21-9-8-7-500"}
	// gonePerson is an account that is gone; only a server has entries for it.
	gonePerson = "S-1-5-21-1-2-3-1104"
)
