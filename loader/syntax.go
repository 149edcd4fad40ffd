package loader

import (
	"cmp"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"hybridlint/loader/expressions"
)

// What a block is made of, whichever reader it comes from. It is gone as soon as the block is read; whoever keeps a text
// keeps a copy.

// syntaxBlock is a block: kind "label" { attributes and blocks }.
type syntaxBlock struct {
	kind   string
	labels []syntaxLabel
	// attributes are in the order in which they are written.
	attributes []syntaxAttribute
	blocks     []syntaxBlock
	// start is where the kind begins and kindEnd where it ends; headerEnd is the end of kind and labels.
	start, kindEnd, headerEnd, end uint32
}

type syntaxLabel struct {
	text       string
	start, end uint32
}

// syntaxAttribute is a name with a value; start and end are those of the name.
type syntaxAttribute struct {
	name       string
	start, end uint32
	// expression is what the value comes from; nil where value is known.
	expression hclsyntax.Expression
	value      expressions.Value
}

// syntaxOf is a block that hclsyntax has read.
func syntaxOf(from *hclsyntax.Block) syntaxBlock {
	b := syntaxBlock{kind: from.Type, labels: make([]syntaxLabel, len(from.Labels))}
	b.start, b.kindEnd = bytesOf(from.TypeRange)
	_, b.headerEnd = bytesOf(from.DefRange())
	_, b.end = bytesOf(from.CloseBraceRange)
	b.end = max(b.end, b.headerEnd)
	for i, label := range from.Labels {
		b.labels[i].text = label
		b.labels[i].start, b.labels[i].end = bytesOf(from.LabelRanges[i])
	}
	b.attributes = attributesOf(from.Body)
	for _, inner := range from.Body.Blocks {
		b.blocks = append(b.blocks, syntaxOf(inner))
	}
	return b
}

// attributesOf gives the attributes in the order in which they are written.
func attributesOf(body *hclsyntax.Body) []syntaxAttribute {
	attributes := make([]syntaxAttribute, 0, len(body.Attributes))
	for _, a := range body.Attributes {
		start, end := bytesOf(a.NameRange)
		attributes = append(attributes, syntaxAttribute{name: a.Name, start: start, end: end, expression: a.Expr})
	}
	slices.SortFunc(attributes, func(a, b syntaxAttribute) int { return cmp.Compare(a.start, b.start) })
	return attributes
}

func bytesOf(r hcl.Range) (start, end uint32) {
	return uint32(max(r.Start.Byte, 0)), uint32(max(r.End.Byte, r.Start.Byte, 0))
}
