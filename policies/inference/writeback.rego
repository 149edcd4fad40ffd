# METADATA
# title: What directory synchronization carries
# description: |-
#   Exchange hybrid write-back of Entra Connect and of cloud sync, and the way of a Send on Behalf entry to the cloud.
# related_resources:
# - ref: https://learn.microsoft.com/entra/identity/hybrid/connect/reference-connect-sync-attributes-synchronized#exchange-hybrid-writeback
#   description: Attributes synchronized by Entra Connect, Exchange hybrid writeback, checked 2026-08-27
# - ref: https://learn.microsoft.com/entra/identity/hybrid/cloud-sync/exchange-hybrid
#   description: Exchange hybrid writeback with cloud sync, checked 2026-08-27
package hybridlint.inference.writeback

import rego.v1

# send_on_behalf answers whether an entry made in the cloud can reach on-premises Active Directory, and why not.
send_on_behalf(organization) := {"answer": "no", "cause": "dedicated", "assumed": set()} if {
	organization.offering == "dedicated_itar"
} else := {"answer": "unknown", "cause": "unknown_engine", "assumed": set()} if {
	not organization.directory_sync.declared
} else := {"answer": "no", "cause": "no_synchronization", "assumed": set()} if {
	not organization.directory_sync.entra_connect.declared
	not organization.directory_sync.cloud_sync.declared
} else := {"answer": "no", "cause": "cloud_sync_only", "assumed": set()} if {
	# The mapping list of cloud sync has no publicDelegates.
	not organization.directory_sync.entra_connect.declared
} else := {"answer": "no", "cause": "entra_connect_too_old", "assumed": set()} if {
	older_than_write_back(organization.directory_sync.entra_connect.version)
} else := {"answer": "yes", "cause": "written_back", "assumed": set()} if {
	organization.directory_sync.entra_connect.exchange_hybrid_deployment == true
} else := {"answer": "no", "cause": "write_back_off", "assumed": set()} if {
	organization.directory_sync.entra_connect.exchange_hybrid_deployment == false
} else := {"answer": "no", "cause": "write_back_undeclared", "assumed": {"exchange_hybrid_deployment"}}

# Release 1.1.553.0 brought the rule "Out to AD - User Exchange Hybrid PublicDelegates writeback".
older_than_write_back(version) if older_than(version, [1, 1, 553, 0])

# older_than compares versions as numbers; one that is not declared is not older.
older_than(version, release) if {
	[version.major, version.minor, version.build, version.revision] < release
}

# x500 answers whether the legacyExchangeDN of a cloud mailbox reaches on-premises Active Directory; either engine does it.
x500(organization) := {"answer": "unknown", "assumed": set()} if {
	not organization.directory_sync.declared
} else := {"answer": "yes", "assumed": set()} if {
	organization.directory_sync.entra_connect.exchange_hybrid_deployment == true
} else := {"answer": "yes", "assumed": set()} if {
	organization.directory_sync.cloud_sync.exchange_hybrid_writeback == true
} else := {"answer": "no", "assumed": undeclared_switches(organization.directory_sync)}

undeclared_switches(sync) := {fact |
	some fact in ["exchange_hybrid_deployment", "exchange_hybrid_writeback"]
	undeclared_switch(sync, fact)
}

undeclared_switch(sync, "exchange_hybrid_deployment") if {
	sync.entra_connect.declared
	not declared_switch(sync, "exchange_hybrid_deployment")
}

undeclared_switch(sync, "exchange_hybrid_writeback") if {
	sync.cloud_sync.declared
	not declared_switch(sync, "exchange_hybrid_writeback")
}

declared_switch(sync, "exchange_hybrid_deployment") if is_boolean(sync.entra_connect.exchange_hybrid_deployment)

declared_switch(sync, "exchange_hybrid_writeback") if is_boolean(sync.cloud_sync.exchange_hybrid_writeback)

# public_delegates_reach_cloud is true unless nothing carries the attribute; an unknown engine counts as one that does.
public_delegates_reach_cloud(sync) if not sync.declared

public_delegates_reach_cloud(sync) if {
	sync.entra_connect.declared
	not sync.entra_connect.excludes_public_delegates
}

public_delegates_reach_cloud(sync) if {
	sync.cloud_sync.declared
	not sync.cloud_sync.excludes_public_delegates
}
