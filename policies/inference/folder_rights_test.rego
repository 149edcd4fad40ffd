package hybridlint.inference.folder_rights_test

import data.hybridlint.inference.folder_rights
import rego.v1

grant_of(right) := {"entry": {"kind": "folder_grant", "named_delegate": true, "access_rights": {"declared": true, right: true}}}

delegate_with(right) := {"outlook_delegate": {"calendar_right": right}}

parent_with(right) := {"entry": {"parent_access_rights": {"declared": true, right: true}}}

test_reads_items if {
	every right in [
		"Reviewer", "NonEditingAuthor", "Author", "Editor", "PublishingAuthor", "PublishingEditor", "Owner",
		"ReadItems",
	] {
		folder_rights.reads_items with input as grant_of(right)
		folder_rights.delegate_reads_calendar with input as delegate_with(right)
	}
}

test_does_not_read_items if {
	every right in ["None", "AvailabilityOnly", "LimitedDetails", "Contributor", "CreateItems", "FolderVisible", "EditAllItems"] {
		not folder_rights.reads_items with input as grant_of(right)
		not folder_rights.delegate_reads_calendar with input as delegate_with(right)
	}
}

test_a_right_that_is_not_in_the_list_does_not_count if {
	facts := {"entry": {"access_rights": {"declared": true, "LimitedDetails": true, "Reviewer": false}}}
	not folder_rights.reads_items with input as facts
}

test_edits_items if {
	every right in ["Editor", "PublishingEditor", "Owner"] {
		folder_rights.delegate_edits_calendar with input as delegate_with(right)
	}
}

test_does_not_edit_items if {
	every right in ["Author", "PublishingAuthor", "Reviewer", "None"] {
		not folder_rights.delegate_edits_calendar with input as delegate_with(right)
	}
}

test_calendar_right if {
	folder_rights.delegate_has_calendar_right with input as delegate_with("AvailabilityOnly")
	not folder_rights.delegate_has_calendar_right with input as delegate_with("None")
	not folder_rights.delegate_has_calendar_right with input as {"outlook_delegate": {}}
}

test_parent_shown if {
	every right in ["FolderVisible", "Contributor", "Reviewer", "ReadItems", "Owner"] {
		folder_rights.parent_shown with input as parent_with(right)
	}
}

test_parent_not_shown if {
	every right in ["None", "AvailabilityOnly", "CreateItems"] {
		not folder_rights.parent_shown with input as parent_with(right)
	}
}

test_named_folder_grant if {
	facts := grant_of("Reviewer")
	folder_rights.named_folder_grant with input as facts
	not folder_rights.named_folder_grant with input as json.patch(facts, [{"op": "replace", "path": "/entry/named_delegate", "value": false}])
	not folder_rights.named_folder_grant with input as json.patch(facts, [{"op": "replace", "path": "/entry/kind", "value": "grant"}])
}

none_alone := json.patch(grant_of("None"), [{"op": "add", "path": "/entry/access_rights_count", "value": 1}])

test_none_alone_is_no_right if {
	folder_rights.held_folder_right with input as grant_of("Reviewer")
	folder_rights.named_folder_grant with input as none_alone
	not folder_rights.held_folder_right with input as none_alone
}

test_held_calendar_right if {
	facts := json.patch(grant_of("Reviewer"), [{"op": "add", "path": "/entry/calendar", "value": true}])
	folder_rights.held_calendar_right with input as facts
	not folder_rights.held_calendar_right with input as json.patch(facts, [{"op": "replace", "path": "/entry/calendar", "value": false}])
	not folder_rights.held_calendar_right with input as json.patch(none_alone, [{"op": "add", "path": "/entry/calendar", "value": true}])
}
