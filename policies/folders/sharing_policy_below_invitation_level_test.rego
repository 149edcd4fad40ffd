package hybridlint.folders.sharing_policy_below_invitation_level_test

import data.hybridlint.folders.sharing_policy_below_invitation_level as rule
import rego.v1

invitation(level, maximum) := {"invitation": {"relation": "other_side", "level": level, "policy_max_level": maximum}}

changed(path, value) := json.patch(invitation("Reviewer", "LimitedDetails"), [{"op": "replace", "path": path, "value": value}])

test_higher if {
	rule.finding == {{"at": ["level"]}} with input as invitation("LimitedDetails", "AvailabilityOnly")
	count(rule.finding) == 1 with input as invitation("Reviewer", "LimitedDetails")
	count(rule.finding) == 1 with input as changed("/invitation/relation", "other_organization")
}

test_not_when_allowed if {
	count(rule.finding) == 0 with input as invitation("LimitedDetails", "LimitedDetails")
	count(rule.finding) == 0 with input as invitation("AvailabilityOnly", "Reviewer")
}

test_not_on_one_side if {
	count(rule.finding) == 0 with input as changed("/invitation/relation", "same_side")
}

test_not_when_undeclared if {
	count(rule.finding) == 0 with input as json.remove(invitation("Reviewer", "LimitedDetails"), ["invitation/policy_max_level"])
	count(rule.finding) == 0 with input as json.remove(invitation("Reviewer", "LimitedDetails"), ["invitation/level"])
}
