package report

import (
	"fmt"
	"io"
	"strings"
)

// Markdown is the report for a job summary or a comment on a pull request: numbers first, errors in the open, the rest to
// unfold, and no more than a comment may hold.
type Markdown struct{}

// GitHub refuses a comment of more than 65,536 characters and a job summary of more than 1 MiB. What is written stays
// below the smaller one, with room for what somebody writes around it.
const (
	maxMarkdown   = 60_000
	markdownRules = 30 // rules in the table
	markdownSpare = 500
)

// Write implements Writer.
func (Markdown) Write(w io.Writer, r *Report, o Options) error {
	m := &markdownWriter{tool: r.Tool.Name}
	m.heading(r)
	m.problems(r.Problems)
	m.table(r)
	m.findings(r, o)
	_, err := io.WriteString(w, m.b.String())
	return err
}

// markdownWriter holds a document, which is short.
type markdownWriter struct {
	b    strings.Builder
	tool string
}

func (m *markdownWriter) line(parts ...string) {
	for _, p := range parts {
		m.b.WriteString(p)
	}
	m.b.WriteByte('\n')
}

// fits tells whether there is room for a text.
func (m *markdownWriter) fits(text string) bool {
	return m.b.Len()+len(text) <= maxMarkdown-markdownSpare
}

func (m *markdownWriter) heading(r *Report) {
	m.line("## ", markdownText(m.tool), ": ", found(r.Summary))
	m.line()
	if !r.Complete {
		m.line("> **The run was not complete:** ", count(len(r.Problems), "problem"), ". What could not be read or evaluated has not been checked.")
		m.line()
	}
	suppressed := ""
	if n := r.Summary.Suppressed; n > 0 {
		suppressed = " " + count(n, "more finding") + " suppressed by exceptions and comments."
	}
	looked := looked(r.Summary)
	m.line(strings.ToUpper(looked[:1]), looked[1:], ".", suppressed)
}

func (m *markdownWriter) problems(problems []Problem) {
	if len(problems) == 0 {
		return
	}
	m.line("\n### Problems\n")
	for i := range problems {
		p := &problems[i]
		parts := []string{"- **" + p.Severity.String() + "** " + markdownPlace(p.Location) + markdownText(p.Summary)}
		for _, l := range detailLines(p) {
			parts = append(parts, markdownText(l))
		}
		text := strings.Join(parts, "<br>")
		if !m.fits(text) || m.b.Len() > maxMarkdown/3 {
			m.line("- and ", count(len(problems)-i, "problem"), " more, which the other reports have")
			return
		}
		m.line(text)
	}
}

// table counts the findings of each rule.
func (m *markdownWriter) table(r *Report) {
	counted := newTally()
	for f := range scan(r) {
		counted.count(f)
	}
	rules := counted.byWeight()
	if len(rules) == 0 {
		return
	}
	m.line("\n| Rule | What it finds | Errors | Warnings | Notes |\n| --- | --- | ---: | ---: | ---: |")
	for _, t := range rules[:min(len(rules), markdownRules)] {
		row := fmt.Sprintf("| %s | %s | %s | %s | %s |", markdownRule(t.rule), markdownCell(t.rule.Title),
			numberOrNothing(t.errors), numberOrNothing(t.warnings), numberOrNothing(t.notes))
		if !m.fits(row) {
			return
		}
		m.line(row)
	}
	if more := len(rules) - markdownRules; more > 0 {
		m.line("| | and ", count(more, "more rule"), " | | | |")
	}
}

func numberOrNothing(n int) string {
	if n == 0 {
		return ""
	}
	return thousands(n)
}

// findings writes what there is room for, the worst first. Only the errors are in the open.
func (m *markdownWriter) findings(r *Report, o Options) {
	numbers, left := map[Severity]int{}, 0
	for e := range worstFirst(r, o) {
		numbers[e.counts()]++
		left++
	}
	const before = Error + 1
	level := before
	for e := range worstFirst(r, o) {
		text := markdownEntry(e)
		if !m.fits(text) {
			break
		}
		if e.counts() != level {
			m.endSection(level)
			level = e.counts()
			m.section(level, numbers[level])
		}
		m.b.WriteString(text)
		left--
	}
	m.endSection(level)
	if left > 0 {
		m.line("\n*", count(left, "more finding"), " would not fit here; the other reports have them.*")
	}
}

func (m *markdownWriter) endSection(level Severity) {
	if level < Error {
		m.line("\n</details>")
	}
}

func (m *markdownWriter) section(level Severity, n int) {
	switch level {
	case Error:
		m.line("\n### ", count(n, "error"), "\n")
	case NoSeverity:
		m.line("\n<details><summary>", count(n, "suppressed finding"), "</summary>\n")
	default:
		m.line("\n<details><summary>", count(n, level.String()), "</summary>\n")
	}
}

func markdownEntry(e entry) string {
	var b strings.Builder
	fmt.Fprintf(&b, "- %s%s (%s)\n", markdownPlace(e.Location), markdownText(e.Message), markdownRule(e.Rule))
	if more := e.alike(); more != "" {
		b.WriteString("  - " + markdownText(more) + "\n")
	}
	if e.Suppressed != nil {
		b.WriteString("  - " + markdownText(suppressedBy(e.Suppressed)) + "\n")
		return b.String()
	}
	for i, item := range e.Remediation {
		b.WriteString(markdownFix(item, remediationLead(e.Remediation, i)))
	}
	return b.String()
}

// markdownFix is an item of a fix: a command as code to copy, a text as text.
func markdownFix(r Remediation, lead string) string {
	parts := []string{"  -"}
	add := func(part string) {
		if part != "" {
			parts = append(parts, part)
		}
	}
	add(markdownText(lead))
	if r.Intro != "" {
		add(markdownText(r.Intro) + ":")
	}
	for l := range strings.SplitSeq(strings.TrimSpace(r.Command), "\n") {
		if l = strings.TrimSpace(l); l != "" {
			add(codeSpan(Visible(l)))
		}
	}
	add(markdownText(r.Text))
	return strings.Join(parts, " ") + "\n"
}
