package loader

import (
	"hybridlint/loader/model"
	"hybridlint/report"
)

// PlacesIn are the places of all attributes of a block, and of their elements.
func PlacesIn(b *model.Block) []report.Location {
	var places []report.Location
	for _, name := range model.AttributeNames() {
		for element := int32(model.WholeAttribute); ; element++ {
			l, ok := b.Find(model.AttributeNamed(name), element)
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
