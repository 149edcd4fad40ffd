# METADATA
# title: What follows from the facts of the synchronization engines
# description: Whether the declared engines write Exchange attributes back, for the rules that look at an engine.
# related_resources:
# - ref: https://learn.microsoft.com/entra/identity/hybrid/connect/reference-connect-sync-attributes-synchronized#exchange-hybrid-writeback
#   description: Attributes synchronized by Entra Connect, Exchange hybrid writeback, checked 2026-08-27
# schemas:
# - input: schema.directory_sync
package hybridlint.inference.directory_sync

import data.hybridlint.inference.writeback
import rego.v1

# Whether Entra Connect is known to be older than the release that can write Send on Behalf back.
default older_than_write_back := false

older_than_write_back if writeback.older_than_write_back(input.organization.directory_sync.entra_connect.version)

# Whether Entra Connect is known to be older than the release that still synchronizes.
default older_than_minimum := false

older_than_minimum if writeback.older_than(input.organization.directory_sync.entra_connect.version, [2, 5, 79, 0])

# Whether any declared engine writes Exchange attributes back.
write_back := writeback.x500(input.organization)

# Whether Entra Connect writes Send on Behalf back.
send_on_behalf_write_back := writeback.send_on_behalf(input.organization)
