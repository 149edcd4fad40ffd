package hybridlint.full_access.full_access_overridden_by_deny_test

import data.hybridlint.full_access.full_access_overridden_by_deny as rule
import rego.v1

entry(allow, deny) := {
	"entry": {"permission": "full_access", "inherited": allow == "inherited"},
	"pair": {"denied_explicitly": deny == "explicit", "denied_by_inheritance": deny == "inherited"},
}

fires := {{"at": ["delegate"]}}

test_both_explicit if {
	rule.finding == fires with input as entry("explicit", "explicit")
}

test_both_inherited if {
	rule.finding == fires with input as entry("inherited", "inherited")
}

test_explicit_deny_over_inherited_permission if {
	rule.finding == fires with input as entry("inherited", "explicit")
}

test_send_as if {
	facts := json.patch(entry("explicit", "explicit"), [{"op": "replace", "path": "/entry/permission", "value": "send_as"}])
	rule.finding == fires with input as facts
}

test_not_when_the_deny_is_inherited_and_the_permission_is_not if {
	count(rule.finding) == 0 with input as entry("explicit", "inherited")
}

test_not_without_a_deny if {
	count(rule.finding) == 0 with input as entry("explicit", "none")
	count(rule.finding) == 0 with input as entry("inherited", "none")
}

test_not_for_other_permissions if {
	every permission in ["send_on_behalf", "folder"] {
		facts := json.patch(entry("explicit", "explicit"), [{"op": "replace", "path": "/entry/permission", "value": permission}])
		count(rule.finding) == 0 with input as facts
	}
}
