# METADATA
# title: The object of a cloud mailbox has another type than the mailbox
# description: |-
#   What a mailbox in Exchange Online is, its on-premises object says too: RemoteUserMailbox, RemoteSharedMailbox, RemoteRoomMailbox or
#   RemoteEquipmentMailbox. Where the two differ, the type has to be set on both sides, or a synchronization can turn the mailbox back.
# related_resources:
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/set-remotemailbox
#   description: Set-RemoteMailbox, checked 2026-08-27
# - ref: https://support.microsoft.com/help/2710029
#   description: Shared mailboxes are unexpectedly converted to user mailboxes after directory synchronization, checked 2026-08-27
# schemas:
# - input: schema.recipient
# custom:
#   id: HYB117
#   severity: warning
#   scopes: [recipient]
#   why_severity: Both work for now. But a synchronization can turn the mailbox back, and a shared mailbox without a licence that turns into a user mailbox is disconnected and loses its contents 30 days later.
#   message: "{recipient} is {a_recipient_type} in the cloud, but a {details} in {forest}"
#   phrases:
#     details: {}
#   remediation:
#   - where: exchange_on_premises
#     text: The Exchange attributes of {recipient} are managed in the cloud, and the type is written from there where the write-back job runs; let it run first.
#     when: {recipient.exchange_attributes_managed_in: cloud}
#   - where: exchange_on_premises
#     intro: To fit the mailbox
#     command: Set-RemoteMailbox -Identity {recipient} -Type Regular
#     when: {recipient.type: user_mailbox}
#   - where: exchange_on_premises
#     intro: To fit the mailbox (Exchange 2013 CU21, 2016 CU10, or 2019 or later, after setup /PrepareAD)
#     command: Set-RemoteMailbox -Identity {recipient} -Type Shared
#     if: it is a shared mailbox, and that forest runs Exchange 2013 or later, or its version is not declared
#     when:
#       recipient.type: shared_mailbox
#       forest.exchange_version: ["!2010", "!2007", "!2003"]
#   - where: exchange_on_premises
#     intro: To fit the mailbox
#     command: Set-RemoteMailbox -Identity {recipient} -Type Room
#     when: {recipient.type: room_mailbox}
#   - where: exchange_on_premises
#     intro: To fit the mailbox
#     command: Set-RemoteMailbox -Identity {recipient} -Type Equipment
#     when: {recipient.type: equipment_mailbox}
#   - where: exchange_online
#     or: true
#     intro: If the mailbox is what is wrong
#     command: Set-Mailbox -Identity {recipient} -Type Regular
#     when: {details: RemoteUserMailbox}
#   - where: exchange_online
#     or: true
#     intro: If the mailbox is what is wrong
#     command: Set-Mailbox -Identity {recipient} -Type Shared
#     when: {details: RemoteSharedMailbox}
#   - where: exchange_online
#     or: true
#     intro: If the mailbox is what is wrong
#     command: Set-Mailbox -Identity {recipient} -Type Room
#     when: {details: RemoteRoomMailbox}
#   - where: exchange_online
#     or: true
#     intro: If the mailbox is what is wrong
#     command: Set-Mailbox -Identity {recipient} -Type Equipment
#     when: {details: RemoteEquipmentMailbox}
#   not_when:
#   - The two fit, or the type of the object is not declared.
#   - The object is a plain mail user, which says nothing about the type, or is declared missing.
#   - The mailbox is on-premises, or is an arbitration or discovery mailbox.
#   fold: forest
#   statements: []
#   tags: [remote-mailbox, recipient-types]
package hybridlint.topology.recipient_type_differs_between_sides

import rego.v1

finding contains {"at": ["object", "recipient_type_details"], "vars": {"details": details}} if {
	input.recipient.home == "cloud"
	not input.object.in_cloud
	not input.object.exists == false
	details := input.object.recipient_type_details
	details != "MailUser"
	details != fitting[input.recipient.type]
}

# What the object of each type is.
fitting := {
	"user_mailbox": "RemoteUserMailbox",
	"shared_mailbox": "RemoteSharedMailbox",
	"room_mailbox": "RemoteRoomMailbox",
	"equipment_mailbox": "RemoteEquipmentMailbox",
}
