# METADATA
# title: Exchange 2013 before CU10 cannot stamp moved mailboxes
# description: |-
#   The organization setting that stamps the objects of moved mailboxes came with Exchange 2013 CU10. Before it, each object has to be
#   stamped by hand, and such an update is outside support.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/hybrid-deployment/set-up-delegated-mailbox-permissions
#   description: Configure Exchange to support delegated mailbox permissions in a hybrid deployment, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/permissions
#   description: Permissions in Exchange hybrid deployments, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/administration/remote-mailbox-created-in-ad-ds-not-aclable
#   description: A remote mailbox created in on-premises AD DS is not ACLable, checked 2026-08-27
# schemas:
# - input: schema.forest
# custom:
#   id: HYB104
#   severity: warning
#   scopes: [forest]
#   why_severity: Stamping mailbox by mailbox still works, but the combination is unsupported.
#   message: "Exchange 2013 CU{cumulative_update} in {forest} cannot stamp moved mailboxes; CU10 is the first that can{contradiction}"
#   phrases:
#     contradiction:
#       none: ""
#       declared_on: " (so aclable_synced_object_enabled = true is impossible there)"
#   remediation:
#   - where: exchange_on_premises
#     text: Install the latest cumulative update or a newer version of Exchange. The update is also too old for hybrid (HYB106).
#   - where: active_directory
#     intro: Until then, for each user mailbox that has moved
#     command: Get-ADUser -Identity <user> | Set-ADObject -Replace @{msExchRecipientDisplayType=-1073741818}
#   not_when:
#   - The cumulative update is not declared, or is CU10 or later.
#   - A newer version of Exchange runs in the forest; the fact is the newest version.
#   supersedes: [HYB106]
#   fold: forest
#   statements: [S1-03, S2-12]
#   since: Exchange 2013 CU10
#   tags: [aclable, exchange-version]
package hybridlint.topology.exchange_2013_before_cu10

import rego.v1

finding contains {"at": ["cumulative_update"], "vars": {"contradiction": contradiction}} if {
	input.forest.exchange_version == "2013"
	input.forest.cumulative_update < 10
}

default contradiction := "none"

contradiction := "declared_on" if input.forest.aclable_synced_object_enabled == true
