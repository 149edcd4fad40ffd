# METADATA
# title: The newest Exchange of the forest is out of support
# description: |-
#   Microsoft's support of Exchange 2013 ended on 2023-04-11, that of Exchange 2016 and 2019 on 2025-10-14. Exchange Server Subscription
#   Edition is supported.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/administration/exchange-2016-2019-end-of-support
#   description: Exchange Server 2016 and 2019 end of support, checked 2026-08-27
# schemas:
# - input: schema.forest
# custom:
#   id: HYB114
#   severity: warning
#   scopes: [forest]
#   why_severity: It is no fault of delegation, but there is no security update any more, and free/busy with the cloud moves to what only SE gets. A forest without mailboxes gets a note.
#   message: "Exchange {exchange_version} in {forest} has been out of support since {ended}"
#   phrases:
#     ended:
#       "2013": "2023-04-11"
#       "2016": "2025-10-14"
#       "2019": "2025-10-14"
#   remediation:
#   - where: exchange_on_premises
#     text: Upgrade to Exchange Server SE.
#   - where: exchange_online
#     or: true
#     text: Move the mailboxes to Exchange Online.
#   not_when:
#   - The newest Exchange is SE, or not declared.
#   - It is 2010 or older; HYB105 says more.
#   fold: none
#   statements: []
#   tags: [exchange-version]
package hybridlint.topology.exchange_version_end_of_support

import rego.v1

finding contains {"at": ["exchange_version"], "severity": severity, "vars": {"ended": input.forest.exchange_version}} if {
	input.forest.exchange_version in {"2013", "2016", "2019"}
}

default severity := "note"

severity := "warning" if input.forest.holds_mailbox
