package hybridlint.inference.clients_test

import data.hybridlint.inference.clients
import rego.v1

test_listed if {
	clients.listed({"declared": true, "owa": true, "outlook_mac": true, "smtp": false}) == {"owa", "outlook_mac"}
}

test_nothing_listed if {
	clients.listed({"declared": true, "owa": false}) == set()
	clients.listed({"declared": false}) == set()
}
