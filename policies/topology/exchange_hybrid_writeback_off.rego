# METADATA
# title: Exchange attributes are not written back to on-premises
# description: |-
#   Exchange hybrid write-back carries attributes of cloud mailboxes to on-premises Active Directory: Send on Behalf (with Entra Connect)
#   and the X500 form of legacyExchangeDN. It is an optional feature that is off until somebody turns it on.
# related_resources:
# - ref: https://learn.microsoft.com/entra/identity/hybrid/connect/reference-connect-sync-attributes-synchronized#exchange-hybrid-writeback
#   description: Attributes synchronized by Entra Connect, Exchange hybrid writeback, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/delegate-cannot-send-on-behalf-of-after-migration
#   description: Delegate can't send on behalf of after migration, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# - ref: https://learn.microsoft.com/entra/identity/hybrid/cloud-sync/exchange-hybrid
#   description: Exchange hybrid writeback with cloud sync, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/permissions
#   description: Permissions in Exchange hybrid deployments, checked 2026-08-27
# schemas:
# - input: schema.directory_sync
# custom:
#   id: HYB102
#   severity: warning
#   scopes: [directory_sync]
#   why_severity: What fails because of it is reported at the grants, by HYB401 and HYB603.
#   message: "Exchange hybrid write-back {state}: Send on Behalf and X500 addresses of cloud mailboxes do not reach on-premises"
#   phrases:
#     state:
#       "off": is off
#       undeclared: is not declared and off by default (declare exchange_hybrid_deployment, or exchange_hybrid_writeback of cloud sync)
#   remediation:
#   - where: entra_connect
#     text: Select Exchange hybrid deployment in the wizard (Customize synchronization options > Optional features).
#     when:
#       organization.directory_sync.entra_connect.declared: "true"
#   - where: entra_admin_center
#     or: true
#     text: Turn Exchange hybrid writeback on in the configuration of cloud sync (Properties > Basic). It carries X500 addresses only, not Send on Behalf (HYB113).
#     when:
#       organization.directory_sync.cloud_sync.declared: "true"
#   not_when:
#   - One engine writes back.
#   - There is no directory_sync block, so that the engine is unknown, or the block says that there is no engine.
#   - All mailboxes are on one side.
#   supersedes: [HYB112]
#   fold: forest
#   statements: [S0-09, S0-10, S0-11, S0-23, S1-03, S1-04, S1-23, S2-04, S2-43, S2-62]
#   tags: [directory-sync, send-on-behalf, x500]
package hybridlint.topology.exchange_hybrid_writeback_off

import data.hybridlint.inference.directory_sync as inference
import rego.v1

# One finding for all engines, at Entra Connect where there is one.
finding contains {"at": [switch], "vars": {"state": state}} if {
	switch := switch_of_block
	input.organization.mailboxes_on_both_sides
	inference.write_back.answer == "no"
}

switch_of_block := "exchange_hybrid_deployment" if {
	input.engine == "entra_connect"
} else := "exchange_hybrid_writeback" if {
	input.engine == "cloud_sync"
	not input.organization.directory_sync.entra_connect.declared
}

default state := "off"

state := "undeclared" if count(inference.write_back.assumed) > 0
