package report

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Visible makes a text harmless on a terminal and in a log: whatever could move the cursor, change a colour, end the
// line, hide or reorder characters, or be taken for a command by the CI that reads the log, is shown as an escape.
// Everything else stays.
func Visible(text string) string {
	if !strings.Contains(text, "##") && !strings.Contains(text, "::") && !strings.ContainsFunc(text, deceptive) && utf8.ValidString(text) && text != ":" {
		return text
	}
	var b strings.Builder
	begun := false
	for i, r := range text {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(text[i:], string(utf8.RuneError)):
			fmt.Fprintf(&b, `\x%02x`, text[i])
		case deceptive(r), r == '#' && loggingCommand(text[i:]), r == ':' && !begun && lineCommand(text[i:]):
			b.WriteString(escaped(r))
		default:
			b.WriteRune(r)
		}
		begun = begun || r != ' '
	}
	return b.String()
}

// loggingCommand tells whether a text begins like a command of Azure Pipelines, ##vso[…], or of GitHub Actions, ##[…].
// Both look for them anywhere in a line; a command that begins with :: counts at the beginning of a line only.
func loggingCommand(text string) bool {
	rest, ok := strings.CutPrefix(text, "##")
	return ok && strings.HasPrefix(strings.TrimLeftFunc(rest, unicode.IsLetter), "[")
}

// lineCommand tells whether the beginning of a line is that of a command of GitHub Actions, or becomes one when a place
// in a file follows a name that is nothing but a colon.
func lineCommand(text string) bool {
	return strings.HasPrefix(text, "::") || text == ":"
}

// deceptive tells whether a character acts on the text around it instead of being seen: control characters, format
// characters (among them those that reverse the direction of writing) and the separators of lines and paragraphs. What is
// no character at all is among them, as XML has no way to say it.
func deceptive(r rune) bool {
	if r < 0x7f { // nearly every one
		return r < ' '
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) || r >= firstNoncharacter && unicode.Is(unicode.Noncharacter_Code_Point, r)
}

const firstNoncharacter = 0xfdd0

func escaped(r rune) string {
	switch {
	case r == '\t':
		return `\t`
	case r == '\n':
		return `\n`
	case r == '\r':
		return `\r`
	case r < 0x100:
		return fmt.Sprintf(`\x%02x`, r)
	case r < 0x10000:
		return fmt.Sprintf(`\u%04x`, r)
	default:
		return fmt.Sprintf(`\U%08x`, r)
	}
}
