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
# - ref: https://learn.microsoft.com/entra/identity/hybrid/cloud-sync/exchange-hybrid
#   description: Exchange hybrid writeback with cloud sync, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/hybrid-deployment/enable-exchange-attributes-cloud-management
#   description: Cloud-based management of Exchange attributes for remote mailboxes, checked 2026-08-27
# schemas:
# - input: schema.recipient
# custom:
#   id: HYB112
#   severity: warning
#   scopes: [recipient]
#   why_severity: Replies and meeting updates break only where a stored DN is used; the certain case is reported by HYB603.
#   message: "the legacyExchangeDN of {recipient} is not an X500 address of its object in {forest}"
#   phrases:
#     engine:
#       entra_connect: Entra Connect
#       cloud_sync: cloud sync
#       unknown: an engine that is not declared
#   remediation:
#   - where: entra_connect
#     text: Make sure that Exchange hybrid deployment is on and runs; it writes the Exchange Online X500 value into proxyAddresses of users, contacts and groups.
#     if: the mailbox is in the cloud, and Entra Connect synchronizes or no engine is declared
#     when:
#       recipient.home: cloud
#       engine: [entra_connect, unknown]
#   - where: entra_admin_center
#     text: Make sure that Exchange hybrid writeback of cloud sync is on and runs; it writes the Exchange Online X500 value into proxyAddresses of users and contacts, not of groups.
#     if: the mailbox is in the cloud, and cloud sync synchronizes
#     when:
#       recipient.home: cloud
#       engine: cloud_sync
#   - where: exchange_on_premises
#     or: true
#     intro: Once by hand
#     command: Set-RemoteMailbox -Identity {recipient} -EmailAddresses @{Add={legacy_x500}}
#     if: the mailbox is in the cloud, and its Exchange attributes are managed on-premises
#     when:
#       recipient.home: cloud
#       recipient.exchange_attributes_managed_in: "!cloud"
#   - where: exchange_online
#     or: true
#     intro: Once by hand, where the Exchange attributes are managed; proxyAddresses is written from there where the write-back job runs
#     command: Set-Mailbox -Identity {recipient} -EmailAddresses @{Add={legacy_x500}}
#     if: the mailbox is in the cloud, and its Exchange attributes are managed there
#     when:
#       recipient.home: cloud
#       recipient.exchange_attributes_managed_in: cloud
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

finding contains {"at": ["object", "email_addresses"], "vars": {"engine": engine}} if {
	input.recipient.mailbox
	input.object.legacy_exchange_dn_is_x500_address == false
	not nothing_is_written_back
}

nothing_is_written_back if {
	input.recipient.home == "cloud"
	inference.x500_write_back.answer == "no"
}

# The engine that writes the value back. Where both run, Entra Connect does it for groups too.
engine := "entra_connect" if {
	input.organization.directory_sync.entra_connect.exchange_hybrid_deployment == true
} else := "cloud_sync" if {
	input.organization.directory_sync.cloud_sync.exchange_hybrid_writeback == true
} else := "unknown"
