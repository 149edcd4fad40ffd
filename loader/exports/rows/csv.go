package rows

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
)

// CSV reads what Export-Csv and report scripts write: lines above the header, which are passed over, a header, a row per
// line; and again, where tables were joined into one file.
func CSV(r *bufio.Reader, to Sink) error {
	m := newMeter(r)
	text := bufio.NewReaderSize(m, 64<<10)
	p, err := SkipPreamble(text, to.Known)
	if err != nil {
		return err
	}
	reader := csv.NewReader(text)
	reader.Comma = p.Comma
	reader.FieldsPerRecord, reader.ReuseRecord = -1, true
	t := &tableReader{Reader: reader, Sink: to, skipped: p.lines, cells: p.cells, lineEnd: lineEndOf(text)}
	header, err := t.fields()
	if err != nil {
		return lineOf(err, p.lines)
	}
	t.row = Row{Type: p.typeName, Table: headed(header)}
	t.last, _ = reader.FieldPos(0)
	t.last += strings.Count(strings.Join(header, ""), "\n")
	return t.rows(m)
}

// rows reads the rows below the first header.
func (t *tableReader) rows(m *meter) error {
	unquoted := 0 // the line of a quotation that does not end, if that was in the last row
	for {
		m.rowDone()
		t.before = t.InputOffset()
		fields, err := t.fields()
		if errors.Is(err, io.EOF) {
			if unquoted > 0 {
				return &LineError{t.skipped + unquoted, errCutOff}
			}
			t.finish()
			return nil
		}
		unquoted = 0
		if parse, ok := errors.AsType[*csv.ParseError](err); ok && !errors.Is(err, errTooLarge) {
			if errors.Is(err, csv.ErrQuote) {
				unquoted = parse.StartLine
			}
			t.Sink.Row(t.broken(parse.StartLine, parse.Err))
			continue
		}
		if err != nil {
			return err
		}
		t.give(fields)
	}
}

var errCutOff = errors.New("the last row is no more than its beginning: a quotation in it has no end")

// tableReader reads the rows of a table. Their lines are counted from the header.
type tableReader struct {
	*csv.Reader
	Sink
	row Row
	// given counts the rows of the current table.
	given int
	// skipped are the lines above the header, lineEnd is the length of a line end.
	skipped, lineEnd int
	// cells is the delimiter inside of the only cell of each line, as a table is that was saved again; 0 for others.
	cells rune
	// before is where the reader was before the row, and last the last line of the row before.
	before int64
	last   int
	// typeName is that of a "#TYPE" line above the next header.
	typeName string
}

// fields are those of the next line.
func (t *tableReader) fields() ([]string, error) {
	fields, err := t.Read()
	if err != nil || t.cells == 0 || len(fields) != 1 {
		return fields, err
	}
	return cellsOf(fields[0], t.cells)
}

// cellsOf takes the text of a line apart.
func cellsOf(line string, comma rune) ([]string, error) {
	inner := csv.NewReader(strings.NewReader(line))
	inner.Comma, inner.FieldsPerRecord = comma, -1
	return inner.Read()
}

// give hands a line on: as a row, or as the header of those that follow.
func (t *tableReader) give(fields []string) {
	line, _ := t.FieldPos(0)
	first := fields[0]
	switch {
	case len(first) > 5 && strings.EqualFold(first[:5], "#TYPE"):
		t.typeName = strings.TrimSpace(strings.Join(fields, ",")[5:])
		t.last = -1
		return
	case isWarning(first) != "":
		t.Cut(Span{Line: t.skipped + line, Column: 1}, strings.TrimSpace(strings.Join(fields, ",")), cutTable)
		t.last = -1
		return
	case t.isHeader(fields):
		header := headed(fields)
		if !slices.Equal(header.Columns, t.row.Columns) {
			t.finish()
			t.row.Table, t.given = header, 0
			t.row.Type = t.typeName
		}
		t.typeName = ""
		t.last = line + strings.Count(strings.Join(fields, ""), "\n")
		return
	}
	if isBlank(fields) {
		t.last = -1
		return // Excel writes empty rows as nothing but delimiters
	}
	t.given++
	if len(fields) > len(t.row.Columns) && isBlank(fields[len(t.row.Columns):]) {
		fields = fields[:len(t.row.Columns)] // Excel writes empty cells at the end
	}
	if len(fields) > len(t.row.Columns) {
		t.Sink.Row(t.broken(line, fmt.Errorf("the row has %d values and the header %d columns; is a quote missing around a value with the delimiter in it?", len(fields), len(t.row.Columns))))
		return
	}
	if len(fields) < len(t.row.Columns) {
		t.Sink.Row(t.broken(line, fmt.Errorf("the row has %d values and the header %d columns; was it cut off?", len(fields), len(t.row.Columns))))
		return
	}
	t.Sink.Row(t.rowOf(line, fields))
}

