# METADATA
# title: A batch separates a mailbox from somebody with rights on its folders
# description: |-
#   Folder permissions are among the permissions that are not supported between Exchange Online and on-premises, so mailboxes that
#   are tied by them should be moved together.
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
#   message: "{batch} separates {recipient} from {delegate}, who has rights on its folder {folder}"
#   remediation:
#   - where: exchange_online
#     text: Put {staying} into the batch too, or leave {moving} out until both can move.
#   not_when:
#   - The batch moves both.
#   - The delegate is a group.
#   - The entry is Default or Anonymous; those are no delegates.
#   - The delegate is an Outlook delegate of the mailbox, whose separation HYB705 reports.
#   - The batch splits a larger set of permissions of the same person, which HYB706 reports.
#   - The delegate is an application.
#   applications: silent
#   fold: recipient
#   statements: []
#   tags: [migration, folder-permissions]
package hybridlint.batches.batch_splits_folder_permission_pair

import rego.v1

finding contains {"at": ["members"]} if {
	input.entry.permission == "folder"
	input.entry.named_delegate
	not input.delegate.group
	not input.pair.outlook_delegate
	input.batch.splits
}
