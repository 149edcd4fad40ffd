# METADATA
# title: Sharing invitations from an Outlook without the fix of March 2019
# description: |-
#   Invitations to calendars for the other side or another organization can be accepted only if they were sent from an Outlook that has the
#   fix of March 2019.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/calendars/cannot-accept-external-sharing-invitation-in-outlook
#   description: Unable to accept an external sharing invitation, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# schemas:
# - input: schema.sharing_invitation
# custom:
#   id: HYB514
#   severity: warning
#   scopes: [sharing_invitation]
#   why_severity: The recipients cannot accept until the owner's Outlook is updated and sends again.
#   message: "{owner}'s Outlook lacks the fix of March 2019: {recipient} cannot accept its invitations"
#   remediation:
#   - where: outlook
#     text: Update the owner's Outlook and send the invitation again.
#   not_when:
#   - The owner's Outlook has the fix, or it is not declared.
#   - Owner and recipient are on one side.
#   fold: recipient
#   statements: [S1-25, S2-64]
#   since: Outlook of March 2019
#   tags: [calendar, sharing]
package hybridlint.folders.sharing_from_outdated_outlook

import rego.v1

finding contains {"at": ["sender_client_updated"]} if {
	input.invitation.relation in {"other_side", "other_organization"}
	input.invitation.sender_client_updated == false
}
