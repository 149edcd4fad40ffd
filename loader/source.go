package loader

import (
	"hash/maphash"
	"io"
	"slices"
	"sort"

	"hybridlint/report"
)

// source is a file of a run. Its text is not kept: what is shown of it later is read again.
type source struct {
	// name is relative to the working directory, with "/"; "-" for standard input.
	name string
	open func() (sourceText, error)
	// origin is the place that a line stands for, where that is not itself; nil for files.
	origin func(line int) report.Location
	// marked tells whether it began with a byte order mark. No offset counts it.
	marked bool
	// size is its length in bytes, and lines the number of its lines.
	size  uint32
	lines int
	pages []page
}

// sourceText is the text of a file.
type sourceText interface {
	randomText
	io.Closer
}

// randomText is a text that is read from its start or anywhere.
type randomText interface {
	io.Reader
	io.ReaderAt
}

// page is a stretch of whole lines; sum tells whether it is still what it was.
type page struct {
	sum         uint64
	start, line uint32
	ascii       bool
}

// byteOrderMark may stand at the beginning of a file. No offset counts it.
var byteOrderMark = []byte("\xEF\xBB\xBF")

// A page has so many lines at most, and where they are long as many as fill so many bytes.
const (
	pageLines = 64
	pageSize  = 8 << 10
)

// shown is a place as reports name it.
func (f *source) shown(l report.Location) report.Location {
	if f.origin == nil {
		return l
	}
	if origin := f.origin(l.Start.Line); !origin.IsZero() {
		return origin
	}
	return l
}

// pageOf finds the page of a line, counted from 1; the last one for the empty line at the end of a file.
func (f *source) pageOf(line int) int {
	return sort.Search(len(f.pages), func(i int) bool { return int(f.pages[i].line) > line }) - 1
}

// end is where a page ends.
func (f *source) end(page int) uint32 {
	if page+1 < len(f.pages) {
		return f.pages[page+1].start
	}
	return f.size
}

// stretch is a part of a file that is read a second time. It is what it was the first time, or not at all.
type stretch struct {
	start, end uint32
	sum        uint64
}

// readAgain reads a part of a file once more, into room where it is large enough; ok is false where it cannot be read, or is
// not what it was.
func (f *source) readAgain(from io.ReaderAt, s stretch, seed maphash.Seed, room []byte) (text []byte, ok bool) {
	text, ok = f.readFrom(from, s.start, s.end, room)
	return text, ok && maphash.Bytes(seed, text) == s.sum
}

// readFrom reads a stretch of the file, into room where it is large enough; ok is false where the file has become shorter.
func (f *source) readFrom(from io.ReaderAt, start, end uint32, room []byte) (text []byte, ok bool) {
	at := int64(start)
	if f.marked {
		at += int64(len(byteOrderMark))
	}
	text = slices.Grow(room[:0], int(end-start))[:end-start]
	n, _ := from.ReadAt(text, at)
	return text, n == len(text)
}

// kept is a text that is held in memory because it cannot be read twice.
type kept struct{ randomText }

func (kept) Close() error { return nil }

// inMemory is a text that is held in memory.
func inMemory(text randomText) sourceText { return kept{text} }
