# METADATA
# title: Add-ADPermission is called with something other than the Name or the distinguished name
# description: |-
#   The Identity parameter of Add-ADPermission and Remove-ADPermission takes the Name or the distinguished name of the recipient.
#   The Name may or may not be the display name. Other identifiers are not found.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/recipients/mailbox-permissions
#   description: Manage permissions for recipients in Exchange Server, checked 2026-08-27
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/add-adpermission
#   description: Add-ADPermission, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB902
#   severity: error
#   scopes: [grant]
#   why_severity: The object is not found.
#   message: "{cmdlet} finds {recipient} by Name or DN only, not by {kind}"
#   phrases:
#     kind:
#       email: e-mail address
#       upn: user principal name
#       alias: alias
#       sam_account_name: SAM account name
#       guid: GUID
#       display_name: display name
#       legacy_dn: legacyExchangeDN
#   remediation:
#   - where: exchange_on_premises
#     intro: Use one of these two
#     command: Get-Recipient -Identity {recipient} | Format-List Name,DistinguishedName
#   edits: {identity_kind: dn}
#   not_when:
#   - The identity is a Name or a distinguished name, or is not declared.
#   - The identity is the display name, and the recipient's display name equals its Name.
#   - Another cmdlet is used; the others accept the usual identifiers.
#   - The command is run in Exchange Online, where the cmdlet does not exist; HYB305 reports that.
#   - The entry exists already; how it was made does not matter.
#   existing: silent
#   fold: recipient
#   statements: [S3-60, S3-61, S3-62, S3-63]
#   tags: [procedure, send-as]
package hybridlint.procedure.send_as_identity_not_name_or_dn

import rego.v1

finding contains {"at": ["identity_kind"], "vars": {"kind": input.entry.identity_kind}} if {
	input.entry.permission == "send_as"
	input.entry.applied_on == "on_premises"
	input.entry.cmdlet in {"Add-ADPermission", "Remove-ADPermission"}
	input.entry.identity_kind in {"email", "upn", "alias", "sam_account_name", "guid", "display_name", "legacy_dn"}
	not named_by_display_name
}

named_by_display_name if {
	input.entry.identity_kind == "display_name"
	input.recipient.display_name_is_name
}
