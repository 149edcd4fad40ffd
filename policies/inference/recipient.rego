# METADATA
# title: What follows from the facts of a recipient
# description: |-
#   Whether the recipient's object in the viewed forest exists and can hold permissions, and what write-back does for it. The rules
#   of a recipient read these answers: "yes", "no" and "unknown", with the facts that had to be assumed.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/hybrid-deployment/set-up-delegated-mailbox-permissions
#   description: Configure Exchange to support delegated mailbox permissions in a hybrid deployment, checked 2026-08-27
# schemas:
# - input: schema.recipient
package hybridlint.inference.recipient

import data.hybridlint.inference.objects
import data.hybridlint.inference.writeback
import rego.v1

# Whether the recipient is known in the viewed forest.
object_exists := objects.exists(input.recipient, input.object, input.organization.directory_sync)

# Whether its object there can hold permissions.
object_aclable := objects.aclable(input.recipient, input.object, input.forest)

# Why it cannot, as far as the facts say.
not_aclable_because := "moved_before" if {
	input.object.moved_before_aclable_enabled
} else := "version" if {
	objects.older_than_aclable_setting(input.forest)
} else := "setting_off" if {
	input.forest.aclable_synced_object_enabled == false
} else := "display_type" if {
	is_number(input.object.recipient_display_type)
} else := "setting_undeclared"

# Whether the legacyExchangeDN of a cloud mailbox reaches on-premises Active Directory.
x500_write_back := writeback.x500(input.organization)
