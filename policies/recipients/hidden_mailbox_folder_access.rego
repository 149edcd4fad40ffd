# METADATA
# title: The calendar or another folder of a hidden mailbox cannot be opened in classic Outlook or Outlook for Mac
# description: |-
#   Classic Outlook and Outlook for Mac do not recognise the name of a mailbox that is hidden from address lists, so a calendar or another
#   folder of it cannot be opened. Full Access with auto-mapping, Outlook on the web, or a contact that leads to the mailbox are the
#   documented ways around.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/calendars/cannot-access-shared-calendar-for-hidden-mailbox
#   description: Shared calendar of a hidden mailbox, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/user-and-shared-mailboxes/cannot-access-hidden-mailbox-in-outlook-after-migration
#   description: Can't access a hidden mailbox in Outlook after a migration, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB815
#   severity: error
#   scopes: [folder_grant, outlook_delegate]
#   why_severity: Classic Outlook does not recognise the name. A warning where the same person has the mailbox as a second account in the same forest, about which Microsoft's articles do not agree.
#   message: "{delegate} cannot open {folders} of {recipient} in classic Outlook or Outlook for Mac: the mailbox is hidden"
#   phrases:
#     folders:
#       folder: a folder
#       calendar: the calendar
#       delegated: the delegated folders
#   remediation:
#   - where: exchange_on_premises
#     intro: Show it in address lists
#     command: Set-Mailbox -Identity {recipient} -HiddenFromAddressListsEnabled $false
#     when: {recipient.home: on_premises}
#   - where: exchange_on_premises
#     intro: Show it in address lists
#     command: Set-RemoteMailbox -Identity {recipient} -HiddenFromAddressListsEnabled $false
#     if: the mailbox is in the cloud and its Exchange attributes are managed on-premises
#     when: {recipient.home: cloud, organization.on_premises_forest: "true", recipient.exchange_attributes_managed_in: "!cloud", recipient.is_dir_synced: ["", "true"]}
#   - where: exchange_online
#     or: true
#     intro: Show it in address lists, where its account is not synchronized
#     command: Set-Mailbox -Identity {recipient} -HiddenFromAddressListsEnabled $false
#     if: the mailbox is in the cloud and its Exchange attributes are managed on-premises
#     when: {recipient.home: cloud, organization.on_premises_forest: "true", recipient.exchange_attributes_managed_in: "!cloud", recipient.is_dir_synced: ["", "false"]}
#   - where: exchange_online
#     intro: Show it in address lists
#     command: Set-Mailbox -Identity {recipient} -HiddenFromAddressListsEnabled $false
#     if: the Exchange attributes of the mailbox are managed in the cloud
#     when: {recipient.home: cloud, recipient.exchange_attributes_managed_in: cloud}
#   - where: exchange_online
#     intro: Show it in address lists
#     command: Set-Mailbox -Identity {recipient} -HiddenFromAddressListsEnabled $false
#     if: no on-premises forest is declared
#     when: {recipient.home: cloud, organization.on_premises_forest: "false", recipient.exchange_attributes_managed_in: "!cloud"}
#   - where: recipient_home
#     or: true
#     intro: Give Full Access with auto-mapping, which opens the whole mailbox
#     command: Add-MailboxPermission -Identity {recipient_mailbox} -User {delegate} -AccessRights FullAccess -InheritanceType All -AutoMapping $true
#     if: the two are in one forest, and the delegate is no group
#     when: {acting.direction: same, delegate.group: "false"}
#   - where: recipient_home
#     or: true
#     text: Give Full Access with auto-mapping off, and add the mailbox to the profile as a second account. KB3205457 offers that, KB4034273 counts it among what fails after a migration.
#     if: the two are in one forest, and the delegate is no group
#     when: {acting.direction: same, delegate.group: "false", pair.explicit_full_access_as_second_account: "false"}
#   - where: outlook
#     or: true
#     text: Use Outlook on the web or the new Outlook, address book segmentation, or a local contact that leads to the mailbox.
#   not_when:
#   - The same individual has Full Access in the same forest, not inherited, with auto-mapping.
#   - The folder permission is None alone, which gives nothing.
#   - The entry is Default or Anonymous; those are no delegates.
#   - The declared clients contain neither classic Outlook nor Outlook for Mac. Outlook on the web is a documented way out.
#   - The delegate is an application.
#   applications: silent
#   fold: recipient
#   statements: [S2-38]
#   tags: [folder-permissions, hidden-mailboxes]
package hybridlint.recipients.hidden_mailbox_folder_access

import data.hybridlint.inference.entry as inference
import data.hybridlint.inference.folder_rights
import rego.v1

finding contains {"at": ["delegate"], "assumed": inference.clients_assumed, "vars": {"folders": folders}} if {
	blocked
	not second_account
}

finding contains {"at": ["delegate"], "severity": "warning", "vars": {"folders": folders}} if {
	blocked
	second_account
}

blocked if {
	input.recipient.mailbox
	inference.recipient_hidden
	inference.desktop_outlook
	not folder_rights.none_alone
	not auto_mapped
}

# One article offers it for hidden mailboxes, the other counts it among what fails after a migration.
second_account if {
	input.pair.explicit_full_access_as_second_account
	not input.delegate.group
	input.acting.direction == "same"
}

folders := "delegated" if {
	input.entry.kind == "outlook_delegate"
} else := "calendar" if {
	input.entry.named_delegate
	input.entry.calendar
} else := "folder" if {
	input.entry.named_delegate
}

# Outlook opens the whole mailbox by itself.
auto_mapped if {
	input.pair.explicit_automapped_full_access
	not input.delegate.group
	input.acting.direction == "same"
}
