# METADATA
# title: A person created in the cloud is to open an on-premises mailbox
# description: |-
#   Microsoft's overview of hybrid delegation says that newly provisioned cloud mailboxes cannot access on-premises mailboxes; the article
#   that it links to could not be found. Other pages describe the same access as supported once the person's on-premises object is ACLable,
#   which that of a mailbox created remotely is only with the switch -ACLableSyncedObjectEnabled.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/permissions
#   description: Permissions in Exchange hybrid deployments, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/hybrid-deployment/set-up-delegated-mailbox-permissions
#   description: Configure Exchange to support delegated mailbox permissions in a hybrid deployment, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB205
#   severity: warning
#   scopes: [grant]
#   why_severity: One article says that it cannot work, two describe it as supported once the object is ACLable.
#   message: "{delegate} was created in the cloud; opening the on-premises mailbox {recipient} needs an ACLable object in {home}"
#   remediation:
#   - where: exchange_on_premises
#     command: Set-RemoteMailbox -Identity {delegate} -ACLableSyncedObjectEnabled
#     if: the delegate was created with New- or Enable-RemoteMailbox, and that forest runs Exchange 2013 or later, or its version is not declared
#     when:
#       delegate.provisioned_by: [new_remote_mailbox, enable_remote_mailbox]
#       delegate.resource_mailbox: "false"
#       home_forest.exchange_version: ["!2010", "!2007", "!2003"]
#   - where: active_directory
#     or: true
#     command: Get-ADUser -Identity <user> | Set-ADObject -Replace @{msExchRecipientDisplayType=-1073741818}
#     if: the delegate was created with New- or Enable-RemoteMailbox
#     when:
#       delegate.provisioned_by: [new_remote_mailbox, enable_remote_mailbox]
#       delegate.resource_mailbox: "false"
#   - where: exchange_on_premises
#     text: The Exchange attributes of {delegate} are managed in the cloud, and the display type is written from there where the write-back job runs; look at msExchRecipientDisplayType after the next synchronization.
#     if: its Exchange attributes are managed in the cloud
#     when: {delegate.resource_mailbox: "false", delegate.exchange_attributes_managed_in: cloud}
#   - where: exchange_on_premises
#     intro: On the account that exists on-premises
#     command: Enable-RemoteMailbox -Identity <account> -RemoteRoutingAddress {delegate_routing_address} -ACLableSyncedObjectEnabled
#     if: the delegate is a user mailbox that was created in the cloud, and that forest runs Exchange 2013 or later, or its version is not declared
#     when:
#       delegate.provisioned_by: cloud_direct
#       delegate.type: user_mailbox
#       home_forest.exchange_version: ["!2010", "!2007", "!2003"]
#   - where: exchange_on_premises
#     text: Make a remote mailbox for {delegate} in {home} that is ACLable; HYB115 says how.
#     if: the delegate is another mailbox that was created in the cloud
#     when:
#       delegate.provisioned_by: cloud_direct
#       delegate.type: ["!user_mailbox", "!room_mailbox", "!equipment_mailbox"]
#   - where: exchange_on_premises
#     text: The object of a room or equipment mailbox is never made ACLable; name a person or a mail-enabled security group instead.
#     when:
#       delegate.resource_mailbox: "true"
#   - where: exchange_online
#     text: If it still fails, move one of the two mailboxes, so that both are on one side; create further mailboxes on-premises and move them.
#   not_when:
#   - The delegate's object in the mailbox's forest is ACLable.
#   - The delegate's mailbox was moved to the cloud, or how it came there is not declared.
#   - The mailbox is opened as a second account, by its address in Outlook on the web, or only its calendar.
#   - The delegate is a group.
#   - The delegate is on-premises, or both are on one side.
#   - The delegate is an application.
#   applications: silent
#   supersedes: [HYB204]
#   fold: recipient
#   statements: [S2-21]
#   precision: medium
#   tags: [full-access, aclable]
package hybridlint.full_access.new_cloud_mailbox_opens_onprem_mailbox

import data.hybridlint.inference.entry as inference
import rego.v1

finding contains {"at": ["delegate"], "assumed": inference.access_method_assumed} if {
	input.entry.permission == "full_access"
	input.acting.direction == "cloud_to_on_premises"
	not input.delegate.group
	input.delegate.provisioned_by in {"cloud_direct", "new_remote_mailbox", "enable_remote_mailbox"}
	inference.access_method in {"additional_mailbox", "automap"}
	inference.delegate_aclable.answer in {"no", "unknown"}
}
