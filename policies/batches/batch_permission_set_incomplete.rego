# METADATA
# title: A batch holds only part of the mailboxes that belong to one person
# description: |-
#   Somebody who receives permissions from several mailboxes should be moved together with all of them: auto-mapping works only when
#   all related mailboxes are on one side, and Send As and folder rights are not supported across premises.
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
#   message: "{batch} moves only part of the mailboxes that {person} works in; missing: {missing}{includes}"
#   remediation:
#   - where: exchange_online
#     text: "Put into the batch too: {missing}. Their own permissions may lead to further mailboxes."
#   not_when:
#   - The whole set is in the batch, or nothing of it.
#   - The person receives permissions from one mailbox only; HYB701, HYB702 and HYB704 suffice.
#   - There is nothing but Send on Behalf or Full Access that is not auto-mapped.
#   - The rows of an Outlook delegate, whose separation HYB705 reports.
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
	input.touched
	input.splits
	not input.application
}