// isBlank tells cells of which none has anything in it.
func isBlank(fields []string) bool {
	return !slices.ContainsFunc(fields, func(f string) bool { return strings.TrimSpace(f) != "" })
}

// isHeader tells a line that is a header: of a known export, or once more that of the table.
func (t *tableReader) isHeader(fields []string) bool {
	if len(fields) < 2 || !mayBeColumn(fields[0]) || !mayBeColumn(fields[1]) || strings.ContainsAny(fields[0], "./") || strings.ContainsAny(fields[1], "./") {
		return false
	}
	if len(fields) == len(t.row.Columns) && strings.EqualFold(strings.TrimSpace(fields[0]), t.row.Columns[0]) && slices.EqualFunc(fields, t.row.Columns, func(a, b string) bool {
		return strings.EqualFold(strings.TrimSpace(a), b)
	}) {
		return true
	}
	if !t.Heading(Plain(fields[0])) || !t.Heading(Plain(fields[1])) {
		return false
	}
	for _, f := range fields {
		if !mayBeColumn(f) {
			return false
		}
	}
	return t.Known(headed(fields))
}

// mayBeColumn tells a text that may be the name of a column.
func mayBeColumn(text string) bool {
	return text != "" && len(text) <= 64 && (text[0]|0x20 >= 'a' && text[0]|0x20 <= 'z' || text[0] == '@') && !strings.ContainsAny(text, `@\:;`)
}

// finish tells of a table without rows.
func (t *tableReader) finish() {
	if t.given == 0 {
		t.Empty(&Row{Span: Span{Line: t.skipped + max(t.last, 1), Column: 1}, Type: t.row.Type, Table: t.row.Table})
	}
}

func (t *tableReader) broken(line int, reason error) *Row {
	t.last = -1
	return &Row{Span: Span{Line: t.skipped + line, Column: 1}, Type: t.row.Type, Table: t.row.Table, Broken: reason}
}

func (t *tableReader) rowOf(line int, fields []string) *Row {
	t.row.Values = t.row.Values[:0]
	inside, beyond := 0, 0
	for _, f := range fields {
		t.row.Values = append(t.row.Values, cell(f))
		inside += strings.Count(f, "\n")
		beyond += len(f) - codePoints(f)
	}
	t.row.Span = Span{Line: t.skipped + line, Column: 1}
	if inside == 0 && line == t.last+1 { // no empty line was skipped
		t.row.EndColumn = int(t.InputOffset()-t.before) - beyond - t.lineEnd + 1
	}
	t.last = line + inside
	return &t.row
}

// headed are the columns of a header.
func headed(header []string) *Table {
	columns := make([]string, len(header))
	for i, h := range header {
		columns[i] = Trimmed(strings.Clone(h))
	}
	return NewTable(columns)
}

// Preamble is what stands above the rows.
type Preamble struct {
	typeName string
	// lines are those above the header.
	lines int
	// comma is the delimiter of the header, cells the one inside of its only cell, 0 for none.
	Comma, cells rune
}

// mostTitleLines is how many lines are looked through for the header.
const mostTitleLines = 30

// Delimiters are those of tables.
var Delimiters = []rune{',', ';', '\t', '^', '|'}

// SkipPreamble takes the lines above the header: the first line whose columns are those of a known export, else the first one.
func SkipPreamble(r *bufio.Reader, known func(*Table) bool) (Preamble, error) {
	p, err := skipDirectives(r)
	if err != nil {
		return p, err
	}
	head, _ := r.Peek(r.Size())
	offset, lines := 0, 0
	for line := range strings.Lines(string(head)) {
		if lines == mostTitleLines || offset+len(line) == len(head) && len(head) == r.Size() {
			break
		}
		if comma, cells, ok := HeaderOfKnown(line, known); ok {
			p.Comma, p.cells = comma, cells
			if lines > 0 && strings.HasPrefix(strings.ToUpper(strings.TrimLeft(previousLine(head, offset), `"`)), "#TYPE") {
				p.typeName = strings.TrimRight(strings.TrimSpace(strings.TrimLeft(previousLine(head, offset), `"`)[5:]), `";,`)
			}
			p.lines += lines
			_, err := r.Discard(offset)
			return p, err
		}
		offset += len(line)
		lines++
	}
	p.Comma = delimiterOf(r)
	return p, nil
}

