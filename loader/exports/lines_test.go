package exports

import (
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestLines: every line of an export can be shown, in any order and encoding, and none of a file that has been changed.
func TestLines(t *testing.T) {
	var text strings.Builder
	text.WriteString("PrimarySmtpAddress,DisplayName,RecipientTypeDetails,DistinguishedName\r\n")
	for i := range 200 {
		fmt.Fprintf(&text, "u%d@contoso.com,Jörg 😀 ਊ %d,UserMailbox,\"CN=%d,DC=contoso,DC=com\"\r\n", i, i, i)
	}
	lines := strings.Split(strings.ReplaceAll(text.String(), "\r\n", "\n"), "\n")
	for name, encoded := range map[string]string{
		"UTF-8":        text.String(),
		"with a mark":  "\xEF\xBB\xBF" + text.String(),
		"UTF-16LE":     "\xFF\xFE" + utf16Text(text.String(), binary.LittleEndian),
		"UTF-16BE":     "\xFE\xFF" + utf16Text(text.String(), binary.BigEndian),
		"Windows-1252": strings.NewReplacer("Jörg 😀 ਊ", "J\xF6rg").Replace(text.String()),
		"no last end":  strings.TrimSuffix(text.String(), "\r\n"),
	} {
		t.Run(name, func(t *testing.T) {
			folder := exportsIn(t, map[string]string{"a.csv": encoded})
			c, problems, _ := Import(t.Context(), Options{Paths: []string{"."}, Dir: folder})
			if len(problems) > 0 || c.Blocks()["recipients"] != 200 {
				t.Fatalf("%v %v", problems, c.Blocks())
			}
			last := len(lines)
			if name == "no last end" {
				last--
			}
			for step := range last {
				i := step * 7919 % last
				want := lines[i]
				if name == "Windows-1252" {
					want = strings.Replace(want, "Jörg 😀 ਊ", "Jörg", 1)
				}
				if got, ok := c.Lines.Line("a.csv", i+1); !ok || got != want {
					t.Fatalf("line %d is %q, %v, want %q", i+1, got, ok, want)
				}
			}
			for _, none := range []int{0, last + 1, last + 1000} {
				if got, ok := c.Lines.Line("a.csv", none); ok {
					t.Errorf("line %d is %q", none, got)
				}
			}
			if c.Lines.ByteOrderMark("a.csv") != (name == "with a mark" || strings.HasPrefix(name, "UTF-16")) || c.Lines.Has("b.csv") || len(c.Lines.Changed()) > 0 {
				t.Error("marks or names")
			}
		})
	}
	t.Run("changed", func(t *testing.T) {
		folder := exportsIn(t, map[string]string{"a.csv": text.String()})
		c, _, _ := Import(t.Context(), Options{Paths: []string{"."}, Dir: folder})
		later := time.Now().Add(time.Hour)
		if err := os.Chtimes(filepath.Join(folder, "a.csv"), later, later); err != nil {
			t.Fatal(err)
		}
		if got, ok := c.Lines.Line("a.csv", 1); ok || len(c.Lines.Changed()) != 1 {
			t.Errorf("%q of a file that was changed", got)
		}
	})
}

// TestSpans: a row begins and ends where it stands in its file, in code points, whatever the format.
func TestSpans(t *testing.T) {
	for name, test := range map[string]struct {
		text string
		want []span
	}{
		"CSV":              {"a,b\n1,2\nJörg,😀\n", []span{{2, 1, 0, 4}, {3, 1, 0, 7}}},
		"CSV of Windows":   {"#TYPE x\r\na,b\r\n\"1\",\"2\"\r\n3,4\r\n", []span{{3, 1, 0, 8}, {4, 1, 0, 4}}},
		"CSV, empty lines": {"a,b\n\n1,2\n3,4\n", []span{{3, 1, 0, 0}, {4, 1, 0, 4}}},
		"CSV, long values": {"a,b\n\"1\n2\",3\n4,5\n", []span{{2, 1, 0, 0}, {4, 1, 0, 4}}},
		"JSON":             {"[\n  {\n    \"a\": \"ö\"\n  },\n  {\"a\": 2}\n]", []span{{2, 3, 2, 4}, {5, 3, 0, 11}}},
		"compressed":       {`[{"a":"ö😀"},{"a":"é"},{"a":"x"}]`, []span{{1, 2, 0, 12}, {1, 13, 0, 22}, {1, 23, 0, 32}}},
		"REST":             {"{\"x\":\"é\",\"value\":[{\"a\":1},\n{\"a\":\"ß\"},{\"a\":2}]}", []span{{1, 19, 0, 26}, {2, 1, 0, 10}, {2, 11, 0, 18}}},
		"one object":       {"\n {\"a\":1}", []span{{2, 2, 0, 9}}},
		"CLIXML":           {"<Objs>\n  <Obj><MS><S N=\"a\">1</S></MS></Obj>\n  <Obj>\n    <MS><S N=\"a\">2</S></MS>\n  </Obj>\n</Objs>", []span{{2, 3, 0, 0}, {3, 3, 2, 9}}},
	} {
		t.Run(name, func(t *testing.T) {
			var got []span
			if err := readRows(strings.NewReader(test.text), sink{row: func(r *Row) { got = append(got, r.span) }}); err != nil {
				t.Fatal(err)
			}
			if fmt.Sprint(got) != fmt.Sprint(test.want) {
				t.Errorf("%v, want %v", got, test.want)
			}
		})
	}
}
