# METADATA
# title: Private items are expected without the delegate right to see them
# description: |-
#   Private items are shown to a delegate whom the owner, or in Exchange Online an administrator through SharingPermissionFlags, has
#   allowed to see them. Folder rights alone do not show them. Full Access does in Exchange Online, not on-premises or between the sides.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/user-and-shared-mailboxes/private-items-not-display
#   description: Private items aren't displayed in a shared mailbox, checked 2026-08-27
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/add-mailboxfolderpermission
#   description: Add-MailboxFolderPermission, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/permissions
#   description: Permissions in Exchange hybrid deployments, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB509
#   severity: error
#   scopes: [grant, folder_grant]
#   why_severity: Private items stay invisible. A note where Full Access is used in a web client or as a second account, the ways that Microsoft's article offers; a warning where a cloud mailbox is opened with Full Access in classic Outlook, about which article and cmdlet reference do not agree.
#   message: "{delegate} will not see private items of {recipient}: not set up as a delegate who may see them"
#   remediation:
#   - where: outlook
#     text: The owner makes the person a delegate (File > Account Settings > Delegate Access) and ticks "Delegate can see my private items".
#   - where: exchange_online
#     or: true
#     command: Add-MailboxFolderPermission -Identity {recipient_calendar} -User {delegate} -AccessRights Editor -SharingPermissionFlags Delegate,CanViewPrivateItems
#     when: {recipient.home: cloud}
#   - where: exchange_online
#     text: Where the calendar has an entry for the delegate already, use Set-MailboxFolderPermission with the same parameters.
#     when: {recipient.home: cloud}
#   - where: outlook
#     or: true
#     text: Open the mailbox in Outlook on the web, or as a second account, with auto-mapping off.
#     if: the delegate has Full Access
#     when: {pair.full_access: "true"}
#   not_when:
#   - A calendar folder grant of the same delegate has the flags Delegate and CanViewPrivateItems.
#   - The delegate is an Outlook delegate of the owner who may see private items.
#   - The delegate has Full Access to a cloud mailbox and works in the cloud, and the declared clients do not contain classic Outlook.
#   - The recipient is no mailbox.
#   - The flags on this folder grant cannot work, which HYB510 reports.
#   fold: recipient
#   statements: [S2-37]
#   tags: [folder, full-access, private-items]
package hybridlint.folders.private_items_without_delegate_flag

import data.hybridlint.inference.folder_rights
import rego.v1

finding contains {"at": ["expects"], "severity": severity} if {
	input.entry.expects.private_items
	input.recipient.mailbox
	folder_or_full_access
	not input.pair.private_items_sharing_flags
	not input.pair.private_items_outlook_delegate
	severity != "none"
}

severity := "none" if {
	full_access_in_the_cloud
	not input.pair.full_access_entry.outlook_windows
} else := "note" if {
	shown_another_way
} else := "warning" if {
	full_access_in_the_cloud
} else := "error"

# The ways that the article offers: a web client, or a second account.
shown_another_way if input.pair.full_access_entry.web_clients_only

shown_another_way if input.pair.full_access_entry.additional_account

folder_or_full_access if input.entry.permission == "full_access"

folder_or_full_access if folder_rights.named_folder_grant

# Also where nobody knows in which forest the delegate works, as with a group without declared members.
full_access_in_the_cloud if {
	input.recipient.home == "cloud"
	input.pair.full_access_entry.declared
	not input.acting.acts_on_premises
}
