package model

import "iter"

// Sides is a list of forests, the cloud among them, in the order of the file. It is a value that can be compared, so that
// entries that say the same are found by what they say. The zero Sides is a list that is not declared; an empty list that is declared is
// another value.
type Sides struct {
	// packed is a mark that the list is declared, and two bytes for each forest.
	packed string
}

const declaredSides = "+"

// SidesOf is the declared list of some forests.
func SidesOf(forests ...ForestID) Sides {
	return Sides{declaredSides}.With(forests...)
}

// With is the list with more forests at its end. It is declared.
func (s Sides) With(more ...ForestID) Sides {
	room := make([]byte, 0, len(declaredSides)+len(s.packed)+2*len(more))
	if !s.Declared() {
		room = append(room, declaredSides...)
	}
	room = append(room, s.packed...)
	for _, f := range more {
		room = append(room, byte(f), byte(f>>8))
	}
	return Sides{string(room)}
}

// Without is the list without a forest.
func (s Sides) Without(one ForestID) Sides {
	if !s.Has(one) {
		return s
	}
	rest := SidesOf()
	for f := range s.All() {
		if f != one {
			rest = rest.With(f)
		}
	}
	return rest
}

// Declared tells an absent list from an empty one.
func (s Sides) Declared() bool { return s.packed != "" }

// Has tells whether a forest is in the list.
func (s Sides) Has(one ForestID) bool {
	for f := range s.All() {
		if f == one {
			return true
		}
	}
	return false
}

// HasOnPremises tells whether a forest other than the cloud is in the list.
func (s Sides) HasOnPremises() bool {
	for f := range s.All() {
		if f.OnPremises() {
			return true
		}
	}
	return false
}

// All are the forests of the list.
func (s Sides) All() iter.Seq[ForestID] {
	return func(yield func(ForestID) bool) {
		for at := len(declaredSides); at < len(s.packed); at += 2 {
			if !yield(ForestID(s.packed[at]) | ForestID(s.packed[at+1])<<8) {
				return
			}
		}
	}
}
