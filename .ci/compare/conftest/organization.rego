# What ten rules of hybridlint need to know, in the form in which conftest and opa see the files. It knows what a generated
# organization holds and nothing else: names are written as in the labels, and nobody works where a group's members work.
package organization

import rego.v1

# The files: one, or those of conftest --combine.
files := [input] if is_object(input)

files := [file.contents | some file in input] if is_array(input)

mailbox_types := ["user_mailbox", "shared_mailbox", "room_mailbox", "equipment_mailbox"]

mailboxes := {name: {"type": type, "block": block} |
	some file in files
	some type in mailbox_types
	some name, [block] in file[type]
}

groups := {name |
	some file in files
	some type in ["mail_enabled_security_group", "distribution_group"]
	some name, _ in file[type]
}

outlook_delegates := {[delegate.manager, delegate.delegate] |
	some file in files
	some delegate in file.outlook_delegate
}

# The sides on which somebody may send as somebody.
send_as := {[grant.recipient, delegate, side] |
	some file in files
	some grant in file.grant.send_as
	some delegate in delegates(grant)
	some side in present_in(grant)
}

delegates(grant) := grant.delegates if {
	grant.delegates
} else := [grant.delegate]

present_in(grant) := grant.present_in if {
	grant.present_in
} else := [mailboxes[grant.recipient].block.home]

# Mailbox and delegate are on different sides, and known on both.
crosses(mailbox, person) if {
	mailbox.block.home != person.block.home
	not created_in_cloud(mailbox)
	not created_in_cloud(person)
}

created_in_cloud(mailbox) if mailbox.block.provisioned_by == "cloud_direct"

application(mailbox) if mailbox.block.used_by == "application"

hidden(mailbox) if mailbox.block.hidden_from_address_lists_enabled == true

resource(mailbox) if mailbox.type in {"room_mailbox", "equipment_mailbox"}

planned(grant) if not grant.state == "existing"

declared(name) if mailboxes[name]

declared(name) if name in groups
