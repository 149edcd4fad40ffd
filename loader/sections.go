package loader

import (
	"bytes"
	"errors"
	"io"

	"hybridlint/loader/sources"
	"hybridlint/loader/syntax"
)

// cut reads a file and hands on its sections in order. Of a large file no more than a section or its largest item is in
// memory here at once.
func (l *load) cut(f *file, size int64, take func(*syntax.Section)) error {
	if size > int64(l.limits.FileBytes) {
		return errFileTooLarge
	}
	from, err := f.Open()
	if err != nil {
		return err
	}
	defer from.Close()
	w := &window{from: from, unread: size, most: l.limits.FileBytes}
	line := 1
	for !l.stopped() && !w.whole {
		if err := w.fill(f.File); err != nil {
			return err
		}
		chunks, items, end := syntax.CutChunks(w.text, w.whole)
		if end == 0 && !w.whole {
			continue // the item goes on behind the window
		}
		s := &syntax.Section{File: f.File, Text: w.text[:end:end], Start: w.start, Line: line, Chunks: chunks}
		l.countBlocks(s, items)
		take(s)
		line += bytes.Count(w.text[:end], []byte("\n"))
		w.drop(end)
	}
	f.Size, f.Lines = w.start, line
	return nil
}

var errFileTooLarge = errors.New("it is too large")

// window is the part of a file that is being looked at.
type window struct {
	from io.Reader
	text []byte
	// start is where text begins in the file; whole says that it reaches to the end.
	start uint32
	whole bool
	// unread is how many bytes there should still be behind the window; 0 where nobody knows.
	unread int64
	// most is how large the file may be.
	most int
}

// fill reads on behind the text. The new text is a copy, because the sections that were cut off the old one are in use.
func (w *window) fill(f *sources.File) error {
	const smallest = 1 << 10
	room := max(syntax.SectionSize, len(w.text))
	if 0 < w.unread && w.unread < int64(room) {
		room = max(int(w.unread)+1, smallest) // one more, to see the end
	}
	first := w.start == 0 && len(w.text) == 0
	text := make([]byte, len(w.text)+room)
	copy(text, w.text)
	n, err := io.ReadFull(w.from, text[len(w.text):])
	w.text = text[:len(w.text)+n]
	w.unread = max(w.unread-int64(n), 0)
	w.whole = errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
	if err != nil && !w.whole {
		return err
	}
	if int64(w.start)+int64(len(w.text)) > int64(w.most) {
		return errFileTooLarge
	}
	if first {
		w.text, f.Marked = bytes.CutPrefix(w.text, sources.ByteOrderMark)
	}
	return nil
}

// drop moves the start of the window.
func (w *window) drop(size int) {
	w.text = w.text[size:]
	w.start += uint32(size)
}
