package hybridlint.folders.sharing_from_outdated_outlook_test

import data.hybridlint.folders.sharing_from_outdated_outlook as rule
import rego.v1

invitation := {"invitation": {"relation": "other_side", "sender_client_updated": false}}

changed(path, value) := json.patch(invitation, [{"op": "replace", "path": path, "value": value}])

test_outdated if {
	rule.finding == {{"at": ["sender_client_updated"]}} with input as invitation
	count(rule.finding) == 1 with input as changed("/invitation/relation", "other_organization")
}

test_not_on_one_side if {
	count(rule.finding) == 0 with input as changed("/invitation/relation", "same_side")
}

test_not_when_updated if {
	count(rule.finding) == 0 with input as changed("/invitation/sender_client_updated", true)
}

test_not_when_undeclared if {
	count(rule.finding) == 0 with input as json.remove(invitation, ["invitation/sender_client_updated"])
}
