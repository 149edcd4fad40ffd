package lsp

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// encoding is what the characters of positions are counted in.
type encoding string

const (
	utf16Units encoding = "utf-16" // what every editor understands
	utf8Units  encoding = "utf-8"
)

// width is how many units a code point takes.
func (e encoding) width(c rune, size int) int {
	switch {
	case e == utf8Units:
		return size
	case c > 0xFFFF:
		return 2
	default:
		return 1
	}
}

// text is the content of a document with the places where its lines begin. It is never changed.
type text struct {
	content string
	starts  []int
}

// newText finds the lines. They end as the protocol says: with LF, CR LF or CR.
func newText(content string) *text {
	t := &text{content: content, starts: []int{0}}
	for at := 0; ; {
		end := strings.IndexAny(content[at:], "\r\n")
		if end < 0 {
			return t
		}
		at += end + 1
		if content[at-1] == '\r' && at < len(content) && content[at] == '\n' {
			at++
		}
		t.starts = append(t.starts, at)
	}
}

// line gives a line without its end; "" where there is none.
func (t *text) line(number int) string {
	if number < 0 || number >= len(t.starts) {
		return ""
	}
	line := t.content[t.starts[number]:]
	if number+1 < len(t.starts) {
		line = line[:t.starts[number+1]-t.starts[number]]
	}
	return strings.TrimRight(line, "\r\n")
}

// offset is the byte at a position. What is behind the end of a line or of the text is that end,
// and a position within a character is where that begins.
func (t *text) offset(p position, e encoding) int {
	switch {
	case p.Line < 0:
		return 0
	case p.Line >= len(t.starts):
		return len(t.content)
	}
	at, units := 0, 0
	line := t.line(p.Line)
	for at < len(line) {
		c, size := utf8.DecodeRuneInString(line[at:])
		if units += e.width(c, size); units > p.Character {
			break
		}
		at += size
	}
	return t.starts[p.Line] + at
}

// position is that of a byte.
func (t *text) position(offset int, e encoding) position {
	offset = min(max(offset, 0), len(t.content))
	line := sort.SearchInts(t.starts, offset+1) - 1
	return position{line, units(t.content[t.starts[line]:offset], e)}
}

// units counts those of a text.
func units(text string, e encoding) int {
	if e == utf8Units {
		return len(text)
	}
	n := 0
	for _, c := range text {
		n += e.width(c, 0)
	}
	return n
}

// mostCopied is how many bytes the changes of one notification may copy: each copies the document.
const mostCopied = 4 << 30

// apply is the text after changes, each of which is about what those before have left; ok is false
// where that would take too long.
func (t *text) apply(changes []contentChange, e encoding) (changed *text, ok bool) {
	copied := 0
	for _, c := range changes {
		if c.Range == nil {
			t = newText(c.Text)
			continue
		}
		ends := []int{t.offset(c.Range.Start, e), t.offset(c.Range.End, e)}
		slices.Sort(ends)
		t = newText(t.content[:ends[0]] + c.Text + t.content[ends[1]:])
		if copied += len(t.content); copied > mostCopied {
			return nil, false
		}
	}
	return t, true
}
