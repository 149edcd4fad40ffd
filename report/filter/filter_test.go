package filter

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"hybridlint/report"
)

func findings() []*report.Finding {
	sendAs, folder := &report.Rule{ID: "HYB302", Name: "send-as-missing"}, &report.Rule{ID: "HYB501", Name: "folder-split"}
	return []*report.Finding{
		{Rule: sendAs, Severity: report.Error, Message: "0", About: report.About{Recipient: "sales@contoso.com", Delegate: "Amy@contoso.com", Permission: "send_as"}},
		{Rule: sendAs, Severity: report.Warning, Message: "1", About: report.About{Recipient: "boss@contoso.com", Permission: "send_on_behalf", Batch: "wave-1"}},
		{Rule: folder, Severity: report.Note, Message: "2", About: report.About{Recipient: "boss@contoso.com", Forest: "corp", Batch: "wave-10"}, Change: report.New},
		{Rule: folder, Severity: report.Note, Message: "3"},
	}
}

func TestApply(t *testing.T) {
	for _, test := range []struct{ filters, want string }{
		{"rule=HYB302", "01"},
		{"rule=hyb302", "01"},
		{"rule=send-as-*", "01"},
		{"rule=HYB*", "0123"},
		{"severity=error,severity=warning", "01"},
		{"severity=error,rule=HYB501", ""},
		{"rule=HYB501,rule=HYB302,recipient=boss@contoso.com", "12"},
		{"delegate=amy@contoso.com", "0"},
		{"recipient=boss", ""},
		{"recipient=boss*", "12"},
		{"recipient=*", "012"}, // there is none to begin with anything
		{"permission=send*", "01"},
		{"batch=wave-1", "1"},
		{"batch=wave-1*", "12"},
		{"forest=CORP", "2"},
		{"change=new", "2"},
	} {
		f, err := Parse(strings.Split(test.filters, ","))
		if err != nil {
			t.Fatalf("%s: %v", test.filters, err)
		}
		all := findings()
		r := &report.Report{Findings: all, Summary: report.Summary{Errors: 1, Warnings: 1, Notes: 2}, Comparison: &report.Comparison{Fixed: findings()}}
		f.Apply(r)
		if got := messages(r.Findings); got != test.want || messages(r.Comparison.Fixed) != test.want {
			t.Errorf("%s shows %q, want %q; of the fixed %q", test.filters, got, test.want, messages(r.Comparison.Fixed))
		}
		if r.Only.Shown != len(test.want) || r.Only.Of != len(all) || messages(all) != "0123" || r.Summary.Notes != 2 {
			t.Errorf("%s: %+v; all are %q", test.filters, *r.Only, messages(all))
		}
		if len(r.Problems) != 1 || r.Problems[0].Severity != report.Note || !strings.Contains(r.Problems[0].Detail, strings.ReplaceAll(test.filters, ",", ", ")) {
			t.Errorf("%s is not named: %+v", test.filters, r.Problems)
		}
	}
}

func messages(findings []*report.Finding) string {
	var b strings.Builder
	for _, f := range findings {
		b.WriteString(f.Message)
	}
	return b.String()
}

func TestNoFilter(t *testing.T) {
	r := &report.Report{Findings: findings()}
	Filter{}.Apply(r)
	if len(r.Findings) != 4 || r.Only != nil || r.Problems != nil {
		t.Errorf("%+v", r)
	}
}

func TestMistakes(t *testing.T) {
	for _, word := range []string{"", "rule", "rule=", "=HYB302", "Rule=HYB302", "rules=HYB302", "rule=HYB*2", "rule=**", "severity=errors", "permission=fullaccess", "change=old", "severity=x*"} {
		if _, err := Parse([]string{"rule=HYB302", word}); err == nil {
			t.Errorf("%q is a filter", word)
		}
	}
}

func TestKnown(t *testing.T) {
	rules := []*report.Rule{{ID: "HYB302", Name: "send-as-missing"}}
	for word, known := range map[string]bool{"rule=HYB302": true, "rule=HYB3*": true, "rule=send-as-missing": true, "rule=HYB303": false, "rule=HYB4*": false,
		"batch=wave-1": true, "batch=wave-*": true, "batch=wave-2": false, "recipient=anybody": true} {
		f, err := Parse([]string{word})
		if err != nil {
			t.Fatal(err)
		}
		err = f.Known(rules, []string{"wave-1"})
		if _, unknown := errors.AsType[*UnknownError](err); unknown == known {
			t.Errorf("%s: %v", word, err)
		}
	}
}

func TestKeysAreNamed(t *testing.T) {
	if want := []string{"rule", "severity", "recipient", "delegate", "permission", "batch", "forest", "change"}; !slices.Equal(Keys(), want) {
		t.Errorf("%q", Keys())
	}
}
