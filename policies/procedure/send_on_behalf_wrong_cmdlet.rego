# METADATA
# title: The cmdlet does not fit the object on which Send on Behalf is set
# description: |-
#   Send on Behalf is the parameter GrantSendOnBehalfTo of the Set- cmdlet that belongs to the type of the object: of the mailbox
#   where it is at home, of the mail user that stands for it on the other side, or of the group. Set-RemoteMailbox has the parameter
#   in Exchange 2010 and 2013 only; for dedicated tenants it is the documented way.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/recipients/mailbox-permissions
#   description: Manage permissions for recipients in Exchange Server, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/recipients-in-exchange-online/manage-permissions-for-recipients
#   description: Manage permissions for recipients in Exchange Online, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/delegate-cannot-send-on-behalf-of-after-migration
#   description: Delegate can't send on behalf of after migration, checked 2026-08-27
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/set-remotemailbox
#   description: Set-RemoteMailbox, checked 2026-08-27
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/set-mailuser
#   description: Set-MailUser, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB903
#   severity: error
#   scopes: [grant]
#   why_severity: The cmdlet fails.
#   message: "{cmdlet} does not fit {recipient} in {applied_on}; use {right}"
#   phrases:
#     right: {}
#   remediation:
#   - where: exchange_online
#     command: "{right} -Identity {recipient} -GrantSendOnBehalfTo @{Add={delegate}}"
#     when: {entry.applied_on: cloud}
#   - where: exchange_on_premises
#     command: "{right} -Identity {recipient} -GrantSendOnBehalfTo @{Add={delegate}}"
#     if: the change is made on-premises, and the recipient is no Microsoft 365 group
#     when: {entry.applied_on: on_premises, recipient.type: "!m365_group"}
#   - where: exchange_online
#     text: Set it in Exchange Online; no cmdlet sets it for a Microsoft 365 group on-premises.
#     if: the change is made on-premises, and the recipient is a Microsoft 365 group
#     when: {entry.applied_on: on_premises, recipient.type: m365_group}
#   edits: {cmdlet: "{right}"}
#   not_when:
#   - No cmdlet is declared.
#   - Set-RemoteMailbox is used for the object of a mailbox of the other side, in a forest that runs Exchange 2010 or 2013 or for a dedicated tenant.
#   - The recipient has no Send on Behalf, which HYB801 reports.
#   - The entry exists already; how it was made does not matter.
#   existing: silent
#   fold: recipient
#   statements: [S0-15, S0-21, S1-19, S3-65, S3-66, S3-67, S3-69]
#   tags: [procedure, send-on-behalf]
package hybridlint.procedure.send_on_behalf_wrong_cmdlet

import data.hybridlint.inference.entry as inference
import rego.v1

finding contains {"at": ["cmdlet"], "vars": {"right": right_cmdlet}} if {
	input.entry.permission == "send_on_behalf"
	not lacks_send_on_behalf
	input.entry.cmdlet != right_cmdlet
	not remote_mailbox_fits
}

right_cmdlet := inference.send_on_behalf_cmdlet if {
	input.entry.applied_at_home
} else := inference.send_on_behalf_cmdlet_elsewhere

lacks_send_on_behalf if input.recipient.type in {"user_account", "security_group"}

remote_mailbox_fits if {
	input.entry.cmdlet == "Set-RemoteMailbox"
	input.recipient.mailbox
	not input.entry.applied_at_home
	has_the_parameter
}

has_the_parameter if input.organization.offering == "dedicated_itar"

has_the_parameter if input.entry.applied_on_exchange_version in {"2010", "2013"}
