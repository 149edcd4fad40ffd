# METADATA
# title: A batch drops an inherited permission
# description: |-
#   A move to Exchange Online migrates explicit permissions of a mailbox. What the mailbox inherits, from its database or its
#   organizational unit, is not migrated, so it has to be given explicitly before.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/exchange-hybrid#exchange-hybrid-deployment-considerations
#   description: Exchange Server hybrid deployments, considerations, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB707
#   severity: error
#   scopes: [batch_entry]
#   why_severity: The delegate loses the access when the batch completes.
#   message: "{recipient_batch} drops the inherited {permission} of {delegate} on {recipient}"
#   remediation:
#   - where: exchange_on_premises
#     intro: Give it explicitly before the move; an inherited entry never was auto-mapped
#     command: Add-MailboxPermission -Identity {recipient_mailbox} -User {delegate} -AccessRights FullAccess -InheritanceType All -AutoMapping $false
#     when: {entry.permission: full_access}
#   - where: exchange_on_premises
#     intro: Give it explicitly before the move
#     command: Add-ADPermission -Identity {recipient_directory_name} -User {delegate} -AccessRights ExtendedRight -ExtendedRights "Send As"
#     when: {entry.permission: send_as}
#   not_when:
#   - The delegate is a built-in principal.
#   - The same delegate has an explicit entry of the same permission.
#   - The recipient does not move to the cloud.
#   fold: delegate
#   statements: []
#   tags: [migration, full-access, send-as]
package hybridlint.batches.batch_drops_inherited_permission

import rego.v1

finding contains {"at": ["members"]} if {
	input.batch.recipient_moves_to == "cloud"
	input.entry.inherited
	not input.pair.explicit_entry_of_same_permission
}
