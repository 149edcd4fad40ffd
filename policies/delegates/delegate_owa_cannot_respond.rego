# METADATA
# title: A delegate cannot answer meeting requests in Outlook on the web
# description: |-
#   Meeting requests of a manager are forwarded to a delegate in another forest, but in Outlook on the web the delegate cannot accept or
#   decline them. Classic Outlook for Windows can.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/calendars/delegate-cannot-accept-meeting-request-using-owa
#   description: Delegate can't accept a meeting request by using OWA, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB606
#   severity: error
#   scopes: [outlook_delegate]
#   why_severity: Outlook on the web cannot do it across forests. A warning where the new Outlook is the only web client, because the article speaks of Outlook on the web.
#   message: "{delegate} cannot answer {manager}'s meeting requests in {client}"
#   phrases:
#     client:
#       owa: Outlook on the web
#       new_outlook_windows: the new Outlook for Windows
#   remediation:
#   - where: outlook
#     text: Answer the requests in classic Outlook for Windows.
#   not_when:
#   - The clients are not declared, or there is no web client among them.
#   - Manager and delegate are in one forest.
#   - The delegate receives no meeting requests. Forwarding them works and is never reported.
#   fold: recipient
#   statements: [S0-08, S2-51, S2-55]
#   tags: [delegate, web]
package hybridlint.delegates.delegate_owa_cannot_respond

import data.hybridlint.inference.entry as inference
import rego.v1

finding contains {"at": ["clients"], "vars": {"client": inference.web_clients}, "severity": severity} if {
	input.outlook_delegate.receives_meeting_requests
	input.acting.cross_forest
	count(inference.web_clients) > 0
}

severity := "error" if {
	inference.web_clients.owa
} else := "warning"
