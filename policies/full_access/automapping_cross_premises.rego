# METADATA
# title: Auto-mapping is expected between the sides
# description: |-
#   Classic Outlook opens a mailbox by itself only where mailbox and delegate are on one side. Between Exchange Online and on-premises the
#   access works, the automatic opening does not and is not supported; it comes back when all related mailboxes have moved.
#   An older article describes cases in which synchronized attributes make it work.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/permissions
#   description: Permissions in Exchange hybrid deployments, checked 2026-08-27
# - ref: https://support.microsoft.com/help/3080561
#   description: Auto-mapping doesn't work as expected in a hybrid environment, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB206
#   severity: warning
#   scopes: [grant]
#   why_severity: Access works; only the automatic opening does not, and it is not supported.
#   message: "{recipient} will not open by itself for {delegate}: auto-mapping does not work between {acting} and {home}"
#   remediation:
#   - where: recipient_home
#     intro: Take the permission away first
#     command: Remove-MailboxPermission -Identity {recipient_mailbox} -User {delegate} -AccessRights FullAccess -InheritanceType All -Confirm:$false
#     if: the entry exists
#     when: {entry.state: existing}
#   - where: recipient_home
#     intro: Give it without auto-mapping
#     command: Add-MailboxPermission -Identity {recipient_mailbox} -User {delegate} -AccessRights FullAccess -InheritanceType All -AutoMapping $false
#   - where: outlook
#     text: The delegate adds the mailbox by hand.
#   - where: exchange_online
#     or: true
#     text: Move all related mailboxes together, so that they are on one side.
#   edits: {auto_mapping: false}
#   not_when:
#   - Auto-mapping is declared off.
#   - The entry is inherited; such entries are never auto-mapped.
#   - The delegate is a group.
#   - Mailbox and delegate are in one forest, or in two on-premises forests.
#   - Another access method is declared while auto_mapping is not.
#   - The mailbox is a room or equipment mailbox, which HYB808 reports.
#   - The entry was made before the move and its individual delegate is in the cloud; the attributes were synchronized before.
#   - The delegate is an application.
#   applications: silent
#   fold: delegate
#   statements: [S2-13, S3-09, S3-12]
#   tags: [full-access, auto-mapping]
package hybridlint.full_access.automapping_cross_premises

import rego.v1

finding contains {"at": ["auto_mapping"], "assumed": assumed} if {
	input.entry.permission == "full_access"
	input.acting.cross_premises
	not input.delegate.group
	not input.entry.inherited
	not input.recipient.resource_mailbox
	not synchronized_before_move
	expected
}

expected if input.entry.auto_mapping == true

expected if {
	not declared
	not input.entry.access_method
}

expected if {
	not declared
	input.entry.access_method == "automap"
}

declared if is_boolean(input.entry.auto_mapping)

# No Get- cmdlet returns the flag, so it is often not known.
assumed contains "auto_mapping" if not declared

synchronized_before_move if {
	input.entry.established_before_move == true
	input.acting.side == "cloud"
}
