# METADATA
# title: A mailbox of the other side is opened with something other than classic Outlook
# description: |-
#   Full Access between Exchange Online and on-premises is documented for classic Outlook for Windows. Outlook on the web and
#   the new Outlook open such a mailbox through "Open another mailbox" only, with a redirect and a second sign-in.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/permissions
#   description: Permissions in Exchange hybrid deployments, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB202
#   severity: warning
#   scopes: [grant]
#   why_severity: Only the Windows desktop client is documented as working; the others need a detour or are not supported.
#   message: "{delegate} opens {recipient} across premises with {clients}; only classic Outlook for Windows is documented to work"
#   phrases:
#     clients:
#       owa: Outlook on the web
#       new_outlook_windows: the new Outlook for Windows
#       outlook_mac: Outlook for Mac
#       outlook_ios: Outlook for iOS
#       outlook_android: Outlook for Android
#   remediation:
#   - where: outlook
#     text: Use classic Outlook for Windows for this mailbox.
#   - where: exchange_online
#     or: true
#     text: Move both mailboxes to one side.
#   not_when:
#   - No client is declared.
#   - Only other clients are declared; the Scheduling Assistant does not open a mailbox.
#   - It is the new Outlook of a person whose own mailbox is on-premises, which HYB215 reports.
#   - Mailbox and delegate are in one forest, or in two on-premises forests.
#   - The delegate is an application.
#   applications: silent
#   fold: recipient
#   statements: [S2-09]
#   tags: [full-access, clients]
package hybridlint.full_access.full_access_cross_premises_client

import data.hybridlint.inference.entry as inference
import rego.v1

finding contains {"at": ["clients"], "vars": {"clients": clients}} if {
	input.entry.permission == "full_access"
	input.acting.cross_premises
	count(clients) > 0
}

clients := inference.web_clients | others

others contains "outlook_mac" if input.entry.clients.outlook_mac

others contains "outlook_ios" if input.entry.clients.outlook_ios

others contains "outlook_android" if input.entry.clients.outlook_android
