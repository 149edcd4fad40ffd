package hybridlint.full_access.additional_account_public_folder_prompt_test

import data.hybridlint.full_access.additional_account_public_folder_prompt as rule
import rego.v1

# A cloud mailbox is a second account, and public folders did not move yet.
entry := {
	"entry": {"permission": "full_access", "access_method": "additional_account"},
	"recipient": {"home": "cloud"},
	"organization": {"public_folders": "onprem_legacy", "public_folder_client_control": false},
}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

controlled := changed("/organization/public_folder_client_control", true)

access(facts, value) := json.patch(facts, [{"op": "add", "path": "/recipient/public_folder_client_access", "value": value}])

fires := {{"at": ["access_method"]}}

test_second_account if {
	rule.finding == fires with input as entry
}

test_no_access_without_control_changes_nothing if {
	rule.finding == fires with input as access(entry, false)
}

test_control_with_access_changes_nothing if {
	rule.finding == fires with input as access(controlled, true)
}

test_not_with_control_and_no_access if {
	count(rule.finding) == 0 with input as controlled
	count(rule.finding) == 0 with input as access(controlled, false)
}

test_not_with_other_public_folders if {
	every place in ["none", "local", "onprem_modern"] {
		count(rule.finding) == 0 with input as changed("/organization/public_folders", place)
	}
}

test_not_when_not_declared if {
	count(rule.finding) == 0 with input as json.remove(entry, ["organization/public_folders"])
	count(rule.finding) == 0 with input as json.remove(entry, ["entry/access_method"])
}

test_not_with_another_access_method if {
	every method in ["automap", "additional_mailbox", "owa_explicit_url", "legacy_dn", "calendar_only"] {
		count(rule.finding) == 0 with input as changed("/entry/access_method", method)
	}
}

test_not_for_a_mailbox_on_premises if {
	count(rule.finding) == 0 with input as changed("/recipient/home", "on_premises")
}

test_not_for_send_as if {
	count(rule.finding) == 0 with input as changed("/entry/permission", "send_as")
}
