package loader

import (
	"slices"

	"hybridlint/loader/expressions"
	"hybridlint/loader/model"
	"hybridlint/loader/suggest"
	"hybridlint/loader/syntax"
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
	read  func(r *reader, from *syntax.Block, into *T) bool
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
func readBlock[T any](r *reader, t *blockType[T], from *syntax.Block, into *T) bool {
	outer := r.current
	r.current = blockInHand{Block: from, firstSpan: len(r.spans)}
	ok := true
	var written attributeSet
	for i := range from.Attributes {
		ok = readAttribute(r, t, &from.Attributes[i], into, &written) && ok
	}
	ok = t.checkRequired(r, &written, into) && ok
	ok = t.checkEither(r, &written) && ok
	*t.block(into) = r.place(from.Start, from.HeaderEnd, r.currentSpans())
	r.spans = r.spans[:r.current.firstSpan]
	for i := range from.Blocks {
		ok = readInner(r, t, &from.Blocks[i], into) && ok
	}
	r.current = outer
	return ok
}

// blockInHand is the block whose attributes are being read. Its spans are the last ones of the reader's.
type blockInHand struct {
	*syntax.Block
	firstSpan int
}

func (r *reader) currentSpans() []model.Span { return r.spans[r.current.firstSpan:] }

func (r *reader) addSpan(s model.Span) { r.spans = append(r.spans, s) }

func readAttribute[T any](r *reader, t *blockType[T], a *syntax.Attribute, into *T, written *attributeSet) bool {
	known := t.byName[a.Name]
	switch {
	case known == nil && slices.Contains(t.innerNames(), a.Name):
		r.problem("Block written as an attribute", a.Start, a.End, "%q is a block: write %s { … } without \"=\".", a.Name, a.Name)
		return false
	case known == nil:
		r.problem("Unknown attribute", a.Start, a.End, "%s has no attribute %q.%s", capitalized(r.current.Kind), a.Name, suggest.DidYouMean(a.Name, t.attributeNames(into)))
		return false
	case !known.owner.mayInclude(into):
		r.problem("Attribute in the wrong place", a.Start, a.End, "%q belongs to %s. Remove it here.", a.Name, known.owner.who)
		return false
	}
	v, ok := a.Value, true
	if a.Expression != nil {
		v, ok = r.value(a.Expression)
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
		r.problem("Missing attribute", r.current.Start, r.current.HeaderEnd, "This %s block needs %q. Add it%s.", r.current.Kind, a.name,
			exampleOf(r.current.Kind, a.name))
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
		r.problem("Missing attribute", b.Start, b.HeaderEnd, "This %s block needs either %q or %q. Add one of the two.", b.Kind, one.name, other.name)
		return false
	case has && hasOther:
		start, end := b.Start, b.HeaderEnd
		if i := slices.IndexFunc(r.currentSpans(), func(s model.Span) bool { return s.Attribute == other.Attribute }); i >= 0 {
			start, end = r.currentSpans()[i].Start, r.currentSpans()[i].End
		}
		r.problem("Too many attributes", start, end, "%s has either %q or %q, not both. Remove one of the two.", capitalized(b.Kind), one.name, other.name)
		return false
	default:
		return true
	}
}

// attributeSet holds attributes that were written, rightly or wrongly; null is the same as absent.
type attributeSet [4]uint64

func (s *attributeSet) add(a model.Attribute)      { s[a/64] |= 1 << (a % 64) }
func (s *attributeSet) has(a model.Attribute) bool { return s[a/64]&(1<<(a%64)) != 0 }

func readInner[T any](r *reader, t *blockType[T], b *syntax.Block, into *T) bool {
	i := slices.IndexFunc(t.inner, func(known innerBlock[T]) bool { return known.name == b.Kind })
	switch {
	case i >= 0 && t.inner[i].owner.mayInclude(into):
		return t.inner[i].read(r, b, into)
	case i >= 0:
		r.problem("Block in the wrong place", b.Start, b.KindEnd, "%q belongs to %s. Remove it here.", b.Kind, t.inner[i].owner.who)
	case t.byName[b.Kind] != nil:
		r.problem("Attribute written as a block", b.Start, b.KindEnd, "%q is an attribute: write %s = … .", b.Kind, b.Kind)
	default:
		r.problem("Unknown block", b.Start, b.KindEnd, "%s holds no block %q.%s", capitalized(r.current.Kind), b.Kind, suggest.DidYouMean(b.Kind, t.innerNames()))
	}
	return false
}

// labelOf reads the label of a block; ok is false where the number of labels is wrong, or the label is empty.
func (r *reader) labelOf(b *syntax.Block, what string) (label string, ok bool) {
	wanted := 0
	if what != "" {
		wanted = 1
	}
	for i := wanted; i < len(b.Labels); i++ {
		r.problem("Unexpected label", b.Labels[i].Start, b.Labels[i].End, "%s has %s. Remove this one.", capitalized(b.Kind), [...]string{"no label", "one label"}[wanted])
	}
	switch {
	case wanted == 0:
		return "", len(b.Labels) == 0
	case len(b.Labels) == 0:
		r.problem("Missing label", b.Start, b.HeaderEnd, "%s needs %s as its label: %s \"…\" { … }.", capitalized(b.Kind), what, b.Kind)
		return "", false
	}
	label = normalized(b.Labels[0].Text)
	if label == "" {
		r.problem("Empty label", b.Labels[0].Start, b.Labels[0].End, "The label of this %s block is %s. Write it between the quotes.", b.Kind, what)
		return "", false
	}
	if !r.checkText(label, nameText, b.Labels[0].Start, b.Labels[0].End) {
		if len(label) <= longestName {
			r.recover(b.Kind, withoutFault(label))
		}
		return label, false
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
