package exports

import (
	"strings"
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

// directory finds people by what they are called, without case.
type directory [nameKinds]map[string]*person

func newDirectory() *directory {
	var d directory
	for i := range d {
		d[i] = map[string]*person{}
	}
	return &d
}

func (d *directory) add(kind nameKind, name string, p *person) {
	if name == "" {
		return
	}
	name = strings.ToLower(name)
	switch there := d[kind][name]; {
	case there == nil:
		d[kind][name] = p
	case there != p:
		d[kind][name] = ambiguous
	}
}

func (d *directory) get(kind nameKind, name string) *person {
	if name == "" {
		return nil
	}
	return d[kind][strings.ToLower(name)]
}

// addAll adds everything that a sighting calls its person.
func (d *directory) addAll(s *sighting, p *person) {
	for _, g := range s.guids {
		d.add(byGUID, g, p)
	}
	d.add(byDN, s.dn, p)
	d.add(bySMTP, s.primary, p)
	for _, a := range s.addresses {
		d.add(bySMTP, smtpOf(a), p)
		d.add(byLegacyDN, x500Of(a), p)
	}
	d.add(byLegacyDN, s.legacyDN, p)
	d.add(byUPN, s.upn, p)
	d.add(bySID, s.sid, p)
	d.add(byCanonical, s.canonical, p)
	d.add(bySAM, s.sam, p)
	d.add(byAlias, s.alias, p)
	d.add(byName, s.name, p)
	d.add(byDisplayName, s.displayName, p)
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
		if p := d.get(way.kind, way.name); p != nil {
			return p
		}
	}
	if inside := addressInside(text); inside != "" {
		return d.get(bySMTP, inside)
	}
	return nil
}

type wayToRead struct {
	kind nameKind
	name string
}

// waysToRead are what a text may be, the surest first.
func waysToRead(text string) []wayToRead {
	ways := []wayToRead{{bySID, text}}
	if id := strings.Trim(text, "{}"); isGUID(id) {
		ways = append(ways, wayToRead{byGUID, id})
	}
	if isDistinguishedName(text) {
		ways = append(ways, wayToRead{byDN, text})
	}
	if address := smtpOf(text); address != "" {
		ways = append(ways, wayToRead{bySMTP, address}, wayToRead{byUPN, address})
	}
	if strings.HasPrefix(text, "/") {
		ways = append(ways, wayToRead{byLegacyDN, text})
	}
	if isCanonicalName(text) {
		ways = append(ways, wayToRead{byCanonical, text}, wayToRead{byName, text[strings.LastIndexByte(text, '/')+1:]})
	}
	if at := strings.LastIndexByte(text, '\\'); at >= 0 {
		account := text[at+1:]
		ways = append(ways, wayToRead{bySAM, account}, wayToRead{byAlias, account}, wayToRead{byName, account})
	}
	return append(ways, wayToRead{byAlias, text}, wayToRead{bySAM, text}, wayToRead{byName, text}, wayToRead{byDisplayName, text})
}
