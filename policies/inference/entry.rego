# METADATA
# title: What follows from the facts of an entry
# description: |-
#   Where a permission is present, how the mailbox is opened, what stands for recipient and delegate. Every rule of an entry reads
#   these answers: "yes", "no" and "unknown", with the facts that had to be assumed.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# schemas:
# - input: schema.entry
package hybridlint.inference.entry

import data.hybridlint.inference.matrix
import data.hybridlint.inference.object_making
import data.hybridlint.inference.objects
import data.hybridlint.inference.writeback
import rego.v1

# Whether the recipient is known in the acting forest.
recipient_exists := objects.exists(input.recipient, input.recipient_object, input.organization.directory_sync)

# The fact to declare where that rests on a default.
recipient_existence_assumed := objects.existence_assumed(
	input.recipient,
	input.recipient_object,
	input.organization.directory_sync,
)

# Whether the delegate is known in the recipient's home (in a step of batches: in the cloud).
delegate_exists := objects.exists(input.delegate, input.delegate_object, input.organization.directory_sync)

# The fact to declare where that rests on a default.
delegate_existence_assumed := objects.existence_assumed(
	input.delegate,
	input.delegate_object,
	input.organization.directory_sync,
)

# What makes a recipient known in the acting forest that does not know it, and whether it needs an account there first.
recipient_becomes_known := object_making.of(
	input.recipient,
	input.recipient_object,
	input.acting_forest,
)

recipient_needs_account if object_making.needs_account(input.recipient, recipient_becomes_known)

# The same of the delegate in the recipient's home.
delegate_becomes_known := object_making.of(
	input.delegate,
	input.delegate_object,
	input.home_forest,
)

delegate_needs_account if object_making.needs_account(input.delegate, delegate_becomes_known)

# Whether the recipient's object in the acting forest can hold permissions.
recipient_aclable := objects.aclable(input.recipient, input.recipient_object, input.acting_forest)

# Whether the delegate's object in the recipient's home can hold permissions.
delegate_aclable := objects.aclable(input.delegate, input.delegate_object, input.home_forest)

# How the mailbox is opened, declared or not.
access_method := input.entry.access_method if {
	# regal ignore:redundant-existence-check
	input.entry.access_method
} else := "automap" if {
	not input.delegate.group
	input.acting.direction == "same"
	not input.entry.auto_mapping == false
} else := "additional_mailbox"

# The fact to declare where the access method is only the default.
access_method_assumed contains "access_method" if not input.entry.access_method

# Whether the mailbox is hidden from address lists; arbitration and discovery mailboxes are by default.
default recipient_hidden := false

recipient_hidden if input.recipient.hidden_from_address_lists_enabled == true

recipient_hidden if {
	input.recipient.system_mailbox
	not input.recipient.hidden_from_address_lists_enabled == false
}

# Whether somebody uses Outlook for the desktop, as far as is declared: classic Outlook for Windows, or Outlook for Mac. The new Outlook
# has no MAPI profile.
default desktop_outlook := false

desktop_outlook if not input.entry.clients.declared

desktop_outlook if input.entry.clients.outlook_windows

desktop_outlook if input.entry.clients.outlook_mac

# Whether the new Outlook is to be used for a mailbox that it does not support. Then it is what HYB215 reports, and no client for any other
# rule.
default new_outlook_unsupported := false

new_outlook_unsupported if {
	input.entry.clients.new_outlook_windows
	input.delegate.on_premises_mailbox
	not input.entry.application_account
}

# The fact to declare where nothing says which clients are used.
clients_assumed contains "clients" if not input.entry.clients.declared

# The declared web clients. The new Outlook is one: Microsoft names it beside Outlook on the web, and it has no MAPI profile.
web_clients contains "owa" if input.entry.clients.owa

web_clients contains "new_outlook_windows" if {
	input.entry.clients.new_outlook_windows
	not new_outlook_unsupported
}

# The recipient itself was moved to the cloud, so that entries made before travelled with it.
default recipient_migrated := false

