package hybridlint.topology.no_object_in_other_forest_test

import data.hybridlint.inference.entry as inference
import data.hybridlint.topology.no_object_in_other_forest as rule
import rego.v1

# A shared mailbox created in Exchange Online, and a person on-premises who is synchronized.
entry := {
	"organization": {"directory_sync": {"declared": false}},
	"recipient": {"type": "shared_mailbox", "home": "cloud", "group": false, "provisioned_by": "cloud_direct"},
	"recipient_object": {"at_home": false, "in_cloud": false, "forest_is_origin": "yes"},
	"delegate": {"declared": true, "type": "user_mailbox", "home": "on_premises", "group": false},
	"delegate_object": {"at_home": false, "in_cloud": true, "forest_is_origin": "no"},
	"delegate_at_recipients_home": false,
	"acting": {"side": "on_premises", "cross_forest": true},
	"acting_forest": {"exchange_version": "2019"},
	"home_forest": {},
}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

vars(who, more) := object.union(
	{
		"unknown": who,
		"place": who,
		"other": who,
		"unless": "certain",
		"makes": "other",
		"recipient_way": "known",
		"delegate_way": "known",
		"recipient_account": "exists",
		"delegate_account": "exists",
	},
	more,
)

fires(who, more) := {{"at": ["delegate"], "assumed": set(), "vars": vars(who, more)}}

test_recipient_unknown if {
	wanted := fires("recipient", {"recipient_way": "shared", "makes": "remote_mailbox"})
	rule.finding == wanted with input as entry
		with inference.recipient_exists as "no"
		with inference.delegate_exists as "yes"
}

test_delegate_unknown if {
	rule.finding == fires("delegate", {"delegate_way": "scope"}) with input as entry
		with inference.recipient_exists as "yes"
		with inference.delegate_exists as "no"
}

test_both_unknown if {
	wanted := fires("both", {"recipient_way": "shared", "makes": "remote_mailbox", "delegate_way": "scope"})
	rule.finding == wanted with input as entry
		with inference.recipient_exists as "no"
		with inference.delegate_exists as "no"
}

test_group_of_another_home_with_members_in_the_recipients_forest if {
	rule.finding == fires("delegate", {"delegate_way": "scope"}) with input as changed("/acting/cross_forest", false)
		with inference.recipient_exists as "unknown"
		with inference.delegate_exists as "no"
}

m365_group := {"declared": true, "type": "m365_group", "home": "cloud", "group": true}

test_m365_group_that_may_be_written_back if {
	vars_of_group := vars("recipient", {"recipient_way": "m365_group", "unless": "group_writeback"})
	wanted := {{"at": ["delegate"], "assumed": {"group_writeback"}, "vars": vars_of_group}}
	rule.finding == wanted with input as changed("/recipient", m365_group) with inference.delegate_exists as "yes"
}

test_nothing_is_assumed_where_the_other_is_certainly_unknown if {
	recipient := json.patch(changed("/recipient", m365_group), [{"op": "add", "path": "/delegate/is_dir_synced", "value": false}])
	{f.assumed | some f in rule.finding} == {set()} with input as recipient
	delegate := json.patch(changed("/delegate", m365_group), [{"op": "replace", "path": "/delegate_object/in_cloud", "value": false}])
	{f.vars.delegate_way | some f in rule.finding} == {"m365_group"} with input as delegate
	{f.assumed | some f in rule.finding} == {set()} with input as delegate
}

test_account if {
	room := {"type": "room_mailbox", "home": "cloud", "group": false, "resource_mailbox": true, "provisioned_by": "cloud_direct"}
	{f.vars.recipient_account | some f in rule.finding} == {"missing"} with input as changed("/recipient", room)
		with inference.delegate_exists as "yes"
	person := {"declared": true, "type": "user_mailbox", "home": "cloud", "group": false, "is_dir_synced": false}
	facts := json.patch(changed("/delegate", person), [
		{"op": "replace", "path": "/delegate_object", "value": {"at_home": false, "in_cloud": false, "forest_is_origin": "yes"}},
		{"op": "replace", "path": "/recipient/home", "value": "on_premises"},
	])
	wanted := {{"delegate", "user", "missing", "remote_mailbox"}}
	found := {{f.vars.unknown, f.vars.delegate_way, f.vars.delegate_account, f.vars.makes} |
		some f in rule.finding with input as facts with inference.recipient_exists as "yes" with inference.delegate_exists as "no"
	}
	found == wanted
}

test_not_when_both_are_known if {
	count(rule.finding) == 0 with input as entry
		with inference.recipient_exists as "yes"
		with inference.delegate_exists as "yes"
}

test_not_when_nobody_knows if {
	count(rule.finding) == 0 with input as entry
		with inference.recipient_exists as "unknown"
		with inference.delegate_exists as "unknown"
}

test_not_for_a_delegate_that_is_not_mail_enabled if {
	every type in ["user_account", "security_group"] {
		count(rule.finding) == 0 with input as changed("/delegate/type", type)
			with inference.recipient_exists as "no"
			with inference.delegate_exists as "no"
	}
}

test_not_in_one_forest if {
	facts := json.patch(entry, [
		{"op": "replace", "path": "/acting/cross_forest", "value": false},
		{"op": "replace", "path": "/delegate_at_recipients_home", "value": true},
	])
	count(rule.finding) == 0 with input as facts
		with inference.recipient_exists as "no"
		with inference.delegate_exists as "no"
}

test_not_for_default_and_anonymous if {
	facts := json.patch(entry, [
		{"op": "replace", "path": "/delegate", "value": {"declared": false}},
		{"op": "replace", "path": "/acting/cross_forest", "value": false},
	])
	count(rule.finding) == 0 with input as facts
		with inference.recipient_exists as "unknown"
		with inference.delegate_exists as "no"
}
