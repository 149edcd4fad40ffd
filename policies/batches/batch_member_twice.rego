# METADATA
# title: A mailbox is in two open batches, or twice in one
# description: |-
#   Exchange takes a mailbox into one batch at a time, so the later batch fails for it. It moves with the first open batch, in
#   the sequence of steps, that can move it. Twice in one list is only a slip. Names are compared as what they stand for.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/hybrid-deployment/move-mailboxes
#   description: Move mailboxes between on-premises and Exchange Online, checked 2026-08-27
# schemas:
# - input: schema.batch_member
# custom:
#   id: HYB714
#   severity: error
#   scopes: [batch_member]
#   why_severity: Exchange takes a mailbox into one batch at a time; the later one fails for it.
#   message: "{trouble}"
#   phrases:
#     trouble:
#       two_batches: "{member} is in {batch} and already in {first}: it moves with {moves_with}"
#       two_batches_no_move: "{member} is in {batch} and already in {first}, and none of them can move it"
#       one_batch: "{member} is listed twice in {batch}"
#   remediation:
#   - where: exchange_online
#     text: Take {member} out of one of them.
#   not_when:
#   - The other batch is over; this one tries again, or leads back.
#   - The member is no mailbox, which HYB713 reports at every place.
#   - A group and one of its members are listed.
#   supersedes: [HYB713]
#   fold: rule
#   statements: []
#   tags: [migration]
package hybridlint.batches.batch_member_twice

import rego.v1

finding contains {"at": ["members"], "vars": {"trouble": two_batches}} if {
	input.open
	input.mailbox
	input.in_earlier_batch
}

# Twice in one list is a slip.
finding contains {"at": ["members"], "vars": {"trouble": "one_batch"}, "severity": "warning"} if {
	input.open
	input.mailbox
	input.listed_before
	not input.in_earlier_batch
}

two_batches := "two_batches" if {
	input.moves
} else := "two_batches_no_move"
