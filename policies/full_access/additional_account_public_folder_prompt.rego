# METADATA
# title: A second account prompts for legacy public folders
# description: |-
#   Where public folders are still legacy ones on-premises, classic Outlook tries to reach them on behalf of a cloud mailbox that is opened as a
#   second account, and keeps asking for credentials. Public folder access can be limited to the people who need it.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/user-and-shared-mailboxes/users-prompted-credentials-after-adding-shared-mailbox
#   description: Users are prompted for credentials after adding a shared mailbox, checked 2026-08-27
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/set-organizationconfig
#   description: Set-OrganizationConfig, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB214
#   severity: warning
#   scopes: [grant]
#   profile: extended
#   why_severity: The mailbox opens, but the prompts come back at each start.
#   message: "Classic Outlook will keep asking {delegate} for credentials: {recipient} is a second account and public folders are on-premises"
#   remediation:
#   - where: exchange_online
#     intro: First, for everybody who needs public folders
#     command: Set-CASMailbox -Identity <user> -PublicFolderClientAccess $true
#   - where: exchange_online
#     intro: For this mailbox
#     command: Set-CASMailbox -Identity {recipient} -PublicFolderClientAccess $false
#   - where: exchange_online
#     intro: Then let these values count
#     command: Set-OrganizationConfig -PublicFolderShowClientControl $true
#   not_when:
#   - The tenant controls access to public folders and the mailbox has none; one of the two alone changes nothing.
#   - Public folders are not legacy ones on-premises, or it is not declared where they are.
#   - The mailbox is opened in another way, or the access method is not declared.
#   - The mailbox is on-premises.
#   - The delegate is an application.
#   applications: silent
#   fold: recipient
#   statements: []
#   tags: [full-access, public-folders, authentication]
package hybridlint.full_access.additional_account_public_folder_prompt

import rego.v1

finding contains {"at": ["access_method"]} if {
	input.entry.permission == "full_access"
	input.recipient.home == "cloud"
	input.entry.access_method == "additional_account"
	input.organization.public_folders == "onprem_legacy"
	not kept_from_public_folders
}

# Either alone changes nothing.
kept_from_public_folders if {
	input.organization.public_folder_client_control
	not input.recipient.public_folder_client_access == true
}
