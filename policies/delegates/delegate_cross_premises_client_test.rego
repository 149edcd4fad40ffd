package hybridlint.delegates.delegate_cross_premises_client_test

import data.hybridlint.delegates.delegate_cross_premises_client as rule
import rego.v1

using(client) := {
	"entry": {"kind": "outlook_delegate", "clients": {"declared": true, "outlook_windows": true, client: true}},
	"acting": {"cross_forest": true},
}

changed(path, value) := json.patch(using("outlook_mac"), [{"op": "replace", "path": path, "value": value}])

test_mac_and_mobile if {
	every client in ["outlook_mac", "outlook_ios", "outlook_android"] {
		rule.finding == {{"at": ["clients"], "vars": {"client": {client}}}} with input as using(client)
	}
}

test_not_for_windows_and_web if {
	every client in ["outlook_windows", "new_outlook_windows", "owa"] {
		count(rule.finding) == 0 with input as using(client)
	}
}

test_not_when_undeclared if {
	count(rule.finding) == 0 with input as changed("/entry/clients", {"declared": false})
}

test_not_in_one_forest if {
	count(rule.finding) == 0 with input as changed("/acting/cross_forest", false)
}

test_not_for_a_folder_grant if {
	count(rule.finding) == 0 with input as changed("/entry/kind", "folder_grant")
}
