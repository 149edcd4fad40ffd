package loader

import (
	"sort"
	"unicode/utf8"

	"hybridlint/report"
)

// File is the text of one file that was read.
type File struct {
	// Name is relative to the working directory, with "/"; "-" for standard input.
	Name string
	// Source is the text without a byte order mark; offsets count from its start.
	Source []byte
	// ByteOrderMark tells whether one stood before Source.
	ByteOrderMark bool
	// lineStarts are the offsets of the first bytes of the lines.
	lineStarts []uint32
	// runes counts the code points before each stride of the source, so that a column of a very long line is not counted
	// from its start again and again; nil where every byte is a code point.
	runes []uint32
}

const stride = 1 << 10

// NewFile takes a text without a byte order mark.
func NewFile(name string, source []byte) *File {
	f := &File{Name: name, Source: source, lineStarts: []uint32{0}}
	ascii := true
	for i, c := range source {
		if c == '\n' {
			f.lineStarts = append(f.lineStarts, uint32(i)+1)
		}
		ascii = ascii && c < utf8.RuneSelf
	}
	if !ascii {
		f.countRunes()
	}
	return f
}

func (f *File) countRunes() {
	count := uint32(0)
	f.runes = make([]uint32, 0, len(f.Source)/stride+1)
	for i, c := range f.Source {
		if i%stride == 0 {
			f.runes = append(f.runes, count)
		}
		if utf8.RuneStart(c) {
			count++
		}
	}
}

// runesBefore counts the code points that begin before the byte.
func (f *File) runesBefore(offset uint32) uint32 {
	if f.runes == nil {
		return offset
	}
	i := min(offset/stride, uint32(len(f.runes))-1)
	count := f.runes[i]
	for _, c := range f.Source[i*stride : offset] {
		if utf8.RuneStart(c) {
			count++
		}
	}
	return count
}

// Position is the place of a byte.
func (f *File) Position(offset uint32) report.Position {
	offset = min(offset, uint32(len(f.Source)))
	line := sort.Search(len(f.lineStarts), func(i int) bool { return f.lineStarts[i] > offset })
	return report.Position{Line: line, Column: int(f.runesBefore(offset)-f.runesBefore(f.lineStarts[line-1])) + 1}
}

// Location is the place of a stretch of bytes.
func (f *File) Location(start, end uint32) report.Location {
	return report.Location{File: f.Name, Start: f.Position(start), End: f.Position(end)}
}

// line is the text of a line without its end, counted from 1.
func (f *File) line(number int) ([]byte, bool) {
	if number < 1 || number > len(f.lineStarts) {
		return nil, false
	}
	end := uint32(len(f.Source))
	if number < len(f.lineStarts) {
		end = f.lineStarts[number] - 1
	}
	text := f.Source[f.lineStarts[number-1]:end]
	if n := len(text); n > 0 && text[n-1] == '\r' {
		text = text[:n-1]
	}
	return text, true
}
