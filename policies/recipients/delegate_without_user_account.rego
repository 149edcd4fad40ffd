# METADATA
# title: Nobody can sign in as the delegate
# description: |-
#   Microsoft's articles on recipient permissions ask for delegates with a user account. The account of a shared, room or equipment
#   mailbox is disabled by default, so a permission that such a mailbox holds is stored, but nobody uses it.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/recipients/mailbox-permissions
#   description: Manage permissions for recipients in Exchange Server, checked 2026-08-27
# - ref: https://learn.microsoft.com/exchange/recipients-in-exchange-online/manage-permissions-for-recipients
#   description: Manage permissions for recipients in Exchange Online, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB816
#   severity: note
#   scopes: [grant, folder_grant, outlook_delegate]
#   why_severity: The permission is stored but useless.
#   message: "nobody signs in as {delegate}: its rights on {recipient} are useless"
#   remediation:
#   - where: recipient_home
#     text: Give the permission to the people, or to a mail-enabled security group of them.
#   - where: recipient_home
#     or: true
#     text: Declare account_enabled = true for {delegate}, if somebody does sign in (a licensed shared mailbox, a Teams room).
#   not_when:
#   - "The account is declared to be enabled: a licensed shared mailbox, a Teams room."
#   - The mailbox is linked to an account of another forest.
#   - The delegate is a group.
#   - The folder permission is None alone, which gives nothing.
#   fold: delegate
#   statements: [S3-16, S3-24, S3-32]
#   tags: [delegate-types]
package hybridlint.recipients.delegate_without_user_account

import data.hybridlint.inference.folder_rights
import rego.v1

finding contains {"at": ["delegate"]} if {
	account_disabled
	not folder_rights.none_alone
	not input.delegate.linked_master_account_declared
	not input.delegate.group
}

account_disabled if input.delegate.account_enabled == false

account_disabled if {
	not account_declared
	input.delegate.type in {"shared_mailbox", "room_mailbox", "equipment_mailbox"}
}

account_declared if is_boolean(input.delegate.account_enabled)
