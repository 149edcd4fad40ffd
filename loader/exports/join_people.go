package exports

import (
	"bytes"
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"

	"hybridlint/loader/exports/rows"
	"hybridlint/loader/model"
)

// person is a recipient, joined from what every side shows of it.
type person struct {
	sightings []*sighting
	// known are the kinds of names that an export has of it, as far as that matters.
	known [nameKinds]bool
	label string
	kind  model.RecipientType
	home  side
	// referred says that a permission or a membership names it.
	referred bool
	// written says that it has a block.
	written bool

	resourceDelegates []*person
	members           []string
	folderTypes       map[string]string
	calendarDefault   string
	calendarDefaults  []string
	calendarRow       rowRef
	movedOn           model.Date
	movedRow          rowRef
	size              mailboxSize
	publicFolder      model.Bool
	autoMapped        map[*person]bool
}

// sortSightings puts them in an order that does not depend on that of the files: what says most comes first.
func sortSightings(list []*sighting) {
	type keyed struct {
		*sighting
		name   string
		weight int
	}
	sorted := make([]keyed, len(list))
	for i, s := range list {
		sorted[i] = keyed{s, strings.ToLower(s.known()), s.weight()}
	}
	slices.SortFunc(sorted, func(a, b keyed) int {
		if c := cmp.Or(cmp.Compare(a.weight, b.weight), cmp.Compare(a.side, b.side), strings.Compare(a.name, b.name)); c != 0 {
			return c
		}
		return a.compare(b.sighting)
	})
	for i, k := range sorted {
		list[i] = k.sighting
	}
}

// compare orders two sightings of one name by everything that they say, and only of those that say the same the rows decide.
func (s *sighting) compare(o *sighting) int {
	if c := cmp.Or(strings.Compare(s.details, o.details), compareGUIDs(s.guids, o.guids)); c != 0 {
		return c
	}
	mine, others := s.texts(), o.texts()
	for i := range mine {
		if c := strings.Compare(mine[i], others[i]); c != 0 {
			return c
		}
	}
	if c := slices.Compare(s.addresses, o.addresses); c != 0 {
		return c
	}
	return cmp.Or(cmp.Compare(s.enabled, o.enabled), cmp.Compare(s.hidden, o.hidden), cmp.Compare(s.dirSynced, o.dirSynced), cmp.Compare(s.cloudManaged, o.cloudManaged),
		cmp.Compare(s.provisionedBy, o.provisionedBy), cmp.Compare(s.groupScope, o.groupScope), cmp.Compare(s.displayType, o.displayType),
		compareBools(s.hasAddresses, o.hasAddresses), compareBools(s.hasTarget, o.hasTarget), compareBools(s.hasDisplayType, o.hasDisplayType), cmp.Compare(s.row, o.row))
}

// texts are the names and other texts of a sighting.
func (s *sighting) texts() [13]string {
	return [...]string{s.dn, s.primary, s.legacyDN, s.upn, s.alias, s.sam, s.name, s.displayName, s.linkedMaster, s.target, s.department, s.office, s.domain}
}

// weight is low for what says much of a recipient.
func (s *sighting) weight() int {
	switch {
	case s.report:
		return 3
	case recipientTypes[s.details].IsMailbox():
		return 0
	case recipientTypes[s.details].IsMailEnabled() || remoteTypes[s.details] != 0:
		return 1
	default:
		return 2
	}
}

func compareGUIDs(a, b []guid) int {
	return slices.CompareFunc(a, b, func(x, y guid) int { return bytes.Compare(x[:], y[:]) })
}

// joinPeople makes people of sightings.
func (j *join) joinPeople() {
	sortSightings(j.sightings)
	for i, s := range j.sightings {
		p := j.personOf(s)
		if p == nil {
			p = &person{}
			j.people = append(j.people, p)
		}
		s.person = p
		j.directory.addAll(s, p)
		p.show(s)
		j.sightings[i] = nil // most have been merged, and are no longer needed
	}
	j.sightings = nil
}

// show adds a sighting to a person. There is one of each side.
func (p *person) show(s *sighting) {
	for _, there := range p.sightings {
		if there.side == s.side && s.side != anySide {
			there.merge(s)
			return
		}
	}
	p.sightings = append(p.sightings, s)
}

