package hybridlint.topology.no_object_in_other_forest_test

import data.hybridlint.inference.entry as inference
import data.hybridlint.topology.no_object_in_other_forest as rule
import rego.v1

# A shared mailbox created in Exchange Online, and a person on-premises who is synchronized.
entry := {
	"delegate": {"declared": true, "type": "user_mailbox", "home": "on_premises"},
	"delegate_at_recipients_home": false,
	"acting": {"side": "on_premises", "cross_forest": true},
}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

fires(unknown) := {{"at": ["delegate"], "vars": {"unknown": unknown, "place": unknown, "other": unknown}}}

test_recipient_unknown if {
	rule.finding == fires("recipient") with input as entry
		with inference.recipient_exists as "no"
		with inference.delegate_exists as "yes"
}

test_delegate_unknown if {
	rule.finding == fires("delegate") with input as entry
		with inference.recipient_exists as "yes"
		with inference.delegate_exists as "no"
}

test_both_unknown if {
	rule.finding == fires("both") with input as entry
		with inference.recipient_exists as "no"
		with inference.delegate_exists as "no"
}

test_group_of_another_home_with_members_in_the_recipients_forest if {
	rule.finding == fires("delegate") with input as changed("/acting/cross_forest", false)
		with inference.recipient_exists as "unknown"
		with inference.delegate_exists as "no"
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
