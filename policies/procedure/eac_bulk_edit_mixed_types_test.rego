package hybridlint.procedure.eac_bulk_edit_mixed_types_test

import data.hybridlint.procedure.eac_bulk_edit_mixed_types as rule
import rego.v1

# A bulk edit on-premises over a user mailbox and a shared mailbox.
change := {"entry": {
	"kind": "bulk_change",
	"channel": "eac",
	"applied_on": "on_premises",
	"permission": "full_access",
	"mixed_types": true,
}}

changed(path, value) := json.patch(change, [{"op": "replace", "path": path, "value": value}])

test_types if {
	rule.finding == {{"at": ["recipients"], "vars": {"why": "types"}}} with input as change
}

test_permission_on_either_side if {
	every side in ["on_premises", "cloud"] {
		facts := {"entry": {"channel": "eac", "applied_on": side, "permission": "folder", "mixed_types": false}}
		rule.finding == {{"at": ["permission"], "vars": {"why": "permission"}}} with input as facts
	}
}

test_permission_where_the_recipients_share_no_side if {
	facts := {"entry": {"channel": "eac", "permission": "folder", "mixed_types": false}}
	count(rule.finding) == 1 with input as facts
}

test_one_finding_where_both_are_wrong if {
	count(rule.finding) == 1 with input as changed("/entry/permission", "folder")
}

test_every_permission_that_bulk_edit_offers if {
	every permission in ["send_as", "send_on_behalf", "full_access"] {
		facts := {"entry": {"channel": "eac", "applied_on": "on_premises", "permission": permission, "mixed_types": false}}
		count(rule.finding) == 0 with input as facts
	}
}

test_not_over_one_type if {
	count(rule.finding) == 0 with input as changed("/entry/mixed_types", false)
}

test_not_in_powershell if {
	facts := {"entry": {"channel": "powershell", "applied_on": "on_premises", "permission": "folder", "mixed_types": true}}
	count(rule.finding) == 0 with input as facts
}

test_not_when_the_channel_is_not_declared if {
	count(rule.finding) == 0 with input as json.remove(change, ["entry/channel"])
}

test_types_do_not_matter_in_the_cloud if {
	count(rule.finding) == 0 with input as changed("/entry/applied_on", "cloud")
}

test_types_do_not_matter_where_the_recipients_share_no_side if {
	count(rule.finding) == 0 with input as json.remove(change, ["entry/applied_on"])
}
