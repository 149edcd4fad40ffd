package exports

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"hybridlint/loader/model"
)

// pair is a manager and a delegate.
type pair struct{ manager, delegate *person }

// delegation is what makes somebody a delegate of Outlook: the rights on folders and Send on Behalf that belong together.
type delegation struct {
	pair
	// folders are the rights on folders by what the language calls the folder.
	folders  map[string]*grant
	onBehalf *grant
}

// writeGrants makes blocks of grants. Who has the flag Delegate on a calendar is a delegate of Outlook.
func (j *join) writeGrants(grants []*grant) {
	delegations := map[pair]*delegation{}
	for _, g := range grants {
		if g.folder != nil && g.trustee != nil && g.folderType == "Calendar" && len(g.folder.rights) == 1 && slices.Contains(g.folder.flags, "Delegate") {
			if p := (pair{g.recipient, g.trustee}); delegations[p] == nil {
				delegations[p] = &delegation{pair: p, folders: map[string]*grant{"Calendar": g}}
			}
		}
	}
	for _, g := range grants {
		j.use(g.row)
		for _, row := range g.rows {
			j.use(row)
		}
		if d := delegations[pair{g.recipient, g.trustee}]; d == nil || !d.takes(g) {
			j.put("grants-"+model.Word(g.permission), g)
		}
	}
	sorted := slices.SortedFunc(maps.Values(delegations), func(a, b *delegation) int { return strings.Compare(a.key(), b.key()) })
	for _, d := range sorted {
		j.put("outlook_delegates", d)
	}
}

// takes tells whether a grant is a part of the delegation: Send on Behalf, and the right on one of the folders in Outlook's
// dialog. What is on other folders stays a grant of its own.
func (d *delegation) takes(g *grant) bool {
	if g.permission == model.SendOnBehalf && !g.deny {
		d.onBehalf = g
		return true
	}
	if g.folder == nil || len(g.folder.rights) != 1 {
		return false
	}
	name := g.outlookFolder()
	if name == "" {
		return false
	}
	if d.folders[name] == nil {
		d.folders[name] = g
	}
	return d.folders[name] == g
}

// outlookFolders are those on which Outlook's dialog gives delegates rights.
var outlookFolders = []string{"Calendar", "Tasks", "Inbox", "Contacts", "Notes", "Journal"}

// outlookFolder is which of them the folder of a grant is; empty for none.
func (g *grant) outlookFolder() string {
	for _, name := range outlookFolders {
		if strings.EqualFold(cmp.Or(g.folderType, g.folder.path), name) {
			return name
		}
	}
	return ""
}

func (g *grant) key() string {
	key := []string{g.recipient.label, g.delegate}
	if g.folder != nil {
		key = append(key, g.folder.folded)
	}
	if g.inherited {
		key = append(key, "inherited")
	}
	if g.deny {
		key = append(key, "deny")
	}
	return strings.Join(key, "\x00")
}

func (g *grant) owner() string { return g.recipient.label }

func (g *grant) fill(j *join, b *block) {
	b.header, b.row = `grant "`+model.Word(g.permission)+`"`, g.row
	b.addSources(j, g)
	b.text(attrRecipient, g.recipient.label)
	b.text(attrDelegate, g.delegate)
	if g.folder != nil {
		b.text(attrFolder, g.folder.path)
		if g.folderType != "" && !strings.EqualFold(g.folderType, g.folder.path) {
			b.text(attrFolderType, g.folderType)
		}
		b.list(attrAccessRights, inTableOrder[model.FolderRight](g.folder.rights))
		if len(g.folder.flags) > 0 {
			b.list(attrSharingPermissionFlags, inTableOrder[model.SharingFlag](g.folder.flags))
		}
	}
	b.text(attrState, "existing")
	if g.permission == model.SendAs || g.permission == model.SendOnBehalf {
		j.addSides(b, g.recipient, g.permission, g.sides)
	}
	b.boolean(attrAutoMapping, g.autoMapping)
	if g.inherited {
		b.boolean(attrInherited, model.True)
	}
	if g.deny {
		b.boolean(attrDeny, model.True)
	}
}

func (b *block) addSources(j *join, g *grant) {
	b.sources = append(b.sources, j.source(g.row))
	for _, row := range g.rows {
		b.sources = append(b.sources, j.source(row))
	}
}

func (j *join) addSides(b *block, p *person, permission model.Permission, sides []side) {
	present := j.inOrder(slices.Clone(sides))
	b.list(attrPresentIn, j.sideNames(present))
	if unknown := j.unknownIn(p, permission, present); len(unknown) > 0 {
		b.list(attrUnknownIn, j.sideNames(unknown))
	}
}

func (j *join) sideNames(sides []side) []string {
	names := make([]string, len(sides))
	for i, s := range sides {
		names[i] = j.sideName(s)
	}
	return names
}

// inTableOrder sorts words of an enumeration.
func inTableOrder[E model.Enumeration](list []string) []string {
	if len(list) < 2 {
		return list
	}
	var e E
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b string) int { return cmp.Compare(slices.Index(e.Words(), a), slices.Index(e.Words(), b)) })
	return list
}

func (d *delegation) key() string { return d.manager.label + "\x00" + d.delegate.label }

func (d *delegation) owner() string { return d.manager.label }

func (d *delegation) fill(j *join, b *block) {
	b.header, b.row = "outlook_delegate", d.folders["Calendar"].row
	b.text(attrManager, d.manager.label)
	b.text(attrDelegate, d.pair.delegate.label)
	b.text(attrState, "existing")
	var rights []string
	private := false
	for _, name := range slices.Sorted(maps.Keys(d.folders)) {
		g := d.folders[name]
		b.addSources(j, g)
		private = private || slices.Contains(g.folder.flags, "CanViewPrivateItems")
		rights = append(rights, name+" = "+quoted(g.folder.rights[0]))
	}
	b.expression(attrFolderAccessRights, "{ "+strings.Join(rights, ", ")+" }")
	switch {
	case d.onBehalf != nil:
		b.addSources(j, d.onBehalf)
		b.boolean(attrSendOnBehalf, model.True)
		b.from(d.onBehalf.row)
		j.addSides(b, d.manager, model.SendOnBehalf, d.onBehalf.sides)
	case j.exports[model.SendOnBehalf][d.manager.home]:
		b.boolean(attrSendOnBehalf, model.False)
	}
	b.boolean(attrReceivesMeetingRequests, model.True)
	if private {
		b.boolean(attrPrivateItems, model.True)
	}
}
