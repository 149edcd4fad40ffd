package exports

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"hybridlint/loader/model"
)

// Configuration is what exports say, ready to be written.
type Configuration struct {
	Account *Account
	// Lines are those of the exports.
	Lines *Lines
	join  *join
}

// join turns facts into people and blocks.
type join struct {
	*importer
	people []*person
	// groups are the blocks to be, in the order of their keys, by the name of their file without its extension.
	groups map[string][]source
	// single are the lists of one side.
	single map[side][]side
	// forests are the forests that anything is from, by name.
	forests []side
	// exports are the sides whose permissions of a kind were exported.
	exports map[model.Permission]map[side]bool
	// single1 is room for a list of one name.
	single1 [1]*named
	// fromHome counts permissions whose side was concluded from the mailbox.
	fromHome int
	// unexported are the sides on which the permissions of a recipient could not be exported.
	unexported unexported
}

func (im *importer) join() *Configuration {
	j := &join{importer: im, exports: map[model.Permission]map[side]bool{}, groups: map[string][]source{}, single: map[side][]side{}}
	j.settleSides()
	j.joinPeople()
	for text := range j.names.byText {
		j.directory.accounts.use(text)
	}
	j.directory.accounts.conclude()
	for _, p := range j.people {
		j.classify(p)
		p.homeFirst()
	}
	j.settleHomes()
	j.name()
	for _, p := range j.people {
		for _, s := range p.sightings {
			s.forget()
		}
	}
	j.contradict()
	j.attach()
	j.joinMembers()
	j.settleUnexported()
	j.findCalendars()
	grants := j.joinEntries()
	j.remarkCalendars()
	j.writeBatches()
	// The facts are many, and no longer needed.
	j.entries, j.memberships, j.attachments, j.names, j.directory = chunks[entry]{}, chunks[membership]{}, chunks[attachment]{}, nil, nil
	j.writeOrganization()
	j.writeGrants(grants)
	j.writePeople()
	j.sayWhatWasConcluded()
	account := j.account()
	account.Files = j.accountOfFiles()
	j.remarks = append(j.remarks, j.collected.remarks...)
	slices.Sort(j.remarks)
	account.Remarks = slices.Compact(j.remarks)
	return &Configuration{Account: account, Lines: j.lines, join: j}
}

// put adds a block to a group. Those of a group are put in the order of their keys.
func (j *join) put(group string, s source) { j.groups[group] = append(j.groups[group], s) }

func (j *join) remark(format string, args ...any) {
	j.remarks = append(j.remarks, fmt.Sprintf(format, args...))
}

func (j *join) sideName(s side) string {
	if s == anySide {
		return "an unknown side"
	}
	return j.sides.names[s]
}

// settleSides gives every fact the side it is from, now that every file has been read.
func (j *join) settleSides() {
	forest := j.sides.settle()
	for i := range j.fileSides {
		j.fileSides[i].settle(j.sides, forest)
	}
	used := map[side]bool{}
	for _, s := range j.sightings {
		s.side, _ = j.settledSide(s.side, s.file, forest)
		used[s.side] = true
	}
	for e := range j.entries.all() {
		e.side, e.inheritedSide = j.settledSide(e.side, e.file, forest)
		f := &j.fileSides[e.file]
		byMailbox := e.permission == model.FullAccess || e.permission == model.Folder
		if e.inheritedSide && f.settled == anySide && (byMailbox || f.conflict) {
			e.side, e.inheritedSide = anySide, false // where the mailbox lives
			continue
		}
		e.inheritedSide = e.inheritedSide && f.given == anySide
		used[e.side] = true
	}
	settle := func(s side, file int32) side {
		s, _ = j.settledSide(s, file, forest)
		return s
	}
	for a := range j.attachments.all() {
		a.side = settle(a.side, a.file)
	}
	for e := range j.seen {
		if j.exports[e.permission] == nil {
			j.exports[e.permission] = map[side]bool{}
		}
		j.exports[e.permission][settle(e.side, e.file)] = true
	}
	j.settleOrganization(settle, used)
	delete(used, anySide)
	for s := range used {
		if s.onPrem() {
			j.forests = append(j.forests, s)
		}
	}
	slices.SortFunc(j.forests, func(a, b side) int { return cmp.Compare(j.sideName(a), j.sideName(b)) })
}

