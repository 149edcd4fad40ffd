# METADATA
# title: The mailbox to be opened is not ACLable in the delegate's forest
# description: |-
#   To add a mailbox of the other side as an additional mailbox, classic Outlook needs an object in the delegate's forest that can hold
#   permissions. A mailbox that moved before the organization setting was on, or that was created remotely without the switch
#   -ACLableSyncedObjectEnabled, has none.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/hybrid-deployment/set-up-delegated-mailbox-permissions
#   description: Configure Exchange to support delegated mailbox permissions in a hybrid deployment, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB203
#   severity: error
#   scopes: [grant]
#   why_severity: Classic Outlook cannot add the mailbox as an additional mailbox.
#   message: "{delegate_people} in {acting} cannot add {recipient} as an additional mailbox: its object there is not ACLable"
#   remediation:
#   - where: exchange_on_premises
#     command: Set-RemoteMailbox -Identity {recipient} -ACLableSyncedObjectEnabled
#     if: the recipient is a user or shared mailbox in the cloud, and that forest runs Exchange 2013 or later, or its version is not declared
#     when: {acting_forest.exchange_version: ["!2010", "!2007", "!2003"], recipient.home: cloud}
#   - where: active_directory
#     or: true
#     command: Get-ADUser -Identity <user> | Set-ADObject -Replace @{msExchRecipientDisplayType=-1073741818}
#     if: the recipient is a user or shared mailbox in the cloud
#     when: {recipient.home: cloud}
#   - where: exchange_on_premises
#     text: The Exchange attributes of {recipient} are managed in the cloud, and the display type is written from there where the write-back job runs; look at msExchRecipientDisplayType after the next synchronization.
#     if: its Exchange attributes are managed in the cloud
#     when: {recipient.home: cloud, recipient.exchange_attributes_managed_in: cloud}
#   - where: active_directory
#     text: Find out why the object of {recipient} in Exchange Online has no ACLable display type, correct it in Active Directory and synchronize.
#     when:
#       recipient.home: on_premises
#   - where: outlook
#     or: true
#     text: >-
#       Until then, add the mailbox to the profile of classic Outlook as a second account. Sending then needs Send As (HYB210), a hidden mailbox
#       still does not open, and classic Outlook may keep asking for credentials (HYB214).
#   not_when:
#   - The mailbox is opened in another way; as a second account, by its address in Outlook on the web, or only its calendar.
#   - The mailbox is a room or equipment mailbox, which HYB808 reports.
#   - The object's display type has the ACLable flag, or nothing says whether it has.
#   - The mailbox is on-premises and no contrary display type of its cloud object is declared.
#   - The delegate is an application.
#   applications: silent
#   fold: delegate
#   statements: [S2-12, S2-22]
#   since: Exchange 2013 CU10
#   tags: [full-access, aclable]
package hybridlint.full_access.full_access_mailbox_not_aclable

import data.hybridlint.inference.entry as inference
import rego.v1

finding contains {"at": ["delegate"], "assumed": assumed} if {
	input.entry.permission == "full_access"
	input.acting.cross_premises
	input.recipient.type in {"user_mailbox", "shared_mailbox"}
	inference.access_method == "additional_mailbox"
	inference.recipient_aclable.answer == "no"
}

assumed := inference.access_method_assumed | inference.recipient_aclable.assumed
