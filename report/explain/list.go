package explain

import (
	"bufio"
	"fmt"
	"io"
	"unicode/utf8"

	"hybridlint/report"
	"hybridlint/report/visible"
)

// List writes one line for each rule.
func List(w io.Writer, rules []*report.Rule) error {
	b := bufio.NewWriter(visible.Log(w))
	width, idWidth := 0, 0
	for _, r := range rules {
		width, idWidth = max(width, utf8.RuneCountInString(r.Name)), max(idWidth, len(r.ID))
	}
	for _, r := range rules {
		fmt.Fprintf(b, "%-*s  %-*s  %-7s  %-8s  %s\n", idWidth, r.ID, width, visible.Text(r.Name), r.Severity, r.Profile, visible.Text(r.Title))
	}
	return b.Flush()
}

// ListMarkdown writes a table, as the page about the rules has it.
func ListMarkdown(w io.Writer, rules []*report.Rule) error {
	_, err := io.WriteString(w, Table(rules))
	return err
}
