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

import rego.v1

# Whether the batch separates a mailbox from somebody for whom it opens by itself.
default separates_automapped_pair := false

separates_automapped_pair if {
	input.entry.permission == "full_access"
	not input.entry.inherited
	not input.entry.auto_mapping == false
	input.delegate.mailbox
	input.batch.splits
}

# No Get- cmdlet returns the flag, so it is often not known.
auto_mapping_assumed contains "auto_mapping" if not auto_mapping_declared

auto_mapping_declared if is_boolean(input.entry.auto_mapping)

# Of a group it is people who move or stay, never the group itself.
delegate_is := "group" if {
	input.delegate.group
} else := "individual"

# The same of the one who stays, which is the delegate where the recipient moves.
staying_is := delegate_is if {
	input.batch.moves_recipient
} else := "individual"
