# METADATA
# title: Folder rights between the two sides
# description: |-
#   Microsoft describes folders as accessible across forests in classic Outlook for Windows, provided Autodiscover finds the mailbox, and lists
#   folder rights between Exchange Online and on-premises among what is not fully supported. Full Access is supported.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/permissions
#   description: Permissions in Exchange hybrid deployments, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB501
#   severity: warning
#   scopes: [folder_grant]
#   why_severity: It works in many scenarios, but it is not supported.
#   message: "folder rights of {delegate} on {recipient} span {acting} and {home}: they work in many cases, but are not supported"
#   remediation:
#   - where: exchange_online
#     text: Move both mailboxes together, to one side.
#   - where: recipient_home
#     or: true
#     intro: Last of all, give Full Access in place of the right on the folder. It is supported across premises, but also lets the delegate read and delete everything; HYB203, HYB204 and HYB808 say where Outlook cannot add the mailbox
#     command: Add-MailboxPermission -Identity {recipient_mailbox} -User {delegate} -AccessRights FullAccess -InheritanceType All -AutoMapping $false
#   - where: recipient_home
#     command: Remove-MailboxFolderPermission -Identity {recipient_folder} -User {delegate} -Confirm:$false
#   not_when:
#   - Mailbox and delegate are on one side.
#   - The entry is Default or Anonymous.
#   - The right is None alone, which gives nothing.
#   - The same delegate is an Outlook delegate of the owner, which HYB601 reports.
#   - The delegate is an application.
#   existing: note
#   applications: silent
#   fold: rule
#   statements: [S0-07, S2-32, S2-49]
#   tags: [folder]
package hybridlint.folders.folder_permission_cross_premises

import data.hybridlint.inference.folder_rights
import rego.v1

finding contains {"at": ["delegate"]} if {
	folder_rights.held_folder_right
	input.acting.cross_premises
	not input.pair.outlook_delegate
}
