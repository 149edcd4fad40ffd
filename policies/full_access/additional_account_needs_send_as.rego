# METADATA
# title: A second account in the profile has no Send As
# description: |-
#   A mailbox that is added to the profile of classic Outlook as its own account sends with its own From address, so Exchange demands Send As.
#   Send on Behalf is refused: with the non-delivery report 0x80070005 in cached mode, at once in online mode. This is not a matter of
#   hybrid alone.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/mailflow/cannot-send-email-with-full-access
#   description: Can't send when Full Access is granted to a shared mailbox, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB210
#   severity: error
#   scopes: [grant]
#   why_severity: Sending ends in a non-delivery report (0x80070005) in cached mode and in a refusal in online mode.
#   message: "{delegate} uses {recipient} as a second account: sending needs Send As, Send on Behalf is refused"
#   phrases:
#     send_as_in:
#       both: on both sides
#       cloud: in the cloud
#       on_premises: on-premises
#       nowhere: nowhere, as nobody on-premises can send as a Microsoft 365 group (HYB310)
#   remediation:
#   - where: exchange_online
#     intro: Remove the Deny entry first, which wins over Send As
#     command: Remove-RecipientPermission -Identity {recipient} -Trustee {delegate} -AccessRights SendAs -Deny -Confirm:$false
#     if: Send As is denied to the delegate in the cloud
#     when: {pair.send_as_denied_explicitly: "true", pair.send_as_denied_in.cloud: "true"}
#   - where: exchange_on_premises
#     intro: Remove the Deny entry first, which wins over Send As
#     command: Remove-ADPermission -Identity {recipient_directory_name} -User {delegate} -ExtendedRights "Send As" -Deny -Confirm:$false
#     if: Send As is denied to the delegate on-premises
#     when: {pair.send_as_denied_explicitly: "true", pair.send_as_denied_in.on_premises: "true"}
#   - where: exchange_online
#     command: Add-RecipientPermission -Identity {recipient} -Trustee {delegate} -AccessRights SendAs -Confirm:$false
#     if: the recipient is in the cloud, or the delegate works on the other side
#     when: {send_as_in: [cloud, both]}
#   - where: exchange_on_premises
#     command: Add-ADPermission -Identity {recipient_directory_name} -User {delegate} -AccessRights ExtendedRight -ExtendedRights "Send As"
#     if: the recipient is on-premises, or the delegate works on the other side
#     when: {send_as_in: [on_premises, both]}
#   - where: outlook
#     or: true
#     text: Remove the second account and open the mailbox as an additional mailbox; then Send on Behalf is enough.
#   not_when:
#   - The delegate holds Send As there, directly or through a declared group.
#   - The mailbox is an additional or auto-mapped mailbox, or the access method is not declared.
#   - Nobody wants to send; there is no Send on Behalf and no such expectation.
#   - The delegate is an application.
#   applications: silent
#   supersedes: [HYB209]
#   fold: recipient
#   statements: [S2-17, S3-71]
#   since: Outlook 2010
#   tags: [full-access, send-as]
package hybridlint.full_access.additional_account_needs_send_as

import rego.v1

finding contains {"at": ["access_method"], "vars": {"send_as_in": send_as_in}} if {
	input.entry.permission == "full_access"
	input.entry.access_method == "additional_account"
	not input.pair.holds_send_as.declared
	wants_to_send
}

wants_to_send if input.pair.holds_send_on_behalf

wants_to_send if input.entry.expects.send

# Across premises Send As is needed on both sides; it never works for somebody on-premises on a Microsoft 365 group.
send_as_in := "nowhere" if {
	input.recipient.type == "m365_group"
	input.acting.acts_on_premises
} else := "both" if {
	input.acting.any_cross_premises
} else := input.recipient.home
