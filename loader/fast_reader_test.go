package loader

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"hybridlint/loader/model"
	"hybridlint/loader/sources"
	"hybridlint/loader/syntax"
	"hybridlint/testdata/organization"
)

// TestPlain: what the plain reader reads, and what it leaves to hclsyntax.
func TestPlain(t *testing.T) {
	tests := map[string]struct {
		text  string
		plain bool
	}{
		"attributes":                 {"a \"b\" {\n  c = \"d\"\n  e = true\n  f = 14\n  g = -1\n}\n", true},
		"one line":                   {"a { b = \"c\" }\n", true},
		"empty":                      {"a {}\n", true},
		"empty on two lines":         {"a {\n}\n", true},
		"no end of the last line":    {"a {}", true},
		"blanks":                     {"\n\ta\t\"b\"{\n\n\tc=\"d\"\t\n}\t\r\n", true},
		"comments":                   {"# x\n// y\na { # z\n  # }\n  b = 1 // w\n} # v\n", true},
		"a list":                     {"a {\n  b = [\"c\", \"d\"]\n  e = []\n  f = [\n    \"g\",\n    \"h\",\n  ]\n}\n", true},
		"an object":                  {"a {\n  b = { C = \"d\", E = \"f\" }\n  g = {}\n  h = {\n    I = \"j\"\n    K = \"l\",\n  }\n}\n", true},
		"a block in a block":         {"a \"b\" {\n  c \"d\" {\n    e = 1\n  }\n  c \"f\" {}\n}\n", true},
		"escapes":                    {"a { b = \"CONTOSO\\\\amy \\\"x\\\"\" }\n", true},
		"letters":                    {"a { b = \"J\u00fcrgen \u65e5\u672c\" }\n", true},
		"letters in parts":           {"a { b = \"Ju\u0308rgen\" }\n", false},
		"a name of letters":          {"\u00e4 {}\n", false},
		"a letter behind a name":     {"a\u0308 {}\n", false},
		"another escape":             {"a { b = \"c\\n\" }\n", false},
		"a template":                 {"a { b = \"${local.c}\" }\n", false},
		"a sign":                     {"a { b = \"$c\" }\n", false},
		"null":                       {"a { b = null }\n", false},
		"a name":                     {"a { b = c }\n", false},
		"a fraction":                 {"a { b = 1.5 }\n", false},
		"an exponent":                {"a { b = 1e5 }\n", false},
		"a large number":             {"a { b = 1234567890123456 }\n", false},
		"a sum":                      {"a { b = 1 + 1 }\n", false},
		"a comparison":               {"a { b == 1 }\n", false},
		"a heredoc":                  {"a {\n  b = <<X\nX\n}\n", false},
		"a list of numbers":          {"a { b = [1] }\n", false},
		"a list with a hole":         {"a { b = [,] }\n", false},
		"a comprehension":            {"a { b = { for = \"c\" } }\n", false},
		"an object of objects":       {"a { b = { C = {} } }\n", false},
		"an object's odd key":        {"a { b = { \"C\" = \"d\" } }\n", false},
		"an index":                   {"a { b = \"c\"[0] }\n", false},
		"a long comment":             {"a { /* b */ }\n", false},
		"a label without quotes":     {"a b {}\n", false},
		"a comment that waives":      {"# hybridlint:ignore HYB301 -- x\na {}\n", false},
		"an attribute twice":         {"a {\n  b = 1\n  b = 2\n}\n", false},
		"two attributes on a line":   {"a { b = 1 c = 2 }\n", false},
		"an attribute behind braces": {"a { b = 1\n}\n", false},
		"no closing brace":           {"a {\n  b = 1\n", false},
		"words behind a block":       {"a {} b\n", false},
		"a block on a line of one":   {"a { b {} }\n", false},
		"an attribute outside":       {"a = 1\n", false},
		"a byte order mark behind":   {"a {}\n\ufeffb {}\n", false},
		"a return in a line":         {"a {\r  b = 1\n}\n", false},
		"a comment without end":      {"a {\n  b = 1\n} # c", false},
		"three levels":               {"a {\n  b {\n    c {}\n  }\n}\n", false},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			p := plainReader{text: []byte(test.text)}
			if got := p.topLevel(); got != test.plain {
				t.Errorf("plain: %t", got)
			}
			if test.plain && p.at != len(p.text) {
				t.Errorf("%q is left", p.text[p.at:])
			}
			agree(t, []byte(test.text))
		})
	}
}

