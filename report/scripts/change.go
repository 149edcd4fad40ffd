package scripts

import (
	"fmt"
	"slices"
	"strings"
)

// change is what a command changes on a server: how to read what is there, what is wanted, and how to take it back. All texts are
// PowerShell. A value that cannot be read is not known, and then nobody can take the change back as it was.
type change struct {
	// target is the same for commands that change the same thing.
	target string
	topic  topic
	// read gives what is there, by name.
	read   string
	wanted []named
	// final: nothing brings it back.
	final bool
	undo  undo
}

// named is a value by its name.
type named struct{ name, value string }

// undo takes a change back where things were as was says; needs are names of values that it takes.
type undo struct {
	was      []named
	needs    []string
	commands []string
}

// topic is what a change repairs. They are carried out in this order: permissions want recipients that can be permitted, and these
// the settings of their organization.
type topic int

const (
	organization topic = iota
	recipients
	fullAccess
	sendAs
	sendOnBehalf
	folders
	looking
)

func (t topic) String() string {
	return [...]string{"Settings of the organization", "Recipients", "Full Access", "Send As", "Send on Behalf", "Folders and calendars", "To look at"}[t]
}

// changeOf understands what a command changes; not ok for a command that nobody has told this package about.
func changeOf(c command) (change, bool) {
	verb, noun, _ := strings.Cut(c.cmdlet, "-")
	switch {
	case noun == "MailboxPermission":
		return fullAccessChange(c, verb)
	case noun == "RecipientPermission":
		return entryChange(c, verb, "SendAs", "Trustee", []parameter{{"AccessRights", "SendAs"}}, nil)
	case noun == "ADPermission":
		return entryChange(c, verb, "Send-As", "User", []parameter{{"ExtendedRights", `"Send As"`}}, []parameter{{"AccessRights", "ExtendedRight"}})
	case noun == "MailboxFolderPermission":
		return folderChange(c, verb)
	case c.cmdlet == "Enable-DistributionGroup" && c.only("Identity"):
		return change{
			target: targetOf("group", c.value("Identity")), topic: recipients, final: true, wanted: []named{{"Enabled", "'True'"}},
			read: fmt.Sprintf(`@{ Enabled = "$([bool](Get-DistributionGroup -Identity %s -ErrorAction SilentlyContinue))" }`, c.value("Identity")),
		}, true
	case verb == "Set":
		return settingChange(c, noun)
	default:
		return change{}, false
	}
}

func targetOf(words ...string) string { return strings.ToLower(strings.Join(words, "|")) }

// written is a command with these parameters.
func written(cmdlet string, parameters ...parameter) string {
	words := []string{cmdlet}
	for _, p := range parameters {
		words = append(words, "-"+p.name)
		if p.value != "" {
			words = append(words, p.value)
		}
	}
	return strings.Join(words, " ")
}

func truth(is bool) string {
	if is {
		return "'True'"
	}
	return "'False'"
}

// entryChange is an entry in a list of permissions that comes or goes. right is how it is called where it is read, asked is what every
// command about it has, and added what only that has which adds it.
func entryChange(c command, verb, right, who string, asked, added []parameter, also ...string) (change, bool) {
	known := append([]string{"Identity", who, "Deny", "InheritanceType"}, also...)
	for _, p := range slices.Concat(asked, added) {
		known = append(known, p.name)
	}
	add := verb == "Add"
	identity, user := c.value("Identity"), c.value(who)
	wrong := func(p parameter) bool { return c.has(p.name) && c.value(p.name) != p.value }
	if !add && verb != "Remove" || identity == "" || user == "" || !c.only(known...) || slices.ContainsFunc(slices.Concat(asked, added), wrong) || !c.has(asked[0].name) {
		return change{}, false
	}
	var kept []parameter // of this entry in particular
	for _, name := range append([]string{"Deny"}, also...) {
		if c.has(name) && name != "AutoMapping" {
			kept = append(kept, parameter{name, c.value(name)})
		}
	}
	_, noun, _ := strings.Cut(c.cmdlet, "-")
	read := []parameter{{"Identity", identity}}
	only := ""
	if identifier.MatchString(user) { // the account is gone, and cannot be looked for by its name
		only = fmt.Sprintf(` | Where-Object { "$($_.%s)" -like '*%s' }`, who, strings.Trim(user, "'"))
	} else {
		read = append(read, parameter{who, user})
	}
	if c.has("GroupMailbox") {
		read = append(read, parameter{name: "GroupMailbox"})
	}
	inverse := slices.Concat([]parameter{{"Identity", identity}, {who, user}}, asked, kept)
	cmdlet := "Remove-" + noun
	if !add {
		inverse = slices.Concat([]parameter{{"Identity", identity}, {who, user}}, added, asked, kept)
		cmdlet = "Add-" + noun
	}
	return change{
		target: targetOf(noun, identity, user, fmt.Sprint(c.has("Deny"))), topic: sendAs,
		read:   fmt.Sprintf("Read-Entry @(%s%s) '%s' $%t", written("Get-"+noun, read...), only, right, c.has("Deny")),
		wanted: []named{{"Present", truth(add)}}, final: !add && only != "",
		undo: undo{was: []named{{"Present", truth(!add)}}, commands: []string{written(cmdlet, inverse...)}},
	}, true
}

