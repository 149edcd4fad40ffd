package hybridlint.topology.entra_connect_below_1_1_553_test

import data.hybridlint.topology.entra_connect_below_1_1_553 as rule
import rego.v1

sync(version) := {
	"engine": "entra_connect",
	"organization": {
		"mailboxes_on_both_sides": true,
		"directory_sync": {"entra_connect": {"declared": true, "version": version}},
	},
}

version(major, minor, build, revision) := {"major": major, "minor": minor, "build": build, "revision": revision}

changed(path, value) := json.patch(sync(version(1, 1, 486, 0)), [{"op": "replace", "path": path, "value": value}])

test_older if {
	every old in [version(1, 1, 552, 0), version(1, 1, 486, 0), version(1, 0, 9999, 0), version(0, 9, 0, 0)] {
		rule.finding == {{"at": ["version"]}} with input as sync(old)
	}
}

test_not_with_the_first_that_can if {
	count(rule.finding) == 0 with input as sync(version(1, 1, 553, 0))
}

test_not_with_a_newer_one_that_is_smaller_as_text if {
	every new in [version(1, 1, 1107, 0), version(2, 4, 9, 0), version(1, 2, 0, 0), version(1, 1, 553, 1)] {
		count(rule.finding) == 0 with input as sync(new)
	}
}

test_not_when_the_version_is_not_declared if {
	count(rule.finding) == 0 with input as sync({})
}

test_not_in_the_block_of_cloud_sync if {
	count(rule.finding) == 0 with input as changed("/engine", "cloud_sync")
}

test_not_with_mailboxes_on_one_side if {
	count(rule.finding) == 0 with input as changed("/organization/mailboxes_on_both_sides", false)
}
