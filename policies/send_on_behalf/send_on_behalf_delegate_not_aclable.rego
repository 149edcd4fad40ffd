# METADATA
# title: The delegate's on-premises object cannot hold permissions
# description: |-
#   A delegate of an on-premises mailbox must be an object that can hold permissions. The object that stands for a cloud mailbox can
#   do so only if it is ACLable: its msExchRecipientDisplayType has the flag, set by the move or by hand.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/administration/remote-mailbox-created-in-ad-ds-not-aclable
#   description: A remote mailbox created in on-premises AD DS is not ACLable, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/permissions
#   description: Permissions in Exchange hybrid deployments, checked 2026-08-27
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/set-mailbox
#   description: Set-Mailbox, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB404
#   severity: error
#   scopes: [grant]
#   why_severity: The delegate cannot be added. An entry that exists stays, but cannot be added again.
#   message: "{delegate} cannot be added for Send on Behalf of {recipient}: its object in {home} is not ACLable"
#   message_existing: "{delegate} cannot be re-added for Send on Behalf of {recipient} until its object in {home} is ACLable"
#   phrases:
#     set_cmdlet: {}
#   remediation:
#   - where: exchange_on_premises
#     command: Set-RemoteMailbox -Identity {delegate} -ACLableSyncedObjectEnabled
#     if: the delegate is a user or shared mailbox in the cloud, and that forest runs Exchange 2013 or later, or its version is not declared
#     when: {home_forest.exchange_version: ["!2010", "!2007", "!2003"], delegate.mailbox: "true", delegate.resource_mailbox: "false"}
#   - where: active_directory
#     or: true
#     command: Get-ADUser -Identity <user> | Set-ADObject -Replace @{msExchRecipientDisplayType=-1073741818}
#     if: the delegate is a user or shared mailbox in the cloud
#     when: {delegate.mailbox: "true", delegate.resource_mailbox: "false"}
#   - where: exchange_on_premises
#     text: The Exchange attributes of {delegate} are managed in the cloud, and the display type is written from there where the write-back job runs; look at msExchRecipientDisplayType after the next synchronization.
#     if: its Exchange attributes are managed in the cloud
#     when: {delegate.mailbox: "true", delegate.resource_mailbox: "false", delegate.exchange_attributes_managed_in: cloud}
#   - where: exchange_on_premises
#     intro: Then, whichever of the two it was
#     command: "{set_cmdlet} -Identity {recipient} -GrantSendOnBehalfTo @{Add={delegate}}"
#     if: the entry is planned
#     when: {delegate.mailbox: "true", delegate.resource_mailbox: "false", entry.state: planned}
#   - where: exchange_on_premises
#     text: The object of a room or equipment mailbox is never made ACLable; name a person or a mail-enabled security group instead.
#     when: {delegate.resource_mailbox: "true"}
#   - where: exchange_on_premises
#     text: The object of {delegate} stands for no mailbox; name a person with a mailbox or a mail-enabled security group instead.
#     if: the delegate has no mailbox
#     when: {delegate.mailbox: "false", delegate.group: "false"}
#   not_when:
#   - The entry was made before the move.
#   - The delegate is a group.
#   - It is not known whether the object is ACLable.
#   - The right comes from an outlook_delegate, which HYB605 reports.
#   - The delegate is unknown in the mailbox's forest, which HYB108 reports.
#   existing: note
#   fold: recipient
#   statements: [S2-22, S2-52]
#   tags: [send-on-behalf, aclable]
package hybridlint.send_on_behalf.send_on_behalf_delegate_not_aclable

import data.hybridlint.inference.entry as inference
import rego.v1

finding contains {
	"at": ["delegate"],
	"vars": {"set_cmdlet": inference.send_on_behalf_cmdlet},
	"assumed": aclable.assumed,
} if {
	input.entry.permission == "send_on_behalf"
	input.acting.direction == "cloud_to_on_premises"
	not input.delegate.group
	not input.entry.established_before_move == true
	aclable := inference.delegate_aclable
	aclable.answer == "no"
}
