package hybridlint.configuration.folder_type_unknown_test

import data.hybridlint.configuration.folder_type_unknown as rule
import rego.v1

# Ann in the cloud on a folder of an on-premises mailbox, of which nobody knows what it is.
grant := {
	"organization": {"modern_auth": true},
	"entry": {
		"kind": "folder_grant",
		"named_delegate": true,
		"access_rights": {"declared": true, "LimitedDetails": true},
		"access_rights_count": 1,
		"clients": {"declared": false},
		"expects": {"declared": false},
	},
	"recipient": {"mailbox": true, "other_side_holds_mailbox": true},
	"delegate": {"on_premises_mailbox": false},
	"acting": {"direction": "cloud_to_on_premises", "cross_forest": true, "cross_premises": true},
	"home_forest": {},
	"pair": {"full_access": false, "holds_full_access": false},
}

with_right(right) := json.patch(grant, [{"op": "replace", "path": "/entry/access_rights", "value": {"declared": true, right: true}}])

changed(facts, path, value) := json.patch(facts, [{"op": "add", "path": path, "value": value}])

of_default(level) := changed(changed(with_right(level), "/entry/named_delegate", false), "/entry/default_level", level)

named(facts) := {r | some f in found; some r in f.vars.rules} if {
	found := rule.finding with input as facts
}

test_place_and_rules if {
	rule.finding == {{"at": ["folder"], "vars": {"rules": {"HYB502"}}}} with input as grant
}

test_each_rule if {
	reviewer := with_right("Reviewer")
	untrusted := changed(reviewer, "/home_forest", {"is_resource_forest": true, "trusts_logon_forest": false})
	named(untrusted) == {"HYB503"}
	named(changed(reviewer, "/home_forest/modern_auth", false)) == {"HYB504"}
	named(changed(reviewer, "/entry/expects/scheduling_assistant_details", true)) == {"HYB507"}
	named(changed(reviewer, "/entry/clients", {"declared": true, "owa": true})) == {"HYB607"}
	named(of_default("None")) == {"HYB506"}
	named(of_default("Contributor")) == {"HYB506"}
}

test_several_rules if {
	named(changed(grant, "/home_forest/modern_auth", false)) == {"HYB502", "HYB504"}
}

test_not_when_known if {
	every calendar in [true, false] {
		named(changed(grant, "/entry/calendar", calendar)) == set()
	}
}

test_not_when_no_rule_depends_on_it if {
	named(with_right("Reviewer")) == set()
	named(of_default("AvailabilityOnly")) == set()
	named(changed(of_default("None"), "/recipient/other_side_holds_mailbox", false)) == set()
}

test_not_for_none_of_a_named_delegate if {
	expected := changed(with_right("None"), "/entry/expects", {"declared": true, "calendar_details": true, "scheduling_assistant_details": true})
	named(changed(expected, "/home_forest/modern_auth", false)) == set()
}

test_not_when_the_default_level_is_known if {
	named(changed(of_default("None"), "/recipient/calendar_default_permission", "AvailabilityOnly")) == set()
}
