# METADATA
# title: Which clients are used
# description: |-
#   Reads a list of clients. Most delegation between forests is documented for classic Outlook for Windows only, so rules ask for the others.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
package hybridlint.inference.clients

import rego.v1

# listed gives the clients of a list; of one that is not declared, none.
listed(list) := {client |
	some client, member in list
	member == true
	client != "declared"
}
