# METADATA
# title: The legacyExchangeDN is missing among the X500 addresses of the other side
# description: |-
#   Replies and meeting updates may go to a legacyExchangeDN that Outlook stored. They arrive only if that DN is an X500 address of the
#   object on the other side. Directory synchronization carries it to the cloud, Exchange hybrid write-back to on-premises.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/calendars/550-5111-ndr-delegate-sends-update-meeting
#   description: 550 5.1.11 RESOLVER.ADR.ExRecipNotFound when a delegate sends an update to a meeting, checked 2026-08-27
# - ref: https://learn.microsoft.com/entra/identity/hybrid/connect/reference-connect-sync-attributes-synchronized#exchange-hybrid-writeback
#   description: Attributes synchronized by Entra Connect, Exchange hybrid writeback, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# schemas:
# - input: schema.recipient
# custom:
#   id: HYB112
#   severity: warning
#   scopes: [recipient]
#   why_severity: Replies and meeting updates break only where a stored DN is used; the certain case is reported by HYB603.
#   message: "the legacyExchangeDN of {recipient} is not an X500 address of its object in {forest}"
#   remediation:
#   - where: entra_connect
#     text: Make sure that Exchange hybrid write-back is on and runs; it writes the Exchange Online X500 value into proxyAddresses of users, contacts and groups.
#     when:
#       recipient.home: cloud
#   - where: exchange_on_premises
#     or: true
#     intro: Once by hand
#     command: Set-RemoteMailbox -Identity {recipient} -EmailAddresses @{Add={legacy_x500}}
#     when:
#       recipient.home: cloud
#   - where: exchange_on_premises
#     intro: On the mailbox; directory synchronization carries it to the cloud
#     command: Set-Mailbox -Identity {recipient} -EmailAddresses @{Add={legacy_x500}}
#     when:
#       recipient.home: on_premises
#   not_when:
#   - The DN of the mailbox or the addresses of the object are not declared.
#   - The mailbox is in the cloud and nothing is written back, which HYB102 reports.
#   - The recipient is a contact, a group or something else without a mailbox.
#   fold: forest
#   statements: [S1-03, S2-61]
#   tags: [x500, directory-sync]
package hybridlint.topology.x500_legacy_dn_missing

import data.hybridlint.inference.recipient as inference
import rego.v1

finding contains {"at": ["object", "email_addresses"]} if {
	input.recipient.mailbox
	input.object.legacy_exchange_dn_is_x500_address == false
	not nothing_is_written_back
}

nothing_is_written_back if {
	input.recipient.home == "cloud"
	inference.x500_write_back.answer == "no"
}
