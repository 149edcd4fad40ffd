package text

import (
	"net/url"
	"strings"

	"github.com/rivo/uniseg"

	"hybridlint/report"
	"hybridlint/report/wording"
)

// piece is a text that is never broken, and what it is as it is painted.
type piece struct{ text, painted string }

// place is where something stands, as a line begins with it; a link to the file where the terminal knows links.
func (t *textWriter) place(at report.Location) piece {
	if at.IsZero() {
		return piece{}
	}
	text := wording.Place(at)
	return piece{text + ":", t.style.Link(t.uri(at.File), t.style.Bold(text)) + ":"}
}

// uri is that of a file; empty where there are no links, and for what is no file.
func (t *textWriter) uri(file string) string {
	if t.folder == "" || file == "-" {
		return ""
	}
	relative := url.URL{Path: file}
	return t.folder + strings.TrimPrefix(relative.EscapedPath(), "./")
}

// wrapped writes a line that begins with pieces, goes on with a text and ends with pieces. It is broken between words where the
// terminal ends; without a terminal it is one line.
func (t *textWriter) wrapped(lead []piece, text string, tail ...piece) {
	if t.width == 0 {
		var parts []string
		for _, p := range lead {
			parts = appendPainted(parts, p)
		}
		parts = append(parts, text)
		for _, p := range tail {
			parts = appendPainted(parts, p)
		}
		t.line(strings.Join(parts, " "))
		return
	}
	pieces := lead
	for word := range strings.FieldsSeq(text) {
		pieces = append(pieces, piece{word, word})
	}
	indent := text[:len(text)-len(strings.TrimLeft(text, " "))]
	t.broken(indent, append(pieces, tail...))
}

func appendPainted(parts []string, p piece) []string {
	if p.text == "" {
		return parts
	}
	return append(parts, p.painted)
}

// broken writes pieces in as many lines as they need.
func (t *textWriter) broken(indent string, pieces []piece) {
	line, width := indent, len(indent)
	empty := true
	for _, p := range pieces {
		if p.text == "" {
			continue
		}
		size := uniseg.StringWidth(p.text)
		switch {
		case empty:
			line, width = line+p.painted, width+size
		case width+1+size > t.width:
			t.line(line)
			line, width = margin+p.painted, len(margin)+size
		default:
			line, width = line+" "+p.painted, width+1+size
		}
		empty = false
	}
	t.line(line)
}
