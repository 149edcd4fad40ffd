package visible

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Text makes a text harmless on a terminal and in a log: whatever could move the cursor, change a colour, end the
// line, hide or reorder characters, or be taken for a command by the CI that reads the log, is shown as an escape.
// Everything else stays.
func Text(text string) string {
	if !strings.Contains(text, "##") && !strings.Contains(text, "::") && !strings.ContainsFunc(text, Acts) && utf8.ValidString(text) && text != ":" {
		return text
	}
	var b strings.Builder
	begun := false
	for i, r := range text {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(text[i:], string(utf8.RuneError)):
			fmt.Fprintf(&b, `\x%02x`, text[i])
		case Acts(r), r == '#' && LoggingCommand(text[i:]), r == ':' && !begun && lineCommand(text[i:]):
			b.WriteString(Escape(r))
		default:
			b.WriteRune(r)
		}
		begun = begun || !unicode.IsSpace(r)
	}
	return b.String()
}

// LoggingCommand tells whether a text begins like a command of Azure Pipelines, ##vso[…], or of GitHub Actions, ##[…].
// Both look for them anywhere in a line; a command that begins with :: counts at the beginning of a line only.
func LoggingCommand(text string) bool {
	rest, ok := strings.CutPrefix(text, "##")
	return ok && strings.HasPrefix(strings.TrimLeftFunc(rest, unicode.IsLetter), "[")
}

// lineCommand tells whether the beginning of a line is that of a command of GitHub Actions, or becomes one when a place
// in a file follows a name that is nothing but a colon.
func lineCommand(text string) bool {
	return strings.HasPrefix(text, "::") || text == ":"
}

// Acts tells whether a character acts on the text around it instead of being seen: control characters, format
// characters (among them those that reverse the direction of writing) and the separators of lines and paragraphs. What is
// no character at all is among them, as XML has no way to say it.
func Acts(r rune) bool {
	if r < 0x7f { // nearly every one
		return r < ' '
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) || r >= firstNoncharacter && unicode.Is(unicode.Noncharacter_Code_Point, r)
}

const firstNoncharacter = 0xfdd0

// Escape is a character as it is written in Go, \x1b.
func Escape(r rune) string {
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

// Lines is Visible for a text that may have several lines.
func Lines(text string) string {
	text = strings.TrimSpace(text)
	if !strings.Contains(text, "\n") {
		return Text(text)
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = Text(strings.TrimRight(line, " \t\r"))
	}
	return strings.Join(lines, "\n")
}
