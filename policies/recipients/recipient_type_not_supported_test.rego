package hybridlint.recipients.recipient_type_not_supported_test

import data.hybridlint.recipients.recipient_type_not_supported as rule
import rego.v1

facts(type, permission, home) := {"entry": {"kind": "grant", "permission": permission}, "recipient": {"type": type, "home": home}}

test_full_access_on_a_group_is_an_error if {
	every home in ["on_premises", "cloud"] {
		rule.finding == {{"at": ["recipient"], "severity": "error"}} with input as facts("distribution_group", "full_access", home)
	}
}

test_send_as_on_a_system_mailbox_is_a_warning if {
	rule.finding == {{"at": ["recipient"], "severity": "warning"}} with input as facts("discovery_mailbox", "send_as", "cloud")
}

test_the_side_matters if {
	count(rule.finding) == 0 with input as facts("arbitration_mailbox", "full_access", "on_premises")
	count(rule.finding) == 1 with input as facts("arbitration_mailbox", "full_access", "cloud")
}

test_not_on_useful_combinations if {
	count(rule.finding) == 0 with input as facts("shared_mailbox", "full_access", "on_premises")
	count(rule.finding) == 0 with input as facts("distribution_group", "send_as", "on_premises")
	count(rule.finding) == 0 with input as facts("dynamic_distribution_group", "send_on_behalf", "cloud")
	count(rule.finding) == 0 with input as facts("mail_contact", "send_on_behalf", "cloud")
	count(rule.finding) == 0 with input as facts("m365_group", "full_access", "cloud")
}

test_not_where_the_type_does_not_exist if {
	count(rule.finding) == 0 with input as facts("m365_group", "full_access", "on_premises")
	count(rule.finding) == 0 with input as facts("linked_mailbox", "send_as", "cloud")
}

mail_user(version) := {
	"entry": {"kind": "bulk_change_recipient", "permission": "full_access"},
	"recipient": {"type": "mail_user", "home": "on_premises"},
	"home_forest": {"exchange_version": version},
}

test_mail_user_before_2016 if {
	rule.finding == {{"at": ["recipient"], "severity": "warning"}} with input as mail_user("2013")
	count(rule.finding) == 0 with input as mail_user("2016")
}

of_kind(kind, type, mailbox) := {
	"entry": {"kind": kind, "permission": "folder"},
	"recipient": {"type": type, "home": "on_premises", "mailbox": mailbox},
}

test_folder_of_what_has_none if {
	rule.finding == {{"at": ["recipient"], "severity": "error"}} with input as of_kind("folder_grant", "mail_contact", false)
	count(rule.finding) == 0 with input as of_kind("folder_grant", "user_mailbox", true)
	count(rule.finding) == 0 with input as of_kind("folder_grant", "mail_public_folder", false)
}

test_manager_without_a_mailbox if {
	rule.finding == {{"at": ["recipient"], "severity": "error"}} with input as of_kind("outlook_delegate", "distribution_group", false)
	count(rule.finding) == 0 with input as of_kind("outlook_delegate", "user_mailbox", true)
	count(rule.finding) == 0 with input as of_kind("outlook_delegate", "m365_group", false)
}
