package hybridlint.procedure.operator_lacks_role_test

import data.hybridlint.procedure.operator_lacks_role as rule
import rego.v1

# The operator is in neither role group.
entry := {
	"organization": {"offering": "multi_tenant"},
	"entry": {"operator": {
		"declared": true,
		"custom_role": false,
		"organization_management": false,
		"recipient_management": false,
		"ssa_se_remote_mailbox": false,
	}},
}

on(facts, changes) := json.patch(facts, [{"op": "add", "path": path, "value": value} | some path, value in changes])

needs(role) := {{"at": ["operator_role_groups"], "vars": {"role": role}}}

dedicated := on(entry, {"/organization/offering": "dedicated_itar", "/entry/cmdlet": "Set-RemoteMailbox"})

test_no_role_group if {
	rule.finding == needs("Recipient Management") with input as entry
}

test_not_organization_management if {
	count(rule.finding) == 0 with input as on(entry, {"/entry/operator/organization_management": true})
}

test_not_recipient_management if {
	count(rule.finding) == 0 with input as on(entry, {"/entry/operator/recipient_management": true})
}

test_not_a_custom_role if {
	count(rule.finding) == 0 with input as on(entry, {"/entry/operator/custom_role": true})
}

test_not_when_not_declared if {
	count(rule.finding) == 0 with input as on(entry, {"/entry/operator/declared": false})
}

test_dedicated_remote_mailbox if {
	facts := on(dedicated, {"/entry/operator/recipient_management": true, "/entry/operator/organization_management": true})
	rule.finding == needs("SSA-SE-RemoteMailbox") with input as facts
}

test_not_dedicated_remote_mailbox_with_its_role_group if {
	count(rule.finding) == 0 with input as on(dedicated, {"/entry/operator/ssa_se_remote_mailbox": true})
}

test_another_cmdlet_in_a_dedicated_tenant if {
	facts := on(dedicated, {"/entry/cmdlet": "Set-MailUser"})
	count(rule.finding) == 0 with input as on(facts, {"/entry/operator/recipient_management": true})
	count(rule.finding) == 1 with input as on(facts, {"/entry/operator/ssa_se_remote_mailbox": true})
}

test_the_dedicated_role_group_in_a_multi_tenant if {
	facts := on(dedicated, {"/organization/offering": "multi_tenant", "/entry/operator/ssa_se_remote_mailbox": true})
	rule.finding == needs("Recipient Management") with input as facts
}
