package model

// What a state after a step of migration batches needs of the Model: copies that differ in a little.

// OnlyForest is the on-premises forest where there is exactly one, else NoForest.
func (m *Model) OnlyForest() ForestID {
	if len(m.Forests) != 1 {
		return NoForest
	}
	return ForestID(1)
}

// People are the declared individuals of a group, those of nested groups too, each once; of anybody else, themselves.
func (m *Model) People(id RecipientID) []RecipientID {
	if !m.Recipients[id].Type.IsGroup() {
		return []RecipientID{id}
	}
	seen := map[RecipientID]bool{id: true}
	var people []RecipientID
	for pending := []RecipientID{id}; len(pending) > 0; {
		group := pending[len(pending)-1]
		pending = pending[:len(pending)-1]
		for _, member := range m.Recipients[group].Members {
			switch {
			case seen[member]:
				continue
			case m.Recipients[member].Type.IsGroup():
				pending = append(pending, member)
			default:
				people = append(people, member)
			}
			seen[member] = true
		}
	}
	return people
}

// Without is the batch without some of its members; the others keep their places in the file.
func (b *MigrationBatch) Without(gone func(RecipientID) bool) *MigrationBatch {
	rest := *b
	rest.Members, rest.elements = nil, nil
	for i, id := range b.Members {
		if !gone(id) {
			rest.Members = append(rest.Members, id)
			rest.elements = append(rest.elements, int32(b.Element(i)))
		}
	}
	return &rest
}

// Element is the place in `members`, as written, of a member by its place in Members.
func (b *MigrationBatch) Element(i int) int {
	if b.elements == nil {
		return i
	}
	return int(b.elements[i])
}

// Changed are the grants that change keeps, each as it leaves them, and the numbers that they had. It may replace what a
// grant points to, but must not write to it, and must not change whom the grant is about.
func (l *Grants) Changed(change func(*Grant) bool) (changed Grants, kept []int) {
	changed = Grants{packed: make([]packedGrant, 0, len(l.packed)), places: l.places, delegates: l.delegates}
	terms := numbering[termsOfGrant]{all: append([]termsOfGrant{}, l.terms...), numbers: map[termsOfGrant]uint32{}}
	kept = make([]int, 0, len(l.packed))
	for i, p := range l.packed {
		g := l.At(i)
		if !change(&g) {
			continue
		}
		if now := (termsOfGrant{g.EntryTerms, g.GrantTerms}); now != l.terms[p.terms] {
			p.terms = terms.number(now)
		}
		changed.packed, kept = append(changed.packed, p), append(kept, i)
	}
	changed.terms = terms.all
	return changed, kept
}
