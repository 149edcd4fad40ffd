package exports

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
)

// readCSV reads what Export-Csv and report scripts write: an optional "#TYPE" or "sep=" line, a header, a row per line.
func readCSV(r *bufio.Reader, take func(*Row)) error {
	m := newMeter(r)
	text := bufio.NewReaderSize(m, 64<<10)
	typeName, skipped, err := skipPreamble(text)
	if err != nil {
		return err
	}
	table := csv.NewReader(text)
	table.Comma = delimiterOf(text)
	table.FieldsPerRecord, table.ReuseRecord = -1, true
	lineEnd := lineEndOf(text)
	header, err := table.Read()
	if err != nil {
		return lineOf(err, skipped)
	}
	t := &tableReader{Reader: table, skipped: skipped, row: Row{Type: typeName, table: headed(header)}, lineEnd: lineEnd}
	t.last, _ = table.FieldPos(0)
	t.last += strings.Count(strings.Join(header, ""), "\n")
	unquoted := 0 // the line of a quotation that does not end, if that was in the last row
	for {
		m.rowDone()
		t.before = table.InputOffset()
		fields, err := table.Read()
		if errors.Is(err, io.EOF) {
			if unquoted > 0 {
				return &lineError{skipped + unquoted, errCutOff}
			}
			return nil
		}
		unquoted = 0
		if parse, ok := errors.AsType[*csv.ParseError](err); ok && !errors.Is(err, errTooLarge) {
			if errors.Is(err, csv.ErrQuote) {
				unquoted = parse.StartLine
			}
			take(t.broken(parse.StartLine, parse.Err))
			continue
		}
		if err != nil {
			return err
		}
		line, _ := table.FieldPos(0)
		if len(fields) > len(t.row.columns) {
			take(t.broken(line, fmt.Errorf("the row has %d values and the header %d columns; is a quote missing around a value with the delimiter in it?", len(fields), len(t.row.columns))))
			continue
		}
		take(t.rowOf(line, fields))
	}
}

var errCutOff = errors.New("the last row is no more than its beginning: a quotation in it has no end")

// tableReader reads the rows of a table. Their lines are counted from the header.
type tableReader struct {
	*csv.Reader
	row Row
	// skipped are the lines above the header, lineEnd is the length of a line end.
	skipped, lineEnd int
	// before is where the reader was before the row, and last the last line of the row before.
	before int64
	last   int
}

func (t *tableReader) broken(line int, reason error) *Row {
	t.last = -1
	return &Row{span: span{Line: t.skipped + line, Column: 1}, Type: t.row.Type, table: t.row.table, Broken: reason}
}

func (t *tableReader) rowOf(line int, fields []string) *Row {
	t.row.values = t.row.values[:0]
	inside, beyond := 0, 0
	for _, f := range fields {
		t.row.values = append(t.row.values, cell(f))
		inside += strings.Count(f, "\n")
		beyond += len(f) - codePoints(f)
	}
	t.row.span = span{Line: t.skipped + line, Column: 1}
	if inside == 0 && line == t.last+1 { // no empty line was skipped
		t.row.EndColumn = int(t.InputOffset()-t.before) - beyond - t.lineEnd + 1
	}
	t.last = line + inside
	return &t.row
}

// headed are the columns of a header.
func headed(header []string) *table {
	columns := make([]string, len(header))
	for i, h := range header {
		columns[i] = strings.TrimSpace(strings.Clone(h))
	}
	return newTable(columns)
}

// skipPreamble takes the lines above the header.
func skipPreamble(r *bufio.Reader) (typeName string, lines int, err error) {
	for {
		head, _ := r.Peek(5)
		switch {
		case len(head) > 0 && (head[0] == '\r' || head[0] == '\n'):
		case strings.EqualFold(string(head), "#TYPE"), len(head) > 3 && strings.EqualFold(string(head[:4]), "sep="):
		default:
			return typeName, lines, nil
		}
		line, err := r.ReadString('\n')
		lines++
		if len(line) > 5 && strings.EqualFold(line[:5], "#TYPE") {
			typeName = strings.TrimSpace(line[5:])
		}
		if errors.Is(err, io.EOF) {
			return typeName, lines, nil
		}
		if err != nil {
			return typeName, lines, err
		}
	}
}

// delimiterOf is the most frequent one of the header, outside of quotes.
func delimiterOf(r *bufio.Reader) rune {
	head, _ := r.Peek(r.Size())
	counts := map[byte]int{}
	quoted := false
	for _, c := range head {
		if c == '"' {
			quoted = !quoted
		}
		if (c == '\n' || c == '\r') && !quoted {
			break
		}
		if !quoted {
			counts[c]++
		}
	}
	best := byte(',')
	for _, c := range []byte{';', '\t', '^'} {
		if counts[c] > counts[best] {
			best = c
		}
	}
	return rune(best)
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
		return &lineError{skipped + parse.StartLine, parse.Err}
	}
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}
