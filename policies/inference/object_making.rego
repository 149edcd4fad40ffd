# METADATA
# title: How somebody who is unknown in a forest becomes known there
# description: |-
#   What a recipient needs in a forest that has no object of it: a remote mailbox, made by the cmdlet that fits its type, a mail user, an
#   engine that synchronizes it, or nothing that anybody can do.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/user-and-shared-mailboxes/cannot-access-mailbox
#   description: Hybrid users can't access a shared mailbox created in Exchange Online, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/calendars/cannot-display-the-folder-properties-or-could-not-be-updated-error
#   description: Error opening a room calendar that was created in the cloud, checked 2026-08-27
# - ref: https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-group-writeback-enable
#   description: Enable Group writeback in Entra Connect, checked 2026-08-27
package hybridlint.inference.object_making

import rego.v1

# of tells what makes a recipient known in a forest.
of(recipient, object, forest) := "dynamic" if {
	recipient.home == "on_premises"
	object.in_cloud
	recipient.type == "dynamic_distribution_group"
} else := "scope" if {
	recipient.home == "on_premises"
	object.in_cloud
} else := "m365_group" if {
	recipient.home == "cloud"
	recipient.type == "m365_group"
} else := "group" if {
	recipient.home == "cloud"
	recipient.group
} else := "mail_user" if {
	not remote[recipient.type]
} else := "mail_user" if {
	recipient.home == "on_premises"
} else := "other_forest" if {
	not object.exists == false
	object.forest_is_origin == "no"
} else := "too_old" if {
	recipient.type in {"shared_mailbox", "user_mailbox"}
	forest.exchange_version in {"2003", "2007", "2010"}
} else := remote[recipient.type]

# The cloud mailboxes that have remote mailboxes on-premises.
remote := {
	"user_mailbox": "user",
	"shared_mailbox": "shared",
	"room_mailbox": "room",
	"equipment_mailbox": "equipment",
}

# needs_account: an account must be made and linked first. That of a user who is synchronized is there.
needs_account(_, way) if way in {"room", "equipment"}

needs_account(recipient, "user") if recipient.is_dir_synced == false
