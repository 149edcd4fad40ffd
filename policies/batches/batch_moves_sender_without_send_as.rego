# METADATA
# title: A batch moves a sender to where the Send As permission is missing
# description: |-
#   Send As must exist in the forest of the sending user, and it is never synchronized. Somebody who moves away from the recipient
#   needs an entry of their own in the forest they move to; for the members of a group it is the group's.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/permissions
#   description: Permissions in Exchange hybrid deployments, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/exchange-hybrid#exchange-hybrid-deployment-considerations
#   description: Exchange Server hybrid deployments, considerations, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB703
#   severity: error
#   scopes: [batch_entry]
#   why_severity: After the move the sender cannot send.
#   message: "{batch} moves {people} to {target}, where {permission_there} is not set"
#   phrases:
#     people:
#       individual: "{delegate}"
#       group: people of {delegate}
#     permission_there:
#       individual: Send As on {recipient}
#       group: Send As of {delegate} on {recipient}
#   remediation:
#   - where: exchange_online
#     intro: Before the batch completes
#     command: Add-RecipientPermission -Identity {recipient} -Trustee {delegate} -AccessRights SendAs -Confirm:$false
#     when: {batch.direction: onboarding}
#   - where: exchange_on_premises
#     intro: Before the batch completes
#     command: Add-ADPermission -Identity {recipient_directory_name} -User {delegate} -AccessRights ExtendedRight -ExtendedRights "Send As"
#     when: {batch.direction: offboarding}
#   - where: exchange_online
#     or: true
#     text: Put {recipient} into the batch too.
#     when: {recipient.mailbox: "true"}
#   not_when:
#   - The entry is present in the forest to which the sender moves.
#   - The batch moves both.
#   - The recipient moves and the sender stays, which HYB704 reports.
#   fold: recipient
#   statements: [S2-28]
#   tags: [migration, send-as]
package hybridlint.batches.batch_moves_sender_without_send_as

import data.hybridlint.inference.batch
import data.hybridlint.inference.entry as inference
import rego.v1

finding contains {"at": ["members"], "vars": {"people": batch.delegate_is, "permission_there": batch.delegate_is}} if {
	input.entry.permission == "send_as"
	input.batch.splits_moved_delegate

	# An entry that nobody has looked for is not one to rely on.
	not inference.send_as_in_batch_target == "yes"
}
