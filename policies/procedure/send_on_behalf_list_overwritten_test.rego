package hybridlint.procedure.send_on_behalf_list_overwritten_test

import data.hybridlint.procedure.send_on_behalf_list_overwritten as rule
import rego.v1

# The list is replaced, and another declared delegate is not in the new one.
entry := {
	"entry": {"permission": "send_on_behalf", "change_mode": "replace", "applied_at_home": true},
	"recipient": {"type": "user_mailbox", "mailbox": true},
	"pair": {"other_send_on_behalf_delegate_not_in_new_list": true},
}

changed(path, value) := json.patch(entry, [{"op": "replace", "path": path, "value": value}])

test_others_lose_the_permission if {
	rule.finding == {{"at": ["change_mode"], "vars": {"set_cmdlet": "Set-Mailbox"}}} with input as entry
}

test_on_the_other_side_another_cmdlet_helps if {
	rule.finding == {{
		"at": ["change_mode"],
		"vars": {"set_cmdlet": "Set-MailUser"},
	}} with input as changed("/entry/applied_at_home", false)
}

test_not_when_the_list_is_complete if {
	count(rule.finding) == 0 with input as changed("/pair/other_send_on_behalf_delegate_not_in_new_list", false)
}

test_not_in_another_mode if {
	every mode in ["add", "remove"] {
		count(rule.finding) == 0 with input as changed("/entry/change_mode", mode)
	}
}

test_not_when_the_mode_is_not_declared if {
	count(rule.finding) == 0 with input as json.remove(entry, ["entry/change_mode"])
}

test_not_for_another_permission if {
	count(rule.finding) == 0 with input as changed("/entry/permission", "send_as")
}
