package text

import (
	"strings"
	"testing"

	"github.com/rivo/uniseg"

	"hybridlint/report"
	"hybridlint/report/reporttest"
)

// TestMessagesBreakWhereTheTerminalEnds: no word is lost, and no line of words is wider than the terminal.
func TestMessagesBreakWhereTheTerminalEnds(t *testing.T) {
	r := reporttest.Sample()
	whole := reporttest.Rendered(t, Writer{}, r, report.Options{Fold: 50})
	for _, width := range []int{40, 60, 80, 200} {
		broken := reporttest.Rendered(t, Writer{}, r, report.Options{Fold: 50, Width: width})
		if got, want := strings.Join(strings.Fields(broken), " "), strings.Join(strings.Fields(whole), " "); got != want {
			t.Errorf("in %d columns:\n%s\nis not\n%s", width, got, want)
		}
		for line := range strings.Lines(broken) {
			line = strings.TrimRight(line, "\n")
			message := strings.Contains(line, ": error: ") || strings.Contains(line, ": warning: ")
			if message && uniseg.StringWidth(line) > width && strings.Count(strings.TrimSpace(line), " ") > 1 {
				t.Errorf("wider than %d: %q", width, line)
			}
		}
	}
}

// TestPlacesAreLinks: a link leads to the file, and no name of a file ends its escape sequence.
func TestPlacesAreLinks(t *testing.T) {
	rule := reporttest.SendAsRule()
	at := func(file string) report.Location {
		return report.Location{File: file, Start: report.Position{Line: 2, Column: 1}, End: report.Position{Line: 2, Column: 2}}
	}
	r := &report.Report{Complete: true, Rules: []*report.Rule{rule}, Sources: reporttest.Texts{}, Findings: []*report.Finding{
		{Rule: rule, Severity: report.Error, Message: "one", Location: at("a b/ü?#.hcl")},
		{Rule: rule, Severity: report.Error, Message: "two", Location: at("x\x1b\\\x07::error::y;z.hcl")},
		{Rule: rule, Severity: report.Error, Message: "three", Location: at("-")},
	}}
	out := reporttest.Rendered(t, Writer{}, r, report.Options{Folder: "file:///home/amy/"})
	for _, want := range []string{
		"\x1b]8;;file:///home/amy/a%20b/%C3%BC%3F%23.hcl\x1b\\a b/ü?#.hcl:2:1\x1b]8;;\x1b\\: error: one",
		"\x1b]8;;file:///home/amy/x%1B%5C%07::error::y;z.hcl\x1b\\x",
		"\n-:2:1: error: three",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in\n%q", want, out)
		}
	}
	if strings.Contains(reporttest.Rendered(t, Writer{}, r, report.Options{}), "\x1b") {
		t.Error("links without a terminal")
	}
}

// TestErrorsComeFirst: whatever the files are called.
func TestErrorsComeFirst(t *testing.T) {
	rule := reporttest.SendAsRule()
	r := &report.Report{Complete: true, Rules: []*report.Rule{rule}, Sources: reporttest.Texts{}}
	for i, severity := range []report.Severity{report.Note, report.Error, report.Warning, report.Error} {
		r.Findings = append(r.Findings, &report.Finding{Rule: rule, Severity: severity, Message: "message",
			Location: report.Location{File: "a.hcl", Start: report.Position{Line: i + 1, Column: 1}, End: report.Position{Line: i + 1, Column: 2}}})
	}
	out := reporttest.Rendered(t, Writer{}, r, report.Options{})
	var order []string
	for line := range strings.Lines(out) {
		if place, _, ok := strings.Cut(line, ":1: "); ok {
			order = append(order, place)
		}
	}
	if got := strings.Join(order, " "); got != "a.hcl:2 a.hcl:4 a.hcl:3 a.hcl:1" {
		t.Errorf("%s\n%s", got, out)
	}
}

// TestSummaryAlone: it has the table and how the run ended, what is not declared once, and no finding.
func TestSummaryAlone(t *testing.T) {
	r := reporttest.Sample()
	out := reporttest.Rendered(t, Writer{}, r, report.Options{Summary: true})
	for _, f := range r.Findings {
		if strings.Contains(out, f.Message) {
			t.Errorf("%q is in\n%s", f.Message, out)
		}
	}
	for _, want := range []string{"HYB302", "Declare access_method to be sure: 1 finding depends on it (HYB206).", "Declare established_before_move to be sure", "THE RUN WAS NOT COMPLETE", "broken.hcl"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
}
