# METADATA
# title: Extra sign-in prompts are possible with a mailbox of the other side
# description: |-
#   A mailbox of the other side is opened with another endpoint, so classic Outlook may ask for credentials once more when the mailbox is first
#   opened. This holds for every Full Access between the sides.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/permissions
#   description: Permissions in Exchange hybrid deployments, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB211
#   severity: note
#   scopes: [grant]
#   profile: verbose
#   why_severity: Good to know; everything works.
#   message: "{delegate} may be asked to sign in again when {recipient} is first opened"
#   remediation:
#   - where: outlook
#     text: Nothing needs to be done; hybrid modern authentication is said to reduce the prompts.
#   not_when:
#   - Mailbox and delegate are in one forest, or in two on-premises forests.
#   - The profile verbose is off.
#   - The delegate is an application.
#   applications: silent
#   fold: recipient
#   statements: []
#   tags: [full-access, authentication]
package hybridlint.full_access.cross_premises_credential_prompt

import rego.v1

finding contains {"at": ["delegate"]} if {
	input.entry.permission == "full_access"
	input.acting.cross_premises
}
