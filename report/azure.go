package report

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Azure is the format of Azure Pipelines: logging commands, which a run shows as its errors and warnings. There is no
// command for a note; notes are lines of the log.
type Azure struct{}

// Write implements Writer.
func (Azure) Write(w io.Writer, r *Report, o Options) error {
	b := bufio.NewWriterSize(w, 1<<16)
	for i := range r.Problems {
		p := &r.Problems[i]
		lines := append([]string{Visible(p.Summary)}, detailLines(p)...)
		logIssue(b, p.Severity, p.Location, incompleteRunID, lines)
	}
	for e := range worstFirst(r, o) {
		logIssue(b, e.counts(), e.Location, Visible(e.Rule.ID), explained(e))
	}
	writeOutcome(b, r)
	return b.Flush()
}

func logIssue(b *bufio.Writer, severity Severity, at Location, code string, lines []string) {
	if severity <= Note {
		lead := "note: "
		if !at.IsZero() {
			lead = place(at) + ": note: "
		}
		fmt.Fprintf(b, "%s%s [%s]\n", lead, lines[0], code)
		for _, l := range lines[1:] {
			b.WriteString(margin + l + "\n")
		}
		return
	}
	b.WriteString("##vso[task.logissue type=" + severity.String())
	add := func(name, value string) { b.WriteString(";" + name + "=" + loggingProperty(value)) }
	if !at.IsZero() && at.File != stdinName {
		add("sourcepath", Visible(at.File))
		add("linenumber", strconv.Itoa(at.Start.Line))
		add("columnnumber", strconv.Itoa(at.Start.Column))
	}
	add("code", code)
	b.WriteString("]" + loggingData(clip(strings.Join(lines, "\n"), maxAnnotation)) + "\n")
}

// loggingData escapes the message of a logging command, as Microsoft's task library does.
func loggingData(text string) string {
	return escape(text, "%", "%AZP25", "\r", "%0D", "\n", "%0A")
}

// loggingProperty escapes a property of a logging command, as Microsoft's task library does.
func loggingProperty(text string) string {
	return escape(text, "%", "%AZP25", "\r", "%0D", "\n", "%0A", "]", "%5D", ";", "%3B")
}
