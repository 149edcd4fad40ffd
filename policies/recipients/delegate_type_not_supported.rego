# METADATA
# title: The delegate is of a type that cannot hold this permission
# description: |-
#   Microsoft's articles on recipient permissions list, permission by permission, the types of delegates that produce useful results:
#   mailboxes and mail users with an account and mail-enabled security groups everywhere, distribution groups for Send on Behalf,
#   principals that are not mail-enabled for Full Access on-premises. Rights on a folder ask for a mailbox, a mail user or a mail-enabled
#   security group.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/recipients/mailbox-permissions
#   description: Manage permissions for recipients in Exchange Server, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/recipients-in-exchange-online/manage-permissions-for-recipients
#   description: Manage permissions for recipients in Exchange Online, checked 2026-08-27
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/add-adpermission
#   description: Add-ADPermission, checked 2026-08-27
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/add-recipientpermission
#   description: Add-RecipientPermission, checked 2026-08-27
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/add-mailboxfolderpermission
#   description: Add-MailboxFolderPermission, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB802
#   severity: error
#   scopes: [grant, derived_grant, folder_grant]
#   why_severity: An error where the delegate certainly cannot use the permission. A warning for the other combinations, among them those that a cmdlet accepts although no table lists them; a note for an entry that exists.
#   message: "{delegate}, {a_delegate_type}, is not a useful delegate for {permission} on {recipient}"
#   message_existing: "{recipient} has an entry for {permission} of {delegate}, {a_delegate_type}, which is not a useful delegate for it"
#   remediation:
#   - where: recipient_home
#     text: Use a mailbox, a mail user or a mail-enabled security group as the delegate.
#   not_when:
#   - Microsoft's tables list the combination.
#   - The entry is Default or Anonymous on a folder; those are no delegates.
#   - The delegate is a built-in principal, such as Discovery Management on the discovery mailbox, which the product itself grants.
#   - A distribution group with Send on Behalf, which HYB807 reports.
#   - A security group that is not mail-enabled with Full Access on-premises, which HYB806 reports.
#   - A mailbox nobody signs in to, which HYB816 reports.
#   existing: note
#   supersedes: ["*"]
#   supersedes_except: [HYB201, HYB305, HYB306, HYB902, HYB903, HYB904, HYB905, HYB801, HYB802]
#   supersedes_on: grant
#   fold: delegate
#   statements: [S3-03, S3-16, S3-24, S3-25, S3-32, S3-33, S3-68]
#   tags: [delegate-types]
package hybridlint.recipients.delegate_type_not_supported

import data.hybridlint.inference.matrix
import rego.v1

finding contains {"at": ["delegate"], "severity": severity} if {
	severity := matrix.severity[matrix.delegate_cell(input.delegate.type, input.entry.permission, input.recipient.home)]
}
