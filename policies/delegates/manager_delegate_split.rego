# METADATA
# title: Manager and delegate are in different forests
# description: |-
#   Basic delegate work between forests is described for classic Outlook for Windows. Work flows differ from those inside one forest and problems
#   may be met, so Microsoft asks to move managers and their delegates together.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB601
#   severity: warning
#   scopes: [outlook_delegate]
#   why_severity: Basic work is possible in classic Outlook for Windows, but work flows differ.
#   message: "{manager} and the delegate {delegate} are split between {home} and {acting}: expect differences in daily work"
#   remediation:
#   - where: exchange_online
#     text: Move {delegate_people} to the cloud as well. Back on-premises, a person loses the new Outlook (HYB215).
#     when: {acting.direction: on_premises_to_cloud}
#   - where: exchange_online
#     text: Move {manager} to the cloud as well. Back on-premises, a person loses the new Outlook (HYB215).
#     when: {acting.direction: cloud_to_on_premises}
#   - where: exchange_on_premises
#     text: Move one of the two mailboxes to the forest of the other, or both to the cloud.
#     when: {acting.direction: on_premises_to_on_premises}
#   - where: outlook
#     or: true
#     text: Let the delegate work in classic Outlook for Windows; other clients can do less (HYB606, HYB607, HYB609).
#   not_when:
#   - Manager and delegate are in one forest.
#   - The delegate has no mailbox, or is a security group that is not mail-enabled; there is nothing to move (HYB611, HYB802).
#   existing: note
#   fold: rule
#   statements: [S0-07, S2-57, S2-58]
#   tags: [delegate]
package hybridlint.delegates.manager_delegate_split

import rego.v1

finding contains {"at": ["delegate"]} if {
	input.entry.kind == "outlook_delegate"
	input.acting.cross_forest
	has_something_to_move
}

has_something_to_move if input.delegate.mailbox

has_something_to_move if {
	input.delegate.group
	not input.delegate.type == "security_group"
}
