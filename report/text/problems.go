package text

import (
	"io"

	"hybridlint/report"
)

// WriteProblems writes problems as the text format does, each with its line of the file.
func WriteProblems(w io.Writer, problems []report.Problem, sources report.Sources, color bool) error {
	t := newTextWriter(w, sources, report.Options{Color: color})
	for i := range problems {
		t.problem(&problems[i])
	}
	return t.w.Flush()
}
