# METADATA
# title: Scheduling Assistant ignores explicit calendar rights between the sides
# description: |-
#   Between Exchange Online and on-premises, Scheduling Assistant asks the free/busy service: it shows what the Default entry of the
#   calendar and the organization relationship allow, whatever right the person who asks has on the calendar.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/calendars/users-can-see-only-basic-freebusy-mailbox-information
#   description: Users can see only basic free/busy mailbox information in a remote forest, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB507
#   severity: note
#   scopes: [folder_grant]
#   why_severity: It is a limitation; opening the calendar in Outlook shows the details.
#   message: "Scheduling Assistant ignores the rights of {delegate} on {recipient}; it uses the Default entry and the organization relationship"
#   remediation:
#   - where: outlook
#     text: Open the calendar itself in classic Outlook instead of asking Scheduling Assistant.
#   - where: recipient_home
#     or: true
#     intro: Look at the Default entry first; it is not declared
#     command: Get-MailboxFolderPermission -Identity {recipient_folder} -User Default
#     when: {recipient.calendar_default_permission: ""}
#   - where: recipient_home
#     intro: Where it shows less than LimitedDetails, show everybody more
#     command: Set-MailboxFolderPermission -Identity {recipient_folder} -User Default -AccessRights LimitedDetails
#     when: {recipient.calendar_default_permission: ""}
#   - where: recipient_home
#     or: true
#     intro: Show everybody more, by the Default entry
#     command: Set-MailboxFolderPermission -Identity {recipient_folder} -User Default -AccessRights LimitedDetails
#     when: {recipient.calendar_default_permission: [None, AvailabilityOnly]}
#   - where: outlook
#     or: true
#     text: The owner adds "Free/Busy time" to the Default entry in Outlook, which keeps the right to create items.
#     when: {recipient.calendar_default_permission: Contributor}
#   - where: recipient_home
#     text: The organization relationship limits it too. Its level is the organization's choice.
#   not_when:
#   - Nobody expects details in Scheduling Assistant.
#   - Mailbox and delegate are on one side.
#   - The folder is no calendar, or the entry is Default or Anonymous.
#   - Nobody knows whether the folder is the calendar (HYB005).
#   - The delegate is an application.
#   applications: silent
#   fold: recipient
#   statements: [S2-53]
#   tags: [calendar, free-busy]
package hybridlint.folders.scheduling_assistant_ignores_explicit_rights

import data.hybridlint.inference.folder_rights
import rego.v1

finding contains {"at": ["expects"]} if {
	input.entry.calendar
	on_a_calendar
}

# What the finding needs beside the folder being a calendar, which HYB005 asks where nobody knows.
on_a_calendar if {
	folder_rights.named_folder_grant
	input.acting.cross_premises
	input.entry.expects.scheduling_assistant_details
}
