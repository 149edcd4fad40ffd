package json

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"hybridlint/report"
	"hybridlint/report/reporttest"
)

// simulated is a simulation that has everything that there can be.
func simulated() *report.Report {
	r := withFingerprints(reporttest.Sample())
	at := time.Date(2026, 12, 5, 22, 0, 0, 0, time.UTC)
	first := r.Findings[0]
	r.Simulation = &report.Simulation{Start: report.Summary{Errors: 1}, End: report.Summary{Warnings: 2}, Stays: []*report.Finding{first}, Steps: []report.SimulatedStep{
		{Number: 1, Batches: []string{"wave-1"}, CompleteAfter: &at, Moves: []string{"amy@contoso.com"}, Suppressed: 1,
			Breaks: packed(report.StepFinding{Finding: first, Other: report.Note, Until: "wave-2"}, report.StepFinding{Finding: r.Findings[1]}),
			Heals:  packed(report.StepFinding{Finding: r.Findings[2], Other: report.Warning})},
		{Number: 2, Batches: []string{"wave-2", "wave-3"}},
	}}
	return r
}

func packed(findings ...report.StepFinding) report.StepFindings {
	return report.PackedFindings(slices.Values(findings))
}

func TestSimulationKeepsTheContract(t *testing.T) {
	var document any
	if err := json.Unmarshal([]byte(SimulationSchema()), &document); err != nil {
		t.Fatal(err)
	}
	forbidFurtherKeys(document)
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("simulation.json", document); err != nil {
		t.Fatal(err)
	}
	schema := compiler.MustCompile("simulation.json")
	valid := func(text string) error {
		instance, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
		if err != nil {
			return err
		}
		return schema.Validate(instance)
	}
	text := reporttest.Rendered(t, SimulationWriter{}, simulated(), report.Options{})
	if err := valid(text); err != nil {
		t.Error(err)
	}
	if err := valid(reporttest.Rendered(t, SimulationWriter{}, &report.Report{Tool: report.Tool{Name: "hybridlint", Version: "1"}}, report.Options{})); err != nil {
		t.Error(err)
	}
	for _, change := range [][2]string{{`"until":"wave-2"`, `"till":"wave-2"`}, {`"other_severity":"note"`, `"other_severity":"none"`}, {`"suppressed":1,"open"`, `"suppressed":-1,"open"`}, {`"command": "simulate"`, `"command": "check"`}} {
		broken := strings.Replace(text, change[0], change[1], 1)
		if broken == text {
			t.Errorf("%s is not in\n%s", change[0], text)
		} else if valid(broken) == nil {
			t.Errorf("%s is valid", change[1])
		}
	}
}
