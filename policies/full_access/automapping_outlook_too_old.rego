# METADATA
# title: Outlook is too old to auto-map a mailbox after a hybrid move
# description: |-
#   After a mailbox or its delegate has moved between the sides, Outlook 2010 and 2013 find auto-mapped mailboxes only with the update
#   of May 2015 or later.
# related_resources:
# - ref: https://support.microsoft.com/help/3080561
#   description: Auto-mapping doesn't work as expected in a hybrid environment, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: HYB208
#   severity: warning
#   scopes: [grant]
#   profile: extended
#   why_severity: Only the old client is affected.
#   message: "Outlook {outlook_version} of {outlook_update_date} cannot auto-map {recipient} for {delegate} after the move; the May 2015 update can"
#   remediation:
#   - where: outlook
#     text: Update Outlook to the version of May 2015 or later, better to a version that is still supported.
#   not_when:
#   - Outlook is 2016 or later, or has the update of May 2015.
#   - Version or date of the update is not declared.
#   - Neither the mailbox nor the delegate was moved.
#   - Auto-mapping is declared off, or another access method is declared.
#   - The delegate is a group.
#   - The delegate is an application.
#   applications: silent
#   fold: recipient
#   statements: []
#   since: Outlook 2010 and 2013
#   tags: [full-access, auto-mapping, clients]
package hybridlint.full_access.automapping_outlook_too_old

import rego.v1

finding contains {"at": ["update_date"]} if {
	input.entry.permission == "full_access"
	not input.delegate.group
	not input.entry.auto_mapping == false
	moved
	not opened_otherwise
	input.entry.outlook_version in {"2010", "2013"}
	input.entry.outlook_update_date < "2015-05-01"
}

moved if input.recipient.provisioned_by == "migration"

moved if input.delegate.provisioned_by == "migration"

opened_otherwise if input.entry.access_method != "automap"
