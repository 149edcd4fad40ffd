# METADATA
# title: A shared calendar of the other side in another client than classic Outlook for Windows
# description: |-
#   A calendar that was shared between Exchange Online and on-premises can be viewed in classic Outlook for Windows. In other clients it may be
#   listed, but it does not synchronize and shows no events.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/calendars/cannot-accept-external-sharing-invitation-in-outlook
#   description: Unable to accept an external sharing invitation, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# schemas:
# - input: schema.sharing_invitation
# custom:
#   id: HYB513
#   severity: warning
#   scopes: [sharing_invitation]
#   why_severity: The calendar can be listed, but it does not synchronize or show events there.
#   message: "{recipient} will not see events of {owner}'s calendar in {client}"
#   phrases:
#     client:
#       new_outlook_windows: the new Outlook for Windows
#       owa: Outlook on the web
#       outlook_mac: Outlook for Mac
#       outlook_ios: Outlook for iOS
#       outlook_android: Outlook for Android
#       scheduling_assistant: Scheduling Assistant
#       smtp: an SMTP client
#       application: an application
#   remediation:
#   - where: outlook
#     text: View the calendar in classic Outlook for Windows.
#   not_when:
#   - Only classic Outlook for Windows is used, or beside it the new Outlook of somebody with an on-premises mailbox (HYB215).
#   - Neither the clients that view nor the one that accepts is declared.
#   - Owner and recipient are on one side, or in different organizations.
#   - The invitation cannot even be accepted, which HYB512 reports.
#   fold: recipient
#   statements: [S1-25, S2-64]
#   tags: [calendar, sharing]
package hybridlint.folders.cross_premises_shared_calendar_client

import data.hybridlint.inference.invitation
import rego.v1

finding contains {"at": [viewing.place], "vars": {"client": others}} if {
	input.invitation.relation == "other_side"
	others := viewing.clients - {"outlook_windows"}
	count(others) > 0
}

viewing := {"place": "viewing_clients", "clients": invitation.viewing_clients} if {
	input.invitation.viewing_clients.declared
} else := {"place": "accepting_client", "clients": {invitation.accepting_client}}
