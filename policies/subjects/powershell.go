package subjects

import (
	"fmt"
	"strings"
)

// PowershellQuoted is the text as one PowerShell argument that nothing in it can end. PowerShell
// takes the typographic single quotes for quotes too, and doubling any of them stands for itself.
// Control characters have no place in an identity, so they are shown as what they are instead of
// being passed on.
func PowershellQuoted(text string) string {
	if plainInQuotes(text) {
		return "'" + text + "'"
	}
	var b strings.Builder
	b.WriteByte('\'')
	for _, r := range text {
		switch {
		case r == '\'' || r == '‘' || r == '’' || r == '‚' || r == '‛':
			b.WriteRune(r)
			b.WriteRune(r)
		case r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 || r == 0x2028 || r == 0x2029:
			fmt.Fprintf(&b, "\\u%04x", r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('\'')
	return b.String()
}

// plainInQuotes tells whether a text is printable ASCII without a quote.
func plainInQuotes(text string) bool {
	for i := range len(text) {
		if c := text[i]; c < ' ' || c >= 0x7f || c == '\'' {
			return false
		}
	}
	return true
}
