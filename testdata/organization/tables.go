package organization

import (
	"bufio"
	"encoding/json"
	"encoding/xml"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// tables are the files of an export, which are written at the same time.
type tables struct {
	folder string
	format Format
	byName map[string]*table
	err    error
}

func newTables(folder string, format Format) *tables {
	return &tables{folder: folder, format: format, byName: map[string]*table{}}
}

// table is one file. Every row has the columns of the first one.
type table struct {
	*bufio.Writer
	file *os.File
	rows int
}

// row adds a row to a file, which is made for its first one. The name is without an extension.
func (t *tables) row(name string, columns pairs) {
	tab := t.byName[name]
	if tab == nil {
		tab = t.create(name)
		if tab == nil {
			return
		}
		t.byName[name] = tab
	}
	switch t.format {
	case CSV:
		tab.csv(columns)
	case JSON:
		tab.json(columns)
	case CLIXML:
		tab.clixml(columns)
	}
	tab.rows++
}

func (t *tables) create(name string) *table {
	path := filepath.Join(t.folder, filepath.FromSlash(name)) + [...]string{CSV: ".csv", JSON: ".json", CLIXML: ".xml"}[t.format]
	err := os.MkdirAll(filepath.Dir(path), 0o755)
	var file *os.File
	if err == nil {
		file, err = os.Create(path)
	}
	if err != nil {
		t.err = err
		return nil
	}
	return &table{Writer: bufio.NewWriterSize(file, 1<<16), file: file}
}

// finish closes all files and gives the first error.
func (t *tables) finish() error {
	for _, tab := range t.byName {
		switch t.format {
		case JSON:
			tab.WriteString("\n]\n")
		case CLIXML:
			tab.WriteString("</Objs>\n")
		}
		for _, err := range []error{tab.Flush(), tab.file.Close()} {
			if t.err == nil {
				t.err = err
			}
		}
	}
	return t.err
}

func (t *table) csv(columns pairs) {
	line := func(first int) {
		for i := first; i < len(columns); i += 2 {
			if i > 1 {
				t.WriteByte(',')
			}
			t.WriteByte('"')
			t.WriteString(strings.ReplaceAll(columns[i], `"`, `""`))
			t.WriteByte('"')
		}
		t.WriteString("\r\n")
	}
	if t.rows == 0 {
		line(0)
	}
	line(1)
}

func (t *table) json(columns pairs) {
	t.WriteString([]string{"[\n    {", ",\n    {"}[min(t.rows, 1)])
	for i := 0; i < len(columns); i += 2 {
		text, _ := json.Marshal(columns[i+1]) // a text cannot fail
		t.WriteString([]string{"\n", ",\n"}[min(i, 1)] + `        "` + columns[i] + `":  `)
		_, _ = t.Write(text)
	}
	t.WriteString("\n    }")
}

func (t *table) clixml(columns pairs) {
	number := strconv.Itoa(t.rows)
	if t.rows == 0 {
		t.WriteString(`<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">` + "\n" +
			`  <Obj RefId="0">` + "\n" + `    <TN RefId="0">` + "\n" + `      <T>Selected.System.Management.Automation.PSCustomObject</T>` + "\n" + `      <T>System.Object</T>` + "\n    </TN>\n    <MS>\n")
	} else {
		t.WriteString(`  <Obj RefId="` + number + `">` + "\n" + `    <TNRef RefId="0" />` + "\n    <MS>\n")
	}
	for i := 0; i < len(columns); i += 2 {
		t.WriteString(`      <S N="` + columns[i] + `">`)
		_ = xml.EscapeText(t, []byte(columns[i+1])) // the writer keeps its error
		t.WriteString("</S>\n")
	}
	t.WriteString("    </MS>\n  </Obj>\n")
}
