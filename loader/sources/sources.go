package sources

import (
	"bytes"
	"hash/maphash"
	"iter"
	"maps"
	"slices"
	"sync"
	"unicode/utf8"
)

// Sources are the files of a run, those with errors among them. Their lines are read when they are asked for. It may be
// used by several at a time.
type Sources struct {
	files map[string]*File
	seed  maphash.Seed

	mu sync.Mutex
	// opened is the file that was read last.
	opened     *File
	openedText Text
	shown      shownPages
	changed    map[string]bool
}

// atOnce is how much of a file is read at once where all of it is.
const atOnce = 256 << 10

// New is for a run that has read nothing yet.
func New() *Sources {
	return &Sources{files: map[string]*File{}, seed: maphash.MakeSeed(), shown: shownPages{pages: map[*Page]*shownPage{}}, changed: map[string]bool{}}
}

// Add takes a file in.
func (s *Sources) Add(f *File) { s.files[f.Name] = f }

// Sum tells whether a text is still what it was.
func (s *Sources) Sum(text []byte) uint64 { return maphash.Bytes(s.seed, text) }

// Again reads a part of a file a second time; ok is false where it cannot be read, or is not what it was.
func (s *Sources) Again(f *File, part Stretch) (text []byte, ok bool) {
	from, err := f.Open()
	if err != nil {
		return nil, false
	}
	defer from.Close()
	return f.readAgain(from, part, s.seed, nil)
}

// Line gives the text of a line, counted from 1, without its end; what is not UTF-8 is replaced by U+FFFD. ok is false
// where the file was not read, has no such line, or is not what it was when it was read.
func (s *Sources) Line(file string, line int) (text string, ok bool) {
	if s == nil {
		return "", false
	}
	f := s.files[file]
	if f == nil || line < 1 || line > f.Lines {
		return "", false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	page := f.pageOf(line)
	if page < 0 {
		return "", true // the only line of an empty file
	}
	shown := s.show(f, page)
	if shown == nil {
		return "", false
	}
	return shown.line(line - int(f.Pages[page].Line)), true // there is none behind the last line end
}

// ASCII tells that a line has nothing but ASCII, as far as that is known without reading it again.
func (s *Sources) ASCII(file string, line int) bool {
	if s == nil || s.files[file] == nil {
		return false
	}
	f := s.files[file]
	page := f.pageOf(line)
	return page >= 0 && line <= f.Lines && f.Pages[page].ASCII
}

// Text gives a file in pieces of whole lines with their ends, up to the first that is not what it was when it was read. A piece
// is gone when the next one is asked for. Nil where the file was not read.
func (s *Sources) Text(file string) iter.Seq[[]byte] {
	if s == nil || s.files[file] == nil {
		return nil
	}
	f := s.files[file]
	return func(yield func([]byte) bool) {
		var text []byte
		for number := 0; number < len(f.Pages); {
			var ok bool
			if text, number, ok = s.readPages(f, number, text); !ok {
				return
			}
			valid := text
			if !utf8.Valid(text) {
				valid = bytes.ToValidUTF8(text, []byte("\uFFFD"))
			}
			if !yield(valid) {
				return
			}
		}
	}
}

// readPages reads some pages at once, which takes less time than one by one.
func (s *Sources) readPages(f *File, number int, room []byte) (text []byte, next int, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	first := f.Pages[number].Start
	for next = number + 1; next < len(f.Pages) && f.end(next)-first <= atOnce; {
		next++
	}
	ok = !s.changed[f.Name] && s.open(f)
	if ok {
		text, ok = f.readFrom(s.openedText, first, f.end(next-1), room)
	}
	for n := number; ok && n < next; n++ {
		p := &f.Pages[n]
		ok = maphash.Bytes(s.seed, text[p.Start-first:f.end(n)-first]) == p.Sum
	}
	if !ok {
		s.changed[f.Name] = true
	}
	return text, next, ok
}

// ByteOrderMark tells whether the file began with one.
func (s *Sources) ByteOrderMark(file string) bool {
	return s != nil && s.files[file] != nil && s.files[file].Marked
}

// Changed names the files that are no longer what they were when they were read, as far as somebody asked for their lines.
func (s *Sources) Changed() []string {
	if s == nil {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Sorted(maps.Keys(s.changed))
}

// show gives a page; nil where it is not what it was.
func (s *Sources) show(f *File, number int) *shownPage {
	p := &f.Pages[number]
	if known := s.shown.pages[p]; known != nil {
		return known
	}
	if s.changed[f.Name] {
		return nil
	}
	read := s.shown.room()
	var ok bool
	if ok = s.open(f); ok {
		read.text, ok = f.readAgain(s.openedText, Stretch{Start: p.Start, End: f.end(number), Sum: p.Sum}, s.seed, read.text)
	}
	if !ok {
		s.changed[f.Name] = true
		return nil
	}
	s.shown.keep(p, read)
	return read
}

// Close closes the file that is open, if one is. Lines may still be asked for.
func (s *Sources) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.close()
}

func (s *Sources) open(f *File) bool {
	if s.opened == f {
		return true
	}
	_ = s.close() // nothing was written to it
	text, err := f.Open()
	if err != nil {
		return false
	}
	s.opened, s.openedText = f, text
	return true
}

func (s *Sources) close() error {
	if s.opened == nil {
		return nil
	}
	text := s.openedText
	s.opened, s.openedText = nil, nil
	return text.Close()
}
