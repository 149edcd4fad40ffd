# METADATA
# title: Full Access alone is expected to allow sending
# description: |-
#   Full Access lets the delegate open the mailbox and work with its contents. It does not allow sending: that takes Send As or Send
#   on Behalf.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/recipients/mailbox-permissions
#   description: Manage permissions for recipients in Exchange Server, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB209
#   severity: warning
#   scopes: [grant]
#   why_severity: Reading works, sending does not.
#   message: "Full Access does not let {delegate} send from {recipient}"
#   remediation:
#   - where: exchange_online
#     command: Add-RecipientPermission -Identity {recipient} -Trustee {delegate} -AccessRights SendAs -Confirm:$false
#   - where: exchange_on_premises
#     command: Add-ADPermission -Identity <Name or DN> -User {delegate} -AccessRights ExtendedRight -ExtendedRights "Send As"
#   - where: recipient_home
#     text: Send As has to be where the delegate sends. Send on Behalf, given where the mailbox is, lets the delegate send too.
#   - where: recipient_home
#     command: Set-Mailbox -Identity {recipient} -GrantSendOnBehalfTo @{Add={delegate}}
#   not_when:
#   - Nobody expects to send.
#   - The delegate holds Send As or Send on Behalf there, directly or through a declared group.
#   - The mailbox is a second account, which HYB210 reports.
#   fold: recipient
#   statements: [S3-06, S3-45]
#   tags: [full-access, expectations]
package hybridlint.full_access.full_access_expected_to_send

import rego.v2

finding contains {"at": ["expects"]} if {
	input.entry.permission == "full_access"
	input.entry.expects.send
	not input.pair.holds_send_as.declared
	not input.pair.holds_send_on_behalf
}
