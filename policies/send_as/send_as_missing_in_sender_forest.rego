# METADATA
# title: Send As is missing where the sender works
# description: |-
#   Send As is checked in the sending user's forest. For a sender in Exchange Online it must be set on the mail user that stands for
#   the on-premises mailbox, for a sender on-premises in on-premises Active Directory. Directory synchronization does not carry it.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/permissions
#   description: Permissions in Exchange hybrid deployments, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB302
#   severity: error
#   scopes: [grant]
#   why_severity: The send is refused.
#   message: "{delegate_works} in {acting}, but Send As on {recipient} is not set there"
#   remediation:
#   - where: exchange_online
#     command: Add-RecipientPermission -Identity {recipient} -Trustee {delegate} -AccessRights SendAs -Confirm:$false
#     when: {acting.side: cloud}
#   - where: exchange_on_premises
#     command: Add-ADPermission -Identity {recipient_directory_name} -User {delegate} -AccessRights ExtendedRight -ExtendedRights "Send As"
#     when: {acting.side: on_premises}
#   not_when:
#   - The permission is set in the sender's forest, or it was made before the recipient moved and travelled with it.
#   - It is not known whether it is set there (unknown_in).
#   - The delegate is a group without declared members, so that nobody knows where its people work.
#   - The configuration relies on directory synchronization, which HYB304 reports.
#   - The recipient is unknown in the sender's forest, which HYB108 reports.
#   fold: recipient
#   statements: [S1-12, S1-13, S1-15, S2-28, S2-29, S2-31]
#   tags: [send-as]
package hybridlint.send_as.send_as_missing_in_sender_forest

import data.hybridlint.inference.entry as inference
import rego.v1

finding contains {"at": ["delegate"], "assumed": presence.assumed} if {
	input.entry.permission == "send_as"
	presence := inference.send_as_in_acting_forest
	presence.answer == "no"
}
