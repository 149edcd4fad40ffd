# METADATA
# title: The cumulative update is older than hybrid supports
# description: |-
#   A hybrid deployment is supported with the latest cumulative update of Exchange and with the one before it. Exchange 2013, 2016 and
#   2019 get none any more, so that their last ones are known: CU23, CU23 and CU15.
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
#   - cumulative_update_currency says that the update is the current or the previous one; the declared value wins.
#   - It is not declared, and neither is the update; or it is Exchange Server SE, whose last update nobody knows in advance.
#   - It is Exchange 2013 CU22, 2016 CU22 or 2019 CU14, or later; those lines end with CU23, CU23 and CU15.
#   - It is 2010 or older (HYB105), or 2013 before CU10 (HYB104).
#   fold: forest
#   statements: [S1-03]
#   tags: [exchange-version]
package hybridlint.topology.exchange_cu_not_current

import rego.v1

finding contains {"at": [decisive]} if decisive := older

# The declared value decides; where there is none, the update does.
older := "cumulative_update_currency" if {
	input.forest.cumulative_update_currency == "older"
	not unsupported
} else := "cumulative_update" if {
	not input.forest.cumulative_update_currency
	input.forest.cumulative_update < previous[input.forest.exchange_version]
}

# The update before the last one of the versions to which none is added any more.
previous := {"2013": 22, "2016": 22, "2019": 14}

# HYB105 says more of these.
unsupported if input.forest.exchange_version in {"2003", "2007", "2010"}
