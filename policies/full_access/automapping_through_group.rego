# METADATA
# title: Auto-mapping is expected for a group
# description: |-
#   Auto-mapping works for individual users only, never for the members of a group. A group is the documented way to give Full Access
#   without mailboxes that open by themselves.
# related_resources:
# - ref: https://learn.microsoft.com/outlook/troubleshoot/profiles-and-accounts/full-access-mailbox-not-automapped-outlook-profile
#   description: Mailboxes with Full Access through a security group aren't automapped, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/recipients/mailbox-permissions
#   description: Manage permissions for recipients in Exchange Server, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/recipients-in-exchange-online/manage-permissions-for-recipients
#   description: Manage permissions for recipients in Exchange Online, checked 2026-08-27
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/add-mailboxpermission
#   description: Add-MailboxPermission, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB207
#   severity: warning
#   scopes: [grant]
#   why_severity: The members get access, but the mailbox never opens by itself.
#   message: "auto-mapping never works for members of {delegate}; {recipient} will not open by itself"
#   remediation:
#   - where: recipient_home
#     intro: For each person for whom it is to open by itself
#     command: Add-MailboxPermission -Identity {recipient_mailbox} -User <person> -AccessRights FullAccess -InheritanceType All
#   - where: outlook
#     or: true
#     text: The members of the group add the mailbox by hand.
#   edits: {auto_mapping: false}
#   not_when:
#   - Neither auto_mapping nor the access method is declared; a group is the documented way to avoid auto-mapping.
#   - Auto-mapping is declared off.
#   - The delegate is an individual.
#   fold: recipient
#   statements: [S3-10, S3-11, S3-12, S3-13, S3-57]
#   tags: [full-access, auto-mapping, groups]
package hybridlint.full_access.automapping_through_group

import rego.v1

finding contains {"at": [attribute]} if {
	input.entry.permission == "full_access"
	input.delegate.group
	attribute := expected_by
}

expected_by := "auto_mapping" if {
	input.entry.auto_mapping == true
} else := "access_method" if {
	not input.entry.auto_mapping == false
	input.entry.access_method == "automap"
}
