package exports

import (
	"bufio"
	"errors"
	"fmt"
	"io"
)

// Row is one object of an export.
type Row struct {
	// Line is where the row begins, from 1.
	Line int
	// Type is the name of the type that PowerShell wrote above it; empty where it did not.
	Type string
	// Columns are the names as written, in order; rows of a table share them.
	Columns []string
	// Values are by plain name.
	Values map[string]Value
	// Broken says why the row of a table could not be read; it has no values then.
	Broken error
}

// Has tells whether the export has a column of one of these names, even if it is empty here.
func (r *Row) Has(names ...string) bool {
	for _, n := range names {
		if _, ok := r.Values[n]; ok {
			return true
		}
	}
	return false
}

// Get is the first of these values that is not null.
func (r *Row) Get(names ...string) Value {
	for _, n := range names {
		if v := r.Values[n]; v.Text != "" || len(v.List) > 0 || len(v.Fields) > 0 {
			return v
		}
	}
	return Value{}
}

// Text is the first of these values that is not null, as one text.
func (r *Row) Text(names ...string) string { return r.Get(names...).String() }

// column is how the export writes the name of a column.
func (r *Row) column(name string) string {
	for _, c := range r.Columns {
		if plain(c) == name {
			return c
		}
	}
	return name
}

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
)

// lineError is an error with the line on which it was met.
type lineError struct {
	line int
	err  error
}

func (e *lineError) Error() string { return e.err.Error() }

func (e *lineError) Unwrap() error { return e.err }

// readRows reads a file of any format and gives every row to the function. What was read before an error was given. A row
// and its values may be kept.
func readRows(r io.Reader, take func(*Row)) error {
	text := bufio.NewReaderSize(decode(r), 64<<10)
	first, err := firstByte(text)
	switch {
	case errors.Is(err, io.EOF):
		return nil
	case err != nil:
		return err
	case first == '<':
		return readXML(text, take)
	case first == '[' || first == '{':
		return readJSON(text, take)
	case first < ' ' && first != '\t':
		return errNotText
	default:
		return readCSV(text, take)
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
	// lines are the offsets of the line ends that nobody asked for yet.
	read  int64
	lines []int64
	line  int
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
	for i, c := range p[:n] {
		if c == '\n' {
			m.lines = append(m.lines, m.read+int64(i))
		}
	}
	m.read += int64(n)
	m.left -= n
	return n, err
}

// lineAt is the line of an offset, which never goes back.
func (m *meter) lineAt(offset int64) int {
	n := 0
	for n < len(m.lines) && m.lines[n] < offset {
		n++
	}
	m.lines = m.lines[n:]
	m.line += n
	return m.line
}
