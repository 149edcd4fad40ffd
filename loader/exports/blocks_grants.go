package exports

import (
	"cmp"
	"slices"
	"strings"

	"hybridlint/loader"
)

// pair is a manager and a delegate.
type pair struct{ recipient, trustee *person }

// writeGrants makes the blocks of grants. Who has the flag Delegate on a calendar is a delegate of Outlook: the rights on
// folders and Send on Behalf that belong to it become one block.
func (j *join) writeGrants(grants []*grant) {
	delegates := map[pair]bool{}
	for _, g := range grants {
		if g.folder != nil && g.trustee != nil && g.folderType == "Calendar" && slices.Contains(g.folder.flags, "Delegate") {
			delegates[pair{g.recipient, g.trustee}] = true
		}
	}
	joined := map[pair][]*grant{}
	for _, g := range grants {
		for _, row := range g.rows {
			j.use(row)
		}
		p := pair{g.recipient, g.trustee}
		belongs := g.permission == loader.SendOnBehalf && !g.deny || g.folder != nil && len(g.folder.rights) == 1
		if delegates[p] && belongs {
			joined[p] = append(joined[p], g)
			continue
		}
		j.blocks = append(j.blocks, j.grantBlock(g))
	}
	for p, list := range joined {
		j.blocks = append(j.blocks, j.delegateBlock(p, list))
	}
}

func (j *join) grantBlock(g *grant) *block {
	permission := loader.Word(g.permission)
	b := &block{group: "grants-" + permission, letter: letterOf(g.recipient.label), header: "grant " + quoted(permission)}
	key := []string{g.recipient.label, g.delegate}
	b.addSources(j, g)
	b.text("recipient", g.recipient.label)
	b.text("delegate", g.delegate)
	if g.folder != nil {
		key = append(key, strings.ToLower(g.folder.path))
		b.text("folder", g.folder.path)
		if g.folderType != "" && !strings.EqualFold(g.folderType, g.folder.path) {
			b.text("folder_type", g.folderType)
		}
		b.list("access_rights", inTableOrder[loader.FolderRight](g.folder.rights))
		if len(g.folder.flags) > 0 {
			b.list("sharing_permission_flags", inTableOrder[loader.SharingFlag](g.folder.flags))
		}
	}
	b.word("state", "existing")
	if g.permission == loader.SendAs || g.permission == loader.SendOnBehalf {
		j.addSides(b, g.recipient, g.permission, g.sides)
	}
	b.boolean("auto_mapping", g.autoMapping)
	if g.inherited {
		key = append(key, "inherited")
		b.boolean("inherited", loader.True)
	}
	if g.deny {
		key = append(key, "deny")
		b.boolean("deny", loader.True)
	}
	b.key = strings.Join(key, "\x00")
	return b
}

func (b *block) addSources(j *join, g *grant) {
	for _, row := range g.rows {
		b.sources = append(b.sources, j.source(row))
	}
}

func (j *join) addSides(b *block, p *person, permission loader.Permission, sides []side) {
	present := j.inOrder(slices.Clone(sides))
	b.list("present_in", j.sideNames(present))
	if unknown := j.unknownIn(p, permission, present); len(unknown) > 0 {
		b.list("unknown_in", j.sideNames(unknown))
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
func inTableOrder[E loader.Enumeration](list []string) []string {
	var e E
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b string) int { return cmp.Compare(slices.Index(e.Words(), a), slices.Index(e.Words(), b)) })
	return list
}

func (j *join) delegateBlock(p pair, grants []*grant) *block {
	b := &block{group: "outlook_delegates", letter: letterOf(p.recipient.label), header: "outlook_delegate", key: p.recipient.label + "\x00" + p.trustee.label}
	b.text("manager", p.recipient.label)
	b.text("delegate", p.trustee.label)
	b.word("state", "existing")
	var rights []string
	var onBehalf *grant
	private := false
	for _, g := range grants {
		b.addSources(j, g)
		if g.folder == nil {
			onBehalf = g
			continue
		}
		name := g.folder.path
		if g.folderType == "Calendar" {
			name = "Calendar"
		}
		private = private || slices.Contains(g.folder.flags, "CanViewPrivateItems")
		rights = append(rights, quotedKey(name)+" = "+quoted(g.folder.rights[0]))
	}
	slices.Sort(rights)
	b.expression("folder_access_rights", "{ "+strings.Join(slices.Compact(rights), ", ")+" }")
	switch {
	case onBehalf != nil:
		b.boolean("send_on_behalf", loader.True)
		j.addSides(b, p.recipient, loader.SendOnBehalf, onBehalf.sides)
	case j.exports[loader.SendOnBehalf][p.recipient.home]:
		b.boolean("send_on_behalf", loader.False)
	}
	b.boolean("receives_meeting_requests", loader.True)
	if private {
		b.boolean("private_items", loader.True)
	}
	return b
}

// quotedKey is a key of an object: a plain word as it is, everything else quoted.
func quotedKey(name string) string {
	for i, c := range name {
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
		digit := c >= '0' && c <= '9'
		if !letter && (i == 0 || !digit) {
			return quoted(name)
		}
	}
	return name
}
