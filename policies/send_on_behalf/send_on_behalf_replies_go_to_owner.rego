# METADATA
# title: Replies are expected by the delegate, but go to the owner
# description: |-
#   Mail sent with Send on Behalf shows the delegate beside the mailbox or group. Replies go to the mailbox or group, not to the
#   delegate.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/recipients/mailbox-permissions
#   description: Manage permissions for recipients in Exchange Server, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB408
#   severity: note
#   scopes: [grant]
#   why_severity: By design replies go to the mailbox or group.
#   message: "replies to mail sent on behalf of {recipient} go to {recipient}, not to {delegate}"
#   remediation:
#   - where: recipient_home
#     text: Nothing changes that. If {delegate} must see the answers, give read access to {recipient} (HYB407).
#   not_when:
#   - The delegate does not expect the replies.
#   fold: recipient
#   statements: [S3-27]
#   tags: [send-on-behalf, expectation]
package hybridlint.send_on_behalf.send_on_behalf_replies_go_to_owner

import rego.v1

finding contains {"at": ["expects"]} if {
	input.entry.permission == "send_on_behalf"
	input.entry.expects.replies_to_delegate
}
