# METADATA
# title: Meeting requests go to somebody without a mailbox
# description: |-
#   Copies of meeting requests are forwarded to a delegate that cannot receive mail. Everybody who invites the manager gets a
#   non-delivery report. The usual case is somebody who left: the account, or what is left of it, is still a delegate.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/email-delivery/ndr-5-2-0-when-sending-meeting-invites
#   description: Users receive NDR 5.2.0 when they send meeting invites, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB611
#   severity: error
#   scopes: [outlook_delegate]
#   why_severity: Everybody who invites the manager gets a non-delivery report.
#   message: "meeting requests of {manager} go to {delegate}, which has no mailbox: people who invite {manager} get a non-delivery report"
#   remediation:
#   - where: outlook
#     text: The manager removes all delegates, and adds those again who are there.
#   - where: outlook
#     text: If the reports go on, the hidden forwarding rule is left over. Remove it from the Inbox with MFCMAPI; its provider is "Schedule+ EMS Interface".
#   not_when:
#   - The delegate has a mailbox, be its account disabled (HYB816).
#   - The delegate is a mail user or a mail contact; mail reaches it outside.
#   - The delegate is a group with an address.
#   - The delegate receives no meeting requests.
#   supersedes: [HYB816]
#   fold: recipient
#   statements: []
#   tags: [delegate, mail-flow]
package hybridlint.delegates.delegate_cannot_receive_meeting_requests

import rego.v1

finding contains {"at": ["delegate"]} if {
	input.outlook_delegate.receives_meeting_requests
	input.delegate.type in {"user_account", "security_group"}
}
