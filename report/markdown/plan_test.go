package markdown

import (
	"strings"
	"testing"

	"hybridlint/report"
	"hybridlint/report/reporttest"
)

func TestPlan(t *testing.T) {
	r := &report.Report{Tool: report.Tool{Name: "hybridlint"}, Complete: true, Plan: &report.Plan{
		Name: "p|q", Cost: 12_500, AtStart: 500, Breaches: []string{"<b> is in no wave"},
		Waves:        []report.PlanWave{{Name: "a|b", Date: "2027-01-15", Members: []string{"amy@contoso.com"}, Split: 2, Cost: 12_000}},
		Alternatives: []report.PlanAlternative{{Name: "first fit", Cost: 20_000}}, Prices: []report.PlanPrice{{Constraint: "pin", Saves: 1000}},
	}}
	text := reporttest.Rendered(t, PlanWriter{}, r, report.Options{})
	for _, want := range []string{"| `a\\|b` | 2027-01-15 | 1 | 2 | 0 | 12 | 0 |", " costs 12.5, of which 0.5", "- instead, first fit: 20", "- without pin it would cost 1 less", "- does not hold: `<b>` is in no wave"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	long := &report.Plan{}
	for range 3000 {
		long.Waves = append(long.Waves, r.Plan.Waves[0])
	}
	if text := reporttest.Rendered(t, PlanWriter{}, &report.Report{Plan: long}, report.Options{}); len(text) > 60_000 {
		t.Errorf("%d characters", len(text))
	}
}
