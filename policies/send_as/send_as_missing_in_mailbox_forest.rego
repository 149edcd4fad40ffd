# METADATA
# title: Send As is set where the sender works, but not where the mailbox is
# description: |-
#   Between the sides, Send As needs an entry in both: where the sender works, and where the mailbox is. Microsoft says
#   that it works in most scenarios once both exist; with one of them nothing is promised.
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
#   id: HYB303
#   severity: warning
#   scopes: [grant]
#   why_severity: Microsoft says that it works in most scenarios once both entries exist; with one of them nothing is promised.
#   message: "Send As on {recipient} for {delegate} is set in {acting} only; {home} needs it too"
#   remediation:
#   - where: exchange_online
#     command: Add-RecipientPermission -Identity {recipient} -Trustee {delegate} -AccessRights SendAs -Confirm:$false
#     when: {recipient.home: cloud}
#   - where: exchange_on_premises
#     command: Add-ADPermission -Identity {recipient_directory_name} -User {delegate} -AccessRights ExtendedRight -ExtendedRights "Send As"
#     when: {recipient.home: on_premises}
#   not_when:
#   - The permission is set in both forests, by hand or because it was made before the mailbox moved.
#   - It is not known whether it is set in one of the two (unknown_in).
#   - Sender and mailbox are in one forest, or in two on-premises forests.
#   - The recipient is a group.
#   - The delegate is a group whose members all work in the mailbox's forest, whatever its own home.
#   - It is missing where the sender works, which HYB302 reports.
#   fold: recipient
#   statements: [S1-15, S2-31]
#   tags: [send-as]
package hybridlint.send_as.send_as_missing_in_mailbox_forest

import data.hybridlint.inference.entry as inference
import rego.v1

finding contains {"at": ["delegate"]} if {
	input.entry.permission == "send_as"
	input.recipient.mailbox
	input.acting.cross_premises
	inference.send_as_in_acting_forest.answer == "yes"
	inference.send_as_at_home == "no"
}
