# METADATA
# title: No usable organization relationship for free/busy
# description: |-
#   Free/busy between Exchange Online and on-premises is answered by the side that holds the mailbox, as far as its organization
#   relationship to the asking side exists, is enabled, allows free/busy access and names the asking person's domain. An enabled
#   intra-organization connector is used before it.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/calendars/cannot-view-freebusy-information-for-remote-user
#   description: Can't view free/busy information for a remote user, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/calendars/users-can-see-only-basic-freebusy-mailbox-information
#   description: Users can see only basic free/busy mailbox information in a remote forest, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/move-mailboxes/cannot-see-free-busy-information
#   description: Users can't see free/busy information after a mailbox is moved, checked 2026-08-27
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/new-intraorganizationconnector
#   description: New-IntraOrganizationConnector, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# schemas:
# - input: schema.organization_relationship
# custom:
#   id: HYB508
#   severity: warning
#   scopes: [organization_relationship]
#   why_severity: Free/busy fails; mail and delegation do not.
#   message: "users in {requesting} get no free/busy from {answering}: {cause}"
#   phrases:
#     cause:
#       missing: there is no organization relationship
#       disabled: the organization relationship is disabled
#       access_off: free/busy access is off
#       level_none: the free/busy access level is None
#       domain_missing: the relationship lists none of the domains of a mailbox that asks
#     level: {}
#   remediation:
#   - where: recipient_home
#     command: Set-OrganizationRelationship -Identity <name> -Enabled $true
#     when: {cause: disabled}
#   - where: recipient_home
#     command: Set-OrganizationRelationship -Identity <name> -FreeBusyAccessEnabled $true
#     when: {cause: access_off, level: declared}
#   - where: recipient_home
#     command: Set-OrganizationRelationship -Identity <name> -FreeBusyAccessEnabled $true -FreeBusyAccessLevel AvailabilityOnly
#     when: {cause: access_off, level: too_low}
#   - where: recipient_home
#     intro: The least that helps; LimitedDetails also shows subject and location, which the organization has to decide
#     command: Set-OrganizationRelationship -Identity <name> -FreeBusyAccessLevel AvailabilityOnly
#     when: {cause: level_none}
#   - where: recipient_home
#     command: Set-OrganizationRelationship -Identity <name> -DomainNames @{Add="<domain>"}
#     when: {cause: domain_missing}
#   - where: exchange_on_premises
#     text: Run the Hybrid Configuration wizard again; it creates the relationship on both sides.
#     when: {cause: missing}
#   not_when:
#   - The relationship is not declared.
#   - free_busy_access_enabled is not declared; that is unknown, not off.
#   - An enabled intra_organization_connector of the same holder to the same target is declared; it is used first.
#   - The addresses of the mailboxes that ask are not declared.
#   - A cloud mailbox that asks has an address in the routing domain, and that domain is listed; requests use it.
#   - The forest, or the cloud, holds no mailbox, arbitration and discovery mailboxes aside.
#   fold: forest
#   statements: [S2-53]
#   tags: [free-busy, organization]
package hybridlint.folders.organization_relationship_free_busy_off

import rego.v1

finding contains {"at": [place], "vars": {"cause": {cause | some [_, cause] in faults}, "level": level}} if {
	input.relationship.both_hold_mailbox
	not input.relationship.connector_enabled
	[place, _] := faults[0]
}

# A declared level is the organization's choice, unless it is None.
level := "declared" if {
	input.relationship.free_busy_access_level != "None"
} else := "too_low"

# All reasons for which a request is not answered, and where they are declared. The finding lies at the first of them.
faults := [["exists", "missing"]] if {
	not input.relationship.exists
} else := [fault |
	some fault in [
		["enabled", "disabled"],
		["free_busy_access_enabled", "access_off"],
		["free_busy_access_level", "level_none"],
		["domain_names", "domain_missing"],
	]
	at_fault[fault[1]]
]

at_fault contains "disabled" if not input.relationship.enabled

at_fault contains "access_off" if access_off

# Where access is off, its fix sets the level too.
at_fault contains "level_none" if {
	not access_off
	input.relationship.free_busy_access_level == "None"
}

at_fault contains "domain_missing" if input.relationship.requester_outside_domain_names

access_off if input.relationship.free_busy_access_enabled == false
