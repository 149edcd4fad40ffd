package hybridlint.folders.parent_folder_not_visible_test

import data.hybridlint.folders.parent_folder_not_visible as rule
import rego.v1

grant := {
	"entry": {
		"kind": "folder_grant",
		"named_delegate": true,
		"subfolder": true,
		"parent_access_rights": {"declared": true, "None": true},
	},
	"pair": {"full_access": false},
}

changed(path, value) := json.patch(grant, [{"op": "replace", "path": path, "value": value}])

test_parent_hidden if {
	count(rule.finding) == 1 with input as grant
	count(rule.finding) == 1 with input as changed("/entry/parent_access_rights", {"declared": true})
}

test_not_when_parent_is_shown if {
	every right in ["FolderVisible", "Contributor", "Reviewer"] {
		count(rule.finding) == 0 with input as changed("/entry/parent_access_rights", {"declared": true, right: true})
	}
}

test_not_when_undeclared if {
	count(rule.finding) == 0 with input as changed("/entry/parent_access_rights", {"declared": false})
}

test_not_at_the_top if {
	count(rule.finding) == 0 with input as changed("/entry/subfolder", false)
}

test_not_with_full_access if {
	count(rule.finding) == 0 with input as changed("/pair/full_access", true)
}

test_not_for_default if {
	count(rule.finding) == 0 with input as changed("/entry/named_delegate", false)
}

keeps(rights) := {f.vars.keeps | some f in found} if {
	found := rule.finding with input as json.patch(grant, [{"op": "add", "path": "/entry/parent_access_rights", "value": rights}])
}

test_rights_on_the_parent_are_kept if {
	keeps({"declared": true, "CreateItems": true}) == {"rights"}
	keeps({"declared": true, "None": true}) == {"nothing"}
}

test_not_for_none_alone if {
	count(rule.finding) == 0 with input as json.patch(grant, [
		{"op": "add", "path": "/entry/access_rights", "value": {"declared": true, "None": true}},
		{"op": "add", "path": "/entry/access_rights_count", "value": 1},
	])
}
