package github

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

// Writer writes GitHub's format: workflow commands, which a run of GitHub Actions shows beside the lines they are about.
type Writer struct{}

// maxAnnotations is how many annotations of each kind GitHub shows of one step.
const maxAnnotations = 10

// Write implements Writer.
func (Writer) Write(w io.Writer, r *report.Report, o report.Options) error {
	b := bufio.NewWriterSize(w, 1<<16)
	r = folding.Judged(r, o)
	written := map[string]int{}
	annotate := func(kind string, at report.Location, title string, lines []string) {
		written[kind]++
		b.WriteString("::" + kind)
		for i, p := range annotationProperties(at, title) {
			b.WriteString([]string{" ", ","}[min(i, 1)] + p)
		}
		b.WriteString("::" + commandData(wording.Clip(strings.Join(lines, "\n"), ci.MaxMessage)) + "\n")
	}
	for i := range r.Problems {
		p := &r.Problems[i]
		annotate(annotationKind(p.Severity), p.Location, visible.Text(p.Summary), append([]string{visible.Text(p.Summary)}, wording.DetailLines(p)...))
	}
	annotated, logged := folding.WorstFirst(r, o), []folding.Entry(nil)
	if r.Comparison != nil {
		annotated, logged = choose(annotated, maxAnnotations-len(r.Problems))
	}
	for _, e := range annotated {
		annotate(annotationKind(e.Counts()), e.Location, wording.RuleTitle(e.Rule), ci.Explained(e))
	}
	for _, e := range logged {
		fmt.Fprintf(b, "- %s: %s: %s [%s]\n", wording.Place(e.Location), e.Counts(), ci.Explained(e)[0], visible.Text(e.Rule.ID))
	}
	for _, kind := range []string{"error", "warning", "notice"} {
		if n := written[kind]; n > maxAnnotations {
			o.Tell(fmt.Sprintf("GitHub shows %d of the %s annotations of one step; the log has all of them", maxAnnotations, wording.Thousands(n)+" "+kind))
		}
	}
	ci.WriteOutcome(b, r)
	return b.Flush()
}

// annotationKind is GitHub's word for a severity. What is suppressed is a notice.
func annotationKind(s report.Severity) string {
	if s <= report.Note {
		return "notice"
	}
	return s.String()
}

// annotationProperties say where an annotation belongs. Columns are for annotations of one line only.
func annotationProperties(at report.Location, title string) []string {
	var properties []string
	add := func(name, value string) { properties = append(properties, name+"="+commandProperty(value)) }
	if !at.IsZero() && at.File != report.Stdin {
		add("file", visible.Text(at.File))
		add("line", strconv.Itoa(at.Start.Line))
		add("endLine", strconv.Itoa(max(at.Start.Line, at.End.Line)))
		if at.End.Line == at.Start.Line {
			add("col", strconv.Itoa(at.Start.Column))
			add("endColumn", strconv.Itoa(at.End.Column))
		}
	}
	add("title", title)
	return properties
}

// commandData escapes the message of a workflow command, as GitHub's toolkit does.
func commandData(text string) string {
	return ci.Replace(text, "%", "%25", "\r", "%0D", "\n", "%0A")
}

// commandProperty escapes a property of a workflow command, as GitHub's toolkit does.
func commandProperty(text string) string {
	return ci.Replace(text, "%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
}
