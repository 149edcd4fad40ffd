package csv

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"hybridlint/report"
	"hybridlint/report/visible"
	"hybridlint/report/wording"
)

// Writer writes a table for Excel and Import-Csv, a line for every finding and problem. Both of them take a file without a byte
// order mark for one of another encoding than UTF-8, so it has one.
type Writer struct{}

const byteOrderMark = "\ufeff"

func csvHeader() []string {
	return []string{"Kind", "Rule", "Name", "Severity", "File", "Line", "Column", "EndLine", "EndColumn",
		"Message", "Subject", "Fix", "HelpUri", "Assumed", "Suppressed", "Fingerprint",
		"Recipient", "Delegate", "Permission", "Folder", "Batch", "Forest"}
}

// Write implements Writer.
func (Writer) Write(w io.Writer, r *report.Report, _ report.Options) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	c := csv.NewWriter(w)
	c.UseCRLF = true // as RFC 4180 has it
	// The writer keeps the first error for Error.
	compared := r.Comparison != nil
	_ = c.Write(withChange(csvHeader(), compared, "Change", "Was"))
	for _, f := range r.Findings {
		_ = c.Write(csvChanged(f, compared))
	}
	if compared {
		for _, f := range r.Comparison.Fixed {
			_ = c.Write(csvChanged(f, compared))
		}
	}
	for _, line := range wording.About(r) {
		_ = c.Write(withChange(csvAbout(line), compared, "", ""))
	}
	for i := range r.Problems {
		_ = c.Write(withChange(csvProblem(&r.Problems[i]), compared, "", ""))
	}
	c.Flush()
	return c.Error()
}

// withChange adds the columns that are there with a base only.
func withChange(row []string, compared bool, change, was string) []string {
	if !compared {
		return row
	}
	return append(row, change, was)
}

func csvChanged(f *report.Finding, compared bool) []string {
	return withChange(csvFinding(f), compared, f.Change.String(), f.Was.String())
}

func csvFinding(f *report.Finding) []string {
	suppressed := ""
	if f.Suppressed != nil {
		suppressed = wording.SuppressedBy(f.Suppressed)
	}
	a := f.About
	return csvRow("finding", f.Rule.ID, f.Rule.Name, f.Severity, f.Location, visible.Text(f.Message), visible.Text(f.Subject),
		strings.Join(wording.FixLines(f.Remediation), "\n"), visible.Text(f.Rule.HelpURI()), visible.Text(strings.Join(f.Assumed, ", ")), suppressed, visible.Text(f.Fingerprint),
		visible.Text(a.Recipient), visible.Text(a.Delegate), a.Permission, visible.Text(a.Folder), visible.Text(a.Batch), visible.Text(a.Forest))
}

func csvProblem(p *report.Problem) []string {
	message := strings.Join(append([]string{wording.Sentence(visible.Text(p.Summary))}, wording.DetailLines(p)...), "\n")
	return csvRow("problem", report.ProblemID, "", p.Severity, p.Location, message, "", "", "", "", "", "", "", "", "", "", "", "")
}

// csvAbout is a row about the run.
func csvAbout(line string) []string {
	row := csvRow("settings", "", "", report.Note, report.Location{}, line, "", "", "", "", "", "", "", "", "", "", "", "")
	row[3] = "" // it is no severity
	return row
}

// csvRow is a row; what comes behind the location is visible already.
func csvRow(kind, rule, name string, severity report.Severity, at report.Location, rest ...string) []string {
	row := []string{kind, visible.Text(rule), visible.Text(name), severity.String(), visible.Text(at.File), "", "", "", ""}
	if !at.IsZero() {
		for i, n := range []int{at.Start.Line, at.Start.Column, at.End.Line, at.End.Column} {
			row[5+i] = strconv.Itoa(n)
		}
	}
	row = append(row, rest...)
	for i, cell := range row {
		row[i] = noFormula(cell)
	}
	return row
}

// noFormula keeps a spreadsheet from calculating what somebody wrote into a file: what begins like a formula gets a quote
// before it, which makes it text. A spreadsheet begins to calculate at the beginning of a cell. Excel takes semicolons for the ends
// of cells where the comma is the decimal point, and then line ends too, which it sees no longer as quoted.
func noFormula(cell string) string {
	if utf8.RuneCountInString(cell) < 2 {
		return cell
	}
	var quoted strings.Builder
	begins, done := true, 0
	for i, r := range cell {
		if begins && strings.ContainsRune("=+-@＝＋－＠", r) {
			quoted.WriteString(cell[done:i])
			quoted.WriteByte('\'')
			done = i
		}
		begins = r == ';' || r == '\n' || begins && strings.ContainsRune("\t\f\r \"", r)
	}
	if done == 0 && quoted.Len() == 0 {
		return cell
	}
	quoted.WriteString(cell[done:])
	return quoted.String()
}
