# METADATA
# title: Full Access already covers the folder
# description: |-
#   Full Access opens every folder of a mailbox. A folder right of the same delegate beside it adds nothing, unless it is the visible half
#   of an Outlook delegate.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/recipients/mailbox-permissions
#   description: Manage permissions for recipients in Exchange Server, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB511
#   severity: note
#   scopes: [folder_grant]
#   why_severity: The entry is redundant; nothing fails.
#   message: "{delegate} has Full Access to {recipient}; the right on {folder} adds nothing"
#   remediation:
#   - where: recipient_home
#     command: Remove-MailboxFolderPermission -Identity {recipient_folder} -User {delegate} -Confirm:$false
#   - where: recipient_home
#     or: true
#     text: Remove Full Access, if the right on the folder is enough.
#   not_when:
#   - The folder grant has the flag Delegate.
#   - The folder is the calendar of an on-premises mailbox; the row may be half of an Outlook delegate.
#   - The right on a calendar is Editor, for the same reason.
#   - The same delegate is declared as an Outlook delegate of the owner.
#   - The right is None alone, which gives nothing.
#   fold: rule
#   statements: [S2-06, S3-05]
#   tags: [folder, full-access]
package hybridlint.folders.folder_permission_redundant_with_full_access

import data.hybridlint.inference.folder_rights
import rego.v1

finding contains {"at": ["delegate"]} if {
	folder_rights.held_folder_right
	input.pair.holds_full_access
	not half_of_an_outlook_delegate
}

# Removing such a row would break a delegate whose other half is stored in the mailbox only.
half_of_an_outlook_delegate if input.entry.sharing_permission_flags.Delegate

half_of_an_outlook_delegate if input.pair.outlook_delegate

half_of_an_outlook_delegate if {
	not input.entry.calendar == false
	input.recipient.home == "on_premises"
}

half_of_an_outlook_delegate if {
	not input.entry.calendar == false
	input.entry.access_rights.Editor
}
