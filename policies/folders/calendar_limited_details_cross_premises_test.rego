package hybridlint.folders.calendar_limited_details_cross_premises_test

import data.hybridlint.folders.calendar_limited_details_cross_premises as rule
import rego.v1

grant := {
	"entry": {
		"kind": "folder_grant",
		"named_delegate": true,
		"calendar": true,
		"access_rights": {"declared": true, "LimitedDetails": true},
		"expects": {"declared": false},
	},
	"acting": {"cross_premises": true},
}

changed(path, value) := json.patch(grant, [{"op": "replace", "path": path, "value": value}])

test_limited_details if {
	rule.finding == {{"at": ["access_rights"], "vars": {"shows": "free_busy", "keeps": "free_busy"}}} with input as grant
}

test_less_when_details_are_expected if {
	facts := json.patch(changed("/entry/access_rights", {"declared": true, "AvailabilityOnly": true}), [{
		"op": "replace",
		"path": "/entry/expects",
		"value": {"declared": true, "calendar_details": true},
	}])
	count(rule.finding) == 1 with input as facts
}

test_not_less_without_the_expectation if {
	count(rule.finding) == 0 with input as changed("/entry/access_rights", {"declared": true, "AvailabilityOnly": true})
}

test_not_when_items_are_read if {
	count(rule.finding) == 0 with input as changed("/entry/access_rights", {"declared": true, "LimitedDetails": true, "Reviewer": true})
}

test_not_on_one_side if {
	count(rule.finding) == 0 with input as changed("/acting/cross_premises", false)
}

test_not_for_default if {
	count(rule.finding) == 0 with input as changed("/entry/named_delegate", false)
}

test_not_for_another_folder if {
	count(rule.finding) == 0 with input as changed("/entry/calendar", false)
}

kept(rights) := {f.vars.keeps | some f in found} if {
	found := rule.finding with input as json.patch(grant, [
		{"op": "add", "path": "/entry/access_rights", "value": rights},
		{"op": "add", "path": "/entry/expects", "value": {"declared": true, "calendar_details": true}},
	])
}

test_what_is_kept if {
	kept({"declared": true, "AvailabilityOnly": true}) == {"free_busy"}
	kept({"declared": true, "None": true}) == {"free_busy"}
	kept({"declared": true, "Contributor": true}) == {"contributor"}
	kept({"declared": true, "CreateItems": true}) == {"single_rights"}
	kept({"declared": true, "CreateItems": true, "FolderVisible": true}) == {"visible_single_rights"}
}

test_not_for_none_alone if {
	count(rule.finding) == 0 with input as json.patch(grant, [
		{"op": "add", "path": "/entry/access_rights", "value": {"declared": true, "None": true}},
		{"op": "add", "path": "/entry/access_rights_count", "value": 1},
		{"op": "add", "path": "/entry/expects", "value": {"declared": true, "calendar_details": true}},
	])
}
