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
#   message: "{delegate_people} in {acting} cannot send on behalf of {recipient}: {cause}"
#   phrases:
#     cause:
#       write_back_off: the entry exists in the cloud only (Exchange hybrid write-back of Entra Connect is off)
#       write_back_undeclared: the entry exists in the cloud only (Exchange hybrid write-back of Entra Connect is off by default)
#       entra_connect_too_old: the entry exists in the cloud only (Entra Connect is older than 1.1.553.0)
#       cloud_sync_only: the entry exists in the cloud only (cloud sync does not carry Send on Behalf)
#       no_synchronization: the entry exists in the cloud only (there is no directory synchronization)
#       owner_is_no_mailbox: the entry exists in the cloud only (write-back covers user objects only)
#       managed_in_cloud: nothing carries the entry (the owner's Exchange attributes are managed in the cloud)
#       not_in_cloud: the entry is neither there nor in the cloud, from where it could be written back
#     set_cmdlet: {}
#   remediation:
#   - where: entra_connect
#     text: Select Exchange hybrid deployment in the wizard (Customize synchronization options > Optional features).
#     when: {cause: [write_back_off, write_back_undeclared]}
#   - where: entra_connect
#     text: Upgrade to the current version, 2.5.190.0 or later, and select Exchange hybrid deployment in the wizard (Customize synchronization options > Optional features).
#     when: {cause: entra_connect_too_old}
#   - where: entra_connect
#     text: Run Entra Connect, in version 2.5.190.0 or later, with the optional feature Exchange hybrid deployment.
#     when: {cause: cloud_sync_only}
#   - where: exchange_on_premises
#     or: true
#     intro: By hand; on a moved mailbox it may refuse, because the object is a remote mailbox
#     command: Set-MailUser -Identity {recipient} -GrantSendOnBehalfTo @{Add={delegate}}
#     if: the owner is a mailbox, and that forest does not run Exchange 2010 or 2013
#     when: {recipient.mailbox: "true", acting_forest.exchange_version: ["!2010", "!2013"]}
#   - where: active_directory
#     intro: If it refuses
#     command: Set-ADUser -Identity <owner> -Add @{publicDelegates="<distinguished name of the delegate>"}
#     if: the owner is a mailbox, and that forest does not run Exchange 2010 or 2013
#     when: {recipient.mailbox: "true", acting_forest.exchange_version: ["!2010", "!2013"]}
#   - where: exchange_on_premises
#     or: true
#     intro: By hand on Exchange 2010 or 2013
#     command: Set-RemoteMailbox -Identity {recipient} -GrantSendOnBehalfTo @{Add={delegate}}
#     if: the owner is a mailbox, and that forest runs Exchange 2010 or 2013
#     when: {acting_forest.exchange_version: ["2010", "2013"], recipient.mailbox: "true"}
#   - where: exchange_on_premises
#     or: true
#     intro: By hand, on the object there
#     command: "{set_cmdlet} -Identity {recipient} -GrantSendOnBehalfTo @{Add={delegate}}"
#     if: the owner is no mailbox, and no Microsoft 365 group
#     when: {recipient.mailbox: "false", recipient.type: "!m365_group"}
#   - where: exchange_on_premises
#     or: true
#     text: No cmdlet sets it for a Microsoft 365 group on-premises; move the mailbox of {delegate} to the cloud, or use a shared mailbox instead of the group.
#     if: the owner is a Microsoft 365 group
#     when: {recipient.type: m365_group}
#   not_when:
#   - The entry is present in the delegate's forest, set by hand or made before the owner moved.
#   - Write-back works, or it is not known whether it does.
#   - It is not known whether the entry is there (unknown_in).
#   - The same delegate has, or may have, Send As on the recipient in that forest; Send As is used anyway.
#   - The tenant is a dedicated one, which HYB403 reports.
#   - The owner is unknown there, which HYB108 reports.
#   fold: recipient
#   statements: [S0-01, S0-02, S0-06, S0-07, S0-09, S0-11, S0-12, S0-14, S0-15, S0-16, S0-23, S1-20, S1-23, S1-24, S2-41, S2-43, S2-44]
#   since: Entra Connect 1.1.553.0
#   tags: [send-on-behalf, directory-sync]
package hybridlint.send_on_behalf.send_on_behalf_not_written_back

import data.hybridlint.inference.entry as inference
import rego.v1

finding contains {
	"at": ["delegate"],
	"vars": {"cause": presence.cause, "set_cmdlet": inference.send_on_behalf_cmdlet_elsewhere},
	"assumed": (presence.assumed | inference.derivation_assumed),
} if {
	input.entry.permission == "send_on_behalf"
	input.recipient.home == "cloud"
	input.acting.side == "on_premises"
	input.organization.offering == "multi_tenant"
	input.organization.directory_sync.declared
	presence := inference.send_on_behalf_in_acting_forest
	presence.answer == "no"
	inference.pair_send_as_in_acting_forest == "no"
}
