package loader

import (
	"cmp"
	"slices"

	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// blockType is the description of a kind of block: one line per attribute, one per block inside it. T is what the block
// is read into.
type blockType[T any] struct {
	// label says what the one label is, "the forest's name"; empty for a block without labels.
	label      string
	block      func(*T) *Block
	attributes []attribute[T]
	// either are two attributes of which a block has exactly one.
	either []string
	inner  []innerBlock[T]

	byName map[string]*attribute[T]
}

// attribute is what a block type says about one attribute. The makers of attributes are in attributes.go.
type attribute[T any] struct {
	Attribute
	name     string
	required bool
	// owner restricts the attribute to some blocks of the type; the zero owner is all of them.
	owner owner[T]
	// read stores a value; what it refers to by name is stored by link when everything is declared.
	read func(r *reader, at field, v value, into *T) bool
	link func(l *linker, m mention, into *T) bool
}

// owner says which blocks of a type may hold something.
type owner[T any] struct {
	// has is Undeclared where the block's label is wrong, so that nobody can tell.
	has func(*T) Bool
	// who completes "belongs to …".
	who string
}

func (o owner[T]) mayInclude(t *T) bool { return o.has == nil || o.has(t) != False }

func (o owner[T]) includes(t *T) bool { return o.has == nil || o.has(t) == True }

// innerBlock is what a block type says about a kind of block inside it.
type innerBlock[T any] struct {
	name  string
	owner owner[T]
	read  func(r *reader, from *hclsyntax.Block, into *T) bool
}

// field is the attribute that is being read, for messages and references.
type field struct {
	Attribute
	name string
}

// reference is a name that is resolved when everything is declared. Where it stands is in the spans of its block.
type reference struct {
	text      string
	element   int32
	attribute Attribute
}

// describe completes a block type.
func describe[T any](t blockType[T]) *blockType[T] {
	t.byName = make(map[string]*attribute[T], len(t.attributes))
	for i := range t.attributes {
		t.byName[t.attributes[i].name] = &t.attributes[i]
	}
	return &t
}

func (t *blockType[T]) attributeNames(into *T) []string {
	var names []string
	for i := range t.attributes {
		if t.attributes[i].owner.mayInclude(into) {
			names = append(names, t.attributes[i].name)
		}
	}
	return names
}

func (t *blockType[T]) innerNames() []string {
	names := make([]string, len(t.inner))
	for i := range t.inner {
		names[i] = t.inner[i].name
	}
	return names
}

// readBlock reads a block as its type says and reports everything that is wrong with it. Not ok means that the block must
// stay out of the model. Labels are the caller's.
func readBlock[T any](r *reader, t *blockType[T], from *hclsyntax.Block, into *T) bool {
	block := t.block(into)
	*block = r.blockOf(from)
	outer, outerName := r.current, r.currentName
	r.current, r.currentName = block, from.Type
	defer func() { r.current, r.currentName = outer, outerName }()
	given := inOrder(from.Body.Attributes)
	block.Spans = make([]Span, 0, len(given)+len(given)/2)
	ok := true
	var written attributeSet
	for _, a := range given {
		ok = readAttribute(r, t, a, into, &written) && ok
	}
	ok = t.checkRequired(r, &written, into) && ok
	ok = t.checkEither(r, &written) && ok
	for _, b := range from.Body.Blocks {
		ok = readInner(r, t, b, into) && ok
	}
	slices.SortFunc(block.Spans, compareSpans)
	return ok
}

func readAttribute[T any](r *reader, t *blockType[T], a *hclsyntax.Attribute, into *T, written *attributeSet) bool {
	start, end := bytesOf(a.NameRange)
	known := t.byName[a.Name]
	switch {
	case known == nil && slices.Contains(t.innerNames(), a.Name):
		r.problem("Block written as an attribute", start, end, "%q is a block: write %s { … } without \"=\".", a.Name, a.Name)
		return false
	case known == nil:
		r.problem("Unknown attribute", start, end, "%s has no attribute %q.%s", capitalized(r.currentName), a.Name, didYouMean(a.Name, t.attributeNames(into)))
		return false
	case !known.owner.mayInclude(into):
		r.problem("Attribute in the wrong place", start, end, "%q belongs to %s. Remove it here.", a.Name, known.owner.who)
		return false
	}
	v, ok := r.value(a.Expr)
	if ok && v.kind == absent {
		return true
	}
	written.add(known.Attribute)
	if !ok {
		return false
	}
	r.current.Spans = append(r.current.Spans, Span{Attribute: known.Attribute, Element: wholeAttribute, Start: v.start, End: v.end})
	return known.read(r, field{known.Attribute, known.name}, v, into)
}

func (t *blockType[T]) checkRequired(r *reader, written *attributeSet, into *T) bool {
	ok := true
	for i := range t.attributes {
		a := &t.attributes[i]
		if !a.required || !a.owner.includes(into) || written.has(a.Attribute) {
			continue
		}
		r.problem("Missing attribute", r.current.Start, r.current.HeaderEnd, "This %s block needs %q. Add it.", r.currentName, a.name)
		ok = false
	}
	return ok
}

func (t *blockType[T]) checkEither(r *reader, written *attributeSet) bool {
	if len(t.either) == 0 {
		return true
	}
	one, other := t.byName[t.either[0]], t.byName[t.either[1]]
	b := r.current
	switch has, hasOther := written.has(one.Attribute), written.has(other.Attribute); {
	case !has && !hasOther:
		r.problem("Missing attribute", b.Start, b.HeaderEnd, "This %s block needs either %q or %q. Add one of the two.", r.currentName, one.name, other.name)
		return false
	case has && hasOther:
		start, end := b.Start, b.HeaderEnd
		if i := slices.IndexFunc(b.Spans, func(s Span) bool { return s.Attribute == other.Attribute }); i >= 0 {
			start, end = b.Spans[i].Start, b.Spans[i].End
		}
		r.problem("Too many attributes", start, end, "%s has either %q or %q, not both. Remove one of the two.", capitalized(r.currentName), one.name, other.name)
		return false
	default:
		return true
	}
}

// attributeSet holds attributes that were written, rightly or wrongly; null is the same as absent.
type attributeSet [4]uint64

func (s *attributeSet) add(a Attribute)      { s[a/64] |= 1 << (a % 64) }
func (s *attributeSet) has(a Attribute) bool { return s[a/64]&(1<<(a%64)) != 0 }

func readInner[T any](r *reader, t *blockType[T], b *hclsyntax.Block, into *T) bool {
	start, end := bytesOf(b.TypeRange)
	i := slices.IndexFunc(t.inner, func(known innerBlock[T]) bool { return known.name == b.Type })
	switch {
	case i >= 0 && t.inner[i].owner.mayInclude(into):
		return t.inner[i].read(r, b, into)
	case i >= 0:
		r.problem("Block in the wrong place", start, end, "%q belongs to %s. Remove it here.", b.Type, t.inner[i].owner.who)
	case t.byName[b.Type] != nil:
		r.problem("Attribute written as a block", start, end, "%q is an attribute: write %s = … .", b.Type, b.Type)
	default:
		r.problem("Unknown block", start, end, "%s holds no block %q.%s", capitalized(r.currentName), b.Type, didYouMean(b.Type, t.innerNames()))
	}
	return false
}

// inOrder gives the attributes in the order in which they are written.
func inOrder(attributes hclsyntax.Attributes) []*hclsyntax.Attribute {
	given := make([]*hclsyntax.Attribute, 0, len(attributes))
	for _, a := range attributes {
		given = append(given, a)
	}
	slices.SortFunc(given, func(a, b *hclsyntax.Attribute) int { return cmp.Compare(a.SrcRange.Start.Byte, b.SrcRange.Start.Byte) })
	return given
}

// blockOf is the place of a block; its spans are not read yet.
func (r *reader) blockOf(b *hclsyntax.Block) Block {
	start, headerEnd := bytesOf(b.DefRange())
	_, end := bytesOf(b.CloseBraceRange)
	return Block{File: r.file, Start: start, HeaderEnd: headerEnd, End: max(end, headerEnd)}
}

// labelOf reads the label of a block; ok is false where the number of labels is wrong, or the label is empty.
func (r *reader) labelOf(b *hclsyntax.Block, what string) (label string, ok bool) {
	start, end := bytesOf(b.DefRange())
	wanted := 0
	if what != "" {
		wanted = 1
	}
	for i := wanted; i < len(b.Labels); i++ {
		from, to := bytesOf(b.LabelRanges[i])
		r.problem("Unexpected label", from, to, "%s has %s. Remove this one.", capitalized(b.Type), [...]string{"no label", "one label"}[wanted])
	}
	switch {
	case wanted == 0:
		return "", len(b.Labels) == 0
	case len(b.Labels) == 0:
		r.problem("Missing label", start, end, "%s needs %s as its label: %s \"…\" { … }.", capitalized(b.Type), what, b.Type)
		return "", false
	}
	label = normalized(b.Labels[0])
	if label == "" {
		from, to := bytesOf(b.LabelRanges[0])
		r.problem("Empty label", from, to, "The label of this %s block is %s. Write it between the quotes.", b.Type, what)
		return "", false
	}
	return label, len(b.Labels) == 1
}

// capitalized begins a sentence with a kind of block: "An outlook_delegate block".
func capitalized(blockType string) string {
	switch blockType[0] {
	case 'a', 'e', 'i', 'o':
		return "An " + blockType + " block"
	default:
		return "A " + blockType + " block"
	}
}
