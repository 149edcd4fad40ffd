# METADATA
# title: The type of the recipient does not exist on its side
# description: |-
#   The tables for Exchange Server know linked mailboxes and no Microsoft 365 groups, those for Exchange Online the other way round.
#   A linked mailbox becomes a user mailbox when it moves to the cloud.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/recipients/mailbox-permissions
#   description: Manage permissions for recipients in Exchange Server, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/recipients-in-exchange-online/manage-permissions-for-recipients
#   description: Manage permissions for recipients in Exchange Online, checked 2026-08-27
# schemas:
# - input: schema.recipient
# custom:
#   id: HYB817
#   severity: error
#   scopes: [recipient]
#   why_severity: The type does not exist there, so the facts are wrong.
#   message: "{recipient} is {a_recipient_type}, which cannot live in {home}"
#   remediation:
#   - where: exchange_online
#     text: "Correct the declaration: a linked mailbox becomes a user mailbox when it moves. Get-Recipient shows RecipientTypeDetails."
#     when: {recipient.type: linked_mailbox}
#   - where: exchange_online
#     text: "Correct the declaration: a Microsoft 365 group lives in the cloud. Get-UnifiedGroup lists it."
#     when: {recipient.type: m365_group}
#   not_when:
#   - A linked mailbox on-premises, a Microsoft 365 group in the cloud, and every other type.
#   supersedes: ["*"]
#   supersedes_except: [HYB201, HYB305, HYB306, HYB902, HYB903, HYB904]
#   supersedes_on: grants_of_recipient
#   fold: recipient
#   statements: []
#   tags: [recipient-types]
package hybridlint.recipients.recipient_type_not_on_this_side

import rego.v1

finding contains {"at": ["home"]} if {
	input.recipient.type == "linked_mailbox"
	input.recipient.home == "cloud"
}

finding contains {"at": ["home"]} if {
	input.recipient.type == "m365_group"
	input.recipient.home == "on_premises"
}
