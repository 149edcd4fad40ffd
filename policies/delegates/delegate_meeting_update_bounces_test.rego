package hybridlint.delegates.delegate_meeting_update_bounces_test

import data.hybridlint.delegates.delegate_meeting_update_bounces as rule
import rego.v1

# The manager is in the cloud, the delegate on-premises, and nothing writes X500 addresses back.
delegate := {
	"entry": {"kind": "outlook_delegate"},
	"acting": {"direction": "on_premises_to_cloud"},
	"outlook_delegate": {"calendar_right": "Editor", "receives_meeting_requests": false, "x500_written_back": false},
	"organization": {"directory_sync": {
		"declared": true,
		"entra_connect": {"declared": true, "exchange_hybrid_deployment": false},
		"cloud_sync": {"declared": false},
	}},
}

changed(path, value) := json.patch(delegate, [{"op": "add", "path": path, "value": value}])

reader := changed("/outlook_delegate/calendar_right", "Reviewer")

test_editor if {
	rule.finding == {{"at": ["delegate"], "assumed": set()}} with input as delegate
}

test_meeting_requests if {
	facts := json.patch(reader, [{"op": "replace", "path": "/outlook_delegate/receives_meeting_requests", "value": true}])
	count(rule.finding) == 1 with input as facts
}

test_undeclared_switch_is_assumed if {
	facts := json.remove(delegate, ["organization/directory_sync/entra_connect/exchange_hybrid_deployment"])
	rule.finding == {{"at": ["delegate"], "assumed": {"exchange_hybrid_deployment"}}} with input as facts
}

test_without_any_engine if {
	facts := changed("/organization/directory_sync/entra_connect", {"declared": false})
	rule.finding == {{"at": ["delegate"], "assumed": set()}} with input as facts
}

test_not_with_write_back if {
	count(rule.finding) == 0 with input as changed("/organization/directory_sync/entra_connect/exchange_hybrid_deployment", true)
	count(rule.finding) == 0 with input as changed("/organization/directory_sync/cloud_sync", {
		"declared": true,
		"exchange_hybrid_writeback": true,
	})
}

test_not_when_the_engine_is_unknown if {
	count(rule.finding) == 0 with input as changed("/organization/directory_sync", {
		"declared": false,
		"entra_connect": {"declared": false},
		"cloud_sync": {"declared": false},
	})
}

test_not_when_added_by_hand if {
	count(rule.finding) == 0 with input as changed("/outlook_delegate/x500_written_back", true)
}

test_not_in_another_direction if {
	every direction in ["same", "cloud_to_on_premises", "on_premises_to_on_premises"] {
		count(rule.finding) == 0 with input as changed("/acting/direction", direction)
	}
}

test_not_for_a_reader if {
	count(rule.finding) == 0 with input as reader
	count(rule.finding) == 0 with input as json.remove(delegate, ["outlook_delegate/calendar_right"])
}

test_not_for_a_grant if {
	count(rule.finding) == 0 with input as changed("/entry/kind", "grant")
}
