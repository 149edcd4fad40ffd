package metadata

import (
	"maps"
	"slices"
	"strings"
)

// ConditionWords say conditions of remediations as people do: by the name of the fact or var and
// its value, after "!" for what it must not be.
func ConditionWords() map[string]string {
	return map[string]string{
		"acting.any_cross_premises false": "the two are on one side",
		"acting.any_cross_premises true":  "the delegate works on the other side",

		"acting.direction cloud_to_on_premises":       "the mailbox is on-premises and the delegate works in the cloud",
		"acting.direction on_premises_to_cloud":       "the mailbox is in the cloud and the delegate works on-premises",
		"acting.direction on_premises_to_on_premises": "the two are in different on-premises forests",
		"acting.direction same":                       "the two are in one forest",
		"acting.side cloud":                           "the delegate works in the cloud",
		"acting.side on_premises":                     "the delegate works on-premises",
		"batch.target cloud":                          "the delegate moves to the cloud",
		"batch.target on_premises":                    "the delegate moves to on-premises",

		"details RemoteEquipmentMailbox": "the object is that of an equipment mailbox",
		"details RemoteRoomMailbox":      "the object is that of a room mailbox",
		"details RemoteSharedMailbox":    "the object is that of a shared mailbox",
		"details RemoteUserMailbox":      "the object is that of a user mailbox",

		"delegate.mailbox true":          "the delegate has a mailbox",
		"delegate.resource_mailbox true": "the delegate is a room or equipment mailbox",
		"delegate.type security_group":   "the delegate is a security group",
		"delegate.type user_account":     "the delegate is a user account",

		"entry.applied_on cloud":       "the change is made in the cloud",
		"entry.applied_on on_premises": "the change is made on-premises",
		"entry.named_delegate false":   "the entry is Default or Anonymous",
		"entry.named_delegate true":    "the entry names somebody",
		"entry.permission full_access": "it is Full Access",
		"entry.permission send_as":     "it is Send As",

		"invitation.level LimitedDetails":                                "the invitation asks for LimitedDetails",
		"invitation.level Reviewer":                                      "the invitation asks for Reviewer",
		"organization.exchange_attributes_cloud_managed_by_default true": "the Exchange attributes of new recipients are managed in the cloud",
		"organization.directory_sync.cloud_sync.declared true":           "cloud sync runs",
		"organization.directory_sync.entra_connect.declared true":        "Entra Connect runs",
		"pair.full_access false":                                         "the delegate has no Full Access",
		"pair.send_as.declared false":                                    "the delegate has no Send As of its own",
		"permission folder":                                              "it is a folder permission",
		"permission full_access":                                         "it is Full Access",
		"permission send_on_behalf":                                      "it is Send on Behalf",

		"recipient.exchange_attributes_managed_in cloud": "its Exchange attributes are managed in the cloud",
		"recipient.home cloud":                           "the recipient is in the cloud",
		"recipient.home on_premises":                     "the recipient is on-premises",
		"recipient.mailbox false":                        "the recipient is no mailbox",
		"recipient.mailbox true":                         "the recipient is a mailbox",
		"recipient.type !m365_group":                     "the recipient is no Microsoft 365 group",
		"recipient.type equipment_mailbox":               "the recipient is an equipment mailbox",
		"recipient.type linked_mailbox":                  "the recipient is a linked mailbox",
		"recipient.type m365_group":                      "the recipient is a Microsoft 365 group",
		"recipient.type room_mailbox":                    "the recipient is a room mailbox",
		"recipient.type user_mailbox":                    "the recipient is a user mailbox",

		"cause group":                            "the delegate is a group",
		"cause switched_off":                     "auto-mapping is switched off",
		"delegate.home on_premises":              "the delegate is on-premises",
		"keeps contributor":                      "the right is Contributor",
		"keeps free_busy":                        "the right is AvailabilityOnly or LimitedDetails",
		"keeps nothing":                          "the parent folder has None",
		"keeps rights":                           "the parent folder has other rights",
		"keeps single_rights":                    "the rights are single ones without FolderVisible",
		"keeps visible_single_rights":            "the rights are single ones with FolderVisible",
		"level declared":                         "a level is declared",
		"level too_low":                          "no level is declared",
		"recipient.calendar_default_permission ": "the Default entry is not declared",
		"recipient.calendar_default_permission AvailabilityOnly": "the Default entry is AvailabilityOnly",
		"recipient.calendar_default_permission Contributor":      "the Default entry is Contributor",
		"recipient.calendar_default_permission None":             "the Default entry is None",
		"entry.permission send_on_behalf":                        "it is Send on Behalf",

		"why permission": "it is about folder permissions",
		"why types":      "the types differ",
	}
}

// inWords says when a remediation applies; empty for always.
func (m *Metadata) inWords(when map[string]Wanted) string {
	var conditions []string
	for _, name := range slices.Sorted(maps.Keys(when)) {
		var alternatives []string
		for _, value := range when[name] {
			words, _ := m.ValueInWords(name, value)
			alternatives = append(alternatives, words)
		}
		conditions = append(conditions, strings.Join(alternatives, " or "))
	}
	return strings.Join(conditions, ", and ")
}

// ValueInWords says one value of a condition. A var of the rule's own has its phrase; known is
// false for what has no words.
func (m *Metadata) ValueInWords(name, value string) (words string, known bool) {
	if words, ok := ConditionWords()[name+" "+value]; ok {
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
