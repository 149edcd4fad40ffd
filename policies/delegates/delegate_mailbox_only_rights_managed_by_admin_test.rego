package hybridlint.delegates.delegate_mailbox_only_rights_managed_by_admin_test

import data.hybridlint.delegates.delegate_mailbox_only_rights_managed_by_admin as rule
import rego.v1

delegate := {
	"recipient": {"home": "on_premises"},
	"outlook_delegate": {"managed_by": "admin", "receives_meeting_requests": false, "private_items": false},
}

changed(facts, path, value) := json.patch(facts, [{"op": "add", "path": path, "value": value}])

meeting_requests := changed(delegate, "/outlook_delegate/receives_meeting_requests", true)

private_items := changed(delegate, "/outlook_delegate/private_items", true)

delivery_scope := changed(delegate, "/outlook_delegate/delivery_scope", "delegates_only")

test_each_right if {
	every right, facts in {"receives_meeting_requests": meeting_requests, "private_items": private_items, "delivery_scope": delivery_scope} {
		rule.finding == {{"at": [right], "vars": {"right": {right}}}} with input as facts
	}
}

test_several_rights_are_one_finding if {
	facts := changed(private_items, "/outlook_delegate/receives_meeting_requests", true)
	rule.finding == {{"at": ["private_items"], "vars": {"right": {"private_items", "receives_meeting_requests"}}}} with input as facts
}

test_delivery_scope_on_any_side if {
	count(rule.finding) == 1 with input as changed(delivery_scope, "/recipient/home", "cloud")
}

test_not_in_the_cloud if {
	count(rule.finding) == 0 with input as changed(meeting_requests, "/recipient/home", "cloud")
	count(rule.finding) == 0 with input as changed(private_items, "/recipient/home", "cloud")
}

test_not_without_such_rights if {
	count(rule.finding) == 0 with input as delegate
}

test_not_when_the_owner_manages if {
	count(rule.finding) == 0 with input as changed(meeting_requests, "/outlook_delegate/managed_by", "owner")
	count(rule.finding) == 0 with input as json.remove(meeting_requests, ["outlook_delegate/managed_by"])
}
