# METADATA
# title: The operator has no role group for the change
# description: |-
#   Permissions of recipients are managed by members of Organization Management or Recipient Management. In dedicated tenants
#   Set-RemoteMailbox takes the role group SSA-SE-RemoteMailbox.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/recipients/mailbox-permissions
#   description: Manage permissions for recipients in Exchange Server, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/delegate-cannot-send-on-behalf-of-after-migration
#   description: Delegate can't send on behalf of after migration, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/permissions/feature-permissions/recipient-permissions
#   description: Recipients permissions, Exchange Server, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/permissions/feature-permissions/sharing-and-collaboration-permissions
#   description: Sharing and collaboration permissions, Exchange Server, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/permissions-exo/permissions-exo
#   description: Permissions in Exchange Online, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB904
#   severity: warning
#   scopes: [grant, folder_grant, bulk_change]
#   why_severity: Custom roles may exist.
#   message: "the operator is in {operator_groups}, which is not enough: this change needs {role}"
#   phrases:
#     role: {}
#   remediation:
#   - where: exchange_online
#     text: Let somebody make the change who is in the role group {role}.
#     when: {entry.applied_on: cloud}
#   - where: exchange_on_premises
#     text: Let somebody make the change who is in the role group {role}.
#     when: {entry.applied_on: on_premises}
#   - where: recipient_home
#     text: Let somebody make the change who is in the role group {role} on both sides, or make it on each side by itself.
#     if: a bulk change has recipients on both sides
#     when: {entry.applied_on: ""}
#   - where: exchange_online
#     or: true
#     intro: Put the operator into the role group
#     command: Add-RoleGroupMember -Identity {role} -Member <operator>
#     when: {entry.applied_on: cloud}
#   - where: exchange_on_premises
#     or: true
#     intro: Put the operator into the role group
#     command: Add-RoleGroupMember -Identity {role} -Member <operator>
#     when: {entry.applied_on: on_premises}
#   - where: exchange_online
#     or: true
#     text: Declare operator_has_custom_role = true, if a custom role allows the change.
#     when: {entry.applied_on: cloud}
#   - where: exchange_on_premises
#     or: true
#     text: Declare operator_has_custom_role = true, if a custom role allows the change.
#     when: {entry.applied_on: on_premises}
#   not_when:
#   - The operator's role groups are not declared.
#   - The operator has a custom role.
#   - In the cloud, the operator is Exchange or Global Administrator, or in one of their groups (ExchangeServiceAdmins_…, TenantAdmins_…).
#   - On-premises, Help Desk for folder permissions, and Public Folder Management for a mail-enabled public folder.
#   - The entry exists already; who made it does not matter.
#   existing: silent
#   fold: recipient
#   statements: [S0-20, S3-37]
#   tags: [procedure, roles]
package hybridlint.procedure.operator_lacks_role

import rego.v1

finding contains {"at": ["operator_role_groups"], "vars": {"role": needed_role}} if {
	input.entry.operator.declared
	not input.entry.operator.custom_role
	not allowed
}

needed_role := "SSA-SE-RemoteMailbox" if {
	dedicated_remote_mailbox
} else := "Recipient Management"

allowed if {
	dedicated_remote_mailbox
	input.entry.operator.ssa_se_remote_mailbox
}

allowed if {
	not dedicated_remote_mailbox
	input.entry.operator.organization_management
}

allowed if {
	not dedicated_remote_mailbox
	input.entry.operator.recipient_management
}

# In the cloud, these are members of Organization Management.
allowed if {
	not dedicated_remote_mailbox
	input.entry.applied_on == "cloud"
	input.entry.operator.entra_administrator
}

allowed if {
	not dedicated_remote_mailbox
	input.entry.applied_on == "on_premises"
	input.entry.permission == "folder"
	input.entry.operator.help_desk
}

allowed if {
	not dedicated_remote_mailbox
	input.entry.applied_on == "on_premises"
	input.recipient.type == "mail_public_folder"
	input.entry.operator.public_folder_management
}

dedicated_remote_mailbox if {
	input.organization.offering == "dedicated_itar"
	input.entry.cmdlet == "Set-RemoteMailbox"
}
