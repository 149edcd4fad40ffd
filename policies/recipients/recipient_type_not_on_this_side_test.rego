package hybridlint.recipients.recipient_type_not_on_this_side_test

import data.hybridlint.recipients.recipient_type_not_on_this_side as rule
import rego.v1

facts(type, home) := {"recipient": {"type": type, "home": home}}

test_linked_mailbox_in_the_cloud if {
	rule.finding == {{"at": ["home"]}} with input as facts("linked_mailbox", "cloud")
}

test_microsoft_365_group_on_premises if {
	rule.finding == {{"at": ["home"]}} with input as facts("m365_group", "on_premises")
}

test_not_where_the_types_exist if {
	count(rule.finding) == 0 with input as facts("linked_mailbox", "on_premises")
	count(rule.finding) == 0 with input as facts("m365_group", "cloud")
}

test_not_for_other_types if {
	count(rule.finding) == 0 with input as facts("user_mailbox", "cloud")
	count(rule.finding) == 0 with input as facts("distribution_group", "on_premises")
}
