# METADATA
# title: What stands for a recipient in another forest
# description: |-
#   Whether the object exists and whether it can hold permissions, from what is declared and from what Microsoft documents.
#   The answers are "yes", "no" and "unknown". What had to be assumed is named beside the answer.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/hybrid-deployment/set-up-delegated-mailbox-permissions
#   description: Configure Exchange to support delegated mailbox permissions in a hybrid deployment, checked 2026-08-27
# - ref: https://learn.microsoft.com/office/client-developer/outlook/mapi/pidtagdisplaytypeex-canonical-property
#   description: PidTagDisplayTypeEx canonical property, checked 2026-08-27
package hybridlint.inference.objects

import rego.v1

# A flag of msExchRecipientDisplayType: DTE_FLAG_ACL_CAPABLE.
acl_capable := 1073741824

created_on_premises := {"migration", "new_remote_mailbox", "enable_remote_mailbox"}

# exists answers whether the recipient is known in the forest of the object; sync is what is known of the engines.
exists(recipient, object, sync) := "yes" if {
	object.at_home
} else := "yes" if {
	object.exists == true
} else := "no" if {
	object.exists == false
} else := synchronized(recipient) if {
	object.in_cloud
} else := "unknown" if {
	# Two different on-premises forests.
	recipient.home != "cloud"
} else := written_back(sync) if {
	recipient.type == "m365_group"
} else := "no" if {
	# Distribution and security groups are not written back as objects.
	recipient.group
} else := "no" if {
	object.forest_is_origin == "no"
} else := "unknown" if {
	# With several forests and no declared origin nobody knows where the object would be.
	object.forest_is_origin == "unknown"
} else := "no" if {
	recipient.provisioned_by == "cloud_direct"
} else := "yes" if {
	recipient.provisioned_by in created_on_premises
} else := "unknown"

# written_back answers whether a Microsoft 365 group has an object on-premises: only Group writeback (V1) makes one, and not of every
# group.
written_back(sync) := "unknown" if {
	sync.entra_connect.group_writeback == true
} else := "no"

# existence_assumed is what to declare where exists rests on a default: that nobody writes Microsoft 365 groups back.
existence_assumed(recipient, object, sync) := {"group_writeback"} if {
	recipient.type == "m365_group"
	recipient.home == "cloud"
	not object.in_cloud
	not declared(object)
	not group_writeback_declared(sync)
	not nothing_synchronizes(sync)
} else := set()

declared(object) if is_boolean(object.exists)

group_writeback_declared(sync) if is_boolean(sync.entra_connect.group_writeback)

# nothing_synchronizes: a directory_sync block says that there is no engine.
nothing_synchronizes(sync) if {
	sync.declared
	not sync.entra_connect.declared
	not sync.cloud_sync.declared
}

# synchronized answers whether directory synchronization gives an on-premises recipient a mail-enabled object in the cloud.
synchronized(recipient) := "no" if {
	recipient.type in {"user_account", "security_group"}
} else := "yes" if {
	recipient.is_dir_synced == true
} else := "no" if {
	recipient.is_dir_synced == false
} else := "no" if {
	recipient.type == "dynamic_distribution_group"
} else := "yes" if {
	recipient.home == "on_premises"
} else := "unknown"

# aclable answers whether the object can hold permissions, and names the facts of the forest that were assumed.
aclable(recipient, object, forest) := sure("unknown") if {
	object.at_home
} else := sure("yes") if {
	has_flag(object.recipient_display_type)
} else := sure("no") if {
	is_number(object.recipient_display_type)
} else := sure("yes") if {
	# Inference: no page says so, and rooms are excluded by another rule.
	object.in_cloud
} else := sure("no") if {
	recipient.resource_mailbox
} else := sure("unknown") if {
	recipient.group
} else := sure("unknown") if {
	not object.forest_is_origin == "yes"
} else := stamped_by_move(object, forest) if {
	recipient.provisioned_by == "migration"
} else := sure("yes") if {
	recipient.provisioned_by in {"new_remote_mailbox", "enable_remote_mailbox"}
	object.created_with_aclable_switch == true
} else := sure("no") if {
	recipient.provisioned_by in {"new_remote_mailbox", "enable_remote_mailbox"}
} else := sure("unknown")

# stamped_by_move answers for a mailbox that was moved out of the forest.
stamped_by_move(object, forest) := sure("no") if {
	older_than_aclable_setting(forest)
} else := sure("no") if {
	forest.aclable_synced_object_enabled == false
} else := sure("no") if {
	object.moved_before_aclable_enabled
} else := sure("yes") if {
	forest.aclable_synced_object_enabled == true
} else := {"answer": "no", "assumed": {"aclable_synced_object_enabled"}}

# Exchange 2010 and older never had the setting, 2013 got it with CU10.
older_than_aclable_setting(forest) if forest.exchange_version in {"2003", "2007", "2010"}

older_than_aclable_setting(forest) if {
	forest.exchange_version == "2013"
	forest.cumulative_update < 10
}

# has_aclable_setting is true of a forest that is known to have the organization setting.
has_aclable_setting(forest) if forest.exchange_version in {"2016", "2019", "SE"}

has_aclable_setting(forest) if {
	forest.exchange_version == "2013"
	forest.cumulative_update >= 10
}

has_flag(display_type) if bits.and(display_type, acl_capable) != 0

sure(answer) := {"answer": answer, "assumed": set()}
