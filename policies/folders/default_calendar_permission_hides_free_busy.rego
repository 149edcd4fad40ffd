# METADATA
# title: The calendar's Default entry hides free/busy from the other side
# description: |-
#   Free/busy requests from the other side are answered with what the Default entry of the calendar allows. With None or Contributor
#   there is nothing to answer: Scheduling Assistant shows no information, while explicit rights still work when the calendar is opened.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/move-mailboxes/cannot-see-free-busy-information
#   description: Users can't see free/busy information after a mailbox is moved, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# schemas:
# - input: schema.recipient
# custom:
#   id: HYB506
#   severity: warning
#   scopes: [recipient]
#   why_severity: Explicit rights still work when the calendar is opened.
#   message: "the Default entry of {recipient}'s calendar is {calendar_default_permission}: users of the other side see no free/busy"
#   remediation:
#   - where: recipient_home
#     intro: The calendar may have another name; look for the folder of the type Calendar
#     command: Get-MailboxFolderStatistics -Identity {recipient} -FolderScope Calendar | Format-List FolderPath,FolderType
#     when: {recipient.calendar_default_permission: None}
#   - where: recipient_home
#     intro: With that name
#     command: Set-MailboxFolderPermission -Identity {recipient_calendar} -User Default -AccessRights AvailabilityOnly
#     when: {recipient.calendar_default_permission: None}
#   - where: outlook
#     text: The owner adds "Free/Busy time" to the Default entry in Outlook. That keeps the right to create items, which a command with another level would take away.
#     when: {recipient.calendar_default_permission: Contributor}
#   not_when:
#   - The entry is AvailabilityOnly, LimitedDetails, Reviewer or more.
#   - The entry is not declared; Exchange sets AvailabilityOnly.
#   - The other side holds no mailbox, arbitration and discovery mailboxes aside.
#   - Contributor is given to a named user; that includes free/busy time.
#   - The entry is Anonymous, of which None is the default, or lies on a folder that is not known to be the calendar.
#   applications: silent
#   fold: home
#   statements: [S2-53]
#   tags: [calendar, free-busy]
package hybridlint.folders.default_calendar_permission_hides_free_busy

import rego.v1

finding contains {"at": ["calendar_default_permission"]} if {
	hides(input.recipient.calendar_default_permission)
}

# Whether that level of Default on the calendar hides free/busy; HYB005 asks where nobody knows whether the folder is the calendar.
hides(level) if {
	input.recipient.mailbox
	input.recipient.other_side_holds_mailbox
	level in {"None", "Contributor"}
}
