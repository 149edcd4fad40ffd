package hybridlint.delegates.delegate_private_items_lost_test

import data.hybridlint.delegates.delegate_private_items_lost as rule
import rego.v1

delegate := {
	"outlook_delegate": {"private_items": true, "reconfigured_after_move": false},
	"acting": {"cross_forest": true},
}

changed(path, value) := json.patch(delegate, [{"op": "add", "path": path, "value": value}])

together := changed("/acting/cross_forest", false)

test_split_now if {
	rule.finding == {{"at": ["private_items"]}} with input as delegate
}

test_split_once if {
	facts := json.patch(together, [{"op": "add", "path": "/outlook_delegate/moved_separately", "value": true}])
	count(rule.finding) == 1 with input as facts
}

test_split_now_whatever_the_move_was if {
	count(rule.finding) == 1 with input as changed("/outlook_delegate/moved_separately", false)
}

test_not_when_moved_together if {
	count(rule.finding) == 0 with input as together
	count(rule.finding) == 0 with input as json.patch(together, [{"op": "add", "path": "/outlook_delegate/moved_separately", "value": false}])
}

test_not_when_set_up_again if {
	count(rule.finding) == 0 with input as changed("/outlook_delegate/reconfigured_after_move", true)
}

test_not_without_private_items if {
	count(rule.finding) == 0 with input as changed("/outlook_delegate/private_items", false)
}
