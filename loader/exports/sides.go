package exports

import (
	"cmp"
	"path"
	"slices"
	"strings"
)

// side is a place that exports come from: Exchange Online, or a forest.
type side int16

const (
	anySide side = iota - 1
	cloud
	// onPremises is the forest of exports that tell they are from a forest and not from which.
	onPremises
)

// onPrem tells a forest.
func (s side) onPrem() bool { return s >= onPremises }

const cloudName = "cloud"

// unnamedForest is the name of a forest that nobody named.
const unnamedForest = "onprem"

// sideColumn is the column in which the collector script writes where it runs.
const sideColumn = "hybridlintside"

// syncName is what the collector script writes on the server of Entra Connect, which is no side of its own.
const syncName = "sync"

// SideOf says where the exports at a path come from.
type SideOf struct {
	// Path is a file or a folder, as it was given to Import; empty for every file that does not tell.
	Path string
	// Side is "cloud" or the name of a forest.
	Side string
}

// sides knows the names of the sides, and which side a row is from.
type sides struct {
	names    []string // by side
	byName   map[string]side
	given    []SideOf
	fallback side
}

func newSides(given []SideOf) *sides {
	s := &sides{names: []string{cloudName, ""}, byName: map[string]side{cloudName: cloud}, fallback: anySide}
	s.given = slices.Clone(given)
	// The longest path says most.
	slices.SortStableFunc(s.given, func(a, b SideOf) int { return cmp.Compare(len(b.Path), len(a.Path)) })
	for _, g := range s.given {
		if n := s.named(g.Side); g.Path == "" {
			s.fallback = n
		}
	}
	return s
}

// named is the side of that name.
func (s *sides) named(name string) side {
	name = strings.TrimSpace(name)
	if name == "" {
		return anySide
	}
	folded := strings.ToLower(name)
	n, known := s.byName[folded]
	if !known {
		n = side(len(s.names))
		s.names = append(s.names, name)
		s.byName[folded] = n
	}
	return n
}

// givenFor is the side that was given for a file by its path.
func (s *sides) givenFor(file string) side {
	for _, g := range s.given {
		if prefix := path.Clean(strings.ReplaceAll(g.Path, `\`, "/")); g.Path != "" && (file == prefix || strings.HasPrefix(file, prefix+"/")) {
			return s.named(g.Side)
		}
	}
	return anySide
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
var evidenceFields = []string{"originatingserver", "organizationid", "organizationalunitroot", "distinguishedname", "objectcategory", "legacyexchangedn",
	"pscomputername", "identity", "id"}

// sideOf is the side that a row tells of itself.
func (s *sides) sideOf(r *Row) side {
	if name := r.Text(sideColumn); name != "" && !strings.EqualFold(name, syncName) {
		return s.named(name)
	}
	switch environment := plain(r.Text("grantorenvironment")); {
	case strings.Contains(environment, "cloud"), strings.Contains(environment, "exchangeonline"):
		return cloud
	case strings.HasPrefix(environment, "onprem"):
		return onPremises
	}
	found := anySide
	for _, name := range evidenceFields {
		switch evidence(r.Value(name).Text) {
		case cloud:
			return cloud
		case onPremises:
			found = onPremises
		}
	}
	return found
}

func evidence(text string) side {
	if text == "" {
		return anySide
	}
	text = strings.ToLower(text)
	switch {
	case strings.Contains(text, "prod.outlook.com"), strings.Contains(text, "dc=prod,dc=outlook,dc=com"), strings.HasPrefix(text, "/o=exchangelabs/"),
		text == "outlook.office365.com", strings.HasSuffix(text, ".outlook.office365.com"), text == "ps.outlook.com":
		return cloud
	case strings.Contains(text, ",dc="), isCanonicalName(text) && !strings.HasPrefix(text, "/"):
		return onPremises
	default:
		return anySide
	}
}
