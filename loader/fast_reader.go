package loader

import (
	"bytes"
	"math/big"
	"unicode/utf8"
	"unsafe"

	"golang.org/x/text/unicode/norm"

	"hybridlint/loader/expressions"
	"hybridlint/loader/sources"
	"hybridlint/loader/syntax"
)

// Most blocks are written plainly: attributes that are texts, numbers, true or false, and lists and objects of texts. hclsyntax needs ten
// times as long for them as reading them takes. This reader knows that much of the syntax and nothing else: whatever it does not
// know, and whatever is wrong, it leaves to hclsyntax, which alone reports errors of syntax. So nothing depends on this file but
// the time that a check takes.

// plainReader reads the plain blocks of a section, one after the other.
type plainReader struct {
	text []byte
	at   int

	// block is the one in hand.
	block syntax.Block
	// Its parts, by how deep they are nested.
	levels [deepestPlain]plainLevel
	labels []syntax.Label
	items  []expressions.Item
	// unescaped is room for a text with backslashes.
	unescaped []byte
}

type plainLevel struct {
	attributes []syntax.Attribute
	blocks     []syntax.Block
}

const (
	// deepestPlain is how deep the blocks of the language are nested.
	deepestPlain = 2
	// mostPlainLabels is more than any block has.
	mostPlainLabels = 4
	// mostPlainAttributes bounds the search for an attribute that is written twice.
	mostPlainAttributes = 64
	// mostPlainDigits are certain to be an int64.
	mostPlainDigits = 15
)

// readPlainly reads the items of a chunk, and leaves those that are not plain to hclsyntax.
func (r *reader) readPlainly(c syntax.Chunk) {
	p := &r.plain
	p.text, p.at = r.section.Text[:c.End], int(c.Start)
	left := c.Start
	for p.at < len(p.text) {
		start := p.at
		if !p.topLevel() {
			p.at = endOfItem(p.text, start)
			continue
		}
		if p.at-start > r.limits.Certain() && r.survey(syntax.Chunk{Start: uint32(start), End: uint32(p.at)}) != nil {
			continue // it is reported with what else is not plain
		}
		if left < uint32(start) {
			r.readChunk(syntax.Chunk{Start: left, End: uint32(start)})
		}
		left = uint32(p.at)
		r.readTopLevel(&p.block)
	}
	if left < c.End {
		r.readChunk(syntax.Chunk{Start: left, End: c.End})
	}
}

func endOfItem(text []byte, start int) int {
	s := syntax.Scanner{Source: text, At: start}
	s.Item()
	return s.At
}

// topLevel reads a block with the blanks and comments before it and the end of its last line; false where the item that begins here
// is not plain.
func (p *plainReader) topLevel() bool {
	p.labels, p.items = p.labels[:0], p.items[:0]
	for i := range p.levels {
		p.levels[i].attributes, p.levels[i].blocks = p.levels[i].attributes[:0], p.levels[i].blocks[:0]
	}
	if !p.blankLines() {
		return false
	}
	start := p.at
	return p.identifier() && p.readBlock(&p.block, start, 0) && (p.atEnd() || p.lineEnd()) && !bytes.HasPrefix(p.text[p.at:], sources.ByteOrderMark)
}

// readBlock reads a block whose kind has been read.
func (p *plainReader) readBlock(b *syntax.Block, start, depth int) bool {
	if depth == deepestPlain {
		return false
	}
	*b = syntax.Block{Kind: p.string(start, p.at), Start: uint32(start), KindEnd: uint32(p.at), HeaderEnd: uint32(p.at)}
	first := len(p.labels)
	for p.blanks(); p.is('"'); p.blanks() {
		from := p.at
		label, plain := p.quoted()
		if !plain {
			return false
		}
		if len(p.labels)-first == mostPlainLabels {
			return false
		}
		b.HeaderEnd = uint32(p.at)
		p.labels = append(p.labels, syntax.Label{Text: label, Start: uint32(from), End: b.HeaderEnd})
	}
	b.Labels = p.labels[first:]
	if !p.take('{') || !p.body(b, depth) {
		return false
	}
	b.End = uint32(p.at)
	return true
}

// body reads what is between the braces, with the closing one.
func (p *plainReader) body(b *syntax.Block, depth int) bool {
	level := &p.levels[depth]
	attributes, blocks := len(level.attributes), len(level.blocks)
	p.blanks()
	switch {
	case p.is('}'):
	case p.lineEnd():
		if !p.lines(level, attributes, depth) {
			return false
		}
	default:
		if !p.onlyAttribute(level) {
			return false
		}
	}
	b.Attributes, b.Blocks = level.attributes[attributes:], level.blocks[blocks:]
	return p.take('}')
}