// contradict takes back what was concluded of the rows of a file that do not tell their side, where one of them is about a
// mailbox of which that side has nothing.
func (j *join) contradict() {
	wrong := map[int32]bool{}
	for e := range j.entries.all() {
		if !e.inheritedSide || wrong[e.file] {
			continue
		}
		if p := j.resolve(e.recipient, e.side); p.placeable() && len(p.on(e.side)) == 0 {
			wrong[e.file] = true
		}
	}
	for e := range j.entries.all() {
		if e.inheritedSide && wrong[e.file] {
			e.side, e.inheritedSide = anySide, false
		}
	}
}

// settledSide is the side of a fact, and whether it is that of other rows of the file.
func (j *join) settledSide(s side, file int32, forest side) (settled side, inherited bool) {
	s = j.sides.settled(s)
	if s == anySide {
		inherited = true
		f := &j.fileSides[file]
		if s = f.settled; s == anySide && !f.conflict {
			s = j.sides.fallback
		}
	}
	if s == onPremises {
		s = forest
	}
	return s, inherited
}

func (j *join) onlyForest() (side, bool) {
	if len(j.forests) != 1 {
		return anySide, false
	}
	return j.forests[0], true
}

// settleHomes reports recipients of which nobody knows where they live, and leaves them out.
func (j *join) settleHomes() {
	keep := j.people[:0]
	for _, p := range j.people {
		if p.home != anySide || p.kind == model.NoRecipientType {
			keep = append(keep, p)
			continue
		}
		for _, s := range p.sightings {
			for row := range s.allRows() {
				j.lose(row, noSide, s.known())
			}
			j.sideUnknown(s.file)
		}
	}
	j.people = keep
}

// resolve finds a recipient that a row of a side names.
func (j *join) resolve(i identity, of side) *person {
	if i.on != nil {
		return i.on.person
	}
	return j.find(i.name).on(of)
}

// find resolves a name.
func (j *join) find(n *named) finding {
	if n == nil {
		return finding{}
	}
	if !n.sought {
		n.sought, n.finding = true, j.directory.find(n.text)
	}
	return n.finding
}

// placeable tells that a person has a block or may have one.
func (p *person) placeable() bool {
	return p != nil && p != ambiguous && p.kind != model.NoRecipientType && p.label != ""
}

// attach adds what other exports say of people.
func (j *join) attach() {
	for a := range j.attachments.all() {
		p := j.resolve(a.recipient, a.side)
		if !p.placeable() {
			j.lose(a.row, missing(p, unknownMailbox, ambiguousMailbox), a.recipient.name.String())
			continue
		}
		switch {
		case a.folderPath != "":
			p.typeFolder(foldedPath(a.folderPath), a.folderType)
			j.use(a.row)
		case a.size != nil:
			j.attachSize(p, a)
		case a.moved != nil:
			j.attachMove(p, a)
		case a.publicFolder != model.Undeclared:
			if p.home != cloud || p.kind == model.M365Group {
				j.ignore(a.row, nothingSaid)
				continue
			}
			p.publicFolder = a.publicFolder
			j.use(a.row)
		default:
			j.attachResourceDelegates(p, a)
		}
	}
	for _, p := range j.people {
		for _, s := range p.sightings {
			if s.links == nil || s.side != p.home {
				continue
			}
			p.autoMapped = map[*person]bool{}
			for _, list := range s.links {
				for _, link := range j.partsOf(list) {
					if d := j.find(link).on(s.side); d.placeable() {
						p.autoMapped[d] = true
					}
				}
			}
		}
	}
}

