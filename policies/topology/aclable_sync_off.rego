# METADATA
# title: Mailboxes that move are not stamped as ACLable
# description: |-
#   With the organization setting ACLableSyncedObjectEnabled, Exchange stamps the object of every mailbox that moves to the cloud, so that
#   it can be used in permissions. The setting exists from Exchange 2013 CU10 on and is off until somebody turns it on.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/hybrid-deployment/set-up-delegated-mailbox-permissions
#   description: Configure Exchange to support delegated mailbox permissions in a hybrid deployment, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/permissions
#   description: Permissions in Exchange hybrid deployments, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/administration/remote-mailbox-created-in-ad-ds-not-aclable
#   description: A remote mailbox created in on-premises AD DS is not ACLable, checked 2026-08-27
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/set-organizationconfig
#   description: Set-OrganizationConfig, checked 2026-08-27
# schemas:
# - input: schema.forest
# custom:
#   id: HYB103
#   severity: warning
#   scopes: [forest]
#   why_severity: Only the objects that move while it is off are affected; HYB110 names them.
#   message: "ACLableSyncedObjectEnabled is off in {forest}: mailboxes that move now cannot be used in permissions from the other side"
#   remediation:
#   - where: entra_connect
#     text: Install the latest version first.
#   - where: exchange_on_premises
#     command: Set-OrganizationConfig -ACLableSyncedObjectEnabled $true
#   - where: exchange_on_premises
#     text: Then stamp the objects of the mailboxes that moved while it was off; HYB110 names them.
#   not_when:
#   - The forest cannot have the setting; HYB104 reports Exchange 2013 before CU10, HYB105 anything older.
#   - The version of Exchange is not declared.
#   - No cloud mailbox has an object there and no move out of the forest is planned.
#   - The forest holds no mailbox any more.
#   fold: forest
#   statements: [S1-03, S1-04, S2-04, S2-12]
#   since: Exchange 2013 CU10
#   tags: [aclable, migration]
package hybridlint.topology.aclable_sync_off

import data.hybridlint.inference.forest as inference
import rego.v1

finding contains {"at": ["aclable_synced_object_enabled"], "assumed": assumed} if {
	inference.has_aclable_setting
	not input.forest.aclable_synced_object_enabled == true
	input.forest.holds_mailbox
	concerns_mailboxes
}

concerns_mailboxes if input.forest.holds_cloud_mailbox_object

concerns_mailboxes if input.forest.onboarding_planned

# Off is the documented default.
assumed contains "aclable_synced_object_enabled" if not declared

declared if is_boolean(input.forest.aclable_synced_object_enabled)
