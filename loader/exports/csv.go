package exports

import (
	"bufio"
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
	header, err := table.Read()
	if err != nil {
		return lineOf(err, skipped)
	}
	columns := make([]string, len(header))
	names := make([]string, len(header))
	for i, h := range header {
		columns[i] = strings.TrimSpace(strings.Clone(h))
		names[i] = plain(columns[i])
	}
	for {
		m.rowDone()
		fields, err := table.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		var broken *csv.ParseError
		if errors.As(err, &broken) && !errors.Is(err, errTooLarge) {
			take(&Row{Line: skipped + broken.StartLine, Type: typeName, Columns: columns, Values: empty(names), Broken: broken.Err})
			continue
		}
		if err != nil {
			return err
		}
		line, _ := table.FieldPos(0)
		if len(fields) > len(columns) {
			take(&Row{Line: skipped + line, Type: typeName, Columns: columns, Values: empty(names),
				Broken: fmt.Errorf("the row has %d values and the header %d columns; is a quote missing around a value with the delimiter in it?", len(fields), len(columns))})
			continue
		}
		take(rowOf(fields, names, columns, typeName, skipped+line))
	}
}

func rowOf(fields, names, columns []string, typeName string, line int) *Row {
	row := &Row{Line: line, Type: typeName, Columns: columns, Values: make(map[string]Value, len(names))}
	for i, name := range names {
		v := Value{}
		if i < len(fields) {
			v.Text = strings.Clone(fields[i])
		}
		if _, twice := row.Values[name]; !twice {
			row.Values[name] = v
		}
	}
	return row
}

// empty are the columns of a row without its values.
func empty(names []string) map[string]Value {
	values := make(map[string]Value, len(names))
	for _, n := range names {
		values[n] = Value{}
	}
	return values
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
		if name, ok := strings.CutPrefix(strings.ToUpper(line), "#TYPE"); ok {
			typeName = strings.TrimSpace(line[len(line)-len(name):])
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
