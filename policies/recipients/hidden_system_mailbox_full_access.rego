# METADATA
# title: Full Access on a discovery or arbitration mailbox, which is hidden by default
# description: |-
#   Arbitration and discovery mailboxes are hidden from address lists by default, so they cannot be added by name in classic Outlook. Microsoft's
#   article on Exchange Server itself gives Full Access on a discovery mailbox as an example, with auto-mapping off; such a mailbox is
#   opened by other means than the address list.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/recipients/mailbox-permissions
#   description: Manage permissions for recipients in Exchange Server, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB812
#   severity: note
#   scopes: [grant]
#   why_severity: The documentation itself gives such a permission; only the way through the address list is closed.
#   message: "{recipient} is hidden by default: it cannot be added by name in classic Outlook"
#   remediation:
#   - where: outlook
#     text: Nothing needs to be done; do not rely on adding the mailbox by its name.
#   not_when:
#   - The mailbox is declared to be visible.
#   - The delegate is Discovery Management, which has the permission by default.
#   - The delegate is an application.
#   applications: silent
#   fold: recipient
#   statements: [S3-08, S3-56]
#   tags: [full-access, hidden-mailboxes]
package hybridlint.recipients.hidden_system_mailbox_full_access

import data.hybridlint.inference.entry as inference
import rego.v1

finding contains {"at": ["recipient"]} if {
	input.entry.permission == "full_access"
	input.recipient.system_mailbox
	inference.recipient_hidden
}
