package hybridlint.send_on_behalf.send_on_behalf_cross_premises_owa_test

import data.hybridlint.send_on_behalf.send_on_behalf_cross_premises_owa as rule
import rego.v1

# Owner and delegate are on different sides; the delegate uses the web client.
entry := {
	"entry": {
		"permission": "send_on_behalf",
		"clients": {"declared": true, "owa": true, "new_outlook_windows": false, "outlook_windows": true},
	},
	"acting": {"cross_premises": true},
}

changed(path, value) := json.patch(entry, [{"op": "replace", "path": path, "value": value}])

test_web_client if {
	rule.finding == {{"at": ["clients"], "vars": {"client": {"owa"}}}} with input as entry
}

test_both_web_clients if {
	rule.finding == {{
		"at": ["clients"],
		"vars": {"client": {"owa", "new_outlook_windows"}},
	}} with input as changed("/entry/clients/new_outlook_windows", true)
}

test_not_with_desktop_clients if {
	count(rule.finding) == 0 with input as changed("/entry/clients/owa", false)
}

test_not_when_no_clients_are_declared if {
	facts := changed("/entry/clients", {"declared": false, "owa": false, "new_outlook_windows": false})
	count(rule.finding) == 0 with input as facts
}

test_not_on_one_side if {
	count(rule.finding) == 0 with input as changed("/acting/cross_premises", false)
}

test_not_for_another_permission if {
	count(rule.finding) == 0 with input as changed("/entry/permission", "send_as")
}
