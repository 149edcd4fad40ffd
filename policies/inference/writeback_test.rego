package hybridlint.inference.writeback_test

import data.hybridlint.inference.writeback
import rego.v1

# An ordinary tenant whose Entra Connect has the feature on.
organization := {
	"offering": "multi_tenant",
	"directory_sync": {
		"declared": true,
		"entra_connect": {
			"declared": true,
			"version": {"major": 2, "minor": 4, "build": 131, "revision": 0},
			"exchange_hybrid_deployment": true,
			"excludes_public_delegates": false,
		},
		"cloud_sync": {"declared": false, "excludes_public_delegates": false},
	},
}

sync := organization.directory_sync

entra_connect(facts) := object.union(organization, {"directory_sync": {"entra_connect": facts}})

undeclared_deployment := json.remove(organization, ["directory_sync/entra_connect/exchange_hybrid_deployment"])

cloud_sync_only := object.union(organization, {"directory_sync": {
	"entra_connect": {"declared": false},
	"cloud_sync": {"declared": true},
}})

no_synchronization := object.union(organization, {"directory_sync": {"entra_connect": {"declared": false}}})

unknown_engine := object.union(no_synchronization, {"directory_sync": {"declared": false}})

test_send_on_behalf_is_written_back if {
	writeback.send_on_behalf(organization) == {"answer": "yes", "cause": "written_back", "assumed": set()}
}

test_send_on_behalf_not_in_a_dedicated_tenant if {
	dedicated := object.union(organization, {"offering": "dedicated_itar"})
	writeback.send_on_behalf(dedicated) == {"answer": "no", "cause": "dedicated", "assumed": set()}
}

test_send_on_behalf_dedicated_before_unknown_engine if {
	dedicated := object.union(unknown_engine, {"offering": "dedicated_itar"})
	writeback.send_on_behalf(dedicated).answer == "no"
}

test_send_on_behalf_unknown_without_a_block if {
	writeback.send_on_behalf(unknown_engine) == {"answer": "unknown", "cause": "unknown_engine", "assumed": set()}
}

test_send_on_behalf_not_without_synchronization if {
	writeback.send_on_behalf(no_synchronization) == {"answer": "no", "cause": "no_synchronization", "assumed": set()}
}

test_send_on_behalf_not_by_cloud_sync if {
	writeback.send_on_behalf(cloud_sync_only) == {"answer": "no", "cause": "cloud_sync_only", "assumed": set()}
}

test_send_on_behalf_not_by_cloud_sync_with_its_own_switch if {
	facts := object.union(cloud_sync_only, {"directory_sync": {"cloud_sync": {"exchange_hybrid_writeback": true}}})
	writeback.send_on_behalf(facts).answer == "no"
}

test_send_on_behalf_by_entra_connect_beside_cloud_sync if {
	facts := object.union(organization, {"directory_sync": {"cloud_sync": {"declared": true}}})
	writeback.send_on_behalf(facts).answer == "yes"
}

test_send_on_behalf_not_before_1_1_553 if {
	facts := entra_connect({"version": {"major": 1, "minor": 1, "build": 552, "revision": 9}})
	writeback.send_on_behalf(facts) == {"answer": "no", "cause": "entra_connect_too_old", "assumed": set()}
}

test_send_on_behalf_version_decides_before_an_undeclared_switch if {
	facts := object.union(undeclared_deployment, {"directory_sync": {"entra_connect": {"version": {
		"major": 1,
		"minor": 1,
		"build": 371,
		"revision": 0,
	}}}})
	writeback.send_on_behalf(facts).assumed == set()
}

test_send_on_behalf_since_1_1_553 if {
	facts := entra_connect({"version": {"major": 1, "minor": 1, "build": 553, "revision": 0}})
	writeback.send_on_behalf(facts).answer == "yes"
}

