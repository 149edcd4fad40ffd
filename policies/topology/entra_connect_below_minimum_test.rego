package hybridlint.topology.entra_connect_below_minimum_test

import data.hybridlint.topology.entra_connect_below_minimum as rule
import rego.v1

sync(engine, version) := {
	"engine": engine,
	"organization": {"directory_sync": {"entra_connect": {"declared": true, "version": version}}},
}

version(major, minor, build, revision) := {"major": major, "minor": minor, "build": build, "revision": revision}

test_older if {
	every old in [version(2, 5, 78, 65535), version(2, 4, 131, 0), version(2, 5, 9, 0), version(1, 1, 553, 0)] {
		rule.finding == {{"at": ["version"]}} with input as sync("entra_connect", old)
	}
}

test_not_from_the_minimum_on if {
	every new in [version(2, 5, 79, 0), version(2, 5, 190, 0), version(2, 10, 0, 0), version(3, 0, 0, 0)] {
		count(rule.finding) == 0 with input as sync("entra_connect", new)
	}
}

test_not_when_the_version_is_not_declared if {
	count(rule.finding) == 0 with input as sync("entra_connect", {})
}

test_not_in_the_block_of_cloud_sync if {
	count(rule.finding) == 0 with input as sync("cloud_sync", version(1, 1, 486, 0))
}
