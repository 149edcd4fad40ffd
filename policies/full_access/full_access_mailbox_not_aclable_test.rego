package hybridlint.full_access.full_access_mailbox_not_aclable_test

import data.hybridlint.full_access.full_access_mailbox_not_aclable as rule
import data.hybridlint.inference.entry as inference
import rego.v1

# A person on-premises opens a mailbox that moved to the cloud before the setting was on.
entry := {
	"entry": {"permission": "full_access", "access_method": "additional_mailbox"},
	"recipient": {"type": "user_mailbox"},
	"acting": {"cross_premises": true},
}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

not_aclable := {"answer": "no", "assumed": set()}

test_not_aclable if {
	rule.finding == {{"at": ["delegate"], "assumed": set()}} with input as entry
		with inference.recipient_aclable as not_aclable
}

test_shared_mailbox if {
	count(rule.finding) == 1 with input as changed("/recipient/type", "shared_mailbox")
		with inference.recipient_aclable as not_aclable
}

test_undeclared_access_method_is_assumed if {
	rule.finding == {{"at": ["delegate"], "assumed": {"access_method"}}} with input as json.remove(entry, ["entry/access_method"])
		with inference.recipient_aclable as not_aclable
}

test_undeclared_setting_is_assumed if {
	rule.finding == {{"at": ["delegate"], "assumed": {"aclable_synced_object_enabled"}}} with input as entry
		with inference.recipient_aclable as {"answer": "no", "assumed": {"aclable_synced_object_enabled"}}
}

test_not_when_opened_in_another_way if {
	every method in ["additional_account", "owa_explicit_url", "legacy_dn", "calendar_only", "automap"] {
		count(rule.finding) == 0 with input as changed("/entry/access_method", method)
			with inference.recipient_aclable as not_aclable
	}
}

test_not_for_other_types if {
	every type in ["room_mailbox", "equipment_mailbox", "linked_mailbox", "m365_group"] {
		count(rule.finding) == 0 with input as changed("/recipient/type", type)
			with inference.recipient_aclable as not_aclable
	}
}

test_not_when_aclable_or_unknown if {
	every answer in ["yes", "unknown"] {
		count(rule.finding) == 0 with input as entry
			with inference.recipient_aclable as {"answer": answer, "assumed": set()}
	}
}

test_not_on_one_side if {
	count(rule.finding) == 0 with input as changed("/acting/cross_premises", false)
		with inference.recipient_aclable as not_aclable
}

test_not_for_send_as if {
	count(rule.finding) == 0 with input as changed("/entry/permission", "send_as")
		with inference.recipient_aclable as not_aclable
}
