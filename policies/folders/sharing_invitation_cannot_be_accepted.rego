# METADATA
# title: A sharing invitation is accepted in a client that cannot
# description: |-
#   A calendar sharing invitation between Exchange Online and on-premises can be accepted in classic Outlook for Windows. Outlook for Mac and mobile
#   have no accept button that works. Outlook on the web works only where the owner is in the cloud and the recipient on-premises. The
#   monthly channel of classic Outlook for Windows showed a button that did not work for a cloud recipient (state of 2019).
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/calendars/cannot-accept-external-sharing-invitation-in-outlook
#   description: Unable to accept an external sharing invitation, checked 2026-08-27
# - ref: https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid
#   description: Overview of delegation in a Microsoft 365 hybrid environment, checked 2026-08-27
# schemas:
# - input: schema.sharing_invitation
# custom:
#   id: HYB512
#   severity: error
#   scopes: [sharing_invitation]
#   why_severity: There is no accept button that works.
#   message: "{recipient} cannot accept the invitation of {owner} in {client}"
#   phrases:
#     client:
#       outlook_mac: Outlook for Mac
#       outlook_ios: Outlook for iOS
#       outlook_android: Outlook for Android
#       owa: Outlook on the web
#       new_outlook_windows: the new Outlook for Windows
#       outlook_windows: the monthly channel of classic Outlook for Windows
#   remediation:
#   - where: outlook
#     text: Accept the invitation in classic Outlook for Windows, semi-annual channel or MSI.
#   not_when:
#   - Classic Outlook for Windows is used, of another channel than the monthly one or from a cloud owner to an on-premises recipient.
#   - Outlook on the web is used by an on-premises recipient for the calendar of a cloud owner; accepting works there.
#   - Owner and recipient are on one side, or in different organizations.
#   supersedes: [HYB513]
#   fold: recipient
#   statements: [S1-25, S2-64]
#   tags: [calendar, sharing]
package hybridlint.folders.sharing_invitation_cannot_be_accepted

import data.hybridlint.inference.invitation
import rego.v1

finding contains {"at": [place], "vars": {"client": input.invitation.accepting_client}} if {
	input.invitation.relation == "other_side"
	some place in button_does_not_work
}

button_does_not_work contains "accepting_client" if {
	input.invitation.accepting_client in {"outlook_mac", "outlook_ios", "outlook_android"}
}

button_does_not_work contains "accepting_client" if {
	invitation.accepting_client in {"owa", "new_outlook_windows"}
	from_on_premises_to_cloud
}

button_does_not_work contains "outlook_channel" if {
	input.invitation.accepting_client == "outlook_windows"
	input.invitation.outlook_channel == "c2r_monthly"
	from_on_premises_to_cloud
}

from_on_premises_to_cloud if {
	input.invitation.owner_home == "on_premises"
	input.invitation.recipient_home == "cloud"
}
