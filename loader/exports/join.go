package exports

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"hybridlint/loader"
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
	people  []*person
	remarks []string
	// groups are the blocks to be, in the order of their keys, by the name of their file without its extension.
	groups map[string][]source
	// single are the lists of one side.
	single map[side][]side
	// forests are the forests that anything is from, by name.
	forests []side
	// exports are the sides whose permissions of a kind were exported.
	exports map[loader.Permission]map[side]bool
	// fromHome counts permissions whose side was concluded from the mailbox.
	fromHome int
	// unexported are the sides on which the permissions of a recipient could not be exported.
	unexported unexported
}

func (im *importer) join() *Configuration {
	j := &join{importer: im, exports: map[loader.Permission]map[side]bool{}, groups: map[string][]source{}, single: map[side][]side{}}
	j.settleSides()
	j.joinPeople()
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
	j.attach()
	j.joinMembers()
	j.settleUnexported()
	grants := j.joinEntries()
	j.writeBatches()
	// The facts are many, and no longer needed.
	j.entries, j.memberships, j.attachments, j.names, j.directory = chunks[entry]{}, chunks[membership]{}, chunks[attachment]{}, nil, nil
	j.writeOrganization()
	j.writeGrants(grants)
	j.writePeople()
	j.sayWhatWasConcluded()
	account := j.account()
	account.Remarks = append(j.remarks, j.collected.remarks...)
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
	settle := func(s side, file int32) side {
		if s == anySide {
			s = j.fileSides[file]
		}
		if s == anySide {
			s = j.sides.fallback
		}
		if s == onPremises {
			s = forest
		}
		return s
	}
	used := map[side]bool{}
	for _, s := range j.sightings {
		s.side = settle(s.side, s.file)
		used[s.side] = true
	}
	for e := range j.entries.all() {
		if told := j.fileSides[e.file]; e.side == anySide && told == anySide && (e.permission == loader.FullAccess || e.permission == loader.Folder) {
			continue // where the mailbox lives, and nowhere else
		}
		e.side = settle(e.side, e.file)
		used[e.side] = true
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
	j.org.settle(settle, used)
	delete(used, anySide)
	for s := range used {
		if s.onPrem() {
			j.forests = append(j.forests, s)
		}
	}
	slices.SortFunc(j.forests, func(a, b side) int { return cmp.Compare(j.sideName(a), j.sideName(b)) })
}

// settle gives the facts of the organization their sides, and notes those.
func (o *organization) settle(settle func(side, int32) side, used map[side]bool) {
	first := func(a, _ *configFacts) *configFacts { return a }
	o.configs = settled(o.configs, first, settle, used)
	o.servers = settled(o.servers, newest, settle, used)
	o.domains = settled(o.domains, union[string], settle, used)
	o.trusts = settled(o.trusts, union[trust], settle, used)
	o.rows = settled(o.rows, func(a, b rowRef) rowRef { return min(a, b) }, settle, used)
	for _, list := range [][]relationship{o.relationships, o.connectors} {
		for i := range list {
			list[i].side = settle(list[i].side, list[i].file)
			used[list[i].side] = true
		}
	}
}

// settled gives facts by side their sides; where two turn out to be the same side, what is known of both is joined.
func settled[T any](facts map[side]T, join func(a, b T) T, settle func(side, int32) side, used map[side]bool) map[side]T {
	out := map[side]T{}
	for _, s := range slices.Sorted(maps.Keys(facts)) {
		fact := facts[s]
		if s == onPremises { // the only one that changes without a file
			s = settle(s, 0)
		}
		if there, twice := out[s]; twice {
			fact = join(there, fact)
		}
		out[s] = fact
		used[s] = true
	}
	return out
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
		if p.home != anySide || p.kind == loader.NoRecipientType {
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

// resolve finds a recipient that a row names.
func (j *join) resolve(i identity) *person {
	if i.on != nil {
		return i.on.person
	}
	return j.find(i.name)
}

// find resolves a name: nil where nobody has it, ambiguous where several people have.
func (j *join) find(n *named) *person {
	if n != nil && !n.sought {
		n.sought, n.person = true, j.directory.find(n.text)
	}
	if n == nil {
		return nil
	}
	return n.person
}

// placeable tells that a person has a block or may have one.
func (p *person) placeable() bool {
	return p != nil && p != ambiguous && p.kind != loader.NoRecipientType && p.label != ""
}

// attach adds what other exports say of people.
func (j *join) attach() {
	for a := range j.attachments.all() {
		p := j.resolve(a.recipient)
		if !p.placeable() {
			j.lose(a.row, missing(p, unknownMailbox, ambiguousMailbox), a.recipient.name.String())
			continue
		}
		switch {
		case a.folderPath != "":
			if p.folderTypes == nil {
				p.folderTypes = map[string]string{}
			}
			p.folderTypes[foldedPath(a.folderPath)] = a.folderType
			j.use(a.row)
		case a.movedOn != 0:
			j.attachMove(p, a)
		case a.publicFolder != loader.Undeclared:
			if p.home != cloud || p.kind == loader.M365Group {
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
			for _, link := range s.links {
				if d := j.find(link); d.placeable() {
					p.autoMapped[d] = true
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
	j.use(a.row)
	if a.movedOn > p.movedOn {
		p.movedOn, p.movedRow = a.movedOn, a.row
	}
}

func (j *join) attachResourceDelegates(p *person, a *attachment) {
	for _, name := range a.resourceDelegates {
		d := j.find(name)
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
		group := j.resolve(m.group)
		if !group.placeable() || !group.kind.IsGroup() {
			j.lose(m.row, missing(group, "the group is none that was exported", ambiguousMailbox), "member "+m.member.String()+" of "+m.group.name.String())
			continue
		}
		name := m.member.String()
		if p := j.find(m.member); p.placeable() {
			name, p.referred = p.label, true
		}
		j.use(m.row)
		if seen[group] == nil {
			seen[group] = map[string]bool{}
		}
		if folded := strings.ToLower(name); !seen[group][folded] {
			seen[group][folded] = true
			group.members = append(group.members, name)
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
	if len(j.forests) == 1 && j.sideName(j.forests[0]) == unnamedForest {
		j.remark(`The forest has no name in the exports and is called %q. Give it one: --side NAME.`, unnamedForest)
	}
}