// TestPlainReaderChangesNothing: all configurations there are come out the same with and without the plain reader.
func TestPlainReaderChangesNothing(t *testing.T) {
	for _, file := range configurations(t) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		agree(t, text)
	}
	for seed := range uint64(100) {
		agree(t, []byte(organization.Random(seed).String()))
	}
	folder := t.TempDir()
	if err := organization.WriteFolder(folder, organization.Options{Seed: 1, Mailboxes: 300}); err != nil {
		t.Fatal(err)
	}
	agreeOn(t, Options{Paths: []string{folder}, Dir: folder})
}

// TestPlainReaderEarnsItsLines: nearly all blocks of an organization are plain.
func TestPlainReaderEarnsItsLines(t *testing.T) {
	folder := t.TempDir()
	if err := organization.WriteFolder(folder, organization.Options{Seed: 1, Mailboxes: 300}); err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob(filepath.Join(folder, "*.hcl"))
	plain, all := 0, 0
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for p := (plainReader{text: text}); p.at < len(text); all++ {
			start := p.at
			if p.topLevel() {
				plain++
			} else {
				p.at = endOfItem(text, start)
			}
		}
	}
	if all < 1000 || plain < all*99/100 {
		t.Errorf("%d of %d blocks are plain", plain, all)
	}
}

// configurations are the files of all fixtures.
func configurations(t testing.TB) []string {
	var all []string
	for _, pattern := range []string{"../testdata/*/*.hcl", "../testdata/*/*/*.hcl"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, files...)
	}
	if len(all) < 200 {
		t.Fatalf("there are %d configurations only", len(all))
	}
	return all
}

// agree compares what both readers make of a text: records, places and problems.
func agree(t *testing.T, text []byte) {
	t.Helper()
	agreeOn(t, Options{Documents: []Document{{Name: "a.hcl", Text: string(text)}}})
}

func agreeOn(t *testing.T, o Options) {
	t.Helper()
	fast := loaded(o)
	o.NoFastReader = true
	complete := loaded(o)
	if fast == complete {
		return
	}
	want := strings.Split(complete, "\n")
	for i, line := range strings.Split(fast, "\n") {
		if i >= len(want) || line != want[i] {
			t.Fatalf("with the plain reader: %s\nwithout it: %s\nof %+v", line, want[min(i, len(want)-1)], o.Documents)
		}
	}
	t.Fatalf("without the plain reader there is more, of %+v", o.Documents)
}

// loaded is everything that comes of loading, as text.
func loaded(o Options) string {
	config, problems := Load(context.Background(), o)
	var b strings.Builder
	for _, p := range problems {
		fmt.Fprintf(&b, "%+v\n", p)
	}
	dump(&b, reflect.ValueOf(config))
	return b.String()
}

func dump(b *strings.Builder, v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if _, from := reflect.TypeAssert[*sources.Sources](v); !from && !v.IsNil() {
			dump(b, v.Elem())
		}
	case reflect.Slice:
		fmt.Fprintf(b, "%d of %s, none %t\n", v.Len(), v.Type(), v.IsNil())
		for i := range v.Len() {
			dump(b, v.Index(i))
		}
	case reflect.Struct:
		if block, ok := reflect.TypeAssert[model.Block](v); ok {
			fmt.Fprintf(b, "%v\n", PlacesIn(&block))
			return
		}
		for field, value := range v.Fields() {
			if field.IsExported() {
				dump(b, value)
			}
		}
	default:
		fmt.Fprintf(b, "%v\n", v)
	}
}

