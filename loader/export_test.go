package loader

import "hybridlint/report"

// PlacesIn are the places of all attributes of a block, and of their elements.
func PlacesIn(b *Block) []report.Location {
	var places []report.Location
	for a := range attributes.names {
		for element := int32(wholeAttribute); ; element++ {
			l, ok := b.locate(Attribute(a), element)
			if !ok {
				break
			}
			places = append(places, l)
		}
	}
	return places
}

// AttributeNames are those of every block.
func AttributeNames() []string { return attributes.names[1:] }

// AttributeWords are the words of those that take nothing else.
func AttributeWords() map[string][]string { return attributes.words }

// ReferenceBlocks are the blocks of the language's reference.
func ReferenceBlocks() []string { return referenceBlocks() }
