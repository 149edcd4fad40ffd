# METADATA
# title: A batch starts while moved mailboxes are not made ACLable
# description: |-
#   The organization setting ACLableSyncedObjectEnabled makes Exchange stamp the objects of mailboxes that move to the cloud
#   as ACLable, so that they can hold permissions on-premises. It is off by default and acts on moves made while it is on; the
#   others have to be stamped one by one. The first batch that moves mailboxes out of the forest is named.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/hybrid-deployment/set-up-delegated-mailbox-permissions
#   description: Configure Exchange to support delegated mailbox permissions in a hybrid deployment, checked 2026-08-27
# schemas:
# - input: schema.migration_batch
# custom:
#   id: HYB709
#   severity: warning
#   scopes: [migration_batch]
#   why_severity: It can be repaired afterwards, mailbox by mailbox.
#   message: "{batch} starts while ACLableSyncedObjectEnabled is off in {forest}{more}"
#   remediation:
#   - where: exchange_on_premises
#     intro: Before the mailboxes move
#     command: Set-OrganizationConfig -ACLableSyncedObjectEnabled $true
#   - where: exchange_on_premises
#     text: Stamp the objects of mailboxes that have moved already; HYB110 names them.
#   not_when:
#   - The setting is on.
#   - All mailboxes that move are rooms and equipment, which are never stamped.
#   - An earlier batch of the same forest has been named already.
#   - The version of Exchange is not declared, or has no such setting (before Exchange 2013 CU10).
#   - The batch moves mailboxes to on-premises.
#   fold: none
#   statements: []
#   tags: [migration, aclable]
package hybridlint.batches.batch_before_aclable_sync

import data.hybridlint.inference.migration_batch as inference
import rego.v1

finding contains {"at": ["source_forest"], "assumed": assumed} if {
	input.direction == "onboarding"
	inference.source_has_aclable_setting
	not input.source_forest.aclable_synced_object_enabled == true
	input.first_to_move_non_resource
}

# Off is the documented default.
assumed contains "aclable_synced_object_enabled" if not declared

declared if is_boolean(input.source_forest.aclable_synced_object_enabled)
