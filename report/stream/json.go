package stream

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf8"

	"hybridlint/report/visible"
)

// JSON writes a JSON document piece by piece.
type JSON struct {
	w       *bufio.Writer
	buffer  bytes.Buffer
	encoder *json.Encoder
	err     error
}

// NewJSON writes to w, through a buffer that Close empties.
func NewJSON(w io.Writer) *JSON {
	s := &JSON{w: bufio.NewWriterSize(w, 1<<16)}
	s.encoder = json.NewEncoder(&s.buffer)
	s.encoder.SetEscapeHTML(false)
	return s
}

// EscapeHTML is for a document inside of a script element, which < could end.
func (s *JSON) EscapeHTML() { s.encoder.SetEscapeHTML(true) }

// With lets something else write what comes next.
func (s *JSON) With(write func(w io.Writer) error) {
	if s.err == nil {
		s.err = write(s.w)
	}
}

// Raw writes a piece of syntax.
func (s *JSON) Raw(syntax string) {
	if s.err == nil {
		_, s.err = s.w.WriteString(syntax)
	}
}

// Value writes a value on one line. Its strings may hold anything: what is no UTF-8 becomes U+FFFD.
func (s *JSON) Value(v any) {
	if s.err != nil {
		return
	}
	s.buffer.Reset()
	if s.err = s.encoder.Encode(v); s.err != nil {
		return
	}
	s.err = writeQuiet(s.w, bytes.TrimSuffix(s.buffer.Bytes(), []byte("\n")))
}

// Member writes `"name": value` in front of what follows.
func (s *JSON) Member(indent, name string, v any) {
	s.Raw(indent + `"` + name + `": `)
	s.Value(v)
	s.Raw(",\n")
}

// Array writes the elements that each yields, one per line, between brackets.
func (s *JSON) Array(indent string, each func(element func(any))) {
	s.Raw("[")
	separator := "\n"
	each(func(v any) {
		s.Raw(separator + indent + "  ")
		s.Value(v)
		separator = ",\n"
	})
	if separator != "\n" {
		s.Raw("\n" + indent)
	}
	s.Raw("]")
}

// Close writes what is left and gives the first error there was.
func (s *JSON) Close() error {
	if s.err != nil {
		return s.err
	}
	return s.w.Flush()
}

// writeQuiet writes a JSON text with the characters escaped that would act on a terminal or a log instead of being
// seen. Outside of strings JSON has none of them, and inside an escape means the same.
func writeQuiet(w *bufio.Writer, text []byte) error {
	done := 0
	for i := 0; i < len(text); {
		if text[i] < 0x7f && text[i] != '#' {
			i++
			continue
		}
		r, size := utf8.DecodeRune(text[i:])
		if visible.Acts(r) || bytes.HasPrefix(text[i:], []byte("##")) {
			w.Write(text[done:i])
			writeEscaped(w, r)
			done = i + size
		}
		i += size
	}
	_, err := w.Write(text[done:])
	return err
}

func writeEscaped(w *bufio.Writer, r rune) {
	if r < 0x10000 {
		fmt.Fprintf(w, `\u%04x`, r)
		return
	}
	r -= 0x10000
	fmt.Fprintf(w, `\u%04x\u%04x`, 0xd800+r>>10, 0xdc00+r&0x3ff)
}
