package sources

import (
	"hash/maphash"
	"io"
	"slices"
	"sort"

	"hybridlint/report"
)

// File is a file of a run. Its text is not kept: what is shown of it later is read again.
type File struct {
	// Name is relative to the working directory, with "/"; "-" for standard input.
	Name string
	Open func() (Text, error)
	// Origin is the place that a line stands for, where that is not itself; nil for files.
	Origin func(line int) report.Location
	// Marked tells whether it began with a byte order mark. No offset counts it.
	Marked bool
	// Size is its length in bytes, and Lines the number of its lines.
	Size  uint32
	Lines int
	Pages []Page
}

// Text is the text of a file.
type Text interface {
	randomText
	io.Closer
}

// randomText is a text that is read from its start or anywhere.
type randomText interface {
	io.Reader
	io.ReaderAt
}

// Page is a stretch of whole lines; sum tells whether it is still what it was.
type Page struct {
	Sum         uint64
	Start, Line uint32
	ASCII       bool
}

// ByteOrderMark may stand at the beginning of a file. No offset counts it.
var ByteOrderMark = []byte("\xEF\xBB\xBF")

// A page has so many lines at most, and where they are long as many as fill so many bytes.
const (
	PageLines = 64
	PageSize  = 8 << 10
)

// Shown is a place as reports name it.
func (f *File) Shown(l report.Location) report.Location {
	if f.Origin == nil {
		return l
	}
	if origin := f.Origin(l.Start.Line); !origin.IsZero() {
		return origin
	}
	return l
}

// pageOf finds the page of a line, counted from 1; the last one for the empty line at the end of a file.
func (f *File) pageOf(line int) int {
	return sort.Search(len(f.Pages), func(i int) bool { return int(f.Pages[i].Line) > line }) - 1
}

// end is where a page ends.
func (f *File) end(page int) uint32 {
	if page+1 < len(f.Pages) {
		return f.Pages[page+1].Start
	}
	return f.Size
}

// Stretch is a part of a file that is read a second time. It is what it was the first time, or not at all.
type Stretch struct {
	Start, End uint32
	Sum        uint64
}

// readAgain reads a part of a file once more, into room where it is large enough; ok is false where it cannot be read, or is
// not what it was.
func (f *File) readAgain(from io.ReaderAt, s Stretch, seed maphash.Seed, room []byte) (text []byte, ok bool) {
	text, ok = f.readFrom(from, s.Start, s.End, room)
	return text, ok && maphash.Bytes(seed, text) == s.Sum
}

// readFrom reads a stretch of the file, into room where it is large enough; ok is false where the file has become shorter.
func (f *File) readFrom(from io.ReaderAt, start, end uint32, room []byte) (text []byte, ok bool) {
	at := int64(start)
	if f.Marked {
		at += int64(len(ByteOrderMark))
	}
	text = slices.Grow(room[:0], int(end-start))[:end-start]
	n, _ := from.ReadAt(text, at)
	return text, n == len(text)
}

// kept is a text that is held in memory because it cannot be read twice.
type kept struct{ randomText }

func (kept) Close() error { return nil }

// InMemory is a text that is held in memory.
func InMemory(text randomText) Text { return kept{text} }
