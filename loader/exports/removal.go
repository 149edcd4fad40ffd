package exports

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"hybridlint/report/visible"
)

// keeping is what becomes of an imported block that the exports no longer have.
type keeping uint8

const (
	_ keeping = iota // it goes, as it is proven to be gone
	// keepBlock is for one of which this import does not tell.
	keepBlock
	// keepAside is for one that is gone and has additions of the user's: it becomes a comment.
	keepAside
)

// importedFile says, as comments, how many exports of a cmdlet there were, so that the next import knows whether it has all of them.
const importedFile = "imported" + extension

// coverage is a cmdlet or report and the side that its rows are of; the side is empty where they do not tell.
type coverage struct{ kind, side string }

// removal decides which imported blocks may go. A block goes only where every export that it was made of was read again, whole.
type removal struct {
	// files counts the files by what they cover, before and now.
	before, now map[coverage]int
	// unsure are the kinds of which not everything was understood; incomplete says that nothing can be proven.
	unsure     map[string]bool
	incomplete bool
	// homes are those of the recipients that the folder has; references are what its blocks refer to that stay.
	homes      map[identityHash]string
	references map[identityHash]bool
	oldForests []string
	// forestBefore is the name that a forest had in the folder, forestNow the one that it has.
	forestBefore, forestNow string
	removed                 []string
	keptAside               []string
	kept                    int
}

func newRemoval(c *Configuration, existing Folder) *removal {
	r := &removal{before: map[coverage]int{}, now: map[coverage]int{}, unsure: map[string]bool{}, homes: map[identityHash]string{}, references: map[identityHash]bool{},
		incomplete: len(c.join.problems) > 0}
	for _, f := range c.Account.Files {
		if f.Data {
			r.incomplete = true
		}
		sides := f.Sides
		if len(sides) == 0 {
			sides = []string{""}
		}
		for _, kind := range f.Kinds {
			r.unsure[kind] = r.unsure[kind] || f.Rows == defaultResultSize
			for _, s := range sides {
				r.now[coverage{kind, strings.ToLower(s)}]++
			}
		}
	}
	for _, t := range c.Account.Tallies {
		if len(t.NotUnderstood) > 0 {
			r.unsure[t.Kind] = true
			r.incomplete = r.incomplete || t.Kind == "file" || strings.HasPrefix(t.Kind, "collect.ps1")
		}
	}
	if slices.Contains(existing.Names(), importedFile) {
		if text, err := existing.Read(importedFile); err == nil {
			r.readBefore(text)
		}
	}
	return r
}

// readBefore reads what the import before wrote: "# Get-Mailbox, cloud: 2".
func (r *removal) readBefore(text string) {
	for line := range strings.Lines(text) {
		said, found := strings.CutPrefix(strings.TrimSpace(line), "# ")
		what, number, hasNumber := strings.Cut(said, ": ")
		kind, s, hasSide := strings.Cut(what, ", ")
		if n, err := strconv.Atoi(number); found && hasNumber && hasSide && err == nil {
			r.before[coverage{kind, s}] = n
		}
	}
}

// text is what the next import is told.
func (r *removal) text() string {
	all := maps.Clone(r.before)
	for c, n := range r.now {
		all[c] = max(n, all[c])
	}
	if r.forestBefore != "" {
		maps.DeleteFunc(all, func(c coverage, _ int) bool { return c.side == strings.ToLower(r.forestBefore) })
	}
	if len(all) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString("# How many exports there were of what, and of which side. The next import removes what is gone only where it has as many.\n\n")
	for _, c := range slices.SortedFunc(maps.Keys(all), func(a, b coverage) int { return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.side, b.side)) }) {
		fmt.Fprintf(&b, "# %s, %s: %d\n", visible.Text(c.kind), visible.Text(c.side), all[c])
	}
	return b.String()
}

func (r *removal) noteHome(b *writtenBlock) {
	if home := b.texts["home"]; len(home) == 1 {
		r.homes[hashOf(strings.ToLower(b.label))] = home[0]
	}
}

// refer notes whom a block that stays refers to.
func (r *removal) refer(b *writtenBlock) {
	for _, texts := range b.texts {
		for _, text := range texts {
			r.references[hashOf(strings.ToLower(text))] = true
		}
	}
}

// renameForest finds the forest that has got a name: the folder has one that the exports do not have, and they have one that
// the folder does not have.
func (r *removal) renameForest(m *merge) {
	var before, now []string
	known := func(list []string, name string) bool {
		return slices.ContainsFunc(list, func(n string) bool { return strings.EqualFold(n, name) })
	}
	var names []string
	for _, forest := range m.join.forests {
		names = append(names, m.join.sideName(forest))
	}
	for _, name := range r.oldForests {
		if !known(names, name) {
			before = append(before, name)
		}
	}
	for _, name := range names {
		if !known(r.oldForests, name) {
			now = append(now, name)
		}
	}
	if len(before) != 1 || len(now) != 1 || !r.sameObjects(m, before[0], now[0]) {
		return
	}
	r.forestBefore, r.forestNow = before[0], now[0]
}

// sameObjects tells that everybody who lived in a forest lives in the other one now.
func (r *removal) sameObjects(m *merge, before, now string) bool {
	found := false
	homes := map[identityHash]string{}
	for _, p := range m.join.people {
		if p.written {
			homes[hashOf(p.label)] = m.join.sideName(p.home)
		}
	}
	for label, home := range r.homes {
		if !strings.EqualFold(home, before) {
			continue
		}
		if !strings.EqualFold(homes[label], now) && !strings.EqualFold(homes[label], cloudName) {
			return false
		}
		found = true
	}
	return found
}

