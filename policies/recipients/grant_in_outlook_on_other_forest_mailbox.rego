# METADATA
# title: Folder rights on a mailbox of another forest cannot be given in Outlook
# description: |-
#   Somebody who opens a mailbox of another forest in Outlook cannot give rights on its folders: the entry vanishes after OK, or the
#   properties of the folder cannot be shown. An administrator of the mailbox's forest can give them with a cmdlet. A user or shared
#   mailbox can also be opened as a second account; for rooms and equipment there is no such way out.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/user-and-shared-mailboxes/cannot-add-permissions-to-user-or-room-mailbox-in-another-forest
#   description: Can't add permissions to a user or room mailbox in another forest, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/recipients/mailbox-permissions
#   description: Manage permissions for recipients in Exchange Server, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB809
#   severity: error
#   scopes: [folder_grant]
#   why_severity: The entry vanishes after OK, or the folder's properties cannot be shown.
#   message: "{granted_by} cannot give rights on {recipient} in Outlook: the mailbox is in {home}"
#   remediation:
#   - where: recipient_home
#     command: Add-MailboxFolderPermission -Identity {recipient_folder} -User {delegate} -AccessRights {access_rights}
#     when: {entry.named_delegate: "true"}
#   - where: recipient_home
#     command: Set-MailboxFolderPermission -Identity {recipient_folder} -User {delegate} -AccessRights {access_rights}
#     when: {entry.named_delegate: "false"}
#   - where: outlook
#     or: true
#     text: Let a user of the mailbox's own forest give the rights.
#   - where: outlook
#     or: true
#     text: "{granted_by} adds the mailbox to Outlook as a second e-mail account and gives the rights there."
#     if: it is a user or shared mailbox
#     when: {recipient.type: [user_mailbox, shared_mailbox]}
#   not_when:
#   - The rights are given in another way than in Outlook.
#   - The one who gives them is the owner, or works in the forest of the mailbox.
#   - A user or shared mailbox is opened as a second account; rooms and equipment have no such way out.
#   - Send on Behalf; Microsoft's articles speak of folder permissions only.
#   - The entry exists already; how it was made does not matter.
#   existing: silent
#   fold: recipient
#   statements: [S2-20, S2-35, S3-72]
#   tags: [folder-permissions, resource-mailboxes]
package hybridlint.recipients.grant_in_outlook_on_other_forest_mailbox

import rego.v1

finding contains {"at": ["granted_by"]} if {
	input.entry.permission == "folder"
	input.entry.channel == "outlook"
	input.entry.granted_by == "other_forest"
	input.recipient.type in {"user_mailbox", "shared_mailbox", "room_mailbox", "equipment_mailbox"}
	not opened_as_additional_account
}

# Rooms and equipment have no such way out.
opened_as_additional_account if {
	input.entry.granted_via == "additional_account"
	input.recipient.type in {"user_mailbox", "shared_mailbox"}
}
