package hybridlint.send_as.send_as_m365_group_on_premises_test

import data.hybridlint.send_as.send_as_m365_group_on_premises as rule
import rego.v1

entry := {
	"entry": {"permission": "send_as"},
	"recipient": {"type": "m365_group", "home": "cloud"},
	"acting": {"side": "on_premises"},
}

changed(path, value) := json.patch(entry, [{"op": "replace", "path": path, "value": value}])

test_sender_on_premises if {
	rule.finding == {{"at": ["delegate"]}} with input as entry
}

test_not_in_the_cloud if {
	count(rule.finding) == 0 with input as changed("/acting/side", "cloud")
}

test_not_where_nobody_works if {
	count(rule.finding) == 0 with input as changed("/acting", {})
}

test_not_for_send_on_behalf if {
	count(rule.finding) == 0 with input as changed("/entry/permission", "send_on_behalf")
}

test_not_on_other_groups if {
	every type in ["distribution_group", "mail_enabled_security_group", "shared_mailbox"] {
		count(rule.finding) == 0 with input as changed("/recipient/type", type)
	}
}

test_not_on_a_group_that_is_declared_on_premises if {
	count(rule.finding) == 0 with input as changed("/recipient/home", "on_premises")
}
