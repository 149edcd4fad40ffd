# METADATA
# title: Send on Behalf of a cloud owner does not reach on-premises
# description: |-
#   A cloud mailbox's Send on Behalf entry is stored in publicDelegates. On-premises Active Directory gets it only through Exchange
#   hybrid write-back of Entra Connect 1.1.553.0 or later, which covers user objects. Without it an on-premises delegate cannot send.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/delegate-cannot-send-on-behalf-of-after-migration
#   description: Delegate can't send on behalf of after migration, checked 2026-08-27
# - ref: https://learn.microsoft.com/entra/identity/hybrid/connect/reference-connect-sync-attributes-synchronized#exchange-hybrid-writeback
#   description: Attributes synchronized by Entra Connect, Exchange hybrid writeback, checked 2026-08-27
# - ref: https://learn.microsoft.com/entra/identity/hybrid/connect/reference-connect-version-history-archive#115530
#   description: Entra Connect version history archive, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB401
#   severity: error
#   scopes: [grant, derived_grant]
#   why_severity: The delegate's send is refused.
#   message: "{delegate} in {acting} cannot send on behalf of {recipient}: the entry exists in the cloud only ({cause})"
#   phrases:
#     cause:
#       write_back_off: Exchange hybrid write-back of Entra Connect is off
#       write_back_undeclared: Exchange hybrid write-back of Entra Connect is off by default
#       entra_connect_too_old: Entra Connect is older than 1.1.553.0
#       cloud_sync_only: cloud sync does not carry Send on Behalf
#       no_synchronization: there is no directory synchronization
#       owner_is_no_mailbox: write-back covers user objects only
#       managed_in_cloud: the owner's Exchange attributes are managed in the cloud
#       not_in_cloud: it is not declared to be on-premises
#   remediation:
#   - where: entra_connect
#     text: Enable the optional feature Exchange hybrid deployment, on version 1.1.553.0 or later.
#   - where: exchange_on_premises
#     command: Set-MailUser -Identity {recipient} -GrantSendOnBehalfTo @{Add={delegate}}
#   not_when:
#   - The entry is present in the delegate's forest, by hand or because it was made before the owner moved.
#   - Write-back works, or it is not known whether it does.
#   - Nobody looked whether the entry is there (unknown_in).
#   - The same delegate has, or may have, Send As on the recipient in that forest; Send As is used anyway.
#   - The tenant is a dedicated one, which HYB403 reports.
#   - The owner is unknown there, which HYB108 reports.
#   fold: recipient
#   statements: [S0-01, S0-02, S0-06, S0-07, S0-09, S0-11, S0-12, S0-14, S0-15, S0-16, S0-23, S1-20, S1-23, S1-24, S2-41, S2-43, S2-44]
#   since: Entra Connect 1.1.553.0
#   tags: [send-on-behalf, directory-sync]
package hybridlint.send_on_behalf.send_on_behalf_not_written_back

import data.hybridlint.inference.entry as inference
import rego.v2

finding contains {
	"at": ["delegate"],
	"vars": {"cause": presence.cause},
	"assumed": presence.assumed | inference.derivation_assumed,
} if {
	input.entry.permission == "send_on_behalf"
	input.recipient.home == "cloud"
	input.acting.side == "on_premises"
	input.organization.offering == "multi_tenant"
	presence := inference.send_on_behalf_in_acting_forest
	presence.answer == "no"
	inference.pair_send_as_in_acting_forest == "no"
}
