# METADATA
# title: Recipient or delegate is unknown in the other's forest
# description: |-
#   A permission between forests refers to an object that stands for the other one: a mail user in Exchange Online, a remote mailbox
#   or mail user on-premises. A mailbox created directly in Exchange Online has no object on-premises, distribution and security
#   groups are never written back as objects, Microsoft 365 groups only by Group writeback, and an on-premises mailbox outside directory
#   synchronization is unknown in the cloud.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/user-and-shared-mailboxes/cannot-access-mailbox
#   description: Hybrid users can't access a shared mailbox created in Exchange Online, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/calendars/cannot-display-the-folder-properties-or-could-not-be-updated-error
#   description: Error opening a room calendar that was created in the cloud, checked 2026-08-27
# - ref: https://learn.microsoft.com/entra/identity/hybrid/connect/reference-connect-sync-attributes-synchronized#exchange-hybrid-writeback
#   description: Attributes synchronized by Entra Connect, Exchange hybrid writeback, checked 2026-08-27
# - ref: https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-group-writeback-enable
#   description: Enable Group writeback in Entra Connect, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB108
#   severity: error
#   scopes: [grant, folder_grant, outlook_delegate]
#   why_severity: Every lookup of the address fails there, and the permission cannot be placed.
#   message: "{unknown} is unknown in {place}, where {other}{unless}"
#   phrases:
#     unless:
#       certain: ""
#       group_writeback: " (unless Group writeback gives it an object there)"
#     unknown:
#       recipient: "{recipient}"
#       delegate: "{delegate}"
#       both: "{recipient}"
#     place:
#       recipient: "{acting}"
#       delegate: "{home}"
#       both: "{acting}"
#     other:
#       recipient: "{delegate_works}"
#       delegate: "{recipient} is"
#       both: "{delegate_works}, and {delegate} is unknown in {home}"
#     makes:
#       remote_mailbox: a remote mailbox is to be made
#       other: no remote mailbox is to be made
#     recipient_way: &ways
#       known: it is known
#       shared: a shared mailbox in the cloud
#       user: a user mailbox in the cloud
#       room: a room mailbox in the cloud
#       equipment: an equipment mailbox in the cloud
#       too_old: a mailbox in the cloud, and no Exchange that could make its object
#       other_forest: a mailbox that comes from another forest
#       mail_user: something else that needs a mail user
#       m365_group: a Microsoft 365 group
#       group: another group in the cloud
#       scope: outside of directory synchronization
#       dynamic: a dynamic distribution group
#     delegate_way: *ways
#     recipient_account: &accounts
#       exists: it needs no account
#       missing: it has no account
#     delegate_account: *accounts
#   remediation:
#   - where: exchange_online
#     text: Not while the Exchange attributes of new recipients are managed in the cloud by default; set ExchangeAttributesCloudManagedByDefault to false first (HYB711).
#     if: the Exchange attributes of new recipients are managed in the cloud, and a remote mailbox is to be made
#     when:
#       organization.exchange_attributes_cloud_managed_by_default: "true"
#       makes: remote_mailbox
#   - where: exchange_on_premises
#     intro: In {acting}, with the name, alias and UPN of the cloud mailbox (Exchange 2013 CU21, 2016 CU10, or 2019 or later, after setup /PrepareAD)
#     command: New-RemoteMailbox -Name {recipient_name} -Alias <alias> -UserPrincipalName <upn> -RemoteRoutingAddress {recipient_routing_address} -Shared -ACLableSyncedObjectEnabled
#     if: the recipient is a shared mailbox in the cloud, and that forest runs Exchange 2013 or later, or its version is not declared
#     when: {recipient_way: shared}
#   - where: active_directory
#     text: Create an account for {recipient} in {acting}, and let directory synchronization link it to the mailbox by SMTP match.
#     if: the recipient is a room or equipment mailbox in the cloud, or a user mailbox without a synchronized account
#     when: {recipient_account: missing}
#   - where: exchange_on_premises
#     intro: On the account in {acting}
#     command: Enable-RemoteMailbox -Identity <account> -RemoteRoutingAddress {recipient_routing_address} -ACLableSyncedObjectEnabled
#     if: the recipient is a user mailbox in the cloud, and that forest runs Exchange 2013 or later, or its version is not declared
#     when: {recipient_way: user}
#   - where: exchange_on_premises
#     intro: On the account in {acting}
#     command: Enable-RemoteMailbox -Identity <account> -RemoteRoutingAddress {recipient_routing_address} -Room
#     if: the recipient is a room mailbox in the cloud
#     when: {recipient_way: room}
#   - where: exchange_on_premises
#     intro: On the account in {acting}
#     command: Enable-RemoteMailbox -Identity <account> -RemoteRoutingAddress {recipient_routing_address} -Equipment
#     if: the recipient is an equipment mailbox in the cloud
#     when: {recipient_way: equipment}
#   - where: exchange_on_premises
#     intro: Then, which a later move back on-premises needs
#     command: Set-RemoteMailbox -Identity {recipient} -ExchangeGuid <GUID from Get-Mailbox in Exchange Online>
#     if: the recipient is one of these mailboxes in the cloud
#     when: {recipient_way: [shared, user, room, equipment]}
#   - where: exchange_on_premises
#     text: The Exchange of {acting} cannot make a remote mailbox for {recipient} that can hold permissions; introduce Exchange 2013 CU21 or later there first.
#     if: the recipient is a shared or user mailbox in the cloud, and that forest runs Exchange 2010 or older
#     when: {recipient_way: too_old}
#   - where: exchange_on_premises
#     text: "{recipient} does not come from {acting}, so it has no object there. Make a mail user for it."
#     if: the recipient is a mailbox in the cloud that comes from another forest
#     when: {recipient_way: other_forest}
#   - where: exchange_on_premises
#     text: Make a mail user or mail contact for {recipient} in {acting}.
#     if: the recipient is something else in the cloud, or it is unknown in another on-premises forest
#     when: {recipient_way: mail_user}
#   - where: entra_connect
#     text: "Turn on Group writeback (V1): wizard > Optional features. It gives Microsoft 365 groups an object on-premises."
#     if: the recipient is a Microsoft 365 group
#     when: {recipient_way: m365_group}
#   - where: exchange_on_premises
#     text: Distribution and security groups of the cloud are not written back. Use a group that is managed on-premises and synchronized, or grant on a mailbox instead.
#     if: the recipient is another group in the cloud
#     when: {recipient_way: group}
#   - where: entra_connect
#     text: Bring {recipient} into the scope of directory synchronization, so that its object appears in {acting}.
#     if: the recipient is on-premises and unknown in the cloud
#     when: {recipient_way: scope}
#   - where: exchange_on_premises
#     text: A dynamic distribution group cannot be synchronized. Use a distribution group.
#     if: the recipient is a dynamic distribution group on-premises
#     when: {recipient_way: dynamic}
#   - where: exchange_on_premises
#     intro: In {home}, with the name, alias and UPN of the cloud mailbox (Exchange 2013 CU21, 2016 CU10, or 2019 or later, after setup /PrepareAD)
#     command: New-RemoteMailbox -Name {delegate_name} -Alias <alias> -UserPrincipalName <upn> -RemoteRoutingAddress {delegate_routing_address} -Shared -ACLableSyncedObjectEnabled
#     if: the delegate is a shared mailbox in the cloud, and that forest runs Exchange 2013 or later, or its version is not declared
#     when: {delegate_way: shared}
#   - where: active_directory
#     text: Create an account for {delegate} in {home}, and let directory synchronization link it to the mailbox by SMTP match.
#     if: the delegate is a room or equipment mailbox in the cloud, or a user mailbox without a synchronized account
#     when: {delegate_account: missing}
#   - where: exchange_on_premises
#     intro: On the account in {home}
#     command: Enable-RemoteMailbox -Identity <account> -RemoteRoutingAddress {delegate_routing_address} -ACLableSyncedObjectEnabled
#     if: the delegate is a user mailbox in the cloud, and that forest runs Exchange 2013 or later, or its version is not declared
#     when: {delegate_way: user}
#   - where: exchange_on_premises
#     intro: On the account in {home}
#     command: Enable-RemoteMailbox -Identity <account> -RemoteRoutingAddress {delegate_routing_address} -Room
#     if: the delegate is a room mailbox in the cloud
#     when: {delegate_way: room}
#   - where: exchange_on_premises
#     intro: On the account in {home}
#     command: Enable-RemoteMailbox -Identity <account> -RemoteRoutingAddress {delegate_routing_address} -Equipment
#     if: the delegate is an equipment mailbox in the cloud
#     when: {delegate_way: equipment}
#   - where: exchange_on_premises
#     intro: Then, which a later move back on-premises needs
#     command: Set-RemoteMailbox -Identity {delegate} -ExchangeGuid <GUID from Get-Mailbox in Exchange Online>
#     if: the delegate is one of these mailboxes in the cloud
#     when: {delegate_way: [shared, user, room, equipment]}
#   - where: exchange_on_premises
#     text: The Exchange of {home} cannot make a remote mailbox for {delegate} that can hold permissions; introduce Exchange 2013 CU21 or later there first.
#     if: the delegate is a shared or user mailbox in the cloud, and that forest runs Exchange 2010 or older
#     when: {delegate_way: too_old}
#   - where: exchange_on_premises
#     text: "{delegate} does not come from {home}, so it has no object there. Make a mail user for it."
#     if: the delegate is a mailbox in the cloud that comes from another forest
#     when: {delegate_way: other_forest}
#   - where: exchange_on_premises
#     text: Make a mail user or mail contact for {delegate} in {home}.
#     if: the delegate is something else in the cloud, or it is unknown in another on-premises forest
#     when: {delegate_way: mail_user}
#   - where: entra_connect
#     text: "Turn on Group writeback (V1): wizard > Optional features. It gives Microsoft 365 groups an object on-premises."
#     if: the delegate is a Microsoft 365 group
#     when: {delegate_way: m365_group}
#   - where: exchange_on_premises
#     text: Distribution and security groups of the cloud are not written back. Use a group that is managed on-premises and synchronized, or grant to the people of {delegate}.
#     if: the delegate is another group in the cloud
#     when: {delegate_way: group}
#   - where: entra_connect
#     text: Bring {delegate} into the scope of directory synchronization, so that its object appears in {home}.
#     if: the delegate is on-premises and unknown in the cloud
#     when: {delegate_way: scope}
#   - where: exchange_on_premises
#     text: A dynamic distribution group cannot be synchronized. Use a mail-enabled security group.
#     if: the delegate is a dynamic distribution group on-premises
#     when: {delegate_way: dynamic}
#   not_when:
#   - The object is declared, or follows from how the mailbox was made or from directory synchronization.
#   - It is not known whether the object exists, as of a Microsoft 365 group with Group writeback.
#   - It is Send As on a Microsoft 365 group, which HYB310 reports.
#   - The delegate is not mail-enabled (user_account, security_group); HYB802, HYB806 and HYB708 report those.
#   - Recipient and delegate are in one forest.
#   supersedes: [HYB107, HYB203, HYB204, HYB205, HYB206, HYB301, HYB302, HYB303, HYB401, HYB402, HYB403, HYB404, HYB501, HYB505, HYB605, HYB808]
#   fold: recipient
#   statements: [S1-03, S1-13, S2-29]
#   since: Exchange 2013 CU21 and 2016 CU10 for New-RemoteMailbox -Shared
#   tags: [directory-sync, remote-mailbox]
package hybridlint.topology.no_object_in_other_forest

