package loader

import (
	"slices"

	"hybridlint/loader/expressions"
	"hybridlint/loader/model"
	"hybridlint/loader/suggest"
)

// blockType is the description of a kind of block: one line per attribute, one per block inside it. T is what the block
// is read into.
type blockType[T any] struct {
	// label says what the one label is, "the forest's name"; empty for a block without labels.
	label      string
	block      func(*T) *model.Block
	attributes []attribute[T]
	// either are two attributes of which a block has exactly one.
	either []string
	inner  []innerBlock[T]

	byName      map[string]*attribute[T]
	byAttribute [256]*attribute[T]
}

// attribute is what a block type says about one attribute. The makers of attributes are in attributes.go.
type attribute[T any] struct {
	model.Attribute
	name     string
	required bool
	// texts is what texts in the value are to be like.
	texts textKind
	// owner restricts the attribute to some blocks of the type; the zero owner is all of them.
	owner owner[T]
	// read stores a value; what it refers to by name is stored by link when everything is declared.
	read func(r *reader, at field, v expressions.Value, into *T) bool
	link func(l *linker, m mention, into *T) bool
}

// owner says which blocks of a type may hold something.
type owner[T any] struct {
	// has is Undeclared where the block's label is wrong, so that nobody can tell.
	has func(*T) model.Bool
	// who completes "belongs to …".
	who string
}

func (o owner[T]) mayInclude(t *T) bool { return o.has == nil || o.has(t) != model.False }

func (o owner[T]) includes(t *T) bool { return o.has == nil || o.has(t) == model.True }

// innerBlock is what a block type says about a kind of block inside it.
type innerBlock[T any] struct {
	name  string
	owner owner[T]
	read  func(r *reader, from *syntaxBlock, into *T) bool
}

// field is the attribute that is being read, for messages and references.
type field struct {
	model.Attribute
	name string
}

// reference is a name that is resolved when everything is declared. Where it stands is in the places of its block.
type reference struct {
	// name is a place among the names of the reader.
	name      uint32
	element   int32
	attribute model.Attribute
}

