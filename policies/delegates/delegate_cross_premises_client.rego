# METADATA
# title: A delegate of another forest works in Outlook for Mac or mobile
# description: |-
#   Basic delegate work between forests is documented for classic Outlook for Windows only.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB609
#   severity: warning
#   scopes: [outlook_delegate]
#   why_severity: What is not documented may or may not work.
#   message: "{delegate} works for {manager} across forests in {client}; only classic Outlook for Windows is documented to work"
#   phrases:
#     client:
#       outlook_mac: Outlook for Mac
#       outlook_ios: Outlook for iOS
#       outlook_android: Outlook for Android
#   remediation:
#   - where: outlook
#     text: Use classic Outlook for Windows.
#   not_when:
#   - The clients are not declared, or Outlook for Mac and mobile are not among them.
#   - It is a web client, which HYB606 and HYB607 report.
#   - Manager and delegate are in one forest.
#   fold: recipient
#   statements: [S0-08, S2-48]
#   tags: [delegate, mac, mobile]
package hybridlint.delegates.delegate_cross_premises_client

import data.hybridlint.inference.clients
import rego.v1

finding contains {"at": ["clients"], "vars": {"client": others}} if {
	input.entry.kind == "outlook_delegate"
	input.acting.cross_forest
	others := clients.listed(input.entry.clients) & {"outlook_mac", "outlook_ios", "outlook_android"}
	count(others) > 0
}
