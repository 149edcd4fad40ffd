package checkstyle

import (
	"encoding/xml"
	"io"
	"strings"

	"hybridlint/report"
	"hybridlint/report/folding"
	"hybridlint/report/stream"
	"hybridlint/report/visible"
	"hybridlint/report/wording"
)

// Writer writes the XML of the Java tool of that name, which many review tools read.
type Writer struct{}

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
func (Writer) Write(w io.Writer, r *report.Report, o report.Options) error {
	s := stream.NewXML(w)
	s.Open("checkstyle", "version", checkstyleVersion)
	file, began := "", false
	add := func(at report.Location, severity, message, source string) {
		if !began || at.File != file {
			if began {
				s.End("file")
			}
			file, began = at.File, true
			s.Open("file", "name", visible.Text(file))
		}
		s.Element(checkstyleError{Line: at.Start.Line, Column: at.Start.Column, Severity: severity, Message: message,
			Source: visible.Text(r.Tool.Name + "." + source)})
	}
	for _, f := range folding.Shown(folding.Judged(r, o), o) {
		message, severity := visible.Text(f.Message), checkstyleSeverity(f.Severity)
		if f.Suppressed != nil {
			message, severity = message+" ("+wording.SuppressedBy(f.Suppressed)+")", "ignore"
		}
		add(f.Location, severity, message, f.Rule.ID)
	}
	for i := range r.Problems {
		p := &r.Problems[i]
		message := strings.Join(append([]string{wording.Sentence(visible.Text(p.Summary))}, wording.DetailLines(p)...), " ")
		add(p.Location, checkstyleSeverity(p.Severity), message, report.ProblemID)
	}
	if began {
		s.End("file")
	}
	s.End("checkstyle")
	return s.Close()
}

func checkstyleSeverity(s report.Severity) string {
	if s == report.Note {
		return "info"
	}
	return s.String()
}