import data.hybridlint.inference.entry as inference
import rego.v1

finding contains {
	"at": ["delegate"],
	"vars": {
		"unknown": who,
		"place": who,
		"other": who,
		"unless": unless,
		"makes": makes,
		"recipient_way": recipient_way,
		"delegate_way": delegate_way,
		"recipient_account": recipient_account,
		"delegate_account": delegate_account,
	},
	"assumed": assumed,
} if {
	not mail_disabled
	who := unknown
}

# Such a delegate is what HYB802, HYB806 and HYB708 report.
mail_disabled if input.delegate.type in {"user_account", "security_group"}

unknown := "both" if {
	recipient_unknown
	delegate_unknown
} else := "recipient" if {
	recipient_unknown
} else := "delegate" if {
	delegate_unknown
}

# The people behind the delegate work in a forest that does not know the recipient.
recipient_unknown if {
	input.acting.cross_forest
	inference.recipient_exists == "no"
}

# The delegate's own object: a group counts by its own home here, not by its members.
delegate_unknown if {
	input.delegate.declared
	not input.delegate_at_recipients_home
	inference.delegate_exists == "no"
}

# A recipient that is certainly unknown makes the finding whatever is assumed of the delegate, and the other way round.
assumed := set() if {
	recipient_unknown
	count(inference.recipient_existence_assumed) == 0
} else := set() if {
	delegate_unknown
	count(inference.delegate_existence_assumed) == 0
} else := {"group_writeback"}

default unless := "group_writeback"

unless := "certain" if count(assumed) == 0

makes := "remote_mailbox" if {
	recipient_way in {"shared", "user", "room", "equipment"}
} else := "remote_mailbox" if {
	delegate_way in {"shared", "user", "room", "equipment"}
} else := "other"

recipient_way := inference.recipient_becomes_known if recipient_unknown

recipient_way := "known" if not recipient_unknown

delegate_way := inference.delegate_becomes_known if delegate_unknown

delegate_way := "known" if not delegate_unknown

default recipient_account := "exists"

recipient_account := "missing" if {
	recipient_unknown
	inference.recipient_needs_account
}

default delegate_account := "exists"

delegate_account := "missing" if {
	delegate_unknown
	inference.delegate_needs_account
}
