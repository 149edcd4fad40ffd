package loader

import (
	"cmp"
	"slices"

	"hybridlint/report"
)

// wholeAttribute is the element of a span that covers a value and not one part of it.
const wholeAttribute = -1

// Location is where the block's type and labels stand.
func (b *Block) Location() report.Location {
	if b.File == nil {
		return report.Location{}
	}
	return b.File.Location(b.Start, b.HeaderEnd)
}

// Declares tells whether the block itself gives the attribute a value. What a defaults block supplies is not declared
// here.
func (b *Block) Declares(attribute string) bool {
	_, ok := b.span(attributeNamed(attribute), wholeAttribute)
	return ok
}

// Locate is where an element of an attribute's value stands, counted from 0; -1 is the value as a whole. It falls back to
// the whole value, and to the block's type and labels where the attribute is not declared.
func (b *Block) Locate(attribute string, element int) report.Location {
	a := attributeNamed(attribute)
	for _, e := range []int32{int32(element), wholeAttribute} {
		if s, ok := b.span(a, e); ok {
			return b.File.Location(s.Start, s.End)
		}
	}
	return b.Location()
}

func (b *Block) span(a Attribute, element int32) (Span, bool) {
	i, found := slices.BinarySearchFunc(b.Spans, Span{Attribute: a, Element: element}, compareSpans)
	if !found || a == 0 {
		return Span{}, false
	}
	return b.Spans[i], true
}

func compareSpans(a, b Span) int {
	return cmp.Or(cmp.Compare(a.Attribute, b.Attribute), cmp.Compare(a.Element, b.Element))
}