// previousLine is the line that ends at an offset.
func previousLine(head []byte, offset int) string {
	text := strings.TrimRight(string(head[:offset]), "\r\n")
	return text[strings.LastIndexByte(text, '\n')+1:]
}

// HeaderOfKnown tells a line that is the header of a known export, and its delimiter.
func HeaderOfKnown(line string, known func(*Table) bool) (comma, cells rune, ok bool) {
	line = strings.TrimRight(line, "\r\n")
	for _, comma := range Delimiters {
		if !strings.ContainsRune(line, comma) {
			continue
		}
		fields, err := cellsOf(line, comma)
		if err == nil && len(fields) > 1 && !slices.ContainsFunc(fields, isNoColumn) && known(headed(fields)) {
			return comma, 0, true
		}
	}
	fields, err := cellsOf(strings.TrimRight(line, ",;\t"), ',')
	if err != nil || len(fields) != 1 || fields[0] == line {
		return 0, 0, false
	}
	if inner, innerCells, ok := HeaderOfKnown(fields[0], known); ok && innerCells == 0 {
		return outerComma(inner), inner, true
	}
	return 0, 0, false
}

// outerComma is a delimiter that no line of quoted cells has outside of them.
func outerComma(inner rune) rune {
	if inner == ',' {
		return ';'
	}
	return ','
}

// isNoColumn tells a text that is no name of a column, because it holds what names do not.
func isNoColumn(text string) bool {
	return strings.ContainsFunc(text, func(c rune) bool { return unicode.IsControl(c) && c != '\t' })
}

// skipDirectives takes empty lines, "#TYPE" and "sep=".
func skipDirectives(r *bufio.Reader) (p Preamble, err error) {
	for {
		head, _ := r.Peek(6)
		head = bytes.TrimPrefix(head, []byte(`"`))
		switch {
		case len(head) > 0 && (head[0] == '\r' || head[0] == '\n'):
		case len(head) > 4 && strings.EqualFold(string(head[:5]), "#TYPE"), len(head) > 3 && strings.EqualFold(string(head[:4]), "sep="):
		default:
			return p, nil
		}
		line, err := r.ReadString('\n')
		p.lines++
		if line = strings.TrimLeft(line, `"`); len(line) > 5 && strings.EqualFold(line[:5], "#TYPE") {
			p.typeName = strings.TrimRight(strings.TrimSpace(line[5:]), `";,`)
		}
		if errors.Is(err, io.EOF) {
			return p, nil
		}
		if err != nil {
			return p, err
		}
	}
}

// delimiterOf is the most frequent one of the header, outside of quotes.
func delimiterOf(r *bufio.Reader) rune {
	head, _ := r.Peek(r.Size())
	counts := map[rune]int{}
	quoted := false
	for _, c := range head {
		if c == '"' {
			quoted = !quoted
		}
		if (c == '\n' || c == '\r') && !quoted {
			break
		}
		if !quoted {
			counts[rune(c)]++
		}
	}
	best := ','
	for _, c := range Delimiters[1:] {
		if counts[c] > counts[best] {
			best = c
		}
	}
	return best
}

// lineEndOf is how long the first line end is.
func lineEndOf(r *bufio.Reader) int {
	head, _ := r.Peek(r.Size())
	if end := bytes.IndexByte(head, '\n'); end > 0 && head[end-1] == '\r' {
		return len("\r\n")
	}
	return len("\n")
}

// lineOf puts the line on which a mistake was met, counted from the start of the file.
func lineOf(err error, skipped int) error {
	if parse, ok := errors.AsType[*csv.ParseError](err); ok {
		return &LineError{skipped + parse.StartLine, parse.Err}
	}
	if errors.Is(err, io.EOF) {
		return ErrEmpty
	}
	return err
}
