package hybridlint.procedure.send_as_identity_not_name_or_dn_test

import data.hybridlint.procedure.send_as_identity_not_name_or_dn as rule
import rego.v1

# Add-ADPermission is called with an address.
entry := {
	"entry": {
		"permission": "send_as",
		"applied_on": "on_premises",
		"cmdlet": "Add-ADPermission",
		"identity_kind": "email",
	},
	"recipient": {"display_name_is_name": false},
}

changed(path, value) := json.patch(entry, [{"op": "replace", "path": path, "value": value}])

test_other_identifiers if {
	every kind in ["email", "upn", "alias", "sam_account_name", "guid", "display_name", "legacy_dn"] {
		rule.finding == {{
			"at": ["identity_kind"],
			"vars": {"kind": kind},
		}} with input as changed("/entry/identity_kind", kind)
	}
}

test_removing_as_well if {
	count(rule.finding) == 1 with input as changed("/entry/cmdlet", "Remove-ADPermission")
}

test_not_name_or_dn if {
	every kind in ["name", "dn"] {
		count(rule.finding) == 0 with input as changed("/entry/identity_kind", kind)
	}
}

test_not_when_not_declared if {
	count(rule.finding) == 0 with input as json.remove(entry, ["entry/identity_kind"])
	count(rule.finding) == 0 with input as json.remove(entry, ["entry/cmdlet"])
}

test_not_a_display_name_that_is_the_name if {
	facts := json.patch(entry, [
		{"op": "replace", "path": "/entry/identity_kind", "value": "display_name"},
		{"op": "replace", "path": "/recipient/display_name_is_name", "value": true},
	])
	count(rule.finding) == 0 with input as facts
}

test_an_address_of_a_recipient_with_such_a_display_name if {
	count(rule.finding) == 1 with input as changed("/recipient/display_name_is_name", true)
}

test_not_for_other_cmdlets if {
	every cmdlet in ["Add-RecipientPermission", "Add-MailboxPermission", "other"] {
		count(rule.finding) == 0 with input as changed("/entry/cmdlet", cmdlet)
	}
}

test_not_in_the_cloud if {
	count(rule.finding) == 0 with input as changed("/entry/applied_on", "cloud")
}

test_not_for_another_permission if {
	count(rule.finding) == 0 with input as changed("/entry/permission", "full_access")
}
