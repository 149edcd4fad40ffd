package syntax

import (
	"bytes"
	"unicode/utf8"

	"hybridlint/loader/sources"
)

// IgnoreMarker begins a comment that waives rules for one block.
const IgnoreMarker = "hybridlint:ignore"

// A file is cut at the ends of its top-level items before hclsyntax sees it: hclsyntax needs up to a hundred times the
// memory of the text that it reads at once, and after a mistake it understands nothing of what follows.

// Chunk is a stretch of a section that holds whole top-level items.
type Chunk struct{ Start, End uint32 }

const (
	// ChunkSize is how many bytes are read at once where items are small.
	ChunkSize = 32 << 10
	// SectionSize is about how many bytes of a large file are one piece of work.
	SectionSize = 1 << 20
)

// CutChunks cuts a text into chunks of a handy size. Where the text goes on behind its end, its last item may do so too: that
// one is left out, and end is where it begins. items is how many there are in the chunks.
func CutChunks(text []byte, whole bool) (chunks []Chunk, items, end int) {
	s := Scanner{Source: text, cut: !whole}
	start := 0
	for !s.done() {
		words := s.Item()
		if !whole && s.done() {
			break
		}
		end = s.At
		if words {
			items++
		}
		if end-start >= ChunkSize {
			chunks = append(chunks, Chunk{uint32(start), uint32(end)})
			start = end
		}
	}
	if end > start {
		chunks = append(chunks, Chunk{uint32(start), uint32(end)})
	}
	return chunks, items, end
}

// CutItems cuts a chunk into its items.
func CutItems(source []byte, c Chunk) []Chunk {
	var items []Chunk
	s := Scanner{Source: source[:c.End], At: int(c.Start)}
	for !s.done() {
		start := s.At
		s.Item()
		items = append(items, Chunk{uint32(start), uint32(s.At)})
	}
	return items
}

// Scanner finds the ends of top-level items. It knows what hclsyntax's lexer knows of texts, templates, heredocs and
// comments, and nothing else. In a text that is valid both agree; in one that is not, a line end closes a text, and a brace
// closes the brackets in it, so that a mistake spoils one item and not the rest of the file.
type Scanner struct {
	Source []byte
	At     int
	// open are the brackets, texts and templates that are open, by their opening byte: { [ ( or " or $ for a template and < for a
	// heredoc. There is no end to them in a hostile text, so nothing else is kept of each.
	open []byte
	// markers are those of the heredocs that are open, by their places.
	markers []Chunk
	// braces counts the open braces and templates.
	braces int
	// cut says that the text goes on behind the source; endless that no comment ends any more in the source.
	cut, endless bool
}

func (s *Scanner) done() bool { return s.At >= len(s.Source) }

// Item moves behind the next item, with the blanks and comments before it; words says that there is one. Of very many comments and
// empty lines it takes a part, but never one that ends between a block and the comments above it that waive rules.
func (s *Scanner) Item() (words bool) {
	start, line := s.At, s.At
	s.open, s.markers, s.braces = s.open[:0], s.markers[:0], 0
	for !s.done() {
		switch s.kind() {
		case '"':
			s.text()
			continue
		case '<':
			s.heredoc()
			continue
		}
		c := s.Source[s.At]
		s.At++
		switch c {
		case '\n':
			if len(s.open) == 0 && (words || s.At-start >= ChunkSize && !bytes.Contains(s.Source[line:s.At], []byte(IgnoreMarker))) &&
				!bytes.HasPrefix(s.Source[s.At:], sources.ByteOrderMark) {
				return words
			}
			line = s.At
		case ' ', '\t', '\r':
			continue
		case '#':
			s.comment()
			continue
		case '/':
			if s.slash() {
				continue
			}
		case '"':
			s.push('"')
		case '{', '[', '(':
			s.push(c)
		case '}':
			s.closeBrace()
		case ']':
			s.close('[')
		case ')':
			s.close('(')
		case '<':
			s.beginHeredoc()
		}
		words = words || c != '\n'
	}
	return words
}

// kind is what the scanner is in; 0 at the top level.
func (s *Scanner) kind() byte {
	if len(s.open) == 0 {
		return 0
	}
	return s.open[len(s.open)-1]
}

func (s *Scanner) push(kind byte) {
	s.open = append(s.open, kind)
	if isBrace(kind) {
		s.braces++
	}
}

