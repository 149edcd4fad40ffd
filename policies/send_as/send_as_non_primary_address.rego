# METADATA
# title: Mail would leave from an address that is not the primary one
# description: |-
#   Send As sends from the primary address of the object in the sender's forest: of the mailbox, or of the mail user that stands for
#   it on the sender's side. Another address is rewritten or refused, unless Exchange Online is set to send from aliases.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/set-organizationconfig
#   description: Set-OrganizationConfig, checked 2026-08-27
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/set-mailbox
#   description: Set-Mailbox, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/hybrid-deployment/enable-exchange-attributes-cloud-management
#   description: Cloud-based management of Exchange attributes for remote mailboxes, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB307
#   severity: warning
#   scopes: [grant]
#   why_severity: Exchange rewrites or refuses the alias.
#   message: "{delegate} would send as {send_from_address}, but the primary address of {recipient} in {acting} is {primary_address}"
#   phrases:
#     primary_set:
#       in_cloud: in the cloud
#       on_object: on the object on-premises
#       on_mailbox: on the mailbox on-premises
#       elsewhere: where the recipient is managed
#   remediation:
#   - where: exchange_online
#     intro: Let people send from aliases
#     command: Set-OrganizationConfig -SendFromAliasEnabled $true
#     if: recipient and delegate are both in the cloud
#     when: {acting.side: cloud, recipient.home: cloud}
#   - where: exchange_online
#     or: true
#     intro: Make it the primary address
#     command: Set-Mailbox -Identity {recipient} -WindowsEmailAddress {send_from_address}
#     if: the recipient is a mailbox in the cloud whose Exchange attributes are managed there, or that has no object on-premises
#     when: {primary_set: in_cloud}
#   - where: exchange_on_premises
#     or: true
#     intro: Make it the primary address; directory synchronization carries it to the other side
#     command: Set-RemoteMailbox -Identity {recipient} -EmailAddressPolicyEnabled $false -PrimarySmtpAddress {send_from_address}
#     if: the recipient is another mailbox in the cloud
#     when: {primary_set: on_object}
#   - where: exchange_on_premises
#     or: true
#     intro: Make it the primary address; directory synchronization carries it to the other side
#     command: Set-Mailbox -Identity {recipient} -EmailAddressPolicyEnabled $false -PrimarySmtpAddress {send_from_address}
#     if: the recipient is a mailbox on-premises
#     when: {primary_set: on_mailbox}
#   - where: recipient_home
#     or: true
#     text: Make {send_from_address} the primary address of {recipient} on both sides.
#     when: {recipient.mailbox: "false"}
#   - where: outlook
#     or: true
#     text: Send from the primary address.
#   not_when:
#   - Recipient and delegate are both in the cloud, and SendFromAliasEnabled is on.
#   - The addresses differ in case only, or in the prefix SMTP.
#   - The addresses are not declared.
#   fold: recipient
#   statements: [S1-08, S2-25]
#   tags: [send-as, addresses]
package hybridlint.send_as.send_as_non_primary_address

import rego.v1

finding contains {"at": [decisive], "vars": {"primary_set": primary_set}} if {
	input.entry.permission == "send_as"
	input.acting.side
	not aliases_allowed
	decisive := other_address
}

# The declared address decides; where none is declared, the two objects must agree.
other_address := "send_from_address" if {
	input.entry.send_from_address_is_primary == false
} else := "recipient" if {
	not declared
	input.acting.cross_forest
	input.recipient_object.primary_smtp_address_differs
}

declared if is_boolean(input.entry.send_from_address_is_primary)

aliases_allowed if {
	input.recipient.home == "cloud"
	input.acting.side == "cloud"
	input.organization.send_from_alias_enabled
}

# Where the addresses of the recipient are kept.
primary_set := "elsewhere" if {
	not input.recipient.mailbox
} else := "on_mailbox" if {
	input.recipient.home == "on_premises"
} else := "in_cloud" if {
	input.recipient.exchange_attributes_managed_in == "cloud"
} else := "in_cloud" if {
	no_object
} else := "on_object"

# Nothing on-premises stands for the mailbox.
no_object if not input.organization.on_premises_forest

no_object if {
	not input.recipient.on_premises_object_declared
	input.recipient.provisioned_by == "cloud_direct"
}

no_object if {
	not input.recipient.on_premises_object_declared
	input.recipient.on_premises_object_missing
}
