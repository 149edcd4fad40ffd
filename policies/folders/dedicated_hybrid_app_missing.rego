# METADATA
# title: The forest has no dedicated Exchange hybrid application
# description: |-
#   Exchange on-premises asks Exchange Online for free/busy, MailTips and photos with an application of its own in Entra. The service
#   principal that all organizations shared is blocked for good since 2025-10-31. The application has to be created and enabled;
#   created without being enabled it does nothing. Requests of cloud users to on-premises are not concerned.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/hybrid-deployment/deploy-dedicated-hybrid-app
#   description: Deploy the dedicated Exchange hybrid app, checked 2026-08-27
# schemas:
# - input: schema.forest
# custom:
#   id: HYB517
#   severity: warning
#   scopes: [forest]
#   why_severity: Users on-premises see no free/busy, MailTips and photos of cloud users; mail and delegation go on.
#   message: "{forest} has no dedicated Exchange hybrid application: its users see no free/busy, MailTips and photos of cloud users"
#   remediation:
#   - where: exchange_on_premises
#     text: Install the hotfix update of April 2025 or a later update on the Exchange servers.
#   - where: exchange_on_premises
#     intro: On a mailbox server, with rights in Entra; it creates and enables the application
#     command: .\ConfigureExchangeHybridApplication.ps1 -FullyConfigureExchangeHybridApplication
#   - where: exchange_on_premises
#     or: true
#     text: Run the current Hybrid Configuration wizard.
#   not_when:
#   - The application is there and enabled, or nothing is declared about it.
#   - The forest, or the cloud, holds no mailbox, arbitration and discovery mailboxes aside.
#   fold: forest
#   statements: []
#   tags: [free-busy, organization]
package hybridlint.folders.dedicated_hybrid_app_missing

import rego.v1

finding contains {"at": ["dedicated_hybrid_app"]} if {
	input.forest.dedicated_hybrid_app == false
	input.forest.holds_mailbox
	input.organization.cloud_holds_mailbox
}
