package report

import (
	"io"
)

// Writer writes a report in one format. It ranges over the findings as often as it needs to and holds none of them. An
// error is one of the underlying writer.
type Writer interface {
	Write(w io.Writer, r *Report, o Options) error
}

// Format is a writer with the name people ask for it by.
type Format struct {
	Name        string
	Description string
	Writer      Writer
}