// onlyAttribute reads the attribute of a body that has no line of its own.
func (p *plainReader) onlyAttribute(level *plainLevel) bool {
	start := p.at
	if !p.identifier() || !p.attribute(level, start) {
		return false
	}
	p.blanks()
	return p.is('}')
}

// lines reads a body that has lines of its own, up to the closing brace.
func (p *plainReader) lines(level *plainLevel, first, depth int) bool {
	for {
		if !p.blankLines() {
			return false
		}
		if p.is('}') {
			return true
		}
		start := p.at
		if !p.identifier() || !p.line(level, start, first, depth) || !p.lineEnd() {
			return false
		}
	}
}

// line reads an attribute or a block whose name has been read.
func (p *plainReader) line(level *plainLevel, start, first, depth int) bool {
	end := p.at
	p.blanks()
	isAttribute := p.is('=')
	p.at = end
	if !isAttribute {
		i := len(level.blocks)
		level.blocks = append(level.blocks, syntax.Block{})
		return p.readBlock(&level.blocks[i], start, depth+1)
	}
	written := level.attributes[first:]
	if len(written) == mostPlainAttributes {
		return false
	}
	name := p.string(start, end)
	for i := range written {
		if written[i].Name == name {
			return false
		}
	}
	return p.attribute(level, start)
}

// attribute reads the value of an attribute whose name has been read.
func (p *plainReader) attribute(level *plainLevel, start int) bool {
	a := syntax.Attribute{Name: p.string(start, p.at), Start: uint32(start), End: uint32(p.at)}
	p.blanks()
	if !p.take('=') {
		return false
	}
	p.blanks()
	from := p.at
	if !p.value(&a.Value) {
		return false
	}
	a.Value.Start, a.Value.End = uint32(from), uint32(p.at)
	level.attributes = append(level.attributes, a)
	return true
}

func (p *plainReader) value(v *expressions.Value) (ok bool) {
	if p.atEnd() {
		return false
	}
	switch c := p.text[p.at]; {
	case c == '"':
		v.Kind = expressions.Text
		v.Text, ok = p.quoted()
		return ok
	case c == '[':
		v.Kind = expressions.List
		return p.list(v)
	case c == '{':
		v.Kind = expressions.Object
		return p.object(v)
	case c == '-' || '0' <= c && c <= '9':
		v.Kind = expressions.Number
		return p.integer(v)
	default:
		v.Kind = expressions.Truth
		return p.truth(v)
	}
}

// list reads a list of texts. Lines may end anywhere in it.
func (p *plainReader) list(v *expressions.Value) bool {
	first := len(p.items)
	for p.at++; ; p.at++ {
		p.space()
		if p.is('"') {
			i := expressions.Item{From: uint32(p.at)}
			if !p.itemText(&i) {
				return false
			}
			p.space()
			if p.is(',') {
				continue
			}
		}
		v.Items = p.items[first:]
		return p.take(']')
	}
}

// object reads an object of texts whose keys are words.
func (p *plainReader) object(v *expressions.Value) bool {
	first := len(p.items)
	p.at++
	for p.space(); !p.is('}'); p.space() {
		i := expressions.Item{From: uint32(p.at)}
		if !p.identifier() {
			return false
		}
		i.Key = p.string(int(i.From), p.at)
		p.blanks()
		if keywords[i.Key] || !p.take('=') {
			return false
		}
		p.blanks()
		if !p.is('"') || !p.itemText(&i) {
			return false
		}
		p.blanks()
		if !p.take(',') && !p.is('}') && !p.newline() {
			return false
		}
	}
	v.Items = p.items[first:]
	return p.take('}')
}

// itemText reads the text of an item.
func (p *plainReader) itemText(i *expressions.Item) (ok bool) {
	i.Kind, i.Start = expressions.Text, uint32(p.at)
	i.Text, ok = p.quoted()
	i.End, i.To = uint32(p.at), uint32(p.at)
	p.items = append(p.items, *i)
	return ok
}

// keywords mean something else than themselves at the start of an object.
var keywords = map[string]bool{"for": true, "true": true, "false": true, "null": true}

