# METADATA
# title: A batch separates a mailbox from somebody with rights on its folders
# description: |-
#   Folder permissions are among the permissions that are not supported between Exchange Online and on-premises, so mailboxes
#   that are tied by them should be moved together.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/permissions
#   description: Permissions in Exchange hybrid deployments, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB702
#   severity: warning
#   scopes: [batch_entry]
#   why_severity: Folder rights across premises are not supported.
#   message: "{batch} separates {delegate} from {recipient}, on whose folder {folder} it has rights, {until}"
#   remediation:
#   - where: exchange_online
#     text: "{together}."
#   not_when:
#   - Both move in one step, or the step brings them together.
#   - The delegate is a group.
#   - The entry is Default or Anonymous; those are no delegates.
#   - The right is None alone, which gives nothing.
#   - The delegate is an Outlook delegate of the mailbox, whose separation HYB705 reports.
#   - The step splits a larger set of permissions of the same person, which HYB706 reports.
#   - The delegate is an application.
#   applications: silent
#   fold: recipient
#   statements: []
#   tags: [migration, folder-permissions]
package hybridlint.batches.batch_splits_folder_permission_pair

import data.hybridlint.inference.batch
import rego.v1

finding contains {"at": ["members"]} if {
	batch.folder_right
	input.batch.parts
}
