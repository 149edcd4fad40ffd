package policies

import (
	"maps"
	"slices"
	"strings"
)

// conditionWords say conditions of remediations as people do: by the name of the fact or var and its value, after "!" for
// what it must not be.
func conditionWords() map[string]string {
	return map[string]string{
		"acting.direction cloud_to_on_premises":       "the mailbox is on-premises and the delegate works in the cloud",
		"acting.direction on_premises_to_cloud":       "the mailbox is in the cloud and the delegate works on-premises",
		"acting.direction on_premises_to_on_premises": "the two are in different on-premises forests",
		"acting.direction same":                       "the two are in one forest",
		"acting.side ":                                "it is not known where the delegate works",
		"acting.side cloud":                           "the delegate works in the cloud",
		"acting.side on_premises":                     "the delegate works on-premises",
		"acting_forest.exchange_version 2010":         "that forest runs Exchange 2010",
		"acting_forest.exchange_version 2013":         "that forest runs Exchange 2013",
		"batch.direction offboarding":                 "the batch moves mailboxes to on-premises",
		"batch.direction onboarding":                  "the batch moves mailboxes to the cloud",

		"delegate.exchange_attributes_managed_in cloud": "the delegate's Exchange attributes are managed in the cloud",
		"delegate.group false":                          "the delegate is no group",
		"delegate.group true":                           "the delegate is a group",
		"delegate.home cloud":                           "the delegate is in the cloud",
		"delegate.home on_premises":                     "the delegate is on-premises",
		"delegate.mailbox false":                        "the delegate has no mailbox",
		"delegate.mailbox true":                         "the delegate has a mailbox",
		"delegate.provisioned_by !cloud_direct":         "the delegate was not created in the cloud",
		"delegate.provisioned_by cloud_direct":          "the delegate was created in the cloud",
		"delegate.provisioned_by enable_remote_mailbox": "the delegate was created with Enable-RemoteMailbox",
		"delegate.provisioned_by new_remote_mailbox":    "the delegate was created with New-RemoteMailbox",
		"delegate.resource_mailbox false":               "it is no room or equipment mailbox",
		"delegate.resource_mailbox true":                "the delegate is a room or equipment mailbox",
		"delegate.type !dynamic_distribution_group":     "the delegate is no dynamic distribution group",
		"delegate.type !user_mailbox":                   "the delegate is no user mailbox",
		"delegate.type dynamic_distribution_group":      "the delegate is a dynamic distribution group",
		"delegate.type security_group":                  "the delegate is a security group",
		"delegate.type user_account":                    "the delegate is a user account",
		"delegate.type user_mailbox":                    "the delegate is a user mailbox",
		"delegate_object.exists ":                       "no object is declared",
		"delegate_object.exists false":                  "its object is declared to be missing",
		"delegate_object.forest_is_origin no":           "it comes from another forest",

		"entry.applied_on cloud":       "the change is made in the cloud",
		"entry.applied_on on_premises": "the change is made on-premises",
		"entry.named_delegate false":   "the entry is Default or Anonymous",
		"entry.named_delegate true":    "the entry names somebody",
		"entry.permission full_access": "it is Full Access",
		"entry.permission send_as":     "it is Send As",
		"entry.state planned":          "it is planned",

		"home cloud":                      "the recipient is in the cloud",
		"home on_premises":                "the recipient is on-premises",
		"invitation.level LimitedDetails": "the invitation asks for LimitedDetails",
		"invitation.level Reviewer":       "the invitation asks for Reviewer",
		"organization.directory_sync.cloud_sync.declared true":    "cloud sync runs",
		"organization.directory_sync.entra_connect.declared true": "Entra Connect runs",
		"pair.full_access false":                                  "the delegate has no Full Access",
		"pair.send_as.declared false":                             "the delegate has no Send As of its own",
		"pair.send_as.declared true":                              "the delegate itself has Send As",
		"permission folder":                                       "it is a folder permission",
		"permission full_access":                                  "it is Full Access",
		"permission send_as":                                      "it is Send As",
		"permission send_on_behalf":                               "it is Send on Behalf",

		"recipient.exchange_attributes_managed_in cloud": "its Exchange attributes are managed in the cloud",
		"recipient.group false":                          "it is no group",
		"recipient.group true":                           "the recipient is a group",
		"recipient.home cloud":                           "the recipient is in the cloud",
		"recipient.home on_premises":                     "the recipient is on-premises",
		"recipient.is_dir_synced ":                       "it is not declared whether its account is synchronized",
		"recipient.is_dir_synced false":                  "its account is not synchronized",
		"recipient.is_dir_synced true":                   "its account is synchronized",
		"recipient.mailbox false":                        "the recipient is no mailbox",
		"recipient.mailbox true":                         "the recipient is a mailbox",
		"recipient.provisioned_by !cloud_direct":         "it was not created in the cloud",
		"recipient.provisioned_by cloud_direct":          "it was created in the cloud",
		"recipient.resource_mailbox true":                "the recipient is a room or equipment mailbox",
		"recipient.type !dynamic_distribution_group":     "the recipient is no dynamic distribution group",
		"recipient.type !m365_group":                     "the recipient is no Microsoft 365 group",
		"recipient.type dynamic_distribution_group":      "the recipient is a dynamic distribution group",
		"recipient.type equipment_mailbox":               "the recipient is an equipment mailbox",
		"recipient.type linked_mailbox":                  "the recipient is a linked mailbox",
		"recipient.type m365_group":                      "the recipient is a Microsoft 365 group",
		"recipient.type room_mailbox":                    "the recipient is a room mailbox",
		"recipient.type shared_mailbox":                  "the recipient is a shared mailbox",
		"recipient.type user_mailbox":                    "the recipient is a user mailbox",
		"recipient_object.exists ":                       "no object is declared",
		"recipient_object.exists false":                  "its object is declared to be missing",
		"recipient_object.forest_is_origin no":           "it comes from another forest",

		"unknown both":      "both are",
		"unknown delegate":  "the delegate is unknown",
		"unknown recipient": "the recipient is unknown",
		"why permission":    "it is about folder permissions",
		"why types":         "the types differ",
	}
}

// inWords says when a remediation applies; empty for always.
func (m *metadata) inWords(when map[string]wantedValues) string {
	var conditions []string
	for _, name := range slices.Sorted(maps.Keys(when)) {
		var alternatives []string
		for _, value := range when[name] {
			words, _ := m.valueInWords(name, value)
			alternatives = append(alternatives, words)
		}
		conditions = append(conditions, strings.Join(alternatives, " or "))
	}
	return strings.Join(conditions, ", and ")
}

// valueInWords says one value of a condition. A var of the rule's own has its phrase; known is false for what has no words.
func (m *metadata) valueInWords(name, value string) (words string, known bool) {
	if words, ok := conditionWords()[name+" "+value]; ok {
		return words, true
	}
	if phrase := m.Phrases[name][value]; phrase != "" {
		return phrase, true
	}
	if plain, negated := strings.CutPrefix(value, "!"); negated {
		return name + " is not " + plain, false
	}
	return name + " is " + value, false
}
