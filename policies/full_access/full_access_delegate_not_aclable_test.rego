package hybridlint.full_access.full_access_delegate_not_aclable_test

import data.hybridlint.full_access.full_access_delegate_not_aclable as rule
import data.hybridlint.inference.entry as inference
import rego.v1

# A person who moved to the cloud has Full Access to a mailbox that stayed.
entry := {
	"entry": {"permission": "full_access"},
	"recipient": {"resource_mailbox": false},
	"delegate": {"group": false},
	"acting": {"direction": "cloud_to_on_premises"},
}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

not_aclable := {"answer": "no", "assumed": set()}

test_not_aclable if {
	rule.finding == {{"at": ["delegate"], "assumed": set()}} with input as entry
		with inference.delegate_aclable as not_aclable
}

test_undeclared_setting_is_assumed if {
	rule.finding == {{"at": ["delegate"], "assumed": {"aclable_synced_object_enabled"}}} with input as entry
		with inference.delegate_aclable as {"answer": "no", "assumed": {"aclable_synced_object_enabled"}}
}

test_when_made_after_the_move if {
	count(rule.finding) == 1 with input as changed("/entry/established_before_move", false)
		with inference.delegate_aclable as not_aclable
}

test_not_when_made_before_the_move if {
	count(rule.finding) == 0 with input as changed("/entry/established_before_move", true)
		with inference.delegate_aclable as not_aclable
}

test_not_for_a_group if {
	count(rule.finding) == 0 with input as changed("/delegate/group", true)
		with inference.delegate_aclable as not_aclable
}

test_not_for_a_resource if {
	count(rule.finding) == 0 with input as changed("/recipient/resource_mailbox", true)
		with inference.delegate_aclable as not_aclable
}

test_not_when_aclable_or_unknown if {
	every answer in ["yes", "unknown"] {
		count(rule.finding) == 0 with input as entry
			with inference.delegate_aclable as {"answer": answer, "assumed": set()}
	}
}

test_not_in_other_directions if {
	every direction in ["same", "on_premises_to_cloud", "on_premises_to_on_premises"] {
		count(rule.finding) == 0 with input as changed("/acting/direction", direction)
			with inference.delegate_aclable as not_aclable
	}
}

test_not_for_send_as if {
	count(rule.finding) == 0 with input as changed("/entry/permission", "send_as")
		with inference.delegate_aclable as not_aclable
}
