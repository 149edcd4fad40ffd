package hybridlint.recipients.hidden_mailbox_send_on_behalf_test

import data.hybridlint.recipients.hidden_mailbox_send_on_behalf as rule
import rego.v1

entry := {
	"entry": {"permission": "send_on_behalf", "clients": {"declared": true, "outlook_mac": true}},
	"recipient": {"mailbox": true, "system_mailbox": false, "hidden_from_address_lists_enabled": true},
}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

test_hidden if {
	rule.finding == {{"at": ["delegate"], "assumed": set()}} with input as entry
}

test_undeclared_clients_are_assumed if {
	rule.finding == {{"at": ["delegate"], "assumed": {"clients"}}} with input as changed("/entry/clients", {"declared": false})
}

test_the_new_outlook_is_no_outlook_for_the_desktop if {
	count(rule.finding) == 0 with input as changed("/entry/clients", {"declared": true, "owa": true, "new_outlook_windows": true})
}

test_not_without_outlook_for_the_desktop if {
	count(rule.finding) == 0 with input as changed("/entry/clients", {"declared": true, "owa": true, "outlook_ios": true})
}

test_not_when_visible if {
	count(rule.finding) == 0 with input as changed("/recipient/hidden_from_address_lists_enabled", false)
	count(rule.finding) == 0 with input as json.remove(entry, ["recipient/hidden_from_address_lists_enabled"])
}

test_not_on_a_group if {
	count(rule.finding) == 0 with input as changed("/recipient/mailbox", false)
}

test_not_for_other_permissions if {
	count(rule.finding) == 0 with input as changed("/entry/permission", "full_access")
}
