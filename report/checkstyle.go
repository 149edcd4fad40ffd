package report

import (
	"encoding/xml"
	"io"
	"strings"
)

// Checkstyle is the XML of the Java tool of that name, which many review tools read.
type Checkstyle struct{}

// checkstyleVersion is the version of Checkstyle whose format this is.
const checkstyleVersion = "4.3"

type checkstyleError struct {
	XMLName  xml.Name `xml:"error"`
	Line     int      `xml:"line,attr"` // 0 is the file as a whole, as Checkstyle has it
	Column   int      `xml:"column,attr,omitempty"`
	Severity string   `xml:"severity,attr"`
	Message  string   `xml:"message,attr"`
	Source   string   `xml:"source,attr"`
}

// Write implements Writer.
func (Checkstyle) Write(w io.Writer, r *Report, o Options) error {
	s := newXMLStream(w)
	s.open("checkstyle", "version", checkstyleVersion)
	file, began := "", false
	add := func(at Location, severity, message, source string) {
		if !began || at.File != file {
			if began {
				s.end("file")
			}
			file, began = at.File, true
			s.open("file", "name", Visible(file))
		}
		s.element(checkstyleError{Line: at.Start.Line, Column: at.Start.Column, Severity: severity, Message: message,
			Source: Visible(r.Tool.Name + "." + source)})
	}
	for f := range Told(shownFindings(r, o)) {
		message, severity := Visible(f.Message), checkstyleSeverity(f.Severity)
		if f.Suppressed != nil {
			message, severity = message+" ("+suppressedBy(f.Suppressed)+")", "ignore"
		}
		add(f.Location, severity, message, f.Rule.ID)
	}
	for i := range r.Problems {
		p := &r.Problems[i]
		message := strings.Join(append([]string{sentence(Visible(p.Summary))}, detailLines(p)...), " ")
		add(p.Location, checkstyleSeverity(p.Severity), message, incompleteRunID)
	}
	if began {
		s.end("file")
	}
	s.end("checkstyle")
	return s.close()
}

func checkstyleSeverity(s Severity) string {
	if s == Note {
		return "info"
	}
	return s.String()
}
