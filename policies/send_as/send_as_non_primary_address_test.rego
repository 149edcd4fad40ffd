package hybridlint.send_as.send_as_non_primary_address_test

import data.hybridlint.send_as.send_as_non_primary_address as rule
import rego.v1

# A sender in the cloud is to use an alias of an on-premises mailbox.
declared := {
	"organization": {"send_from_alias_enabled": true, "on_premises_forest": true},
	"entry": {"permission": "send_as", "send_from_address_is_primary": false},
	"recipient": {"home": "on_premises", "mailbox": true, "on_premises_object_declared": false},
	"recipient_object": {},
	"acting": {"side": "cloud", "cross_forest": true},
}

# No address is declared, but mailbox and object have different ones.
undeclared := json.patch(declared, [
	{"op": "remove", "path": "/entry/send_from_address_is_primary"},
	{"op": "add", "path": "/recipient_object/primary_smtp_address_differs", "value": true},
])

in_cloud := json.patch(declared, [
	{"op": "replace", "path": "/recipient/home", "value": "cloud"},
	{"op": "replace", "path": "/acting/cross_forest", "value": false},
])

changed(facts, path, value) := json.patch(facts, [{"op": "add", "path": path, "value": value}])

test_declared_alias if {
	rule.finding == {{"at": ["send_from_address"], "vars": {"primary_set": "on_mailbox"}}} with input as declared
}

test_different_primary_addresses if {
	rule.finding == {{"at": ["recipient"], "vars": {"primary_set": "on_mailbox"}}} with input as undeclared
}

test_alias_in_the_cloud_while_not_allowed if {
	facts := changed(in_cloud, "/organization/send_from_alias_enabled", false)
	count(rule.finding) == 1 with input as facts
}

kept(changes) := {f.vars.primary_set | some f in rule.finding with input as json.patch(in_cloud, array.concat(
	[{"op": "replace", "path": "/organization/send_from_alias_enabled", "value": false}],
	[{"op": "add", "path": path, "value": value} | some path, value in changes],
))}

test_where_the_address_is_kept if {
	kept({}) == {"on_object"}
	kept({"/recipient/mailbox": false}) == {"elsewhere"}
	kept({"/recipient/exchange_attributes_managed_in": "cloud"}) == {"in_cloud"}
	kept({"/organization/on_premises_forest": false}) == {"in_cloud"}
	kept({"/recipient/provisioned_by": "cloud_direct"}) == {"in_cloud"}
	kept({"/recipient/provisioned_by": "cloud_direct", "/recipient/on_premises_object_declared": true}) == {"on_object"}
	kept({"/recipient/on_premises_object_missing": true}) == {"in_cloud"}
}

test_not_when_aliases_are_allowed_in_the_cloud if {
	count(rule.finding) == 0 with input as in_cloud
}

test_alias_of_a_cloud_mailbox_for_an_on_premises_sender if {
	facts := json.patch(in_cloud, [{"op": "replace", "path": "/acting", "value": {"side": "on_premises", "cross_forest": true}}])
	count(rule.finding) == 1 with input as facts
}

test_not_the_primary_address if {
	count(rule.finding) == 0 with input as changed(declared, "/entry/send_from_address_is_primary", true)
}

test_a_declared_primary_address_decides_alone if {
	count(rule.finding) == 0 with input as changed(undeclared, "/entry/send_from_address_is_primary", true)
}

test_not_the_same_primary_addresses if {
	facts := changed(undeclared, "/recipient_object/primary_smtp_address_differs", false)
	count(rule.finding) == 0 with input as facts
}

test_not_when_no_address_is_declared if {
	count(rule.finding) == 0 with input as json.remove(declared, ["entry/send_from_address_is_primary"])
}

test_not_when_primary_addresses_differ_in_one_forest if {
	count(rule.finding) == 0 with input as changed(undeclared, "/acting/cross_forest", false)
}

test_not_for_a_group_without_declared_members if {
	count(rule.finding) == 0 with input as json.remove(declared, ["acting/side"])
}

test_not_for_another_permission if {
	count(rule.finding) == 0 with input as changed(declared, "/entry/permission", "send_on_behalf")
}
