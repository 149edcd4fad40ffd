# METADATA
# title: Send As on a Microsoft 365 group for somebody on-premises
# description: |-
#   Send As on a Microsoft 365 group works for mailboxes in Exchange Online only. Somebody whose mailbox is on-premises is refused even
#   with the permission, and an entry on the group's on-premises object is overwritten by the next synchronization.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/hybrid-deployment/set-up-microsoft-365-groups
#   description: Microsoft 365 groups with on-premises Exchange, known issues, checked 2026-08-27
# - ref: https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-group-writeback-enable
#   description: Enable Group writeback in Entra Connect, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB310
#   severity: error
#   scopes: [grant]
#   why_severity: The send is refused even if the permission is granted.
#   message: "{delegate_works} in {acting} and cannot send as the Microsoft 365 group {recipient}, whatever is granted"
#   remediation:
#   - where: exchange_online
#     text: Move the sender's mailbox to the cloud.
#   - where: exchange_on_premises
#     or: true
#     text: Use a shared mailbox or a distribution group instead of the Microsoft 365 group.
#   not_when:
#   - The delegate works in the cloud only.
#   - The delegate is a group without declared members, so that nobody knows where its people work.
#   - The permission is Send on Behalf, of which HYB108 and HYB401 tell.
#   - The group is declared on-premises, which HYB817 reports.
#   supersedes: [HYB108, HYB301, HYB302, HYB303]
#   fold: recipient
#   statements: []
#   tags: [send-as, groups]
package hybridlint.send_as.send_as_m365_group_on_premises

import rego.v1

finding contains {"at": ["delegate"]} if {
	input.entry.permission == "send_as"
	input.recipient.type == "m365_group"
	input.recipient.home == "cloud"
	input.acting.side == "on_premises"
}
