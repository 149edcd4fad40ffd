# METADATA
# title: Send As is declared as given by a user
# description: |-
#   Send As is granted by administrators, in the Exchange admin center or in PowerShell. Outlook offers no way to give it, and the
#   owner of a mailbox cannot.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB306
#   severity: error
#   scopes: [grant]
#   why_severity: There is no such operation.
#   message: "Send As on {recipient} cannot be given {how}"
#   phrases:
#     how:
#       owner: by its owner
#       outlook: in Outlook
#       owa: in Outlook on the web
#   remediation:
#   - where: exchange_online
#     command: Add-RecipientPermission -Identity {recipient} -Trustee {delegate} -AccessRights SendAs -Confirm:$false
#     when: {entry.applied_on: cloud}
#   - where: exchange_on_premises
#     command: Add-ADPermission -Identity {recipient_directory_name} -User {delegate} -AccessRights ExtendedRight -ExtendedRights "Send As"
#     when: {entry.applied_on: on_premises}
#   not_when:
#   - The channel is the Exchange admin center, PowerShell or the Microsoft 365 admin center, or is not declared.
#   - The entry exists already; how it was made does not matter.
#   existing: silent
#   fold: recipient
#   statements: [S1-09, S1-10, S1-18, S2-26, S2-40, S3-01]
#   tags: [send-as, procedure]
package hybridlint.send_as.send_as_not_granted_by_admin

import rego.v1

finding contains {"at": [given.at], "vars": {"how": given.how}} if {
	input.entry.permission == "send_as"
	given := given_by_a_user
}

given_by_a_user := {"at": "channel", "how": input.entry.channel} if {
	input.entry.channel in {"outlook", "owa"}
} else := {"at": "granted_by", "how": "owner"} if {
	input.entry.granted_by in {"owner", "recipient"}
}
