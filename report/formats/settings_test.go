package formats

import (
	"slices"
	"strings"
	"testing"

	"hybridlint/report"
	"hybridlint/report/reporttest"
)

// TestEveryFormatSaysByWhichSettings: which rules are off, which levels are others, what is not read and which file says so, and that
// the state is one that is yet to come. Two formats have no place for what is no finding.
func TestEveryFormatSaysByWhichSettings(t *testing.T) {
	r := reporttest.Sample()
	off := &report.Rule{ID: "HYB999", Name: "rule-that-is-off", Title: "Off", Severity: report.Error, Message: "{a}"}
	r.Settings = report.Settings{
		File: "exchange/.hybridlint.hcl", FailOn: report.Error, Disabled: []*report.Rule{off},
		Severities: []report.ChangedSeverity{{Rule: r.Rules[0], Severity: report.Note}},
		Excluded:   []report.Exclusion{{Pattern: "archive/**", Files: 37}, {Pattern: "nothing/**"}},
	}
	r.State = &report.State{After: "wave-3", Step: 3, Batches: []string{"wave-3", "wave-4"}}
	for _, f := range All() {
		if slices.Contains([]string{"gitlab", "checkstyle"}, f.Name) {
			continue
		}
		out := reporttest.Rendered(t, f.Writer, r, report.Options{Fold: 50})
		for _, want := range []string{"exchange/.hybridlint.hcl", "HYB999", "archive/**", "37", "wave-3", "wave-4"} {
			if !strings.Contains(strings.NewReplacer(`\*`, "*", `\-`, "-", "&#43;", "+").Replace(out), want) {
				t.Errorf("%s does not say %q", f.Name, want)
			}
		}
	}
}
