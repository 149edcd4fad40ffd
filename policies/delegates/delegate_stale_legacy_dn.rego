# METADATA
# title: The manager's mailbox holds an old address of the delegate
# description: |-
#   The manager's local free/busy object holds the legacyExchangeDN of everybody who receives copies of meeting requests. After the manager
#   or the delegate was moved it may be an old one; whoever invites the manager then gets 554 5.2.0 with DelegateUserValidationException.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/email-delivery/ndr-5-2-0-when-sending-meeting-invites
#   description: Users receive NDR 5.2.0 when they send meeting invites, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB604
#   severity: error
#   scopes: [outlook_delegate]
#   why_severity: Invitations to the manager bounce.
#   message: "invitations to {manager} bounce with 5.2.0: the stored address of {delegate} is the old one"
#   remediation:
#   - where: outlook
#     text: The manager removes all delegates, checks in Outlook on the web that none is left, and adds them again. Stop here if invitations arrive.
#   - where: outlook
#     text: Remove the entries of the delegates from the auto-complete list (the X beside the name, not the whole list), and download the address book.
#   - where: exchange_on_premises
#     or: true
#     intro: For the stored items of everybody at once, give the delegate its old address, where its addresses are mastered
#     command: Set-Mailbox -Identity {delegate} -EmailAddresses @{Add={stored_x500}}
#     when: {delegate.home: on_premises, delegate.mailbox: "true"}
#   - where: exchange_on_premises
#     or: true
#     intro: For the stored items of everybody at once, give the delegate its old address, where its addresses are mastered
#     command: Set-RemoteMailbox -Identity {delegate} -EmailAddresses @{Add={stored_x500}}
#     if: the delegate is in the cloud and its Exchange attributes are managed on-premises
#     when: {delegate.home: cloud, delegate.mailbox: "true", delegate.exchange_attributes_managed_in: "!cloud", delegate.is_dir_synced: ["", "true"]}
#   - where: exchange_online
#     or: true
#     intro: For the stored items of everybody at once, give the delegate its old address, where its addresses are mastered
#     command: Set-Mailbox -Identity {delegate} -EmailAddresses @{Add={stored_x500}}
#     if: the Exchange attributes of the delegate are managed in the cloud
#     when: {delegate.home: cloud, delegate.mailbox: "true", delegate.exchange_attributes_managed_in: cloud}
#   - where: exchange_online
#     or: true
#     intro: For the stored items of everybody at once, give the delegate its old address, where its addresses are mastered
#     command: Set-Mailbox -Identity {delegate} -EmailAddresses @{Add={stored_x500}}
#     if: the account of the delegate is not synchronized
#     when: {delegate.home: cloud, delegate.mailbox: "true", delegate.exchange_attributes_managed_in: "!cloud", delegate.is_dir_synced: "false"}
#   - where: exchange_on_premises
#     or: true
#     intro: For the stored items of everybody at once, give the delegate its old address, where its addresses are mastered
#     command: Set-MailUser -Identity {delegate} -EmailAddresses @{Add={stored_x500}}
#     if: the delegate is a mail user on-premises
#     when: {delegate.home: on_premises, delegate.type: mail_user}
#   - where: exchange_on_premises
#     or: true
#     intro: For the stored items of everybody at once, give the delegate its old address, where its addresses are mastered
#     command: Set-DistributionGroup -Identity {delegate} -EmailAddresses @{Add={stored_x500}}
#     if: the delegate is a group on-premises
#     when: {delegate.home: on_premises, delegate.type: [distribution_group, mail_enabled_security_group]}
#   not_when:
#   - The stored address is the current one; upper and lower case do not matter.
#   - The stored or the current address is not declared.
#   - The delegate receives no meeting requests.
#   fold: recipient
#   statements: [S2-60]
#   tags: [delegate, mail-flow]
package hybridlint.delegates.delegate_stale_legacy_dn

import rego.v1

# Being split does not matter: it appears after either one moved, also when both are in one forest again.
finding contains {"at": ["stored_legacy_exchange_dn"]} if {
	input.outlook_delegate.receives_meeting_requests
	input.outlook_delegate.stored_legacy_exchange_dn_is_current == false
}
