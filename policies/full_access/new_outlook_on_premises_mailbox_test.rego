package hybridlint.full_access.new_outlook_on_premises_mailbox_test

import data.hybridlint.full_access.new_outlook_on_premises_mailbox as rule
import rego.v1

entry := {
	"entry": {"clients": {"declared": true, "new_outlook_windows": true}, "application_account": false},
	"delegate": {"on_premises_mailbox": true, "group": false},
}

invitation := json.patch(entry, [{"op": "add", "path": "/entry/kind", "value": "sharing_invitation"}])

changed(path, value) := json.patch(entry, [{"op": "replace", "path": path, "value": value}])

test_person if {
	rule.finding == {{"at": ["clients"], "vars": {"who": "individual"}}} with input as entry
}

test_group if {
	{f.vars.who | some f in rule.finding} == {"group"} with input as changed("/delegate/group", true)
}

test_not_with_other_clients if {
	clients := {"declared": true, "outlook_windows": true, "owa": true, "new_outlook_windows": false}
	count(rule.finding) == 0 with input as changed("/entry/clients", clients)
}

test_not_when_not_declared if {
	count(rule.finding) == 0 with input as changed("/entry/clients", {"declared": false})
}

test_not_with_a_mailbox_in_the_cloud if {
	count(rule.finding) == 0 with input as changed("/delegate/on_premises_mailbox", false)
}

test_not_for_an_application if {
	count(rule.finding) == 0 with input as changed("/entry/application_account", true)
}

test_invited_person if {
	count(rule.finding) == 1 with input as invitation
}

# An invitation is accepted in one mailbox.
test_not_for_an_invited_group if {
	count(rule.finding) == 0 with input as json.patch(invitation, [{"op": "replace", "path": "/delegate/group", "value": true}])
}
