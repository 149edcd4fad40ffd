package stream

import (
	"bufio"
	"encoding/xml"
	"io"
)

// XML writes an XML document element by element.
type XML struct {
	w       *bufio.Writer
	encoder *xml.Encoder
	err     error
}

// NewXML writes the head of a document to w, through a buffer that Close empties.
func NewXML(w io.Writer) *XML {
	b := bufio.NewWriterSize(w, 1<<16)
	b.WriteString(xml.Header)
	s := &XML{w: b, encoder: xml.NewEncoder(b)}
	s.encoder.Indent("", "  ")
	return s
}

// Open begins an element. Attributes are pairs of a name and a value.
func (s *XML) Open(name string, attributes ...string) {
	start := xml.StartElement{Name: xml.Name{Local: name}}
	for i := 0; i < len(attributes); i += 2 {
		start.Attr = append(start.Attr, xml.Attr{Name: xml.Name{Local: attributes[i]}, Value: attributes[i+1]})
	}
	s.token(start)
}

// End ends the element that was begun last.
func (s *XML) End(name string) { s.token(xml.EndElement{Name: xml.Name{Local: name}}) }

func (s *XML) token(t xml.Token) {
	if s.err == nil {
		s.err = s.encoder.EncodeToken(t)
	}
}

// Element writes a whole element.
func (s *XML) Element(v any) {
	if s.err == nil {
		s.err = s.encoder.Encode(v)
	}
}

// Close writes what is left and gives the first error there was.
func (s *XML) Close() error {
	if s.err != nil {
		return s.err
	}
	if err := s.encoder.Close(); err != nil {
		return err
	}
	s.w.WriteByte('\n')
	return s.w.Flush()
}