func (p *plainReader) integer(v *expressions.Value) bool {
	negative := p.take('-')
	start, n := p.at, int64(0)
	for ; !p.atEnd() && '0' <= p.text[p.at] && p.text[p.at] <= '9'; p.at++ {
		if p.at-start == mostPlainDigits {
			return false
		}
		n = n*10 + int64(p.text[p.at]-'0')
	}
	if p.at == start || p.atEnd() || p.text[p.at] == '.' || syntax.IdentifierByte[p.text[p.at]] != syntax.NotInIdentifier {
		return false
	}
	if negative {
		n = -n
	}
	v.Number = new(big.Float).SetInt64(n)
	return true
}

func (p *plainReader) truth(v *expressions.Value) bool {
	start := p.at
	if !p.identifier() {
		return false
	}
	word := p.string(start, p.at)
	v.Truth = word == "true"
	return v.Truth || word == "false"
}

// quoted reads a text in quotes.
func (p *plainReader) quoted() (s string, ok bool) {
	start, anyByte := p.at+1, byte(0)
	p.at = start
	for ; p.at < len(p.text); p.at++ {
		c := p.text[p.at]
		if !syntax.PlainInQuotes[c] {
			break
		}
		anyByte |= c
	}
	switch {
	case p.atEnd():
		return "", false
	case p.text[p.at] == '"':
		s = p.string(start, p.at)
		p.at++
	default:
		if s, ok = p.escaped(start); !ok {
			return "", false
		}
		return s, norm.NFC.IsNormalString(s)
	}
	return s, anyByte < utf8.RuneSelf || norm.NFC.IsNormalString(s)
}

// escaped reads the rest of a text with backslashes, of which it knows \\ and \".
func (p *plainReader) escaped(start int) (s string, ok bool) {
	p.unescaped = append(p.unescaped[:0], p.text[start:p.at]...)
	for ; p.at < len(p.text); p.at++ {
		c := p.text[p.at]
		switch {
		case c == '"':
			p.at++
			return string(p.unescaped), true
		case c == '\\' && p.at+1 < len(p.text) && (p.text[p.at+1] == '\\' || p.text[p.at+1] == '"'):
			p.at++
			c = p.text[p.at]
		case !syntax.PlainInQuotes[c]:
			return "", false
		}
		p.unescaped = append(p.unescaped, c)
	}
	return "", false
}

// identifier moves behind a name of ASCII letters.
func (p *plainReader) identifier() bool {
	if p.atEnd() || syntax.IdentifierByte[p.text[p.at]] != syntax.BeginsIdentifier {
		return false
	}
	for p.at++; !p.atEnd() && syntax.IdentifierByte[p.text[p.at]] != syntax.NotInIdentifier; p.at++ {
		if p.text[p.at] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func (p *plainReader) atEnd() bool { return p.at >= len(p.text) }

func (p *plainReader) is(c byte) bool { return p.at < len(p.text) && p.text[p.at] == c }

func (p *plainReader) take(c byte) bool {
	if !p.is(c) {
		return false
	}
	p.at++
	return true
}

// blanks moves behind blanks.
func (p *plainReader) blanks() {
	for p.at < len(p.text) && (p.text[p.at] == ' ' || p.text[p.at] == '\t') {
		p.at++
	}
}

// space moves behind blanks and line ends.
func (p *plainReader) space() {
	for p.blanks(); p.newline(); p.blanks() {
	}
}

func (p *plainReader) newline() bool {
	if p.is('\r') && p.at+1 < len(p.text) && p.text[p.at+1] == '\n' {
		p.at++
	}
	return p.take('\n')
}

// blankLines moves to the next thing that is neither blank nor a comment.
func (p *plainReader) blankLines() bool {
	for {
		p.space()
		if !p.is('#') && !p.is('/') {
			return true
		}
		if !p.lineEnd() {
			return false
		}
	}
}

// lineEnd moves behind the end of the line. Nothing but a comment may be left on it. Comments that waive rules are not plain.
func (p *plainReader) lineEnd() bool {
	p.blanks()
	if p.is('#') || p.is('/') && p.at+1 < len(p.text) && p.text[p.at+1] == '/' {
		end := bytes.IndexByte(p.text[p.at:], '\n')
		if end < 0 || bytes.Contains(p.text[p.at:p.at+end], []byte(syntax.IgnoreMarker)) {
			return false
		}
		p.at += end
	}
	return p.newline()
}

// string is a part of the text, which nobody writes to, and whoever keeps it copies it.
func (p *plainReader) string(start, end int) string {
	if start == end {
		return ""
	}
	return unsafe.String(&p.text[start], end-start)
}
