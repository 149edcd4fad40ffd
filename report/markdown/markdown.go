package markdown

import (
	"fmt"
	"io"
	"strings"

	"hybridlint/report"
	"hybridlint/report/folding"
	"hybridlint/report/tally"
	"hybridlint/report/visible"
	"hybridlint/report/wording"
)

// Writer writes the report for a job summary or a comment on a pull request: numbers first, errors in the open, the rest to
// unfold, and no more than a comment may hold.
type Writer struct{}

// GitHub refuses a comment of more than 65,536 characters and a job summary of more than 1 MiB. What is written stays
// below the smaller one, with room for what somebody writes around it.
const (
	maxMarkdown   = 60_000
	markdownRules = 30 // rules in the table
	markdownSpare = 500
)

// Write implements Writer.
func (Writer) Write(w io.Writer, r *report.Report, o report.Options) error {
	m := &markdownWriter{tool: r.Tool.Name, pages: wording.PagesOf(o.SARIF.Checkout)}
	if wording.WithoutEffect(r) && !o.ShowUnchanged && !o.ShowChanges {
		_, err := io.WriteString(w, EscapedText(r.Tool.Name+": "+wording.NothingChanges(r))+"\n")
		return err
	}
	r = folding.Judged(r, o)
	m.heading(r)
	m.problems(r.Problems)
	m.table(r)
	m.findings(r, o)
	if r.Comparison != nil {
		m.comparison(r.Comparison)
	}
	_, err := io.WriteString(w, m.b.String())
	return err
}

// writeFramed writes a title, the problems, and what a command has found.
func writeFramed(w io.Writer, r *report.Report, title string, found func(*markdownWriter)) error {
	m := &markdownWriter{tool: r.Tool.Name}
	m.line("## ", EscapedText(m.tool), ": ", title)
	m.line()
	if !r.Complete {
		m.line("> **The run was not complete:** ", wording.Count(len(r.Problems), "problem"), ".")
	}
	m.problems(r.Problems)
	found(m)
	_, err := io.WriteString(w, m.b.String())
	return err
}

