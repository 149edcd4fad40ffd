# METADATA
# title: A batch moves mailboxes to the cloud while new recipients are cloud-managed by default
# description: |-
#   Where Exchange attributes are managed in the cloud by default for the whole tenant, recipients that are synchronized from
#   then on arrive without the mail user that a move needs, so that they cannot be moved to Exchange Online. Microsoft says to
#   set the default for the tenant only when no mailbox is to be moved and no recipient is created on-premises any more.
#   IsExchangeCloudManaged of a single mailbox is not concerned.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/hybrid-deployment/enable-exchange-attributes-cloud-management
#   description: Cloud-based management of Exchange attributes for remote mailboxes, checked 2026-08-27
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/set-organizationconfig
#   description: Set-OrganizationConfig, checked 2026-08-27
# schemas:
# - input: schema.migration_batch
# custom:
#   id: HYB711
#   severity: error
#   scopes: [migration_batch]
#   profile: extended
#   why_severity: Recipients that are synchronized from now on cannot be moved to Exchange Online.
#   message: "{batch} moves mailboxes to the cloud while new recipients are cloud-managed by default: they arrive without a mail user and cannot be moved"
#   remediation:
#   - where: exchange_online
#     text: Set the default of the tenant back to on-premises until the last mailbox has moved and no recipient is created on-premises any more. Set-OrganizationConfig does it; its reference has the switches ExchangeAttributesCloudManagedByDefault and ExchangeAttributesServerManagedByDefault without a description. IsExchangeCloudManaged of a mailbox is not concerned.
#   not_when:
#   - The default is on-premises, or is not declared.
#   - No batch that moves mailboxes to the cloud is open.
#   - An earlier batch has been named already.
#   fold: none
#   statements: []
#   tags: [migration, cloud-management]
package hybridlint.batches.batch_while_cloud_managed_by_default

import rego.v1

finding contains {"at": ["direction"]} if {
	input.organization.exchange_attributes_cloud_managed_by_default
	input.direction == "onboarding"
	input.first_onboarding
}
