package hybridlint.recipients.recipient_type_powershell_only_test

import data.hybridlint.recipients.recipient_type_powershell_only as rule
import rego.v1

entry := {
	"entry": {"permission": "full_access", "channel": "eac"},
	"recipient": {"type": "discovery_mailbox", "home": "cloud"},
}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

recipient(type, home) := changed("/recipient", {"type": type, "home": home})

test_discovery_mailbox if {
	rule.finding == {{"at": ["channel"], "vars": {"set_cmdlet": "Set-Mailbox"}}} with input as entry
}

test_the_other_types if {
	count(rule.finding) == 1 with input as recipient("arbitration_mailbox", "on_premises")
	count(rule.finding) == 1 with input as recipient("mail_user", "on_premises")
	count(rule.finding) == 1 with input as recipient("m365_group", "cloud")
}

test_not_on_types_that_the_eac_offers if {
	count(rule.finding) == 0 with input as recipient("shared_mailbox", "cloud")
}

test_not_on_types_without_full_access if {
	count(rule.finding) == 0 with input as recipient("arbitration_mailbox", "cloud")
}

test_not_in_powershell if {
	count(rule.finding) == 0 with input as changed("/entry/channel", "powershell")
}

test_not_without_a_channel if {
	count(rule.finding) == 0 with input as json.remove(entry, ["entry/channel"])
}

test_not_for_what_is_no_combination if {
	count(rule.finding) == 0 with input as changed("/entry/permission", "send_as")
}

other(type, home, permission) := {
	"entry": {"permission": permission, "channel": "eac"},
	"recipient": {"type": type, "home": home},
}

test_the_other_permissions if {
	count(rule.finding) == 1 with input as other("mail_contact", "cloud", "send_as")
	count(rule.finding) == 1 with input as other("mail_user", "on_premises", "send_on_behalf")
	count(rule.finding) == 1 with input as other("mail_public_folder", "on_premises", "send_on_behalf")
	count(rule.finding) == 0 with input as other("mail_public_folder", "cloud", "send_on_behalf")
	count(rule.finding) == 0 with input as other("shared_mailbox", "cloud", "send_on_behalf")
}
