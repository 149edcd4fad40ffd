package policies_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"hybridlint/loader"
	"hybridlint/policies"
	"hybridlint/report"
	textreport "hybridlint/report/text"
)

// TestGoldens renders what every rule says about its bad example, as people see it. The file beside the example is
// rewritten by -update.
func TestGoldens(t *testing.T) {
	catalog := newCatalog(t)
	for _, rule := range catalog.Rules() {
		t.Run(rule.ID, func(t *testing.T) {
			folder := filepath.Join(fixturesFolder, rule.ID)
			text := renderOnly(t, catalog, rule.ID, folder)
			golden := filepath.Join(folder, "bad.golden")
			if policies.UpdateGoldens() {
				if err := os.WriteFile(golden, text, 0o600); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(text, want) {
				t.Errorf("%s is stale (go test ./policies -update); now it reads:\n%s", golden, text)
			}
		})
	}
}

// renderOnly gives the text report of the findings of one rule on its bad example.
func renderOnly(t *testing.T, catalog *policies.Catalog, id, folder string) []byte {
	t.Helper()
	model, problems := loader.Load(context.Background(), loader.Options{Paths: []string{"bad.hcl"}, Dir: folder})
	if len(problems) > 0 {
		t.Fatalf("%v", problems)
	}
	result := checkModel(t, catalog, model, policies.Options{})
	r := &report.Report{Complete: result.Complete, Rules: result.Rules, Sources: model.Sources}
	for _, f := range result.Findings {
		if f.Rule.ID == id {
			r.Findings = append(r.Findings, f)
			r.Summary.Count(f.Severity, f.Suppressed != nil)
		}
	}
	var written bytes.Buffer
	if err := (textreport.Writer{}).Write(&written, r, report.Options{Quiet: true}); err != nil {
		t.Fatal(err)
	}
	return written.Bytes()
}
