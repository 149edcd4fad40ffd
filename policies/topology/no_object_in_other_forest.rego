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
#   message: "{unknown}: {recipient} is in {home}, {delegate} in {delegate_home}"
#   phrases:
#     unknown:
#       recipient: the recipient is unknown in a forest where the delegate works
#       delegate: the delegate is unknown in the recipient's forest
#       both: recipient and delegate are unknown in each other's forest
#   remediation:
#   - where: exchange_on_premises
#     command: New-RemoteMailbox -Name <name> -Alias <alias> -UserPrincipalName <upn> -RemoteRoutingAddress <alias>@<tenant>.mail.onmicrosoft.com -Shared
#     when:
#       recipient.type: shared_mailbox
#       recipient.provisioned_by: cloud_direct
#   - where: exchange_on_premises
#     text: Give the object the name, alias and UPN of the cloud mailbox. The switch -Shared needs Exchange 2013 CU21, 2016 CU10, or 2019 or later, after setup /PrepareAD.
#     when:
#       recipient.type: shared_mailbox
#       recipient.provisioned_by: cloud_direct
#   - where: exchange_on_premises
#     command: Set-RemoteMailbox -Identity {recipient} -ExchangeGuid <GUID from Get-Mailbox in Exchange Online>
#     when:
#       recipient.type: shared_mailbox
#       recipient.provisioned_by: cloud_direct
#   - where: exchange_on_premises
#     command: Enable-RemoteMailbox -Identity <account> -RemoteRoutingAddress <alias>@<tenant>.mail.onmicrosoft.com -ACLableSyncedObjectEnabled
#     when:
#       recipient.type: user_mailbox
#       recipient.provisioned_by: cloud_direct
#   - where: active_directory
#     text: For a room or equipment mailbox made in the cloud, create an on-premises account and link the two by SMTP match.
#     when:
#       recipient.resource_mailbox: "true"
#       recipient.provisioned_by: cloud_direct
#   - where: exchange_on_premises
#     text: The object of {recipient} is missing in {acting}. Create it again with New-RemoteMailbox or Enable-RemoteMailbox.
#     when:
#       recipient.home: cloud
#       recipient_object.exists: "false"
#   - where: exchange_on_premises
#     text: "{recipient} does not come from {acting}, so it has no object there. Make a mail user for it there."
#     when:
#       recipient.home: cloud
#       recipient.group: "false"
#       recipient_object.forest_is_origin: "no"
#       acting.cross_forest: "true"
#   - where: exchange_on_premises
#     text: Groups are not written back. Make {recipient} on-premises and synchronize it, or grant on a mailbox instead.
#     when:
#       recipient.home: cloud
#       recipient.group: "true"
#   - where: entra_connect
#     text: Bring {recipient} into the scope of directory synchronization.
#     when:
#       recipient.home: on_premises
#       recipient.is_dir_synced: "false"
#   - where: entra_connect
#     text: Bring {recipient} into the scope of directory synchronization, so that its object appears in {acting}.
#     when:
#       recipient.home: on_premises
#       recipient_object.exists: "false"
#   - where: exchange_on_premises
#     text: A dynamic distribution group cannot be synchronized. Use a distribution group.
#     when:
#       recipient.home: on_premises
#       recipient.type: dynamic_distribution_group
#   - where: exchange_on_premises
#     text: Groups are not written back. Make {delegate} on-premises and synchronize it, or grant to its members.
#     when:
#       delegate.home: cloud
#       delegate.group: "true"
#       delegate_at_recipients_home: "false"
#   - where: exchange_on_premises
#     text: "{delegate} was created in the cloud. Enable the existing on-premises account with Enable-RemoteMailbox and the switch -ACLableSyncedObjectEnabled."
#     when:
#       delegate.provisioned_by: cloud_direct
#       delegate_at_recipients_home: "false"
#   - where: exchange_on_premises
#     text: The object of {delegate} is missing in {home}. Create it again with New-RemoteMailbox or Enable-RemoteMailbox.
#     when:
#       delegate.home: cloud
#       delegate_object.exists: "false"
#   - where: exchange_on_premises
#     text: "{delegate} does not come from {home}, so it has no object there. Make a mail user for it there."
#     when:
#       delegate.home: cloud
#       delegate.group: "false"
#       delegate_object.forest_is_origin: "no"
#       delegate_at_recipients_home: "false"
#   - where: entra_connect
#     text: Bring {delegate} into the scope of directory synchronization.
#     when:
#       delegate.home: on_premises
#       delegate.is_dir_synced: "false"
#   - where: entra_connect
#     text: Bring {delegate} into the scope of directory synchronization, so that its object appears in {home}.
#     when:
#       delegate.home: on_premises
#       delegate_object.exists: "false"
#   - where: recipient_home
#     text: Look with Get-Recipient on each side for {recipient} and {delegate}.
#   not_when:
#   - The object is declared, or follows from how the mailbox was made or from directory synchronization.
#   - Nobody knows whether the object exists.
#   - The delegate is not mail-enabled (user_account, security_group); HYB802, HYB806 and HYB708 report those.
#   - Recipient and delegate are in one forest.
#   supersedes: [HYB107, HYB203, HYB204, HYB205, HYB206, HYB301, HYB302, HYB303, HYB401, HYB402, HYB403, HYB404, HYB501, HYB505, HYB605, HYB808]
#   fold: recipient
#   statements: [S1-03, S1-13, S2-29]
#   since: Exchange 2013 CU21 and 2016 CU10 for New-RemoteMailbox -Shared
#   tags: [directory-sync, remote-mailbox]
package hybridlint.topology.no_object_in_other_forest

import data.hybridlint.inference.entry as inference
import rego.v2

finding contains {"at": ["delegate"], "vars": {"unknown": who}} if {
	not input.delegate.type in {"user_account", "security_group"}
	who := unknown
}

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
