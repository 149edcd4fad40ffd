# METADATA
# title: Send on Behalf is missing where the sender works
# description: |-
#   Send on Behalf is checked in the sending user's forest. An on-premises owner's publicDelegates are synchronized to Exchange
#   Online by default, so it is missing there only if they are filtered out or nothing is synchronized. Nothing carries it between
#   two on-premises forests.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/delegate-cannot-send-on-behalf-of-after-migration
#   description: Delegate can't send on behalf of after migration, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB402
#   severity: error
#   scopes: [grant, derived_grant]
#   why_severity: The send is refused.
#   message: "{delegate_works} in {acting}, but Send on Behalf of {recipient} is not set there"
#   phrases:
#     set_cmdlet: {}
#     set_cmdlet_elsewhere: {}
#   remediation:
#   - where: entra_connect
#     text: Synchronize {recipient} with its attribute publicDelegates; bring it into the scope, and do not filter that attribute.
#     if: the owner is on-premises and the delegate works in the cloud
#     when: {acting.direction: cloud_to_on_premises, recipient.type: "!dynamic_distribution_group"}
#   - where: exchange_online
#     or: true
#     intro: By hand; Exchange Online may refuse the change where the owner is mastered on-premises
#     command: "{set_cmdlet_elsewhere} -Identity {recipient} -GrantSendOnBehalfTo @{Add={delegate}}"
#     if: the owner is on-premises and the delegate works in the cloud
#     when: {acting.direction: cloud_to_on_premises}
#   - where: recipient_home
#     command: "{set_cmdlet} -Identity {recipient} -GrantSendOnBehalfTo @{Add={delegate}}"
#     when: {acting.direction: same}
#   - where: exchange_on_premises
#     intro: In {acting}
#     command: "{set_cmdlet_elsewhere} -Identity {recipient} -GrantSendOnBehalfTo @{Add={delegate}}"
#     when: {acting.direction: on_premises_to_on_premises}
#   not_when:
#   - An on-premises owner is synchronized to the cloud with the default attributes; the entry arrives by itself, also while the engine is unknown.
#   - The entry is present in the delegate's forest, or it was made before the owner moved.
#   - It is not known whether the entry is there (unknown_in).
#   - The same delegate has, or may have, Send As on the recipient in that forest; Send As is used anyway.
#   - The owner is in the cloud and the delegate on-premises, which HYB401 and HYB403 report.
#   - The owner is unknown there, which HYB108 reports.
#   fold: recipient
#   statements: [S1-20, S1-21, S2-41, S2-42]
#   tags: [send-on-behalf, directory-sync]
package hybridlint.send_on_behalf.send_on_behalf_missing_in_sender_forest

import data.hybridlint.inference.entry as inference
import rego.v1

finding contains {
	"at": ["delegate"],
	"vars": {"set_cmdlet": inference.send_on_behalf_cmdlet, "set_cmdlet_elsewhere": inference.send_on_behalf_cmdlet_elsewhere},
	"assumed": (presence.assumed | inference.derivation_assumed),
} if {
	input.entry.permission == "send_on_behalf"
	not from_cloud_to_on_premises
	not carried_by_unknown_engine
	presence := inference.send_on_behalf_in_acting_forest
	presence.answer == "no"
	inference.pair_send_as_in_acting_forest == "no"
}

from_cloud_to_on_premises if {
	input.recipient.home == "cloud"
	input.acting.side == "on_premises"
}

# Without a directory_sync block nobody knows what is carried to the cloud.
carried_by_unknown_engine if {
	input.recipient.home == "on_premises"
	input.acting.side == "cloud"
	not input.organization.directory_sync.declared
}
