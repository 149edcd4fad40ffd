# METADATA
# title: A batch holds only part of the mailboxes that belong to one person
# description: |-
#   Somebody who receives permissions from several mailboxes should be moved together with all of them: auto-mapping works
#   only when all related mailboxes are on one side, and Send As and folder rights are not supported across premises.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/permissions
#   description: Permissions in Exchange hybrid deployments, checked 2026-08-27
# schemas:
# - input: schema.batch_person
# custom:
#   id: HYB706
#   severity: warning
#   scopes: [batch_person]
#   why_severity: Auto-mapping stops and folder rights are not supported after the move; what Send As loses is an error of its own (HYB703).
#   message: "{batch} moves only part of what belongs to {person}; missing: {missing}{stands_for}, {until}"
#   remediation:
#   - where: exchange_online
#     text: "{together}. Their own permissions may lead to further mailboxes."
#   not_when:
#   - The whole set moves in the step, or nothing of it.
#   - Only one such mailbox is together with the person before the step; HYB701, HYB702 and HYB704 suffice.
#   - There is nothing but Send on Behalf or Full Access that is not auto-mapped.
#   - There is nothing but folder entries of None alone, which give nothing.
#   - The rows of an Outlook delegate, whose separation HYB705 reports.
#   - Rooms and equipment, which HYB712 looks at.
#   - The delegate is a group.
#   - The delegate is an application.
#   applications: silent
#   supersedes: [HYB701, HYB702]
#   supersedes_on: grants_of_person
#   fold: recipient
#   statements: [S2-15]
#   tags: [migration, full-access, send-as, folder-permissions]
package hybridlint.batches.batch_permission_set_incomplete

import rego.v1

finding contains {"at": ["members"]} if {
	input.granting_mailboxes >= 2
	input.parts
	not input.application
}
