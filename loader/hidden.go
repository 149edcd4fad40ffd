package loader

import (
	"fmt"
	"sort"
	"unicode"
	"unicode/utf8"

	"hybridlint/loader/limits"
)

// isHidden tells a character that stands nowhere in a file, in no comment either. A carriage return is one where no line feed
// follows it.
func isHidden(c rune) bool {
	switch {
	case c < utf8.RuneSelf:
		return c < ' ' && c != '\t' && c != '\n' || c == 0x7f
	case unicode.Is(unicode.Cc, c), c == '\u2028', c == '\u2029':
		return true
	default:
		return '\u202a' <= c && c <= '\u202e' || '\u2066' <= c && c <= '\u2069'
	}
}

// mayHide are the bytes with which a hidden character begins.
var mayHide = func() (table [256]bool) {
	for c := range rune(utf8.RuneSelf) {
		table[c] = isHidden(c)
	}
	for _, c := range "\u0080\u2028\u2066" {
		table[utf8.AppendRune(nil, c)[0]] = true
	}
	return table
}()

// nextHidden is the place of the first hidden character from a place on; -1 where there is none.
func nextHidden(text []byte, from int) int {
	for i := from; i < len(text); i++ {
		if !mayHide[text[i]] || text[i] == '\r' && i+1 < len(text) && text[i+1] == '\n' {
			continue
		}
		if c, _ := utf8.DecodeRune(text[i:]); isHidden(c) {
			return i
		}
	}
	return -1
}

// findHidden notes the hidden characters of a section.
func (s *section) findHidden() {
	for at := nextHidden(s.text, 0); at >= 0; at = nextHidden(s.text, at+1) {
		s.hidden = append(s.hidden, uint32(at))
	}
}

// hiddenIn gives the hidden characters of a chunk.
func (s *section) hiddenIn(c chunk) []uint32 {
	hidden := s.hidden
	if len(hidden) == 0 {
		return nil
	}
	first := sort.Search(len(hidden), func(i int) bool { return hidden[i] >= c.start })
	end := sort.Search(len(hidden), func(i int) bool { return hidden[i] >= c.end })
	return hidden[first:end]
}

// hiddenExcess says that the block in a chunk has a hidden character; nil where it has none.
func (s *section) hiddenExcess(c chunk) *excess {
	hidden := s.hiddenIn(c)
	if len(hidden) == 0 {
		return nil
	}
	at := hidden[0]
	found, size := utf8.DecodeRune(s.text[at:])
	more := ""
	if n := len(hidden) - 1; n > 0 {
		more = fmt.Sprintf(" The block, with what stands before it, has %d more of such characters.", n)
	}
	return &excess{
		summary: "Hidden character", setting: limits.Unsettable, start: at, end: at + uint32(size), unclear: true,
		detail: fmt.Sprintf("Here stands %s, which editors do not show, or show as something else. Remove it.%s", codePoint(found), more),
	}
}

// codePoint names a character that is not to be shown.
func codePoint(c rune) string { return fmt.Sprintf("U+%04X", c) }

// nextHiddenIn looks for a hidden character in a text.
func nextHiddenIn(s string) int {
	for i := range len(s) {
		if mayHide[s[i]] {
			return nextHidden([]byte(s), i)
		}
	}
	return -1
}
