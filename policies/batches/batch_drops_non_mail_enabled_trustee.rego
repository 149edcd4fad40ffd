# METADATA
# title: A batch drops the permission of somebody who is not mail-enabled in Exchange Online
# description: |-
#   A move migrates the permissions of principals that are mail-enabled in Exchange Online. Those of accounts and security
#   groups that are not mail-enabled, and of recipients that are not synchronized, are left behind; security groups that are
#   not mail-enabled are not even synchronized to Exchange Online.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/exchange-hybrid#exchange-hybrid-deployment-considerations
#   description: Exchange Server hybrid deployments, considerations, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/groups-and-distribution-lists/on-premises-security-groups-not-synced-to-exchange-online
#   description: On-premises security groups not synced, not mail-enabled, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB708
#   severity: error
#   scopes: [batch_entry]
#   why_severity: The access is lost when the batch completes.
#   message: "{recipient_batch} drops the rights of {delegate} on {recipient}: it is not mail-enabled in Exchange Online"
#   remediation:
#   - where: active_directory
#     intro: Mail-enable the group
#     command: Set-ADGroup -Identity {delegate_account} -GroupScope Universal
#     if: it is not known to be a universal group
#     when: {delegate.type: security_group, delegate.group_scope: "!universal"}
#   - where: exchange_on_premises
#     command: Enable-DistributionGroup -Identity {delegate}
#     when: {delegate.type: security_group}
#   - where: exchange_on_premises
#     text: Mail-enable {delegate}.
#     when: {delegate.type: user_account}
#   - where: entra_connect
#     text: Synchronize {delegate} to Exchange Online before the batch completes.
#   - where: exchange_on_premises
#     or: true
#     text: Give the permission to somebody who is mail-enabled and synchronized.
#   not_when:
#   - The delegate is mail-enabled and synchronized, be it a mail-enabled security group.
#   - It is not known whether the delegate exists in Exchange Online.
#   - The folder permission is None alone, which gives nothing.
#   - The recipient does not move to the cloud.
#   supersedes: [HYB802, HYB806]
#   supersedes_notes: [HYB802]
#   supersedes_on: moved_entry
#   fold: delegate
#   statements: []
#   tags: [migration, delegate-types]
package hybridlint.batches.batch_drops_non_mail_enabled_trustee

import data.hybridlint.inference.entry as inference
import data.hybridlint.inference.folder_rights
import rego.v1

finding contains {"at": ["members"]} if {
	input.batch.recipient_moves_to == "cloud"
	not folder_rights.none_alone
	not_mail_enabled_in_the_cloud
}

not_mail_enabled_in_the_cloud if input.delegate.type in {"user_account", "security_group"}

not_mail_enabled_in_the_cloud if {
	input.delegate.declared
	inference.delegate_exists == "no"
}
