package json

import (
	"io"

	"hybridlint/report"
	"hybridlint/report/stream"
)

// schemaVersion is the version of the JSON contract. Keys are added without changing it.
const schemaVersion = 1

// Writer writes the format for programs. Its keys are a contract; every finding is in it, suppressed ones too.
type Writer struct{}

// Write implements Writer.
func (Writer) Write(w io.Writer, r *report.Report, _ report.Options) error {
	s := begun(w, r, "check")
	s.Member("  ", "rules", ruleIDs(r.Rules))
	s.Member("  ", "settings", jsonSettingsOf(r.Settings))
	s.Member("  ", "state", jsonStateOf(r.State))
	s.Member("  ", "summary", jsonSummaryOf(r))
	if r.Only != nil {
		s.Member("  ", "only", r.Only.Filters)
		s.Member("  ", "shown", r.Only.Shown)
	}
	writeComparison(s, r.Comparison)
	s.Raw(`  "findings": `)
	s.Array("  ", func(element func(any)) {
		for _, f := range r.Findings {
			element(jsonFindingOf(f))
		}
	})
	s.Raw(",\n")
	writeProblems(s, r.Problems)
	s.Raw("\n}\n")
	return s.Close()
}

// begun begins the document of a command with what all of them say first.
func begun(w io.Writer, r *report.Report, command string) *stream.JSON {
	s := stream.NewJSON(w)
	s.Raw("{\n")
	s.Member("  ", "schema_version", schemaVersion)
	s.Member("  ", "tool", jsonTool{r.Tool.Name, r.Tool.Version})
	s.Member("  ", "command", command)
	s.Member("  ", "complete", r.Complete)
	s.Member("  ", "lenient", r.Lenient)
	return s
}

// writeProblems writes the member with what could not be understood, without what follows it.
func writeProblems(s *stream.JSON, problems []report.Problem) {
	s.Raw("  \"problems\": ")
	s.Array("  ", func(element func(any)) {
		for _, p := range problems {
			element(jsonProblem{p.Severity.String(), p.Summary, p.Detail, jsonLocationOf(p.Location)})
		}
	})
}

type jsonTool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

type jsonSummary struct {
	Files             int `json:"files"`
	Recipients        int `json:"recipients"`
	Grants            int `json:"grants"`
	Rules             int `json:"rules"`
	UndeclaredMembers int `json:"undeclared_members"`
	Errors            int `json:"errors"`
	Warnings          int `json:"warnings"`
	Notes             int `json:"notes"`
	Suppressed        int `json:"suppressed"`
	// Change is there with a base only.
	Change *jsonChanged `json:"change,omitempty"`
}

func jsonSummaryOf(r *report.Report) jsonSummary {
	s := r.Summary
	j := jsonSummary{Files: s.Files, Recipients: s.Recipients, Grants: s.Grants, Rules: s.Rules, UndeclaredMembers: s.UndeclaredMembers,
		Errors: s.Errors, Warnings: s.Warnings, Notes: s.Notes, Suppressed: s.Suppressed}
	if c := r.Comparison; c != nil {
		changed := jsonChanged(c.Changed)
		j.Change = &changed
	}
	return j
}

// jsonState is the state that the findings are about; null for the configuration as written.
type jsonState struct {
	After   string   `json:"after"`
	Step    int      `json:"step"`
	Batches []string `json:"batches"`
}

func jsonStateOf(s *report.State) *jsonState {
	if s == nil {
		return nil
	}
	return &jsonState{s.After, s.Step, s.Batches}
}

type jsonFinding struct {
	Rule        string           `json:"rule"`
	Name        string           `json:"name"`
	Severity    string           `json:"severity"`
	Assumed     []string         `json:"assumed"`
	Message     string           `json:"message"`
	Subject     string           `json:"subject"`
	Location    *jsonLocation    `json:"location"`
	Related     []jsonRelated    `json:"related"`
	Remediation []Remediation    `json:"remediation"`
	HelpURI     string           `json:"help_uri"`
	Fingerprint string           `json:"fingerprint"`
	Suppressed  *jsonSuppression `json:"suppressed"`
	Recipient   *string          `json:"recipient"`
	Delegate    *string          `json:"delegate"`
	Permission  *string          `json:"permission"`
	Folder      *string          `json:"folder"`
	Batch       *string          `json:"batch"`
	Forest      *string          `json:"forest"`
	*jsonChange
}

type jsonRelated struct {
	Message  string        `json:"message"`
	Location *jsonLocation `json:"location"`
}

// Remediation is an item of a fix as the contract has it.
type Remediation struct {
	Where       string `json:"where"`
	Alternative bool   `json:"alternative,omitempty"`
	Intro       string `json:"intro,omitempty"`
	Command     string `json:"command,omitempty"`
	Text        string `json:"text,omitempty"`
	// When is known of rules only; a finding has the items that apply to it.
	When string `json:"when,omitempty"`
}

// RemediationOf is an item of a fix of a finding.
func RemediationOf(r report.Remediation) Remediation {
	return Remediation{Where: string(r.Where), Alternative: r.Alternative, Intro: r.Intro, Command: r.Command, Text: r.Text}
}

type jsonSuppression struct {
	Kind      string        `json:"kind"`
	Rationale string        `json:"rationale"`
	Location  *jsonLocation `json:"location"`
}

type jsonProblem struct {
	Severity string        `json:"severity"`
	Summary  string        `json:"summary"`
	Detail   string        `json:"detail"`
	Location *jsonLocation `json:"location"`
}

type jsonLocation struct {
	File  string       `json:"file"`
	Start jsonPosition `json:"start"`
	End   jsonPosition `json:"end"`
}

type jsonPosition struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

func jsonFindingOf(f *report.Finding) *jsonFinding {
	j := &jsonFinding{
		Rule: f.Rule.ID, Name: f.Rule.Name, Severity: f.Severity.String(), Assumed: orEmpty(f.Assumed),
		Message: f.Message, Subject: f.Subject, Location: jsonLocationOf(f.Location),
		Related:     make([]jsonRelated, len(f.Related)),
		Remediation: make([]Remediation, len(f.Remediation)),
		HelpURI:     f.Rule.HelpURI(), Fingerprint: f.Fingerprint, jsonChange: jsonChangeOf(f),
		Recipient: orNull(f.About.Recipient), Delegate: orNull(f.About.Delegate), Permission: orNull(f.About.Permission),
		Folder: orNull(f.About.Folder), Batch: orNull(f.About.Batch), Forest: orNull(f.About.Forest),
	}
	for i, r := range f.Related {
		j.Related[i] = jsonRelated{r.Message, jsonLocationOf(r.Location)}
	}
	for i, r := range f.Remediation {
		j.Remediation[i] = RemediationOf(r)
	}
	if s := f.Suppressed; s != nil {
		j.Suppressed = &jsonSuppression{s.Kind, s.Rationale, jsonLocationOf(s.Location)}
	}
	return j
}

// jsonLocationOf is null for no place.
func jsonLocationOf(l report.Location) *jsonLocation {
	if l.IsZero() {
		return nil
	}
	return &jsonLocation{l.File, jsonPosition(l.Start), jsonPosition(l.End)}
}

// orEmpty is never null.
func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
