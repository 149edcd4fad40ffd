# METADATA
# title: An administrator is to manage delegate rights that only the mailbox holds
# description: |-
#   Folder rights and Send on Behalf of a delegate can be seen and set by administrators. Copies of meeting requests, private items and the
#   delivery scope are stored in the manager's mailbox. Exchange Online sets the first two by SharingPermissionFlags, on-premises Exchange
#   sets none, and the delivery scope has no cmdlet anywhere.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/add-mailboxfolderpermission
#   description: Add-MailboxFolderPermission, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB608
#   severity: warning
#   scopes: [outlook_delegate]
#   why_severity: Folder rights and Send on Behalf work, the rest is silently not applied.
#   message: "no administrator's tool sets {right} of {delegate}: only the mailbox of {manager} holds that"
#   phrases:
#     right:
#       receives_meeting_requests: the copies of meeting requests
#       private_items: the right to private items
#       delivery_scope: the delivery scope of meeting requests
#   remediation:
#   - where: outlook
#     text: The manager sets it in classic Outlook (File > Account Settings > Delegate Access).
#   - where: exchange_on_premises
#     or: true
#     text: A program sets it over Exchange Web Services.
#     when: {recipient.home: on_premises}
#   - where: exchange_online
#     text: Exchange Web Services in Exchange Online are blocked from 2026-10-01 unless the tenant is on its allow list, and end on 2027-04-01.
#     when: {recipient.home: cloud}
#   not_when:
#   - The manager manages the delegates.
#   - The manager is in the cloud and it is about meeting requests or private items; Exchange Online has SharingPermissionFlags.
#   fold: recipient
#   statements: [S2-46, S2-47]
#   tags: [delegate, administration]
package hybridlint.delegates.delegate_mailbox_only_rights_managed_by_admin

import rego.v1

finding contains {"at": [place], "vars": {"right": mailbox_only_rights}} if {
	input.outlook_delegate.managed_by == "admin"
	place := min(mailbox_only_rights)
}

mailbox_only_rights contains "receives_meeting_requests" if {
	input.recipient.home == "on_premises"
	input.outlook_delegate.receives_meeting_requests
}

mailbox_only_rights contains "private_items" if {
	input.recipient.home == "on_premises"
	input.outlook_delegate.private_items
}

mailbox_only_rights contains "delivery_scope" if input.outlook_delegate.delivery_scope
