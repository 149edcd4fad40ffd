package formats

import (
	"slices"
	"strings"
	"testing"

	"hybridlint/report"
	"hybridlint/report/compare"
	"hybridlint/report/reporttest"
)

// compared is a run with a new, a worse and an unchanged finding, and one that is fixed.
func compared() *report.Report {
	rule := reporttest.SendAsRule()
	finding := func(name string, severity report.Severity, line int) *report.Finding {
		return &report.Finding{Rule: rule, Severity: severity, Message: name + " cannot send", Subject: name, Identity: name, Fingerprint: name,
			Location: report.Location{File: "a.hcl", Start: report.Position{Line: line, Column: 1}, End: report.Position{Line: line, Column: 2}}}
	}
	added := finding("new-one", report.Error, 2)
	added.Because = []report.Related{{Message: "amy now lives in the cloud", Location: added.Location}}
	r := &report.Report{Tool: report.Tool{Name: "hybridlint", Version: "0.1.0"}, Complete: true, Rules: []*report.Rule{rule}, Sources: reporttest.Texts{},
		Summary:  report.Summary{Files: 1, Rules: 1, Errors: 3},
		Findings: []*report.Finding{finding("unchanged-one", report.Error, 1), added, finding("worse-one", report.Error, 3)}}
	compare.With(compare.Base{Findings: []*report.Finding{
		finding("unchanged-one", report.Error, 9), finding("worse-one", report.Note, 8), finding("fixed-one", report.Error, 7),
	}}, r)
	r.Comparison.Base.Revision = "0123456789abcdef0123456789abcdef01234567"
	r.Comparison.Relaxed = []report.Relaxed{{What: "disable is HYB302", WouldBe: &report.Summary{Notes: 4}}}
	r.Comparison.Declarations = []report.DeclarationChange{{Kind: report.ExceptionDeclaration, Change: report.Added, Block: "exception", Name: "exception HYB302",
		Location: report.Location{File: "e.hcl", Start: report.Position{Line: 1, Column: 1}}, Hides: 5}}
	return r
}

// TestEveryFormatJudgesAChange: each in the way that its consumer knows.
func TestEveryFormatJudgesAChange(t *testing.T) {
	people := []string{"text", "markdown", "github", "azure", "junit", "checkstyle", "html"}
	for _, format := range All() {
		out := reporttest.Rendered(t, format.Writer, compared(), report.Options{Fold: 50})
		for _, want := range []string{"new-one", "worse-one"} {
			if !strings.Contains(out, want) {
				t.Errorf("%s does not have the %s:\n%s", format.Name, want, out)
			}
		}
		if shown := strings.Contains(out, "unchanged-one"); shown == slices.Contains(people, format.Name) {
			t.Errorf("%s: what is unchanged is there: %v", format.Name, shown)
		}
		if !slices.Contains(people, format.Name) {
			continue
		}
		all := reporttest.Rendered(t, format.Writer, compared(), report.Options{Fold: 50, ShowUnchanged: true})
		if !strings.Contains(all, "unchanged-one") {
			t.Errorf("%s: --show-unchanged shows nothing more:\n%s", format.Name, all)
		}
		if format.Name == "junit" || format.Name == "checkstyle" {
			continue
		}
		for _, want := range []string{"amy now lives in the cloud", "1 new, 1 worse, 1 fixed, 1 unchanged", "disable is HYB302", "4 notes", "exception HYB302", "hides 5 findings"} {
			if !strings.Contains(strings.ReplaceAll(out, "`", ""), want) {
				t.Errorf("%s does not say %q:\n%s", format.Name, want, out)
			}
		}
	}
}

func TestConsumersOfAChange(t *testing.T) {
	find := func(name string) report.Writer {
		return All()[slices.IndexFunc(All(), func(f report.Format) bool { return f.Name == name })].Writer
	}
	for _, test := range []struct {
		format  string
		options report.Options
		want    []string
		not     []string
	}{
		{"sarif", report.Options{}, []string{`"baselineState":"new"`, `"baselineState":"updated"`, `"baselineState":"unchanged"`}, []string{`"absent"`, "fixed-one", "baselineGuid"}},
		{"sarif", report.Options{SARIF: report.SARIFOptions{Profile: report.AzureDevOpsSARIF}}, []string{`"baselineState":"absent"`, "fixed-one"}, nil},
		{"junit", report.Options{}, []string{`failures="2"`}, []string{"skipped message"}},
		{"junit", report.Options{ShowUnchanged: true}, []string{`failures="2"`, `skipped="1"`}, nil},
		{"gitlab", report.Options{}, []string{`"unchanged-one"`, `"new-one"`}, []string{"fixed-one"}},
		{"csv", report.Options{}, []string{"Forest,Change,Was", ",new,", ",worse,note", ",unchanged,error", ",fixed,error"}, nil},
		{"json", report.Options{}, []string{`"change":"new","was":null,"rule_is_new":false`, `"change":"worse","was":"note"`, `"revision":"0123456789abcdef0123456789abcdef01234567","file":null`,
			`"change":{"new":1,"worse":1,"better":0,"unchanged":1,"fixed":1,"rule_is_new":0}`}, nil},
	} {
		out := reporttest.Rendered(t, find(test.format), compared(), test.options)
		for _, want := range test.want {
			if !strings.Contains(out, want) {
				t.Errorf("%s does not have %s:\n%s", test.format, want, out)
			}
		}
		for _, not := range test.not {
			if strings.Contains(out, not) {
				t.Errorf("%s has %s:\n%s", test.format, not, out)
			}
		}
	}
}

// TestAnnotationsOfAChange: at most ten, and every rule once before a second of any.
func TestAnnotationsOfAChange(t *testing.T) {
	r := compared()
	other := &report.Rule{ID: "HYB999", Name: "another", Severity: report.Note}
	var findings []*report.Finding
	for i := range 30 {
		f := &report.Finding{Rule: r.Rules[0], Severity: report.Error, Message: "message", Change: report.New, Location: report.Location{File: "a.hcl", Start: report.Position{Line: i + 1, Column: 1}}}
		findings = append(findings, f)
	}
	findings = append(findings, &report.Finding{Rule: other, Severity: report.Note, Message: "the other one", Change: report.New})
	r.Findings = findings
	out := reporttest.Rendered(t, All()[4].Writer, r, report.Options{})
	if strings.Count(out, "::error ") != 9 || strings.Count(out, "::notice ") != 1 || strings.Count(out, "message") != 30 {
		t.Errorf("%s: %s", All()[4].Name, out)
	}
}

// TestChangeWithoutEffect is one line.
func TestChangeWithoutEffect(t *testing.T) {
	for _, name := range []string{"text", "markdown"} {
		r := compared()
		r.Comparison = nil
		var before []*report.Finding
		for _, f := range r.Findings {
			was := *f
			before = append(before, &was)
		}
		compare.With(compare.Base{Findings: before}, r)
		format := All()[slices.IndexFunc(All(), func(f report.Format) bool { return f.Name == name })]
		if out := reporttest.Rendered(t, format.Writer, r, report.Options{}); strings.Count(out, "\n") != 1 || !strings.Contains(out, "Nothing changes: 3 unchanged") {
			t.Errorf("%s: %q", name, out)
		}
	}
}