// identityBefore is the identity that the block of a forest had before it was renamed.
func (r *removal) identityBefore(s source) (identity string, isForest bool) {
	made, ok := s.(made)
	if !ok || r.forestBefore == "" || made.made.identity() != identityFrom("forest", r.forestNow, nil) {
		return "", false
	}
	return identityFrom("forest", r.forestBefore, nil), true
}

// covers tells whether this import has all the exports that a block was made of.
func (r *removal) covers(p *piece) bool {
	if r.incomplete {
		return false
	}
	sides := r.sidesOf(&p.blocks[0])
	for _, kind := range kindsIn(p.text) {
		if kind == "a permission report" {
			kind = "permission report"
		}
		if r.unsure[kind] || !r.has(kind, sides) {
			return false
		}
	}
	return true
}

// has tells whether a kind of export was read again of these sides, in as many files as before.
func (r *removal) has(kind string, sides []string) bool {
	if r.now[coverage{kind, ""}] > 0 {
		sides = nil
	}
	read := false
	for c, n := range r.now {
		read = read || c.kind == kind && n > 0
	}
	for c, n := range r.before {
		relevant := c.kind == kind && (len(sides) == 0 || c.side == "" || slices.Contains(sides, c.side))
		if relevant && r.now[coverage{kind, r.nameNow(c.side)}] < n {
			return false
		}
	}
	if len(r.before) > 0 {
		return read
	}
	for _, s := range sides { // a folder of an older version, which does not say what it is made of
		if r.now[coverage{kind, s}] == 0 {
			return false
		}
	}
	return read
}

// nameNow is the name that a side has now, in lower case.
func (r *removal) nameNow(s string) string {
	if r.forestBefore != "" && strings.EqualFold(s, r.forestBefore) {
		return strings.ToLower(r.forestNow)
	}
	return strings.ToLower(s)
}

// sidesOf are the sides from which what a block says comes: those of the recipient that it is about.
func (r *removal) sidesOf(b *writtenBlock) []string {
	var sides []string
	add := func(names ...string) {
		for _, name := range names {
			sides = append(sides, r.nameNow(name))
		}
	}
	switch {
	case b.kind == "tenant":
		add(cloudName)
	case b.kind == "forest":
		add(b.label)
	case b.isRecipient():
		add(b.texts["home"]...)
		add(b.objects...)
	case b.texts["present_in"] != nil:
		add(b.texts["present_in"]...)
	default:
		for _, name := range append(b.texts["recipient"], b.texts["manager"]...) {
			if home := r.homes[hashOf(strings.ToLower(name))]; home != "" {
				add(home)
			}
		}
	}
	return sides
}

// decideRemovals decides what becomes of the imported blocks that the exports no longer have. Recipients come last: who is
// referred to by what stays, stays too.
func (m *merge) decideRemovals() error {
	type gone struct {
		file  *mergedFile
		at    int
		label string
		says  string
		own   bool
	}
	var recipients []gone
	for _, name := range slices.Sorted(maps.Keys(m.files)) {
		f := m.files[name]
		if len(f.kept) == 0 || !slices.Contains(f.updated, nil) {
			continue
		}
		pieces, err := m.piecesOf(name)
		if err != nil {
			return err
		}
		for i := range pieces {
			p := &pieces[i]
			if !p.imported || f.updated[i] != nil || m.isMoved(name, i) {
				continue
			}
			b := &p.blocks[0]
			if m.isByHand(b) {
				continue // the block of the user's own takes its place
			}
			if !m.removal.covers(p) {
				f.kept[i] = keepBlock
				m.removal.kept++
				m.removal.refer(b)
				continue
			}
			g := gone{f, i, b.label, b.says(), pieceHasOwn(p.text)}
			if b.isRecipient() || b.kind == "forest" {
				recipients = append(recipients, g)
				continue
			}
			m.removal.take(g.file, g.at, g.says, g.own)
		}
	}
	for _, g := range recipients {
		if m.removal.references[hashOf(strings.ToLower(g.label))] {
			g.file.kept[g.at] = keepBlock
			m.removal.kept++
			continue
		}
		m.removal.take(g.file, g.at, g.says, g.own)
	}
	return nil
}

// isMoved tells an imported block that is written into another file now.
func (m *merge) isMoved(name string, at int) bool { return m.moved[place{m.number(name), int32(at)}] }

func (m *merge) number(name string) int32 { return int32(slices.Index(m.names, name)) }

func (m *merge) isByHand(b *writtenBlock) bool { return m.byHand[hashOf(b.identities()[0])] }

// take removes a block, or keeps it aside.
func (r *removal) take(f *mergedFile, at int, says string, own bool) {
	if own {
		f.kept[at] = keepAside
		r.keptAside = append(r.keptAside, says)
		return
	}
	r.removed = append(r.removed, says)
}

// aside is the text of a block as a comment.
func aside(text string) string {
	var b strings.Builder
	b.WriteString("# No longer in the exports. Kept because of what was added to it; delete it when it is of no use.")
	for line := range strings.Lines(text) {
		b.WriteString("\n#   " + strings.TrimRight(line, "\r\n"))
	}
	return b.String()
}

// Changes say what an import has taken out of a folder.
type Changes struct {
	// Removed are the blocks that are gone, KeptAside those that became comments because of what was added to them.
	Removed, KeptAside []string
	// Kept counts the blocks that the exports do not have and that stay, because it is not proven that they are gone.
	Kept int
}

func (r *removal) changes() Changes {
	slices.Sort(r.removed)
	slices.Sort(r.keptAside)
	return Changes{r.removed, r.keptAside, r.kept}
}
