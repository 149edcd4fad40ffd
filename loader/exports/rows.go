package exports

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"
)

// Row is one object of an export. It is good until the next one is read; its texts are good for ever, and those that are kept
// should be cloned, because they may be parts of larger ones.
type Row struct {
	span
	// Type is the name of the type that PowerShell wrote above it; empty where it did not.
	Type string
	*table
	// values are by the place of their column. A row that is short or broken has fewer.
	values []Value
	// Broken says why the row of a table could not be read; it has no values then.
	Broken error
}

// span is where a row stands in the text of its file. Lines and columns count from 1; columns are code points.
type span struct {
	Line, Column int
	// Lines is how many line ends it has inside, and EndColumn the column behind it, 0 where nobody knows.
	Lines, EndColumn int
}

// codePoints counts those of a text.
func codePoints[T string | []byte](text T) int {
	n := 0
	for i := range len(text) {
		if utf8.RuneStart(text[i]) {
			n++
		}
	}
	return n
}

// table is what the rows of one table, and objects of one shape, have in common.
type table struct {
	// columns are the names as written, in order.
	columns []string
	// places are those of the columns by plain name. Of several with one name the first counts.
	places map[string]int
	// gone are the columns that may say that an object is no longer there; nil until somebody asks.
	gone []string
}

func newTable(columns []string) *table {
	t := &table{columns: columns, places: make(map[string]int, len(columns))}
	for i, c := range columns {
		if name := plain(c); !t.Has(name) {
			t.places[name] = i
		}
	}
	return t
}

// Has tells whether the export has a column of one of these names, even if it is empty here.
func (t *table) Has(names ...string) bool {
	for _, n := range names {
		if _, ok := t.places[n]; ok {
			return true
		}
	}
	return false
}

// column is how the export writes the name of a column.
func (t *table) column(name string) string {
	if place, ok := t.places[name]; ok {
		return t.columns[place]
	}
	return name
}

// Value is what the row has in a column.
func (r *Row) Value(name string) Value {
	if place, ok := r.places[name]; ok && place < len(r.values) {
		return r.values[place]
	}
	return Value{}
}

// Get is the first of these values that is not null.
func (r *Row) Get(names ...string) Value {
	for _, n := range names {
		if v := r.Value(n); v.Text != "" || len(v.List) > 0 || len(v.Fields) > 0 {
			return v
		}
	}
	return Value{}
}

// Text is the first of these values that is not null, as one text.
func (r *Row) Text(names ...string) string { return r.Get(names...).String() }

const (
	// maxRow is what one row may take: more is no export of a cmdlet, and would have to be held in memory.
	maxRow = 16 << 20
	// deepestNesting is that of objects in objects; no cmdlet comes near.
	deepestNesting = 64
)

var (
	errTooLarge = fmt.Errorf("a row is larger than %d MiB; is a quote or a bracket never closed?", maxRow>>20)
	errTooDeep  = errors.New("objects are nested too deeply")
	errNotText  = errors.New("this is no text")
	errEmpty    = errors.New("the file is empty: nobody knows what was exported")
)

// lineError is an error with the line on which it was met.
type lineError struct {
	line int
	err  error
}

func (e *lineError) Error() string { return e.err.Error() }

func (e *lineError) Unwrap() error { return e.err }

// sink takes what is read of a file.
type sink struct {
	// row takes a row.
	row func(*Row)
	// known tells whether columns are those of a known export; nil tells of none.
	known func(*table) bool
	// column tells whether a known export has a column of that name; nil tells of none.
	column func(name string) bool
	// empty takes a table without rows, as a row without values.
	empty func(*Row)
	// cut is told that what was exported is more than what the file holds, and by what words that shows.
	cut func(at span, what, reason string)
	// ansi is told that a text is in no encoding of Unicode.
	ansi func()
}

// completed is a sink with all functions.
func (s sink) completed() sink {
	if s.known == nil {
		s.known = func(*table) bool { return false }
	}
	if s.column == nil {
		s.column = func(string) bool { return false }
	}
	if s.empty == nil {
		s.empty = func(*Row) {}
	}
	if s.cut == nil {
		s.cut = func(span, string, string) {}
	}
	if s.ansi == nil {
		s.ansi = func() {}
	}
	return s
}

// readRows reads a file of any format and gives every row to the sink. What was read before an error was given.
func readRows(r io.Reader, to sink) error {
	to = to.completed()
	decoded, ansi := decode(r)
	err := readText(bufio.NewReaderSize(decoded, 64<<10), to)
	if ansi() {
		to.ansi()
	}
	return err
}

func readText(text *bufio.Reader, to sink) error {
	first, err := firstByte(text)
	switch {
	case errors.Is(err, io.EOF):
		return errEmpty
	case err != nil:
		return err
	case first == '<':
		return readXML(text, to.row)
	case first == '[' || first == '{':
		return readJSON(text, to)
	case first < ' ' && first != '\t':
		return errNotText
	case isFormatList(text):
		return readFormatList(text, to)
	default:
		return readCSV(text, to)
	}
}

// firstByte looks at the first byte that is no blank, without taking it.
func firstByte(r *bufio.Reader) (byte, error) {
	for n := 1; ; n++ {
		head, err := r.Peek(n)
		if len(head) < n {
			if errors.Is(err, bufio.ErrBufferFull) {
				return 0, errNotText
			}
			return 0, err
		}
		switch c := head[n-1]; c {
		case ' ', '\r', '\n', '\t':
		default:
			return c, nil
		}
	}
}

// meter refuses to read on when one row takes too much, and knows on which line a byte stands.
type meter struct {
	r    io.Reader
	left int
	read int64
	// lines are the offsets of the line ends that nobody asked for yet, where counted says that somebody will.
	lines   []int64
	counted bool
	// line is the one of the offset that was asked for last, and lineStart where it begins.
	line      int
	lineStart int64
}

func newMeter(r io.Reader) *meter { return &meter{r: r, left: maxRow, line: 1} }

// rowDone begins the count anew.
func (m *meter) rowDone() { m.left = maxRow }

// Read implements io.Reader.
func (m *meter) Read(p []byte) (int, error) {
	if m.left <= 0 {
		return 0, errTooLarge
	}
	n, err := m.r.Read(p[:min(len(p), m.left)])
	if m.counted {
		m.note(p[:n])
	}
	m.read += int64(n)
	m.left -= n
	return n, err
}

func (m *meter) note(text []byte) {
	for at := 0; ; at++ {
		next := bytes.IndexByte(text[at:], '\n')
		if next < 0 {
			return
		}
		at += next
		m.lines = append(m.lines, m.read+int64(at))
	}
}

// lineAt is the line of an offset, which never goes back.
func (m *meter) lineAt(offset int64) int {
	n := 0
	for n < len(m.lines) && m.lines[n] < offset {
		n++
	}
	if n > 0 {
		m.lineStart = m.lines[n-1] + 1
	}
	m.line += n
	m.lines = m.lines[:copy(m.lines, m.lines[n:])]
	return m.line
}
