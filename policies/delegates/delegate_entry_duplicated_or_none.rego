# METADATA
# title: A delegate is listed twice or with permission None after a move
# description: |-
#   After a migration classic Outlook may list a delegate twice, or with the permission None. It is only how the list is shown; the rights remain.
#   Whoever changes something there has to add the delegate again in full.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/delegates-not-listed-correctly-in-outlook-after-migration
#   description: Delegates are not listed correctly in Outlook after a migration, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/outlook-issues/no-delegate-permissions-after-migration
#   description: No delegate permissions after a migration, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB610
#   severity: note
#   scopes: [outlook_delegate]
#   why_severity: It is cosmetic; the rights remain.
#   message: "{delegate} is listed {how} among the delegates of {manager}: leave it, or add the delegate again in full"
#   phrases:
#     how:
#       listed_twice: twice
#       listed_permission: with permission None
#   remediation:
#   - where: outlook
#     text: Nothing has to be done unless private items are needed. Whoever changes the entry has to add the delegate again in full.
#   - where: outlook
#     text: If saving fails, restart classic Outlook and download the address book.
#   not_when:
#   - The delegate may have lost private items, which HYB602 reports; then something has to be done.
#   fold: recipient
#   statements: []
#   tags: [delegate]
package hybridlint.delegates.delegate_entry_duplicated_or_none

import rego.v1

finding contains {"at": [listed], "vars": {"how": listed}} if listed

listed := "listed_twice" if {
	input.outlook_delegate.listed_twice
} else := "listed_permission" if {
	input.outlook_delegate.listed_with_permission_none
}
