package hybridlint.delegates.delegate_owa_cannot_respond_test

import data.hybridlint.delegates.delegate_owa_cannot_respond as rule
import rego.v1

delegate := {
	"entry": {"kind": "outlook_delegate", "clients": {"declared": true, "owa": true, "outlook_windows": true}},
	"acting": {"cross_forest": true},
	"outlook_delegate": {"receives_meeting_requests": true},
}

changed(path, value) := json.patch(delegate, [{"op": "replace", "path": path, "value": value}])

test_web_client if {
	rule.finding == {{"at": ["clients"], "vars": {"client": {"owa"}}, "severity": "error"}} with input as delegate
	count(rule.finding) == 1 with input as changed("/entry/clients", {"declared": true, "new_outlook_windows": true})
}

test_not_for_outlook_for_windows if {
	count(rule.finding) == 0 with input as changed("/entry/clients", {"declared": true, "outlook_windows": true})
}

test_not_when_undeclared if {
	count(rule.finding) == 0 with input as changed("/entry/clients", {"declared": false})
}

test_not_in_one_forest if {
	count(rule.finding) == 0 with input as changed("/acting/cross_forest", false)
}

test_not_without_meeting_requests if {
	count(rule.finding) == 0 with input as changed("/outlook_delegate/receives_meeting_requests", false)
}

test_the_new_outlook_alone_is_a_warning if {
	facts := json.patch(delegate, [{"op": "add", "path": "/entry/clients", "value": {"declared": true, "new_outlook_windows": true}}])
	rule.finding == {{"at": ["clients"], "vars": {"client": {"new_outlook_windows"}}, "severity": "warning"}} with input as facts
}
