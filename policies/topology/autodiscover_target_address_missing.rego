# METADATA
# title: Autodiscover cannot find the mailbox from the delegate's forest
# description: |-
#   Outlook asks for the object in the delegate's own forest first, and Autodiscover redirects from its target address to the real
#   mailbox. An empty target address, or one that does not belong to the mailbox, ends the search.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/set-remotemailbox
#   description: Set-RemoteMailbox, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB107
#   severity: error
#   scopes: [grant, folder_grant, outlook_delegate]
#   why_severity: Outlook cannot find the mailbox.
#   message: "the object of {recipient} in {acting} has {address}: Outlook there cannot find the mailbox"
#   phrases:
#     address:
#       empty: no target address
#       foreign: a target address that is none of the mailbox's addresses
#   remediation:
#   - where: exchange_on_premises
#     command: Set-RemoteMailbox -Identity {recipient} -RemoteRoutingAddress {recipient_routing_address}
#     if: it is the object of a cloud mailbox
#     when:
#       acting.side: on_premises
#       recipient.home: cloud
#       recipient.mailbox: "true"
#   - where: exchange_on_premises
#     text: The Exchange attributes of {recipient} are managed in the cloud; look at the object again after the next synchronization.
#     if: its Exchange attributes are managed in the cloud, and it is the object of a cloud mailbox
#     when:
#       acting.side: on_premises
#       recipient.home: cloud
#       recipient.mailbox: "true"
#       recipient.exchange_attributes_managed_in: cloud
#   - where: exchange_on_premises
#     text: Correct the target address of the object of {recipient} in {acting}; it has to be an address of {recipient}.
#     if: it is the object of something else in the cloud
#     when:
#       acting.side: on_premises
#       recipient.home: cloud
#       recipient.mailbox: "false"
#   - where: exchange_on_premises
#     text: Correct ExternalEmailAddress of the mail user in {acting}; it has to be an address of the mailbox.
#     when:
#       acting.direction: on_premises_to_on_premises
#   - where: exchange_on_premises
#     text: Correct the address of the on-premises mailbox at its source; ExternalEmailAddress of the mail user follows with directory synchronization.
#     when:
#       acting.side: cloud
#   not_when:
#   - Recipient and delegate are in one forest.
#   - The permission is Send As or Send on Behalf only; nothing is opened.
#   - The folder permission is None alone, which gives nothing.
#   - The target address is not declared; moves, New-RemoteMailbox and directory synchronization set it.
#   - The addresses of the mailbox are not declared, and the target address is not empty.
#   - The object does not exist, which HYB108 reports.
#   - The delegate is an application.
#   applications: silent
#   fold: recipient
#   statements: [S1-03, S2-10, S2-33]
#   tags: [autodiscover, remote-mailbox]
package hybridlint.topology.autodiscover_target_address_missing

import data.hybridlint.inference.entry as inference
import data.hybridlint.inference.folder_rights
import rego.v1

finding contains {"at": ["delegate"], "vars": {"address": input.recipient_object.target_address}} if {
	opened
	input.acting.cross_forest
	inference.recipient_exists in {"yes", "unknown"}
	input.recipient_object.target_address in {"empty", "foreign"}
}

opened if input.entry.permission == "full_access"

opened if {
	input.entry.permission == "folder"
	not folder_rights.none_alone
}

opened if input.entry.kind == "outlook_delegate"
