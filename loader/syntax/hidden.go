package syntax

import (
	"fmt"
	"sort"
	"unicode"
	"unicode/utf8"

	"hybridlint/loader/limits"
)

// IsHidden tells a character that stands nowhere in a file, in no comment either. A carriage return is one where no line feed
// follows it.
func IsHidden(c rune) bool {
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
		table[c] = IsHidden(c)
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
		if c, _ := utf8.DecodeRune(text[i:]); IsHidden(c) {
			return i
		}
	}
	return -1
}

// FindHidden notes the hidden characters of a section.
func (s *Section) FindHidden() {
	for at := nextHidden(s.Text, 0); at >= 0; at = nextHidden(s.Text, at+1) {
		s.hidden = append(s.hidden, uint32(at))
	}
}

// HiddenIn gives the hidden characters of a chunk.
func (s *Section) HiddenIn(c Chunk) []uint32 {
	hidden := s.hidden
	if len(hidden) == 0 {
		return nil
	}
	first := sort.Search(len(hidden), func(i int) bool { return hidden[i] >= c.Start })
	end := sort.Search(len(hidden), func(i int) bool { return hidden[i] >= c.End })
	return hidden[first:end]
}

// HiddenExcess says that the block in a chunk has a hidden character; nil where it has none.
func (s *Section) HiddenExcess(c Chunk) *Excess {
	hidden := s.HiddenIn(c)
	if len(hidden) == 0 {
		return nil
	}
	at := hidden[0]
	found, size := utf8.DecodeRune(s.Text[at:])
	more := ""
	if n := len(hidden) - 1; n > 0 {
		more = fmt.Sprintf(" The block, with what stands before it, has %d more of such characters.", n)
	}
	return &Excess{
		Summary: "Hidden character", Setting: limits.Unsettable, Start: at, End: at + uint32(size), Unclear: true,
		Detail: fmt.Sprintf("Here stands %s, which editors do not show, or show as something else. Remove it.%s", CodePoint(found), more),
	}
}

// CodePoint names a character that is not to be shown.
func CodePoint(c rune) string { return fmt.Sprintf("U+%04X", c) }

// NextHiddenIn looks for a hidden character in a text.
func NextHiddenIn(s string) int {
	for i := range len(s) {
		if mayHide[s[i]] {
			return nextHidden([]byte(s), i)
		}
	}
	return -1
}
