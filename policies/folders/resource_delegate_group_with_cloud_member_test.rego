package hybridlint.folders.resource_delegate_group_with_cloud_member_test

import data.hybridlint.folders.resource_delegate_group_with_cloud_member as rule
import rego.v1

entry := {
	"recipient": {"resource_mailbox": true, "home": "on_premises"},
	"delegate": {"group": true},
	"member_in_cloud": true,
}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

test_cloud_member if {
	rule.finding == {{"at": ["resource_delegates"]}} with input as entry
}

test_not_for_people if {
	count(rule.finding) == 0 with input as changed("/delegate/group", false)
}

test_not_without_a_cloud_member if {
	count(rule.finding) == 0 with input as changed("/member_in_cloud", false)
}

test_not_in_the_cloud_or_for_other_mailboxes if {
	count(rule.finding) == 0 with input as changed("/recipient/home", "cloud")
	count(rule.finding) == 0 with input as changed("/recipient/resource_mailbox", false)
}
