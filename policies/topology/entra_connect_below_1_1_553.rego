# METADATA
# title: Entra Connect is too old to write Send on Behalf back
# description: |-
#   Entra Connect can write publicDelegates, which holds Send on Behalf, back to on-premises Active Directory from release 1.1.553.0 on.
#   That release added the rule "Out to AD - User Exchange Hybrid PublicDelegates writeback".
# related_resources:
# - ref: https://learn.microsoft.com/entra/identity/hybrid/connect/reference-connect-version-history-archive#115530
#   description: Entra Connect version history archive, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/delegate-cannot-send-on-behalf-of-after-migration
#   description: Delegate can't send on behalf of after migration, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/permissions
#   description: Permissions in Exchange hybrid deployments, checked 2026-08-27
# - ref: https://learn.microsoft.com/entra/identity/hybrid/connect/reference-connect-sync-attributes-synchronized#exchange-hybrid-writeback
#   description: Attributes synchronized by Entra Connect, Exchange hybrid writeback, checked 2026-08-27
# schemas:
# - input: schema.directory_sync
# custom:
#   id: HYB101
#   severity: warning
#   scopes: [directory_sync]
#   why_severity: The write-back is missing whatever else is done; that such a version no longer synchronizes at all is HYB116, an error beside this one.
#   message: "Entra Connect {version} cannot write Send on Behalf back; 1.1.553.0 is the first that can"
#   remediation:
#   - where: entra_connect
#     text: Upgrade to the current version, 2.5.190.0 or later; the installer is in the Entra admin center only. The upgrade triggers a full import and a full synchronization.
#   not_when:
#   - The version is 1.1.553.0 or later, or not declared; versions are compared as numbers.
#   - There is no block for Entra Connect; the agent version of cloud sync is another number.
#   - All mailboxes are on one side.
#   fold: none
#   statements: [S0-12, S0-24, S1-03, S1-04, S2-04]
#   since: Entra Connect 1.1.553.0
#   tags: [directory-sync, send-on-behalf]
package hybridlint.topology.entra_connect_below_1_1_553

import data.hybridlint.inference.directory_sync as inference
import rego.v1

finding contains {"at": ["version"]} if {
	input.engine == "entra_connect"
	input.organization.mailboxes_on_both_sides
	inference.older_than_write_back
}
