package policies_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"hybridlint/loader"
	"hybridlint/loader/model"
	"hybridlint/policies"
	"hybridlint/report"
	"hybridlint/report/tables/json"
	"hybridlint/testdata/organization"
)

// everyFourth configuration is evaluated without remembered answers, which takes longer than everything else.
const everyFourth = 4

var (
	configurations = flag.Int("configurations", defaultConfigurations, "number of random configurations")
	firstSeed      = flag.Uint64("first-seed", 1, "seed of the first random configuration")
)

// TestRandomConfigurations: on configurations that nobody would write, a run finds the same whatever the number of workers,
// with and without remembered answers, in whatever order and files the blocks stand.
func TestRandomConfigurations(t *testing.T) {
	catalog := newCatalog(t)
	for seed := *firstSeed; seed < *firstSeed+uint64(*configurations); seed++ {
		t.Run(fmt.Sprint(seed), func(t *testing.T) { checkConfiguration(t, catalog, seed) })
	}
}

func checkConfiguration(t *testing.T, catalog *policies.Catalog, seed uint64) {
	c := organization.Random(seed)
	config := loadTexts(t, c.String())
	if t.Failed() {
		t.Fatal(c)
	}
	first := checkModel(t, catalog, config, policies.Options{Jobs: 1})
	want, findings := asJSON(t, first), withoutPlaces(first)
	runs := map[string]policies.Options{"eight workers": {Jobs: 8}}
	if seed%everyFourth == 0 {
		runs["nothing remembered"] = policies.Options{Jobs: 3, NoMemo: true}
	}
	for name, options := range runs {
		if got := asJSON(t, checkModel(t, catalog, config, options)); !bytes.Equal(got, want) {
			t.Errorf("%s: other bytes\n%s\ninstead of\n%s", name, got, want)
		}
	}
	for name, texts := range map[string][]string{
		"another order": {c.Shuffled(seed).String()},
		"three files":   c.Shuffled(seed + 1).Files(3),
	} {
		compareFindings(t, name, withoutPlaces(checkModel(t, catalog, loadTexts(t, texts...), policies.Options{})), findings)
	}
	if t.Failed() {
		t.Log(c)
	}
}

// loadTexts loads files that must be without problems.
func loadTexts(t testing.TB, texts ...string) *model.Model {
	t.Helper()
	folder := t.TempDir()
	for i, text := range texts {
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%d.hcl", i)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	config, problems := loader.Load(context.Background(), loader.Options{Paths: []string{"."}, Dir: folder, Jobs: 2})
	for _, p := range problems {
		t.Errorf("%s:%d:%d: %s: %s", p.Location.File, p.Location.Start.Line, p.Location.Start.Column, p.Summary, p.Detail)
	}
	return config
}

func asJSON(t testing.TB, result *policies.Result) []byte {
	t.Helper()
	var b bytes.Buffer
	err := json.Writer{}.Write(&b, &report.Report{
		Complete: result.Complete, Summary: result.Summary, Rules: result.Rules, Findings: result.Findings, Problems: result.Problems,
	}, report.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