// personOf is the person whom earlier sightings show, by the surest name that two of them have in common.
func (j *join) personOf(s *sighting) *person {
	var found *person
	consider := func(p *person, what, name string) {
		switch {
		case p == nil || p == ambiguous || p == found:
		case found != nil:
			j.remark("%s is both %s and %s: they have the %s %s in common, and were not joined. Correct it, or both keep their own permissions.",
				s.known(), found.sightings[0].known(), p.sightings[0].known(), what, name)
		case contradict(p, s):
			j.remark("%s and %s have the %s %s in common and are two objects of one side. They were not joined.", p.sightings[0].known(), s.known(), what, name)
		default:
			found = p
		}
	}
	for _, g := range s.guids {
		if p := j.directory.people[j.directory.guidKey(g)]; p != nil && p != found {
			consider(p, "GUID", g.String())
		}
	}
	consider(j.directory.get(byDN, s.dn), "distinguished name", s.dn)
	consider(j.directory.get(bySMTP, s.primary), "address", s.primary)
	for _, a := range s.addresses {
		consider(j.directory.get(bySMTP, rows.SMTPOf(a)), "address", a)
	}
	if found == nil {
		consider(j.directory.get(byLegacyDN, s.legacyDN), "legacyExchangeDN", s.legacyDN)
	}
	for _, a := range s.addresses {
		if found == nil {
			consider(j.directory.get(byLegacyDN, x500Of(a)), "legacyExchangeDN", x500Of(a))
		}
	}
	if found == nil {
		consider(j.directory.get(byUPN, s.upn), "user principal name", s.upn)
	}
	if found == nil && s.primary == "" && s.upn == "" {
		consider(j.directory.get(byAlias, s.alias), "alias", s.alias)
	}
	return found
}

// contradict tells that a person and a sighting are two objects of one side: each has a GUID, and none is common.
func contradict(p *person, s *sighting) bool {
	for _, other := range p.sightings {
		if other.side != s.side || len(other.guids) == 0 || len(s.guids) == 0 {
			continue
		}
		common := slices.ContainsFunc(s.guids, func(g guid) bool { return slices.Contains(other.guids, g) })
		if !common {
			return true
		}
	}
	return false
}

// classify decides which type a person is, and where it lives.
func (j *join) classify(p *person) {
	var mailboxes []*sighting
	for _, s := range p.sightings {
		if t := recipientTypes[s.details]; t.IsMailbox() && !s.report {
			mailboxes = append(mailboxes, s)
		}
	}
	if len(mailboxes) == 0 {
		j.classifyByObject(p)
		return
	}
	p.kind, p.home = recipientTypes[mailboxes[0].details], mailboxes[0].side
	for _, m := range mailboxes[1:] {
		if m.side != p.home {
			j.remark("%s has a mailbox in %s and one in %s; the first counts. Remove one of the two.", p.sightings[0].known(), j.sideName(p.home), j.sideName(m.side))
			return
		}
	}
}

// classifyByObject is for people of whom no mailbox was exported.
func (j *join) classifyByObject(p *person) {
	for _, s := range p.sightings {
		if t := remoteTypes[s.details]; t != 0 {
			p.kind, p.home = t, cloud // a remote mailbox stands for one in the cloud
			return
		}
	}
	best := p.sightings[0]
	for _, s := range p.sightings[1:] {
		if s.tellsMore(best) {
			best = s
		}
	}
	p.kind, p.home = recipientTypes[best.details], best.side
	if p.kind.IsGroup() && p.home == cloud && best.dirSynced == model.True {
		if forest, only := j.onlyForest(); only {
			p.home = forest // what is synchronized has its source there
		}
	}
}

// tellsMore tells that a sighting says better than another one what somebody is, and where: one of the forest, from which the
// cloud has it, but rather what has mail than the account behind it.
func (s *sighting) tellsMore(other *sighting) bool {
	mine, others := recipientTypes[s.details], recipientTypes[other.details]
	switch {
	case mine == model.NoRecipientType || s.report:
		return false
	case others == model.NoRecipientType || other.report:
		return true
	case mine.IsMailEnabled() != others.IsMailEnabled():
		return mine.IsMailEnabled()
	default:
		return !other.side.onPrem() && s.side.onPrem()
	}
}

