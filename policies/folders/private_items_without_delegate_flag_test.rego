package hybridlint.folders.private_items_without_delegate_flag_test

import data.hybridlint.folders.private_items_without_delegate_flag as rule
import rego.v1

full_access_entry := {"declared": true, "outlook_windows": false, "web_clients_only": false, "additional_account": false}

# Full Access to an on-premises mailbox.
full_access := {
	"entry": {"kind": "grant", "permission": "full_access", "expects": {"declared": true, "private_items": true}},
	"recipient": {"mailbox": true, "home": "on_premises"},
	"acting": {"acts_on_premises": true},
	"pair": {"full_access_entry": full_access_entry, "private_items_sharing_flags": false, "private_items_outlook_delegate": false},
}

folder_grant := json.patch(full_access, [
	{"op": "replace", "path": "/entry/kind", "value": "folder_grant"},
	{"op": "replace", "path": "/entry/permission", "value": "folder"},
	{"op": "add", "path": "/entry/named_delegate", "value": true},
	{"op": "replace", "path": "/pair/full_access_entry", "value": {"declared": false}},
])

changed(facts, path, value) := json.patch(facts, [{"op": "add", "path": path, "value": value}])

in_cloud(facts) := changed(changed(facts, "/recipient/home", "cloud"), "/acting/acts_on_premises", false)

test_full_access_on_premises if {
	rule.finding == {{"at": ["expects"], "severity": "error"}} with input as full_access
}

test_folder_grant if {
	count(rule.finding) == 1 with input as folder_grant
	count(rule.finding) == 1 with input as in_cloud(folder_grant)
}

test_full_access_between_the_sides if {
	count(rule.finding) == 1 with input as changed(full_access, "/recipient/home", "cloud")
	count(rule.finding) == 1 with input as changed(full_access, "/acting/acts_on_premises", false)
}

test_not_for_what_is_no_mailbox if {
	count(rule.finding) == 0 with input as changed(full_access, "/recipient/mailbox", false)
}

test_not_with_full_access_in_the_cloud if {
	count(rule.finding) == 0 with input as in_cloud(full_access)
	count(rule.finding) == 0 with input as changed(in_cloud(folder_grant), "/pair/full_access_entry/declared", true)
}

test_not_when_nobody_knows_where_the_group_works if {
	count(rule.finding) == 0 with input as json.remove(in_cloud(full_access), ["acting/acts_on_premises"])
}

test_not_with_the_flags if {
	count(rule.finding) == 0 with input as changed(full_access, "/pair/private_items_sharing_flags", true)
}

test_not_for_an_outlook_delegate_with_the_right if {
	count(rule.finding) == 0 with input as changed(full_access, "/pair/private_items_outlook_delegate", true)
}

test_not_without_the_expectation if {
	count(rule.finding) == 0 with input as changed(full_access, "/entry/expects/private_items", false)
}

test_not_for_default if {
	count(rule.finding) == 0 with input as changed(folder_grant, "/entry/named_delegate", false)
}

test_not_for_another_permission if {
	count(rule.finding) == 0 with input as changed(full_access, "/entry/permission", "send_as")
}

severities(facts) := {f.severity | some f in found} if {
	found := rule.finding with input as facts
}

test_the_ways_that_the_article_offers if {
	severities(changed(full_access, "/pair/full_access_entry/web_clients_only", true)) == {"note"}
	severities(changed(full_access, "/pair/full_access_entry/additional_account", true)) == {"note"}
}

test_classic_outlook_in_the_cloud if {
	in_outlook := changed(in_cloud(full_access), "/pair/full_access_entry/outlook_windows", true)
	severities(in_outlook) == {"warning"}
	severities(changed(in_outlook, "/pair/full_access_entry/additional_account", true)) == {"note"}
}
