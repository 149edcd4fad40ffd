package exports

import (
	"hash/maphash"
	"slices"
	"strings"
	"unicode/utf8"
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
	bySAM
	byAlias
	byName
	byDisplayName
	nameKinds
)

// ambiguous stands in a directory where several people have a name.
var ambiguous = &person{}

// directory finds people by what they are called, without case. A hash of 128 bits, of which nobody knows the seeds, stands
// for a name: names are long and many.
type directory struct {
	people map[nameKey]*person
	// domains are the first words of the names of domains, which are mostly those that accounts begin with.
	domains map[string]string
	seeds   [2]maphash.Seed
	folded  []byte
}

// nameKey stands for a name of a kind; the zero value for none.
type nameKey [2]uint64

func newDirectory() *directory {
	return &directory{people: map[nameKey]*person{}, domains: map[string]string{}, seeds: [2]maphash.Seed{maphash.MakeSeed(), maphash.MakeSeed()}}
}

func (d *directory) key(kind nameKind, name string) nameKey {
	if kind == byGUID {
		g, _ := guidOf(name)
		return d.guidKey(g)
	}
	d.folded = appendFolded(append(d.folded[:0], byte(kind)), name)
	return d.hash()
}

func (d *directory) guidKey(g guid) nameKey {
	d.folded = append(append(d.folded[:0], byte(byGUID)), g[:]...)
	return d.hash()
}

func (d *directory) hash() nameKey {
	return nameKey{maphash.Bytes(d.seeds[0], d.folded), maphash.Bytes(d.seeds[1], d.folded)}
}

// appendFolded appends a text in lower case.
func appendFolded(b []byte, text string) []byte {
	for i := range len(text) {
		c := text[i]
		if c >= utf8.RuneSelf {
			return append(b, strings.ToLower(text[i:])...)
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
	case there != p:
		d.people[key] = ambiguous
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
		d.add(bySMTP, smtpOf(a), p)
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
	if canonical := canonicalFrom(s.dn); canonical != "" && s.side.onPrem() {
		p.known[byCanonical] = true
		d.add(byCanonical, canonical, p)
		domain, _, _ := strings.Cut(canonical, ".")
		p.domain = d.domain(domain)
	}
	d.add(bySAM, s.sam, p)
	d.add(byAlias, s.alias, p)
	d.add(byName, s.name, p)
	d.add(byDisplayName, s.displayName, p)
}

// domain is the one copy of the name of a domain, in lower case.
func (d *directory) domain(name string) string {
	name = strings.ToLower(name)
	known, ok := d.domains[name]
	if !ok {
		known = strings.Clone(name)
		d.domains[known] = known
	}
	return known
}

// canonicalFrom is the canonical name of the object with a distinguished name: "contoso.com/People/Amy".
func canonicalFrom(dn string) string {
	var domain, path []string
	for _, component := range components(dn) {
		kind, name, _ := strings.Cut(component, "=")
		if name = strings.ReplaceAll(name, `\,`, ","); strings.EqualFold(kind, "dc") {
			domain = append(domain, name)
		} else {
			path = append(path, strings.ReplaceAll(name, "/", `\/`))
		}
	}
	if len(domain) == 0 || len(path) == 0 {
		return ""
	}
	slices.Reverse(path)
	return strings.Join(domain, ".") + "/" + strings.Join(path, "/")
}

func x500Of(address string) string {
	if len(address) > 5 && strings.EqualFold(address[:5], "x500:") {
		return address[5:]
	}
	return ""
}

// find resolves a name as exports write them. It gives ambiguous where several people have it, nil where nobody has.
func (d *directory) find(text string) *person {
	text = strings.TrimSpace(text)
	if text == "" {
		return nil
	}
	for _, way := range waysToRead(text) {
		if p := d.get(way.kind, way.name); p != nil && !d.contradicts(p, way) {
			return p
		}
	}
	if inside := addressInside(text); inside != "" {
		return d.get(bySMTP, inside)
	}
	return nil
}

// contradicts tells that a person whom a guess found is somebody else: the guess is needed only where the export does not have
// the name that was meant, and an account of one domain is none of another.
func (d *directory) contradicts(p *person, way wayToRead) bool {
	if p == ambiguous {
		return false
	}
	if way.guess && p.known[way.instead] {
		return true
	}
	return way.domain != "" && p.domain != "" && !strings.EqualFold(way.domain, p.domain) && d.domains[strings.ToLower(way.domain)] != ""
}

// wayToRead is one thing that a text may be.
type wayToRead struct {
	kind nameKind
	name string
	// guess says that a name of the kind instead was meant.
	guess   bool
	instead nameKind
	// domain is that of an account.
	domain string
}

// waysToRead are what a text may be, the surest first.
func waysToRead(text string) []wayToRead {
	ways := []wayToRead{{kind: bySID, name: text}}
	if _, ok := guidOf(text); ok {
		ways = append(ways, wayToRead{kind: byGUID, name: text})
	}
	if isDistinguishedName(text) {
		ways = append(ways, wayToRead{kind: byDN, name: text})
	}
	if address := smtpOf(text); address != "" {
		ways = append(ways, wayToRead{kind: bySMTP, name: address}, wayToRead{kind: byUPN, name: address})
	}
	if strings.HasPrefix(text, "/") {
		ways = append(ways, wayToRead{kind: byLegacyDN, name: text})
	}
	if isCanonicalName(text) {
		ways = append(ways, wayToRead{kind: byCanonical, name: text}, wayToRead{kind: byName, name: text[strings.LastIndexByte(text, '/')+1:], guess: true, instead: byCanonical})
	}
	if at := strings.LastIndexByte(text, '\\'); at >= 0 {
		domain, account := text[:at], text[at+1:]
		ways = append(ways, wayToRead{kind: bySAM, name: account, domain: domain},
			wayToRead{kind: byAlias, name: account, domain: domain, guess: true, instead: bySAM}, wayToRead{kind: byName, name: account, domain: domain, guess: true, instead: bySAM})
	}
	return append(ways, wayToRead{kind: byAlias, name: text}, wayToRead{kind: bySAM, name: text}, wayToRead{kind: byName, name: text}, wayToRead{kind: byDisplayName, name: text})
}