// attachMove notes when a mailbox came to the cloud, the last time.
func (j *join) attachMove(p *person, a *attachment) {
	if a.side == anySide {
		j.lose(a.row, noSide, "the move of "+p.label)
		j.sideUnknown(a.file)
		return
	}
	if p.home != cloud || a.side != cloud || !a.intoThis {
		j.ignore(a.row, "is a move to where the mailbox is not now, or not to the cloud")
		return
	}
	when, ok, reason := j.timeIn(dateColumn{a.file, "completiontimestamp"}, *a.moved)
	if !ok {
		j.lose(a.row, cmp.Or(reason, wrongValue), "CompletionTimestamp of the move of "+p.label)
		return
	}
	j.use(a.row)
	if day := dayOf(when); day > p.movedOn || day == p.movedOn && a.row < p.movedRow {
		p.movedOn, p.movedRow = day, a.row
	}
}

// attachSize notes how large a mailbox is at home.
func (j *join) attachSize(p *person, a *attachment) {
	if !p.kind.IsMailbox() || a.side != anySide && a.side != p.home {
		j.ignore(a.row, nothingSaid)
		return
	}
	j.use(a.row)
	p.size.bytes, p.size.items = max(p.size.bytes, a.size.bytes), max(p.size.items, a.size.items)
}

func (j *join) attachResourceDelegates(p *person, a *attachment) {
	var names []*named
	for _, list := range a.resourceDelegates {
		names = append(names, j.partsOf(list)...)
	}
	for _, name := range names {
		d := j.find(name).on(a.side)
		if !d.placeable() {
			j.lose(a.row, missing(d, unknownTrustee, ambiguousTrustee), "resource delegate "+name.text+" of "+p.label)
			continue
		}
		j.use(a.row)
		d.referred = true
		if !slices.Contains(p.resourceDelegates, d) {
			p.resourceDelegates = append(p.resourceDelegates, d)
		}
	}
}

func missing(p *person, unknown, several string) string {
	if p == ambiguous {
		return several
	}
	return unknown
}

// joinMembers gives groups their members. A member that nobody declared is kept by its name: the language allows it.
func (j *join) joinMembers() {
	seen := map[*person]map[string]bool{}
	for m := range j.memberships.all() {
		group := j.resolve(m.group, anySide)
		if !group.placeable() || !group.kind.IsGroup() {
			j.lose(m.row, missing(group, "the group is none that was exported", ambiguousMailbox), "member "+m.member.String()+" of "+m.group.String())
			continue
		}
		j.use(m.row)
		if seen[group] == nil {
			seen[group] = map[string]bool{}
		}
		for _, member := range j.partsOf(m.member) {
			name := member.text
			if p := j.find(member).person; p.placeable() {
				name, p.referred = p.label, true
			}
			if folded := strings.ToLower(name); !seen[group][folded] {
				seen[group][folded] = true
				group.members = append(group.members, name)
			}
		}
	}
}

func (j *join) sayWhatWasConcluded() {
	if j.fromHome > 0 {
		j.remark("%d permissions come from reports that do not say which side they were made on; each was taken to be where its mailbox lives.", j.fromHome)
	}
	reported := 0
	for _, p := range j.people {
		if p.written && p.onlyReported() {
			reported++
		}
	}
	if reported > 0 {
		j.remark("%d mailboxes are known from permission reports only; where those do not name the type they are user_mailbox. Export Get-Mailbox as well.", reported)
	}
	if roots := j.sides.roots(); len(roots) > 1 && len(j.forests) == 1 && !j.sides.fallback.onPrem() {
		j.remark("The exports hold objects of the domains %s, which were taken for one forest. If they are several forests, name them: --side PATH=NAME for the files of each.", strings.Join(roots[:min(len(roots), 20)], ", "))
	}
	if len(j.forests) == 1 && j.sideName(j.forests[0]) == unnamedForest {
		j.remark(`The forest has no name in the exports and is called %q. Give it one: --side NAME.`, unnamedForest)
	}
}
