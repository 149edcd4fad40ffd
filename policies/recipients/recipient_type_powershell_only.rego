# METADATA
# title: The EAC does not offer Full Access on this type of recipient
# description: |-
#   The Exchange admin center offers Full Access on user, linked, resource and shared mailboxes. On arbitration and discovery
#   mailboxes, on mail users and on Microsoft 365 groups it can be given in PowerShell only.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/recipients/mailbox-permissions
#   description: Manage permissions for recipients in Exchange Server, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/recipients-in-exchange-online/manage-permissions-for-recipients
#   description: Manage permissions for recipients in Exchange Online, checked 2026-08-27
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/add-mailboxpermission
#   description: Add-MailboxPermission, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB803
#   severity: error
#   scopes: [grant, bulk_change_recipient]
#   why_severity: The option does not exist there, so the change cannot be made.
#   message: "the EAC does not offer {permission} on {recipient}, {a_recipient_type}"
#   phrases:
#     set_cmdlet: {}
#   remediation:
#   - where: recipient_home
#     command: Add-MailboxPermission -Identity {recipient} -User {delegate} -AccessRights FullAccess -InheritanceType All -AutoMapping $false
#     when: {entry.permission: full_access, recipient.type: "!m365_group"}
#   - where: exchange_online
#     command: Add-MailboxPermission -Identity {recipient} -User {delegate} -AccessRights FullAccess -InheritanceType All -AutoMapping $false -GroupMailbox
#     when: {entry.permission: full_access, recipient.type: m365_group}
#   - where: exchange_on_premises
#     command: Add-ADPermission -Identity {recipient_directory_name} -User {delegate} -AccessRights ExtendedRight -ExtendedRights "Send As"
#     when: {entry.permission: send_as, recipient.home: on_premises}
#   - where: exchange_online
#     command: Add-RecipientPermission -Identity {recipient} -Trustee {delegate} -AccessRights SendAs -Confirm:$false
#     when: {entry.permission: send_as, recipient.home: cloud}
#   - where: recipient_home
#     command: "{set_cmdlet} -Identity {recipient} -GrantSendOnBehalfTo @{Add={delegate}}"
#     when: {entry.permission: send_on_behalf}
#   edits: {channel: powershell}
#   not_when:
#   - The change is made in PowerShell, or nothing says how it is made.
#   - Send on Behalf on a shared mailbox, which HYB804 reports.
#   - A mail-enabled public folder in the cloud, where the EAC offers Send As and Send on Behalf.
#   - The entry exists already; how it was made does not matter.
#   existing: silent
#   fold: recipient
#   statements: [S3-14, S3-15, S3-41, S3-56]
#   tags: [recipient-types, eac]
package hybridlint.recipients.recipient_type_powershell_only

import data.hybridlint.inference.entry as inference
import rego.v1

finding contains {"at": ["channel"], "vars": {"set_cmdlet": inference.send_on_behalf_cmdlet}} if {
	input.entry.channel == "eac"
	inference.recipient_cell == "P"
	not input.recipient.type == "shared_mailbox"
}
