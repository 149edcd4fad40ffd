package hybridlint.full_access.new_cloud_mailbox_opens_onprem_mailbox_test

import data.hybridlint.full_access.new_cloud_mailbox_opens_onprem_mailbox as rule
import data.hybridlint.inference.entry as inference
import rego.v1

# A new employee, created as a remote mailbox, is to open a mailbox on-premises.
entry := {
	"entry": {"permission": "full_access", "access_method": "additional_mailbox"},
	"delegate": {"group": false, "provisioned_by": "new_remote_mailbox"},
	"acting": {"direction": "cloud_to_on_premises"},
}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

not_aclable := {"answer": "no", "assumed": set()}

test_created_in_the_cloud if {
	every way in ["cloud_direct", "new_remote_mailbox", "enable_remote_mailbox"] {
		rule.finding == {{"at": ["delegate"], "assumed": set()}} with input as changed("/delegate/provisioned_by", way)
			with inference.delegate_aclable as not_aclable
	}
}

test_not_known_to_be_aclable if {
	count(rule.finding) == 1 with input as entry
		with inference.delegate_aclable as {"answer": "unknown", "assumed": set()}
}

test_automap if {
	count(rule.finding) == 1 with input as changed("/entry/access_method", "automap")
		with inference.delegate_aclable as not_aclable
}

test_undeclared_access_method_is_assumed if {
	rule.finding == {{"at": ["delegate"], "assumed": {"access_method"}}} with input as json.remove(entry, ["entry/access_method"])
		with inference.delegate_aclable as not_aclable
}

test_not_when_aclable if {
	count(rule.finding) == 0 with input as entry
		with inference.delegate_aclable as {"answer": "yes", "assumed": set()}
}

test_not_for_a_migrated_delegate if {
	count(rule.finding) == 0 with input as changed("/delegate/provisioned_by", "migration")
		with inference.delegate_aclable as not_aclable
}

test_not_when_it_is_not_declared_how_the_delegate_came if {
	count(rule.finding) == 0 with input as json.remove(entry, ["delegate/provisioned_by"])
		with inference.delegate_aclable as not_aclable
}

test_not_when_opened_in_another_way if {
	every method in ["additional_account", "owa_explicit_url", "legacy_dn", "calendar_only"] {
		count(rule.finding) == 0 with input as changed("/entry/access_method", method)
			with inference.delegate_aclable as not_aclable
	}
}

test_not_for_a_group if {
	count(rule.finding) == 0 with input as changed("/delegate/group", true)
		with inference.delegate_aclable as not_aclable
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
