package hybridlint.batches.batch_drops_non_mail_enabled_trustee_test

import data.hybridlint.batches.batch_drops_non_mail_enabled_trustee as rule
import rego.v1

# A mailbox with an entry for a security group moves to the cloud.
entry := {
	"organization": {"directory_sync": {"declared": false}},
	"delegate": {"declared": true, "type": "security_group", "home": "on_premises", "group": true},
	"delegate_object": {"at_home": false, "in_cloud": true, "forest_is_origin": "no"},
	"batch": {"recipient_moves_to": "cloud"},
}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

test_security_group if {
	rule.finding == {{"at": ["members"]}} with input as entry
}

test_user_account if {
	count(rule.finding) == 1 with input as changed("/delegate/type", "user_account")
}

test_account_with_an_object_is_still_not_mail_enabled if {
	count(rule.finding) == 1 with input as changed("/delegate_object/exists", true)
}

mailbox := changed("/delegate", {"declared": true, "type": "user_mailbox", "home": "on_premises", "group": false})

test_not_synchronized if {
	facts := json.patch(mailbox, [{"op": "add", "path": "/delegate/is_dir_synced", "value": false}])
	count(rule.finding) == 1 with input as facts
}

test_filtered if {
	facts := json.patch(mailbox, [{"op": "add", "path": "/delegate_object/exists", "value": false}])
	count(rule.finding) == 1 with input as facts
}

test_not_when_synchronized if {
	count(rule.finding) == 0 with input as mailbox
	count(rule.finding) == 0 with input as changed("/delegate/type", "mail_enabled_security_group")
}

test_not_when_unknown if {
	facts := json.patch(mailbox, [{"op": "remove", "path": "/delegate/home"}])
	count(rule.finding) == 0 with input as facts
}

test_not_for_default_and_anonymous if {
	count(rule.finding) == 0 with input as changed("/delegate", {"declared": false})
}

test_not_when_the_recipient_stays if {
	count(rule.finding) == 0 with input as json.remove(entry, ["batch/recipient_moves_to"])
}

test_not_when_offboarding if {
	count(rule.finding) == 0 with input as changed("/batch/recipient_moves_to", "on_premises")
}

test_not_for_none_alone if {
	rights := {"access_rights": {"declared": true, "None": true}, "access_rights_count": 1}
	count(rule.finding) == 0 with input as changed("/entry", rights)
	count(rule.finding) == 1 with input as changed("/entry", object.union(rights, {"access_rights_count": 2}))
}
