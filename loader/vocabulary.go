package loader

import "slices"

// KnownAttribute tells whether the language has an attribute of that name.
func KnownAttribute(name string) bool { return attributeNamed(name) != 0 }

// Nearest is the known word that was probably meant, "" where nothing is near.
func Nearest(word string, known []string) string { return nearest(word, known) }

// Named is a set of what the texts of an attribute may name.
type Named uint8

// What can be named.
const (
	Recipients Named = 1 << iota
	Forests
	Batches
)

// NamedBy is what an attribute names, in any block that has it.
func NamedBy(attribute string) Named { return attributes.named[attribute] }

// WordsOf are the words that an attribute takes, in the order of the language, from all blocks that have it; nil where it takes others.
func WordsOf(attribute string) []string { return slices.Clone(attributes.words[attribute]) }
