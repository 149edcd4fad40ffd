# METADATA
# title: A member that the batch cannot move
# description: |-
#   A batch moves mailboxes that are at its source: in the forest that they leave, or in the cloud for the way back. A group,
#   contact or mail user has nothing to move, and a mailbox that is elsewhere, or at the target already, fails. What the plan
#   says about it never happens.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/hybrid-deployment/move-mailboxes
#   description: Move mailboxes between on-premises and Exchange Online, checked 2026-08-27
# schemas:
# - input: schema.batch_member
# custom:
#   id: HYB713
#   severity: error
#   scopes: [batch_member]
#   why_severity: The batch fails for it, and what the plan says about it never happens.
#   message: "{batch} cannot move {member}: {why}"
#   phrases:
#     why:
#       no_mailbox: it is {a_recipient_type}
#       at_target: it is in {home} already
#       elsewhere: it is in {home}, not in {source}
#   remediation:
#   - where: exchange_online
#     text: Take {member} out of {batch}; or correct its home, or the direction or source_forest of the batch.
#   not_when:
#   - It is in an earlier open batch too, or twice in this one, which HYB714 reports.
#   - The batch is completing, and the member is at the target already; others are not through yet.
#   - The batch is over.
#   fold: rule
#   statements: []
#   tags: [migration]
package hybridlint.batches.batch_member_cannot_move

import rego.v1

finding contains {"at": ["members"], "vars": {"why": "no_mailbox"}} if {
	input.open
	not input.mailbox
}

finding contains {"at": ["members"], "vars": {"why": "at_target"}} if {
	input.open
	input.mailbox
	input.place == "target"
	not input.completing
}

finding contains {"at": ["members"], "vars": {"why": "elsewhere"}} if {
	input.open
	input.mailbox
	input.place == "elsewhere"
}