// name gives every person the label of its block: its address, else what else is unique. Who has an address that another one has
// already is left out: two blocks with one address do not load.
func (j *join) name() {
	taken := make(map[string]bool, len(j.people))
	claims := map[string]*person{}
	for _, p := range j.people { // a primary address is more than another one
		if primary := p.primary(); claims[primary] == nil && j.directory.get(bySMTP, primary) == ambiguous {
			claims[primary] = p
		}
	}
	kept := j.people[:0]
	for _, p := range j.people {
		if other, address := j.claim(p, claims); other != nil {
			j.leaveOutTwice(p, other, address)
			continue
		}
		for candidate := range p.labels() {
			if candidate = strings.ToLower(candidate); candidate != "" && !taken[candidate] && !j.isOfOther(p, candidate) && isLabel(candidate) {
				p.label = candidate
				break
			}
		}
		for n := 2; p.label == "" && p.sightings[0].known() != ""; n++ {
			if candidate := fmt.Sprintf("%s (%d)", firstCharacters(strings.ToLower(p.sightings[0].known()), longestName/2), n); !taken[candidate] {
				p.label = candidate
			}
		}
		taken[p.label] = true
		kept = append(kept, p)
	}
	j.people = kept
}

// firstCharacters is the beginning of a text.
func firstCharacters(text string, most int) string {
	for i := range text {
		if most == 0 {
			return strings.TrimSpace(text[:i])
		}
		most--
	}
	return text
}

// claim notes the addresses that the block of a person will have. Only those that the directory has of several people matter.
func (j *join) claim(p *person, claims map[string]*person) (other *person, address string) {
	var mine []string
	for address := range p.addresses() {
		if j.directory.get(bySMTP, address) == ambiguous {
			mine = append(mine, address)
		}
	}
	for _, address := range mine {
		if other := claims[address]; other != nil && other != p {
			return other, address
		}
	}
	for _, address := range mine {
		claims[address] = p
	}
	return nil, ""
}

// addresses are the SMTP addresses that the block of a person will have, in lower case.
func (p *person) addresses() iter.Seq[string] {
	return func(yield func(string) bool) {
		if primary := p.primary(); primary != "" && !yield(primary) {
			return
		}
		for _, s := range p.atHome() {
			for _, a := range s.addresses {
				if address := rows.SMTPOf(a); address != "" && !yield(address) {
					return
				}
			}
		}
	}
}

// primary is the primary address of a person, in lower case.
func (p *person) primary() string {
	return rows.SMTPOf(first(p.sightings, func(s *sighting) string { return s.primary }))
}

// isOfOther tells a name that is an address of somebody else.
func (j *join) isOfOther(p *person, name string) bool {
	owner := j.directory.get(bySMTP, rows.SMTPOf(name))
	return owner != nil && owner != p && (owner != ambiguous || !slices.ContainsFunc(p.sightings, func(s *sighting) bool { return strings.EqualFold(s.primary, name) }))
}

// leaveOutTwice leaves out a person with an address of somebody else.
func (j *join) leaveOutTwice(p, other *person, address string) {
	said := false
	for _, s := range p.sightings {
		for row := range s.allRows() {
			j.lose(row, "another recipient has its address already; correct one of the two", fmt.Sprintf("%s has the address %s of %s", s.known(), address, other.sightings[0].known()))
			said = true
		}
	}
	if !said {
		j.remark("%s has the address %s of %s, and was left out. Correct one of the two.", p.sightings[0].known(), address, other.sightings[0].known())
	}
	p.kind = model.NoRecipientType
}

// labels are what a person may be called, best first: what its home calls it.
func (p *person) labels() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, s := range p.sightings {
			if !yield(s.primary) {
				return
			}
		}
		for _, s := range p.sightings {
			for _, name := range [...]string{s.upn, s.sam, s.alias, s.name, s.displayName, s.dn} {
				if !yield(name) {
					return
				}
			}
		}
	}
}

// homeFirst puts the sightings of the home first.
func (p *person) homeFirst() {
	slices.SortStableFunc(p.sightings, func(a, b *sighting) int {
		switch {
		case (a.side == p.home) == (b.side == p.home):
			return 0
		case a.side == p.home:
			return -1
		default:
			return 1
		}
	})
}

// atHome are the sightings of the home, once they come first.
func (p *person) atHome() []*sighting {
	n := 0
	for n < len(p.sightings) && p.sightings[n].side == p.home {
		n++
	}
	return p.sightings[:n]
}

// on are the sightings of a side.
func (p *person) on(s side) []*sighting {
	var list []*sighting
	for _, sighting := range p.sightings {
		if sighting.side == s {
			list = append(list, sighting)
		}
	}
	return list
}

// onlyReported tells a person of whom nothing but a permission report knows.
func (p *person) onlyReported() bool {
	return !slices.ContainsFunc(p.sightings, func(s *sighting) bool { return !s.report })
}
