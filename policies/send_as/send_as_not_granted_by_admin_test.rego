package hybridlint.send_as.send_as_not_granted_by_admin_test

import data.hybridlint.send_as.send_as_not_granted_by_admin as rule
import rego.v1

grant(facts) := {"entry": object.union({"permission": "send_as"}, facts)}

test_given_in_a_client if {
	every client in ["outlook", "owa"] {
		rule.finding == {{"at": ["channel"], "vars": {"how": client}}} with input as grant({"channel": client})
	}
}

test_given_by_the_owner if {
	every grantor in ["owner", "recipient"] {
		rule.finding == {{
			"at": ["granted_by"],
			"vars": {"how": "owner"},
		}} with input as grant({"channel": "powershell", "granted_by": grantor})
	}
}

test_one_finding_where_both_are_declared if {
	count(rule.finding) == 1 with input as grant({"channel": "outlook", "granted_by": "owner"})
}

test_not_by_an_administrator if {
	every channel in ["eac", "powershell", "m365_admin_center"] {
		count(rule.finding) == 0 with input as grant({"channel": channel, "granted_by": "same_forest"})
	}
}

test_not_when_not_declared if {
	count(rule.finding) == 0 with input as grant({})
}

test_not_for_another_permission if {
	count(rule.finding) == 0 with input as grant({"permission": "send_on_behalf", "channel": "outlook"})
}
