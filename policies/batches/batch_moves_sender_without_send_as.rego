# METADATA
# title: A batch moves a sender to where the Send As permission is missing
# description: |-
#   Send As must exist in the forest of the sending user, and it is never synchronized. Somebody who moves away from the
#   recipient needs an entry of their own in the forest they move to; for the members of a group it is the group's. An entry
#   that travelled with the recipient, in the same step or before, is at both ends of that move. Exchange on-premises refuses
#   Send As on a Microsoft 365 group even where an entry exists.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/permissions
#   description: Permissions in Exchange hybrid deployments, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/exchange-hybrid#exchange-hybrid-deployment-considerations
#   description: Exchange Server hybrid deployments, considerations, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/hybrid-deployment/set-up-microsoft-365-groups
#   description: Microsoft 365 groups with on-premises Exchange, known issues, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB703
#   severity: error
#   scopes: [batch_entry]
#   why_severity: After the move the sender cannot send.
#   message: "{sender_batch} moves {people} to {target}, where {permission_there} {trouble}, {until}"
#   phrases:
#     people:
#       individual: "{delegate}"
#       group: people of {delegate}
#     permission_there:
#       individual: Send As on {recipient}
#       group: Send As of {delegate} on {recipient}
#     trouble:
#       missing: is not set
#       refused: is refused
#   remediation:
#   - where: exchange_online
#     intro: Before the batch completes
#     command: Add-RecipientPermission -Identity {recipient} -Trustee {delegate} -AccessRights SendAs -Confirm:$false
#     when: {batch.target: cloud}
#   - where: exchange_on_premises
#     intro: Before the batch completes
#     command: Add-ADPermission -Identity {recipient_directory_name} -User {delegate} -AccessRights ExtendedRight -ExtendedRights "Send As"
#     when: {batch.target: on_premises, recipient.type: "!m365_group"}
#   - where: exchange_online
#     or: true
#     text: "{together}."
#     when: {recipient.mailbox: "true"}
#   - where: exchange_online
#     text: Do not move {people} to on-premises, or use a shared mailbox or a distribution group instead of the Microsoft 365 group.
#     when: {recipient.type: m365_group}
#   not_when:
#   - The entry is declared to be present in the forest to which the sender moves.
#   - The recipient has moved in the same step or an earlier one and has taken the explicit entry along.
#   - Both are in one forest after the step.
#   - Only the recipient moves, which HYB704 reports.
#   fold: recipient
#   statements: [S2-28]
#   tags: [migration, send-as]
package hybridlint.batches.batch_moves_sender_without_send_as

import data.hybridlint.inference.batch
import data.hybridlint.inference.entry as inference
import rego.v1

finding contains {"at": ["members"], "vars": vars("missing")} if {
	input.entry.permission == "send_as"
	input.batch.moves_away
	not refused

	# An entry that nobody has looked for is not one to rely on.
	not inference.send_as_in_batch_target == "yes"
}

finding contains {"at": ["members"], "vars": vars("refused")} if {
	input.entry.permission == "send_as"
	input.batch.moves_away
	refused
}

# Exchange on-premises refuses Send As on a Microsoft 365 group, whatever entries there are.
refused if {
	input.recipient.type == "m365_group"
	input.batch.target == "on_premises"
}

vars(trouble) := {"people": batch.delegate_is, "permission_there": batch.delegate_is, "trouble": trouble}
