package loader

import (
	"hybridlint/report"
	"sort"
	"unicode/utf8"
)

// File is the text of one file that was read.
type File struct {
	// Name is relative to the working directory, with "/"; "-" for standard input.
	Name string
	// Source is the text without a byte order mark; offsets count from its start.
	Source []byte
	// lineStarts are the offsets of the first bytes of the lines.
	lineStarts []uint32
}

// NewFile takes a text without a byte order mark.
func NewFile(name string, source []byte) *File {
	f := &File{Name: name, Source: source, lineStarts: []uint32{0}}
	for i, c := range source {
		if c == '\n' {
			f.lineStarts = append(f.lineStarts, uint32(i)+1)
		}
	}
	return f
}

// Position is the place of a byte.
func (f *File) Position(offset uint32) report.Position {
	offset = min(offset, uint32(len(f.Source)))
	line := sort.Search(len(f.lineStarts), func(i int) bool { return f.lineStarts[i] > offset })
	return report.Position{Line: line, Column: utf8.RuneCount(f.Source[f.lineStarts[line-1]:offset]) + 1}
}

// Location is the place of a stretch of bytes.
func (f *File) Location(start, end uint32) report.Location {
	return report.Location{File: f.Name, Start: f.Position(start), End: f.Position(end)}
}
