package hybridlint.folders.cross_premises_shared_calendar_client_test

import data.hybridlint.folders.cross_premises_shared_calendar_client as rule
import rego.v1

accepting(client) := {"invitation": {
	"relation": "other_side",
	"accepting_client": client,
	"viewing_clients": {"declared": false, "owa": false},
}}

viewing(clients) := json.patch(accepting("outlook_windows"), [{"op": "replace", "path": "/invitation/viewing_clients", "value": clients}])

test_accepting_client_stands_for_viewing_clients if {
	rule.finding == {{"at": ["accepting_client"], "vars": {"client": {"owa"}}}} with input as accepting("owa")
}

test_viewing_clients if {
	facts := viewing({"declared": true, "outlook_windows": true, "outlook_ios": true, "owa": true})
	rule.finding == {{"at": ["viewing_clients"], "vars": {"client": {"outlook_ios", "owa"}}}} with input as facts
}

test_not_for_outlook_for_windows if {
	count(rule.finding) == 0 with input as accepting("outlook_windows")
	count(rule.finding) == 0 with input as viewing({"declared": true, "outlook_windows": true, "owa": false})
}

test_viewing_clients_win if {
	facts := json.patch(viewing({"declared": true, "outlook_windows": true}), [{"op": "replace", "path": "/invitation/accepting_client", "value": "owa"}])
	count(rule.finding) == 0 with input as facts
}

test_not_when_undeclared if {
	count(rule.finding) == 0 with input as json.remove(accepting("owa"), ["invitation/accepting_client"])
}

test_not_on_one_side_or_outside if {
	every relation in ["same_side", "other_organization"] {
		count(rule.finding) == 0 with input as json.patch(accepting("owa"), [{"op": "replace", "path": "/invitation/relation", "value": relation}])
	}
}
