# METADATA
# title: An entry names only the security identifier of an account
# description: |-
#   An entry shows a security identifier of a domain account (S-1-5-21-…) instead of a name when the account was deleted, or lives
#   in a domain that could not be reached. If nobody is behind it the entry is a remnant and can be removed.
# related_resources:
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/remove-mailboxpermission
#   description: Remove-MailboxPermission, checked 2026-08-27
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/remove-adpermission
#   description: Remove-ADPermission, checked 2026-08-27
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/remove-recipientpermission
#   description: Remove-RecipientPermission, checked 2026-08-27
# schemas:
# - input: schema.trustee
# custom:
#   id: HYB003
#   severity: note
#   scopes: [trustee]
#   why_severity: The entry gives nobody access who is known here; it is clutter, or a hint that an account was not exported.
#   message: "{trustee} on {recipient} is only a security identifier: the account is gone or was not exported"
#   remediation:
#   - where: active_directory
#     text: Check first that the account does not exist in a trusted domain.
#   - where: recipient_home
#     command: Remove-MailboxPermission -Identity {recipient_mailbox} -User {trustee} -AccessRights FullAccess -Confirm:$false
#     when: {permission: full_access}
#   - where: exchange_on_premises
#     command: Remove-ADPermission -Identity {recipient_directory_name} -User {trustee} -ExtendedRights "Send As" -Confirm:$false
#     if: it is Send As on-premises
#     when: {permission: send_as, present_in.on_premises: "true"}
#   - where: exchange_online
#     command: Remove-RecipientPermission -Identity {recipient} -Trustee {trustee} -AccessRights SendAs -Confirm:$false
#     if: it is Send As in the cloud
#     when: {permission: send_as, present_in.cloud: "true"}
#   - where: recipient_home
#     text: Remove {trustee} from GrantSendOnBehalfTo of {recipient}, with @{Remove="…"}.
#     when: {permission: send_on_behalf}
#   - where: recipient_home
#     command: Remove-MailboxFolderPermission -Identity {recipient_folder} -User {trustee} -Confirm:$false
#     when: {permission: folder}
#   not_when:
#   - The delegate is a built-in principal, such as S-1-5-10 (SELF) or S-1-5-18 (SYSTEM).
#   - The delegate is a declared recipient.
#   - It is a grant on a recipient whose type does not exist on its side, which HYB817 reports.
#   fold: rule
#   statements: []
#   tags: [trustees]
package hybridlint.configuration.unresolved_trustee

import rego.v1

finding contains {"at": ["delegate"]} if input.orphaned_identifier
