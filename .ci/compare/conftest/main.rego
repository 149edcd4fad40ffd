# Ten rules of hybridlint as people write them for conftest: each with a name of its own, which is what an exception of conftest
# names.
package main

import data.organization
import rego.v1

deny_HYB201 contains sprintf("HYB201 grant full_access %s on %s", [delegate, grant.recipient]) if {
	some file in organization.files
	some grant in file.grant.full_access
	grant.channel in {"outlook", "owa"}
	some delegate in organization.delegates(grant)
	organization.declared(delegate)
}

deny_HYB206 contains sprintf("HYB206 grant full_access %s on %s", [delegate, grant.recipient]) if {
	some file in organization.files
	some grant in file.grant.full_access
	opens_by_itself(grant)
	mailbox := organization.mailboxes[grant.recipient]
	not organization.resource(mailbox)
	not organization.hidden(mailbox)
	some delegate in organization.delegates(grant)
	person := organization.mailboxes[delegate]
	organization.crosses(mailbox, person)
	not organization.application(person)
}

opens_by_itself(grant) if grant.auto_mapping == true

opens_by_itself(grant) if {
	object.get(grant, "auto_mapping", null) == null
	object.get(grant, "access_method", "automap") == "automap"
}

deny_HYB207 contains sprintf("HYB207 grant full_access %s on %s", [delegate, grant.recipient]) if {
	some file in organization.files
	some grant in file.grant.full_access
	grant.auto_mapping == true
	some delegate in organization.delegates(grant)
	delegate in organization.groups
}

deny_HYB301 contains sprintf("HYB301 grant send_as %s on %s", [delegate, grant.recipient]) if {
	some file in organization.files
	some grant in file.grant.send_as
	mailbox := organization.mailboxes[grant.recipient]
	some delegate in organization.delegates(grant)
	organization.crosses(mailbox, organization.mailboxes[delegate])
}

deny_HYB302 contains sprintf("HYB302 grant send_as %s on %s", [delegate, grant.recipient]) if {
	some file in organization.files
	some grant in file.grant.send_as
	mailbox := organization.mailboxes[grant.recipient]
	some delegate in organization.delegates(grant)
	person := organization.mailboxes[delegate]
	organization.crosses(mailbox, person)
	not person.block.home in organization.present_in(grant)
}

deny_HYB303 contains sprintf("HYB303 grant send_as %s on %s", [delegate, grant.recipient]) if {
	some file in organization.files
	some grant in file.grant.send_as
	mailbox := organization.mailboxes[grant.recipient]
	some delegate in organization.delegates(grant)
	person := organization.mailboxes[delegate]
	organization.crosses(mailbox, person)
	person.block.home in organization.present_in(grant)
	not mailbox.block.home in organization.present_in(grant)
}

deny_HYB406 contains sprintf("HYB406 grant send_on_behalf %s on %s", [delegate, grant.recipient]) if {
	some file in organization.files
	some grant in file.grant.send_on_behalf
	mailbox := organization.mailboxes[grant.recipient]
	some delegate in organization.delegates(grant)
	person := organization.mailboxes[delegate]
	[grant.recipient, delegate, person.block.home] in organization.send_as
	not answers_for(mailbox, delegate)
}

answers_for(mailbox, delegate) if {
	organization.resource(mailbox)
	delegate in mailbox.block.resource_delegates
}

deny_HYB501 contains sprintf(`HYB501 grant folder %s on %s:\%s`, [delegate, grant.recipient, grant.folder]) if {
	some file in organization.files
	some grant in file.grant.folder
	mailbox := organization.mailboxes[grant.recipient]
	some delegate in organization.delegates(grant)
	person := organization.mailboxes[delegate]
	organization.crosses(mailbox, person)
	not organization.application(person)
	not [grant.recipient, delegate] in organization.outlook_delegates
}

deny_HYB804 contains sprintf("HYB804 grant send_on_behalf %s on %s", [delegate, grant.recipient]) if {
	some file in organization.files
	some grant in file.grant.send_on_behalf
	grant.channel == "eac"
	organization.planned(grant)
	organization.mailboxes[grant.recipient].type == "shared_mailbox"
	some delegate in organization.delegates(grant)
	organization.declared(delegate)
}

deny_HYB902 contains sprintf("HYB902 grant send_as %s on %s", [delegate, grant.recipient]) if {
	some file in organization.files
	some grant in file.grant.send_as
	grant.cmdlet in {"Add-ADPermission", "Remove-ADPermission"}
	grant.applied_on != "cloud"
	grant.identity_kind in {"email", "upn", "alias", "sam_account_name", "guid"}
	organization.planned(grant)
	some delegate in organization.delegates(grant)
	organization.declared(delegate)
}
