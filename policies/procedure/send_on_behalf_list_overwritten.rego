# METADATA
# title: The command replaces the whole list of Send on Behalf delegates
# description: |-
#   GrantSendOnBehalfTo takes a plain value as the new list. Delegates who are not in it lose the permission; Add and Remove change
#   single delegates.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/recipients/mailbox-permissions
#   description: Manage permissions for recipients in Exchange Server, checked 2026-08-27
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/set-mailbox
#   description: Set-Mailbox, checked 2026-08-27
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/set-mailuser
#   description: Set-MailUser, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB905
#   severity: warning
#   scopes: [grant]
#   why_severity: Other delegates lose the permission.
#   message: "this command replaces the Send on Behalf list of {recipient} and removes {others}"
#   phrases:
#     set_cmdlet: {}
#   remediation:
#   - where: exchange_online
#     intro: Add to the list instead
#     command: "{set_cmdlet} -Identity {recipient} -GrantSendOnBehalfTo @{Add={delegate}}"
#     when: {entry.applied_on: cloud}
#   - where: exchange_on_premises
#     intro: Add to the list instead
#     command: "{set_cmdlet} -Identity {recipient} -GrantSendOnBehalfTo @{Add={delegate}}"
#     when: {entry.applied_on: on_premises}
#   edits: {change_mode: add}
#   not_when:
#   - The change mode is add or remove, or is not declared.
#   - The new list, by default all delegates of the block, names everybody who is declared, and every delegate of the block.
#   - Another delegate has the permission through a group only.
#   - The entry exists already; how it was made does not matter.
#   existing: silent
#   per_block: true
#   fold: recipient
#   statements: []
#   tags: [procedure, send-on-behalf]
package hybridlint.procedure.send_on_behalf_list_overwritten

import data.hybridlint.inference.entry as inference
import rego.v1

finding contains {"at": ["change_mode"], "vars": {"set_cmdlet": set_cmdlet}} if {
	input.entry.permission == "send_on_behalf"
	input.entry.change_mode == "replace"
	input.pair.other_send_on_behalf_delegate_not_in_new_list
}

set_cmdlet := inference.send_on_behalf_cmdlet if {
	input.entry.applied_at_home
} else := inference.send_on_behalf_cmdlet_elsewhere
