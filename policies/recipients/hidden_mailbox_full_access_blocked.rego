# METADATA
# title: Full Access on a hidden mailbox that auto-mapping cannot rescue
# description: |-
#   Classic Outlook cannot resolve or open a mailbox that is hidden from address lists. Auto-mapping is the way around: it works for a
#   single user of the same forest, not for groups, not between forests and not where it is switched off. A second account in the
#   profile does not help.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/user-and-shared-mailboxes/cannot-access-hidden-mailbox-in-outlook-after-migration
#   description: Can't access a hidden mailbox in Outlook after a migration, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/recipients/mailbox-permissions
#   description: Manage permissions for recipients in Exchange Server, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/recipients-in-exchange-online/manage-permissions-for-recipients
#   description: Manage permissions for recipients in Exchange Online, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/calendars/cannot-access-shared-calendar-for-hidden-mailbox
#   description: Shared calendar of a hidden mailbox, checked 2026-08-27
# - ref: https://learn.microsoft.com/microsoft-365/admin/add-users/give-mailbox-permissions-to-another-user
#   description: Give mailbox permissions to another user, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB810
#   severity: error
#   scopes: [grant]
#   why_severity: The mailbox cannot be opened in classic Outlook or Outlook for Mac. A warning for a group nobody of which is known to work in another forest, such as a helpdesk group on the mailbox of somebody who left; a warning as well for a second account in the same forest, about which Microsoft's articles do not agree (KB3205457 offers it, KB4034273 counts it among what fails after a migration).
#   message: "{what}"
#   phrases:
#     what:
#       blocked: "{delegate_people} cannot open {recipient} in classic Outlook or Outlook for Mac: the mailbox is hidden, and auto-mapping does not help here"
#       second_account: "whether a second account opens the hidden mailbox {recipient} for {delegate}, the articles do not agree (KB3205457, KB4034273)"
#     cause: {}
#   remediation:
#   - where: exchange_on_premises
#     intro: Show it in address lists
#     command: Set-Mailbox -Identity {recipient} -HiddenFromAddressListsEnabled $false
#     if: the mailbox is on-premises
#     when: {recipient.home: on_premises, recipient.mailbox: "true"}
#   - where: exchange_on_premises
#     intro: Show it in address lists
#     command: Set-RemoteMailbox -Identity {recipient} -HiddenFromAddressListsEnabled $false
#     if: the mailbox is in the cloud and its Exchange attributes are managed on-premises
#     when: {recipient.home: cloud, recipient.mailbox: "true", organization.on_premises_forest: "true", recipient.exchange_attributes_managed_in: "!cloud", recipient.is_dir_synced: ["", "true"]}
#   - where: exchange_online
#     or: true
#     intro: Show it in address lists, where its account is not synchronized
#     command: Set-Mailbox -Identity {recipient} -HiddenFromAddressListsEnabled $false
#     if: the mailbox is in the cloud and its Exchange attributes are managed on-premises
#     when: {recipient.home: cloud, recipient.mailbox: "true", organization.on_premises_forest: "true", recipient.exchange_attributes_managed_in: "!cloud", recipient.is_dir_synced: ["", "false"]}
#   - where: exchange_online
#     intro: Show it in address lists
#     command: Set-Mailbox -Identity {recipient} -HiddenFromAddressListsEnabled $false
#     if: the Exchange attributes of the mailbox are managed in the cloud
#     when: {recipient.home: cloud, recipient.mailbox: "true", recipient.exchange_attributes_managed_in: cloud}
#   - where: exchange_online
#     intro: Show it in address lists
#     command: Set-Mailbox -Identity {recipient} -HiddenFromAddressListsEnabled $false
#     if: no on-premises forest is declared
#     when: {recipient.home: cloud, recipient.mailbox: "true", organization.on_premises_forest: "false", recipient.exchange_attributes_managed_in: "!cloud"}
#   - where: recipient_home
#     text: Show {recipient} in address lists, where it is managed.
#     when: {recipient.mailbox: "false"}
#   - where: recipient_home
#     or: true
#     intro: Give the permission again with auto-mapping
#     command: Remove-MailboxPermission -Identity {recipient_mailbox} -User {delegate} -AccessRights FullAccess -InheritanceType All -Confirm:$false
#     when: {cause: switched_off}
#   - where: recipient_home
#     command: Add-MailboxPermission -Identity {recipient_mailbox} -User {delegate} -AccessRights FullAccess -InheritanceType All -AutoMapping $true
#     when: {cause: switched_off}
#   - where: recipient_home
#     or: true
#     intro: Give it to single people who work in {home}, for whom auto-mapping opens the mailbox
#     command: Add-MailboxPermission -Identity {recipient_mailbox} -User <person> -AccessRights FullAccess -InheritanceType All
#     when: {cause: group}
#   - where: outlook
#     or: true
#     text: Use Outlook on the web or the new Outlook.
#   not_when:
#   - The entry is inherited.
#   - A single delegate of the same forest with auto-mapping, which HYB811 reports.
#   - The mailbox is an arbitration or discovery mailbox, which HYB812 reports.
#   - The declared clients contain neither classic Outlook nor Outlook for Mac.
#   - The delegate is an application.
#   applications: silent
#   supersedes: [HYB206, HYB811]
#   fold: recipient
#   statements: [S2-23, S3-07]
#   tags: [full-access, hidden-mailboxes]
package hybridlint.recipients.hidden_mailbox_full_access_blocked

import data.hybridlint.inference.entry as inference
import rego.v1

finding contains {"at": ["delegate"], "severity": "warning", "vars": {"cause": cause, "what": "blocked"}} if {
	blocked
	helpdesk_group
}

finding contains {"at": ["delegate"], "severity": "warning", "vars": {"cause": cause, "what": "second_account"}} if {
	blocked
	not helpdesk_group
	second_account
}

finding contains {"at": ["delegate"], "assumed": inference.clients_assumed, "vars": {"cause": cause, "what": "blocked"}} if {
	blocked
	not helpdesk_group
	not second_account
}

# One article offers it for hidden mailboxes, the other counts it among what fails after a migration.
second_account if {
	input.entry.access_method == "additional_account"
	not input.acting.any_cross_forest
}

blocked if {
	input.entry.permission == "full_access"
	not input.entry.inherited
	inference.recipient_hidden
	not input.recipient.system_mailbox
	inference.desktop_outlook
	cause
}

# Why auto-mapping does not open the mailbox.
cause := "group" if {
	input.delegate.group
} else := "another_forest" if {
	input.acting.cross_forest
} else := "switched_off" if {
	input.entry.auto_mapping == false
}

# Nobody in the group is known to work in another forest.
helpdesk_group if {
	input.delegate.group
	not input.acting.any_cross_forest
}
