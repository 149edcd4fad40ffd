package rows

import (
	"bufio"
	"errors"
	"io"
	"regexp"
	"strings"
)

// listLine is a line of Format-List: a name, blanks up to a common column, a colon and a value.
var listLine = regexp.MustCompile(`^([A-Za-z][\w@.-]*(?: [\w@.-]+)*)\s*: ?(.*)$`)

// IsFormatList tells the text of Format-List: its first two lines of text have a colon in the same column.
func IsFormatList(r *bufio.Reader) bool {
	head, _ := r.Peek(16 << 10)
	columns := []int{}
	for line := range strings.Lines(string(head)) {
		line = strings.TrimRight(line, "\r\n")
		if strings.TrimSpace(line) == "" || isWarning(line) != "" {
			if len(columns) > 0 {
				break
			}
			continue
		}
		m := listLine.FindStringSubmatchIndex(line)
		if m == nil {
			return false
		}
		columns = append(columns, strings.IndexByte(line, ':'))
		if len(columns) == 2 {
			break
		}
	}
	return len(columns) == 2 && columns[0] == columns[1] && columns[0] > 0
}

// readFormatList reads what Format-List writes: a line for each property, and an empty line behind each object. A value that is
// too long for a line goes on in the next one, below its beginning.
func readFormatList(r *bufio.Reader, to Sink) error {
	m := newMeter(r)
	text := bufio.NewReaderSize(m, 64<<10)
	l := &listReader{Sink: to}
	for line := 1; ; line++ {
		written, err := text.ReadString('\n')
		if written != "" {
			l.line(line, strings.TrimRight(written, "\r\n"))
		}
		if l.columns == nil {
			m.rowDone()
		}
		if errors.Is(err, io.EOF) {
			l.give()
			return nil
		}
		if err != nil {
			return &LineError{line, err}
		}
	}
}

// listReader holds the object that is being read.
type listReader struct {
	Sink
	start   int
	columns []string
	values  []string
	// colon is the column of the colons.
	colon int
	last  *Table
}

func (l *listReader) line(number int, line string) {
	switch m := listLine.FindStringSubmatch(line); {
	case strings.TrimSpace(line) == "":
		l.give()
	case isWarning(line) != "":
		l.Cut(Span{Line: number, Column: 1}, strings.TrimSpace(line), cutTable)
	case m != nil && (l.columns == nil || strings.IndexByte(line, ':') == l.colon):
		if l.columns == nil {
			l.start, l.colon = number, strings.IndexByte(line, ':')
		}
		l.columns, l.values = append(l.columns, strings.TrimSpace(m[1])), append(l.values, strings.TrimSpace(m[2]))
	case len(l.values) > 0 && strings.HasPrefix(line, strings.Repeat(" ", l.colon+2)):
		// The line is broken at its width, between words or inside of one.
		last := &l.values[len(l.values)-1]
		*last += "\n" + strings.TrimSpace(line)
	default:
		l.give()
		l.Row(&Row{Span: Span{Line: number, Column: 1}, Table: &Table{places: map[string]int{}}, Broken: errNoListLine})
	}
}

var errNoListLine = errors.New("the line is none that Format-List writes")

// give hands on the object that is being read.
func (l *listReader) give() {
	if l.columns == nil {
		return
	}
	l.last = shaped(l.last, l.columns)
	row := &Row{Span: Span{Line: l.start, Column: 1}, Table: l.last}
	for _, v := range l.values {
		row.Values = append(row.Values, Value{Text: unwrapped(v)})
	}
	l.columns, l.values = nil, nil
	l.Row(row)
}

// unwrapped joins a value of several lines: a list goes on behind a comma, a word without a blank.
func unwrapped(text string) string {
	if !strings.Contains(text, "\n") {
		return text
	}
	lines := strings.Split(text, "\n")
	joined := lines[0]
	for _, line := range lines[1:] {
		if strings.HasSuffix(joined, ",") {
			joined += " "
		}
		joined += line
	}
	return joined
}

// cutTable is why a table is not understood that ends with a warning.
const cutTable = "the table was cut off when it was exported; export again with -ResultSize Unlimited"

var warnings = regexp.MustCompile(`(?i)^\s*"?(WARNING|WARNUNG|AVERTISSEMENT|ADVERTENCIA|AVVISO|AVISO|WAARSCHUWING|OSTRZEŻENIE|UPOZORNĚNÍ|ADVARSEL|VARNING|VAROITUS|FIGYELMEZTETÉS|ПРЕДУПРЕЖДЕНИЕ|UYARI|警告|경고)\s?[:：]`)

// isWarning is the warning of PowerShell that a line is; empty for others.
func isWarning(line string) string {
	if colon := strings.Index(line, ": "); colon < 0 && !strings.Contains(line, "：") || colon > 40 {
		return "" // mostly
	}
	if warnings.MatchString(line) {
		return strings.TrimSpace(line)
	}
	return ""
}
