# METADATA
# title: Recipient or delegate is unknown in the other's forest
# description: |-
#   A permission between forests refers to an object that stands for the other one: a mail user in Exchange Online, a remote mailbox
#   or mail user on-premises. A mailbox created directly in Exchange Online has no object on-premises, groups are never written back
#   as objects, and an on-premises mailbox outside directory synchronization is unknown in the cloud.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/user-and-shared-mailboxes/cannot-access-mailbox
#   description: Hybrid users can't access a shared mailbox created in Exchange Online, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/calendars/cannot-display-the-folder-properties-or-could-not-be-updated-error
#   description: Error opening a room calendar that was created in the cloud, checked 2026-08-27
# - ref: https://learn.microsoft.com/entra/identity/hybrid/connect/reference-connect-sync-attributes-synchronized#exchange-hybrid-writeback
#   description: Attributes synchronized by Entra Connect, Exchange hybrid writeback, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB108
#   severity: error
#   scopes: [grant, folder_grant, outlook_delegate]
#   why_severity: Every lookup of the address fails there, and the permission cannot be placed.
#   message: "{unknown} is unknown in {place}, where {other}"
#   phrases:
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
#   remediation:
#   - where: exchange_on_premises
#     intro: With the name, alias and UPN of the cloud mailbox (Exchange 2013 CU21, 2016 CU10, or 2019 or later, after setup /PrepareAD)
#     command: New-RemoteMailbox -Name {recipient_name} -Alias <alias> -UserPrincipalName <upn> -RemoteRoutingAddress {recipient_routing_address} -Shared
#     if: the recipient is a shared mailbox that was created in the cloud
#     when:
#       unknown: [recipient, both]
#       recipient.type: shared_mailbox
#       recipient.provisioned_by: cloud_direct
#   - where: exchange_on_premises
#     intro: Only before a later move back on-premises, also
#     command: Set-RemoteMailbox -Identity {recipient} -ExchangeGuid <GUID from Get-Mailbox in Exchange Online>
#     if: the recipient is a shared mailbox that was created in the cloud
#     when:
#       unknown: [recipient, both]
#       recipient.type: shared_mailbox
#       recipient.provisioned_by: cloud_direct
#   - where: exchange_on_premises
#     intro: On the account that exists on-premises
#     command: Enable-RemoteMailbox -Identity <account> -RemoteRoutingAddress {recipient_routing_address} -ACLableSyncedObjectEnabled
#     if: the recipient is a user mailbox that was created in the cloud
#     when:
#       unknown: [recipient, both]
#       recipient.type: user_mailbox
#       recipient.provisioned_by: cloud_direct
#   - where: active_directory
#     text: Create an on-premises account for {recipient}, and link the two by SMTP match.
#     if: the recipient is a room or equipment mailbox that was created in the cloud
#     when:
#       unknown: [recipient, both]
#       recipient.resource_mailbox: "true"
#       recipient.provisioned_by: cloud_direct
#   - where: exchange_on_premises
#     text: Create the object of {recipient} in {acting} again, with New-RemoteMailbox or Enable-RemoteMailbox.
#     if: the object of a cloud recipient is declared to be missing
#     when:
#       unknown: [recipient, both]
#       recipient.home: cloud
#       recipient.group: "false"
#       recipient.provisioned_by: "!cloud_direct"
#       recipient_object.exists: "false"
#   - where: exchange_on_premises
#     text: "{recipient} does not come from {acting}, so it has no object there. Make a mail user for it."
#     if: a cloud recipient comes from another forest
#     when:
#       unknown: [recipient, both]
#       recipient.home: cloud
#       recipient.group: "false"
#       recipient.provisioned_by: "!cloud_direct"
#       recipient_object.exists: ""
#       recipient_object.forest_is_origin: "no"
#   - where: exchange_on_premises
#     text: Groups are not written back. Use a group that is managed on-premises and synchronized, or grant on a mailbox instead.
#     if: the recipient is a group in the cloud
#     when:
#       unknown: [recipient, both]
#       recipient.home: cloud
#       recipient.group: "true"
#   - where: entra_connect
#     text: Bring {recipient} into the scope of directory synchronization, so that its object appears in {acting}.
#     if: an on-premises recipient is unknown in the cloud
#     when:
#       unknown: [recipient, both]
#       recipient.home: on_premises
#       recipient.type: "!dynamic_distribution_group"
#       acting.side: cloud
#   - where: exchange_on_premises
#     text: A dynamic distribution group cannot be synchronized. Use a distribution group.
#     if: the recipient is a dynamic distribution group on-premises
#     when:
#       unknown: [recipient, both]
#       recipient.home: on_premises
#       recipient.type: dynamic_distribution_group
#       acting.side: cloud
#   - where: exchange_on_premises
#     text: Make a mail user for {recipient} in {acting}.
#     if: the recipient is unknown in another on-premises forest
#     when:
#       unknown: [recipient, both]
#       acting.direction: on_premises_to_on_premises
#   - where: exchange_on_premises
#     text: Groups are not written back. Use a group that is managed on-premises and synchronized, or grant to the people of {delegate}.
#     if: the delegate is a group in the cloud
#     when:
#       unknown: [delegate, both]
#       delegate.home: cloud
#       delegate.group: "true"
#   - where: exchange_on_premises
#     intro: On the account that exists on-premises
#     command: Enable-RemoteMailbox -Identity <account> -RemoteRoutingAddress {delegate_routing_address} -ACLableSyncedObjectEnabled
#     if: the delegate is a user mailbox that was created in the cloud
#     when:
#       unknown: [delegate, both]
#       delegate.type: user_mailbox
#       delegate.provisioned_by: cloud_direct
#   - where: exchange_on_premises
#     text: "{delegate} was created in the cloud. Make its object in {home} with New-RemoteMailbox or Enable-RemoteMailbox."
#     if: the delegate is another recipient that was created in the cloud
#     when:
#       unknown: [delegate, both]
#       delegate.home: cloud
#       delegate.group: "false"
#       delegate.type: "!user_mailbox"
#       delegate.provisioned_by: cloud_direct
#   - where: exchange_on_premises
#     text: Create the object of {delegate} in {home} again, with New-RemoteMailbox or Enable-RemoteMailbox.
#     if: the object of a cloud delegate is declared to be missing
#     when:
#       unknown: [delegate, both]
#       delegate.home: cloud
#       delegate.group: "false"
#       delegate.provisioned_by: "!cloud_direct"
#       delegate_object.exists: "false"
#   - where: exchange_on_premises
#     text: "{delegate} does not come from {home}, so it has no object there. Make a mail user for it."
#     if: a cloud delegate comes from another forest
#     when:
#       unknown: [delegate, both]
#       delegate.home: cloud
#       delegate.group: "false"
#       delegate.provisioned_by: "!cloud_direct"
#       delegate_object.exists: ""
#       delegate_object.forest_is_origin: "no"
#   - where: entra_connect
#     text: Bring {delegate} into the scope of directory synchronization, so that its object appears in {home}.
#     if: an on-premises delegate is unknown in the cloud
#     when:
#       unknown: [delegate, both]
#       delegate.home: on_premises
#       delegate.type: "!dynamic_distribution_group"
#       recipient.home: cloud
#   - where: exchange_on_premises
#     text: A dynamic distribution group cannot be synchronized. Use a mail-enabled security group.
#     if: the delegate is a dynamic distribution group on-premises
#     when:
#       unknown: [delegate, both]
#       delegate.home: on_premises
#       delegate.type: dynamic_distribution_group
#       recipient.home: cloud
#   - where: exchange_on_premises
#     text: Make a mail user for {delegate} in {home}.
#     if: the delegate is unknown in another on-premises forest
#     when:
#       unknown: [delegate, both]
#       delegate.home: on_premises
#       recipient.home: on_premises
#   not_when:
#   - The object is declared, or follows from how the mailbox was made or from directory synchronization.
#   - It is not known whether the object exists.
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

finding contains {"at": ["delegate"], "vars": {"unknown": who, "place": who, "other": who}} if {
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
