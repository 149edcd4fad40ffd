# METADATA
# title: The object of a resource is stamped as an ACLable user mailbox
# description: |-
#   Only user mailboxes (shared ones among them) are to be stamped as ACLable. The stamp overwrites the display type that says room or
#   equipment. That the All Rooms list filters on that type, so that the room drops out of it, is an inference. The display types of rooms and equipment (-2147481850, -2147481594) are known from
#   tables of the community, not from Microsoft.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/hybrid-deployment/set-up-delegated-mailbox-permissions
#   description: Configure Exchange to support delegated mailbox permissions in a hybrid deployment, checked 2026-08-27
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/set-remotemailbox
#   description: Set-RemoteMailbox, checked 2026-08-27
# schemas:
# - input: schema.recipient
# custom:
#   id: HYB111
#   severity: warning
#   scopes: [recipient]
#   why_severity: The stamp is unsupported, and it overwrites the display type of a resource.
#   message: "{recipient} is a resource, but its object in {forest} is stamped as an ACLable user mailbox"
#   remediation:
#   - where: exchange_on_premises
#     intro: In {forest}, in exactly this form; then look at msExchRecipientDisplayType
#     command: Set-RemoteMailbox -Identity {recipient} -ACLableSyncedObjectEnabled:$false
#     if: that forest runs Exchange 2013 or later, or its version is not declared
#     when: {forest.exchange_version: ["!2010", "!2007", "!2003"]}
#   - where: active_directory
#     intro: Where it is still -1073741818
#     command: Get-ADUser -Identity <user> | Set-ADObject -Replace @{msExchRecipientDisplayType=-2147481850}
#     when: {recipient.type: room_mailbox}
#   - where: active_directory
#     intro: Where it is still -1073741818
#     command: Get-ADUser -Identity <user> | Set-ADObject -Replace @{msExchRecipientDisplayType=-2147481594}
#     when: {recipient.type: equipment_mailbox}
#   not_when:
#   - The mailbox is a user or shared mailbox; both may be ACLable.
#   - The object has another display type, or it is not declared.
#   - The resource is on-premises, or its object is no remote room or equipment mailbox.
#   fold: forest
#   statements: [S1-03]
#   precision: medium
#   tags: [aclable, resources]
package hybridlint.topology.resource_object_stamped_aclable

import rego.v1

# ACLableSyncedMailboxUser.
aclable_user_mailbox := -1073741818

finding contains {"at": ["object", "recipient_display_type"]} if {
	input.recipient.resource_mailbox
	input.recipient.home == "cloud"
	remote_resource
	input.object.recipient_display_type == aclable_user_mailbox
}

# What the object is follows from the recipient where it is not declared.
remote_resource if not input.object.recipient_type_details

remote_resource if input.object.recipient_type_details in {"RemoteRoomMailbox", "RemoteEquipmentMailbox"}
