package policies_test

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"hybridlint/loader"
	"hybridlint/loader/model"
	"hybridlint/policies"
	"hybridlint/report"
)

const fixturesFolder = "../testdata/rules"

// An expectation stands at the end of the line on which the finding starts: # want HYB206 warning, HYB301 note
var wantPattern = regexp.MustCompile(`# want (.+)$`)

// entryPattern tells findings that are about an entry, in a batch too.
var entryPattern = regexp.MustCompile(`^(migration_batch .+, )?(grant|outlook_delegate|sharing_invitation) `)

type expectation struct {
	rule, severity string
	line           int
}

func (e expectation) String() string {
	return fmt.Sprintf("line %d: %s %s", e.line, e.rule, e.severity)
}

func compareExpectations(a, b expectation) int {
	return cmp.Or(cmp.Compare(a.line, b.line), cmp.Compare(a.rule, b.rule), cmp.Compare(a.severity, b.severity))
}

// TestFixtures runs every fixture of every rule and compares the findings of that rule, and of the others that the fixture
// names, with the expectations in it.
func TestFixtures(t *testing.T) {
	catalog := newCatalog(t)
	for _, folder := range fixtureFolders(t) {
		t.Run(folder, func(t *testing.T) {
			for _, file := range glob(t, filepath.Join(fixturesFolder, folder, "*.hcl")) {
				t.Run(strings.TrimSuffix(filepath.Base(file), ".hcl"), func(t *testing.T) { runFixture(t, catalog, folder, file) })
			}
		})
	}
}

func runFixture(t *testing.T, catalog *policies.Catalog, rule, file string) {
	want := expectationsIn(t, file)
	compared := map[string]bool{rule: true}
	for _, e := range want {
		compared[e.rule] = true
	}
	var got []expectation
	result := checkFiles(t, catalog, file)
	for _, f := range result.Findings {
		if entryPattern.MatchString(f.Subject) && (f.About.Recipient == "" || f.About.Delegate == "" || f.About.Permission == "") {
			t.Errorf("%s: %s on %s does not say whom it is about: %+v", file, f.Rule.ID, f.Subject, f.About)
		}
		if compared[f.Rule.ID] && f.Suppressed == nil {
			got = append(got, expectation{f.Rule.ID, f.Severity.String(), f.Location.Start.Line})
		}
	}
	slices.SortFunc(want, compareExpectations)
	slices.SortFunc(got, compareExpectations)
	for _, e := range want {
		if !slices.Contains(got, e) {
			t.Errorf("%s: missing %s", file, e)
		}
	}
	for _, e := range got {
		if !slices.Contains(want, e) {
			t.Errorf("%s: unexpected %s", file, e)
		}
	}
	if len(got) != len(want) && !t.Failed() {
		t.Errorf("%s: %d findings, expected %d: %v", file, len(got), len(want), got)
	}
}

// TestFixturesAndRules: every rule has fixtures that fire and that do not, and every fixture has a rule.
func TestFixturesAndRules(t *testing.T) {
	folders := fixtureFolders(t)
	for _, rule := range newCatalog(t).Rules() {
		i := slices.Index(folders, rule.ID)
		if i < 0 {
			t.Errorf("%s has no fixtures in testdata/rules", rule.ID)
			continue
		}
		folders = slices.Delete(folders, i, i+1)
		fires := func(file string) bool {
			return slices.ContainsFunc(expectationsIn(t, filepath.Join(fixturesFolder, rule.ID, file)), func(e expectation) bool { return e.rule == rule.ID })
		}
		if !fires("bad.hcl") {
			t.Errorf("testdata/rules/%s/bad.hcl does not expect %s", rule.ID, rule.ID)
		}
		if fires("good.hcl") {
			t.Errorf("testdata/rules/%s/good.hcl expects %s", rule.ID, rule.ID)
		}
	}
	if len(folders) > 0 {
		t.Errorf("fixtures without a rule: %v", folders)
	}
}

func newCatalog(t testing.TB) *policies.Catalog {
	t.Helper()
	catalog, err := policies.NewCatalog()
	if err != nil {
		t.Fatal(err)
	}
	return catalog
}

// checkFiles loads files that must be without problems and runs every rule on them.
func checkFiles(t testing.TB, catalog *policies.Catalog, files ...string) *policies.Result {
	t.Helper()
	config, problems := loader.Load(context.Background(), loader.Options{Paths: files})
	for _, p := range problems {
		t.Errorf("%s:%d:%d: %s: %s", p.Location.File, p.Location.Start.Line, p.Location.Start.Column, p.Summary, p.Detail)
	}
	return checkModel(t, catalog, config, policies.Options{})
}

func checkModel(t testing.TB, catalog *policies.Catalog, config *model.Model, options policies.Options) *policies.Result {
	t.Helper()
	options.Profiles = []report.Profile{report.ExtendedProfile, report.VerboseProfile}
	options.Today = 20260615
	result := catalog.Check(context.Background(), config, options)
	for _, p := range result.Problems {
		t.Errorf("%s: %s", p.Summary, p.Detail)
	}
	return result
}

func fixtureFolders(t testing.TB) []string {
	t.Helper()
	entries, err := os.ReadDir(fixturesFolder)
	if err != nil {
		t.Fatal(err)
	}
	var folders []string
	for _, e := range entries {
		folders = append(folders, e.Name())
	}
	return folders
}

func glob(t testing.TB, pattern string) []string {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Errorf("no file matches %s", pattern)
	}
	return files
}

func expectationsIn(t testing.TB, file string) []expectation {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var expectations []expectation
	for i, line := range strings.Split(string(text), "\n") {
		match := wantPattern.FindStringSubmatch(line)
		if match == nil {
			continue
		}
		for item := range strings.SplitSeq(match[1], ",") {
			rule, severity, ok := strings.Cut(strings.TrimSpace(item), " ")
			if !ok {
				t.Fatalf("%s:%d: %q is not of the form HYB206 warning", file, i+1, item)
			}
			expectations = append(expectations, expectation{rule, severity, i + 1})
		}
	}
	return expectations
}

// TestNobodyIsPutIntoABatchWhoCannotMove: where the other one has no mailbox, the fix keeps both where they are.
func TestNobodyIsPutIntoABatchWhoCannotMove(t *testing.T) {
	result := checkFiles(t, newCatalog(t), "../testdata/rules/HYB702/edge_no_mailbox.hcl")
	for _, f := range result.Findings {
		if f.Rule.ID != "HYB702" {
			continue
		}
		const want = "Leave sales@contoso.com out of wave-1, as there is no mailbox of partner@contoso.com to move."
		if got := f.Remediation[0].Text; got != want {
			t.Errorf("the fix is %q, expected %q", got, want)
		}
		return
	}
	t.Error("there is no finding")
}
