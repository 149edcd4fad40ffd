package hybridlint.inference.directory_sync_test

import data.hybridlint.inference.directory_sync as inference
import rego.v1

sync(entra_connect) := {"organization": {"directory_sync": {
	"declared": true,
	"entra_connect": object.union({"declared": true}, entra_connect),
	"cloud_sync": {"declared": false},
}}}

version(build) := {"version": {"major": 1, "minor": 1, "build": build, "revision": 0}}

test_older_than_write_back if {
	inference.older_than_write_back with input as sync(version(552))
}

test_not_older_or_not_declared if {
	inference.older_than_write_back == false with input as sync(version(553))
	inference.older_than_write_back == false with input as sync({"version": {}})
}

test_write_back if {
	inference.write_back.answer == "yes" with input as sync({"exchange_hybrid_deployment": true})
	inference.write_back.answer == "no" with input as sync({"exchange_hybrid_deployment": false})
}

test_send_on_behalf_write_back if {
	inference.send_on_behalf_write_back.answer == "no" with input as sync({"exchange_hybrid_deployment": false})
	inference.send_on_behalf_write_back.answer == "yes" with input as sync({"exchange_hybrid_deployment": true})
}
