package exports

import (
	"hash/maphash"
	"slices"
	"strings"
	"unicode/utf8"

	"hybridlint/loader/exports/rows"
)

// nameKind is a way to name a recipient, in the order in which they are trusted.
type nameKind uint8

const (
	byGUID nameKind = iota
	byDN
	bySMTP
	byLegacyDN
	byUPN
	bySID
	byCanonical
	// byLinked is the whole account of a linked mailbox.
	byLinked
	bySAM
	byAlias
	byName
	byDisplayName
	nameKinds
)

// ambiguous stands where several people have a name.
var ambiguous = &person{}

// mostOfOneName is how many people of one name are told apart; of more, each is ambiguous.
const mostOfOneName = 64

// directory finds people by what they are called, without case. A hash of 128 bits, of which the seeds are secret, stands
// for a name: names are long and many.
type directory struct {
	people map[nameKey]*person
	// several are the people of the names that are ambiguous.
	several map[nameKey]*namesakes
	// commas says that the name of a recipient has a comma in it, so that a comma need not end a name.
	commas   bool
	accounts *accounts
	seeds    [2]maphash.Seed
	folded   []byte
}

// namesakes are people of one name.
type namesakes struct {
	people []*person
	// more says that not all of them are known.
	more bool
}

// nameKey stands for a name of a kind; the zero value for none.
type nameKey [2]uint64

func newDirectory() *directory {
	return &directory{people: map[nameKey]*person{}, several: map[nameKey]*namesakes{}, accounts: newAccounts(), seeds: [2]maphash.Seed{maphash.MakeSeed(), maphash.MakeSeed()}}
}

func (d *directory) key(kind nameKind, name string) nameKey {
	switch kind {
	case byGUID:
		g, _ := guidOf(name)
		return d.guidKey(g)
	case byDN:
		name = rows.NormalDN(name)
	}
	d.folded = appendFolded(append(d.folded[:0], byte(kind)), strings.TrimSpace(name))
	return d.hash()
}

func (d *directory) guidKey(g guid) nameKey {
	d.folded = append(append(d.folded[:0], byte(byGUID)), g[:]...)
	return d.hash()
}

func (d *directory) hash() nameKey {
	return nameKey{maphash.Bytes(d.seeds[0], d.folded), maphash.Bytes(d.seeds[1], d.folded)}
}

