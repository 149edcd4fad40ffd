package report_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"hybridlint/report"
	"hybridlint/report/reporttest"
)

// TestPackedFindings: what was packed comes out as it went in, whatever findings have.
func TestPackedFindings(t *testing.T) {
	var want []report.StepFinding
	for _, f := range slices.Concat(reporttest.Sample().Findings, reporttest.Hostile("x").Findings) {
		want = append(want, report.StepFinding{Finding: f, Other: report.Note, Until: "wave-2"})
	}
	packed := report.PackedFindings(slices.Values(want))
	packed.End(1, "wave-3")
	want[1].Until = "wave-3"
	if packed.Len() != len(want) || packed.Until(1) != "wave-3" {
		t.Errorf("%d, until %s", packed.Len(), packed.Until(1))
	}
	for i, f := range packed.All() {
		if d := cmp.Diff(want[i], f, cmpopts.EquateEmpty()); d != "" {
			t.Error(d)
		}
	}
	for range new(report.StepFindings).All() {
		t.Error("there is a finding among none")
	}
}
