package report

import "io"

// Options are what a reader may wish of a report, whatever its format; a writer ignores what its format has no use for.
type Options struct {
	// Fold is the number of findings of one rule with the same fold key above which they are shown as one; 0 never.
	Fold int
	// Color allows the escape sequences of a terminal.
	Color bool
	// Quiet leaves out everything that is neither a finding nor a problem.
	Quiet bool
	// ShowSuppressed includes suppressed findings where a format leaves them out by default.
	ShowSuppressed bool
	// Exit is the status the program is going to end with, for formats that carry it.
	Exit Exit
	// SARIF is what only that format has a place for.
	SARIF SARIFOptions
	// Notice is told, in one sentence, what the reader should know and the format has no place for; nil drops it.
	Notice func(sentence string)
}

// Exit is an exit status and what it means.
type Exit struct {
	Code        int
	Description string
}

func (o Options) notice(sentence string) {
	if o.Notice != nil {
		o.Notice(sentence)
	}
}

// Writer writes a report in one format. It ranges over the findings as often as it needs to and holds none of them. An
// error is one of the underlying writer.
type Writer interface {
	Write(w io.Writer, r *Report, o Options) error
}

// Format is a writer with the name people ask for it by.
type Format struct {
	Name        string
	Description string
	Writer      Writer
}

// Formats are all formats; the first is the default.
func Formats() []Format {
	return []Format{
		{Name: "text", Description: "for people at a terminal or in a log", Writer: Text{}},
		{Name: "json", Description: "for programs; every finding, the keys are a contract", Writer: JSON{}},
		{Name: "sarif", Description: "SARIF 2.1.0, for code scanning", Writer: SARIF{}},
		{Name: "markdown", Description: "for a job summary or a comment on a pull request, at most 60,000 characters", Writer: Markdown{}},
		{Name: "github", Description: "workflow commands: annotations of GitHub Actions", Writer: Annotations{}},
		{Name: "gitlab", Description: "code quality report of GitLab", Writer: CodeQuality{}},
		{Name: "azure", Description: "logging commands: errors and warnings of Azure Pipelines", Writer: Azure{}},
		{Name: "junit", Description: "JUnit XML: a test that failed for every finding", Writer: JUnit{}},
		{Name: "checkstyle", Description: "Checkstyle XML, for review tools", Writer: Checkstyle{}},
		{Name: "csv", Description: "a table for Excel and Import-Csv", Writer: CSV{}},
		{Name: "html", Description: "for people in a browser, one file that opens offline", Writer: HTML{}},
	}
}
