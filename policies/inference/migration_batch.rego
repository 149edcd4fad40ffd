# METADATA
# title: What follows from the facts of a migration batch
# description: Whether the forest that a batch moves mailboxes out of can stamp them as ACLable.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/hybrid-deployment/set-up-delegated-mailbox-permissions
#   description: Configure Exchange to support delegated mailbox permissions in a hybrid deployment, checked 2026-08-27
# schemas:
# - input: schema.migration_batch
package hybridlint.inference.migration_batch

import data.hybridlint.inference.objects
import rego.v1

# Whether the source forest is known to have the organization setting.
default source_has_aclable_setting := false

source_has_aclable_setting if objects.has_aclable_setting(input.source_forest)
