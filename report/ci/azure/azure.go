package azure

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"hybridlint/report"
	"hybridlint/report/ci"
	"hybridlint/report/folding"
	"hybridlint/report/visible"
	"hybridlint/report/wording"
)

// Writer writes the format of Azure Pipelines: logging commands, which a run shows as its errors and warnings. There is no
// command for a note; notes are lines of the log.
type Writer struct{}

// Write implements Writer.
func (Writer) Write(w io.Writer, r *report.Report, o report.Options) error {
	b := bufio.NewWriterSize(w, 1<<16)
	r = folding.Judged(r, o)
	for i := range r.Problems {
		p := &r.Problems[i]
		lines := append([]string{visible.Text(p.Summary)}, wording.DetailLines(p)...)
		logIssue(b, p.Severity, p.Location, report.ProblemID, lines)
	}
	for _, e := range folding.WorstFirst(r, o) {
		logIssue(b, e.Counts(), e.Location, visible.Text(e.Rule.ID), ci.Explained(e))
	}
	ci.WriteOutcome(b, r)
	return b.Flush()
}

// indent stands before the further lines of a note.
const indent = "     "

func logIssue(b *bufio.Writer, severity report.Severity, at report.Location, code string, lines []string) {
	if severity <= report.Note {
		lead := "note: "
		if !at.IsZero() {
			lead = wording.Place(at) + ": note: "
		}
		fmt.Fprintf(b, "%s%s [%s]\n", lead, lines[0], code)
		for _, l := range lines[1:] {
			b.WriteString(indent + l + "\n")
		}
		return
	}
	b.WriteString("##vso[task.logissue type=" + severity.String())
	add := func(name, value string) { b.WriteString(";" + name + "=" + loggingProperty(value)) }
	if !at.IsZero() && at.File != report.Stdin {
		add("sourcepath", visible.Text(at.File))
		add("linenumber", strconv.Itoa(at.Start.Line))
		add("columnnumber", strconv.Itoa(at.Start.Column))
	}
	add("code", code)
	b.WriteString("]" + loggingData(wording.Clip(strings.Join(lines, "\n"), ci.MaxMessage)) + "\n")
}

// loggingData escapes the message of a logging command, as Microsoft's task library does.
func loggingData(text string) string {
	return ci.Replace(text, "%", "%AZP25", "\r", "%0D", "\n", "%0A")
}

// loggingProperty escapes a property of a logging command, as Microsoft's task library does.
func loggingProperty(text string) string {
	return ci.Replace(text, "%", "%AZP25", "\r", "%0D", "\n", "%0A", "]", "%5D", ";", "%3B")
}
