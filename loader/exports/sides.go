package exports

import (
	"bytes"
	"cmp"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"hybridlint/loader/exports/rows"
)

// side is a place that exports come from: Exchange Online, or a forest. While files are read it may also be a domain, of which
// the forest is known when everything has been read.
type side int32

const (
	anySide side = iota - 1
	cloud
	// onPremises is the forest of exports that tell they are from a forest and not from which.
	onPremises
)

// The sides from firstDomain on are domains of Active Directory, by the number of their name. Those that are only guessed
// from what looks like a canonical name stand guessedDomains higher.
const (
	firstDomain    side = 1 << 20
	guessedDomains side = 1 << 20
	// mostDomains bounds how many domains are told apart; a forest of that many does not exist.
	mostDomains = 1 << 12
)

// onPrem tells a forest.
func (s side) onPrem() bool { return s >= onPremises }

const cloudName = "cloud"

// unnamedForest is the name of a forest to which no --side gives one.
const unnamedForest = "onprem"

// sideColumn is the column in which the collector script writes where it runs.
const sideColumn = "hybridlintside"

// syncName is what the collector script writes on the server of Entra Connect, which is no side of its own.
const syncName = "sync"

// SideOf says where the exports at a path come from.
type SideOf struct {
	// Path is a file or a folder, as it was given to Import, relative to the working directory or absolute; empty for every file
	// that does not tell.
	Path string
	// Side is "cloud" or the name of a forest.
	Side string
}

// sides knows the names of the sides, and which side a row is from.
type sides struct {
	names    []string // by side
	byName   map[string]side
	given    []givenSide
	fallback side
	domains  []string // by number
	byDomain map[string]side
	// proven are the domains that distinguished names show; forests are those that a path or a column gives them.
	proven  map[string]bool
	forests map[string]map[side]bool
	// folded is room for a text in lower case.
	folded []byte
}

// givenSide is a side that was given for a path.
type givenSide struct {
	// written is the path as it was given.
	path, written string
	side          side
}

func newSides(dir string, given []SideOf) *sides {
	s := &sides{names: []string{cloudName, ""}, byName: map[string]side{cloudName: cloud}, fallback: anySide, byDomain: map[string]side{},
		proven: map[string]bool{}, forests: map[string]map[side]bool{}}
	for _, g := range given {
		if g.Path == "" {
			s.fallback = s.named(g.Side)
			continue
		}
		s.given = append(s.given, givenSide{sidePath(dir, g.Path), g.Path, s.named(g.Side)})
	}
	// The longest path says most.
	slices.SortStableFunc(s.given, func(a, b givenSide) int { return cmp.Compare(len(b.path), len(a.path)) })
	return s
}

