# METADATA
# title: A group is resource delegate of an on-premises room and has a member in the cloud
# description: |-
#   Meeting requests for an on-premises room are sent on to its resource delegates. Without TNEF for the remote domain of the tenant
#   they appear in the own calendar of a delegate in the cloud, and the answers come from that person and not from the room.
# related_resources:
# - ref: https://learn.microsoft.com/troubleshoot/exchange/calendars/meeting-requests-sent-to-resource-mailbox-added-to-resource-delegate-calendar
#   description: Meeting requests sent to a resource mailbox are added to the calendar of a resource delegate, checked 2026-08-27
# - ref: https://learn.microsoft.com/powershell/module/exchangepowershell/set-remotedomain
#   description: Set-RemoteDomain, checked 2026-08-27
# schemas:
# - input: schema.resource_delegate
# custom:
#   id: HYB518
#   severity: note
#   scopes: [resource_delegate]
#   profile: extended
#   why_severity: It depends on the remote domain, which is not declared.
#   message: "{group}, resource delegate of {recipient}, has the cloud member {member}: meeting requests may land in that member's calendar"
#   remediation:
#   - where: exchange_on_premises
#     command: Set-RemoteDomain -Identity <remote domain of the tenant> -TNEFEnabled $true
#   - where: exchange_on_premises
#     or: true
#     intro: Name the people; the value replaces the list
#     command: Set-CalendarProcessing -Identity {recipient} -ResourceDelegates <list>
#   not_when:
#   - People are named one by one.
#   - The group has no declared member, or no mailbox in the cloud among them.
#   - The room or equipment mailbox is in the cloud.
#   fold: recipient
#   statements: []
#   tags: [calendar, resource-mailboxes]
package hybridlint.folders.resource_delegate_group_with_cloud_member

import rego.v1

finding contains {"at": ["resource_delegates"]} if {
	input.recipient.resource_mailbox
	input.recipient.home == "on_premises"
	input.delegate.group
	input.member_in_cloud
}
