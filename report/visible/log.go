package visible

import (
	"io"
	"slices"
	"unicode"
	"unicode/utf8"
)

// Log writes text for people to w so that no line of it is a command for the runner that keeps it as a log: GitHub Actions
// obeys a line that begins with ::, whatever blanks stand before. Values are harmless by Text where they stand; but a value
// may come to stand at the beginning of a line by what is written around it, or where a paragraph is wrapped. No line that
// is meant begins with a colon, so one that does has it escaped.
func Log(w io.Writer) io.Writer { return &logWriter{to: w} }

type logWriter struct {
	to io.Writer
	// begun is true behind the first character of a line that is no blank, escape inside of a sequence that sets colours.
	begun, escape bool
	// part is the beginning of a character whose end is yet to come.
	part []byte
}

// Write implements io.Writer.
func (l *logWriter) Write(text []byte) (int, error) {
	rest := slices.Concat(l.part, text)
	l.part = nil
	kept := 0 // rest[:kept] is to be written as it is
	for kept < len(rest) {
		r, size := rune(rest[kept]), 1
		if r >= utf8.RuneSelf && !l.begun {
			if !utf8.FullRune(rest[kept:]) {
				l.part = append(l.part, rest[kept:]...)
				rest = rest[:kept]
				break
			}
			r, size = utf8.DecodeRune(rest[kept:])
		}
		if r == ':' && !l.begun && !l.escape {
			if _, err := l.to.Write(append(rest[:kept:kept], Escape(r)...)); err != nil {
				return 0, err
			}
			rest, kept, l.begun = rest[kept+size:], 0, true
			continue
		}
		l.see(r)
		kept += size
	}
	if _, err := l.to.Write(rest); err != nil {
		return 0, err
	}
	return len(text), nil
}

// see takes note of a character.
func (l *logWriter) see(r rune) {
	switch {
	case r == '\n' || r == '\r':
		l.begun, l.escape = false, false
	case l.escape:
		l.escape = !unicode.IsLetter(r)
	case r == '\x1b':
		l.escape = !l.begun
	case !unicode.IsSpace(r):
		l.begun = true
	}
}
