package hybridlint.send_as.send_as_wrong_cmdlet_test

import data.hybridlint.send_as.send_as_wrong_cmdlet as rule
import rego.v1

grant(cmdlet, side) := {"entry": {"permission": "send_as", "cmdlet": cmdlet, "applied_on": side}}

test_recipient_permission_on_premises if {
	every cmdlet in ["Add-RecipientPermission", "Remove-RecipientPermission"] {
		rule.finding == {{
			"at": ["cmdlet"],
			"vars": {"side": "on_premises"},
		}} with input as grant(cmdlet, "on_premises")
	}
}

test_active_directory_permission_in_the_cloud if {
	every cmdlet in ["Add-ADPermission", "Remove-ADPermission"] {
		rule.finding == {{"at": ["cmdlet"], "vars": {"side": "cloud"}}} with input as grant(cmdlet, "cloud")
	}
}

test_mailbox_permission_anywhere if {
	every cmdlet in ["Add-MailboxPermission", "Remove-MailboxPermission"] {
		every side in ["cloud", "on_premises"] {
			count(rule.finding) == 1 with input as grant(cmdlet, side)
		}
	}
}

test_not_the_right_cmdlet if {
	every cmdlet in ["Add-ADPermission", "Remove-ADPermission"] {
		count(rule.finding) == 0 with input as grant(cmdlet, "on_premises")
	}
	every cmdlet in ["Add-RecipientPermission", "Remove-RecipientPermission"] {
		count(rule.finding) == 0 with input as grant(cmdlet, "cloud")
	}
}

test_not_when_not_declared if {
	count(rule.finding) == 0 with input as {"entry": {"permission": "send_as", "applied_on": "cloud"}}
}

test_not_for_another_permission if {
	facts := json.patch(grant("Add-MailboxPermission", "cloud"), [{
		"op": "replace",
		"path": "/entry/permission",
		"value": "full_access",
	}])
	count(rule.finding) == 0 with input as facts
}
