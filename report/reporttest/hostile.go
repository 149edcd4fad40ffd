package reporttest

import (
	"strings"

	"hybridlint/report"
)

// Hostile says a text wherever a report can say one.
func Hostile(text string) *report.Report {
	file := "dir/" + text
	if text == "" {
		file = "dir"
	}
	at := report.Location{File: file, Start: report.Position{Line: 1, Column: 1}, End: report.Position{Line: 1, Column: 3}}
	named := at
	if text != "" && text != report.Stdin && !strings.HasPrefix(text, "/") { // names are relative
		named.File = text
	}
	rule := &report.Rule{ID: "HYB302", Name: text, Title: text, Description: text, WhySeverity: text, Severity: report.Error, Message: text, Profile: report.DefaultProfile,
		NotWhen: []string{text}, Tags: []string{text}, Resources: []report.Resource{{Title: text, URL: text, Checked: text}},
		Remediation: []report.RuleRemediation{{Where: text, Intro: text, Command: text, When: text}, {Where: text, Alternative: true, Text: text}}, Bad: report.Example{HCL: text}, Good: report.Example{HCL: text}}
	finding := &report.Finding{Rule: rule, Severity: report.Error, Assumed: []string{text}, Message: "about " + text, Subject: text, Location: at,
		Related:     []report.Related{{Message: text, Location: named}},
		Remediation: []report.Remediation{{Where: report.Place(text), Intro: text, Command: text}, {Where: report.Outlook, Alternative: true, Text: text}},
		Fingerprint: text, FoldKey: text, Culprits: []string{text}}
	suppressed := *finding
	suppressed.Suppressed = &report.Suppression{Kind: "comment", Rationale: text, Location: at}
	first, _, _ := strings.Cut(text, "\n")
	return &report.Report{Tool: report.Tool{Name: text, Version: text}, Rules: []*report.Rule{rule}, Summary: report.Summary{Files: 1, Errors: 2, Suppressed: 1},
		Findings: []*report.Finding{finding, finding, &suppressed},
		Problems: []report.Problem{{Severity: report.Error, Summary: text, Detail: text, Location: named}}, Sources: Texts{file: first, named.File: first}}
}

// Everything asks a format for all that it can show.
var Everything = report.Options{Fold: 1, ShowSuppressed: true}
