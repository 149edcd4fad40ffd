# METADATA
# title: A Deny entry cancels the permission
# description: |-
#   A Deny entry for the same delegate takes the permission away, whatever other entries allow. Only an entry that is assigned directly
#   to the mailbox wins over a Deny entry that is inherited.
# related_resources:
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/get-mailboxpermission
#   description: Get-MailboxPermission, checked 2026-08-27
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/remove-mailboxpermission
#   description: Remove-MailboxPermission, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB212
#   severity: error
#   scopes: [grant]
#   profile: extended
#   why_severity: Access is refused.
#   message: "a Deny entry on {recipient} takes {permission} away from {delegate}"
#   remediation:
#   - where: recipient_home
#     command: Remove-MailboxPermission -Identity {recipient_mailbox} -User {delegate} -AccessRights FullAccess -Deny -Confirm:$false
#     when:
#       entry.permission: full_access
#   - where: exchange_online
#     intro: On the side of the entry; the reference does not describe the switch
#     command: Remove-RecipientPermission -Identity {recipient} -Trustee {delegate} -AccessRights SendAs -Deny -Confirm:$false
#     if: the Deny entry is one of Send As in the cloud
#     when:
#       entry.permission: send_as
#       pair.send_as_denied_in.cloud: "true"
#   - where: exchange_on_premises
#     command: Remove-ADPermission -Identity {recipient_directory_name} -User {delegate} -ExtendedRights "Send As" -Deny -Confirm:$false
#     if: the Deny entry is one of Send As on-premises
#     when:
#       entry.permission: send_as
#       pair.send_as_denied_in.on_premises: "true"
#   not_when:
#   - The Deny entry is inherited and the permission is assigned directly; direct entries win.
#   - The Deny entry is for another permission or another delegate.
#   - The delegate is a built-in principal; those are denied by default.
#   fold: recipient
#   statements: []
#   tags: [full-access, send-as, deny]
package hybridlint.full_access.full_access_overridden_by_deny

import rego.v1

finding contains {"at": ["delegate"]} if {
	input.entry.permission in {"full_access", "send_as"}
	overridden
}

overridden if input.pair.denied_explicitly

overridden if {
	input.pair.denied_by_inheritance
	input.entry.inherited
}
