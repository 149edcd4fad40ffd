package loader

import (
	"bytes"
	"sort"
	"unicode/utf8"

	"hybridlint/loader/sources"
	"hybridlint/report"
)

// section is a stretch of a file that is in memory: whole top-level items, from the start of a line. Large files are never
// in memory as a whole. Offsets count from the start of its text.
type section struct {
	file *sources.File
	// text is never written to.
	text []byte
	// start is where it begins in the file, and line is the number of its first line, from 1.
	start uint32
	line  int
	// chunks are what it is read in.
	chunks []chunk
	// hidden are the hidden characters in it, in order.
	hidden []uint32
	// lines are the offsets of the first bytes of its lines, made when the first place is asked for.
	lines []uint32
	// last is the line that was asked for last: most questions are about that one or the next.
	last int
	// runes counts the code points before each stride, so that a column of a very long line is not counted from its start
	// again and again; nil where every byte is a code point.
	runes []uint32
}

const stride = 1 << 10

// index finds the lines.
func (s *section) index() {
	if s.lines != nil {
		return
	}
	s.lines = make([]uint32, 1, len(s.text)/24+1)
	for at := 0; ; {
		i := bytes.IndexByte(s.text[at:], '\n')
		if i < 0 {
			break
		}
		at += i + 1
		s.lines = append(s.lines, uint32(at))
	}
	if !isASCII(s.text) {
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

func (s *section) countRunes() {
	count := uint32(0)
	s.runes = make([]uint32, 0, len(s.text)/stride+1)
	for i, c := range s.text {
		if i%stride == 0 {
			s.runes = append(s.runes, count)
		}
		if utf8.RuneStart(c) {
			count++
		}
	}
}

// runesBefore counts the code points that begin before the byte.
func (s *section) runesBefore(offset uint32) uint32 {
	if s.runes == nil {
		return offset
	}
	i := min(offset/stride, uint32(len(s.runes))-1)
	count := s.runes[i]
	for _, c := range s.text[i*stride : offset] {
		if utf8.RuneStart(c) {
			count++
		}
	}
	return count
}

// lineOf gives the place of an offset's line in lines.
func (s *section) lineOf(offset uint32) int {
	s.index()
	for range 4 {
		switch {
		case offset < s.lines[s.last]:
			s.last = sort.Search(len(s.lines), func(i int) bool { return s.lines[i] > offset }) - 1
			return s.last
		case s.last+1 == len(s.lines) || offset < s.lines[s.last+1]:
			return s.last
		}
		s.last++
	}
	s.last = sort.Search(len(s.lines), func(i int) bool { return s.lines[i] > offset }) - 1
	return s.last
}

// position is the place of a byte.
func (s *section) position(offset uint32) report.Position {
	offset = min(offset, uint32(len(s.text)))
	line := s.lineOf(offset)
	return report.Position{Line: s.line + line, Column: int(s.runesBefore(offset)-s.runesBefore(s.lines[line])) + 1}
}

// location is the place of a stretch of bytes.
func (s *section) location(start, end uint32) report.Location {
	return s.file.Shown(report.Location{File: s.file.Name, Start: s.position(start), End: s.position(end)})
}

// pages cuts the section's lines into pages. The empty line behind its last line end is the first of the next section.
func (s *section) pages(from *sources.Sources) []sources.Page {
	s.index()
	var pages []sources.Page
	for first := 0; first < len(s.lines) && int(s.lines[first]) < len(s.text); first = s.pageEnd(first) {
		next := s.pageEnd(first)
		text := s.text[s.lines[first]:]
		if next < len(s.lines) {
			text = text[:s.lines[next]-s.lines[first]]
		}
		pages = append(pages, sources.Page{Start: s.start + s.lines[first], Line: uint32(s.line + first), Sum: from.Sum(text), ASCII: s.runes == nil || isASCII(text)})
	}
	return pages
}

// pageEnd is the first line behind the page that begins with a line.
func (s *section) pageEnd(first int) int {
	next := first + 1
	for next < len(s.lines) && next-first < sources.PageLines && s.lines[next]-s.lines[first] < sources.PageSize {
		next++
	}
	return next
}
