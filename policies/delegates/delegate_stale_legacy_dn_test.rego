package hybridlint.delegates.delegate_stale_legacy_dn_test

import data.hybridlint.delegates.delegate_stale_legacy_dn as rule
import rego.v1

delegate := {"outlook_delegate": {"receives_meeting_requests": true, "stored_legacy_exchange_dn_is_current": false}}

changed(path, value) := json.patch(delegate, [{"op": "replace", "path": path, "value": value}])

test_old_address if {
	rule.finding == {{"at": ["stored_legacy_exchange_dn"]}} with input as delegate
}

test_not_when_current if {
	count(rule.finding) == 0 with input as changed("/outlook_delegate/stored_legacy_exchange_dn_is_current", true)
}

test_not_when_unknown if {
	count(rule.finding) == 0 with input as json.remove(delegate, ["outlook_delegate/stored_legacy_exchange_dn_is_current"])
}

test_not_without_meeting_requests if {
	count(rule.finding) == 0 with input as changed("/outlook_delegate/receives_meeting_requests", false)
}
