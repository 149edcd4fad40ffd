# METADATA
# title: Cloud sync does not carry Send on Behalf
# description: |-
#   Exchange hybrid write-back of Entra Cloud Sync writes X500 addresses, but publicDelegates is not in its mapping list, although a
#   decision guide calls its support of the attributes full. So Send on Behalf of a cloud mailbox stays unknown to on-premises delegates.
# related_resources:
# - ref: https://learn.microsoft.com/entra/identity/hybrid/cloud-sync/exchange-hybrid
#   description: Exchange hybrid writeback with cloud sync, checked 2026-08-27
# schemas:
# - input: schema.directory_sync
# custom:
#   id: HYB113
#   severity: warning
#   scopes: [directory_sync]
#   why_severity: A partial feature, not a fault of a grant; the grants are reported by HYB401.
#   message: "cloud sync does not carry Send on Behalf; grants of cloud mailboxes that stay unknown on-premises: {count}"
#   remediation:
#   - where: exchange_on_premises
#     text: Put each permission on the on-premises object by hand, as HYB401 says.
#   - where: entra_connect
#     or: true
#     text: Keep Entra Connect, with the optional feature Exchange hybrid deployment, for it; whoever gives Entra Connect up for cloud sync loses the write-back of Send on Behalf.
#   not_when:
#   - Entra Connect writes Send on Behalf back.
#   - The permission is on the on-premises object already, by hand or because it was made before the move.
#   - No cloud mailbox has a Send on Behalf delegate who works on-premises.
#   - Write-back of cloud sync is off, which HYB102 reports.
#   - The tenant is a dedicated one; HYB403 says what helps.
#   fold: none
#   statements: []
#   since: provisioning agent 1.1.1107.0
#   tags: [directory-sync, send-on-behalf]
package hybridlint.topology.cloud_sync_no_send_on_behalf_writeback

import data.hybridlint.inference.directory_sync as inference
import rego.v1

finding contains {"at": ["exchange_hybrid_writeback"]} if {
	input.engine == "cloud_sync"
	input.organization.directory_sync.cloud_sync.exchange_hybrid_writeback == true
	input.send_on_behalf_unknown_on_premises > 0
	inference.send_on_behalf_write_back.answer != "yes"
	input.organization.offering == "multi_tenant"
}
