# METADATA
# title: The delegate is to be visible, but Send As hides the sender
# description: |-
#   Mail sent with Send As shows no trace of the person who sent it. Where a person has both Send As and Send on Behalf, Send As is
#   always used.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/recipients/mailbox-permissions
#   description: Manage permissions for recipients, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB309
#   severity: note
#   scopes: [grant]
#   why_severity: It works as designed.
#   message: "mail from {recipient} will not show {delegate}: Send As is always used"
#   phrases:
#     set: {}
#   remediation:
#   - where: recipient_home
#     command: "{set} -Identity {recipient} -GrantSendOnBehalfTo @{Add={delegate}}"
#   - where: exchange_online
#     command: Remove-RecipientPermission -Identity {recipient} -Trustee {delegate} -AccessRights SendAs -Confirm:$false
#     when: {acting.side: cloud}
#   - where: exchange_on_premises
#     command: Remove-ADPermission -Identity <Name or DN> -User {delegate} -ExtendedRights "Send As"
#     when: {acting.side: on_premises}
#   - where: recipient_home
#     text: Where the delegate holds Send As through a group, remove the delegate from the group or the permission from the group.
#   not_when:
#   - Nobody expects that the delegate is shown.
#   - The delegate has Send on Behalf only.
#   - Send As is set in another forest only, so that Send on Behalf is what works.
#   - Nobody looked whether Send As is set where the delegate works (unknown_in).
#   fold: recipient
#   statements: [S3-19, S3-26]
#   tags: [send-as, expectation]
package hybridlint.send_as.send_as_hides_delegate

import data.hybridlint.inference.entry as inference
import rego.v2

finding contains {"at": ["expects"], "vars": {"set": inference.send_on_behalf_cmdlet}} if {
	input.entry.expects.show_delegate
	inference.held_send_as_in_acting_forest == "yes"
}
