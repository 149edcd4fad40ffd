package hybridlint.topology.cloud_sync_no_send_on_behalf_writeback_test

import data.hybridlint.topology.cloud_sync_no_send_on_behalf_writeback as rule
import rego.v1

# Cloud sync writes back, and a cloud manager has an assistant on-premises.
sync := {
	"engine": "cloud_sync",
	"organization": {
		"offering": "multi_tenant",
		"directory_sync": {
			"declared": true,
			"entra_connect": {"declared": false},
			"cloud_sync": {"declared": true, "exchange_hybrid_writeback": true},
		},
	},
	"send_on_behalf_unknown_on_premises": 2,
}

changed(path, value) := json.patch(sync, [{"op": "replace", "path": path, "value": value}])

test_unknown_on_premises if {
	rule.finding == {{"at": ["exchange_hybrid_writeback"]}} with input as sync
}

test_not_when_all_are_known if {
	count(rule.finding) == 0 with input as changed("/send_on_behalf_unknown_on_premises", 0)
}

test_not_when_write_back_is_off if {
	path := "/organization/directory_sync/cloud_sync"
	count(rule.finding) == 0 with input as changed(path, {"declared": true, "exchange_hybrid_writeback": false})
	count(rule.finding) == 0 with input as changed(path, {"declared": true})
}

test_not_in_the_block_of_entra_connect if {
	count(rule.finding) == 0 with input as changed("/engine", "entra_connect")
}

test_not_when_entra_connect_writes_back if {
	entra_connect := {"declared": true, "version": {}, "exchange_hybrid_deployment": true}
	count(rule.finding) == 0 with input as changed("/organization/directory_sync/entra_connect", entra_connect)
}
