# METADATA
# title: A dedicated tenant does not write Send on Behalf back
# description: |-
#   In tenants of legacy Microsoft 365 dedicated or ITAR the values of moved mailboxes are not written back to on-premises Active
#   Directory, whatever the synchronization is set to. Send on Behalf has to be added on-premises by hand.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/delegate-cannot-send-on-behalf-of-after-migration
#   description: Delegate can't send on behalf of after migration, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB403
#   severity: error
#   scopes: [grant, derived_grant]
#   why_severity: The send is refused, and the usual settings do not help.
#   message: "dedicated tenant: Send on Behalf of {recipient} for {delegate} must be added on-premises by hand"
#   remediation:
#   - where: exchange_on_premises
#     intro: As a member of the role group SSA-SE-RemoteMailbox
#     command: Set-RemoteMailbox -Identity {recipient} -GrantSendOnBehalfTo @{Add={delegate}}
#     when: {recipient.mailbox: "true"}
#   - where: exchange_online
#     or: true
#     text: Ask Microsoft Support to do it.
#   not_when:
#   - The tenant is a multi-tenant one.
#   - The entry is present on-premises, set by hand or made before the owner moved.
#   - It is not known whether the entry is there (unknown_in).
#   supersedes: [HYB401]
#   fold: recipient
#   statements: [S0-17, S0-18, S0-19, S0-20, S0-21, S0-22]
#   tags: [send-on-behalf, dedicated]
package hybridlint.send_on_behalf.send_on_behalf_dedicated_manual

import data.hybridlint.inference.entry as inference
import rego.v1

finding contains {"at": ["delegate"], "assumed": inference.derivation_assumed} if {
	input.entry.permission == "send_on_behalf"
	input.organization.offering == "dedicated_itar"
	input.recipient.home == "cloud"
	input.acting.side == "on_premises"
	inference.send_on_behalf_in_acting_forest.answer == "no"
}
