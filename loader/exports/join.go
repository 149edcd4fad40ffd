package exports

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"hybridlint/loader"
)

// Configuration is what exports say, ready to be written.
type Configuration struct {
	Account *Account
	blocks  []*block
}

// join turns facts into people and blocks.
type join struct {
	*importer
	directory *directory
	people    []*person
	remarks   []string
	blocks    []*block
	// forests are the forests that anything is from, by name.
	forests []side
	// exports are the sides whose permissions of a kind were exported.
	exports map[loader.Permission]map[side]bool
	// fromHome counts permissions whose side was concluded from the mailbox.
	fromHome int
}

func (im *importer) join() *Configuration {
	j := &join{importer: im, directory: newDirectory(), exports: map[loader.Permission]map[side]bool{}}
	j.settleSides()
	j.joinPeople()
	for _, p := range j.people {
		j.classify(p)
	}
	j.settleHomes()
	j.name()
	j.attach()
	j.joinMembers()
	grants := j.joinEntries()
	// The facts are many, and no longer needed.
	j.entries, j.memberships, j.attachments = nil, nil, nil
	j.writeOrganization()
	j.writeBatches()
	j.writeGrants(grants)
	j.writePeople()
	j.sayWhatWasConcluded()
	account := j.account()
	account.Remarks = j.remarks
	slices.SortFunc(j.blocks, compareBlocks)
	return &Configuration{Account: account, blocks: j.blocks}
}

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
	for i := range j.entries {
		e := &j.entries[i]
		if told := j.fileSides[e.file]; e.side == anySide && told == anySide && (e.permission == loader.FullAccess || e.permission == loader.Folder) {
			continue // where the mailbox lives, and nowhere else
		}
		e.side = settle(e.side, e.file)
		used[e.side] = true
	}
	for i := range j.attachments {
		j.attachments[i].side = settle(j.attachments[i].side, j.attachments[i].file)
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
	o.configs = settled(o.configs, settle, used)
	o.servers = settled(o.servers, settle, used)
	o.domains = settled(o.domains, settle, used)
	o.trusts = settled(o.trusts, settle, used)
	for _, list := range [][]relationship{o.relationships, o.connectors} {
		for i := range list {
			list[i].side = settle(list[i].side, list[i].file)
			used[list[i].side] = true
		}
	}
}

func settled[T any](facts map[side]T, settle func(side, int32) side, used map[side]bool) map[side]T {
	out := map[side]T{}
	for s, fact := range facts {
		if s == onPremises { // the only one that changes without a file
			s = settle(s, 0)
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
			j.lose(s.row, noSide, s.known())
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
	return j.directory.find(i.text)
}

// placeable tells that a person has a block or may have one.
func (p *person) placeable() bool {
	return p != nil && p != ambiguous && p.kind != loader.NoRecipientType && p.label != ""
}

// attach adds what other exports say of people.
func (j *join) attach() {
	for _, a := range j.attachments {
		p := j.resolve(a.recipient)
		if !p.placeable() {
			j.lose(a.row, missing(p, unknownMailbox, ambiguousMailbox), a.recipient.text)
			continue
		}
		switch {
		case a.folderPath != "":
			if p.folderTypes == nil {
				p.folderTypes = map[string]string{}
			}
			p.folderTypes[strings.ToLower(a.folderPath)] = a.folderType
			j.use(a.row)
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
				if d := j.directory.find(link); d.placeable() {
					p.autoMapped[d] = true
				}
			}
		}
	}
}

func (j *join) attachResourceDelegates(p *person, a attachment) {
	for _, text := range a.resourceDelegates {
		d := j.directory.find(text)
		if !d.placeable() {
			j.lose(a.row, missing(d, unknownTrustee, ambiguousTrustee), "resource delegate "+text+" of "+p.label)
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
	for _, m := range j.memberships {
		group := j.resolve(m.group)
		if !group.placeable() || !group.kind.IsGroup() {
			j.lose(m.row, missing(group, "the group is none that was exported", ambiguousMailbox), "member "+m.member+" of "+m.group.text)
			continue
		}
		name := m.member
		if p := j.directory.find(m.member); p.placeable() {
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
		if p.written && p.sightings[0].report {
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
