package scripts

import (
	"fmt"
	"slices"
	"strings"
)

// settings are the properties that rules set, by the nouns of the cmdlets that set and read them.
func settings() map[string][]string {
	recipient := []string{"HiddenFromAddressListsEnabled", "EmailAddressPolicyEnabled", "PrimarySmtpAddress", "WindowsEmailAddress", "Type"}
	return map[string][]string{
		"Mailbox": recipient, "RemoteMailbox": append([]string{"RemoteRoutingAddress"}, recipient...),
		"MailUser": recipient[:4], "MailContact": recipient[:4], "DistributionGroup": recipient[:4], "DynamicDistributionGroup": recipient[:4],
		"UnifiedGroup":       {"HiddenFromAddressListsEnabled", "PrimarySmtpAddress"},
		"MailPublicFolder":   {"HiddenFromAddressListsEnabled"},
		"CASMailbox":         {"PublicFolderClientAccess"},
		"CalendarProcessing": {"AutomateProcessing"},
		"OrganizationConfig": {"ACLableSyncedObjectEnabled", "SendFromAliasEnabled", "PublicFolderShowClientControl"},
		"ADGroup":            {"GroupScope"},
	}
}

// settingChange is a Set- of properties, or of a value in a list, or the stamp of a remote mailbox.
func settingChange(c command, noun string) (change, bool) {
	properties, ok := settings()[noun]
	identity := c.value("Identity")
	var whom []parameter
	if c.has("Identity") {
		whom = []parameter{{"Identity", identity}}
	}
	if !ok || (identity == "") != (noun == "OrganizationConfig") {
		return change{}, false
	}
	get := "(" + written("Get-"+noun, whom...) + ")"
	var set []parameter
	for _, p := range c.parameters {
		if p.name != "Identity" && p.name != "Confirm" {
			set = append(set, p)
		}
	}
	switch {
	case len(set) == 0:
		return change{}, false
	case len(set) == 1 && listValue.MatchString(set[0].value):
		return listedChange(noun, identity, get, set[0])
	case noun == "RemoteMailbox" && len(set) == 1 && set[0].name == "ACLableSyncedObjectEnabled":
		on := set[0].value != "$false"
		back := written("Set-RemoteMailbox", whom...) + " -ACLableSyncedObjectEnabled"
		if on {
			back += ":$false"
		}
		return change{
			target: targetOf("stamp", identity), topic: recipients, read: "Read-Stamp " + get, wanted: []named{{"ACLable", truth(on)}},
			undo: undo{was: []named{{"ACLable", truth(!on)}}, commands: []string{back}},
		}, true
	}
	x := change{target: targetOf(noun, identity), topic: topicOf(noun)}
	for _, p := range set {
		if !slices.Contains(properties, p.name) || p.value == "" || strings.ContainsAny(p.value[:1], `@("`) {
			return change{}, false
		}
		x.target += targetOf("", p.name)
		old, wanted := "$Old."+p.name, p.value
		if p.value == "$true" || p.value == "$false" {
			old, wanted = "($Old."+p.name+" -eq 'True')", truth(p.value == "$true")
		} else if !strings.HasPrefix(wanted, "'") {
			wanted = "'" + wanted + "'"
		}
		x.wanted = append(x.wanted, named{p.name, wanted})
		x.undo.needs = append(x.undo.needs, p.name)
		// In reverse: an address cannot be set while a policy sets it.
		x.undo.commands = slices.Insert(x.undo.commands, 0, written("Set-"+noun, append(slices.Clone(whom), parameter{p.name, old})...))
	}
	x.read = fmt.Sprintf("Read-Values %s '%s'", get, strings.Join(x.undo.needs, "','"))
	return x, true
}

func topicOf(noun string) topic {
	switch noun {
	case "OrganizationConfig":
		return organization
	case "CalendarProcessing", "CASMailbox":
		return folders
	default:
		return recipients
	}
}

// listedChange is a value that comes into a list, or leaves it. What else is in there stays.
func listedChange(noun, identity, get string, p parameter) (change, bool) {
	m := listValue.FindStringSubmatch(p.value)
	add := m[1] == "Add"
	x := change{
		target: targetOf(p.name, identity, m[2]), topic: recipients, wanted: []named{{"Listed", truth(add)}},
		read: fmt.Sprintf("Read-Listed %s %s %s", get, p.name, m[2]),
		undo: undo{was: []named{{"Listed", truth(!add)}}},
	}
	other := "Add"
	if add {
		other = "Remove"
	}
	back := parameter{p.name, "@{" + other + "=" + m[2] + "}"}
	x.undo.commands = []string{written("Set-"+noun, parameter{"Identity", identity}, back)}
	switch p.name {
	case "GrantSendOnBehalfTo":
		x.topic = sendOnBehalf
		x.read = fmt.Sprintf("Read-Delegate %s (Get-Recipient -Identity %s)", get, m[2])
	case "EmailAddresses":
	default:
		return change{}, false
	}
	return x, true
}
