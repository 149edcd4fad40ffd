# METADATA
# title: The cumulative update is older than hybrid supports
# description: |-
#   A hybrid deployment is supported with the latest cumulative update of Exchange and with the one before it.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/hybrid-deployment-prerequisites
#   description: Hybrid deployment prerequisites, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/permissions
#   description: Permissions in Exchange hybrid deployments, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/exchange-hybrid#exchange-hybrid-deployment-considerations
#   description: Exchange Server hybrid deployments, considerations, checked 2026-08-27
# schemas:
# - input: schema.forest
# custom:
#   id: HYB106
#   severity: warning
#   scopes: [forest]
#   why_severity: The combination is unsupported.
#   message: "Exchange in {forest} is older than the previous cumulative update; hybrid is supported for the two latest"
#   remediation:
#   - where: exchange_on_premises
#     text: Install the latest cumulative update and security update.
#   not_when:
#   - The cumulative update is the current or the previous one.
#   - cumulative_update_currency is not declared; nothing else tells how old an update is.
#   fold: forest
#   statements: [S1-03]
#   tags: [exchange-version]
package hybridlint.topology.exchange_cu_not_current

import rego.v1

finding contains {"at": ["cumulative_update_currency"]} if {
	input.forest.cumulative_update_currency == "older"
}
