# METADATA
# title: What follows from the facts of a forest
# description: Whether the organization setting for ACLable objects exists in a forest.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/hybrid-deployment/set-up-delegated-mailbox-permissions
#   description: Configure Exchange to support delegated mailbox permissions in a hybrid deployment, checked 2026-08-27
# schemas:
# - input: schema.forest
package hybridlint.inference.forest

import data.hybridlint.inference.objects
import rego.v1

# Whether the forest is known to have the setting: Exchange 2013 CU10 or later.
default has_aclable_setting := false

has_aclable_setting if objects.has_aclable_setting(input.forest)
