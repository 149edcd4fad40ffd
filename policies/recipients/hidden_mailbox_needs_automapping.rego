# METADATA
# title: Access to a hidden mailbox hangs on auto-mapping alone
# description: |-
#   Classic Outlook opens a hidden mailbox by auto-mapping; adding it by its name fails, because a mailbox that is hidden from address lists
#   cannot be resolved. If auto-mapping ends, by a change or because mailbox and delegate are moved apart, the access is lost.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/user-and-shared-mailboxes/cannot-access-hidden-mailbox-in-outlook-after-migration
#   description: Can't access a hidden mailbox in Outlook after a migration, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/calendars/cannot-access-shared-calendar-for-hidden-mailbox
#   description: Shared calendar of a hidden mailbox, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB811
#   severity: note
#   scopes: [grant]
#   why_severity: It works; but adding the mailbox by hand fails, and a move that separates the two would end it (HYB710).
#   message: "{recipient} is hidden: only auto-mapping opens it for {delegate}"
#   remediation:
#   - where: recipient_home
#     text: Nothing needs to be done; keep auto-mapping on, and move mailbox and delegate together (HYB710).
#   not_when:
#   - The entry is inherited.
#   - Auto-mapping is off, the delegate is a group, or works in another forest, which HYB810 reports.
#   - The mailbox is an arbitration or discovery mailbox, which HYB812 reports.
#   - The declared clients contain neither classic Outlook nor Outlook for Mac.
#   - The delegate is an application.
#   applications: silent
#   fold: rule
#   statements: [S2-23, S3-07]
#   tags: [full-access, hidden-mailboxes, auto-mapping]
package hybridlint.recipients.hidden_mailbox_needs_automapping

import data.hybridlint.inference.entry as inference
import rego.v1

finding contains {"at": ["auto_mapping"]} if {
	input.entry.permission == "full_access"
	not input.entry.inherited
	not input.entry.auto_mapping == false
	inference.recipient_hidden
	not input.recipient.system_mailbox
	not input.delegate.group
	input.acting.direction == "same"
	inference.desktop_outlook
}
