# METADATA
# title: The permission has no useful meaning on this type of recipient
# description: |-
#   Microsoft's articles on recipient permissions list, permission by permission, the types of recipients on which it produces useful
#   results. Groups take Send As and Send on Behalf but never Full Access; system mailboxes, contacts, public folders, and accounts and
#   groups that are not mail-enabled take less or nothing. The cmdlets may accept more than the tables list.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/recipients/mailbox-permissions
#   description: Manage permissions for recipients in Exchange Server, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/recipients-in-exchange-online/manage-permissions-for-recipients
#   description: Manage permissions for recipients in Exchange Online, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/collaboration-exo/public-folders/assign-permissions-mail-enabled-pfs
#   description: Assign Send As or Send on Behalf permissions for mail-enabled public folders in Exchange Online, checked 2026-08-27
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/add-mailboxpermission
#   description: Add-MailboxPermission, checked 2026-08-27
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/add-adpermission
#   description: Add-ADPermission, checked 2026-08-27
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/add-recipientpermission
#   description: Add-RecipientPermission, checked 2026-08-27
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/set-mailcontact
#   description: Set-MailContact, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB801
#   severity: error
#   scopes: [grant, folder_grant, outlook_delegate, bulk_change_recipient]
#   why_severity: An error where the combination certainly has no use. A warning for the other combinations that no table lists, because the articles themselves say that the shell can assign more than they list; a note for an entry that exists.
#   message: "{permission} on {recipient}, {a_recipient_type}, is not a useful combination"
#   message_existing: "{recipient}, {a_recipient_type}, has an entry for {permission}, which is not a useful combination"
#   remediation:
#   - where: recipient_home
#     text: Use a permission that exists for the type; groups have Send As and Send on Behalf.
#   not_when:
#   - Microsoft's tables list the combination, or a cmdlet is documented to accept it.
#   - The type does not exist on the side at all, which HYB817 reports.
#   existing: note
#   supersedes: ["*"]
#   supersedes_except: [HYB201, HYB305, HYB306, HYB902, HYB903, HYB904, HYB801, HYB802]
#   supersedes_on: grant
#   fold: recipient
#   statements: [S3-03, S3-14, S3-22, S3-23, S3-30, S3-51, S3-52, S3-69]
#   tags: [recipient-types]
package hybridlint.recipients.recipient_type_not_supported

import data.hybridlint.inference.entry as inference
import data.hybridlint.inference.matrix
import rego.v1

finding contains {"at": ["recipient"], "severity": severity} if {
	input.entry.kind in {"grant", "bulk_change_recipient"}
	severity := matrix.severity[inference.recipient_cell]
}

finding contains {"at": ["recipient"], "severity": "error"} if {
	input.entry.kind == "folder_grant"
	not has_folders
}

finding contains {"at": ["recipient"], "severity": "error"} if {
	input.entry.kind == "outlook_delegate"
	not input.recipient.mailbox
	not matrix.recipient_cell(input.recipient.type, "send_on_behalf", input.recipient.home) == "n.a."
}

has_folders if input.recipient.mailbox

has_folders if input.recipient.type in {"m365_group", "mail_public_folder"}