recipient_migrated if {
	input.recipient.home == "cloud"
	input.recipient.provisioned_by == "migration"
}

# Entries made before the move are in the cloud and in the forest that the recipient came from; an unknown origin counts as it.
travels_to_acting_forest if {
	recipient_migrated
	input.acting.side == "cloud"
}

travels_to_acting_forest if {
	recipient_migrated
	input.acting.side == "on_premises"
	input.recipient_object.forest_is_origin in {"yes", "unknown"}
}

travels_to_batch_target if {
	recipient_migrated
	input.batch.target == "cloud"
}

travels_to_batch_target if {
	recipient_migrated
	input.batch.target_is_recipient_origin in {"yes", "unknown"}
}

travelled_to_acting_forest if {
	input.entry.established_before_move == true
	travels_to_acting_forest
}

# Nobody declared whether an entry that exists was made before the move; declaring it could show that the entry travelled.
established_assumed contains "established_before_move" if {
	input.entry.state == "existing"
	not established_declared
	travels_to_acting_forest
}

# The same for rules that ask only when the entry was made, wherever the delegate works.
made_before_move_assumed contains "established_before_move" if {
	input.entry.state == "existing"
	not established_declared
	recipient_migrated
}

established_declared if is_boolean(input.entry.established_before_move)

# Send As is never synchronized: it is where it was made, and where it travelled to. Where nobody works, as behind a group
# without declared members, there is nothing to know.
send_as_in_acting_forest := {"answer": "unknown", "assumed": set()} if {
	not input.acting.side
} else := {"answer": "yes", "assumed": set()} if {
	input.entry.present_in.acting_forest
} else := {"answer": "yes", "assumed": set()} if {
	travelled_to_acting_forest
} else := {"answer": "unknown", "assumed": set()} if {
	input.entry.unknown_in.acting_forest
} else := {"answer": "no", "assumed": established_assumed}

# The same of the recipient's home; a migrated recipient's home is the cloud, where its entries travelled to.
send_as_at_home := "yes" if {
	input.entry.present_in.home
} else := "yes" if {
	input.entry.established_before_move == true
	recipient_migrated
} else := "unknown" if {
	input.entry.unknown_in.home
} else := "no"

# The same of the forest to which people of the delegate move, after a step of batches: an explicit entry that travels with the
# recipient is at both ends of that move.
send_as_in_batch_target := "yes" if {
	input.entry.present_in.batch_target
} else := "yes" if {
	input.entry.established_before_move == true
	travels_to_batch_target
} else := "yes" if {
	input.batch.entry_travels_to_target
	not input.entry.inherited
	send_as_at_home == "yes"
} else := "unknown" if {
	input.entry.unknown_in.batch_target
} else := "no"

# Whether the same delegate's Send As on the same recipient is present in the acting forest.
pair_send_as_in_acting_forest := present(input.pair.send_as)

# The same, counting what the delegate holds through declared groups.
held_send_as_in_acting_forest := present(input.pair.holds_send_as)

present(send_as) := "yes" if {
	send_as.listed_in_acting_forest
} else := "yes" if {
	send_as.established_before_move
	travels_to_acting_forest
} else := "unknown" if {
	send_as.unknown_in_acting_forest
} else := "no"

# Whether a Send on Behalf entry is present in the acting forest, the cause where it is not, and what was assumed.
send_on_behalf_in_acting_forest := {"answer": "unknown", "cause": "no_acting_forest", "assumed": set()} if {
	not input.acting.side
} else := {"answer": "yes", "cause": "present", "assumed": set()} if {
	input.entry.present_in.acting_forest
} else := {"answer": "yes", "cause": "present", "assumed": set()} if {
	travelled_to_acting_forest
} else := {"answer": "unknown", "cause": "not_exported", "assumed": set()} if {
	input.entry.unknown_in.acting_forest
} else := {"answer": "no", "cause": "managed_in_cloud", "assumed": established_assumed} if {
	# Nothing carries publicDelegates of an owner whose Exchange attributes are managed in the cloud.
	input.recipient.home == "cloud"
	input.recipient.exchange_attributes_managed_in == "cloud"
} else := carried_to_cloud if {
	input.acting.side == "cloud"
} else := carried_to_on_premises if {
	input.acting.side == "on_premises"
	input.recipient.home == "cloud"
} else := {"answer": "no", "cause": "not_present", "assumed": established_assumed}

