# METADATA
# title: A delegate of the other side whose object cannot hold permissions
# description: |-
#   Classic Outlook can add a delegate of the other side only if the delegate's object in the manager's forest is ACLable
#   (msExchRecipientDisplayType with the flag 0x40000000). Remote mailboxes are not by default. Delegates set up before a move stay.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/administration/remote-mailbox-created-in-ad-ds-not-aclable
#   description: A remote mailbox created in on-premises AD DS is not ACLable, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/hybrid-deployment/set-up-delegated-mailbox-permissions
#   description: Configure Exchange to support delegated mailbox permissions in a hybrid deployment, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB605
#   severity: error
#   scopes: [outlook_delegate]
#   why_severity: Classic Outlook refuses to add the person. A delegate that exists stays, but cannot be added again.
#   message: "{manager} cannot add {delegate}: its object in {home} is not ACLable"
#   message_existing: "{manager} cannot re-add {delegate} until its object in {home} is ACLable"
#   remediation:
#   - where: exchange_on_premises
#     command: Set-RemoteMailbox -Identity {delegate} -ACLableSyncedObjectEnabled
#     if: the delegate is a user or shared mailbox
#     when: {recipient.home: on_premises, delegate.mailbox: "true", delegate.resource_mailbox: "false"}
#   - where: exchange_on_premises
#     text: The Exchange attributes of {delegate} are managed in the cloud, which may write the display type again; look at msExchRecipientDisplayType after the next synchronization.
#     if: the delegate's Exchange attributes are managed in the cloud
#     when: {recipient.home: on_premises, delegate.mailbox: "true", delegate.resource_mailbox: "false", delegate.exchange_attributes_managed_in: cloud}
#   - where: active_directory
#     or: true
#     command: Get-ADUser -Identity <user> | Set-ADObject -Replace @{msExchRecipientDisplayType=-1073741818}
#     if: the delegate is a user or shared mailbox
#     when: {recipient.home: on_premises, delegate.mailbox: "true", delegate.resource_mailbox: "false"}
#   - where: exchange_on_premises
#     text: The object of a room or equipment mailbox is never made ACLable; name a person or a mail-enabled security group instead.
#     when: {delegate.resource_mailbox: "true"}
#   - where: exchange_on_premises
#     text: The object of {delegate} stands for no mailbox; name a person with a mailbox or a mail-enabled security group instead.
#     if: the delegate has no mailbox
#     when: {recipient.home: on_premises, delegate.mailbox: "false", delegate.group: "false"}
#   - where: active_directory
#     text: Find out why the object of {delegate} in Exchange Online has no ACLable display type, correct it in Active Directory and synchronize.
#     when: {recipient.home: cloud}
#   - where: exchange_on_premises
#     text: Make somebody in the group the delegate, or a group that is managed on-premises.
#     if: the delegate is a group in the cloud
#     when: {recipient.home: on_premises, delegate.group: "true"}
#   not_when:
#   - The delegate was set up before the move.
#   - Manager and delegate are on one side.
#   - It is not known whether the object is ACLable; in the cloud it is, unless a display type says otherwise.
#   existing: note
#   fold: recipient
#   statements: [S2-22, S2-52]
#   tags: [delegate, aclable]
package hybridlint.delegates.delegate_not_aclable

import data.hybridlint.inference.entry as inference
import rego.v1

finding contains {
	"at": ["delegate"],
	"assumed": (inference.delegate_aclable.assumed | inference.made_before_move_assumed),
} if {
	input.entry.kind == "outlook_delegate"
	input.acting.cross_premises
	not input.entry.established_before_move == true
	inference.delegate_aclable.answer == "no"
}
