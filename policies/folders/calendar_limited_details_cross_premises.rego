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
#   message: "{access_rights} shows {delegate} free/busy only; across premises Reviewer is the minimum for the items of {recipient}"
#   remediation:
#   - where: recipient_home
#     command: Set-MailboxFolderPermission -Identity {recipient_folder} -User {delegate} -AccessRights Reviewer
#   not_when:
#   - The rights read items; Reviewer and higher do.
#   - The entry is Default, which Scheduling Assistant uses, or Anonymous.
#   - The right is AvailabilityOnly and nobody expects calendar details.
#   - The folder is no calendar.
#   - The delegate is an application.
#   applications: silent
#   fold: recipient
#   statements: [S2-36, S2-53]
#   tags: [folder, calendar, free-busy]
package hybridlint.folders.calendar_limited_details_cross_premises

import data.hybridlint.inference.folder_rights
import rego.v1

finding contains {"at": ["access_rights"]} if {
	folder_rights.named_calendar_grant
	input.acting.cross_premises
	not folder_rights.reads_items
	details_wanted
}

details_wanted if input.entry.access_rights.LimitedDetails

details_wanted if input.entry.expects.calendar_details
