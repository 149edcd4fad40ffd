# METADATA
# title: The object of a moved mailbox is not ACLable
# description: |-
#   A mailbox that moved to the cloud before the organization setting was on, or from Exchange 2010 or 2013 before CU10, left an object
#   behind that cannot hold permissions. What moves after the setting is on is stamped at the move; some mailboxes are missed
#   nevertheless, and only msExchRecipientDisplayType proves it.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/hybrid-deployment/set-up-delegated-mailbox-permissions
#   description: Configure Exchange to support delegated mailbox permissions in a hybrid deployment, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/permissions
#   description: Permissions in Exchange hybrid deployments, checked 2026-08-27
# - ref: https://learn.microsoft.com/office/client-developer/outlook/mapi/pidtagdisplaytypeex-canonical-property
#   description: PidTagDisplayTypeEx canonical property, checked 2026-08-27
# schemas:
# - input: schema.recipient
# custom:
#   id: HYB110
#   severity: warning
#   scopes: [recipient]
#   why_severity: It concerns the readiness of one recipient; the grants that fail get HYB203, HYB404, HYB505 and HYB605.
#   message: "the object of {recipient} in {forest} is not ACLable: {cause}"
#   phrases:
#     cause:
#       moved_before: the mailbox moved on {moved_on}, before ACLableSyncedObjectEnabled was switched on there ({aclable_enabled_on})
#       version: Exchange 2010 and 2013 before CU10 do not stamp what moves
#       setting_off: ACLableSyncedObjectEnabled is off there
#       setting_undeclared: ACLableSyncedObjectEnabled is off by default
#       display_type: its display type lacks the ACLable flag
#   remediation:
#   - where: exchange_on_premises
#     intro: In {forest}
#     command: Set-RemoteMailbox -Identity {recipient} -ACLableSyncedObjectEnabled
#     if: that forest runs Exchange 2013 or later, or its version is not declared
#     when: {forest.exchange_version: ["!2010", "!2007", "!2003"]}
#   - where: active_directory
#     or: true
#     command: Get-ADUser -Identity <user> | Set-ADObject -Replace @{msExchRecipientDisplayType=-1073741818}
#   - where: exchange_on_premises
#     text: The Exchange attributes of {recipient} are managed in the cloud, and the display type is written from there where the write-back job runs; look at msExchRecipientDisplayType after the next synchronization.
#     when: {recipient.exchange_attributes_managed_in: cloud}
#   - where: exchange_on_premises
#     or: true
#     intro: For all user mailboxes in the cloud, with the Active Directory module loaded; shared mailboxes one by one, as above
#     command: Get-RemoteMailbox -ResultSize Unlimited | Where-Object {$_.RecipientTypeDetails -eq "RemoteUserMailbox"} | ForEach-Object {Get-ADUser -Identity $_.Guid | Set-ADObject -Replace @{msExchRecipientDisplayType=-1073741818}}
#     if: the mailbox is a user mailbox, and that forest runs Exchange 2013 or later, or its version is not declared
#     when:
#       recipient.type: user_mailbox
#       forest.exchange_version: ["!2010", "!2007", "!2003"]
#   not_when:
#   - The mailbox moved after the setting was on, and no display type says otherwise.
#   - The object's display type has the ACLable flag, or nothing says whether the object is ACLable.
#   - The mailbox was created as a remote mailbox, which HYB109 reports.
#   - The mailbox is a room or equipment mailbox; those are never stamped.
#   - The forest holds no mailbox any more.
#   fold: forest
#   statements: [S1-03, S2-12]
#   since: Exchange 2013 CU10
#   tags: [aclable, migration]
package hybridlint.topology.moved_mailbox_not_aclable

import data.hybridlint.inference.recipient as inference
import rego.v1

finding contains {"at": decisive, "assumed": inference.object_aclable.assumed, "vars": {"cause": inference.not_aclable_because}} if {
	input.recipient.home == "cloud"
	input.recipient.type in {"user_mailbox", "shared_mailbox"}
	input.viewed
	input.forest.holds_mailbox
	inference.object_aclable.answer == "no"
	moved_or_proven
}

moved_or_proven if input.recipient.provisioned_by == "migration"

# Nobody says how the mailbox came to the cloud, but the attribute proves what became of its object.
moved_or_proven if {
	not input.recipient.provisioned_by
	is_number(input.object.recipient_display_type)
}

decisive := ["object", "recipient_display_type"] if {
	is_number(input.object.recipient_display_type)
} else := ["provisioned_by"]
