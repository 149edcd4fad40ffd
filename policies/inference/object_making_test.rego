package hybridlint.inference.object_making_test

import data.hybridlint.inference.object_making as ways
import rego.v1

in_cloud(type) := {"home": "cloud", "type": type, "group": false}

group_in_cloud(type) := {"home": "cloud", "type": type, "group": true}

on_premises(type) := {"home": "on_premises", "type": type, "group": false}

at_origin := {"in_cloud": false, "forest_is_origin": "yes"}

elsewhere := {"in_cloud": false, "forest_is_origin": "no"}

in_the_cloud := {"in_cloud": true, "forest_is_origin": "no"}

test_remote_mailboxes if {
	every type, way in ways.remote {
		ways.of(in_cloud(type), at_origin, {"exchange_version": "2013"}) == way
		ways.of(in_cloud(type), at_origin, {}) == way
	}
}

test_old_exchange if {
	every type in ["user_mailbox", "shared_mailbox"] {
		ways.of(in_cloud(type), at_origin, {"exchange_version": "2010"}) == "too_old"
	}
	ways.of(in_cloud("room_mailbox"), at_origin, {"exchange_version": "2010"}) == "room"
}

test_another_forest if {
	ways.of(in_cloud("user_mailbox"), elsewhere, {}) == "other_forest"
	missing := object.union(elsewhere, {"exists": false})
	ways.of(in_cloud("user_mailbox"), missing, {}) == "user"
}

test_groups if {
	ways.of(group_in_cloud("m365_group"), at_origin, {}) == "m365_group"
	ways.of(group_in_cloud("distribution_group"), at_origin, {}) == "group"
}

test_mail_users if {
	ways.of(in_cloud("mail_contact"), at_origin, {}) == "mail_user"
	ways.of(in_cloud("discovery_mailbox"), at_origin, {}) == "mail_user"
	ways.of(on_premises("user_mailbox"), elsewhere, {}) == "mail_user"
}

test_synchronization if {
	ways.of(on_premises("user_mailbox"), in_the_cloud, {}) == "scope"
	ways.of(on_premises("dynamic_distribution_group"), in_the_cloud, {}) == "dynamic"
}

test_needs_account if {
	every way in ["room", "equipment"] {
		ways.needs_account({}, way)
	}
	ways.needs_account({"is_dir_synced": false}, "user")
}

test_needs_no_account if {
	not ways.needs_account({}, "user")
	not ways.needs_account({"is_dir_synced": true}, "user")
	not ways.needs_account({"is_dir_synced": false}, "shared")
}
