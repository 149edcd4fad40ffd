# METADATA
# title: A batch is completed, but a member still lives at its source
# description: |-
#   Either the move of that mailbox failed, or its declared home is out of date. Everything else that is said about the
#   mailbox rests on that home.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/hybrid-deployment/move-mailboxes
#   description: Move mailboxes between on-premises and Exchange Online, checked 2026-08-27
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/get-migrationuser
#   description: Get-MigrationUser, checked 2026-08-27
# schemas:
# - input: schema.batch_member
# custom:
#   id: HYB715
#   severity: warning
#   scopes: [batch_member]
#   why_severity: Either the move failed or the declaration is old; every other finding about the mailbox rests on its home.
#   message: "{batch} is {status}, but {member} is still in {source}: its move failed, or home is out of date"
#   remediation:
#   - where: exchange_online
#     intro: Correct home, or look at the mailbox and put it into a new batch
#     command: Get-MigrationUser -Identity {member}
#   not_when:
#   - The mailbox is in an open batch of the same direction, which tries again.
#   - It is in a completed batch of the other direction; it came back.
#   - The batch was stopped, removed or has failed.
#   fold: rule
#   statements: []
#   tags: [migration]
package hybridlint.batches.batch_completed_but_not_moved

import rego.v1

finding contains {"at": ["members"]} if {
	input.completed
	input.mailbox
	input.place == "source"
	not input.tried_again
	not input.came_back
}
