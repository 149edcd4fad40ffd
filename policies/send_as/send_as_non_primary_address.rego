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
# schemas:
# - input: schema.entry
# custom:
#   id: HYB307
#   severity: warning
#   scopes: [grant]
#   why_severity: Exchange rewrites or refuses the alias.
#   message: "{delegate} would send as {send_from_address}, but the primary address of {recipient} in {acting} is {primary_address}"
#   remediation:
#   - where: exchange_on_premises
#     intro: Make it the primary address; directory synchronization carries it to the other side
#     command: Set-RemoteMailbox -Identity {recipient} -EmailAddressPolicyEnabled $false -PrimarySmtpAddress {send_from_address}
#     if: the recipient is a mailbox in the cloud
#     when: {recipient.home: cloud, recipient.mailbox: "true"}
#   - where: exchange_on_premises
#     intro: Make it the primary address; directory synchronization carries it to the other side
#     command: Set-Mailbox -Identity {recipient} -EmailAddressPolicyEnabled $false -PrimarySmtpAddress {send_from_address}
#     if: the recipient is a mailbox on-premises
#     when: {recipient.home: on_premises, recipient.mailbox: "true"}
#   - where: recipient_home
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

finding contains {"at": [decisive]} if {
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