// appendFolded appends a text as it is compared: in lower case, in Unicode form C, with one blank where there are several.
func appendFolded(b []byte, text string) []byte {
	for i := range len(text) {
		c := text[i]
		if c >= utf8.RuneSelf && i > 0 { // it may be an accent of the character before
			return append(b[:len(b)-1], rows.FoldedText(text[i-1:])...)
		}
		if c >= utf8.RuneSelf || c == ' ' && i+1 < len(text) && text[i+1] == ' ' {
			return append(b, rows.FoldedText(text[i:])...)
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		b = append(b, c)
	}
	return b
}

func (d *directory) add(kind nameKind, name string, p *person) {
	if name != "" {
		d.put(d.key(kind, name), p)
	}
}

func (d *directory) put(key nameKey, p *person) {
	switch there := d.people[key]; {
	case there == nil:
		d.people[key] = p
	case there == ambiguous:
		same := d.several[key]
		switch {
		case slices.Contains(same.people, p):
		case len(same.people) < mostOfOneName:
			same.people = append(same.people, p)
		default:
			same.more = true
		}
	case there != p:
		d.people[key] = ambiguous
		d.several[key] = &namesakes{people: []*person{there, p}}
	}
}

func (d *directory) get(kind nameKind, name string) *person {
	if name == "" {
		return nil
	}
	return d.people[d.key(kind, name)]
}

// addAll adds everything that a sighting calls its person.
func (d *directory) addAll(s *sighting, p *person) {
	for _, g := range s.guids {
		d.put(d.guidKey(g), p)
	}
	d.add(byDN, s.dn, p)
	d.add(bySMTP, s.primary, p)
	for _, a := range s.addresses {
		d.add(bySMTP, rows.SMTPOf(a), p)
		d.add(byLegacyDN, x500Of(a), p)
	}
	d.add(byLegacyDN, s.legacyDN, p)
	d.add(byUPN, s.upn, p)
	for _, key := range []nameKey{s.sid, s.canonical} {
		if key != (nameKey{}) {
			d.put(key, p)
		}
	}
	p.known[bySAM] = p.known[bySAM] || s.sam != ""
	p.known[byCanonical] = p.known[byCanonical] || s.canonical != nameKey{}
	if canonical := rows.CanonicalFrom(s.dn); canonical != "" && s.side != cloud {
		p.known[byCanonical] = true
		d.add(byCanonical, canonical, p)
	}
	if s.domain != "" {
		d.accounts.domain(s.domain, s.side)
	}
	if account := linked(s.linkedMaster); account != "" {
		d.add(byLinked, account, p)
		d.accounts.linked(account)
	}
	d.add(bySAM, s.sam, p)
	d.add(byAlias, s.alias, p)
	d.add(byName, s.name, p)
	d.add(byDisplayName, s.displayName, p)
	d.commas = d.commas || strings.Contains(s.name, ",") || strings.Contains(s.displayName, ",")
}

func x500Of(address string) string {
	if len(address) > 5 && strings.EqualFold(address[:5], "x500:") {
		return address[5:]
	}
	return ""
}

// finding is whom a name may mean: one person, several that the side of a row may tell apart, or none.
type finding struct {
	person  *person
	several []*person
	// foreign says that the account is of a domain that is none of those of the exports.
	foreign bool
}

// found is what is found under a key.
func (d *directory) found(key nameKey) finding {
	p := d.people[key]
	if p != ambiguous {
		return finding{person: p}
	}
	if same := d.several[key]; !same.more {
		return finding{person: ambiguous, several: same.people}
	}
	return finding{person: ambiguous}
}

// find resolves a name as exports write them. What is certain to be one kind of name is sought as that alone; of a plain text
// all readings are gathered, and more than one person is ambiguous.
func (d *directory) find(text string) finding {
	text = rows.Trimmed(text)
	if text == "" {
		return finding{}
	}
	if f, certain := d.findCertain(text); certain || f.person != nil {
		return f
	}
	if inside := rows.AddressInside(text); inside != "" {
		return d.findAddress(inside)
	}
	return d.gather(nil, text, byAlias, bySAM, byName, byDisplayName)
}

// findCertain seeks what shows by its form which kind of name it is.
func (d *directory) findCertain(text string) (f finding, certain bool) {
	if _, ok := guidOf(text); ok {
		if f := d.found(d.key(byGUID, text)); f.person != nil {
			return f, true
		}
		return d.gather(nil, text, byName, byAlias), true
	}
	if rows.IsSID(text) {
		return d.found(d.key(bySID, text)), true
	}
	switch {
	case rows.IsDistinguishedName(text):
		return d.found(d.key(byDN, text)), true
	case strings.HasPrefix(text, "/"):
		if f := d.found(d.key(byLegacyDN, text)); f.person != nil {
			return f, true
		}
	case rows.SMTPOf(text) != "":
		if f := d.findAddress(text); f.person != nil {
			return f, true
		}
		return d.gather(nil, text, byName), true
	}
	if rows.IsCanonicalName(text) && len(splitCanonicalNames(text)) == 1 {
		if f := d.found(d.key(byCanonical, text)); f.person != nil {
			return f, true
		}
		domain, name := text[:strings.IndexByte(text, '/')], text[strings.LastIndexByte(text, '/')+1:]
		if f := d.gather(func(p *person) bool { return !p.known[byCanonical] && !p.inOtherDomain(domain) }, name, byName); f.person != nil {
			return f, true
		}
	}
	if at := strings.LastIndexByte(text, '\\'); at > 0 {
		if strings.ContainsAny(text[:at], `,;@\`) {
			return finding{}, true // a list
		}
		return d.findAccount(text, text[:at], text[at+1:]), true
	}
	return finding{}, false
}

// findAddress seeks an SMTP address; a user principal name looks like one.
func (d *directory) findAddress(text string) finding {
	address := rows.SMTPOf(text)
	if f := d.found(d.key(bySMTP, address)); address != "" && f.person != nil {
		return f
	}
	return d.found(d.key(byUPN, address))
}

// findAccount seeks DOMAIN\account: of whom an export has the account, in that domain; else of whom it has none, by alias and name.
func (d *directory) findAccount(text, domain, account string) finding {
	if f := d.found(d.key(byLinked, text)); f.person != nil {
		return f
	}
	if isAuthority(text) {
		return finding{}
	}
	if d.accounts.foreign(domain) {
		return finding{foreign: true}
	}
	there := func(p *person) bool { return d.accounts.mayBeOf(p, domain) }
	if f := d.gather(there, account, bySAM); f.person != nil {
		return f
	}
	return d.gather(func(p *person) bool { return !p.known[bySAM] && there(p) }, account, byAlias, byName)
}

// gather seeks a text as all these kinds of names.
func (d *directory) gather(fits func(*person) bool, text string, kinds ...nameKind) finding {
	var people []*person
	for _, kind := range kinds {
		f := d.found(d.key(kind, text))
		if f.person == ambiguous && f.several == nil {
			return f
		}
		candidates := f.several
		if candidates == nil && f.person != nil {
			candidates = []*person{f.person}
		}
		for _, p := range candidates {
			if (fits == nil || fits(p)) && !slices.Contains(people, p) {
				people = append(people, p)
			}
		}
	}
	switch len(people) {
	case 0:
		return finding{}
	case 1:
		return finding{person: people[0]}
	default:
		return finding{person: ambiguous, several: people}
	}
}

// on is the person whom a row of a side means: of several, the only one that the side has.
func (f finding) on(s side) *person {
	if f.person != ambiguous || s == anySide {
		return f.person
	}
	var there *person
	for _, p := range f.several {
		if len(p.on(s)) == 0 {
			continue
		}
		if there != nil {
			return ambiguous
		}
		there = p
	}
	if there == nil {
		return ambiguous
	}
	return there
}

// inOtherDomain tells a person whose domain is known and another one.
func (p *person) inOtherDomain(domain string) bool {
	other := false
	for _, s := range p.sightings {
		if s.domain == "" {
			continue
		}
		if strings.EqualFold(s.domain, domain) {
			return false
		}
		other = true
	}
	return other
}
