package exports

import (
	"bytes"
	"io"
	"os"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/text/transform"

	"hybridlint/loader/exports/rows"
)

// Lines gives the lines of the exports that an import has read, for reports. It implements report.Sources, and may be used by
// several at a time. A file that has been changed since shows no lines.
type Lines struct {
	mu    sync.Mutex
	files map[string]*linesFile
	// shown are the lines of the pages that were read last.
	shown map[linesPage][]string
}

// linesFile is an export whose lines may be asked for.
type linesFile struct {
	open     func() (*os.File, error)
	size     int64
	modified time.Time
	// pages are where they begin, in bytes of the file; nil until somebody asks for a line.
	pages    []int64
	encoding rows.Encoding
	changed  bool
}

type linesPage struct {
	file string
	page int
}

const (
	// linesPerPage is how many lines are read at once.
	linesPerPage = 64
	// largestPage is how many bytes so many lines may have: what is more is nothing to show.
	largestPage = 1 << 20
	mostPages   = 64
)

// Line implements report.Sources.
func (l *Lines) Line(file string, line int) (text string, ok bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	f := l.files[file]
	if f == nil || line < 1 || f.changed {
		return "", false
	}
	key := linesPage{file, (line - 1) / linesPerPage}
	lines, there := l.shown[key]
	if !there {
		if lines, ok = f.read(key.page); !ok {
			f.changed = true
			return "", false
		}
		if len(l.shown) >= mostPages {
			clear(l.shown)
		}
		l.shown[key] = lines
	}
	if at := (line - 1) % linesPerPage; at < len(lines) {
		return lines[at], true
	}
	return "", false
}

func newLines() *Lines {
	return &Lines{files: map[string]*linesFile{}, shown: map[linesPage][]string{}}
}

// ByteOrderMark implements report.Sources.
func (l *Lines) ByteOrderMark(file string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	f := l.files[file]
	return f != nil && f.encoding.Mark > 0
}

// Has tells whether a file is one of the exports.
func (l *Lines) Has(file string) bool { return l != nil && l.files[file] != nil }

// Changed names the files that are no longer what they were when they were read, as far as somebody asked for their lines.
func (l *Lines) Changed() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	var changed []string
	for name, f := range l.files {
		if f.changed {
			changed = append(changed, name)
		}
	}
	slices.Sort(changed)
	return changed
}

// note remembers a file that is being read.
func (l *Lines) note(f exportFile, file *os.File) {
	info, err := file.Stat()
	if err != nil {
		return
	}
	head := make([]byte, 4)
	n, _ := file.ReadAt(head, 0)
	l.files[f.name] = &linesFile{open: f.open, size: info.Size(), modified: info.ModTime(), encoding: rows.EncodingOf(head[:n])}
}

// read gives the lines of a page; none behind the last one.
func (f *linesFile) read(page int) (lines []string, ok bool) {
	file, err := f.open()
	if err != nil {
		return nil, false
	}
	defer file.Close()
	if info, err := file.Stat(); err != nil || info.Size() != f.size || !info.ModTime().Equal(f.modified) {
		return nil, false
	}
	if f.pages == nil {
		if f.pages, err = f.encoding.Pages(file, linesPerPage); err != nil {
			return nil, false
		}
	}
	if page >= len(f.pages) {
		return nil, true
	}
	start, end := f.pages[page], f.size
	if page+1 < len(f.pages) {
		end = f.pages[page+1]
	}
	if end-start > largestPage {
		return nil, true
	}
	text, err := io.ReadAll(transform.NewReader(io.NewSectionReader(file, start, end-start), f.encoding.Decoder()))
	if err != nil {
		return nil, false
	}
	lines = strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	if end == f.size && bytes.HasSuffix(text, []byte("\n")) && len(lines) < linesPerPage {
		lines = append(lines, "") // behind the last line end
	}
	for i, line := range lines {
		lines[i] = strings.TrimSuffix(line, "\r")
	}
	return lines, true
}
