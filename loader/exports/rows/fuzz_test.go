package rows

import (
	"bufio"
	"strings"
	"testing"
)

// What the fuzzers want of a reader: no panic, and rows whose lines never go back and are lines of the text.
func checkRows(t *testing.T, text string, read func(*bufio.Reader, func(*Row)) error) {
	last, most := 1, strings.Count(text, "\n")+1
	_ = read(bufio.NewReader(strings.NewReader(text)), func(r *Row) {
		if r.Line < last || r.Line > most {
			t.Fatalf("line %d after line %d of %d", r.Line, last, most)
		}
		last = r.Line
		for _, v := range r.Values {
			v.Lost()
			v.Texts()
			ProxyAddresses(v)
			TruthOf(v.String())
			Allowed(v.String())
		}
	})
}

func FuzzCSV(f *testing.F) {
	for _, seed := range []string{"Identity,User\na,b\n", "#TYPE x\r\n\"a\";\"b\"\r\n\"1\";\"2\r\n3\"\r\n", "sep=^\na^b\n", "a\n{b, c},\"", "\n\n#TYPE", "#type ɒɒ\nA\nB\n", "#TYPE\u063d\x8d\xe5q~\xf9 0\nggggggg\n\"\"0"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		checkRows(t, text, func(r *bufio.Reader, take func(*Row)) error {
			return CSV(r, Sink{Row: take}.Completed())
		})
	})
}

func FuzzJSON(f *testing.F) {
	for _, seed := range []string{`{"value":[{"a":[1,true,null]}]}`, `[{"a":{"b":"c"}},{"a":{"@odata.type":"x","value":[]}}]`, `{"value":{"value":1}}`, `{"Value":"x"}` + "\n{}", `[[`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		checkRows(t, text, func(r *bufio.Reader, take func(*Row)) error {
			return JSON(r, Sink{Row: take}.Completed())
		})
	})
}

func FuzzCLIXML(f *testing.F) {
	for _, seed := range []string{clixml, `<Objs><Obj><LST><Obj><DCT><En><S N="Key">a</S><I32 N="Value">1</I32></En></DCT></Obj></LST></Obj></Objs>`,
		`<saved-mv-configuration><mv-data><parameter-values><parameter name="a">b</parameter></parameter-values></mv-data></saved-mv-configuration>`,
		`<synchronizationRule><attribute-mappings><mapping><dest>a</dest></mapping></attribute-mappings></synchronizationRule>`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) { checkRows(t, text, XML) })
}

// FuzzRows decodes and tells formats apart.
func FuzzRows(f *testing.F) {
	for _, seed := range []string{"\xFF\xFEa\x00,\x00b\x00", "\xEF\xBB\xBFa,b", "\xFE\xFF", "a\x00", "\xE4,b\n\xF6"} {
		f.Add(seed)
	}
	f.Fuzz(func(_ *testing.T, text string) {
		_ = Read(strings.NewReader(text), Sink{Row: func(*Row) {}})
	})
}
