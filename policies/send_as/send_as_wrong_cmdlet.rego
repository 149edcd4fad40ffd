# METADATA
# title: The cmdlet does not set Send As on this side
# description: |-
#   Send As is granted with Add-ADPermission on-premises and with Add-RecipientPermission in Exchange Online. Neither cmdlet
#   exists on the other side, and the mailbox permission cmdlets do not know Send As.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/add-adpermission
#   description: Add-ADPermission, checked 2026-08-27
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/add-recipientpermission
#   description: Add-RecipientPermission, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB305
#   severity: error
#   scopes: [grant]
#   why_severity: Add-ADPermission exists on-premises only, Add-RecipientPermission in Exchange Online only.
#   message: "{cmdlet} does not set Send As {side}"
#   phrases:
#     side:
#       cloud: in Exchange Online
#       on_premises: on-premises
#   remediation:
#   - where: exchange_online
#     command: Add-RecipientPermission -Identity {recipient} -Trustee {delegate} -AccessRights SendAs -Confirm:$false
#     when: {entry.applied_on: cloud}
#   - where: exchange_on_premises
#     command: Add-ADPermission -Identity {recipient_directory_name} -User {delegate} -AccessRights ExtendedRight -ExtendedRights "Send As"
#     when: {entry.applied_on: on_premises}
#   not_when:
#   - No cmdlet is declared.
#   - The entry exists already; how it was made does not matter.
#   existing: silent
#   fold: recipient
#   statements: [S1-11, S2-27]
#   tags: [send-as, procedure]
package hybridlint.send_as.send_as_wrong_cmdlet

import rego.v1

finding contains {"at": ["cmdlet"], "vars": {"side": input.entry.applied_on}} if {
	input.entry.permission == "send_as"
	does_not_fit
}

does_not_fit if {
	input.entry.cmdlet in {"Add-RecipientPermission", "Remove-RecipientPermission"}
	input.entry.applied_on == "on_premises"
}

does_not_fit if {
	input.entry.cmdlet in {"Add-ADPermission", "Remove-ADPermission"}
	input.entry.applied_on == "cloud"
}

does_not_fit if input.entry.cmdlet in {"Add-MailboxPermission", "Remove-MailboxPermission"}
