# METADATA
# title: What folder rights amount to
# description: |-
#   Which folder rights let somebody read or edit items or see the folder in the tree, and what the calendar rights of a delegate
#   allow. Roles and single rights are those of Add-MailboxFolderPermission.
# related_resources:
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/add-mailboxfolderpermission
#   description: Add-MailboxFolderPermission, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/outlook-issues/cannot-access-another-mailbox-folder
#   description: Cannot access another user's mailbox folder, checked 2026-08-27
# schemas:
# - input: schema.entry
package hybridlint.inference.folder_rights

import rego.v1

# The rights with which items can be read. Contributor only adds items; AvailabilityOnly and LimitedDetails are free/busy.
reading := {
	"Reviewer",
	"NonEditingAuthor",
	"Author",
	"Editor",
	"PublishingAuthor",
	"PublishingEditor",
	"Owner",
	"ReadItems",
}

# The roles with which any item can be changed.
editing := {"Editor", "PublishingEditor", "Owner"}

# The rights that show a folder in the tree, so that a folder below it can be reached.
showing := reading | {"Contributor", "FolderVisible"}

# Whether the entry is a folder grant of a named delegate; Default and Anonymous are no delegates.
named_folder_grant if {
	input.entry.kind == "folder_grant"
	input.entry.named_delegate
}

# Whether it gives a right. None alone is an entry, but no right.
held_folder_right if {
	named_folder_grant
	not none_alone
}

# The same on a calendar, whatever its name.
held_calendar_right if {
	held_folder_right
	input.entry.calendar
}

none_alone if {
	input.entry.access_rights.None
	input.entry.access_rights_count == 1
}

# Whether the rights of a folder grant read items.
reads_items if any_of(input.entry.access_rights, reading)

# Whether the declared rights on the parent folder show it.
parent_shown if any_of(input.entry.parent_access_rights, showing)

# Whether an Outlook delegate has a right on the manager's calendar; None is none.
delegate_has_calendar_right if input.outlook_delegate.calendar_right != "None"

delegate_reads_calendar if input.outlook_delegate.calendar_right in reading

delegate_edits_calendar if input.outlook_delegate.calendar_right in editing

any_of(rights, wanted) if {
	some right in wanted
	rights[right]
}
