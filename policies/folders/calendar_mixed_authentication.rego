# METADATA
# title: Mixed authentication makes calendar details come and go
# description: |-
#   Where Exchange Online uses modern authentication and the on-premises organization does not, a cloud user who opens an on-premises
#   calendar in Outlook may see its details at one time and free/busy only at another. Hybrid modern authentication removes the difference.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/calendars/cannot-view-cross-forest-calendar-data
#   description: Can't view cross-forest calendar data, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB504
#   severity: note
#   scopes: [grant, folder_grant, outlook_delegate]
#   why_severity: Details fail now and then; nothing is broken for good.
#   message: "{home} uses legacy authentication: calendar details of its mailboxes may come and go for cloud users"
#   remediation:
#   - where: exchange_on_premises
#     text: Enable hybrid modern authentication in the on-premises organization.
#   not_when:
#   - Both sides use modern authentication.
#   - It is not declared for the tenant or for the forest.
#   - The mailbox is in the cloud, or the delegate is on-premises.
#   - The right on the folder or the calendar is None alone, which gives nothing.
#   - Nobody knows whether the folder is the calendar (HYB005).
#   - The delegate is an application.
#   applications: silent
#   fold: forest
#   statements: [S2-16, S2-36]
#   tags: [folder, calendar, authentication]
package hybridlint.folders.calendar_mixed_authentication

import data.hybridlint.inference.folder_rights
import rego.v1

finding contains {"at": ["delegate"]} if {
	mixed
	calendar_access
}

mixed if {
	input.acting.direction == "cloud_to_on_premises"
	input.organization.modern_auth == true
	input.home_forest.modern_auth == false
}

# What the finding on a folder needs beside the folder being a calendar, which HYB005 asks where nobody knows.
on_a_calendar if {
	mixed
	folder_rights.held_folder_right
}

calendar_access if folder_rights.held_calendar_right

calendar_access if {
	input.entry.kind == "outlook_delegate"
	folder_rights.delegate_has_calendar_right
}

calendar_access if input.entry.permission == "full_access"
