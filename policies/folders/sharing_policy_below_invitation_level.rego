# METADATA
# title: An invitation shares more than the sharing policy allows
# description: |-
#   The sharing policy of the owner's mailbox limits how much of a calendar can be shared with another domain. Outlook refuses to send an
#   invitation that asks for more.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/calendars/policy-permissions-issue
#   description: Policy does not allow granting permissions at this level, checked 2026-08-27
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/set-sharingpolicy
#   description: Set-SharingPolicy, checked 2026-08-27
# schemas:
# - input: schema.sharing_invitation
# custom:
#   id: HYB516
#   severity: error
#   scopes: [sharing_invitation]
#   profile: extended
#   why_severity: Outlook refuses to send the invitation.
#   message: "{owner} may share at most {policy_max_level}, the invitation asks for {level}"
#   remediation:
#   - where: outlook
#     text: Share less, at most {policy_max_level}.
#   - where: recipient_home
#     or: true
#     intro: Raise the policy of the owner
#     command: Get-Mailbox -Identity {owner} | Format-List SharingPolicy
#   - where: recipient_home
#     intro: The value replaces the list, so name every other domain of the policy too, and keep the other actions of this one, such as ContactsSharing
#     command: 'Set-SharingPolicy -Identity <policy> -Domains "<domain>: CalendarSharingFreeBusyReviewer","<every other entry>"'
#     when: {invitation.level: Reviewer}
#   - where: recipient_home
#     intro: The value replaces the list, so name every other domain of the policy too, and keep the other actions of this one, such as ContactsSharing
#     command: 'Set-SharingPolicy -Identity <policy> -Domains "<domain>: CalendarSharingFreeBusyDetail","<every other entry>"'
#     when: {invitation.level: LimitedDetails}
#   not_when:
#   - Owner and recipient are on one side.
#   - The level of the invitation or the highest level of the policy is not declared.
#   fold: recipient
#   statements: []
#   tags: [calendar, sharing]
package hybridlint.folders.sharing_policy_below_invitation_level

import rego.v1

rank := {"AvailabilityOnly": 1, "LimitedDetails": 2, "Reviewer": 3}

finding contains {"at": ["level"]} if {
	input.invitation.relation in {"other_side", "other_organization"}
	rank[input.invitation.level] > rank[input.invitation.policy_max_level]
}
