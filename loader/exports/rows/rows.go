package rows

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
	Span
	// Type is the name of the type that PowerShell wrote above it; empty where it did not.
	Type string
	*Table
	// values are by the place of their column. A row that is short or broken has fewer.
	Values []Value
	// Broken says why the row of a table could not be read; it has no values then.
	Broken error
}

// Span is where a row stands in the text of its file. Lines and columns count from 1; columns are code points.
type Span struct {
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

// Table is what the rows of one table, and objects of one shape, have in common.
type Table struct {
	// columns are the names as written, in order.
	Columns []string
	// places are those of the columns by plain name. Of several with one name the first counts.
	places map[string]int
	// gone are the columns that may say that an object is no longer there; nil until somebody asks.
	gone []string
}

// NewTable is a table with these columns, as they are written.
func NewTable(columns []string) *Table {
	t := &Table{Columns: columns, places: make(map[string]int, len(columns))}
	for i, c := range columns {
		if name := Plain(c); !t.Has(name) {
			t.places[name] = i
		}
	}
	return t
}

// Has tells whether the export has a column of one of these names, even if it is empty here.
func (t *Table) Has(names ...string) bool {
	for _, n := range names {
		if _, ok := t.places[n]; ok {
			return true
		}
	}
	return false
}

// Heading is how the export writes the name of a column.
func (t *Table) Heading(name string) string {
	if place, ok := t.places[name]; ok {
		return t.Columns[place]
	}
	return name
}

// Value is what the row has in a column.
func (r *Row) Value(name string) Value {
	if place, ok := r.places[name]; ok && place < len(r.Values) {
		return r.Values[place]
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
	// ErrEmpty is a file without anything.
	ErrEmpty = errors.New("the file is empty: nobody knows what was exported")
)

// LineError is an error with the line on which it was met.
type LineError struct {
	Line int
	err  error
}

func (e *LineError) Error() string { return e.err.Error() }

func (e *LineError) Unwrap() error { return e.err }

// Sink takes what is read of a file.
type Sink struct {
	// row takes a row.
	Row func(*Row)
	// known tells whether columns are those of a known export; nil tells of none.
	Known func(*Table) bool
	// column tells whether a known export has a column of that name; nil tells of none.
	Heading func(name string) bool
	// empty takes a table without rows, as a row without values.
	Empty func(*Row)
	// cut is told that what was exported is more than what the file holds, and by what words that shows.
	Cut func(at Span, what, reason string)
	// ansi is told that a text is in no encoding of Unicode.
	Ansi func()
}

// Completed is a sink with all functions.
func (s Sink) Completed() Sink {
	if s.Known == nil {
		s.Known = func(*Table) bool { return false }
	}
	if s.Heading == nil {
		s.Heading = func(string) bool { return false }
	}
	if s.Empty == nil {
		s.Empty = func(*Row) {}
	}
	if s.Cut == nil {
		s.Cut = func(Span, string, string) {}
	}
	if s.Ansi == nil {
		s.Ansi = func() {}
	}
	return s
}

// Read reads a file of any format and gives every row to the sink. What was read before an error was given.
func Read(r io.Reader, to Sink) error {
	to = to.Completed()
	decoded, ansi := Decode(r)
	err := readText(bufio.NewReaderSize(decoded, 64<<10), to)
	if ansi() {
		to.Ansi()
	}
	return err
}

func readText(text *bufio.Reader, to Sink) error {
	first, err := FirstByte(text)
	switch {
	case errors.Is(err, io.EOF):
		return ErrEmpty
	case err != nil:
		return err
	case first == '<':
		return XML(text, to.Row)
	case first == '[' || first == '{':
		return JSON(text, to)
	case first < ' ' && first != '\t':
		return errNotText
	case IsFormatList(text):
		return readFormatList(text, to)
	default:
		return CSV(text, to)
	}
}

// FirstByte looks at the first byte that is no blank, without taking it.
func FirstByte(r *bufio.Reader) (byte, error) {
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
