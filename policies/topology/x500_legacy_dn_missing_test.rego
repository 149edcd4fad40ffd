package hybridlint.topology.x500_legacy_dn_missing_test

import data.hybridlint.inference.recipient as inference
import data.hybridlint.topology.x500_legacy_dn_missing as rule
import rego.v1

# A cloud mailbox whose on-premises object does not know its DN, though write-back is on.
recipient := {
	"recipient": {"home": "cloud", "mailbox": true},
	"object": {"legacy_exchange_dn_is_x500_address": false},
	"organization": {"directory_sync": {
		"entra_connect": {"exchange_hybrid_deployment": true},
		"cloud_sync": {"exchange_hybrid_writeback": true},
	}},
}

changed(path, value) := json.patch(recipient, [{"op": "replace", "path": path, "value": value}])

written_back(answer) := {"answer": answer, "assumed": set()}

fires := {{"at": ["object", "email_addresses"], "vars": {"engine": "entra_connect"}}}

engine(facts) := engines if {
	engines := {f.vars.engine | some f in rule.finding} with input as facts
		with inference.x500_write_back as written_back("yes")
}

test_engine if {
	engine(recipient) == {"entra_connect"}
	engine(changed("/organization/directory_sync/entra_connect", {})) == {"cloud_sync"}
	engine(changed("/organization/directory_sync", {})) == {"unknown"}
}

test_cloud_mailbox_with_write_back if {
	rule.finding == fires with input as recipient with inference.x500_write_back as written_back("yes")
}

test_cloud_mailbox_with_an_unknown_engine if {
	rule.finding == fires with input as recipient with inference.x500_write_back as written_back("unknown")
}

test_on_premises_mailbox_needs_no_write_back if {
	rule.finding == fires with input as changed("/recipient/home", "on_premises")
		with inference.x500_write_back as written_back("no")
}

test_not_when_nothing_is_written_back if {
	count(rule.finding) == 0 with input as recipient with inference.x500_write_back as written_back("no")
}

test_not_when_the_address_is_there if {
	count(rule.finding) == 0 with input as changed("/object/legacy_exchange_dn_is_x500_address", true)
		with inference.x500_write_back as written_back("yes")
}

test_not_when_not_declared if {
	count(rule.finding) == 0 with input as changed("/object", {}) with inference.x500_write_back as written_back("yes")
}

test_not_without_a_mailbox if {
	count(rule.finding) == 0 with input as changed("/recipient/mailbox", false)
		with inference.x500_write_back as written_back("yes")
}
