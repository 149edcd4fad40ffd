package hybridlint.send_as.send_as_relies_on_sync_test

import data.hybridlint.send_as.send_as_relies_on_sync as rule
import rego.v1

grant(permission, replication) := {"entry": {"permission": permission, "replication": replication}}

test_any_synchronization if {
	every engine in ["entra_connect", "cloud_sync", "directory_sync"] {
		rule.finding == {{"at": ["replication"], "vars": {"engine": engine}}} with input as grant("send_as", engine)
	}
}

test_not_when_manual if {
	count(rule.finding) == 0 with input as grant("send_as", "manual")
}

test_not_when_not_declared if {
	count(rule.finding) == 0 with input as {"entry": {"permission": "send_as"}}
}

test_not_for_another_permission if {
	count(rule.finding) == 0 with input as grant("send_on_behalf", "entra_connect")
}
