# METADATA
# title: Send on Behalf between the sides is used in Outlook on the web
# description: |-
#   Between Exchange Online and on-premises, Send on Behalf is supported in classic Outlook for Windows, not in Outlook on the web. The
#   new Outlook for Windows is a web client.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/permissions
#   description: Permissions in Exchange hybrid deployments, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB405
#   severity: warning
#   scopes: [grant, derived_grant]
#   why_severity: It is not supported in this client.
#   message: "{delegate} sends on behalf of {recipient} from {client}; across premises that is supported in classic Outlook only"
#   phrases:
#     client:
#       owa: Outlook on the web
#       new_outlook_windows: the new Outlook for Windows
#   remediation:
#   - where: outlook
#     text: Send from classic Outlook for Windows.
#   not_when:
#   - No clients are declared, or no web client is among them.
#   - It is the new Outlook of a person whose own mailbox is on-premises, which HYB215 reports.
#   - Owner and delegate are in one forest, or in two on-premises forests.
#   fold: recipient
#   statements: []
#   tags: [send-on-behalf, clients]
package hybridlint.send_on_behalf.send_on_behalf_cross_premises_owa

import data.hybridlint.inference.entry as inference
import rego.v1

finding contains {"at": ["clients"], "vars": {"client": inference.web_clients}} if {
	input.entry.permission == "send_on_behalf"
	input.acting.cross_premises
	count(inference.web_clients) > 0
}
