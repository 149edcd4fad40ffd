# METADATA
# title: A batch separates a mailbox from somebody for whom it opens by itself
# description: |-
#   Classic Outlook opens a mailbox with auto-mapping by itself only while mailbox and delegate are on one side. Related mailboxes
#   need to be moved at the same time; after a move of one of them the access works and the automatic opening does not.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/permissions
#   description: Permissions in Exchange hybrid deployments, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB701
#   severity: warning
#   scopes: [batch_entry]
#   why_severity: The access survives the move, auto-mapping stops.
#   message: "{batch} moves {moving} without {staying}: {recipient} will no longer open by itself for {delegate}, {until}"
#   remediation:
#   - where: exchange_online
#     text: "{together}."
#   not_when:
#   - The delegate is a group or has no mailbox.
#   - Auto-mapping is declared off.
#   - The entry is inherited; such entries are never auto-mapped.
#   - The declared clients are neither classic Outlook nor Outlook for Mac.
#   - Both move in one step, or the step brings them together.
#   - The mailbox is a room or equipment, which HYB712 looks at.
#   - The mailbox is hidden, which HYB710 reports.
#   - The step splits a larger set of permissions of the same person, which HYB706 reports.
#   - The delegate is an application.
#   applications: silent
#   fold: recipient
#   statements: [S2-14]
#   tags: [migration, full-access, auto-mapping]
package hybridlint.batches.batch_splits_automapped_pair

import data.hybridlint.inference.batch
import rego.v1

finding contains {"at": ["members"], "assumed": batch.auto_mapping_assumed} if batch.parts_automapped_pair
