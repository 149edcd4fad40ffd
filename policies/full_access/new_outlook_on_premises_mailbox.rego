# METADATA
# title: The new Outlook is to be used for a mailbox on-premises
# description: |-
#   The new Outlook for Windows supports no on-premises Exchange accounts. Somebody whose own mailbox is on-premises cannot even add the
#   account there, whatever the permission and wherever the other mailbox is.
# related_resources:
# - ref: https://learn.microsoft.com/microsoft-365-apps/outlook/get-started/supported-account-types
#   description: Supported account types in the new Outlook for Windows, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB215
#   severity: error
#   scopes: [grant, folder_grant, outlook_delegate, invited_person]
#   why_severity: The new Outlook does not support on-premises Exchange accounts; the account cannot even be added.
#   message: "{who}: the new Outlook for Windows does not support it"
#   phrases:
#     who:
#       individual: "{delegate} has an on-premises mailbox"
#       group: people of {delegate} have on-premises mailboxes
#   remediation:
#   - where: outlook
#     text: Use classic Outlook for Windows or Outlook on the web.
#   - where: exchange_online
#     or: true
#     text: Move the mailbox of the person to the cloud.
#   not_when:
#   - The clients are not declared, or the new Outlook for Windows is not among them.
#   - The person's own mailbox is in the cloud; HYB202, HYB405, HYB606 and HYB607 look at the new Outlook then.
#   - The delegate has no mailbox, or is Default or Anonymous; a group is invited.
#   - The delegate is an application. Beside clients of applications alone the new Outlook is found all the same.
#   fold: delegate
#   statements: []
#   tags: [clients, new-outlook]
package hybridlint.full_access.new_outlook_on_premises_mailbox

import data.hybridlint.inference.entry as inference
import rego.v1

finding contains {"at": ["clients"], "vars": {"who": who}} if {
	inference.new_outlook_unsupported
	not invited_group
}

# An invitation is accepted in one mailbox.
invited_group if {
	input.entry.kind == "sharing_invitation"
	input.delegate.group
}

default who := "individual"

who := "group" if input.delegate.group
