# METADATA
# title: Delegated permissions are not supported with this version of Exchange
# description: |-
#   Permissions between Exchange Online and on-premises need Exchange 2013 or later. Exchange 2010 was supported once, with stamping
#   mailbox by mailbox, and is not any more; older versions never were.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/hybrid-deployment/set-up-delegated-mailbox-permissions
#   description: Configure Exchange to support delegated mailbox permissions in a hybrid deployment, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/permissions
#   description: Permissions in Exchange hybrid deployments, checked 2026-08-27
# schemas:
# - input: schema.forest
# custom:
#   id: HYB105
#   severity: warning
#   scopes: [forest]
#   why_severity: Unsupported, though it may partly work.
#   message: "Exchange {exchange_version} in {forest}: delegated permissions with Exchange Online are not supported"
#   remediation:
#   - where: exchange_on_premises
#     text: Introduce a supported version of Exchange and move the hybrid role to it.
#   not_when:
#   - The newest Exchange of the forest is 2013 or later, or is not declared.
#   - All mailboxes are on one side.
#   fold: forest
#   statements: [S1-03]
#   tags: [exchange-version]
package hybridlint.topology.exchange_version_unsupported

import rego.v1

finding contains {"at": ["exchange_version"]} if {
	input.forest.exchange_version in {"2003", "2007", "2010"}
	input.organization.mailboxes_on_both_sides
}
