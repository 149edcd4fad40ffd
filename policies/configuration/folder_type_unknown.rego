# METADATA
# title: Nobody knows whether a folder is the calendar
# description: |-
#   Some rules are about the calendar only. It has a name in the language of the mailbox, so that a name which is none of the known ones
#   proves nothing. Where such a rule would find something if the folder were the calendar, the type of the folder decides.
# related_resources:
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/get-mailboxfolderstatistics
#   description: Get-MailboxFolderStatistics, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB005
#   severity: note
#   scopes: [folder_grant]
#   why_severity: Nothing need be wrong; what is not declared decides whether something is.
#   message: "nobody knows whether {folder} of {recipient} is the calendar: declare folder_type, which decides about {rules}"
#   phrases:
#     rules: {}
#   remediation:
#   - where: recipient_home
#     intro: Declare as folder_type what FolderType is of that folder
#     command: Get-MailboxFolderStatistics -Identity {recipient} | Format-List FolderPath,FolderType
#   not_when:
#   - The type is declared, or the name or the path says what the folder is.
#   - A flag for delegates is declared; Exchange has them on a calendar only.
#   - No rule would find anything if the folder were the calendar.
#   - The right of a named delegate is None alone, which gives nothing.
#   - The level of Default on the calendar is declared for the mailbox, or by an entry on a folder that is known to be it.
#   - The delegate is an application.
#   applications: silent
#   fold: rule
#   statements: []
#   tags: [folder, calendar]
package hybridlint.configuration.folder_type_unknown

import data.hybridlint.delegates.delegate_owa_free_busy_only
import data.hybridlint.folders.calendar_limited_details_cross_premises
import data.hybridlint.folders.calendar_mixed_authentication
import data.hybridlint.folders.calendar_resource_forest_no_trust
import data.hybridlint.folders.default_calendar_permission_hides_free_busy
import data.hybridlint.folders.scheduling_assistant_ignores_explicit_rights
import data.hybridlint.inference.folder_rights
import rego.v1

finding contains {"at": ["folder"], "vars": {"rules": rules}} if {
	not type_known
	count(rules) > 0
}

type_known if is_boolean(input.entry.calendar)

# The rules that would fire on the folder grant if its folder were a calendar.
rules contains "HYB502" if calendar_limited_details_cross_premises.on_a_calendar

rules contains "HYB503" if calendar_resource_forest_no_trust.on_a_calendar

rules contains "HYB504" if calendar_mixed_authentication.on_a_calendar

rules contains "HYB506" if {
	not default_known
	default_calendar_permission_hides_free_busy.hides(input.entry.default_level)
}

rules contains "HYB507" if {
	not folder_rights.none_alone
	scheduling_assistant_ignores_explicit_rights.on_a_calendar
}

rules contains "HYB607" if delegate_owa_free_busy_only.on_a_calendar

default_known if is_string(input.recipient.calendar_default_permission)
