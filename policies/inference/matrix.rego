# METADATA
# title: Which combinations of permission and type are useful
# description: |-
#   The tables of the articles on recipient permissions, one for the recipient and one for the delegate, completed from the cmdlet
#   reference where a cmdlet accepts what no table lists. Left of the slash stands Exchange Server, right of it Exchange Online.
#
#   E: Exchange admin center and PowerShell; P: PowerShell only; "-": not a useful combination; "-!": certainly not;
#   "-p": a cmdlet accepts it, no table lists it; "n.a.": the type does not exist there, which HYB817 reports.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/recipients/mailbox-permissions
#   description: Manage permissions for recipients in Exchange Server, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/recipients-in-exchange-online/manage-permissions-for-recipients
#   description: Manage permissions for recipients in Exchange Online, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/collaboration-exo/public-folders/assign-permissions-mail-enabled-pfs
#   description: Assign Send As or Send on Behalf permissions for mail-enabled public folders in Exchange Online, checked 2026-08-27
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/add-mailboxpermission
#   description: Add-MailboxPermission, checked 2026-08-27
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/add-adpermission
#   description: Add-ADPermission, checked 2026-08-27
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/add-recipientpermission
#   description: Add-RecipientPermission, checked 2026-08-27
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/set-mailcontact
#   description: Set-MailContact, checked 2026-08-27
package hybridlint.inference.matrix

import rego.v1

# What a permission is given on.
recipients := {
	"user_mailbox": {"full_access": "E / E", "send_as": "E / E", "send_on_behalf": "E / E"},
	"linked_mailbox": {"full_access": "E / n.a.", "send_as": "E / n.a.", "send_on_behalf": "E / n.a."},
	"room_mailbox": {"full_access": "E / E", "send_as": "E / E", "send_on_behalf": "E / E"},
	"equipment_mailbox": {"full_access": "E / E", "send_as": "E / E", "send_on_behalf": "E / E"},
	"shared_mailbox": {"full_access": "E / E", "send_as": "E / E", "send_on_behalf": "P / P"},
	"arbitration_mailbox": {"full_access": "P / -", "send_as": "- / -", "send_on_behalf": "- / -"},
	"discovery_mailbox": {"full_access": "P / P", "send_as": "- / -", "send_on_behalf": "- / -"},
	"distribution_group": {"full_access": "-! / -!", "send_as": "E / E", "send_on_behalf": "E / E"},
	"dynamic_distribution_group": {"full_access": "-! / -!", "send_as": "E / E", "send_on_behalf": "E / E"},
	"mail_enabled_security_group": {"full_access": "-! / -!", "send_as": "E / E", "send_on_behalf": "E / E"},
	"m365_group": {"full_access": "n.a. / P", "send_as": "n.a. / E", "send_on_behalf": "n.a. / E"},
	"mail_user": {"full_access": "P / P", "send_as": "P / P", "send_on_behalf": "P / P"},
	"mail_contact": {"full_access": "- / -", "send_as": "P / P", "send_on_behalf": "P / P"},
	"mail_public_folder": {"full_access": "- / -", "send_as": "P / E", "send_on_behalf": "P / E"},
	"security_group": {"full_access": "-! / -!", "send_as": "- / -", "send_on_behalf": "- / -"},
	"user_account": {"full_access": "- / -", "send_as": "- / -", "send_on_behalf": "- / -"},
}

# Whom a permission is given to, and whether it is useful on a folder, on both sides alike. The side is the recipient's.
delegates := {
	"user_mailbox": {"full_access": "E / E", "send_as": "E / E", "send_on_behalf": "E / E", "folder": "yes"},
	"linked_mailbox": {"full_access": "E / E", "send_as": "E / E", "send_on_behalf": "E / E", "folder": "yes"},
	"mail_user": {"full_access": "E / E", "send_as": "E / E", "send_on_behalf": "E / E", "folder": "yes"},
	"shared_mailbox": {"full_access": "E / E", "send_as": "E / E", "send_on_behalf": "E / E", "folder": "yes"},
	"room_mailbox": {"full_access": "E / E", "send_as": "E / E", "send_on_behalf": "E / E", "folder": "yes"},
	"equipment_mailbox": {"full_access": "E / E", "send_as": "E / E", "send_on_behalf": "E / E", "folder": "yes"},
	"mail_enabled_security_group": {"full_access": "E / E", "send_as": "E / E", "send_on_behalf": "E / E", "folder": "yes"},
	"distribution_group": {"full_access": "-! / -!", "send_as": "-! / -!", "send_on_behalf": "E / E", "folder": "-"},
	"dynamic_distribution_group": {"full_access": "-! / -!", "send_as": "-! / -!", "send_on_behalf": "- / -", "folder": "-"},
	"m365_group": {"full_access": "-! / -!", "send_as": "-! / -!", "send_on_behalf": "- / -", "folder": "-"},
	"mail_contact": {"full_access": "-! / -!", "send_as": "-! / -!", "send_on_behalf": "- / -", "folder": "-"},
	"user_account": {"full_access": "P / -", "send_as": "-p / -", "send_on_behalf": "- / -", "folder": "-"},
	"security_group": {"full_access": "P / -!", "send_as": "-p / -p", "send_on_behalf": "- / -", "folder": "-"},
	"arbitration_mailbox": {"full_access": "- / -", "send_as": "- / -", "send_on_behalf": "- / -", "folder": "-"},
	"discovery_mailbox": {"full_access": "- / -", "send_as": "- / -", "send_on_behalf": "- / -", "folder": "-"},
	"mail_public_folder": {"full_access": "- / -", "send_as": "- / -", "send_on_behalf": "- / -", "folder": "-"},
}

# recipient_cell is the cell of a recipient's type for a permission, on the recipient's side.
recipient_cell(type, permission, side) := cell(recipients[type][permission], side)

# delegate_cell is the cell of a delegate's type for a permission, on the recipient's side.
delegate_cell(type, permission, side) := cell(delegates[type][permission], side)

cell(row, "on_premises") := split(row, " / ")[0]

cell(row, "cloud") := cells[count(cells) - 1] if cells := split(row, " / ")

# How bad a combination is that is not a useful one. Errors are for what is certain: the articles themselves say that the shell can
# assign permissions to more types than they list.
severity := {"-!": "error", "-": "warning", "-p": "warning"}
