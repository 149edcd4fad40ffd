package hybridlint.folders.sharing_invitation_cannot_be_accepted_test

import data.hybridlint.folders.sharing_invitation_cannot_be_accepted as rule
import rego.v1

to_cloud := {"invitation": {
	"relation": "other_side",
	"owner_home": "on_premises",
	"recipient_home": "cloud",
	"accepting_client": "outlook_windows",
}}

to_on_premises := json.patch(to_cloud, [
	{"op": "replace", "path": "/invitation/owner_home", "value": "cloud"},
	{"op": "replace", "path": "/invitation/recipient_home", "value": "on_premises"},
])

with_client(facts, client) := json.patch(facts, [{"op": "replace", "path": "/invitation/accepting_client", "value": client}])

with_channel(facts, channel) := json.patch(facts, [{"op": "add", "path": "/invitation/outlook_channel", "value": channel}])

test_mac_and_mobile_in_any_direction if {
	every client in ["outlook_mac", "outlook_ios", "outlook_android"] {
		every facts in [to_cloud, to_on_premises] {
			count(rule.finding) == 1 with input as with_client(facts, client)
		}
	}
}

test_web_clients_for_a_cloud_recipient if {
	every client in ["owa", "new_outlook_windows"] {
		rule.finding == {{"at": ["accepting_client"], "vars": {"client": client}}} with input as with_client(to_cloud, client)
		count(rule.finding) == 0 with input as with_client(to_on_premises, client)
	}
}

test_monthly_channel_for_a_cloud_recipient if {
	rule.finding == {{"at": ["outlook_channel"], "vars": {"client": "outlook_windows"}}} with input as with_channel(to_cloud, "c2r_monthly")
	count(rule.finding) == 0 with input as with_channel(to_on_premises, "c2r_monthly")
}

test_not_for_other_outlook_for_windows if {
	count(rule.finding) == 0 with input as to_cloud
	count(rule.finding) == 0 with input as with_channel(to_cloud, "c2r_semi_annual")
	count(rule.finding) == 0 with input as with_channel(to_cloud, "msi")
}

test_not_when_undeclared if {
	count(rule.finding) == 0 with input as json.remove(to_cloud, ["invitation/accepting_client"])
}

test_not_on_one_side_or_outside if {
	every relation in ["same_side", "other_organization"] {
		facts := json.patch(with_client(to_cloud, "outlook_mac"), [{"op": "replace", "path": "/invitation/relation", "value": relation}])
		count(rule.finding) == 0 with input as facts
	}
}
