# METADATA
# title: An exception matches no finding
# description: |-
#   An exception block or an ignore comment hides nothing, because what it waives is gone or because it names the wrong rule,
#   recipient, delegate, batch or forest. Left in place it would hide the next finding that happens to match.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# schemas:
# - input: schema.exception
# custom:
#   id: HYB001
#   severity: warning
#   scopes: [exception]
#   why_severity: Nothing is wrong in the organization, but the waiver would silently hide a later finding.
#   message: "this exception for {rule} matches no finding: correct or remove it"
#   not_when:
#   - The rule did not run, because it is disabled or belongs to another profile.
#   - The run was not complete.
#   - It hides at least one finding.
#   fold: none
#   statements: []
#   tags: [exceptions]
package hybridlint.configuration.unused_exception

import rego.v1

finding contains {"at": []} if {
	input.exception.judged
	not input.exception.used
}
