# METADATA
# title: A delegate who was split from the manager may have lost private items
# description: |-
#   When a manager and a delegate are not moved together, the delegate may no longer see private items; the other rights stay. It comes
#   back when the manager sets the delegate up again in full, folder rights and the box for private items.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/delegates-not-listed-correctly-in-outlook-after-migration
#   description: Delegates are not listed correctly in Outlook after a migration, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB602
#   severity: warning
#   scopes: [outlook_delegate]
#   why_severity: Private items may be invisible; the other rights stay.
#   message: "{delegate} may no longer see private items of {manager}"
#   remediation:
#   - where: outlook
#     text: The manager removes the delegate and adds it again in full, with the folder rights and "Delegate can see my private items".
#   not_when:
#   - Manager and delegate are in one forest and were not moved separately.
#   - The delegate was set up again in full after the move.
#   - The delegate is not to see private items.
#   supersedes: [HYB610]
#   fold: recipient
#   statements: [S2-59]
#   tags: [delegate, private-items]
package hybridlint.delegates.delegate_private_items_lost

import rego.v1

finding contains {"at": ["private_items"]} if {
	input.outlook_delegate.private_items
	not input.outlook_delegate.reconfigured_after_move
	split_by_a_move
}

split_by_a_move if input.acting.cross_forest

split_by_a_move if input.outlook_delegate.moved_separately == true
