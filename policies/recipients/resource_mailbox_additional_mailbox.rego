# METADATA
# title: A room or equipment mailbox of another forest cannot be added as an additional mailbox
# description: |-
#   Classic Outlook adds an additional mailbox by its name, and the object that stands for a room or equipment mailbox in another forest
#   never becomes ACLable, so the name cannot be resolved, whatever rights exist. The mailbox can be added by its legacyExchangeDN
#   or as a second account, or only its calendar is opened.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/user-and-shared-mailboxes/cannot-add-room-or-resource-mailbox
#   description: Can't add a Room or Resource mailbox, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB808
#   severity: error
#   scopes: [grant]
#   why_severity: The name cannot be resolved, whatever rights exist.
#   message: "{delegate_people} in {acting} cannot add the resource {recipient} in {home} as an additional mailbox"
#   remediation:
#   - where: outlook
#     text: Add the mailbox by its legacyExchangeDN, as an X500 address.
#   - where: outlook
#     or: true
#     text: Open only its calendar.
#   - where: outlook
#     or: true
#     text: >-
#       Add the mailbox to the profile as a second account. Sending then needs Send As (HYB210), a hidden mailbox still does not open, and
#       classic Outlook may keep asking for credentials (HYB214).
#   - where: recipient_home
#     or: true
#     intro: Let the resource answer by itself
#     command: Set-CalendarProcessing -Identity {recipient} -AutomateProcessing AutoAccept
#   not_when:
#   - The access method is a second account, the legacyExchangeDN, the calendar alone or the explicit address of Outlook on the web.
#   - Delegate and resource are in one forest.
#   - The recipient is a user or shared mailbox; HYB203 looks at those.
#   - The delegate is an application.
#   applications: silent
#   supersedes: [HYB203, HYB204, HYB206]
#   fold: recipient
#   statements: [S2-19]
#   tags: [full-access, resource-mailboxes]
package hybridlint.recipients.resource_mailbox_additional_mailbox

import data.hybridlint.inference.entry as inference
import rego.v1

finding contains {"at": ["access_method"], "assumed": inference.access_method_assumed} if {
	input.entry.permission == "full_access"
	input.recipient.resource_mailbox
	input.acting.cross_forest
	inference.access_method in {"additional_mailbox", "automap"}
}
