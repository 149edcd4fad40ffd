package json

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"hybridlint/report"
	"hybridlint/report/reporttest"
)

// planned is a plan that has everything that there can be.
func planned() *report.Report {
	r := withFingerprints(reporttest.Sample())
	rule := r.Findings[0].Rule
	end := report.PlanEnd{Name: "amy@contoso.com", Wave: "wave-01", With: 1, Of: 2, More: 1500, Not: "may not be there"}
	wave := report.PlanWave{
		Name: "wave-01", Date: "2027-01-15", Members: []string{"amy@contoso.com"}, Held: [3]int64{1, 2, 3}, Most: [3]int64{10, 0, 0}, Split: 1,
		Breaks: []report.PlanBreak{{Rule: rule, Severity: report.Error, Until: "wave-02", Entries: 2}, {Rule: rule, Severity: report.Note, Entries: 1}},
		Torn:   []report.PlanTorn{{Mailbox: end, Delegate: report.PlanEnd{Name: "bob@contoso.com", Wave: "wave-02"}, Cost: 70_000}}, Fixes: r.Findings[:1],
	}
	r.Plan = &report.Plan{
		Name: "p", Effort: "normal", Seed: 1, Cost: 84_500, Waves: []report.PlanWave{wave}, Alternatives: []report.PlanAlternative{{Name: "first fit", Cost: 90_000}},
		Apart: []string{"boss@contoso.com"}, Changed: 1, Partners: 200, Left: &report.PlanStep{Mailbox: "amy@contoso.com", To: "wave-02", Saves: 1},
		Breaches: []string{"amy@contoso.com is in no wave"}, Prices: []report.PlanPrice{{Constraint: "pin (a.hcl:3)", Saves: 7000}},
		Explained: &report.PlanExplanation{
			Mailbox: "amy@contoso.com", Wave: "wave-01", Choices: []report.PlanChoice{{Wave: "wave-02", More: -5}},
			Neighbours: []report.PlanNeighbour{{Name: "bob@contoso.com", Wave: "never moves", Rules: []string{"HYB301"}}},
		},
		WhatIf: &report.PlanWhatIf{Mailbox: "amy@contoso.com", From: "wave-01", To: "wave-02", More: 12, Waves: []report.PlanWave{wave}},
	}
	return r
}

func TestPlanKeepsTheContract(t *testing.T) {
	var document any
	if err := json.Unmarshal([]byte(PlanSchema()), &document); err != nil {
		t.Fatal(err)
	}
	forbidFurtherKeys(document)
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("plan.json", document); err != nil {
		t.Fatal(err)
	}
	schema := compiler.MustCompile("plan.json")
	valid := func(text string) error {
		instance, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
		if err != nil {
			return err
		}
		return schema.Validate(instance)
	}
	text := reporttest.Rendered(t, PlanWriter{}, planned(), report.Options{})
	if err := valid(text); err != nil {
		t.Error(err)
	}
	if err := valid(reporttest.Rendered(t, PlanWriter{}, &report.Report{Tool: report.Tool{Name: "hybridlint", Version: "1"}}, report.Options{})); err != nil {
		t.Error(err)
	}
	for _, change := range [][2]string{{`"until":"wave-02"`, `"till":"wave-02"`}, {`"saves":0.001`, `"saves":"0.001"`}, {`"effort": "normal"`, `"effort": "hard"`}} {
		broken := strings.Replace(text, change[0], change[1], 1)
		if broken == text {
			t.Errorf("%s is not in\n%s", change[0], text)
		} else if valid(broken) == nil {
			t.Errorf("%s is valid", change[1])
		}
	}
}
