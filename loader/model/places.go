package model

import (
	"encoding/binary"
	"slices"

	"hybridlint/loader/sources"
	"hybridlint/report"
)

// WholeAttribute is the element of a span that covers a value and not one part of it.
const WholeAttribute = -1

// Block is where something was declared.
type Block struct {
	in *Places
	at uint32
}

// Places are those of the blocks of one section and of everything in them. There are millions, and hardly any is ever
// asked for, so they are packed: lines and columns as varints, all but the first relative to the one before.
type Places struct {
	File   *sources.File
	Packed []byte
	// long are the places in blocks that have so many that looking for one from the start would take too long.
	long [][]longSpan
}

// longSpan is a span that is found by halving.
type longSpan struct {
	attribute                                  Attribute
	element                                    int32
	startLine, startColumn, endLine, endColumn uint32
}

// Span is where an attribute or one element of its value stands, in bytes of its section.
type Span struct {
	Attribute Attribute
	// element counts the elements of a list or object from 0; -1 is the attribute as a whole.
	Element    int32
	Start, End uint32
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
	return b.in.File.Shown(l)
}

// Declares tells whether the block itself gives the attribute a value. What a defaults block supplies is not declared
// here.
func (b *Block) Declares(attribute string) bool {
	_, ok := b.Find(AttributeNamed(attribute), WholeAttribute)
	return ok
}

// Locate is where an element of an attribute's value stands, counted from 0; -1 is the value as a whole. It falls back to
// the whole value, and to the block's type and labels where the attribute is not declared.
func (b *Block) Locate(attribute string, element int) report.Location {
	a := AttributeNamed(attribute)
	for _, e := range []int32{int32(element), WholeAttribute} {
		if l, ok := b.Find(a, e); ok {
			return l
		}
	}
	return b.Location()
}

// Find is where an element of an attribute stands, or the value as a whole; not ok where the block does not declare it.
func (b *Block) Find(a Attribute, element int32) (report.Location, bool) {
	if b.in == nil || a == 0 {
		return report.Location{}, false
	}
	l, ok := b.in.find(b.at, a, element)
	if !ok {
		return report.Location{}, false
	}
	return b.in.File.Shown(l), true
}

// Add packs where a block and what is in it stands. position turns the bytes of the block's section into lines and columns.
func (p *Places) Add(start, headerEnd uint32, spans []Span, position func(uint32) report.Position) Block {
	b := Block{in: p, at: uint32(len(p.Packed))}
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
		p.putSpan(first.Line, s, position(s.Start), position(s.End))
	}
	return b
}

func (p *Places) put(numbers ...uint32) {
	for _, n := range numbers {
		p.Packed = binary.AppendUvarint(p.Packed, uint64(n))
	}
}

func (p *Places) putEnd(start, end report.Position) {
	p.put(uint32(end.Line - start.Line))
	if end.Line == start.Line {
		p.put(uint32(end.Column - start.Column))
	} else {
		p.put(uint32(end.Column))
	}
}

func (p *Places) putSpan(line int, s Span, start, end report.Position) {
	if s.Element == WholeAttribute && start.Line == end.Line {
		p.putAttribute(s.Attribute, shortSpan)
		p.put(uint32(start.Line-line), uint32(start.Column), uint32(end.Column-start.Column))
		return
	}
	p.putAttribute(s.Attribute, 0)
	p.put(uint32(s.Element+1), uint32(start.Line-line), uint32(start.Column))
	p.putEnd(start, end)
}

func (p *Places) putAttribute(a Attribute, mark byte) {
	if a < longAttribute {
		p.Packed = append(p.Packed, byte(a)|mark)
		return
	}
	p.Packed = append(p.Packed, longAttribute|mark, byte(a-longAttribute))
}

func longSpans(spans []Span, position func(uint32) report.Position) []longSpan {
	long := make([]longSpan, len(spans))
	for i, s := range spans {
		start, end := position(s.Start), position(s.End)
		long[i] = longSpan{s.Attribute, s.Element, uint32(start.Line), uint32(start.Column), uint32(end.Line), uint32(end.Column)}
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
func (p *Places) header(at uint32) (l report.Location, u unpacker) {
	u = unpacker{p.Packed[at:]}
	l = report.Location{File: p.File.Name, Start: report.Position{Line: u.next(), Column: u.next()}}
	l.End = u.end(l.Start)
	return l, u
}

// find looks for a span of a block. Of two for the same element the first counts.
func (p *Places) find(at uint32, a Attribute, element int32) (report.Location, bool) {
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
	a, element = Attribute(first&^shortSpan), WholeAttribute
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

func (p *Places) findLong(spans []longSpan, a Attribute, element int32) (report.Location, bool) {
	i, ok := slices.BinarySearchFunc(spans, longSpan{attribute: a, element: element}, compareSpans)
	if !ok {
		return report.Location{}, false
	}
	s := spans[i]
	return report.Location{
		File:  p.File.Name,
		Start: report.Position{Line: int(s.startLine), Column: int(s.startColumn)},
		End:   report.Position{Line: int(s.endLine), Column: int(s.endColumn)},
	}, true
}
