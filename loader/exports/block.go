package exports

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"hybridlint/loader/model"
)

// source is something that becomes one block of the configuration. Blocks are made when they are written: all of them at once
// would take many times the memory of what they are made of.
type source interface {
	// key is what makes two blocks of a group the same one in two imports; it orders the blocks of a file.
	key() string
	// owner is the recipient that it is about: large groups are divided by it. It is empty where a group is not divided.
	owner() string
	// fill makes the block, which is empty.
	fill(j *join, b *block)
}

// blockOf is the block of a source.
func (j *join) blockOf(s source) *block {
	b := &block{}
	s.fill(j, b)
	return b
}

// reset empties a block to be filled again.
func (b *block) reset() {
	clear(b.parts)
	*b = block{parts: b.parts[:0], sources: b.sources[:0]}
}

// block is one block of the configuration.
type block struct {
	header  string
	parts   []part
	sources []string
	// row is one of the rows that it comes from.
	row rowRef
}

// part is an attribute, or a block inside.
type part struct {
	name attribute
	// header is that of a block inside.
	header string
	kind   partKind
	text   string   // of a text or an expression
	list   []string // of a list
	// rows are those of the list's elements, where they have rows of their own.
	rows []rowRef
	// inner are the parts of a block inside.
	inner []part
	// row is the row that it comes from, where that is not the block's.
	row rowRef
}

type partKind uint8

const (
	textPart partKind = iota
	expressionPart
	listPart
	blockPart
)

func (b *block) text(name attribute, value string) {
	if value != "" {
		b.parts = append(b.parts, part{name: name, text: value, row: noRow})
	}
}

func (b *block) boolean(name attribute, value model.Bool) {
	if value != model.Undeclared {
		b.expression(name, model.Word(value))
	}
}

// count adds a number that is more than nothing.
func (b *block) count(name attribute, n int64) {
	if n > 0 {
		b.expression(name, strconv.FormatInt(n, 10))
	}
}

func (b *block) list(name attribute, values []string) {
	if values != nil {
		b.parts = append(b.parts, part{name: name, kind: listPart, list: values, row: noRow})
	}
}

func (b *block) expression(name attribute, value string) {
	b.parts = append(b.parts, part{name: name, kind: expressionPart, text: value, row: noRow})
}

// inside adds a block inside; the label is empty where it has none.
func (b *block) inside(name innerBlock, label string, inner *block) {
	header := name.name
	if label != "" {
		header += " " + label
	}
	b.parts = append(b.parts, part{header: header, kind: blockPart, inner: inner.parts, row: inner.row})
}

// from says that what was added last comes from a row of its own.
func (b *block) from(row rowRef) {
	b.parts[len(b.parts)-1].row = row
}

// longestList is how wide a list may be that stands on one line.
const longestList = 100

// isLong tells a list that stands on several lines.
func (p *part) isLong() bool {
	if p.kind != listPart {
		return false
	}
	width := 0
	var b []byte
	for _, v := range p.list {
		b = appendQuoted(b[:0], v)
		width += len(b) + 2
	}
	return width > longestList
}

// quoted is a text as HCL writes it.
func quoted(text string) string { return string(appendQuoted(nil, text)) }

// appendQuoted appends a text as HCL writes it.
func appendQuoted(b []byte, text string) []byte {
	b = append(b, '"')
	if isPlain(text) {
		return append(append(b, text...), '"')
	}
	for i, c := range text {
		switch {
		case c == '"' || c == '\\':
			b = append(b, '\\', byte(c))
		case c == '\n':
			b = append(b, `\n`...)
		case c == '\r':
			b = append(b, `\r`...)
		case c == '\t':
			b = append(b, `\t`...)
		case (c == '$' || c == '%') && strings.HasPrefix(text[i+1:], "{"):
			b = append(b, byte(c), byte(c))
		case c < ' ' || c == 0x7f || c == utf8.RuneError || isFormat(c):
			b = append(b, escaped(c)...)
		default:
			b = utf8.AppendRune(b, c)
		}
	}
	return append(b, '"')
}

// isPlain tells a text that HCL writes as it is.
func isPlain(text string) bool {
	for i := range len(text) {
		if c := text[i]; c < ' ' || c >= 0x7f || c == '"' || c == '\\' || c == '$' || c == '%' {
			return false
		}
	}
	return true
}

// isFormat knows the characters that change how a line looks and not what it says.
func isFormat(c rune) bool {
	return c >= 0x80 && unicode.In(c, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp)
}

func escaped(c rune) string {
	if c > 0xffff {
		return fmt.Sprintf(`\U%08x`, c)
	}
	return fmt.Sprintf(`\u%04x`, c)
}

// mark begins the comment above an imported block. What stands below such a comment is the importer's.
const mark = "# imported from "
