# METADATA
# title: Send As is expected to be synchronized
# description: |-
#   Neither Entra Connect nor cloud sync carries Send As from one side to the other. It has to be granted on both sides.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/permissions
#   description: Permissions in Exchange hybrid deployments, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB304
#   severity: error
#   scopes: [grant]
#   why_severity: Directory synchronization never carries Send As.
#   message: "Send As on {recipient} relies on {engine}, which never carries Send As"
#   phrases:
#     engine:
#       entra_connect: Entra Connect
#       cloud_sync: cloud sync
#       directory_sync: directory synchronization
#   remediation:
#   - where: exchange_online
#     intro: Set it on both sides, best by one script
#     command: Add-RecipientPermission -Identity {recipient} -Trustee {delegate} -AccessRights SendAs -Confirm:$false
#   - where: exchange_on_premises
#     command: Add-ADPermission -Identity {recipient_directory_name} -User {delegate} -AccessRights ExtendedRight -ExtendedRights "Send As"
#     if: there is an on-premises forest, and the recipient is no Microsoft 365 group
#     when: {organization.on_premises_forest: "true", recipient.type: "!m365_group"}
#   - where: exchange_on_premises
#     text: Then declare replication = "manual", and both sides in present_in.
#   edits: {replication: manual}
#   not_when:
#   - The replication is manual or not declared.
#   supersedes: [HYB302]
#   fold: recipient
#   statements: [S1-14, S2-30]
#   tags: [send-as, directory-sync]
package hybridlint.send_as.send_as_relies_on_sync

import rego.v1

finding contains {"at": ["replication"], "vars": {"engine": input.entry.replication}} if {
	input.entry.permission == "send_as"
	input.entry.replication in {"entra_connect", "cloud_sync", "directory_sync"}
}
