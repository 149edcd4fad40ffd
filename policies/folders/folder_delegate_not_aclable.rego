# METADATA
# title: A folder right for somebody whose object cannot hold permissions
# description: |-
#   A folder right can be given only to a user whose object in the mailbox's forest is ACLable (msExchRecipientDisplayType with the
#   flag 0x40000000). Remote mailboxes are not by default. Rights that were there before a move travel with the mailbox.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/administration/remote-mailbox-created-in-ad-ds-not-aclable
#   description: A remote mailbox created in on-premises AD DS is not ACLable, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/hybrid-deployment/set-up-delegated-mailbox-permissions
#   description: Configure Exchange to support delegated mailbox permissions in a hybrid deployment, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/calendars/users-can-see-only-basic-freebusy-mailbox-information
#   description: Users can see only basic free/busy mailbox information in a remote forest, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB505
#   severity: error
#   scopes: [folder_grant]
#   why_severity: The entry cannot be added. One that exists stays, but cannot be added again.
#   message: "{delegate} cannot be added to {folder} of {recipient}: its object in {home} is not ACLable"
#   message_existing: "{delegate} cannot be re-added to {folder} of {recipient} until its object in {home} is ACLable"
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
#   not_when:
#   - The entry was made before the move.
#   - The entry is Default or Anonymous.
#   - The right is None alone, which gives nothing.
#   - The delegate is a group.
#   - It is not known whether the object is ACLable.
#   - The delegate is an application.
#   existing: note
#   applications: silent
#   fold: rule
#   statements: [S2-22, S2-49]
#   tags: [folder, aclable]
package hybridlint.folders.folder_delegate_not_aclable

import data.hybridlint.inference.entry as inference
import data.hybridlint.inference.folder_rights
import rego.v1

finding contains {
	"at": ["delegate"],
	"assumed": (inference.delegate_aclable.assumed | inference.made_before_move_assumed),
} if {
	folder_rights.held_folder_right
	input.acting.cross_premises
	not input.delegate.group
	not input.entry.established_before_move == true
	inference.delegate_aclable.answer == "no"
}
