package loader

import (
	"fmt"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"hybridlint/loader/expressions"
	"hybridlint/loader/limits"
)

// A reviewer reads what an editor shows. So a file has no character that an editor hides, takes for the end of a line,
// or lets change the order of others; a name has none that makes two names look alike.

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

// textKind says what a text is to be like.
type textKind uint8

const (
	// proseText may be in any writing.
	proseText textKind = iota
	// nameText is a label or what refers to one.
	nameText
	// addressText is written like a name, and may be as long as any text.
	addressText
)

// What a text may have, in code points. Exchange has names of 256 and addresses of up to 320 characters, and X500 addresses of
// 1,123. Every text is said again in findings, so that long ones take memory by their number.
const (
	longestName = 512
	longestText = 2048
)

// fault says what is wrong with a text; "" where nothing is.
func (k textKind) fault(s string) (summary, detail string) {
	most := longestText
	if k == nameText {
		most = longestName
	}
	if len(s) > most && utf8.RuneCountInString(s) > most {
		return "Text too long", fmt.Sprintf("This text has more than %d characters. Shorten it.", most)
	}
	if k != proseText {
		if s := nameFault(s); s != "" {
			return "Hidden character", s
		}
		return "", ""
	}
	if at := nextHiddenIn(s); at >= 0 {
		c, _ := utf8.DecodeRuneInString(s[at:])
		return "Hidden character", fmt.Sprintf("This text has %s in it, which no report could show. Remove it.", codePoint(c))
	}
	return "", ""
}

// nextHiddenIn looks for a hidden character in a text.
func nextHiddenIn(s string) int {
	for i := range len(s) {
		if mayHide[s[i]] {
			return nextHidden([]byte(s), i)
		}
	}
	return -1
}

// nameFault says which character does not belong into a name; "" where all do.
func nameFault(name string) string {
	for _, c := range name {
		if c < utf8.RuneSelf && c >= ' ' && c != 0x7f {
			continue
		}
		if isHidden(c) || unicode.In(c, unicode.Cc, unicode.Cf) {
			return fmt.Sprintf("This name has %s in it, which nobody sees. Remove it.", codePoint(c))
		}
	}
	if c, _ := utf8.DecodeRuneInString(name); unicode.IsSpace(c) {
		return fmt.Sprintf("This name begins with a blank, %s. Remove it.", codePoint(c))
	}
	if c, _ := utf8.DecodeLastRuneInString(name); unicode.IsSpace(c) {
		return fmt.Sprintf("This name ends with a blank, %s. Remove it.", codePoint(c))
	}
	return ""
}

// withoutFault is what somebody who names the block probably writes.
func withoutFault(name string) string {
	return strings.TrimSpace(strings.Map(func(c rune) rune {
		if isHidden(c) || unicode.In(c, unicode.Cc, unicode.Cf) {
			return -1
		}
		return c
	}, name))
}

// isVisible tells whether anybody sees anything of a text.
func isVisible(s string) bool {
	return strings.ContainsFunc(s, func(c rune) bool {
		const emptyBraille = '\u2800'
		return c != emptyBraille && unicode.In(c, unicode.L, unicode.N, unicode.P, unicode.S) &&
			!unicode.Is(unicode.Other_Default_Ignorable_Code_Point, c)
	})
}

// checkTexts looks at every text in a value.
func (r *reader) checkTexts(v *expressions.Value, kind textKind) bool {
	ok := true
	if v.Kind == expressions.Text {
		ok = r.checkText(v.Text, kind, v.Start, v.End)
	}
	for i := range v.Items {
		element := &v.Items[i]
		ok = r.checkText(element.Key, kind, element.From, element.To) && ok
		if element.Kind == expressions.Text {
			ok = r.checkText(element.Text, kind, element.Start, element.End) && ok
		}
	}
	return ok
}

func (r *reader) checkText(s string, kind textKind, start, end uint32) bool {
	if kind == addressText {
		if address, isSMTP := smtpAddress(s); isSMTP && address != s && !r.checkText(address, kind, start, end) {
			return false
		}
	}
	summary, detail := kind.fault(s)
	if summary != "" {
		r.problem(summary, start, end, "%s", detail)
	}
	return summary == ""
}

// Cleaned is a text without the characters that no text of the language may have, and without blanks around it.
func Cleaned(text string) string {
	if nameFault(text) == "" {
		return text
	}
	return withoutFault(text)
}
