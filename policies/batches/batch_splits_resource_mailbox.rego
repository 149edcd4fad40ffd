# METADATA
# title: A batch separates a room or equipment mailbox from somebody who opens it
# description: |-
#   The name of a room or equipment mailbox cannot be resolved in another forest, whatever permissions exist there, because
#   such objects are never ACLable. A batch that parts it from somebody who opens it as an additional mailbox ends that, until
#   another batch brings them together.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/user-and-shared-mailboxes/cannot-add-room-or-resource-mailbox
#   description: Can't add a Room or Resource mailbox, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB712
#   severity: error
#   scopes: [batch_entry]
#   why_severity: After the step the mailbox cannot be added in the other forest, whatever permissions exist (HYB808).
#   message: "{batch} separates {people} from the resource {recipient}: it can no longer be added as an additional mailbox, {until}"
#   phrases:
#     people:
#       individual: "{delegate}"
#       group: people of {delegate}
#   remediation:
#   - where: exchange_online
#     text: "{together}."
#   - where: outlook
#     or: true
#     text: Before the move, open {recipient} another way, by its legacyExchangeDN, as an additional e-mail account, or only its calendar.
#   - where: recipient_home
#     or: true
#     intro: Let it answer by itself
#     command: Set-CalendarProcessing -Identity {recipient} -AutomateProcessing AutoAccept
#   not_when:
#   - Both move in one step, or the step brings them together.
#   - The access method is declared as additional_account, legacy_dn, calendar_only or owa_explicit_url.
#   - The entry does not survive the step, which HYB707 and HYB708 report.
#   - The entry is not valid by its type (HYB801, HYB802, HYB817), or the object is missing after the step (HYB108).
#   - The mailbox is no room or equipment; HYB701 looks at others.
#   - The delegate is an application.
#   applications: silent
#   predicts: HYB808
#   supersedes: [HYB701, HYB710]
#   fold: recipient
#   statements: []
#   tags: [migration, full-access, resource-mailboxes]
package hybridlint.batches.batch_splits_resource_mailbox

import data.hybridlint.inference.batch
import rego.v1

finding contains {"at": ["members"], "vars": {"people": batch.delegate_is}, "assumed": assumed} if {
	input.entry.permission == "full_access"
	input.recipient.resource_mailbox
	input.batch.parts
	input.batch.predicted
}

# After the step the two are apart, so that an access method that is not declared is additional_mailbox.
assumed contains "access_method" if not input.entry.access_method
