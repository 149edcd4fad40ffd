package syntax

import (
	"bytes"
	"sort"
	"unicode/utf8"

	"hybridlint/loader/sources"
	"hybridlint/report"
)

// Section is a stretch of a file that is in memory: whole top-level items, from the start of a line. Large files are never
// in memory as a whole. Offsets count from the start of its text.
type Section struct {
	File *sources.File
	// Text is never written to.
	Text []byte
	// Start is where it begins in the file, and line is the number of its first line, from 1.
	Start uint32
	Line  int
	// Chunks are what it is read in.
	Chunks []Chunk
	// hidden are the hidden characters in it, in order.
	hidden []uint32
	// Lines are the offsets of the first bytes of its lines, made when the first place is asked for.
	Lines []uint32
	// last is the line that was asked for last: most questions are about that one or the next.
	last int
	// runes counts the code points before each stride, so that a column of a very long line is not counted from its start
	// again and again; nil where every byte is a code point.
	runes []uint32
}

const stride = 1 << 10

// index finds the lines.
func (s *Section) index() {
	if s.Lines != nil {
		return
	}
	s.Lines = make([]uint32, 1, len(s.Text)/24+1)
	for at := 0; ; {
		i := bytes.IndexByte(s.Text[at:], '\n')
		if i < 0 {
			break
		}
		at += i + 1
		s.Lines = append(s.Lines, uint32(at))
	}
	if !isASCII(s.Text) {
		s.countRunes()
	}
}

func isASCII(text []byte) bool {
	for _, c := range text {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func (s *Section) countRunes() {
	count := uint32(0)
	s.runes = make([]uint32, 0, len(s.Text)/stride+1)
	for i, c := range s.Text {
		if i%stride == 0 {
			s.runes = append(s.runes, count)
		}
		if utf8.RuneStart(c) {
			count++
		}
	}
}

// runesBefore counts the code points that begin before the byte.
func (s *Section) runesBefore(offset uint32) uint32 {
	if s.runes == nil {
		return offset
	}
	i := min(offset/stride, uint32(len(s.runes))-1)
	count := s.runes[i]
	for _, c := range s.Text[i*stride : offset] {
		if utf8.RuneStart(c) {
			count++
		}
	}
	return count
}

// lineOf gives the place of an offset's line in lines.
func (s *Section) lineOf(offset uint32) int {
	s.index()
	for range 4 {
		switch {
		case offset < s.Lines[s.last]:
			s.last = sort.Search(len(s.Lines), func(i int) bool { return s.Lines[i] > offset }) - 1
			return s.last
		case s.last+1 == len(s.Lines) || offset < s.Lines[s.last+1]:
			return s.last
		}
		s.last++
	}
	s.last = sort.Search(len(s.Lines), func(i int) bool { return s.Lines[i] > offset }) - 1
	return s.last
}

// Position is the place of a byte.
func (s *Section) Position(offset uint32) report.Position {
	offset = min(offset, uint32(len(s.Text)))
	line := s.lineOf(offset)
	return report.Position{Line: s.Line + line, Column: int(s.runesBefore(offset)-s.runesBefore(s.Lines[line])) + 1}
}

// Location is the place of a stretch of bytes.
func (s *Section) Location(start, end uint32) report.Location {
	return s.File.Shown(report.Location{File: s.File.Name, Start: s.Position(start), End: s.Position(end)})
}

// Pages cuts the section's lines into pages. The empty line behind its last line end is the first of the next section.
func (s *Section) Pages(from *sources.Sources) []sources.Page {
	s.index()
	var pages []sources.Page
	for first := 0; first < len(s.Lines) && int(s.Lines[first]) < len(s.Text); first = s.pageEnd(first) {
		next := s.pageEnd(first)
		text := s.Text[s.Lines[first]:]
		if next < len(s.Lines) {
			text = text[:s.Lines[next]-s.Lines[first]]
		}
		pages = append(pages, sources.Page{Start: s.Start + s.Lines[first], Line: uint32(s.Line + first), Sum: from.Sum(text), ASCII: s.runes == nil || isASCII(text)})
	}
	return pages
}

// pageEnd is the first line behind the page that begins with a line.
func (s *Section) pageEnd(first int) int {
	next := first + 1
	for next < len(s.Lines) && next-first < sources.PageLines && s.Lines[next]-s.Lines[first] < sources.PageSize {
		next++
	}
	return next
}
