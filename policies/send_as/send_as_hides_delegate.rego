# METADATA
# title: The delegate is to be visible, but Send As hides the sender
# description: |-
#   Mail sent with Send As shows no trace of the person who sent it. Where a person has both Send As and Send on Behalf, Send As is
#   always used.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/recipients/mailbox-permissions
#   description: Manage permissions for recipients in Exchange Server, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB309
#   severity: note
#   scopes: [grant]
#   why_severity: It works as designed.
#   message: "mail from {recipient} will not show {delegate}: Send As is always used"
#   phrases:
#     set_cmdlet: {}
#   remediation:
#   - where: recipient_home
#     intro: Give Send on Behalf instead
#     command: "{set_cmdlet} -Identity {recipient} -GrantSendOnBehalfTo @{Add={delegate}}"
#   - where: exchange_online
#     intro: And take Send As away
#     command: Remove-RecipientPermission -Identity {recipient} -Trustee {delegate} -AccessRights SendAs -Confirm:$false
#     if: the delegate works in the cloud
#     when: {acting.side: cloud, pair.send_as.declared: "true"}
#   - where: exchange_on_premises
#     intro: And take Send As away
#     command: Remove-ADPermission -Identity {recipient_directory_name} -User {delegate} -ExtendedRights "Send As" -Confirm:$false
#     if: the delegate works on-premises
#     when: {acting.side: on_premises, pair.send_as.declared: "true"}
#   - where: recipient_home
#     text: The delegate holds Send As through a group; remove the delegate from the group, or the permission from the group.
#     when: {pair.send_as.declared: "false"}
#   not_when:
#   - Nobody expects that the delegate is shown.
#   - The delegate has Send on Behalf only.
#   - Send As is set in another forest only, so that Send on Behalf is what works.
#   - It is not known whether Send As is set where the delegate works (unknown_in).
#   fold: recipient
#   statements: [S3-19, S3-26]
#   tags: [send-as, expectation]
package hybridlint.send_as.send_as_hides_delegate

import data.hybridlint.inference.entry as inference
import rego.v1

finding contains {"at": ["expects"], "vars": {"set_cmdlet": inference.send_on_behalf_cmdlet}} if {
	input.entry.expects.show_delegate
	inference.held_send_as_in_acting_forest == "yes"
}
