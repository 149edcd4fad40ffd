# METADATA
# title: What a migration batch does to an auto-mapped pair
# description: |-
#   Auto-mapping works for one person with explicit Full Access in the forest of the mailbox. A batch that moves one of the two ends
#   it; for a hidden mailbox that is the end of the access.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# schemas:
# - input: schema.entry
package hybridlint.inference.batch

import data.hybridlint.inference.entry
import data.hybridlint.inference.folder_rights
import rego.v1

# Whether the mailbox opens by itself for the delegate, in classic Outlook.
default automapped := false

automapped if {
	input.entry.permission == "full_access"
	not input.entry.inherited
	not input.entry.auto_mapping == false
	input.delegate.mailbox
	not input.recipient.resource_mailbox
	entry.desktop_outlook
}

# Whether the step parts a mailbox from somebody for whom it opens by itself.
default parts_automapped_pair := false

parts_automapped_pair if {
	automapped
	input.batch.parts
}

# Whether a named individual has rights on a folder, apart from those of an Outlook delegate.
default folder_right := false

folder_right if {
	folder_rights.held_folder_right
	not input.delegate.group
	not input.pair.outlook_delegate
}

# Whether an entry binds an individual and a mailbox so that they should be moved together; of rooms none does.
default binds_together := "no"

binds_together := "yes" if {
	input.delegate.mailbox
	input.recipient.mailbox
	not input.recipient.resource_mailbox
	not input.entry.application
	binding
}

binding if automapped

binding if folder_right

binding if {
	input.entry.permission == "send_as"
	not input.entry.inherited
}

# No Get- cmdlet returns the flag, so it is often not known.
auto_mapping_assumed contains "auto_mapping" if not auto_mapping_declared

auto_mapping_declared if is_boolean(input.entry.auto_mapping)

# Of a group it is people who move or stay, never the group itself.
delegate_is := "group" if {
	input.delegate.group
} else := "individual"
