# METADATA
# title: Bulk edit in the Exchange admin center does not work for this change
# description: |-
#   The Exchange admin center edits several mailboxes at once only if they are of the same type, and only for Send As, Send on Behalf
#   and Full Access. That they have to be of one type is said of Exchange Server only.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/recipients/mailbox-permissions
#   description: Manage permissions for recipients in Exchange Server, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/recipients-in-exchange-online/manage-permissions-for-recipients
#   description: Manage permissions for recipients in Exchange Online, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB901
#   severity: error
#   scopes: [bulk_change]
#   why_severity: The Exchange admin center says that bulk edit will not work.
#   message: "bulk edit in the EAC does not work {why}"
#   phrases:
#     why:
#       types: over mailboxes of different types ({types})
#       permission: for folder permissions
#   remediation:
#   - where: recipient_home
#     text: Run it once for each type, or use PowerShell.
#     when: {why: types}
#   - where: recipient_home
#     text: Use PowerShell (Add-MailboxFolderPermission).
#     when: {why: permission}
#   not_when:
#   - All recipients are of one type.
#   - The change is made in PowerShell.
#   - Recipients of several types are edited in the Exchange admin center of Exchange Online, of which nothing of the kind is said.
#   fold: none
#   statements: [S3-49, S3-50]
#   tags: [procedure, eac]
package hybridlint.procedure.eac_bulk_edit_mixed_types

import rego.v1

finding contains {"at": [refused.at], "vars": {"why": refused.why}} if {
	input.entry.channel == "eac"
	refused := what_is_refused
}

what_is_refused := {"at": "permission", "why": "permission"} if {
	not offered
} else := {"at": "recipients", "why": "types"} if {
	input.entry.applied_on == "on_premises"
	input.entry.mixed_types
}

# What the dialog for several mailboxes offers.
offered if input.entry.permission in {"send_as", "send_on_behalf", "full_access"}
