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
#     account:
#       exists: it has an account on-premises
#       missing: it has no account on-premises
#     object:
#       possible: it can have an object
#       "no": it cannot have an object
#   remediation:
#   - where: exchange_online
#     text: Not while the Exchange attributes of new recipients are managed in the cloud by default; set ExchangeAttributesCloudManagedByDefault to false first (HYB711).
#     when: {organization.exchange_attributes_cloud_managed_by_default: "true"}
#   - where: exchange_on_premises
#     intro: With the name, alias and UPN of the cloud mailbox (Exchange 2013 CU21, 2016 CU10, or 2019 or later, after setup /PrepareAD)
#     command: New-RemoteMailbox -Name {recipient_name} -Alias <alias> -UserPrincipalName <upn> -RemoteRoutingAddress {recipient_routing_address} -Shared -ACLableSyncedObjectEnabled
#     if: it is a shared mailbox, and that forest runs Exchange 2013 or later, or its version is not declared
#     when:
#       recipient.type: shared_mailbox
#       forest.exchange_version: ["!2010", "!2007", "!2003"]
#   - where: active_directory
#     text: Create an on-premises account for {recipient}, and let directory synchronization link it to the mailbox by SMTP match.
#     if: it is a room or equipment mailbox, or a user mailbox without a synchronized account
#     when: {account: missing}
#   - where: exchange_on_premises
#     intro: On the account on-premises
#     command: Enable-RemoteMailbox -Identity <account> -RemoteRoutingAddress {recipient_routing_address} -ACLableSyncedObjectEnabled
#     if: it is a user mailbox, and that forest runs Exchange 2013 or later, or its version is not declared
#     when:
#       recipient.type: user_mailbox
#       forest.exchange_version: ["!2010", "!2007", "!2003"]
#   - where: exchange_on_premises
#     intro: On the account on-premises
#     command: Enable-RemoteMailbox -Identity <account> -RemoteRoutingAddress {recipient_routing_address} -Room
#     when: {recipient.type: room_mailbox}
#   - where: exchange_on_premises
#     intro: On the account on-premises
#     command: Enable-RemoteMailbox -Identity <account> -RemoteRoutingAddress {recipient_routing_address} -Equipment
#     when: {recipient.type: equipment_mailbox}
#   - where: exchange_on_premises
#     intro: Then, which a later move back on-premises needs
#     command: Set-RemoteMailbox -Identity {recipient} -ExchangeGuid <GUID from Get-Mailbox in Exchange Online>
#     if: it is a room or equipment mailbox, or that forest runs Exchange 2013 or later, or its version is not declared
#     when: {object: possible}
#   - where: exchange_on_premises
#     text: The Exchange of {forest} cannot make a remote mailbox for {recipient} that can hold permissions; introduce Exchange 2013 CU21 or later there first.
#     if: it is a shared or user mailbox, and that forest runs Exchange 2010 or older
#     when: {object: "no"}
#   not_when:
#   - An object on-premises is declared.
#   - Its object exists in the forest that it comes from; other forests normally have none.
#   - Nobody knows which of several forests it comes from, and no object is declared missing.
#   - How the mailbox was made is not declared, and no object is declared missing.
#   - No mailbox is left on-premises.
#   supersedes: [HYB109, HYB110]
#   fold: forest
#   statements: []
#   tags: [remote-mailbox]
package hybridlint.topology.cloud_created_mailbox_unknown_on_premises

import data.hybridlint.inference.objects
import rego.v1

finding contains {"at": place, "vars": {"story": story, "account": account, "object": object_possible}} if {
	input.recipient.home == "cloud"
	input.recipient.type in {"user_mailbox", "shared_mailbox", "room_mailbox", "equipment_mailbox"}
	not input.recipient.on_premises_object_declared
	not exists_at_origin
	input.viewed
	input.forest.holds_mailbox
	[story, place] := missing
}

missing := ["missing", ["object", "exists"]] if {
	input.object.exists == false
} else := ["created", ["provisioned_by"]] if {
	input.recipient.provisioned_by == "cloud_direct"
	input.object.forest_is_origin in {"yes", "no"}
}

# The forest that the mailbox comes from has its object, as it normally has.
exists_at_origin if {
	input.recipient.provisioned_by in objects.created_on_premises
	input.object.forest_is_origin in {"yes", "no"}
	not input.recipient.origin_object_missing
}

# Whether an account must be made first: a room has none that could be used, a user whose account is synchronized has one.
default account := "exists"

account := "missing" if input.recipient.resource_mailbox

account := "missing" if {
	input.recipient.type == "user_mailbox"
	input.recipient.is_dir_synced == false
}

# Remote shared mailboxes came after Exchange 2010, and so did remote mailboxes that can hold permissions.
object_possible := "no" if {
	input.recipient.type in {"shared_mailbox", "user_mailbox"}
	input.forest.exchange_version in {"2003", "2007", "2010"}
} else := "possible"
