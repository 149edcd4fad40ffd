package hybridlint.full_access.automapping_outlook_too_old_test

import data.hybridlint.full_access.automapping_outlook_too_old as rule
import rego.v1

# Mailbox and delegate moved; the delegate still has Outlook 2013 of 2014.
entry := {
	"entry": {"permission": "full_access", "outlook_version": "2013", "outlook_update_date": "2014-11-11"},
	"recipient": {"provisioned_by": "migration"},
	"delegate": {"group": false, "provisioned_by": "migration"},
}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

fires := {{"at": ["update_date"]}}

test_old_outlook if {
	every version in ["2010", "2013"] {
		rule.finding == fires with input as changed("/entry/outlook_version", version)
	}
}

test_last_day_before if {
	rule.finding == fires with input as changed("/entry/outlook_update_date", "2015-04-30")
}

test_only_the_recipient_moved if {
	rule.finding == fires with input as json.remove(entry, ["delegate/provisioned_by"])
}

test_only_the_delegate_moved if {
	rule.finding == fires with input as json.remove(entry, ["recipient/provisioned_by"])
}

test_declared_on if {
	rule.finding == fires with input as changed("/entry/auto_mapping", true)
}

test_not_when_off if {
	count(rule.finding) == 0 with input as changed("/entry/auto_mapping", false)
}

test_not_with_the_update if {
	every date in ["2015-05-01", "2015-05-12", "2016-01-01"] {
		count(rule.finding) == 0 with input as changed("/entry/outlook_update_date", date)
	}
}

test_not_with_a_newer_outlook if {
	every version in ["2016", "2019", "2021", "2024", "m365"] {
		count(rule.finding) == 0 with input as changed("/entry/outlook_version", version)
	}
}

test_not_when_not_declared if {
	count(rule.finding) == 0 with input as json.remove(entry, ["entry/outlook_version"])
	count(rule.finding) == 0 with input as json.remove(entry, ["entry/outlook_update_date"])
}

test_not_when_nobody_moved if {
	facts := json.patch(entry, [
		{"op": "replace", "path": "/recipient/provisioned_by", "value": "cloud_direct"},
		{"op": "replace", "path": "/delegate/provisioned_by", "value": "new_remote_mailbox"},
	])
	count(rule.finding) == 0 with input as facts
}

test_not_for_a_group if {
	count(rule.finding) == 0 with input as changed("/delegate/group", true)
}

test_not_for_send_as if {
	count(rule.finding) == 0 with input as changed("/entry/permission", "send_as")
}

test_not_with_another_access_method if {
	every method in ["additional_mailbox", "additional_account", "owa_explicit_url", "legacy_dn", "calendar_only"] {
		count(rule.finding) == 0 with input as changed("/entry/access_method", method)
	}
	rule.finding == fires with input as changed("/entry/access_method", "automap")
}
