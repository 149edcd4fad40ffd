# METADATA
# title: An exception has expired
# description: |-
#   The expiration of an exception is past, so it no longer hides anything. Its last valid day is the date itself, in UTC. With
#   `warn_days` in the settings it is told as a note before, while it still hides findings.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# schemas:
# - input: schema.exception
# custom:
#   id: HYB002
#   severity: warning
#   scopes: [exception]
#   why_severity: What it waived is reported again, and somebody promised to have mended it by then.
#   message: "this exception for {rule} {end}: mend what it waives, or renew it with a new reason"
#   phrases:
#     end:
#       past: expired on {expiration} and no longer hides anything
#       near: ends after {expiration}
#   not_when:
#   - The expiration is today or later and further away than `warn_days` of the settings, or none is declared.
#   fold: none
#   statements: []
#   tags: [exceptions]
package hybridlint.configuration.expired_exception

import rego.v1

finding contains {"at": ["expiration"], "vars": {"end": "past"}} if input.exception.expired

finding contains {"at": ["expiration"], "severity": "note", "vars": {"end": "near"}} if input.exception.ends_soon
