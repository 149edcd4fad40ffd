package loader

import "hybridlint/report"

// PlacesIn are the places of all attributes of a block, and of their elements.
func PlacesIn(b *Block) []report.Location {
	var places []report.Location
	for _, name := range AttributeNames() {
		for element := int32(wholeAttribute); ; element++ {
			l, ok := b.locate(attributeNamed(name), element)
			if !ok {
				break
			}
			places = append(places, l)
		}
	}
	return places
}

// ReferenceBlocks are the blocks of the language's reference.
func ReferenceBlocks() []string { return referenceBlocks() }
