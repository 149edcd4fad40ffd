package report

import (
	"bufio"
	"encoding/xml"
	"io"
)

// xmlStream writes an XML document element by element.
type xmlStream struct {
	w       *bufio.Writer
	encoder *xml.Encoder
	err     error
}

func newXMLStream(w io.Writer) *xmlStream {
	b := bufio.NewWriterSize(w, 1<<16)
	b.WriteString(xml.Header)
	s := &xmlStream{w: b, encoder: xml.NewEncoder(b)}
	s.encoder.Indent("", "  ")
	return s
}

// open begins an element. Attributes are pairs of a name and a value.
func (s *xmlStream) open(name string, attributes ...string) {
	start := xml.StartElement{Name: xml.Name{Local: name}}
	for i := 0; i < len(attributes); i += 2 {
		start.Attr = append(start.Attr, xml.Attr{Name: xml.Name{Local: attributes[i]}, Value: attributes[i+1]})
	}
	s.token(start)
}

// end ends the element that was begun last.
func (s *xmlStream) end(name string) { s.token(xml.EndElement{Name: xml.Name{Local: name}}) }

func (s *xmlStream) token(t xml.Token) {
	if s.err == nil {
		s.err = s.encoder.EncodeToken(t)
	}
}

// element writes a whole element.
func (s *xmlStream) element(v any) {
	if s.err == nil {
		s.err = s.encoder.Encode(v)
	}
}

// close writes what is left and gives the first error there was.
func (s *xmlStream) close() error {
	if s.err != nil {
		return s.err
	}
	if err := s.encoder.Close(); err != nil {
		return err
	}
	s.w.WriteByte('\n')
	return s.w.Flush()
}
