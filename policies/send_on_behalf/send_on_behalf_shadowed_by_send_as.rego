# METADATA
# title: Send on Behalf has no effect beside Send As
# description: |-
#   Where somebody has both Send As and Send on Behalf for one mailbox or group, Send As is always used, and nobody sees who sent.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/recipients/mailbox-permissions
#   description: Manage permissions for recipients in Exchange Server, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/recipients-in-exchange-online/manage-permissions-for-recipients
#   description: Manage permissions for recipients in Exchange Online, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/user-and-shared-mailboxes/on-behalf-of-reply-from-resource-delegate-to-meeting-organizer
#   description: On behalf of reply from a resource delegate, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB406
#   severity: note
#   scopes: [grant]
#   why_severity: One of the two permissions is redundant.
#   message: "Send on Behalf of {recipient} has no effect for {delegate}: Send As is always used"
#   phrases:
#     set_cmdlet: {}
#   remediation:
#   - where: recipient_home
#     intro: Keep Send As and remove Send on Behalf
#     command: "{set_cmdlet} -Identity {recipient} -GrantSendOnBehalfTo @{Remove={delegate}}"
#   - where: exchange_online
#     or: true
#     intro: To show "on behalf of" instead, remove Send As, once Send on Behalf is set where the delegate works (HYB402)
#     command: Remove-RecipientPermission -Identity {recipient} -Trustee {delegate} -AccessRights SendAs -Confirm:$false
#     when: {acting.side: cloud}
#   - where: exchange_on_premises
#     intro: And where Send As is set on the other side too, which alone would be of no use (HYB302)
#     command: Remove-ADPermission -Identity {recipient_directory_name} -User {delegate} -ExtendedRights "Send As" -Confirm:$false
#     when: {acting.side: cloud, acting.any_cross_premises: "true"}
#   - where: exchange_on_premises
#     or: true
#     intro: To show "on behalf of" instead, remove Send As, once Send on Behalf is set where the delegate works (HYB402)
#     command: Remove-ADPermission -Identity {recipient_directory_name} -User {delegate} -ExtendedRights "Send As" -Confirm:$false
#     when: {acting.side: on_premises}
#   - where: exchange_online
#     intro: And where Send As is set on the other side too, which alone would be of no use (HYB302)
#     command: Remove-RecipientPermission -Identity {recipient} -Trustee {delegate} -AccessRights SendAs -Confirm:$false
#     when: {acting.side: on_premises, acting.any_cross_premises: "true"}
#   not_when:
#   - Send As exists in another forest only; then Send on Behalf is the permission that works.
#   - It is not known whether Send As is set where the delegate works (unknown_in).
#   - The right comes from an outlook_delegate.
#   - The mailbox is a room or equipment mailbox and the delegate is one of its resource delegates; removing Send on Behalf would remove the resource delegate.
#   fold: rule
#   statements: [S3-34]
#   tags: [send-on-behalf, send-as, redundant]
package hybridlint.send_on_behalf.send_on_behalf_shadowed_by_send_as

import data.hybridlint.inference.entry as inference
import rego.v1

finding contains {"at": ["delegate"], "vars": {"set_cmdlet": inference.send_on_behalf_cmdlet}} if {
	input.entry.permission == "send_on_behalf"
	inference.pair_send_as_in_acting_forest == "yes"
	not resource_delegate
}

resource_delegate if {
	input.recipient.resource_mailbox
	input.pair.resource_delegate
}
