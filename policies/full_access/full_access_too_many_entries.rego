# METADATA
# title: More than 500 permission entries on one mailbox
# description: |-
#   A mailbox takes 500 permission entries that are assigned directly. Beyond that the cmdlet refuses further ones. A group counts once,
#   however many members it has.
# related_resources:
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/add-mailboxpermission
#   description: Add-MailboxPermission, checked 2026-08-27
# schemas:
# - input: schema.recipient
# custom:
#   id: HYB213
#   severity: error
#   scopes: [recipient]
#   profile: extended
#   why_severity: The cmdlet refuses further entries.
#   message: "{recipient} has {entries} explicit permission entries; 500 is the limit"
#   remediation:
#   - where: recipient_home
#     text: Put the people into mail-enabled security groups, grant Full Access to those and remove the entries of the people. Auto-mapping does not work through groups (HYB207).
#   not_when:
#   - The people are members of groups that hold the permission; a group counts once.
#   - The entries are inherited.
#   fold: recipient
#   statements: []
#   tags: [full-access, limits]
package hybridlint.full_access.full_access_too_many_entries

import rego.v1

finding contains {"at": []} if {
	input.recipient.explicit_full_access_entries > 500
}
