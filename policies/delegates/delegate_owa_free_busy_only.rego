# METADATA
# title: A delegate sees only free/busy in Outlook on the web
# description: |-
#   In Outlook on the web a delegate sees only free/busy information of a manager in another forest and cannot create items, whatever right
#   there is on the calendar. With Full Access the calendar can be opened by its explicit address, https://<owa>/owa/<smtp>/?path=/calendar.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/calendars/delegate-only-sees-freebusy-info-if-manager-is-in-another-forest
#   description: Delegate can only see free/busy information if the manager is in another forest, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB607
#   severity: warning
#   scopes: [folder_grant, outlook_delegate]
#   why_severity: The right is not honoured in that client only.
#   message: "in {client}, {delegate} sees only free/busy of {manager}"
#   phrases:
#     client:
#       owa: Outlook on the web
#       new_outlook_windows: the new Outlook for Windows
#   remediation:
#   - where: outlook
#     text: Use classic Outlook for Windows.
#   - where: recipient_home
#     or: true
#     intro: Last of all, give Full Access, for the explicit address of the calendar; it also lets the delegate read and delete everything
#     command: Add-MailboxPermission -Identity {recipient_mailbox} -User {delegate} -AccessRights FullAccess -InheritanceType All -AutoMapping $false
#   - where: outlook
#     text: Open the calendar as https://<owa>/owa/{manager}/?path=/calendar.
#   not_when:
#   - The delegate has Full Access to the mailbox, directly or through a declared group; the explicit address works.
#   - The clients are not declared, or there is no web client among them.
#   - Mailbox and delegate are in one forest.
#   - The right on the calendar does not read items.
#   - Nobody knows whether the folder is the calendar (HYB005).
#   fold: recipient
#   statements: [S2-56]
#   tags: [delegate, calendar, web]
package hybridlint.delegates.delegate_owa_free_busy_only

import data.hybridlint.inference.entry as inference
import data.hybridlint.inference.folder_rights
import rego.v1

finding contains {"at": ["clients"], "vars": {"client": inference.web_clients}} if {
	not_honoured
	reads_calendar
}

not_honoured if {
	input.acting.cross_forest
	count(inference.web_clients) > 0
	not input.pair.holds_full_access
}

# What the finding on a folder needs beside the folder being a calendar, which HYB005 asks where nobody knows.
on_a_calendar if {
	not_honoured
	folder_rights.held_folder_right
	folder_rights.reads_items
}

reads_calendar if {
	folder_rights.held_calendar_right
	folder_rights.reads_items
}

reads_calendar if {
	input.entry.kind == "outlook_delegate"
	folder_rights.delegate_reads_calendar
}