// sidePath is a path of --side as the names of files are.
func sidePath(dir, given string) string {
	if filepath.IsAbs(given) {
		if relative, err := filepath.Rel(dir, given); err == nil {
			return path.Clean(filepath.ToSlash(relative))
		}
	}
	return path.Clean(strings.ReplaceAll(given, `\`, "/"))
}

// covers tells whether a file is what a path of --side names, or lies below it.
func (g givenSide) covers(file string) bool {
	return g.path == "." && !strings.HasPrefix(file, "../") || file == g.path || strings.HasPrefix(file, g.path+"/")
}

// named is the side of that name.
func (s *sides) named(name string) side {
	if name = clean(name); name == "" || !isLabel(name) {
		return anySide
	}
	folded := strings.ToLower(name)
	n, known := s.byName[folded]
	if !known {
		if side(len(s.names)) == firstDomain {
			return anySide
		}
		n = side(len(s.names))
		s.names = append(s.names, strings.Clone(name))
		s.byName[strings.Clone(folded)] = n
	}
	return n
}

// domain is the side of a row that shows the name of a domain.
func (s *sides) domain(name string, guessed bool) side {
	name = strings.ToLower(name)
	n, known := s.byDomain[name]
	if !known {
		if len(s.domains) == mostDomains {
			return onPremises
		}
		n = firstDomain + side(len(s.domains))
		name = strings.Clone(name)
		s.domains = append(s.domains, name)
		s.byDomain[name] = n
	}
	if guessed {
		return n + guessedDomains
	}
	return n
}

// domainOf is the name of the domain that a side is; ok is false for other sides.
func (s *sides) domainOf(of side) (name string, guessed, ok bool) {
	if of < firstDomain {
		return "", false, false
	}
	guessed = of >= firstDomain+guessedDomains
	if guessed {
		of -= guessedDomains
	}
	return s.domains[of-firstDomain], guessed, true
}

// givenFor is the side that was given for a file by its path.
func (s *sides) givenFor(file string) side {
	for _, g := range s.given {
		if g.covers(file) {
			return g.side
		}
	}
	return anySide
}

// settled is what a side that was read turns out to be once everything was read. A guessed domain that no distinguished name
// shows is no evidence, unless there is no distinguished name at all.
func (s *sides) settled(of side) side {
	name, guessed, isDomain := s.domainOf(of)
	if !isDomain {
		return of
	}
	if guessed && !s.isProven(name) {
		return anySide
	}
	for ; name != ""; _, name, _ = strings.Cut(name, ".") {
		if forests := s.forests[name]; len(forests) == 1 {
			for forest := range forests {
				return forest
			}
		}
	}
	return onPremises
}

// isProven tells a domain of a forest that the exports show: itself, one above or one below it.
func (s *sides) isProven(name string) bool {
	if len(s.proven) == 0 {
		return isDNSName(name)
	}
	for above := name; above != ""; _, above, _ = strings.Cut(above, ".") {
		if s.proven[above] {
			return true
		}
	}
	for known := range s.proven {
		if strings.HasSuffix(known, "."+name) && strings.Contains(name, ".") {
			return true
		}
	}
	return false
}

// isDNSName tells what may be the name of a domain: "Abt.3" is none.
func isDNSName(name string) bool {
	labels := strings.Split(name, ".")
	for _, l := range labels {
		if l == "" || strings.Trim(l, "abcdefghijklmnopqrstuvwxyz0123456789-_") != "" {
			return false
		}
	}
	last := labels[len(labels)-1]
	return len(labels) > 1 && len(last) > 1 && strings.Trim(last, "0123456789") == last
}

// prove notes that a domain is one of a forest, and of which, as far as that is known.
func (s *sides) prove(domain string, of side) {
	if !s.proven[domain] && len(s.proven) >= mostDomains {
		return
	}
	s.proven[domain] = true
	if of > onPremises && of < firstDomain {
		if s.forests[domain] == nil {
			s.forests[domain] = map[side]bool{}
		}
		s.forests[domain][of] = true
	}
}

// roots are the domains that are below no other one, in order.
func (s *sides) roots() []string {
	var roots []string
	for name := range s.proven {
		below := false
		for _, above, found := strings.Cut(name, "."); found; _, above, found = strings.Cut(above, ".") {
			below = below || s.proven[above]
		}
		if !below {
			roots = append(roots, name)
		}
	}
	slices.Sort(roots)
	return roots
}

// settle decides which forest the unnamed one is: the only one with a name, or a forest of its own.
func (s *sides) settle() side {
	switch {
	case s.fallback.onPrem():
		return s.fallback
	case len(s.names) == int(onPremises)+2:
		return onPremises + 1
	default:
		s.names[onPremises] = unnamedForest
		s.byName[unnamedForest] = onPremises
		return onPremises
	}
}

// evidenceFields are the properties that show which side an object lives on.
var evidenceFields = []string{"originatingserver", "organizationid", "organizationalunitroot", "distinguishedname", "dn", "objectcategory", "legacyexchangedn",
	"pscomputername", "identity", "id", "canonicalname"}

// sideOf is the side that a row tells of itself.
func (s *sides) sideOf(r *rows.Row) side {
	if name := r.Text(sideColumn); name != "" && !strings.EqualFold(name, syncName) {
		return s.named(name)
	}
	if strings.HasPrefix(r.Type, dscType+"EXO") {
		return cloud
	}
	switch environment := rows.Plain(r.Text("grantorenvironment")); {
	case strings.Contains(environment, "cloud"), strings.Contains(environment, "exchangeonline"):
		return cloud
	case strings.HasPrefix(environment, "onprem"):
		return onPremises
	}
	found := anySide
	for _, name := range evidenceFields {
		switch told := s.evidence(r.Value(name).Text); {
		case told == cloud:
			return cloud
		case found == anySide, found >= firstDomain+guessedDomains && told != anySide && told < firstDomain+guessedDomains:
			found = told
		}
	}
	return found
}

// cloudMarks are parts of names that only Exchange Online has, of all national clouds.
var cloudMarks = [][]byte{[]byte("microsoft exchange hosted organizations"), []byte("prod.outlook.com"), []byte("partner.outlook.cn"), []byte(".office365.us"),
	[]byte("prod.outlook.de"), []byte("dc=prod,dc=outlook"), []byte("dc=partner,dc=outlook"), []byte("/o=exchangelabs/")}

// cloudServers are the servers that PSComputerName names.
var cloudServers = []string{"outlook.office365.com", "outlook.office365.us", "outlook.office.de", "webmail.apps.mil", "ps.outlook.com", "partner.outlook.cn"}

func (s *sides) evidence(text string) side {
	if len(text) < 4 {
		return anySide
	}
	slash := strings.IndexByte(text, '/')
	if slash < 0 && !strings.ContainsAny(text, ".=") {
		return anySide
	}
	s.folded = appendFolded(s.folded[:0], text)
	for _, mark := range cloudMarks {
		if bytes.Contains(s.folded, mark) {
			return cloud
		}
	}
	for _, server := range cloudServers {
		if strings.EqualFold(text, server) || len(text) > len(server) && strings.EqualFold(text[len(text)-len(server)-1:], "."+server) {
			return cloud
		}
	}
	switch {
	case bytes.Contains(s.folded, []byte(",dc=")):
		return s.domain(domainOfDN(text), false)
	case slash > 0 && rows.IsCanonicalName(text):
		return s.domain(text[:slash], true)
	default:
		return anySide
	}
}

// domainOfDN is the DNS name of the domain of a distinguished name, in lower case.
func domainOfDN(dn string) string {
	at := -1
	for i := 0; i+3 < len(dn); i++ {
		if dn[i]|0x20 == 'd' && strings.EqualFold(dn[i:i+3], "dc=") && (i == 0 || dn[i-1] == ',' || dn[i-1] == ' ') {
			at = i
			break
		}
	}
	if at < 0 {
		return ""
	}
	var labels []string
	for part := range strings.SplitSeq(dn[at:], ",") {
		kind, name, _ := strings.Cut(strings.TrimSpace(part), "=")
		if strings.EqualFold(kind, "dc") {
			labels = append(labels, strings.TrimSpace(name))
		}
	}
	return strings.ToLower(strings.Join(labels, "."))
}

// fileSide is what the rows of a file tell of the side of the file.
type fileSide struct {
	given side
	told  map[side]bool
	last  side
	// settled is the side of rows that tell none; conflict says that the rows of the file are of several.
	settled  side
	conflict bool
}

// tell notes the side of a row.
func (f *fileSide) tell(s side) {
	if s == anySide || s == f.last {
		return
	}
	if f.told == nil {
		f.told = map[side]bool{}
	}
	f.told[s], f.last = true, s
}

// settle decides the side of the rows that do not tell: it is that of the others, where all of them agree.
func (f *fileSide) settle(s *sides, forest side) {
	f.settled = f.given
	if f.given != anySide {
		return
	}
	for told := range f.told {
		of := s.settled(told)
		if of == onPremises {
			of = forest
		}
		switch {
		case of == anySide || of == f.settled:
		case f.settled == anySide && !f.conflict:
			f.settled = of
		default:
			f.settled, f.conflict = anySide, true
		}
	}
}
