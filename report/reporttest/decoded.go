package reporttest

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"hybridlint/report/visible"
)

// CompiledSchema is the JSON Schema in a file.
func CompiledSchema(t *testing.T, file string) *jsonschema.Schema {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("schema.json", document); err != nil {
		t.Fatal(err)
	}
	return compiler.MustCompile("schema.json")
}

// Unknown catches what a format does not have.
type Unknown struct {
	Elements   []struct{ XMLName xml.Name } `xml:",any"`
	Attributes []xml.Attr                   `xml:",any,attr"`
}

// Check fails where there is anything.
func (u Unknown) Check(t *testing.T, name string) {
	t.Helper()
	if len(u.Elements)+len(u.Attributes) > 0 {
		t.Errorf("%q: the format has no %v", name, u)
	}
}

// DecodedXML reads a document, behind which nothing follows.
func DecodedXML[T any](t *testing.T, name, text string) (document T) {
	t.Helper()
	decoder := xml.NewDecoder(strings.NewReader(text))
	decoder.Strict = true
	if err := decoder.Decode(&document); err != nil {
		t.Fatalf("%q: %v", name, err)
	}
	if _, err := decoder.Token(); err == nil {
		// the line end behind the document
		if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
			t.Errorf("%q: something follows the document", name)
		}
	}
	return document
}

// Decoded reads a document and checks that its bytes are harmless as they are.
func Decoded[T any](t *testing.T, text, written string) (document T) {
	t.Helper()
	if !utf8.ValidString(written) {
		t.Errorf("%q: not UTF-8", text)
	}
	if strings.ContainsFunc(written, func(r rune) bool { return r != '\n' && (visible.Acts(r) || unicode.IsControl(r)) }) {
		t.Errorf("%q: a character that acts is written as it is", text)
	}
	if err := json.Unmarshal([]byte(written), &document); err != nil {
		t.Errorf("%q: %v", text, err)
	}
	return document
}

// SameText compares without counting how many U+FFFD stand for one broken stretch.
func SameText(a, b string) bool {
	squeeze := func(s string) string {
		for strings.Contains(s, "\ufffd\ufffd") {
			s = strings.ReplaceAll(s, "\ufffd\ufffd", "\ufffd")
		}
		return s
	}
	return squeeze(a) == squeeze(b)
}
