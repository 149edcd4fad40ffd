package loader

import (
	"encoding/binary"
	"slices"

	"hybridlint/report"
)

// wholeAttribute is the element of a span that covers a value and not one part of it.
const wholeAttribute = -1

// Block is where something was declared.
type Block struct {
	in *places
	at uint32
}

// places are those of the blocks of one section and of everything in them. There are millions, and hardly any is ever
// asked for, so they are packed: lines and columns as varints, all but the first relative to the one before.
type places struct {
	file   *source
	packed []byte
	// long are the places in blocks that have so many that looking for one from the start would take too long.
	long [][]longSpan
}

// longSpan is a span that is found by halving.
type longSpan struct {
	attribute                                  Attribute
	element                                    int32
	startLine, startColumn, endLine, endColumn uint32
}

// span is where an attribute or one element of its value stands, in bytes of its section.
type span struct {
	attribute Attribute
	// element counts the elements of a list or object from 0; -1 is the attribute as a whole.
	element    int32
	start, end uint32
}

const (
	// shortSpan marks the attribute of a span that is a whole attribute on one line.
	shortSpan = 0x80
	// longAttribute stands for the attributes from it on, of which a second byte says which one it is.
	longAttribute = 0x7f
	// mostPacked is the largest number of spans that are looked through one after the other.
	mostPacked = 32
)

// Location is where the block's type and labels stand.
func (b *Block) Location() report.Location {
	if b.in == nil {
		return report.Location{}
	}
	l, _ := b.in.header(b.at)
	return b.in.file.shown(l)
}

// Declares tells whether the block itself gives the attribute a value. What a defaults block supplies is not declared
// here.
func (b *Block) Declares(attribute string) bool {
	_, ok := b.locate(attributeNamed(attribute), wholeAttribute)
	return ok
}

// Locate is where an element of an attribute's value stands, counted from 0; -1 is the value as a whole. It falls back to
// the whole value, and to the block's type and labels where the attribute is not declared.
func (b *Block) Locate(attribute string, element int) report.Location {
	a := attributeNamed(attribute)
	for _, e := range []int32{int32(element), wholeAttribute} {
		if l, ok := b.locate(a, e); ok {
			return l
		}
	}
	return b.Location()
}

func (b *Block) locate(a Attribute, element int32) (report.Location, bool) {
	if b.in == nil || a == 0 {
		return report.Location{}, false
	}
	l, ok := b.in.find(b.at, a, element)
	if !ok {
		return report.Location{}, false
	}
	return b.in.file.shown(l), true
}

// add packs where a block and what is in it stands. position turns the bytes of the block's section into lines and columns.
func (p *places) add(start, headerEnd uint32, spans []span, position func(uint32) report.Position) Block {
	b := Block{in: p, at: uint32(len(p.packed))}
	first := position(start)
	p.put(uint32(first.Line), uint32(first.Column))
	p.putEnd(first, position(headerEnd))
	if len(spans) > mostPacked {
		p.put(1, uint32(len(p.long)))
		p.long = append(p.long, longSpans(spans, position))
		return b
	}
	p.put(uint32(len(spans)) << 1)
	for _, s := range spans {
		p.putSpan(first.Line, s, position(s.start), position(s.end))
	}
	return b
}

func (p *places) put(numbers ...uint32) {
	for _, n := range numbers {
		p.packed = binary.AppendUvarint(p.packed, uint64(n))
	}
}

func (p *places) putEnd(start, end report.Position) {
	p.put(uint32(end.Line - start.Line))
	if end.Line == start.Line {
		p.put(uint32(end.Column - start.Column))
	} else {
		p.put(uint32(end.Column))
	}
}

func (p *places) putSpan(line int, s span, start, end report.Position) {
	if s.element == wholeAttribute && start.Line == end.Line {
		p.putAttribute(s.attribute, shortSpan)
		p.put(uint32(start.Line-line), uint32(start.Column), uint32(end.Column-start.Column))
		return
	}
	p.putAttribute(s.attribute, 0)
	p.put(uint32(s.element+1), uint32(start.Line-line), uint32(start.Column))
	p.putEnd(start, end)
}

func (p *places) putAttribute(a Attribute, mark byte) {
	if a < longAttribute {
		p.packed = append(p.packed, byte(a)|mark)
		return
	}
	p.packed = append(p.packed, longAttribute|mark, byte(a-longAttribute))
}

func longSpans(spans []span, position func(uint32) report.Position) []longSpan {
	long := make([]longSpan, len(spans))
	for i, s := range spans {
		start, end := position(s.start), position(s.end)
		long[i] = longSpan{s.attribute, s.element, uint32(start.Line), uint32(start.Column), uint32(end.Line), uint32(end.Column)}
	}
	slices.SortFunc(long, compareSpans)
	return long
}

func compareSpans(a, b longSpan) int {
	if a.attribute != b.attribute {
		return int(a.attribute) - int(b.attribute)
	}
	return int(a.element) - int(b.element)
}

// unpacker reads packed places.
type unpacker struct{ packed []byte }

func (u *unpacker) next() int {
	n, size := binary.Uvarint(u.packed)
	u.packed = u.packed[size:]
	return int(n)
}

func (u *unpacker) end(start report.Position) report.Position {
	if lines := u.next(); lines > 0 {
		return report.Position{Line: start.Line + lines, Column: u.next()}
	}
	return report.Position{Line: start.Line, Column: start.Column + u.next()}
}

// header unpacks the place of a block; what follows it is left in u.
func (p *places) header(at uint32) (l report.Location, u unpacker) {
	u = unpacker{p.packed[at:]}
	l = report.Location{File: p.file.name, Start: report.Position{Line: u.next(), Column: u.next()}}
	l.End = u.end(l.Start)
	return l, u
}

// find looks for a span of a block. Of two for the same element the first counts.
func (p *places) find(at uint32, a Attribute, element int32) (report.Location, bool) {
	l, u := p.header(at)
	count := u.next()
	if count&1 != 0 {
		return p.findLong(p.long[u.next()], a, element)
	}
	line := l.Start.Line
	for range count >> 1 {
		found, e := u.span(line, &l)
		if found == a && e == element {
			return l, true
		}
	}
	return report.Location{}, false
}

// span unpacks a span of a block that begins on a line, into a location.
func (u *unpacker) span(line int, l *report.Location) (a Attribute, element int32) {
	first := u.packed[0]
	a, element = Attribute(first&^shortSpan), wholeAttribute
	u.packed = u.packed[1:]
	if a == longAttribute {
		a += Attribute(u.packed[0])
		u.packed = u.packed[1:]
	}
	if first&shortSpan != 0 {
		l.Start = report.Position{Line: line + u.next(), Column: u.next()}
		l.End = report.Position{Line: l.Start.Line, Column: l.Start.Column + u.next()}
		return a, element
	}
	element = int32(u.next()) - 1
	l.Start = report.Position{Line: line + u.next(), Column: u.next()}
	l.End = u.end(l.Start)
	return a, element
}

func (p *places) findLong(spans []longSpan, a Attribute, element int32) (report.Location, bool) {
	i, ok := slices.BinarySearchFunc(spans, longSpan{attribute: a, element: element}, compareSpans)
	if !ok {
		return report.Location{}, false
	}
	s := spans[i]
	return report.Location{
		File:  p.file.name,
		Start: report.Position{Line: int(s.startLine), Column: int(s.startColumn)},
		End:   report.Position{Line: int(s.endLine), Column: int(s.endColumn)},
	}, true
}
