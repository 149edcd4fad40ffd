package reporttest

import (
	"fmt"

	"hybridlint/report"
	"hybridlint/testdata/nasty"
)

// Every are the runs that every format must be able to report.
func Every() map[string]*report.Report {
	blind := Clean()
	blind.Complete, blind.Summary.Files, blind.Rules = false, 0, nil
	reports := map[string]*report.Report{"sample": Sample(), "clean": Clean(), "nothing": blind, "many": Many(2_000), "several": Several()}
	for _, text := range nasty.Texts() {
		reports[text] = Hostile(text)
	}
	return reports
}

// EveryCompared are the same with runs that have a base.
func EveryCompared() map[string]*report.Report {
	reports := Every()
	for _, text := range nasty.Texts() {
		reports["compared: "+text] = Compared(text)
	}
	return reports
}

// AllFindings is how many findings and problems a report has.
func AllFindings(r *report.Report) int {
	return len(r.Findings) + len(r.Problems)
}

// Several is a run with many findings of one rule on one line, and more that are said in ever new words.
func Several() *report.Report {
	rule := SendAsRule()
	r := &report.Report{Tool: report.Tool{Name: "hybridlint", Version: "0.1.0"}, Complete: true, Rules: []*report.Rule{rule}, Sources: Texts{}, Summary: report.Summary{Files: 1, Rules: 1}}
	var findings []*report.Finding
	for i := range 200 {
		findings = append(findings, &report.Finding{Rule: rule, Severity: report.Error, Message: fmt.Sprintf("amy%d cannot send as x: the entry is missing in cloud", i),
			Arguments: []string{fmt.Sprintf("amy%d", i), "x", "cloud"},
			Location:  report.Location{File: "a.hcl", Start: report.Position{Line: 1, Column: i + 1}, End: report.Position{Line: 1, Column: i + 2}}, Fingerprint: fmt.Sprint(i)})
	}
	r.Findings = findings
	return r
}
