package hybridlint.inference.invitation_test

import data.hybridlint.inference.invitation
import rego.v1

with_new_outlook(on_premises) := {"invitation": {
	"recipient_on_premises_mailbox": on_premises,
	"accepting_client": "new_outlook_windows",
	"viewing_clients": {"declared": true, "owa": true, "new_outlook_windows": true, "outlook_mac": false},
}}

test_mailbox_in_the_cloud if {
	invitation.accepting_client == "new_outlook_windows" with input as with_new_outlook(false)
	invitation.viewing_clients == {"owa", "new_outlook_windows"} with input as with_new_outlook(false)
}

test_mailbox_on_premises if {
	not invitation.accepting_client with input as with_new_outlook(true)
	invitation.viewing_clients == {"owa"} with input as with_new_outlook(true)
}
