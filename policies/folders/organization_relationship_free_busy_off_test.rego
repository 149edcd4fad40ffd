package hybridlint.folders.organization_relationship_free_busy_off_test

import data.hybridlint.folders.organization_relationship_free_busy_off as rule
import rego.v1

working := {
	"relationship": {
		"both_hold_mailbox": true,
		"exists": true,
		"enabled": true,
		"free_busy_access_enabled": true,
		"free_busy_access_level": "LimitedDetails",
		"connector_enabled": false,
		"requester_outside_domain_names": false,
	},
}

changed(path, value) := json.patch(working, [{"op": "replace", "path": path, "value": value}])

broken := changed("/relationship/enabled", false)

test_not_when_it_works if {
	count(rule.finding) == 0 with input as working
}

test_each_fault if {
	every path, fault in {
		"/relationship/exists": {"value": false, "cause": "missing"},
		"/relationship/enabled": {"value": false, "cause": "disabled"},
		"/relationship/free_busy_access_enabled": {"value": false, "cause": "access_off"},
		"/relationship/free_busy_access_level": {"value": "None", "cause": "level_none"},
		"/relationship/requester_outside_domain_names": {"value": true, "cause": "domain_missing"},
	} {
		causes := {f.vars.cause | some f in rule.finding} with input as changed(path, fault.value)
		causes == {{fault.cause}}
	}
}

test_all_faults_at_the_first if {
	found := rule.finding with input as json.patch(broken, [
		{"op": "replace", "path": "/relationship/free_busy_access_enabled", "value": false},
		{"op": "replace", "path": "/relationship/free_busy_access_level", "value": "None"},
		{"op": "replace", "path": "/relationship/requester_outside_domain_names", "value": true},
	])
	found == {{"at": ["enabled"], "vars": {"cause": {"disabled", "access_off", "domain_missing"}, "level": "too_low"}}}
}

test_place if {
	every path, place in {"/relationship/exists": "exists", "/relationship/enabled": "enabled"} {
		places := {f.at | some f in rule.finding} with input as changed(path, false)
		places == {[place]}
	}
	some f in rule.finding with input as changed("/relationship/requester_outside_domain_names", true)
	f.at == ["domain_names"]
}

test_not_when_undeclared if {
	count(rule.finding) == 0 with input as json.remove(working, ["relationship/free_busy_access_enabled", "relationship/free_busy_access_level"])
}

test_not_beside_a_connector if {
	count(rule.finding) == 0 with input as json.patch(broken, [{"op": "replace", "path": "/relationship/connector_enabled", "value": true}])
}

test_not_with_one_side if {
	count(rule.finding) == 0 with input as json.patch(broken, [{"op": "replace", "path": "/relationship/both_hold_mailbox", "value": false}])
}

levels(facts) := {f.vars.level | some f in found} if {
	found := rule.finding with input as facts
}

test_a_declared_level_stays if {
	levels(changed("/relationship/free_busy_access_enabled", false)) == {"declared"}
	levels(json.remove(changed("/relationship/free_busy_access_enabled", false), ["relationship/free_busy_access_level"])) == {"too_low"}
	levels(changed("/relationship/free_busy_access_level", "None")) == {"too_low"}
}
