package hybridlint.full_access.full_access_not_granted_by_admin_test

import data.hybridlint.full_access.full_access_not_granted_by_admin as rule
import rego.v1

with_facts(facts) := {"entry": object.union({"permission": "full_access"}, facts)}

fires(attribute, how) := {{"at": [attribute], "vars": {"how": how}}}

test_through_outlook if {
	rule.finding == fires("channel", "outlook") with input as with_facts({"channel": "outlook"})
}

test_through_outlook_on_the_web if {
	rule.finding == fires("channel", "owa") with input as with_facts({"channel": "owa"})
}

test_by_the_owner if {
	every grantor in ["owner", "recipient"] {
		rule.finding == fires("granted_by", "owner") with input as with_facts({"granted_by": grantor})
	}
}

test_with_another_cmdlet if {
	every cmdlet in ["other", "Add-RecipientPermission", "Add-ADPermission", "Set-Mailbox", "Add-MailboxFolderPermission"] {
		rule.finding == fires("cmdlet", "cmdlet") with input as with_facts({"cmdlet": cmdlet})
	}
}

test_one_finding_for_several_reasons if {
	facts := with_facts({"channel": "owa", "granted_by": "owner", "cmdlet": "Set-Mailbox"})
	rule.finding == fires("channel", "owa") with input as facts
}

test_owner_in_powershell if {
	rule.finding == fires("granted_by", "owner") with input as with_facts({"channel": "powershell", "granted_by": "owner"})
}

test_not_when_nothing_is_declared if {
	count(rule.finding) == 0 with input as with_facts({})
}

test_not_through_the_tools_of_administrators if {
	every channel in ["eac", "powershell", "m365_admin_center"] {
		count(rule.finding) == 0 with input as with_facts({"channel": channel})
	}
}

test_not_with_the_right_cmdlets if {
	every cmdlet in ["Add-MailboxPermission", "Remove-MailboxPermission"] {
		count(rule.finding) == 0 with input as with_facts({"cmdlet": cmdlet})
	}
}

test_not_by_an_administrator if {
	every grantor in ["same_forest", "other_forest"] {
		count(rule.finding) == 0 with input as with_facts({"granted_by": grantor})
	}
}

test_not_for_send_on_behalf if {
	count(rule.finding) == 0 with input as {"entry": {"permission": "send_on_behalf", "channel": "outlook", "granted_by": "owner"}}
}
