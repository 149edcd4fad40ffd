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
#   phrases:
#     set_cmdlet: {}
#   remediation:
#   - where: recipient_home
#     intro: Give Send on Behalf, which is supported across premises (HYB401 and HYB402 say where it must be)
#     command: "{set_cmdlet} -Identity {recipient} -GrantSendOnBehalfTo @{Add={delegate}}"
#     when: {acting.any_cross_premises: "true"}
#   - where: exchange_online
#     or: true
#     intro: Remove the Deny entry first, which wins over Send As
#     command: Remove-RecipientPermission -Identity {recipient} -Trustee {delegate} -AccessRights SendAs -Deny -Confirm:$false
#     if: Send As is denied to the delegate in the cloud
#     when: {acting.any_cross_premises: "true", pair.send_as_denied_explicitly: "true", pair.send_as_denied_in.cloud: "true"}
#   - where: exchange_on_premises
#     or: true
#     intro: Remove the Deny entry first, which wins over Send As
#     command: Remove-ADPermission -Identity {recipient_directory_name} -User {delegate} -ExtendedRights "Send As" -Deny -Confirm:$false
#     if: Send As is denied to the delegate on-premises only
#     when: {acting.any_cross_premises: "true", pair.send_as_denied_explicitly: "true", pair.send_as_denied_in.on_premises: "true", pair.send_as_denied_in.cloud: "false"}
#   - where: exchange_on_premises
#     intro: And that on-premises
#     command: Remove-ADPermission -Identity {recipient_directory_name} -User {delegate} -ExtendedRights "Send As" -Deny -Confirm:$false
#     if: Send As is denied to the delegate on both sides
#     when: {acting.any_cross_premises: "true", pair.send_as_denied_explicitly: "true", pair.send_as_denied_in.on_premises: "true", pair.send_as_denied_in.cloud: "true"}
#   - where: exchange_online
#     intro: Give Send As with both commands (HYB301, HYB303)
#     command: Add-RecipientPermission -Identity {recipient} -Trustee {delegate} -AccessRights SendAs -Confirm:$false
#     if: the two are not on one side, after the Deny entry is gone
#     when: {acting.any_cross_premises: "true", pair.send_as_denied_explicitly: "true"}
#   - where: exchange_online
#     or: true
#     intro: Give Send As with both commands (HYB301, HYB303)
#     command: Add-RecipientPermission -Identity {recipient} -Trustee {delegate} -AccessRights SendAs -Confirm:$false
#     if: the two are not on one side
#     when: {acting.any_cross_premises: "true", pair.send_as_denied_explicitly: "false"}
#   - where: exchange_on_premises
#     command: Add-ADPermission -Identity {recipient_directory_name} -User {delegate} -AccessRights ExtendedRight -ExtendedRights "Send As"
#     when: {acting.any_cross_premises: "true"}
#   - where: exchange_online
#     intro: Remove the Deny entry first, which wins over Send As
#     command: Remove-RecipientPermission -Identity {recipient} -Trustee {delegate} -AccessRights SendAs -Deny -Confirm:$false
#     if: Send As is denied to the delegate in the cloud
#     when: {acting.any_cross_premises: "false", pair.send_as_denied_explicitly: "true", pair.send_as_denied_in.cloud: "true"}
#   - where: exchange_on_premises
#     intro: Remove the Deny entry first, which wins over Send As
#     command: Remove-ADPermission -Identity {recipient_directory_name} -User {delegate} -ExtendedRights "Send As" -Deny -Confirm:$false
#     if: Send As is denied to the delegate on-premises
#     when: {acting.any_cross_premises: "false", pair.send_as_denied_explicitly: "true", pair.send_as_denied_in.on_premises: "true"}
#   - where: exchange_online
#     intro: Give Send As
#     command: Add-RecipientPermission -Identity {recipient} -Trustee {delegate} -AccessRights SendAs -Confirm:$false
#     if: the two are on one side, in the cloud
#     when: {acting.any_cross_premises: "false", recipient.home: cloud}
#   - where: exchange_on_premises
#     intro: Give Send As
#     command: Add-ADPermission -Identity {recipient_directory_name} -User {delegate} -AccessRights ExtendedRight -ExtendedRights "Send As"
#     if: the two are on one side, on-premises
#     when: {acting.any_cross_premises: "false", recipient.home: on_premises}
#   - where: recipient_home
#     or: true
#     intro: Give Send on Behalf
#     command: "{set_cmdlet} -Identity {recipient} -GrantSendOnBehalfTo @{Add={delegate}}"
#     when: {acting.any_cross_premises: "false"}
#   not_when:
#   - Nobody expects to send.
#   - The delegate holds Send As or Send on Behalf there, directly or through a declared group.
#   - The mailbox is a second account, which HYB210 reports.
#   fold: recipient
#   statements: [S3-06, S3-45]
#   tags: [full-access, expectations]
package hybridlint.full_access.full_access_expected_to_send

import data.hybridlint.inference.entry as inference
import rego.v1

finding contains {"at": ["expects"], "vars": {"set_cmdlet": inference.send_on_behalf_cmdlet}} if {
	input.entry.permission == "full_access"
	input.entry.expects.send
	not input.pair.holds_send_as.declared
	not input.pair.holds_send_on_behalf
}
