package difference

import (
	"cmp"
	"slices"
	"strings"

	"hybridlint/report"
)

// mostReasons is how many changed declarations a finding names.
const mostReasons = 5

// Because are the changed declarations among those that a finding is about: its recipients and delegates, entries between them,
// and the blocks that it and its related places lie in. Where none of them has changed, it is what has changed about the organization.
func (d *Difference) Because(f *report.Finding) []report.Related {
	culprits := map[string]bool{}
	for _, c := range f.Culprits {
		culprits[strings.ToLower(c)] = true
	}
	blocks := map[report.Location]bool{}
	for _, at := range append([]report.Location{f.Location}, locations(f.Related)...) {
		if start, ok := d.blockAt(at); ok {
			blocks[start] = true
		}
	}
	var reasons, organization []report.Related
	for i := range d.Changes {
		c := &d.Changes[i]
		because := report.Related{Message: c.Sentence(), Location: c.Location}
		switch {
		case c.Kind == report.ExceptionDeclaration:
		case c.Kind == report.OrganizationDeclaration:
			organization = append(organization, because)
		case len(d.parties[i]) > 0 && within(d.parties[i], culprits), c.Change != report.Removed && blocks[report.Location{File: c.Location.File, Start: c.Location.Start}]:
			reasons = append(reasons, because)
		}
	}
	if len(reasons) == 0 {
		reasons = organization
	}
	return reasons[:min(len(reasons), mostReasons)]
}

func locations(related []report.Related) []report.Location {
	list := make([]report.Location, len(related))
	for i, r := range related {
		list[i] = r.Location
	}
	return list
}

func within(parties []string, of map[string]bool) bool {
	for _, p := range parties {
		if !of[strings.ToLower(p)] {
			return false
		}
	}
	return true
}

// blockAt is the start of the block of the second configuration that a place lies in.
func (d *Difference) blockAt(at report.Location) (report.Location, bool) {
	if at.IsZero() {
		return at, false
	}
	if d.places == nil {
		d.places = map[string][]report.Position{}
		for h := range d.head.declarations() {
			l := h.block.Location()
			d.places[l.File] = append(d.places[l.File], l.Start)
		}
		for _, list := range d.places {
			slices.SortFunc(list, comparePositions)
		}
	}
	list := d.places[at.File]
	i, found := slices.BinarySearchFunc(list, at.Start, comparePositions)
	if !found {
		i--
	}
	if i < 0 {
		return at, false
	}
	return report.Location{File: at.File, Start: list[i]}, true
}

func comparePositions(a, b report.Position) int {
	return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
}
