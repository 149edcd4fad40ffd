package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf8"
)

// stream writes a JSON document piece by piece.
type stream struct {
	w       *bufio.Writer
	buffer  bytes.Buffer
	encoder *json.Encoder
	err     error
}

func newStream(w io.Writer) *stream {
	s := &stream{w: bufio.NewWriterSize(w, 1<<16)}
	s.encoder = json.NewEncoder(&s.buffer)
	s.encoder.SetEscapeHTML(false)
	return s
}

// raw writes a piece of syntax.
func (s *stream) raw(syntax string) {
	if s.err == nil {
		_, s.err = s.w.WriteString(syntax)
	}
}

// value writes a value on one line. Its strings may hold anything: what is no UTF-8 becomes U+FFFD.
func (s *stream) value(v any) {
	if s.err != nil {
		return
	}
	s.buffer.Reset()
	if s.err = s.encoder.Encode(v); s.err != nil {
		return
	}
	s.err = writeQuiet(s.w, bytes.TrimSuffix(s.buffer.Bytes(), []byte("\n")))
}

// member writes `"name": value` in front of what follows.
func (s *stream) member(indent, name string, v any) {
	s.raw(indent + `"` + name + `": `)
	s.value(v)
	s.raw(",\n")
}

// array writes the elements that each yields, one per line, between brackets.
func (s *stream) array(indent string, each func(element func(any))) {
	s.raw("[")
	separator := "\n"
	each(func(v any) {
		s.raw(separator + indent + "  ")
		s.value(v)
		separator = ",\n"
	})
	if separator != "\n" {
		s.raw("\n" + indent)
	}
	s.raw("]")
}

// close writes what is left and gives the first error there was.
func (s *stream) close() error {
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
		if deceptive(r) || bytes.HasPrefix(text[i:], []byte("##")) {
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