test_send_on_behalf_undeclared_version_is_new_enough if {
	facts := json.patch(organization, [{
		"op": "replace",
		"path": "/directory_sync/entra_connect/version",
		"value": {},
	}])
	writeback.send_on_behalf(facts).answer == "yes"
}

test_send_on_behalf_not_when_off if {
	facts := entra_connect({"exchange_hybrid_deployment": false})
	writeback.send_on_behalf(facts) == {"answer": "no", "cause": "write_back_off", "assumed": set()}
}

test_send_on_behalf_undeclared_switch_is_assumed if {
	writeback.send_on_behalf(undeclared_deployment) == {
		"answer": "no",
		"cause": "write_back_undeclared",
		"assumed": {"exchange_hybrid_deployment"},
	}
}

test_versions_are_numbers if {
	writeback.older_than_write_back({"major": 1, "minor": 1, "build": 99, "revision": 0})
	not writeback.older_than_write_back({"major": 1, "minor": 1, "build": 1107, "revision": 0})
	not writeback.older_than_write_back({"major": 1, "minor": 10, "build": 0, "revision": 0})
	not writeback.older_than_write_back({})
}

test_x500_unknown_without_a_block if {
	writeback.x500(unknown_engine) == {"answer": "unknown", "assumed": set()}
}

test_x500_by_entra_connect if {
	writeback.x500(organization) == {"answer": "yes", "assumed": set()}
}

test_x500_by_entra_connect_of_any_version if {
	facts := entra_connect({"version": {"major": 1, "minor": 0, "build": 0, "revision": 0}})
	writeback.x500(facts).answer == "yes"
}

test_x500_by_cloud_sync if {
	facts := object.union(cloud_sync_only, {"directory_sync": {
		"entra_connect": {"exchange_hybrid_deployment": false},
		"cloud_sync": {"exchange_hybrid_writeback": true},
	}})
	writeback.x500(facts) == {"answer": "yes", "assumed": set()}
}

test_x500_not_when_off if {
	facts := entra_connect({"exchange_hybrid_deployment": false})
	writeback.x500(facts) == {"answer": "no", "assumed": set()}
}

test_x500_not_without_synchronization if {
	facts := json.remove(no_synchronization, ["directory_sync/entra_connect/exchange_hybrid_deployment"])
	writeback.x500(facts) == {"answer": "no", "assumed": set()}
}

test_x500_undeclared_switch_of_entra_connect_is_assumed if {
	writeback.x500(undeclared_deployment) == {"answer": "no", "assumed": {"exchange_hybrid_deployment"}}
}

test_x500_undeclared_switch_of_cloud_sync_is_assumed if {
	facts := json.remove(cloud_sync_only, ["directory_sync/entra_connect/exchange_hybrid_deployment"])
	writeback.x500(facts) == {"answer": "no", "assumed": {"exchange_hybrid_writeback"}}
}

test_public_delegates_reach_cloud_by_default if {
	writeback.public_delegates_reach_cloud(sync)
}

test_public_delegates_reach_cloud_with_an_unknown_engine if {
	writeback.public_delegates_reach_cloud(unknown_engine.directory_sync)
}

test_public_delegates_reach_cloud_by_cloud_sync if {
	writeback.public_delegates_reach_cloud(cloud_sync_only.directory_sync)
}

test_public_delegates_reach_cloud_while_one_engine_carries_them if {
	writeback.public_delegates_reach_cloud(object.union(sync, {
		"entra_connect": {"excludes_public_delegates": true},
		"cloud_sync": {"declared": true},
	}))
}

test_public_delegates_do_not_reach_cloud_when_every_engine_excludes_them if {
	not writeback.public_delegates_reach_cloud(object.union(sync, {
		"entra_connect": {"excludes_public_delegates": true},
		"cloud_sync": {"declared": true, "excludes_public_delegates": true},
	}))
}

test_public_delegates_do_not_reach_cloud_without_synchronization if {
	not writeback.public_delegates_reach_cloud(no_synchronization.directory_sync)
}
