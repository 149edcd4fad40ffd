# METADATA
# title: Full Access is declared as given by the owner or through Outlook
# description: |-
#   Only administrators give Full Access, in the Exchange admin center or with Add-MailboxPermission. There is no such operation for
#   the owner of a mailbox, in Outlook or in Outlook on the web; owners can give folder permissions and Send on Behalf there.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/recipients/mailbox-permissions
#   description: Manage permissions for recipients in Exchange Server, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB201
#   severity: error
#   scopes: [grant]
#   why_severity: There is no such operation; the delegate will have nothing.
#   message: "Full Access on {recipient} cannot be given {how}"
#   phrases:
#     how:
#       owner: by its owner
#       outlook: in Outlook
#       owa: in Outlook on the web
#       cmdlet: with a cmdlet other than Add-MailboxPermission and Remove-MailboxPermission
#   remediation:
#   - where: recipient_home
#     command: Add-MailboxPermission -Identity {recipient_mailbox} -User {delegate} -AccessRights FullAccess -InheritanceType All
#   - where: recipient_home
#     or: true
#     text: "Use the Exchange admin center: Mailbox delegation > Full Access."
#     if: the Exchange admin center offers it on the mailbox
#     when: {recipient.type: ["!m365_group", "!mail_user", "!arbitration_mailbox", "!discovery_mailbox"]}
#   not_when:
#   - The channel is the Exchange admin center, PowerShell or the Microsoft 365 admin center, or is not declared.
#   - The permission is a folder permission or Send on Behalf; users may give those.
#   - The entry exists already; how it was made does not matter.
#   existing: silent
#   fold: recipient
#   statements: [S1-18, S2-07, S2-08, S2-34, S2-40, S3-01, S3-54]
#   tags: [full-access, procedure]
package hybridlint.full_access.full_access_not_granted_by_admin

import rego.v1

finding contains {"at": [attribute], "vars": {"how": how}} if {
	input.entry.permission == "full_access"
	[attribute, how] := impossible
}

impossible := ["channel", input.entry.channel] if {
	input.entry.channel in {"outlook", "owa"}
} else := ["granted_by", "owner"] if {
	# The owner, or the recipient itself, which is the same.
	input.entry.granted_by in {"owner", "recipient"}
} else := ["cmdlet", "cmdlet"] if {
	input.entry.cmdlet
	not cmdlet_changes_full_access
}

cmdlet_changes_full_access if input.entry.cmdlet in {"Add-MailboxPermission", "Remove-MailboxPermission"}
