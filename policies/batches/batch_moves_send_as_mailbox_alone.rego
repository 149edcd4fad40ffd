# METADATA
# title: A batch moves a mailbox and leaves its Send As delegate
# description: |-
#   An explicit Send As entry travels with the mailbox and the entry in Active Directory stays, so sending usually goes on.
#   But Send As across premises is not supported, and both entries have to be looked after from then on.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/permissions
#   description: Permissions in Exchange hybrid deployments, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/exchange-hybrid#exchange-hybrid-deployment-considerations
#   description: Exchange Server hybrid deployments, considerations, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB704
#   severity: warning
#   scopes: [batch_entry]
#   why_severity: Sending usually goes on, but Send As across premises is not supported and both entries must be checked.
#   message: "{recipient_batch} moves {recipient} without {people}: Send As becomes cross-premises, {until}"
#   phrases:
#     people:
#       individual: "{delegate}"
#       group: people of {delegate}
#   remediation:
#   - where: exchange_online
#     text: "{together}."
#   - where: exchange_online
#     or: true
#     intro: After the move, look at the entry on both sides (HYB302, HYB303)
#     command: Get-RecipientPermission -Identity {recipient}
#   - where: exchange_on_premises
#     command: Get-ADPermission -Identity {recipient_directory_name}
#   not_when:
#   - Both move in one step.
#   - The delegate moved earlier, so that the step brings them together.
#   - The delegate moves and the recipient stays, which HYB703 looks at.
#   fold: recipient
#   statements: []
#   tags: [migration, send-as]
package hybridlint.batches.batch_moves_send_as_mailbox_alone

import data.hybridlint.inference.batch
import rego.v1

finding contains {"at": ["members"], "vars": {"people": batch.delegate_is}} if {
	input.entry.permission == "send_as"
	input.batch.recipient_moves_to
	input.batch.parts
}
