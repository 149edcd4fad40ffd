# METADATA
# title: What holds for an invitation to a calendar
# description: |-
#   Which of the declared clients of a sharing invitation count. The new Outlook for Windows supports no on-premises Exchange accounts.
# related_resources:
# - ref: https://learn.microsoft.com/microsoft-365-apps/outlook/get-started/supported-account-types
#   description: Supported account types in the new Outlook for Windows, checked 2026-08-27
# schemas:
# - input: schema.sharing_invitation
package hybridlint.inference.invitation

import data.hybridlint.inference.clients
import rego.v1

# The client that accepts the invitation, but for one that HYB215 reports.
accepting_client := input.invitation.accepting_client if not unsupported[input.invitation.accepting_client]

# The clients that view the calendar, but for one that HYB215 reports.
viewing_clients := clients.listed(input.invitation.viewing_clients) - unsupported

# The new Outlook of somebody with an on-premises mailbox.
unsupported contains "new_outlook_windows" if input.invitation.recipient_on_premises_mailbox
