# METADATA
# title: Entra Connect is too old to synchronize
# description: |-
#   Since 2026-09-30 all synchronization services of Entra Connect before 2.5.79.0 fail. Nothing new reaches the other side, in either
#   direction: no new object, no Send on Behalf, no X500 address.
# related_resources:
# - ref: https://learn.microsoft.com/entra/identity/hybrid/connect/harden-update-ad-fs-pingfederate
#   description: Harden and update Entra Connect, checked 2026-08-27
# - ref: https://learn.microsoft.com/entra/identity/hybrid/connect/reference-connect-version-history-archive#115530
#   description: Entra Connect version history archive, checked 2026-08-27
# schemas:
# - input: schema.directory_sync
# custom:
#   id: HYB116
#   severity: error
#   scopes: [directory_sync]
#   why_severity: Nothing new reaches the other side, in either direction.
#   message: "Entra Connect {version} no longer synchronizes: 2.5.79.0 is the minimum since 2026-09-30. The other findings describe what it will carry once it is upgraded"
#   remediation:
#   - where: entra_connect
#     text: Install the current version, 2.5.190.0 or later, from the Entra admin center; there is no other download any more.
#   not_when:
#   - The version is 2.5.79.0 or later, or not declared; versions are compared as numbers.
#   - There is no block for Entra Connect; the agent version of cloud sync is another number.
#   fold: none
#   statements: []
#   since: Entra Connect 2.5.79.0
#   tags: [directory-sync]
package hybridlint.topology.entra_connect_below_minimum

import data.hybridlint.inference.directory_sync as inference
import rego.v1

finding contains {"at": ["version"]} if {
	input.engine == "entra_connect"
	inference.older_than_minimum
}
