package report

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Annotations is GitHub's format: workflow commands, which a run of GitHub Actions shows beside the lines they are about.
type Annotations struct{}

// maxAnnotations is how many annotations of each kind GitHub shows of one step.
const maxAnnotations = 10

// maxAnnotation is how many characters of a message are written. A longer one is no annotation any more.
const maxAnnotation = 4_000

// Write implements Writer.
func (Annotations) Write(w io.Writer, r *Report, o Options) error {
	b := bufio.NewWriterSize(w, 1<<16)
	written := map[string]int{}
	annotate := func(kind string, at Location, title string, lines []string) {
		written[kind]++
		b.WriteString("::" + kind)
		for i, p := range annotationProperties(at, title) {
			b.WriteString([]string{" ", ","}[min(i, 1)] + p)
		}
		b.WriteString("::" + commandData(clip(strings.Join(lines, "\n"), maxAnnotation)) + "\n")
	}
	for i := range r.Problems {
		p := &r.Problems[i]
		annotate(annotationKind(p.Severity), p.Location, Visible(p.Summary), append([]string{Visible(p.Summary)}, detailLines(p)...))
	}
	for e := range worstFirst(r, o) {
		annotate(annotationKind(e.counts()), e.Location, e.Rule.title(), explained(e))
	}
	for _, kind := range []string{"error", "warning", "notice"} {
		if n := written[kind]; n > maxAnnotations {
			o.notice(fmt.Sprintf("GitHub shows %d of the %s annotations of one step; the log has all of them", maxAnnotations, thousands(n)+" "+kind))
		}
	}
	writeOutcome(b, r)
	return b.Flush()
}

// explained is what an entry says in a few lines: the message, whom it stands for, the fix and the page to read.
func explained(e entry) []string {
	lines := []string{Visible(e.Message)}
	if more := e.alike(); more != "" {
		lines = append(lines, more)
	}
	if e.Suppressed != nil {
		return append(lines, suppressedBy(e.Suppressed))
	}
	lines = append(lines, fixLines(e.Remediation)...)
	if uri := e.Rule.HelpURI(); uri != "" {
		lines = append(lines, "see "+Visible(uri))
	}
	return lines
}

// writeOutcome ends a log with how the run ended.
func writeOutcome(b *bufio.Writer, r *Report) {
	for _, said := range outcome(r) {
		b.WriteString(said + "\n")
	}
}

// annotationKind is GitHub's word for a severity. What is suppressed is a notice.
func annotationKind(s Severity) string {
	if s <= Note {
		return "notice"
	}
	return s.String()
}

// annotationProperties say where an annotation belongs. Columns are for annotations of one line only.
func annotationProperties(at Location, title string) []string {
	var properties []string
	add := func(name, value string) { properties = append(properties, name+"="+commandProperty(value)) }
	if !at.IsZero() && at.File != stdinName {
		add("file", Visible(at.File))
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

// stdinName is how standard input is called among files.
const stdinName = "-"

// commandData escapes the message of a workflow command, as GitHub's toolkit does.
func commandData(text string) string {
	return escape(text, "%", "%25", "\r", "%0D", "\n", "%0A")
}

// commandProperty escapes a property of a workflow command, as GitHub's toolkit does.
func commandProperty(text string) string {
	return escape(text, "%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
}

// escape replaces characters, each by what follows it among the pairs; the character that begins an escape comes first. A
// strings.Replacer would be built for every text, and most have nothing to replace.
func escape(text string, pairs ...string) string {
	for i := 0; i < len(pairs); i += 2 {
		text = strings.ReplaceAll(text, pairs[i], pairs[i+1])
	}
	return text
}