// markdownWriter holds a document, which is short.
type markdownWriter struct {
	b    strings.Builder
	tool string
	// pages are those of the files.
	pages wording.Pages
	cut   bool // findings of a simulation were left out
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

func (m *markdownWriter) heading(r *report.Report) {
	found := wording.Found(r.Summary)
	if c := r.Comparison; c != nil && r.Complete {
		found = wording.Against(c)
	}
	m.line("## ", EscapedText(m.tool), ": ", EscapedText(found))
	m.line()
	if !r.Complete {
		m.line("> **The run was not complete:** ", wording.Count(len(r.Problems), "problem"), ". What could not be read or evaluated has not been checked.")
		m.line()
	}
	suppressed := ""
	if n := r.Summary.Suppressed; n > 0 {
		suppressed = " " + wording.Count(n, "more finding") + " suppressed by exceptions and comments."
	}
	looked := wording.Looked(r.Summary)
	m.line(strings.ToUpper(looked[:1]), looked[1:], ".", suppressed)
	if state := wording.State(r.State); state != "" {
		m.line("\n**", EscapedText(state), "**")
	}
	for _, l := range wording.Settings(r.Settings) {
		m.line("\n", EscapedText(l))
	}
}

func (m *markdownWriter) problems(problems []report.Problem) {
	if len(problems) == 0 {
		return
	}
	m.line("\n### Problems\n")
	for i := range problems {
		p := &problems[i]
		parts := []string{"- **" + p.Severity.String() + "** " + m.place(p.Location) + EscapedText(p.Summary)}
		for _, l := range wording.DetailLines(p) {
			parts = append(parts, EscapedText(l))
		}
		text := strings.Join(parts, "<br>")
		if !m.fits(text) || m.b.Len() > maxMarkdown/3 {
			m.line("- and ", wording.Count(len(problems)-i, "problem"), " more, which the other reports have")
			return
		}
		m.line(text)
	}
}

// table counts the findings of each rule.
func (m *markdownWriter) table(r *report.Report) {
	counted := tally.New()
	for _, f := range r.Findings {
		counted.Count(f)
	}
	rules := counted.ByWeight()
	if len(rules) == 0 {
		return
	}
	for _, l := range wording.Undeclared(counted.Assumed()) {
		m.line("\n", EscapedText(l))
	}
	m.line("\n| Rule | What it finds | Errors | Warnings | Notes |\n| --- | --- | ---: | ---: | ---: |")
	for _, t := range rules[:min(len(rules), markdownRules)] {
		row := fmt.Sprintf("| %s | %s | %s | %s | %s |", markdownRule(t.Rule), Cell(t.Rule.Title),
			numberOrNothing(t.Errors), numberOrNothing(t.Warnings), numberOrNothing(t.Notes))
		if !m.fits(row) {
			return
		}
		m.line(row)
	}
	if more := len(rules) - markdownRules; more > 0 {
		m.line("| | and ", wording.Count(more, "more rule"), " | | | |")
	}
}

func numberOrNothing(n int) string {
	if n == 0 {
		return ""
	}
	return wording.Thousands(n)
}

// findings writes what there is room for, the worst first. Only the errors are in the open.
func (m *markdownWriter) findings(r *report.Report, o report.Options) {
	numbers := map[report.Severity]int{}
	entries := folding.WorstFirst(r, o)
	for _, e := range entries {
		numbers[e.Counts()]++
	}
	left := len(entries)
	const before = report.Error + 1
	level := before
	for _, e := range entries {
		text := m.entry(e)
		if !m.fits(text) {
			break
		}
		if e.Counts() != level {
			m.endSection(level)
			level = e.Counts()
			m.section(level, numbers[level])
		}
		m.b.WriteString(text)
		left--
	}
	m.endSection(level)
	if left > 0 {
		m.line("\n*", wording.Count(left, "more finding"), " would not fit here; the other reports have them.*")
	}
}

func (m *markdownWriter) endSection(level report.Severity) {
	if level < report.Error {
		m.line("\n</details>")
	}
}

func (m *markdownWriter) section(level report.Severity, n int) {
	switch level {
	case report.Error:
		m.line("\n### ", wording.Count(n, "error"), "\n")
	case report.NoSeverity:
		m.line("\n<details><summary>", wording.Count(n, "suppressed finding"), "</summary>\n")
	default:
		m.line("\n<details><summary>", wording.Count(n, level.String()), "</summary>\n")
	}
}

func (m *markdownWriter) entry(e folding.Entry) string {
	var b strings.Builder
	fmt.Fprintf(&b, "- %s%s%s (%s)\n", m.place(e.Location), wording.ChangeNote(e.Finding), EscapedText(e.Message), markdownRule(e.Rule))
	for _, l := range wording.BecauseLines(e.Finding) {
		b.WriteString("  - " + EscapedText(l) + "\n")
	}
	if more := e.Alike(); more != "" {
		b.WriteString("  - " + EscapedText(more) + "\n")
	}
	if e.Suppressed != nil {
		b.WriteString("  - " + EscapedText(wording.SuppressedBy(e.Suppressed)) + "\n")
		return b.String()
	}
	for i, item := range e.Remediation {
		b.WriteString(markdownFix(item, wording.FixLead(e.Remediation, i)))
	}
	return b.String()
}

// markdownFix is an item of a fix: a command as code to copy, a text as text.
func markdownFix(r report.Remediation, lead string) string {
	parts := []string{"  -"}
	add := func(part string) {
		if part != "" {
			parts = append(parts, part)
		}
	}
	add(EscapedText(lead))
	if r.Intro != "" {
		add(EscapedText(r.Intro) + ":")
	}
	for l := range strings.SplitSeq(strings.TrimSpace(r.Command), "\n") {
		if l = strings.TrimSpace(l); l != "" {
			add(codeSpan(visible.Text(l)))
		}
	}
	add(EscapedText(r.Text))
	return strings.Join(parts, " ") + "\n"
}