func (s *Scanner) pop() (kind byte) {
	kind = s.kind()
	s.open = s.open[:len(s.open)-1]
	switch {
	case kind == '<':
		s.markers = s.markers[:len(s.markers)-1]
	case isBrace(kind):
		s.braces--
	}
	return kind
}

// marker is that of the innermost heredoc.
func (s *Scanner) marker() []byte {
	m := s.markers[len(s.markers)-1]
	return s.Source[m.Start:m.End]
}

func isBrace(kind byte) bool { return kind == '{' || kind == '$' }

func (s *Scanner) close(kind byte) {
	if s.kind() == kind {
		s.pop()
	}
}

// closeBrace closes the innermost brace or template, and the brackets that are open in it.
func (s *Scanner) closeBrace() {
	for s.braces > 0 {
		if isBrace(s.pop()) {
			return
		}
	}
}

// comment moves to the end of the line, which is not part of it here.
func (s *Scanner) comment() {
	if i := bytes.IndexByte(s.Source[s.At:], '\n'); i >= 0 {
		s.At += i
	} else {
		s.At = len(s.Source)
	}
}

// slash moves behind a comment that begins with a slash.
func (s *Scanner) slash() bool {
	switch {
	case s.done():
		return false
	case s.Source[s.At] == '/':
		s.comment()
		return true
	case s.Source[s.At] == '*' && !s.endless:
		if i := bytes.Index(s.Source[s.At+1:], []byte("*/")); i >= 0 {
			s.At += 1 + i + 2
			return true
		}
		s.endless = true
	}
	if s.endless && s.cut {
		s.At = len(s.Source) // it may end behind the source
	}
	return false
}

// text moves to the end of a text in quotes, or into a template in it.
func (s *Scanner) text() {
	for !s.done() {
		c := s.Source[s.At]
		switch c {
		case '"':
			s.At++
			s.pop()
			return
		case '\n':
			s.pop()
			return
		case '\\':
			s.At++
			if !s.done() && s.Source[s.At] != '\n' {
				s.At++
			}
		case '$', '%':
			if s.template(c) {
				return
			}
		default:
			s.At++
		}
	}
}

// template moves behind ${ or %{, which may be doubled to stand for itself; true where a template begins.
func (s *Scanner) template(sign byte) bool {
	rest := s.Source[s.At:]
	switch {
	case len(rest) > 2 && rest[1] == sign && rest[2] == '{':
		s.At += 3
		return false
	case len(rest) > 1 && rest[1] == '{':
		s.At += 2
		s.push('$')
		return true
	default:
		s.At++
		return false
	}
}

// beginHeredoc recognizes <<MARKER and <<-MARKER at the end of a line.
func (s *Scanner) beginHeredoc() {
	rest := s.Source[s.At:]
	if len(rest) == 0 || rest[0] != '<' {
		return
	}
	rest = bytes.TrimPrefix(rest[1:], []byte("-"))
	start, length := len(s.Source)-len(rest), 0
	for length < len(rest) && isMarkerByte(rest[length], length == 0) {
		length++
	}
	after := bytes.TrimPrefix(rest[length:], []byte("\r"))
	if length == 0 || len(after) == 0 || after[0] != '\n' {
		return
	}
	s.At = len(s.Source) - len(after) + 1
	s.push('<')
	s.markers = append(s.markers, Chunk{uint32(start), uint32(start + length)})
	s.endHeredoc()
}

func isMarkerByte(c byte, first bool) bool {
	switch {
	case c == '_', 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', c >= utf8.RuneSelf:
		return true
	default:
		return !first && (c == '-' || '0' <= c && c <= '9')
	}
}

// heredoc moves through the lines of a heredoc, or into a template in it.
func (s *Scanner) heredoc() {
	for !s.done() {
		c := s.Source[s.At]
		switch c {
		case '\n':
			s.At++
			if s.endHeredoc() {
				return
			}
		case '$', '%':
			if s.template(c) {
				return
			}
		default:
			s.At++
		}
	}
}

// endHeredoc ends a heredoc where the line that begins here holds its marker only. The line's end stays.
func (s *Scanner) endHeredoc() bool {
	end := bytes.IndexByte(s.Source[s.At:], '\n')
	if end < 0 || !bytes.Equal(bytes.TrimSpace(s.Source[s.At:s.At+end]), s.marker()) {
		return false
	}
	s.At += end
	s.pop()
	return true
}
