# METADATA
# title: A remote mailbox was created without the ACLable switch
# description: |-
#   The object of a mailbox that New-RemoteMailbox or Enable-RemoteMailbox creates is not ACLable by design, unless the switch
#   -ACLableSyncedObjectEnabled is given. The organization setting of the same name acts on mailboxes that are moved, not on these.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/administration/remote-mailbox-created-in-ad-ds-not-aclable
#   description: A remote mailbox created in on-premises AD DS is not ACLable, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/hybrid-deployment/set-up-delegated-mailbox-permissions
#   description: Configure Exchange to support delegated mailbox permissions in a hybrid deployment, checked 2026-08-27
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/set-remotemailbox
#   description: Set-RemoteMailbox, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# schemas:
# - input: schema.recipient
# custom:
#   id: HYB109
#   severity: warning
#   scopes: [recipient]
#   why_severity: It concerns the readiness of one recipient; the grants that fail get HYB203, HYB404, HYB505 and HYB605.
#   message: "the object of {recipient} in {forest} is not ACLable: it was created without -ACLableSyncedObjectEnabled"
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
#     text: Next time, give New-RemoteMailbox or Enable-RemoteMailbox the switch -ACLableSyncedObjectEnabled; it takes no value.
#     if: that forest runs Exchange 2013 or later, or its version is not declared
#     when: {forest.exchange_version: ["!2010", "!2007", "!2003"]}
#   not_when:
#   - The object's display type has the ACLable flag, or it was created with the switch.
#   - Nothing says whether the object is ACLable.
#   - The mailbox was moved, which HYB110 looks at.
#   - The mailbox is a room or equipment mailbox; those are never stamped.
#   - The forest holds no mailbox any more.
#   fold: forest
#   statements: [S1-03, S2-12, S2-22]
#   since: Exchange 2013
#   tags: [aclable, remote-mailbox]
package hybridlint.topology.remote_mailbox_created_not_aclable

import data.hybridlint.inference.recipient as inference
import rego.v1

finding contains {"at": ["provisioned_by"]} if {
	input.recipient.home == "cloud"
	input.recipient.type in {"user_mailbox", "shared_mailbox"}
	input.recipient.provisioned_by in {"new_remote_mailbox", "enable_remote_mailbox"}
	input.viewed
	input.forest.holds_mailbox
	inference.object_aclable.answer == "no"
}
