# METADATA
# title: A right on a subfolder whose parent cannot be seen
# description: |-
#   To open a subfolder of somebody else's mailbox in classic Outlook, the delegate needs at least the right FolderVisible on every folder above it
#   and on the root of the mailbox.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/outlook-issues/cannot-access-another-mailbox-folder
#   description: Cannot access another user's mailbox folder, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB515
#   severity: warning
#   scopes: [folder_grant]
#   profile: extended
#   why_severity: The folder exists, but it cannot be opened by its path.
#   message: "{delegate} may open {folder} of {recipient}, but not its parent folder"
#   phrases:
#     keeps: {}
#   remediation:
#   - where: recipient_home
#     intro: The delegate has an entry on the parent folder, which the command replaces, so that its rights are named again
#     command: Set-MailboxFolderPermission -Identity {parent_folder} -User {delegate} -AccessRights {parent_rights},FolderVisible
#     when: {keeps: rights}
#   - where: recipient_home
#     intro: The entry on the parent folder gives nothing, and is replaced
#     command: Set-MailboxFolderPermission -Identity {parent_folder} -User {delegate} -AccessRights FolderVisible
#     when: {keeps: nothing}
#   - where: recipient_home
#     intro: And on the root of the mailbox, where there is no entry
#     command: Add-MailboxFolderPermission -Identity {recipient_root} -User {delegate} -AccessRights FolderVisible
#   not_when:
#   - The rights on the parent folder are not declared.
#   - They include FolderVisible, Contributor or anything that reads items.
#   - The same delegate has Full Access to the mailbox.
#   - The folder is a top-level one, such as Calendar or Contacts; those are opened as "Other User's Folder".
#   - The entry is Default or Anonymous.
#   - The right is None alone, which gives nothing.
#   fold: recipient
#   statements: []
#   tags: [folder]
package hybridlint.folders.parent_folder_not_visible

import data.hybridlint.inference.folder_rights
import rego.v1

finding contains {"at": ["parent_access_rights"], "vars": {"keeps": keeps}} if {
	folder_rights.held_folder_right
	input.entry.subfolder
	input.entry.parent_access_rights.declared
	not folder_rights.parent_shown
	not input.pair.full_access
}

# None and an empty list give nothing.
keeps := "nothing" if {
	held := {right | some right, is_held in input.entry.parent_access_rights; is_held}
	held - {"declared", "None"} == set()
} else := "rights"