// FuzzPlainReader: both readers make the same of any configuration. Most of what is compared is well formed: see
// TestEditsAreMostlyWellFormed.
func FuzzPlainReader(f *testing.F) {
	for seed := range uint64(20) {
		f.Add(seed, []byte{})
		f.Add(seed, binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint64(nil, seed*0x9e3779b97f4a7c15), seed*0xbf58476d1ce4e5b9))
	}
	f.Fuzz(func(t *testing.T, seed uint64, edits []byte) {
		agree(t, edited(seed, edits))
	})
}

func TestEditsAreMostlyWellFormed(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	wellFormed := 0
	const all = 400
	for range all {
		edits := make([]byte, 4*(1+random.IntN(3)))
		for i := range edits {
			edits[i] = byte(random.Uint32())
		}
		text := edited(random.Uint64()%1000, edits)
		agree(t, text)
		r := readerOf(text)
		if _, diagnostics := r.parse(syntax.Chunk{Start: 0, End: uint32(len(text))}); !diagnostics.HasErrors() {
			wellFormed++
		}
	}
	if wellFormed < all/2 {
		t.Errorf("%d of %d are well formed", wellFormed, all)
	}
}

// edits are what people and programs do to a configuration; most leave it well formed.
var edits = []struct{ find, replace string }{
	{" = ", "="}, {" = ", "\t=\t "}, {"  ", "\t"}, {"\n", "\r\n"}, {"\n", "\n\n"}, {"\n", "\n# \"comment\" {\n"}, {"\n", " // comment }\n"},
	{"\n", "\n/* long\n comment */\n"}, {"[", "[\n"}, {"\", \"", "\",\n\""}, {"\"]", "\",]"}, {"\"]", "\", # x\n]"}, {"]", "\n]"}, {" = \"", " = \"\\\\"},
	{" = \"", " = \"\\\""}, {" = \"", " = \"\\u00e9"}, {" = \"", " = \"\\n"}, {" = \"", " = \"\u00e9"}, {" = \"", " = \"e\u0301"}, {" = \"", " = \"\U0001F412"},
	{" = \"", " = \"$"}, {" = \"", " = \"$${"}, {" = \"", " = \"%%{"}, {" = \"", " = \"${\"x\"}"}, {" = \"", " = \"\ufeff"}, {"{\n", "{ \n"}, {"{\n", "{ # x\n"}, {"{\n", "{"},
	{"\n}", "}"}, {"\n}", "\n} \n"}, {"\n}", "\n}\n# hybridlint:ignore HYB301 -- x\n"}, {"true", "null"}, {"true", "(true)"}, {"false", "!true"}, {"= \"", "= <<X\nx\nX\n#"},
	{" = [", " = [for x in ["}, {"\"\n", "\"\n  channel = \"eac\"\n"}, {"\"\n", "\"\n  channel = local.x\n"}, {" {\n", "{\n"}, {"\" {", "\"{"}, {"grant \"", "grant\""},
	{"grant ", "grant "}, {"{ ", "{\n"}, {", ", "\n"}, {" }", ",}"}, {"\"", ""}, {"}", ""}, {"\n", "\r"}, {" ", "\u00a0"}, {"\n", "\x00"},
}

// edited is a random configuration with some edits: four bytes choose an edit and its place.
func edited(seed uint64, choices []byte) []byte {
	text := []byte(organization.Random(seed % 1000).String())
	for ; len(choices) >= 4; choices = choices[4:] {
		e := edits[int(choices[0])%len(edits)]
		if places := bytes.Count(text, []byte(e.find)); places > 0 {
			skip := int(binary.LittleEndian.Uint16(choices[1:])) % places
			at := 0
			for range skip {
				at += bytes.Index(text[at:], []byte(e.find)) + len(e.find)
			}
			at += bytes.Index(text[at:], []byte(e.find))
			text = append(append(append([]byte{}, text[:at]...), e.replace...), text[at+len(e.find):]...)
		}
		if choices[3] > 0xf0 {
			text[int(choices[3])%len(text)] = choices[1]
		}
	}
	return text
}
