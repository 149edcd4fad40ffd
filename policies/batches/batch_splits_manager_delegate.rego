# METADATA
# title: A batch separates a manager and a delegate
# description: |-
#   Managers and delegates work in different ways where they are in different forests, and may meet problems, so Microsoft
#   recommends to move them together. Delegates of somebody who was moved apart may have to be removed and added again.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB705
#   severity: warning
#   scopes: [batch_entry]
#   why_severity: HYB601 and what follows from it will apply after the move.
#   message: "{batch} separates {manager} and the delegate {delegate}, {until}"
#   remediation:
#   - where: exchange_online
#     text: "{together}, as far as possible."
#   - where: outlook
#     or: true
#     text: After the move, the manager removes the delegate and adds it again (HYB602, HYB604).
#   not_when:
#   - Both move in one step, or the step brings them together.
#   - Manager and delegate are in two forests already.
#   - The delegate has no mailbox, or is a security group that is not mail-enabled; there is nothing to move (HYB611).
#   fold: recipient
#   statements: [S2-58]
#   tags: [migration, outlook-delegates]
package hybridlint.batches.batch_splits_manager_delegate

import rego.v1

finding contains {"at": ["members"]} if {
	input.entry.kind == "outlook_delegate"
	has_something_to_move
	input.batch.parts
}

has_something_to_move if input.delegate.mailbox

has_something_to_move if {
	input.delegate.group
	not input.delegate.type == "security_group"
}
