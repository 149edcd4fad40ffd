# METADATA
# title: Send As is expected to open the mailbox
# description: |-
#   Send As lets the delegate send. It does not let the delegate read the mailbox; that takes Full Access or folder permissions.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/recipients/mailbox-permissions
#   description: Manage permissions for recipients in Exchange Server, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB308
#   severity: warning
#   scopes: [grant]
#   why_severity: Sending works, reading does not.
#   message: "Send As does not let {delegate} read {recipient}"
#   remediation:
#   - where: recipient_home
#     intro: Remove the Deny entry first, which wins over Full Access
#     command: Remove-MailboxPermission -Identity {recipient_mailbox} -User {delegate} -AccessRights FullAccess -Deny -Confirm:$false
#     if: Full Access is denied to the delegate
#     when: {pair.full_access_denied_explicitly: "true"}
#   - where: recipient_home
#     intro: Give Full Access, which opens the whole mailbox
#     command: Add-MailboxPermission -Identity {recipient_mailbox} -User {delegate} -AccessRights FullAccess -InheritanceType All
#   - where: recipient_home
#     or: true
#     intro: Give a right on single folders
#     command: Add-MailboxFolderPermission -Identity {recipient_any_folder} -User {delegate} -AccessRights Reviewer
#   not_when:
#   - Reading is not expected.
#   - The recipient is a group.
#   - The delegate holds Full Access, or a right on a folder that reads items, directly or through a declared group.
#   fold: recipient
#   statements: [S3-20]
#   tags: [send-as, expectation]
package hybridlint.send_as.send_as_expected_to_read

import rego.v1

finding contains {"at": ["expects"]} if {
	input.entry.permission == "send_as"
	input.recipient.mailbox
	input.entry.expects.read
	not input.pair.holds_full_access
	not input.pair.holds_folder_grant_that_reads
}
