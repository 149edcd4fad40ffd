# METADATA
# title: SharingPermissionFlags where they cannot work
# description: |-
#   SharingPermissionFlags of Add- and Set-MailboxFolderPermission exist in Exchange Online, on calendars, together with the right Editor
#   alone. CanViewPrivateItems needs Delegate beside it.
# related_resources:
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/add-mailboxfolderpermission
#   description: Add-MailboxFolderPermission, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB510
#   severity: error
#   scopes: [folder_grant]
#   why_severity: The cmdlet refuses the flags or ignores them.
#   message: "SharingPermissionFlags {flags} do not work here: {cause}"
#   phrases:
#     cause:
#       on_premises: the mailbox is on-premises, and the parameter exists in Exchange Online only
#       no_calendar: the folder is no calendar
#       not_editor: the right has to be Editor and nothing else
#       no_delegate: CanViewPrivateItems needs Delegate beside it
#     wanted:
#       delegate: a delegate is wanted
#       private_items: a delegate who sees private items is wanted
#   remediation:
#   - where: exchange_online
#     intro: For a delegate who may see private items
#     command: Set-MailboxFolderPermission -Identity {recipient_calendar} -User {delegate} -AccessRights Editor -SharingPermissionFlags Delegate,CanViewPrivateItems
#     when: {recipient.home: cloud, wanted: private_items}
#   - where: exchange_online
#     intro: For a delegate
#     command: Set-MailboxFolderPermission -Identity {recipient_calendar} -User {delegate} -AccessRights Editor -SharingPermissionFlags Delegate
#     when: {recipient.home: cloud, wanted: delegate}
#   - where: exchange_online
#     or: true
#     text: Leave the flags out, where nobody is to be a delegate.
#     when: {recipient.home: cloud}
#   - where: outlook
#     text: The owner makes the person a delegate (File > Account Settings > Delegate Access).
#     when: {recipient.home: on_premises}
#   not_when:
#   - The right is Editor with Delegate, or with Delegate and CanViewPrivateItems, on a cloud calendar of whatever name.
#   - The flag is None, or none is declared.
#   - The entry is Default or Anonymous.
#   supersedes: [HYB509]
#   fold: recipient
#   statements: [S2-37]
#   tags: [folder, calendar, private-items]
package hybridlint.folders.sharing_flags_invalid

import data.hybridlint.inference.folder_rights
import rego.v1

finding contains {"at": ["sharing_permission_flags"], "vars": {"cause": cause, "wanted": wanted}} if {
	folder_rights.named_folder_grant
	flagged
	cause := fault
}

flagged if input.entry.sharing_permission_flags.Delegate

flagged if input.entry.sharing_permission_flags.CanViewPrivateItems

default wanted := "delegate"

wanted := "private_items" if input.entry.sharing_permission_flags.CanViewPrivateItems

fault := "on_premises" if {
	input.recipient.home == "on_premises"
} else := "no_calendar" if {
	input.entry.calendar == false
} else := "not_editor" if {
	not editor_alone
} else := "no_delegate" if {
	not input.entry.sharing_permission_flags.Delegate
}

editor_alone if {
	input.entry.access_rights.Editor
	input.entry.access_rights_count == 1
}
