package hybridlint.recipients.delegate_type_not_supported_test

import data.hybridlint.recipients.delegate_type_not_supported as rule
import rego.v1

facts(type, permission, home) := {
	"entry": {"permission": permission},
	"recipient": {"home": home},
	"delegate": {"type": type},
}

test_full_access_for_a_distribution_group_is_an_error if {
	rule.finding == {{"at": ["delegate"], "severity": "error"}} with input as facts("distribution_group", "full_access", "cloud")
}

test_send_on_behalf_for_a_contact_is_a_warning if {
	rule.finding == {{"at": ["delegate"], "severity": "warning"}} with input as facts("mail_contact", "send_on_behalf", "on_premises")
}

test_what_only_a_cmdlet_accepts_is_a_warning if {
	rule.finding == {{"at": ["delegate"], "severity": "warning"}} with input as facts("security_group", "send_as", "cloud")
}

test_the_side_matters if {
	count(rule.finding) == 0 with input as facts("security_group", "full_access", "on_premises")
	rule.finding == {{"at": ["delegate"], "severity": "error"}} with input as facts("security_group", "full_access", "cloud")
	count(rule.finding) == 0 with input as facts("user_account", "full_access", "on_premises")
	rule.finding == {{"at": ["delegate"], "severity": "warning"}} with input as facts("user_account", "full_access", "cloud")
}

test_folders_want_mailboxes_mail_users_and_mail_enabled_security_groups if {
	every type in ["user_mailbox", "room_mailbox", "mail_user", "mail_enabled_security_group"] {
		count(rule.finding) == 0 with input as facts(type, "folder", "cloud")
	}
	every type in ["distribution_group", "m365_group", "mail_contact", "user_account", "security_group", "mail_public_folder"] {
		rule.finding == {{"at": ["delegate"], "severity": "warning"}} with input as facts(type, "folder", "cloud")
	}
}

test_not_for_default_and_anonymous if {
	count(rule.finding) == 0 with input as json.remove(facts("user_mailbox", "folder", "cloud"), ["delegate/type"])
}

test_not_for_useful_delegates if {
	count(rule.finding) == 0 with input as facts("mail_enabled_security_group", "full_access", "cloud")
	count(rule.finding) == 0 with input as facts("distribution_group", "send_on_behalf", "on_premises")
	count(rule.finding) == 0 with input as facts("shared_mailbox", "send_as", "cloud")
}
