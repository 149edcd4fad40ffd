# METADATA
# title: The EAC has no Send on Behalf for shared mailboxes
# description: |-
#   The Exchange admin center does not offer Send on Behalf for a shared mailbox; it is set with Set-Mailbox. For a cloud mailbox
#   the Microsoft 365 admin center can do it too.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/recipients/mailbox-permissions
#   description: Manage permissions for recipients in Exchange Server, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/administration/send-on-behalf-for-shared-mailbox
#   description: Can't manage Send on Behalf for shared mailboxes in the EAC, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/recipients-in-exchange-online/manage-permissions-for-recipients
#   description: Manage permissions for recipients in Exchange Online, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB804
#   severity: error
#   scopes: [grant, bulk_change_recipient]
#   why_severity: "The option does not exist in the on-premises EAC. A warning in the cloud: Microsoft's articles say the same, but they are old and the admin center has changed since."
#   message: "the EAC has no Send on Behalf for the shared mailbox {recipient}"
#   remediation:
#   - where: recipient_home
#     command: Set-Mailbox -Identity {recipient} -GrantSendOnBehalfTo @{Add={delegate}}
#   - where: exchange_online
#     or: true
#     text: Use the Microsoft 365 admin center.
#     when: {recipient.home: cloud}
#   edits: {channel: powershell}
#   not_when:
#   - The change is made in PowerShell, in the Microsoft 365 admin center, or nothing says how it is made.
#   - The recipient is a user or room mailbox; the shared mailbox is only the delegate.
#   - The entry exists already; how it was made does not matter.
#   existing: silent
#   fold: recipient
#   statements: [S3-31, S3-41, S3-44, S3-68]
#   tags: [recipient-types, eac]
package hybridlint.recipients.send_on_behalf_shared_mailbox_in_eac

import rego.v1

finding contains {"at": ["channel"], "severity": severity[input.recipient.home]} if {
	input.entry.permission == "send_on_behalf"
	input.entry.channel == "eac"
	input.recipient.type == "shared_mailbox"
}

# The texts about the cloud are older than the admin center.
severity := {"on_premises": "error", "cloud": "warning"}
