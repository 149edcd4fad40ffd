# METADATA
# title: Send As between Exchange Online and on-premises
# description: |-
#   Send As between a sender and a mailbox on different sides is not fully supported. In many cases it works once the permission is
#   set on both sides, because directory synchronization never carries it.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/permissions
#   description: Permissions in Exchange hybrid deployments, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/exchange-hybrid#exchange-hybrid-deployment-considerations
#   description: Exchange Server hybrid deployments, considerations, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB301
#   severity: warning
#   scopes: [grant]
#   why_severity: It works in many cases when it is set on both sides, but it is not supported. Only a move cures an entry that exists, so that is a note.
#   message: "Send As for {delegate} on {recipient} spans {acting} and {home}: it works when set on both sides, but is not supported"
#   remediation:
#   - where: recipient_home
#     text: Keep the entry on both sides; HYB302 and HYB303 report where it is missing.
#   - where: recipient_home
#     or: true
#     text: Move both mailboxes to one side.
#   - where: recipient_home
#     or: true
#     text: Use Send on Behalf, which is supported across premises.
#   not_when:
#   - Sender and mailbox are in one forest, or in two on-premises forests.
#   - The recipient is a group; a synchronized group exists on both sides, and HYB302 reports where the permission is missing.
#   - The delegate is a group.
#   existing: note
#   fold: rule
#   statements: [S1-07, S2-24]
#   tags: [send-as, support]
package hybridlint.send_as.send_as_cross_premises_unsupported

import rego.v1

finding contains {"at": ["delegate"]} if {
	input.entry.permission == "send_as"
	input.acting.cross_premises
	input.recipient.mailbox
	not input.delegate.group
}
