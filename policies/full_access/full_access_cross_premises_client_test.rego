package hybridlint.full_access.full_access_cross_premises_client_test

import data.hybridlint.full_access.full_access_cross_premises_client as rule
import rego.v1

# A person on one side opens a mailbox of the other.
entry(clients) := {
	"entry": {"permission": "full_access", "clients": object.union({"declared": true}, {client: true | some client in clients})},
	"acting": {"cross_premises": true},
}

others := {"owa", "new_outlook_windows", "outlook_mac", "outlook_ios", "outlook_android"}

test_each_of_the_five if {
	every client in others {
		rule.finding == {{"at": ["clients"], "vars": {"clients": {client}}}} with input as entry({client})
	}
}

test_one_finding_lists_them if {
	rule.finding == {{"at": ["clients"], "vars": {"clients": others}}} with input as entry(others | {"outlook_windows"})
}

test_not_with_outlook_for_windows if {
	count(rule.finding) == 0 with input as entry({"outlook_windows"})
}

test_not_with_clients_that_open_no_mailbox if {
	count(rule.finding) == 0 with input as entry({"scheduling_assistant", "smtp"})
}

test_not_when_no_client_is_declared if {
	facts := json.patch(entry({}), [{"op": "replace", "path": "/entry/clients", "value": {"declared": false}}])
	count(rule.finding) == 0 with input as facts
}

test_not_on_one_side if {
	facts := json.patch(entry({"owa"}), [{"op": "replace", "path": "/acting/cross_premises", "value": false}])
	count(rule.finding) == 0 with input as facts
}

test_not_for_send_as if {
	facts := json.patch(entry({"owa"}), [{"op": "replace", "path": "/entry/permission", "value": "send_as"}])
	count(rule.finding) == 0 with input as facts
}
