# METADATA
# title: Full Access for a security group that is not mail-enabled ends with a move
# description: |-
#   Microsoft's article on Exchange Server lists security groups that are not mail-enabled as delegates for Full Access in PowerShell; the
#   cmdlet reference says in one line that such groups do not work. A move to Exchange Online drops their entries, because only
#   mail-enabled objects are known there.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/recipients/mailbox-permissions
#   description: Manage permissions for recipients in Exchange Server, checked 2026-08-27
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/add-mailboxpermission
#   description: Add-MailboxPermission, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/exchange-hybrid#exchange-hybrid-deployment-considerations
#   description: Exchange Server hybrid deployments, considerations, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB806
#   severity: note
#   scopes: [grant]
#   why_severity: Microsoft's article lists the combination as useful; the damage comes with the move, where HYB708 is an error.
#   message: "{delegate} is not mail-enabled: its access to {recipient} ends when the mailbox moves"
#   remediation:
#   - where: active_directory
#     intro: Mail-enable the group before the mailbox moves
#     command: Set-ADGroup -Identity {delegate_account} -GroupScope Universal
#     if: it is not known to be a universal group
#     when: {delegate.group_scope: "!universal"}
#   - where: exchange_on_premises
#     command: Enable-DistributionGroup -Identity {delegate}
#   not_when:
#   - The entry is inherited.
#   - The delegate is a single account that is not mail-enabled.
#   - The recipient is in the cloud, where HYB802 reports the combination.
#   - The delegate is a built-in principal.
#   fold: delegate
#   statements: [S3-18]
#   tags: [delegate-types]
package hybridlint.recipients.non_mail_enabled_security_group_delegate

import rego.v1

finding contains {"at": ["delegate"]} if {
	input.entry.permission == "full_access"
	not input.entry.inherited
	input.recipient.home == "on_premises"
	input.delegate.type == "security_group"
}