// fullAccessChange is an entry of Full Access. No cmdlet reads whether Outlook opens the mailbox by itself.
func fullAccessChange(c command, verb string) (change, bool) {
	all := parameter{"InheritanceType", "All"}
	if c.has(all.name) && c.value(all.name) != all.value {
		return change{}, false
	}
	x, ok := entryChange(c, verb, "FullAccess", "User", []parameter{{"AccessRights", "FullAccess"}, all}, nil, "AutoMapping", "GroupMailbox")
	x.topic = fullAccess
	switch mapping := c.value("AutoMapping"); {
	case mapping != "":
		x.wanted = append(x.wanted, named{"AutoMapping", truth(mapping == "$true")})
	case verb == "Remove" && !c.has("Deny"):
		x.wanted = append(x.wanted, named{"AutoMapping", "''"})
	}
	return x, ok
}

// folderChange is what somebody may do in a folder.
func folderChange(c command, verb string) (change, bool) {
	folder, user, rights, flags := c.value("Identity"), c.value("User"), c.value("AccessRights"), c.value("SharingPermissionFlags")
	if folder == "" || user == "" || !c.only("Identity", "User", "AccessRights", "SharingPermissionFlags") || (rights == "") != (verb == "Remove") {
		return change{}, false
	}
	entry := []parameter{{"Identity", folder}, {"User", user}}
	x := change{
		target: targetOf("folder", folder, user), topic: folders,
		read:   fmt.Sprintf("Read-FolderEntry { %s }", written("Get-MailboxFolderPermission", entry...)),
		wanted: []named{{"Present", truth(verb != "Remove")}},
		undo:   undo{was: []named{{"Present", truth(verb != "Add")}}},
	}
	oldRights := parameter{"AccessRights", "($Old.AccessRights -split ',')"}
	oldFlags := parameter{"SharingPermissionFlags", "($Old.SharingPermissionFlags -split ',')"}
	switch verb {
	case "Add":
		x.undo.commands = []string{written("Remove-MailboxFolderPermission", entry...)}
	case "Set":
		if flags != "" {
			oldFlags.value = "$(if ($Old.SharingPermissionFlags) { $Old.SharingPermissionFlags -split ',' } else { 'None' })"
			entry = append(entry, oldFlags)
		}
		x.undo.commands = []string{written("Set-MailboxFolderPermission", append(entry, oldRights)...)}
	case "Remove":
		if identifier.MatchString(user) {
			x.read = fmt.Sprintf(`Read-FolderEntry { Get-MailboxFolderPermission -Identity %s | Where-Object { "$($_.User)" -like '*%s' } }`, folder, strings.Trim(user, "'"))
			x.final = true
		}
		x.undo.commands = []string{
			"if ($Old.SharingPermissionFlags) { " + written("Add-MailboxFolderPermission", append(slices.Clone(entry), oldRights, oldFlags)...) + how +
				" } else { " + written("Add-MailboxFolderPermission", append(slices.Clone(entry), oldRights)...) + how + " }",
		}
	default:
		return change{}, false
	}
	for _, p := range []parameter{{"AccessRights", rights}, {"SharingPermissionFlags", flags}} {
		if p.value != "" {
			x.wanted = append(x.wanted, named{p.name, "'" + p.value + "'"})
		}
	}
	return x, true
}
