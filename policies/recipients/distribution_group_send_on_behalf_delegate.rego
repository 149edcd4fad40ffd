# METADATA
# title: A distribution group is the delegate for Send on Behalf
# description: |-
#   Microsoft's articles on recipient permissions list distribution groups as useful delegates for Send on Behalf. The cmdlet reference
#   asks for a mailbox, a mail user or a mail-enabled security group, so a mail-enabled security group is the safer delegate.
# related_resources:
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/set-mailbox
#   description: Set-Mailbox, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/recipients/mailbox-permissions
#   description: Manage permissions for recipients in Exchange Server, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/recipients-in-exchange-online/manage-permissions-for-recipients
#   description: Manage permissions for recipients in Exchange Online, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB807
#   severity: note
#   scopes: [grant, derived_grant]
#   why_severity: Microsoft's articles list the combination as useful; only the cmdlet reference asks for a security principal.
#   message: "{delegate} is a distribution group; a mail-enabled security group is the safer delegate for Send on Behalf"
#   phrases:
#     set_cmdlet: {}
#   remediation:
#   - where: recipient_home
#     command: '{set_cmdlet} -Identity {recipient} -GrantSendOnBehalfTo @{Add="<security group>";Remove={delegate}}'
#   not_when:
#   - The delegate is a mail-enabled security group.
#   - Full Access or Send As for a distribution group, which HYB802 reports.
#   fold: delegate
#   statements: [S3-32]
#   tags: [delegate-types, send-on-behalf]
package hybridlint.recipients.distribution_group_send_on_behalf_delegate

import data.hybridlint.inference.entry as inference
import rego.v1

finding contains {"at": ["delegate"], "vars": {"set_cmdlet": inference.send_on_behalf_cmdlet}} if {
	input.entry.permission == "send_on_behalf"
	input.delegate.type == "distribution_group"
}
