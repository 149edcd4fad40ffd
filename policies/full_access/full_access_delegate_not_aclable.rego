# METADATA
# title: A cloud user with Full Access on-premises is not ACLable there
# description: |-
#   A cloud user's on-premises object must be able to hold permissions before the user can be added to the permissions of an
#   on-premises mailbox. PowerShell may still accept an entry for an object that is not ACLable.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/administration/remote-mailbox-created-in-ad-ds-not-aclable
#   description: A remote mailbox created in on-premises AD DS is not ACLable, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/hybrid-deployment/set-up-delegated-mailbox-permissions
#   description: Configure Exchange to support delegated mailbox permissions in a hybrid deployment, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/permissions
#   description: Permissions in Exchange hybrid deployments, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB204
#   severity: warning
#   scopes: [grant]
#   why_severity: A prerequisite of Full Access between the sides is not met; PowerShell may still accept the entry.
#   message: "the object of {delegate} in {home} is not ACLable, so Full Access to {recipient} is not guaranteed"
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
#     text: The object of a room or equipment mailbox is never made ACLable; name a person or a mail-enabled security group instead.
#     when: {delegate.resource_mailbox: "true"}
#   - where: exchange_on_premises
#     text: The object of {delegate} stands for no mailbox; name a person with a mailbox or a mail-enabled security group instead.
#     if: the delegate has no mailbox
#     when: {delegate.mailbox: "false", delegate.group: "false"}
#   not_when:
#   - The delegate is a group.
#   - The mailbox is a room or equipment mailbox, which HYB808 reports.
#   - The delegate was created in the cloud, which HYB205 reports.
#   - The entry was made before the move.
#   - The object is ACLable, or nothing says whether it is.
#   - The delegate is on-premises, or both are on one side.
#   - The delegate is an application.
#   applications: silent
#   fold: delegate
#   statements: []
#   tags: [full-access, aclable]
package hybridlint.full_access.full_access_delegate_not_aclable

import data.hybridlint.inference.entry as inference
import rego.v1

finding contains {"at": ["delegate"], "assumed": inference.delegate_aclable.assumed} if {
	input.entry.permission == "full_access"
	input.acting.direction == "cloud_to_on_premises"
	not input.delegate.group
	not input.recipient.resource_mailbox
	not input.entry.established_before_move == true
	inference.delegate_aclable.answer == "no"
}
