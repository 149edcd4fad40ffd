package loader

import (
	"bytes"
	"unicode/utf8"

	"hybridlint/loader/sources"
)

// ignoreMarker begins a comment that waives rules for one block.
const ignoreMarker = "hybridlint:ignore"

// A file is cut at the ends of its top-level items before hclsyntax sees it: hclsyntax needs up to a hundred times the
// memory of the text that it reads at once, and after a mistake it understands nothing of what follows.

// chunk is a stretch of a section that holds whole top-level items.
type chunk struct{ start, end uint32 }

const (
	// chunkSize is how many bytes are read at once where items are small.
	chunkSize = 32 << 10
	// sectionSize is about how many bytes of a large file are one piece of work.
	sectionSize = 1 << 20
)

// cutChunks cuts a text into chunks of a handy size. Where the text goes on behind its end, its last item may do so too: that
// one is left out, and end is where it begins. items is how many there are in the chunks.
func cutChunks(text []byte, whole bool) (chunks []chunk, items, end int) {
	s := scanner{source: text, cut: !whole}
	start := 0
	for !s.done() {
		words := s.item()
		if !whole && s.done() {
			break
		}
		end = s.at
		if words {
			items++
		}
		if end-start >= chunkSize {
			chunks = append(chunks, chunk{uint32(start), uint32(end)})
			start = end
		}
	}
	if end > start {
		chunks = append(chunks, chunk{uint32(start), uint32(end)})
	}
	return chunks, items, end
}

// cutItems cuts a chunk into its items.
func cutItems(source []byte, c chunk) []chunk {
	var items []chunk
	s := scanner{source: source[:c.end], at: int(c.start)}
	for !s.done() {
		start := s.at
		s.item()
		items = append(items, chunk{uint32(start), uint32(s.at)})
	}
	return items
}

// scanner finds the ends of top-level items. It knows what hclsyntax's lexer knows of texts, templates, heredocs and
// comments, and nothing else. In a text that is valid both agree; in one that is not, a line end closes a text, and a brace
// closes the brackets in it, so that a mistake spoils one item and not the rest of the file.
type scanner struct {
	source []byte
	at     int
	// open are the brackets, texts and templates that are open, by their opening byte: { [ ( or " or $ for a template and < for a
	// heredoc. There is no end to them in a hostile text, so nothing else is kept of each.
	open []byte
	// markers are those of the heredocs that are open, by their places.
	markers []chunk
	// braces counts the open braces and templates.
	braces int
	// cut says that the text goes on behind the source; endless that no comment ends any more in the source.
	cut, endless bool
}

func (s *scanner) done() bool { return s.at >= len(s.source) }

// item moves behind the next item, with the blanks and comments before it; words says that there is one. Of very many comments and
// empty lines it takes a part, but never one that ends between a block and the comments above it that waive rules.
func (s *scanner) item() (words bool) {
	start, line := s.at, s.at
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
		c := s.source[s.at]
		s.at++
		switch c {
		case '\n':
			if len(s.open) == 0 && (words || s.at-start >= chunkSize && !bytes.Contains(s.source[line:s.at], []byte(ignoreMarker))) &&
				!bytes.HasPrefix(s.source[s.at:], sources.ByteOrderMark) {
				return words
			}
			line = s.at
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
func (s *scanner) kind() byte {
	if len(s.open) == 0 {
		return 0
	}
	return s.open[len(s.open)-1]
}

func (s *scanner) push(kind byte) {
	s.open = append(s.open, kind)
	if isBrace(kind) {
		s.braces++
	}
}

func (s *scanner) pop() (kind byte) {
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
func (s *scanner) marker() []byte {
	m := s.markers[len(s.markers)-1]
	return s.source[m.start:m.end]
}

func isBrace(kind byte) bool { return kind == '{' || kind == '$' }

func (s *scanner) close(kind byte) {
	if s.kind() == kind {
		s.pop()
	}
}

// closeBrace closes the innermost brace or template, and the brackets that are open in it.
func (s *scanner) closeBrace() {
	for s.braces > 0 {
		if isBrace(s.pop()) {
			return
		}
	}
}

// comment moves to the end of the line, which is not part of it here.
func (s *scanner) comment() {
	if i := bytes.IndexByte(s.source[s.at:], '\n'); i >= 0 {
		s.at += i
	} else {
		s.at = len(s.source)
	}
}

// slash moves behind a comment that begins with a slash.
func (s *scanner) slash() bool {
	switch {
	case s.done():
		return false
	case s.source[s.at] == '/':
		s.comment()
		return true
	case s.source[s.at] == '*' && !s.endless:
		if i := bytes.Index(s.source[s.at+1:], []byte("*/")); i >= 0 {
			s.at += 1 + i + 2
			return true
		}
		s.endless = true
	}
	if s.endless && s.cut {
		s.at = len(s.source) // it may end behind the source
	}
	return false
}

// text moves to the end of a text in quotes, or into a template in it.
func (s *scanner) text() {
	for !s.done() {
		c := s.source[s.at]
		switch c {
		case '"':
			s.at++
			s.pop()
			return
		case '\n':
			s.pop()
			return
		case '\\':
			s.at++
			if !s.done() && s.source[s.at] != '\n' {
				s.at++
			}
		case '$', '%':
			if s.template(c) {
				return
			}
		default:
			s.at++
		}
	}
}

// template moves behind ${ or %{, which may be doubled to stand for itself; true where a template begins.
func (s *scanner) template(sign byte) bool {
	rest := s.source[s.at:]
	switch {
	case len(rest) > 2 && rest[1] == sign && rest[2] == '{':
		s.at += 3
		return false
	case len(rest) > 1 && rest[1] == '{':
		s.at += 2
		s.push('$')
		return true
	default:
		s.at++
		return false
	}
}

// beginHeredoc recognizes <<MARKER and <<-MARKER at the end of a line.
func (s *scanner) beginHeredoc() {
	rest := s.source[s.at:]
	if len(rest) == 0 || rest[0] != '<' {
		return
	}
	rest = bytes.TrimPrefix(rest[1:], []byte("-"))
	start, length := len(s.source)-len(rest), 0
	for length < len(rest) && isMarkerByte(rest[length], length == 0) {
		length++
	}
	after := bytes.TrimPrefix(rest[length:], []byte("\r"))
	if length == 0 || len(after) == 0 || after[0] != '\n' {
		return
	}
	s.at = len(s.source) - len(after) + 1
	s.push('<')
	s.markers = append(s.markers, chunk{uint32(start), uint32(start + length)})
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
func (s *scanner) heredoc() {
	for !s.done() {
		c := s.source[s.at]
		switch c {
		case '\n':
			s.at++
			if s.endHeredoc() {
				return
			}
		case '$', '%':
			if s.template(c) {
				return
			}
		default:
			s.at++
		}
	}
}

// endHeredoc ends a heredoc where the line that begins here holds its marker only. The line's end stays.
func (s *scanner) endHeredoc() bool {
	end := bytes.IndexByte(s.source[s.at:], '\n')
	if end < 0 || !bytes.Equal(bytes.TrimSpace(s.source[s.at:s.at+end]), s.marker()) {
		return false
	}
	s.at += end
	s.pop()
	return true
}
