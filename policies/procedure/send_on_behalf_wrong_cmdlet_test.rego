package hybridlint.procedure.send_on_behalf_wrong_cmdlet_test

import data.hybridlint.procedure.send_on_behalf_wrong_cmdlet as rule
import rego.v1

# Set-MailUser on a mailbox that is at home where the cmdlet is run.
entry := {
	"organization": {"offering": "multi_tenant"},
	"entry": {
		"permission": "send_on_behalf",
		"cmdlet": "Set-MailUser",
		"applied_at_home": true,
		"applied_on_exchange_version": "2019",
	},
	"recipient": {"type": "user_mailbox", "mailbox": true},
}

on(facts, changes) := json.patch(facts, [{"op": "add", "path": path, "value": value} | some path, value in changes])

use(cmdlet) := {{"at": ["cmdlet"], "vars": {"right": cmdlet}}}

away := on(entry, {"/entry/applied_at_home": false})

of_type(type, cmdlet) := on(entry, {
	"/recipient/type": type,
	"/recipient/mailbox": false,
	"/entry/cmdlet": cmdlet,
})

right := {
	"distribution_group": "Set-DistributionGroup",
	"mail_enabled_security_group": "Set-DistributionGroup",
	"dynamic_distribution_group": "Set-DynamicDistributionGroup",
	"m365_group": "Set-UnifiedGroup",
	"mail_user": "Set-MailUser",
	"mail_contact": "Set-MailContact",
	"mail_public_folder": "Set-MailPublicFolder",
}

test_mailbox_at_home if {
	rule.finding == use("Set-Mailbox") with input as entry
}

test_not_set_mailbox_at_home if {
	count(rule.finding) == 0 with input as on(entry, {"/entry/cmdlet": "Set-Mailbox"})
}

test_object_on_the_other_side if {
	rule.finding == use("Set-MailUser") with input as on(away, {"/entry/cmdlet": "Set-Mailbox"})
}

test_not_set_mail_user_on_the_other_side if {
	count(rule.finding) == 0 with input as away
}

test_set_remote_mailbox_on_2016_and_later if {
	every version in ["2016", "2019", "SE"] {
		facts := on(away, {"/entry/cmdlet": "Set-RemoteMailbox", "/entry/applied_on_exchange_version": version})
		rule.finding == use("Set-MailUser") with input as facts
	}
}

test_set_remote_mailbox_on_an_undeclared_version if {
	facts := on(json.remove(away, ["entry/applied_on_exchange_version"]), {"/entry/cmdlet": "Set-RemoteMailbox"})
	count(rule.finding) == 1 with input as facts
}

test_not_set_remote_mailbox_on_2010_and_2013 if {
	every version in ["2010", "2013"] {
		facts := on(away, {"/entry/cmdlet": "Set-RemoteMailbox", "/entry/applied_on_exchange_version": version})
		count(rule.finding) == 0 with input as facts
	}
}

test_not_set_remote_mailbox_for_a_dedicated_tenant if {
	facts := on(away, {"/entry/cmdlet": "Set-RemoteMailbox", "/organization/offering": "dedicated_itar"})
	count(rule.finding) == 0 with input as facts
}

test_set_remote_mailbox_at_home if {
	facts := on(entry, {"/entry/cmdlet": "Set-RemoteMailbox", "/entry/applied_on_exchange_version": "2010"})
	rule.finding == use("Set-Mailbox") with input as facts
}

test_set_remote_mailbox_for_a_mail_user if {
	facts := on(of_type("mail_user", "Set-RemoteMailbox"), {
		"/entry/applied_at_home": false,
		"/entry/applied_on_exchange_version": "2010",
	})
	rule.finding == use("Set-MailUser") with input as facts
}

test_every_type_has_its_cmdlet if {
	every type, cmdlet in right {
		rule.finding == use(cmdlet) with input as of_type(type, "Set-Mailbox")
		count(rule.finding) == 0 with input as of_type(type, cmdlet)
	}
}

test_a_cmdlet_that_no_page_names if {
	count(rule.finding) == 1 with input as on(entry, {"/entry/cmdlet": "other"})
}

test_not_when_not_declared if {
	count(rule.finding) == 0 with input as json.remove(entry, ["entry/cmdlet"])
}

test_not_for_a_recipient_without_send_on_behalf if {
	every type in ["user_account", "security_group"] {
		count(rule.finding) == 0 with input as of_type(type, "Set-Mailbox")
	}
}

test_not_for_another_permission if {
	count(rule.finding) == 0 with input as on(entry, {"/entry/permission": "send_as"})
}