# From on-premises to the cloud: automatic for a synchronized owner, unless nothing carries publicDelegates.
carried_to_cloud := {"answer": "yes", "cause": "synchronized", "assumed": set()} if {
	input.entry.present_in.on_premises
	reaches_cloud == "yes"
} else := {"answer": "unknown", "cause": "not_exported", "assumed": set()} if {
	input.entry.present_in.on_premises
	reaches_cloud == "unknown"
} else := {"answer": "unknown", "cause": "not_exported", "assumed": set()} if {
	input.entry.unknown_in.on_premises
	reaches_cloud in {"yes", "unknown"}
} else := {"answer": "no", "cause": "not_synchronized", "assumed": established_assumed}

reaches_cloud := "no" if {
	not writeback.public_delegates_reach_cloud(input.organization.directory_sync)
} else := objects.synchronized(input.recipient)

# From the cloud to on-premises: write-back only, and of user objects only.
carried_to_on_premises := {"answer": "no", "cause": "not_in_cloud", "assumed": established_assumed} if {
	not input.entry.present_in.cloud
	not input.entry.unknown_in.cloud
} else := {"answer": "no", "cause": "owner_is_no_mailbox", "assumed": established_assumed} if {
	# Write-back covers user objects only.
	not input.recipient.mailbox
} else := {"answer": "yes", "cause": "written_back", "assumed": set()} if {
	send_on_behalf_write_back.answer == "yes"
	input.entry.present_in.cloud
} else := {"answer": "unknown", "cause": "not_exported", "assumed": set()} if {
	send_on_behalf_write_back.answer in {"yes", "unknown"}
} else := {
	"answer": "no",
	"cause": send_on_behalf_write_back.cause,
	"assumed": (send_on_behalf_write_back.assumed | established_assumed),
}

send_on_behalf_write_back := writeback.send_on_behalf(input.organization)

x500_write_back := writeback.x500(input.organization)

# The cmdlet that sets Send on Behalf where the recipient is at home.
send_on_behalf_cmdlet := send_on_behalf_cmdlets[input.recipient.type] if {
	send_on_behalf_cmdlets[input.recipient.type]
} else := "Set-Mailbox"

# The same on what stands for the recipient in another forest. The article of Microsoft on dedicated tenants, and Exchange 2010 and
# 2013, know Set-RemoteMailbox too.
send_on_behalf_cmdlet_elsewhere := "Set-MailUser" if {
	input.recipient.mailbox
} else := send_on_behalf_cmdlet

# The types that are no mailboxes.
send_on_behalf_cmdlets := {
	"distribution_group": "Set-DistributionGroup",
	"mail_enabled_security_group": "Set-DistributionGroup",
	"dynamic_distribution_group": "Set-DynamicDistributionGroup",
	"m365_group": "Set-UnifiedGroup",
	"mail_user": "Set-MailUser",
	"mail_contact": "Set-MailContact",
	"mail_public_folder": "Set-MailPublicFolder",
}

# The Outlook dialog gives Send on Behalf by default; an undeclared one is assumed.
derivation_assumed contains "send_on_behalf" if input.entry.derived_by_default

# The cell of the permission matrix for the recipient. Before Exchange 2016, Add-MailboxPermission does not take mail users.
recipient_cell := "-" if {
	input.recipient.type == "mail_user"
	input.recipient.home == "on_premises"
	input.entry.permission == "full_access"
	input.home_forest.exchange_version in {"2003", "2007", "2010", "2013"}
} else := matrix.recipient_cell(input.recipient.type, input.entry.permission, input.recipient.home)
