# METADATA
# title: Meeting updates of an on-premises delegate bounce with 550 5.1.11
# description: |-
#   A meeting that a manager created in Exchange Online holds the invitees' cloud legacyExchangeDN. When an on-premises delegate updates it,
#   on-premises Exchange resolves these addresses, which it knows only after Exchange hybrid write-back has added them as X500 addresses.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/calendars/550-5111-ndr-delegate-sends-update-meeting
#   description: 550 5.1.11 RESOLVER.ADR.ExRecipNotFound when a delegate sends an update to a meeting, checked 2026-08-27
# - ref: https://learn.microsoft.com/entra/identity/hybrid/connect/reference-connect-sync-attributes-synchronized#exchange-hybrid-writeback
#   description: Attributes synchronized by Entra Connect, Exchange hybrid writeback, checked 2026-08-27
# - ref: https://learn.microsoft.com/entra/identity/hybrid/cloud-sync/exchange-hybrid
#   description: Exchange hybrid writeback with cloud sync, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB603
#   severity: error
#   scopes: [outlook_delegate]
#   why_severity: Mail bounces.
#   message: "updates that {delegate} sends for meetings of {manager} bounce with 550 5.1.11: X500 addresses are not written back"
#   remediation:
#   - where: entra_connect
#     text: Select Exchange hybrid deployment in the wizard (Customize synchronization options > Optional features).
#     when: {organization.directory_sync.entra_connect.declared: "true"}
#   - where: entra_admin_center
#     or: true
#     text: Turn Exchange hybrid writeback on in the configuration of cloud sync (Properties > Basic).
#     when: {organization.directory_sync.cloud_sync.declared: "true"}
#   - where: exchange_on_premises
#     or: true
#     intro: Once by hand, for each invitee, on its on-premises object (Set-RemoteMailbox, Set-Mailbox, Set-MailUser, Set-MailContact or Set-DistributionGroup by its type)
#     command: Set-RemoteMailbox -Identity <invitee> -EmailAddresses @{Add="X500:<legacyExchangeDN of the object in the cloud>"}
#   not_when:
#   - Entra Connect or cloud sync writes X500 addresses back.
#   - It is not known whether one of them does, because no engine is declared.
#   - The invitees' addresses were added by hand (x500_written_back).
#   - The manager is on-premises, or the delegate is in the cloud.
#   - The delegate can only read the calendar and receives no meeting requests.
#   fold: recipient
#   statements: [S2-63]
#   tags: [delegate, directory-sync]
package hybridlint.delegates.delegate_meeting_update_bounces

import data.hybridlint.inference.entry as inference
import data.hybridlint.inference.folder_rights
import rego.v1

finding contains {"at": ["delegate"], "assumed": inference.x500_write_back.assumed} if {
	input.entry.kind == "outlook_delegate"
	input.acting.direction == "on_premises_to_cloud"
	changes_meetings
	not input.outlook_delegate.x500_written_back
	inference.x500_write_back.answer == "no"
}

changes_meetings if folder_rights.delegate_edits_calendar

changes_meetings if input.outlook_delegate.receives_meeting_requests
