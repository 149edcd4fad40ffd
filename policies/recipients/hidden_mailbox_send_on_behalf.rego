# METADATA
# title: A hidden mailbox cannot be sent on behalf of in classic Outlook or Outlook for Mac
# description: |-
#   A delegate cannot send on behalf of a mailbox that is hidden from address lists: the From address cannot be resolved. A later
#   note limits this to Outlook for the desktop; Outlook on the web can be used instead.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/recipients/mailbox-permissions
#   description: Manage permissions for recipients in Exchange Server, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/recipients-in-exchange-online/manage-permissions-for-recipients
#   description: Manage permissions for recipients in Exchange Online, checked 2026-08-27
# - ref: https://learn.microsoft.com/microsoft-365/admin/add-users/give-mailbox-permissions-to-another-user
#   description: Give mailbox permissions to another user, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB814
#   severity: error
#   scopes: [grant, derived_grant]
#   why_severity: The From address cannot be resolved.
#   message: "{delegate} cannot send on behalf of the hidden mailbox {recipient} in classic Outlook or Outlook for Mac"
#   remediation:
#   - where: exchange_on_premises
#     intro: Show it in address lists
#     command: Set-Mailbox -Identity {recipient} -HiddenFromAddressListsEnabled $false
#     when: {recipient.home: on_premises}
#   - where: exchange_on_premises
#     intro: Show it in address lists
#     command: Set-RemoteMailbox -Identity {recipient} -HiddenFromAddressListsEnabled $false
#     if: the mailbox is in the cloud and its Exchange attributes are managed on-premises
#     when: {recipient.home: cloud, organization.on_premises_forest: "true", recipient.exchange_attributes_managed_in: "!cloud", recipient.is_dir_synced: ["", "true"]}
#   - where: exchange_online
#     or: true
#     intro: Show it in address lists, where its account is not synchronized
#     command: Set-Mailbox -Identity {recipient} -HiddenFromAddressListsEnabled $false
#     if: the mailbox is in the cloud and its Exchange attributes are managed on-premises
#     when: {recipient.home: cloud, organization.on_premises_forest: "true", recipient.exchange_attributes_managed_in: "!cloud", recipient.is_dir_synced: ["", "false"]}
#   - where: exchange_online
#     intro: Show it in address lists
#     command: Set-Mailbox -Identity {recipient} -HiddenFromAddressListsEnabled $false
#     if: the Exchange attributes of the mailbox are managed in the cloud
#     when: {recipient.home: cloud, recipient.exchange_attributes_managed_in: cloud}
#   - where: exchange_online
#     intro: Show it in address lists
#     command: Set-Mailbox -Identity {recipient} -HiddenFromAddressListsEnabled $false
#     if: no on-premises forest is declared
#     when: {recipient.home: cloud, organization.on_premises_forest: "false", recipient.exchange_attributes_managed_in: "!cloud"}
#   - where: outlook
#     or: true
#     text: Send from Outlook on the web or the new Outlook.
#   not_when:
#   - The recipient is a group.
#   - The declared clients contain neither classic Outlook nor Outlook for Mac.
#   - The delegate is an application.
#   - An Outlook delegate without Send on Behalf.
#   applications: silent
#   fold: recipient
#   statements: [S3-29]
#   tags: [send-on-behalf, hidden-mailboxes]
package hybridlint.recipients.hidden_mailbox_send_on_behalf

import data.hybridlint.inference.entry as inference
import rego.v1

finding contains {"at": ["delegate"], "assumed": inference.clients_assumed} if {
	input.entry.permission == "send_on_behalf"
	input.recipient.mailbox
	inference.recipient_hidden
	inference.desktop_outlook
}