// describe completes a block type.
func describe[T any](t blockType[T]) *blockType[T] {
	t.byName = make(map[string]*attribute[T], len(t.attributes))
	for i := range t.attributes {
		a := &t.attributes[i]
		t.byName[a.name], t.byAttribute[a.Attribute] = a, a
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
func readBlock[T any](r *reader, t *blockType[T], from *syntaxBlock, into *T) bool {
	outer := r.current
	r.current = blockInHand{syntaxBlock: from, firstSpan: len(r.spans)}
	ok := true
	var written attributeSet
	for i := range from.attributes {
		ok = readAttribute(r, t, &from.attributes[i], into, &written) && ok
	}
	ok = t.checkRequired(r, &written, into) && ok
	ok = t.checkEither(r, &written) && ok
	*t.block(into) = r.place(from.start, from.headerEnd, r.currentSpans())
	r.spans = r.spans[:r.current.firstSpan]
	for i := range from.blocks {
		ok = readInner(r, t, &from.blocks[i], into) && ok
	}
	r.current = outer
	return ok
}

// blockInHand is the block whose attributes are being read. Its spans are the last ones of the reader's.
type blockInHand struct {
	*syntaxBlock
	firstSpan int
}

func (r *reader) currentSpans() []model.Span { return r.spans[r.current.firstSpan:] }

func (r *reader) addSpan(s model.Span) { r.spans = append(r.spans, s) }

func readAttribute[T any](r *reader, t *blockType[T], a *syntaxAttribute, into *T, written *attributeSet) bool {
	known := t.byName[a.name]
	switch {
	case known == nil && slices.Contains(t.innerNames(), a.name):
		r.problem("Block written as an attribute", a.start, a.end, "%q is a block: write %s { … } without \"=\".", a.name, a.name)
		return false
	case known == nil:
		r.problem("Unknown attribute", a.start, a.end, "%s has no attribute %q.%s", capitalized(r.current.kind), a.name, suggest.DidYouMean(a.name, t.attributeNames(into)))
		return false
	case !known.owner.mayInclude(into):
		r.problem("Attribute in the wrong place", a.start, a.end, "%q belongs to %s. Remove it here.", a.name, known.owner.who)
		return false
	}
	v, ok := a.value, true
	if a.expression != nil {
		v, ok = r.value(a.expression)
	}
	if ok && v.Kind == expressions.Absent {
		return true
	}
	written.add(known.Attribute)
	if !ok {
		return false
	}
	r.addSpan(model.Span{Attribute: known.Attribute, Element: model.WholeAttribute, Start: v.Start, End: v.End})
	if !r.checkTexts(&v, known.texts) {
		return false
	}
	return known.read(r, field{known.Attribute, known.name}, v, into)
}

func (t *blockType[T]) checkRequired(r *reader, written *attributeSet, into *T) bool {
	ok := true
	for i := range t.attributes {
		a := &t.attributes[i]
		if !a.required || !a.owner.includes(into) || written.has(a.Attribute) {
			continue
		}
		r.problem("Missing attribute", r.current.start, r.current.headerEnd, "This %s block needs %q. Add it.", r.current.kind, a.name)
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
		r.problem("Missing attribute", b.start, b.headerEnd, "This %s block needs either %q or %q. Add one of the two.", b.kind, one.name, other.name)
		return false
	case has && hasOther:
		start, end := b.start, b.headerEnd
		if i := slices.IndexFunc(r.currentSpans(), func(s model.Span) bool { return s.Attribute == other.Attribute }); i >= 0 {
			start, end = r.currentSpans()[i].Start, r.currentSpans()[i].End
		}
		r.problem("Too many attributes", start, end, "%s has either %q or %q, not both. Remove one of the two.", capitalized(b.kind), one.name, other.name)
		return false
	default:
		return true
	}
}

// attributeSet holds attributes that were written, rightly or wrongly; null is the same as absent.
type attributeSet [4]uint64

func (s *attributeSet) add(a model.Attribute)      { s[a/64] |= 1 << (a % 64) }
func (s *attributeSet) has(a model.Attribute) bool { return s[a/64]&(1<<(a%64)) != 0 }

func readInner[T any](r *reader, t *blockType[T], b *syntaxBlock, into *T) bool {
	i := slices.IndexFunc(t.inner, func(known innerBlock[T]) bool { return known.name == b.kind })
	switch {
	case i >= 0 && t.inner[i].owner.mayInclude(into):
		return t.inner[i].read(r, b, into)
	case i >= 0:
		r.problem("Block in the wrong place", b.start, b.kindEnd, "%q belongs to %s. Remove it here.", b.kind, t.inner[i].owner.who)
	case t.byName[b.kind] != nil:
		r.problem("Attribute written as a block", b.start, b.kindEnd, "%q is an attribute: write %s = … .", b.kind, b.kind)
	default:
		r.problem("Unknown block", b.start, b.kindEnd, "%s holds no block %q.%s", capitalized(r.current.kind), b.kind, suggest.DidYouMean(b.kind, t.innerNames()))
	}
	return false
}

// labelOf reads the label of a block; ok is false where the number of labels is wrong, or the label is empty.
func (r *reader) labelOf(b *syntaxBlock, what string) (label string, ok bool) {
	wanted := 0
	if what != "" {
		wanted = 1
	}
	for i := wanted; i < len(b.labels); i++ {
		r.problem("Unexpected label", b.labels[i].start, b.labels[i].end, "%s has %s. Remove this one.", capitalized(b.kind), [...]string{"no label", "one label"}[wanted])
	}
	switch {
	case wanted == 0:
		return "", len(b.labels) == 0
	case len(b.labels) == 0:
		r.problem("Missing label", b.start, b.headerEnd, "%s needs %s as its label: %s \"…\" { … }.", capitalized(b.kind), what, b.kind)
		return "", false
	}
	label = normalized(b.labels[0].text)
	if label == "" {
		r.problem("Empty label", b.labels[0].start, b.labels[0].end, "The label of this %s block is %s. Write it between the quotes.", b.kind, what)
		return "", false
	}
	if !r.checkText(label, nameText, b.labels[0].start, b.labels[0].end) {
		if len(label) <= longestName {
			r.recover(b.kind, withoutFault(label))
		}
		return label, false
	}
	return label, len(b.labels) == 1
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
