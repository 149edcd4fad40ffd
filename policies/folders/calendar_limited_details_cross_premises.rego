# METADATA
# title: LimitedDetails or less does not show calendar items between the sides
# description: |-
#   A delegate on the other side needs at least Reviewer on a calendar to see its items. With AvailabilityOnly or LimitedDetails the
#   answer comes from the free/busy service, so the calendar shows when somebody is busy and no more.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/calendars/users-can-see-only-basic-freebusy-mailbox-information
#   description: Users can see only basic free/busy mailbox information in a remote forest, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/move-mailboxes/cannot-see-free-busy-information
#   description: Users can't see free/busy information after a mailbox is moved, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB502
#   severity: warning
#   scopes: [folder_grant]
#   why_severity: The delegate sees free/busy only.
#   message: "{access_rights} {shows}; across premises Reviewer is the minimum for the items of {recipient}"
#   phrases:
#     shows:
#       free_busy: shows {delegate} free/busy only
#       no_items: does not show {delegate} the items
#     keeps: {}
#   remediation:
#   - where: recipient_home
#     command: Set-MailboxFolderPermission -Identity {recipient_folder} -User {delegate} -AccessRights Reviewer
#     when: {keeps: free_busy}
#   - where: recipient_home
#     intro: What the entry allows today stays
#     command: Set-MailboxFolderPermission -Identity {recipient_folder} -User {delegate} -AccessRights CreateItems,ReadItems,FolderVisible
#     when: {keeps: contributor}
#   - where: recipient_home
#     intro: What the entry allows today stays
#     command: Set-MailboxFolderPermission -Identity {recipient_folder} -User {delegate} -AccessRights {access_rights},ReadItems,FolderVisible
#     when: {keeps: single_rights}
#   - where: recipient_home
#     intro: What the entry allows today stays
#     command: Set-MailboxFolderPermission -Identity {recipient_folder} -User {delegate} -AccessRights {access_rights},ReadItems
#     when: {keeps: visible_single_rights}
#   not_when:
#   - The rights read items; Reviewer and higher do.
#   - The entry is Default, which Scheduling Assistant uses, or Anonymous.
#   - The right is AvailabilityOnly and nobody expects calendar details.
#   - The right is None alone, which gives nothing.
#   - The folder is no calendar, or nobody knows whether it is (HYB005).
#   - The delegate is an application.
#   applications: silent
#   fold: recipient
#   statements: [S2-36, S2-53]
#   tags: [folder, calendar, free-busy]
package hybridlint.folders.calendar_limited_details_cross_premises

import data.hybridlint.inference.folder_rights
import rego.v1

finding contains {"at": ["access_rights"], "vars": {"shows": shows, "keeps": keeps}} if {
	input.entry.calendar
	on_a_calendar
}

# What the finding needs beside the folder being a calendar, which HYB005 asks where nobody knows.
on_a_calendar if {
	folder_rights.held_folder_right
	input.acting.cross_premises
	not folder_rights.reads_items
	details_wanted
}

shows := "free_busy" if {
	keeps == "free_busy"
} else := "no_items"

# A level is replaced, Contributor and single rights are kept.
keeps := "free_busy" if {
	input.entry.access_rights.LimitedDetails
} else := "free_busy" if {
	input.entry.access_rights.AvailabilityOnly
} else := "free_busy" if {
	input.entry.access_rights.None
} else := "contributor" if {
	input.entry.access_rights.Contributor
} else := "visible_single_rights" if {
	input.entry.access_rights.FolderVisible
} else := "single_rights"

details_wanted if input.entry.access_rights.LimitedDetails

details_wanted if input.entry.expects.calendar_details
