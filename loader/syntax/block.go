package syntax

import (
	"cmp"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"hybridlint/loader/expressions"
)

// What a block is made of, whichever reader it comes from. It is gone as soon as the block is read; whoever keeps a text
// keeps a copy.

// Block is a block: kind "label" { attributes and blocks }.
type Block struct {
	Kind   string
	Labels []Label
	// Attributes are in the order in which they are written.
	Attributes []Attribute
	Blocks     []Block
	// Start is where the kind begins and kindEnd where it ends; headerEnd is the end of kind and labels.
	Start, KindEnd, HeaderEnd, End uint32
}

// Label is a label of a block.
type Label struct {
	Text       string
	Start, End uint32
}

// Attribute is a name with a value; start and end are those of the name.
type Attribute struct {
	Name       string
	Start, End uint32
	// Expression is what the value comes from; nil where value is known.
	Expression hclsyntax.Expression
	Value      expressions.Value
}

// BlockOf is a block that hclsyntax has read.
func BlockOf(from *hclsyntax.Block) Block {
	b := Block{Kind: from.Type, Labels: make([]Label, len(from.Labels))}
	b.Start, b.KindEnd = BytesOf(from.TypeRange)
	_, b.HeaderEnd = BytesOf(from.DefRange())
	_, b.End = BytesOf(from.CloseBraceRange)
	b.End = max(b.End, b.HeaderEnd)
	for i, label := range from.Labels {
		b.Labels[i].Text = label
		b.Labels[i].Start, b.Labels[i].End = BytesOf(from.LabelRanges[i])
	}
	b.Attributes = AttributesOf(from.Body)
	for _, inner := range from.Body.Blocks {
		b.Blocks = append(b.Blocks, BlockOf(inner))
	}
	return b
}

// AttributesOf gives the attributes in the order in which they are written.
func AttributesOf(body *hclsyntax.Body) []Attribute {
	attributes := make([]Attribute, 0, len(body.Attributes))
	for _, a := range body.Attributes {
		start, end := BytesOf(a.NameRange)
		attributes = append(attributes, Attribute{Name: a.Name, Start: start, End: end, Expression: a.Expr})
	}
	slices.SortFunc(attributes, func(a, b Attribute) int { return cmp.Compare(a.Start, b.Start) })
	return attributes
}

// BytesOf is a range in bytes.
func BytesOf(r hcl.Range) (start, end uint32) {
	return uint32(max(r.Start.Byte, 0)), uint32(max(r.End.Byte, r.Start.Byte, 0))
}
