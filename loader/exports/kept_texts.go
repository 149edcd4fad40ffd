package exports

import (
	"strings"
	"unicode/utf8"

	"hybridlint/loader"
	"hybridlint/loader/exports/rows"
)

// How many characters a text may have that the language is to hold. Exchange has names of 256 and X500 addresses of 1,123.
const (
	longestName = 512
	longestText = 2048
)

// clean is a text as a configuration may hold it: without characters that cannot be seen. It is the same wherever a name is
// written, so that it is found again.
func clean(text string) string {
	for i := range len(text) {
		if c := text[i]; c < ' ' || c >= 0x7f {
			return loader.Cleaned(strings.Map(blankForControl, text))
		}
	}
	return strings.TrimSpace(text)
}

func blankForControl(c rune) rune {
	if c == '\n' || c == '\r' || c == '\t' {
		return ' '
	}
	return c
}

// fits tells whether a text has at most so many characters.
func fits(text string, most int) bool {
	return len(text) <= most || utf8.RuneCountInString(text) <= most
}

// isLabel tells whether a block may be called so.
func isLabel(text string) bool { return fits(text, longestName) }

// kept is the text of a column as it is kept; empty with a loss where no configuration could hold it.
func (r *reading) kept(row *rows.Row, most int, columns ...string) string {
	text := row.Text(columns...)
	if text == "" {
		return ""
	}
	if text = clean(text); !fits(text, most) {
		r.lose(r.row, tooLong, row.Heading(columns[0])+" of the row")
		return ""
	}
	return r.keep(text)
}

// keptAddresses are the addresses of a list that a configuration can hold.
func (r *reading) keptAddresses(addresses []string) []string {
	kept := addresses[:0]
	for _, a := range addresses {
		if a = clean(a); !fits(a, longestText) || rows.SMTPOf(a) != "" && !fits(rows.SMTPOf(a), longestName) {
			r.lose(r.row, tooLong, "an address of the row")
			continue
		}
		if kind, rest, found := strings.Cut(a, ":"); found && strings.EqualFold(kind, "smtp") {
			a = kind + ":" + strings.TrimSpace(rest)
		}
		if a != "" {
			kept = append(kept, r.keep(a))
		}
	}
	return kept
}

const tooLong = "a value is longer than any that Exchange has"
