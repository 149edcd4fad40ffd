package sarif

import (
	"io"

	"hybridlint/report"
	"hybridlint/report/stream"
	"hybridlint/report/wording"
)

// maxShown is how many results of a run code scanning keeps.
const maxShown = 5_000

// Writer writes SARIF 2.1.0, one run. It has one result per rule and line, because code scanning knows a result again by
// its rule and line. Suppressed findings are left out unless they are asked for: GitHub ignores suppressions.
type Writer struct{}

// Write implements Writer.
func (Writer) Write(w io.Writer, r *report.Report, o report.Options) error {
	run := newSARIFRun(r, o)
	s := stream.NewJSON(w)
	s.Raw("{\n")
	s.Member("  ", "$schema", "https://json.schemastore.org/sarif-2.1.0.json")
	s.Member("  ", "version", "2.1.0")
	s.Raw("  \"runs\": [\n    {\n")
	s.Member("      ", "automationDetails", automationDetails(r, o.SARIF))
	s.Member("      ", "invocations", []sarifInvocation{invocationOf(r, o)})
	if o.SARIF.Checkout.URI != "" {
		s.Member("      ", "versionControlProvenance", versionControl(o.SARIF.Checkout))
	}
	s.Member("      ", "originalUriBaseIds", map[string]sarifBase{sourceRoot: {sarifText{"The folder that the names of files are relative to."}}})
	s.Member("      ", "defaultSourceLanguage", "hcl")
	s.Member("      ", "newlineSequences", []string{"\r\n", "\n"})
	if properties := propertiesOf(r); properties != nil {
		s.Member("      ", "properties", properties)
	}
	s.Raw(`      "columnKind": "utf16CodeUnits"`)
	if r.Complete || r.Summary.Files > 0 {
		s.Raw(",\n      \"results\": ")
		s.Array("      ", func(element func(any)) {
			for _, group := range run.groups {
				element(run.result(group))
			}
			run.absent(element)
		})
	} // else nothing was looked at, which is not the same as nothing found: alerts must stay open
	s.Raw(",\n      \"tool\": ")
	s.Value(sarifTool{driverOf(r, run.messages)}) // behind the results, which decide what the message strings of its rules are
	s.Raw("\n    }\n  ]\n}\n")
	return s.Close()
}

// sarifProperties are what a run says of itself where SARIF has no place for it.
type sarifProperties struct {
	// State is that after a step of batches; nil for the configuration as written.
	State *sarifState `json:"state,omitempty"`
	// SettingsFile is that in force, and ExcludedFiles what was not read; empty where there is none.
	SettingsFile  string           `json:"settingsFile,omitempty"`
	ExcludedFiles []sarifExclusion `json:"excludedFiles,omitempty"`
}

type sarifState struct {
	After   string   `json:"after"`
	Step    int      `json:"step"`
	Batches []string `json:"batches"`
}

type sarifExclusion struct {
	Pattern string `json:"pattern"`
	Files   int    `json:"files"`
}

// propertiesOf are nil where there is nothing to say.
func propertiesOf(r *report.Report) *sarifProperties {
	p := &sarifProperties{SettingsFile: r.Settings.File}
	if s := r.State; s != nil {
		p.State = &sarifState{s.After, s.Step, s.Batches}
	}
	for _, x := range r.Settings.LeftOut() {
		p.ExcludedFiles = append(p.ExcludedFiles, sarifExclusion{x.Pattern, x.Files})
	}
	if p.State == nil && p.SettingsFile == "" && p.ExcludedFiles == nil {
		return nil
	}
	return p
}

type sarifBase struct {
	Description sarifText `json:"description"`
}

type sarifInvocation struct {
	ExecutionSuccessful        bool                `json:"executionSuccessful"`
	ExitCode                   int                 `json:"exitCode"`
	ExitCodeDescription        string              `json:"exitCodeDescription,omitempty"`
	RuleConfigurationOverrides []sarifOverride     `json:"ruleConfigurationOverrides,omitempty"`
	ToolExecutionNotifications []sarifNotification `json:"toolExecutionNotifications"`
	WorkingDirectory           sarifBaseRef        `json:"workingDirectory"`
}

type sarifNotification struct {
	Descriptor sarifReference  `json:"descriptor"`
	Level      string          `json:"level"`
	Message    sarifText       `json:"message"`
	Locations  []sarifLocation `json:"locations,omitempty"`
}

type sarifReference struct {
	ID    string `json:"id"`
	Index int    `json:"index"`
}

// invocationOf tells how the run went. Times, users, machines and the command line with its number of workers are left
// out, so that the same input gives the same bytes.
func invocationOf(r *report.Report, o report.Options) sarifInvocation {
	v := sarifInvocation{
		ExecutionSuccessful: r.Complete || r.Accepted(), ExitCode: o.Exit.Code, ExitCodeDescription: o.Exit.Description,
		RuleConfigurationOverrides: overridesOf(r),
		ToolExecutionNotifications: []sarifNotification{}, WorkingDirectory: sarifBaseRef{sourceRoot},
	}
	for _, p := range r.Problems {
		text := wording.Sentence(p.Summary)
		if p.Detail != "" {
			text += " " + wording.Sentence(p.Detail)
		}
		n := sarifNotification{Descriptor: sarifReference{ID: report.ProblemID}, Level: p.Severity.String(), Message: sarifText{plainText(text)}}
		if !p.Location.IsZero() {
			n.Locations = []sarifLocation{{PhysicalLocation: physicalLocation(r.Sources, p.Location, withContext)}}
		}
		v.ToolExecutionNotifications = append(v.ToolExecutionNotifications, n)
	}
	return v
}
