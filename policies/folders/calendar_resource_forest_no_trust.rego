# METADATA
# title: A calendar in a resource forest without trust shows free/busy only
# description: |-
#   Where the mailbox is in an on-premises resource forest that does not trust the forest in which the delegate logs on, a cloud user who
#   opens just the calendar sees free/busy information only. Opening the whole mailbox shows the items.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/calendars/cannot-view-cross-forest-calendar-data
#   description: Can't view cross-forest calendar data, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB503
#   severity: warning
#   scopes: [grant, folder_grant, outlook_delegate]
#   why_severity: Only free/busy is shown if just the calendar is opened.
#   message: "{home} does not trust the logon forest of {delegate}: the calendar of {recipient} shows free/busy only"
#   remediation:
#   - where: exchange_on_premises
#     intro: Give Full Access, so that the whole mailbox can be opened
#     command: Add-MailboxPermission -Identity {recipient_mailbox} -User {delegate} -AccessRights FullAccess -InheritanceType All -AutoMapping $false
#     when: {pair.full_access: "false"}
#   - where: outlook
#     text: Open the whole mailbox, not the calendar alone.
#   - where: active_directory
#     or: true
#     text: Establish the trust between {home} and the logon forest of the delegate.
#   not_when:
#   - The whole mailbox is opened, because the same delegate has Full Access to it.
#   - The forest trusts the logon forest, or is no resource forest.
#   - One of the two facts is not declared.
#   - The mailbox is in the cloud, or the delegate is on-premises.
#   - The right on the folder or the calendar is None alone, which gives nothing.
#   - Nobody knows whether the folder is the calendar (HYB005).
#   - The delegate is an application.
#   applications: silent
#   fold: recipient
#   statements: [S2-16, S2-36]
#   since: Outlook 2013
#   tags: [folder, calendar, free-busy]
package hybridlint.folders.calendar_resource_forest_no_trust

import data.hybridlint.inference.folder_rights
import rego.v1

finding contains {"at": place} if {
	not_trusted
	some place in opens_calendar_alone
}

not_trusted if {
	input.acting.direction == "cloud_to_on_premises"
	input.home_forest.is_resource_forest == true
	input.home_forest.trusts_logon_forest == false
}

# What the finding on a folder needs beside the folder being a calendar, which HYB005 asks where nobody knows.
on_a_calendar if {
	not_trusted
	folder_rights.held_folder_right
	not input.pair.full_access
}

opens_calendar_alone contains ["delegate"] if {
	input.entry.calendar
	on_a_calendar
}

opens_calendar_alone contains ["folder_access_rights"] if {
	input.entry.kind == "outlook_delegate"
	folder_rights.delegate_has_calendar_right
	not input.pair.full_access
}

opens_calendar_alone contains ["access_method"] if {
	input.entry.permission == "full_access"
	input.entry.access_method == "calendar_only"
}
