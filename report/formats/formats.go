package formats

import (
	"hybridlint/report"
	"hybridlint/report/ci/azure"
	"hybridlint/report/ci/checkstyle"
	"hybridlint/report/ci/github"
	"hybridlint/report/ci/gitlab"
	"hybridlint/report/ci/junit"
	"hybridlint/report/html"
	"hybridlint/report/markdown"
	"hybridlint/report/sarif"
	"hybridlint/report/tables/csv"
	"hybridlint/report/tables/json"
	"hybridlint/report/text"
)

// All are all formats; the first is the default.
func All() []report.Format {
	return []report.Format{
		{Name: "text", Description: "for people at a terminal or in a log", Writer: text.Writer{}},
		{Name: "json", Description: "for programs; every finding, the keys are a contract", Writer: json.Writer{}},
		{Name: "sarif", Description: "SARIF 2.1.0, for code scanning", Writer: sarif.Writer{}},
		{Name: "markdown", Description: "for a job summary or a comment on a pull request, at most 60,000 characters", Writer: markdown.Writer{}},
		{Name: "github", Description: "workflow commands: annotations of GitHub Actions", Writer: github.Writer{}},
		{Name: "gitlab", Description: "code quality report of GitLab", Writer: gitlab.Writer{}},
		{Name: "azure", Description: "logging commands: errors and warnings of Azure Pipelines", Writer: azure.Writer{}},
		{Name: "junit", Description: "JUnit XML: a test that failed for every finding", Writer: junit.Writer{}},
		{Name: "checkstyle", Description: "Checkstyle XML, for review tools", Writer: checkstyle.Writer{}},
		{Name: "csv", Description: "a table for Excel and Import-Csv", Writer: csv.Writer{}},
		{Name: "html", Description: "for people in a browser, one file that opens offline", Writer: html.Writer{}},
	}
}

// Simulation are the formats of a simulation; the first is the default.
func Simulation() []report.Format {
	return []report.Format{
		{Name: "text", Description: "for people at a terminal or in a log", Writer: text.SimulationWriter{}},
		{Name: "markdown", Description: "for a meeting or a ticket, at most 60,000 characters", Writer: markdown.SimulationWriter{}},
		{Name: "json", Description: "for programs; the keys are a contract", Writer: json.SimulationWriter{}},
		{Name: "html", Description: "for people in a browser, one file that opens offline and prints", Writer: html.SimulationWriter{}},
	}
}

// Plan are the formats of planned waves; the first is the default.
func Plan() []report.Format {
	return []report.Format{
		{Name: "text", Description: "for people at a terminal or in a log", Writer: text.PlanWriter{}},
		{Name: "markdown", Description: "for a meeting or a ticket, at most 60,000 characters", Writer: markdown.PlanWriter{}},
		{Name: "json", Description: "for programs; the keys are a contract", Writer: json.PlanWriter{}},
	}
}
