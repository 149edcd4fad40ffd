# METADATA
# title: A batch separates a hidden mailbox from somebody who opens it by auto-mapping
# description: |-
#   A mailbox that is hidden from address lists can be opened in classic Outlook by auto-mapping only, and auto-mapping ends
#   when mailbox and delegate are on two sides. After the move the mailbox cannot be opened there at all.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/user-and-shared-mailboxes/cannot-access-hidden-mailbox-in-outlook-after-migration
#   description: Can't access a hidden mailbox in Outlook after a migration, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB710
#   severity: error
#   scopes: [batch_entry]
#   why_severity: In classic Outlook and Outlook for Mac a hidden mailbox can be reached through auto-mapping only, and that ends.
#   message: "{batch} separates {delegate} from the hidden mailbox {recipient}, which only auto-mapping opens in classic Outlook, {until}"
#   remediation:
#   - where: exchange_online
#     text: "{together}."
#   - where: exchange_on_premises
#     or: true
#     intro: Show it in address lists
#     command: Set-Mailbox -Identity {recipient} -HiddenFromAddressListsEnabled $false
#     when: {recipient.home: on_premises}
#   - where: exchange_online
#     or: true
#     intro: Show it in address lists
#     command: Set-Mailbox -Identity {recipient} -HiddenFromAddressListsEnabled $false
#     when: {recipient.home: cloud, recipient.exchange_attributes_managed_in: cloud}
#   - where: exchange_on_premises
#     or: true
#     intro: Show it in address lists
#     command: Set-RemoteMailbox -Identity {recipient} -HiddenFromAddressListsEnabled $false
#     if: the mailbox is in the cloud
#     when: {recipient.home: cloud, recipient.exchange_attributes_managed_in: "!cloud", recipient.is_dir_synced: ["", "true"]}
#   - where: exchange_online
#     or: true
#     intro: Show it in address lists, where its account is not synchronized
#     command: Set-Mailbox -Identity {recipient} -HiddenFromAddressListsEnabled $false
#     if: the mailbox is in the cloud
#     when: {recipient.home: cloud, recipient.exchange_attributes_managed_in: "!cloud", recipient.is_dir_synced: ["", "false"]}
#   not_when:
#   - The mailbox is not hidden; HYB701 looks at those.
#   - The delegate is a group or has no mailbox.
#   - Auto-mapping is declared off.
#   - The entry is inherited; such entries are never auto-mapped.
#   - The declared clients are neither classic Outlook nor Outlook for Mac.
#   - The mailbox is a room or equipment, which HYB712 looks at.
#   - Both move in one step, or the step brings them together.
#   - The delegate is an application.
#   applications: silent
#   supersedes: [HYB701]
#   fold: recipient
#   statements: [S2-23]
#   tags: [migration, full-access, hidden-mailboxes, auto-mapping]
package hybridlint.batches.batch_hidden_mailbox_loses_automapping

import data.hybridlint.inference.batch
import data.hybridlint.inference.entry as inference
import rego.v1

finding contains {"at": ["members"], "assumed": batch.auto_mapping_assumed} if {
	batch.parts_automapped_pair
	inference.recipient_hidden
}
