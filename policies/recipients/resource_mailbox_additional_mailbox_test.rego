package hybridlint.recipients.resource_mailbox_additional_mailbox_test

import data.hybridlint.recipients.resource_mailbox_additional_mailbox as rule
import rego.v1

# A person on-premises opens a room in the cloud.
entry := {
	"entry": {"permission": "full_access", "access_method": "additional_mailbox"},
	"recipient": {"type": "room_mailbox", "resource_mailbox": true},
	"delegate": {"group": false},
	"acting": {"direction": "on_premises_to_cloud", "cross_forest": true},
}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

test_additional_mailbox if {
	rule.finding == {{"at": ["access_method"], "assumed": set()}} with input as entry
}

test_automap if {
	rule.finding == {{"at": ["access_method"], "assumed": set()}} with input as changed("/entry/access_method", "automap")
}

test_undeclared_is_assumed if {
	facts := json.remove(entry, ["entry/access_method"])
	rule.finding == {{"at": ["access_method"], "assumed": {"access_method"}}} with input as facts
}

test_between_on_premises_forests if {
	count(rule.finding) == 1 with input as changed("/acting/direction", "on_premises_to_on_premises")
}

test_not_with_another_access_method if {
	every method in ["additional_account", "legacy_dn", "calendar_only", "owa_explicit_url"] {
		count(rule.finding) == 0 with input as changed("/entry/access_method", method)
	}
}

test_not_in_one_forest if {
	count(rule.finding) == 0 with input as changed("/acting", {"direction": "same", "cross_forest": false})
}

test_not_for_user_and_shared_mailboxes if {
	count(rule.finding) == 0 with input as changed("/recipient/resource_mailbox", false)
}

test_not_for_send_as if {
	count(rule.finding) == 0 with input as changed("/entry/permission", "send_as")
}
