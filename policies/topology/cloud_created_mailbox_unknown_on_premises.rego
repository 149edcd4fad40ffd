# METADATA
# title: A mailbox created in the cloud has no object on-premises
# description: |-
#   A mailbox that is created directly in Exchange Online has no object on-premises. While mailboxes remain there, their users cannot
#   find it, see its free/busy or be given access to it.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/user-and-shared-mailboxes/cannot-access-mailbox
#   description: Hybrid users can't access a shared mailbox created in Exchange Online, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/calendars/cannot-display-the-folder-properties-or-could-not-be-updated-error
#   description: Error opening a room calendar that was created in the cloud, checked 2026-08-27
# schemas:
# - input: schema.recipient
# custom:
#   id: HYB115
#   severity: warning
#   scopes: [recipient]
#   why_severity: On-premises users cannot see its free/busy, resolve it or be given rights to it; nothing is wrong for cloud users.
#   message: "{recipient} {story} unknown on-premises: users there see no free/busy and cannot be given access"
#   phrases:
#     story:
#       created: was created in the cloud and is
#       missing: has no object and is
#   remediation:
#   - where: exchange_on_premises
#     intro: With the name, alias and UPN of the cloud mailbox (Exchange 2013 CU21, 2016 CU10, or 2019 or later, after setup /PrepareAD)
#     command: New-RemoteMailbox -Name {recipient_name} -Alias <alias> -UserPrincipalName <upn> -RemoteRoutingAddress {recipient_routing_address} -Shared
#     when:
#       recipient.type: shared_mailbox
#   - where: exchange_on_premises
#     intro: On the account that exists on-premises
#     command: Enable-RemoteMailbox -Identity <account> -RemoteRoutingAddress {recipient_routing_address} -ACLableSyncedObjectEnabled
#     when:
#       recipient.type: user_mailbox
#   - where: active_directory
#     text: Create an on-premises account for {recipient}, and link the two by SMTP match.
#     when:
#       recipient.resource_mailbox: "true"
#   - where: exchange_on_premises
#     command: Enable-RemoteMailbox -Identity <account> -RemoteRoutingAddress {recipient_routing_address} -Room
#     when:
#       recipient.type: room_mailbox
#   - where: exchange_on_premises
#     command: Enable-RemoteMailbox -Identity <account> -RemoteRoutingAddress {recipient_routing_address} -Equipment
#     when:
#       recipient.type: equipment_mailbox
#   - where: exchange_on_premises
#     intro: Only before a later move back on-premises, also
#     command: Set-RemoteMailbox -Identity {recipient} -ExchangeGuid <GUID from Get-Mailbox in Exchange Online>
#   not_when:
#   - An object on-premises is declared.
#   - How the mailbox was made is not declared, and no object is declared missing.
#   - No mailbox is left on-premises.
#   fold: forest
#   statements: []
#   tags: [remote-mailbox]
package hybridlint.topology.cloud_created_mailbox_unknown_on_premises

import rego.v1

finding contains {"at": place, "vars": {"story": story}} if {
	input.recipient.home == "cloud"
	input.recipient.type in {"user_mailbox", "shared_mailbox", "room_mailbox", "equipment_mailbox"}
	not input.recipient.on_premises_object_declared
	input.viewed
	input.forest.holds_mailbox
	[story, place] := missing
}

missing := ["missing", ["object", "exists"]] if {
	input.object.exists == false
} else := ["created", ["provisioned_by"]] if {
	input.recipient.provisioned_by == "cloud_direct"
}
