# METADATA
# title: The EAC does not list a delegate that is not mail-enabled
# description: |-
#   The dialog of the on-premises Exchange admin center lists the users and groups that can be delegates, which are mail-enabled
#   ones. Full Access for an account or security group that is not mail-enabled can be given in the shell only.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/recipients/mailbox-permissions
#   description: Manage permissions for recipients in Exchange Server, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB805
#   severity: error
#   scopes: [grant]
#   why_severity: The picker does not list the delegate, so the change cannot be made.
#   message: "the EAC does not list {delegate}, which is not mail-enabled"
#   remediation:
#   - where: exchange_on_premises
#     command: Add-MailboxPermission -Identity {recipient_mailbox} -User {delegate} -AccessRights FullAccess -InheritanceType All
#   not_when:
#   - The change is made in PowerShell, or nothing says how it is made.
#   - The recipient is in the cloud, where HYB802 reports such a delegate.
#   - The entry exists already; how it was made does not matter.
#   existing: silent
#   fold: recipient
#   statements: [S3-17, S3-18, S3-46]
#   tags: [delegate-types, eac]
package hybridlint.recipients.delegate_type_powershell_only

import rego.v1

finding contains {"at": ["delegate"]} if {
	input.entry.permission == "full_access"
	input.entry.channel == "eac"
	input.recipient.home == "on_premises"
	input.delegate.type in {"user_account", "security_group"}
}
