# METADATA
# title: An entry is declared again
# description: |-
#   The same entry is declared in two places: the same kind and permission, recipient, delegate and folder. Rules then say everything twice,
#   and whoever removes one of the two believes that the permission is gone.
# related_resources:
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/add-mailboxpermission
#   description: Add-MailboxPermission, checked 2026-08-27
# schemas:
# - input: schema.declaration
# custom:
#   id: HYB004
#   severity: note
#   scopes: [declaration]
#   why_severity: Exports have repeated entries, and nothing is wrong in the organization.
#   message: "this entry for {delegate} on {recipient} is declared before: keep one of the two"
#   remediation:
#   - where: recipient_home
#     text: Keep one of the two. The sides of one entry belong into one present_in.
#   not_when:
#   - One of the two allows and the other denies, or one is inherited and the other is not.
#   - One is a Send on Behalf grant and the other an outlook_delegate.
#   - They are for different folders; case and the kind of slash make no difference.
#   - The delegate is a built-in principal.
#   - It is a grant that recipient or delegate cannot have by their type, which HYB801, HYB802 or HYB817 reports.
#   fold: rule
#   statements: []
#   tags: [entries]
package hybridlint.configuration.entry_repeated

import rego.v1

finding contains {"at": ["delegate"]} if input.repeated
