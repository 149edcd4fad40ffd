package main

import (
	"context"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/open-policy-agent/opa/v1/format"
	"github.com/open-policy-agent/opa/v1/rego"

	"hybridlint/loader"
	policy "hybridlint/policies"
	"hybridlint/testdata/organization"
)

// TestPoliciesFireWhereOursDo: what conftest and opa are compared with is the same work. The policies see one file, and several files
// as conftest --combine shows them.
func TestPoliciesFireWhereOursDo(t *testing.T) {
	const mailboxes = 1_000
	for name, shape := range map[string]organization.Shape{"one file": organization.SingleFile, "combined": organization.FewFiles} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			if err := organization.WriteFolder(folder, organization.Options{Seed: 1, Mailboxes: mailboxes, Shape: shape}); err != nil {
				t.Fatal(err)
			}
			want := findingsIn(t, folder)
			for _, id := range ids() {
				if !slices.ContainsFunc(want, func(text string) bool { return strings.HasPrefix(text, id+" ") }) {
					t.Errorf("nothing is found with %s", id)
				}
			}
			compareTexts(t, evaluated(t, inputOf(t, folder)), want)
		})
	}
}

// findingsIn are the findings of the ten rules in a folder.
func findingsIn(t *testing.T, folder string) []string {
	t.Helper()
	model, problems := loader.Load(context.Background(), loader.Options{Paths: []string{folder}, Jobs: 2})
	if len(problems) > 0 {
		t.Fatal(problems[0].Summary, problems[0].Detail, problems[0].Location)
	}
	catalog, err := policy.NewCatalog()
	if err != nil {
		t.Fatal(err)
	}
	result := catalog.Check(context.Background(), model, policy.Options{})
	var found []string
	for _, f := range result.Findings {
		if slices.Contains(ids(), f.Rule.ID) {
			found = append(found, f.Rule.ID+" "+f.Subject)
		}
	}
	return distinct(found)
}

// inputOf is a folder as conftest gives it to policies: one file as it is, several in a list.
func inputOf(t *testing.T, folder string) any {
	t.Helper()
	var files []any
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		contents, err := converted(text, path)
		files = append(files, map[string]any{"path": path, "contents": contents})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	var input any = files
	if len(files) == 1 {
		input = files[0].(map[string]any)["contents"]
	}
	text, err := json.Marshal(input)
	if err != nil {
		t.Fatal(err)
	}
	var plain any
	if err := json.Unmarshal(text, &plain); err != nil {
		t.Fatal(err)
	}
	return plain
}

func evaluated(t *testing.T, input any) []string {
	t.Helper()
	options := []func(*rego.Rego){rego.Query("data.main"), rego.Input(input)}
	for name, text := range modules(t) {
		options = append(options, rego.Module(name, text))
	}
	results, err := rego.New(options...).Eval(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return distinct(denied(results[0].Expressions[0].Value.(map[string]any)))
}

func modules(t *testing.T) map[string]string {
	t.Helper()
	names, err := fs.Glob(policies, "conftest/*.rego")
	if err != nil || len(names) != 2 {
		t.Fatal(names, err)
	}
	all := map[string]string{}
	for _, name := range names {
		text, err := policies.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = string(text)
	}
	return all
}

func compareTexts(t *testing.T, got, want []string) {
	t.Helper()
	const most = 5
	without := func(texts, others []string) []string {
		rest := slices.DeleteFunc(slices.Clone(texts), func(text string) bool {
			_, found := slices.BinarySearch(others, text)
			return found
		})
		return rest[:min(len(rest), most)]
	}
	if !slices.Equal(got, want) {
		t.Errorf("%d findings, want %d; not wanted: %q; missing: %q", len(got), len(want), without(got, want), without(want, got))
	}
}

func TestPoliciesAreFormatted(t *testing.T) {
	for name, text := range modules(t) {
		formatted, err := format.Source(name, []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if string(formatted) != text {
			t.Errorf("%s is not as opa fmt writes it", name)
		}
	}
}

// TestOddOrganizations: every block of them needs hcl's parser, and they mean the same as the plain one.
func TestOddOrganizations(t *testing.T) {
	const mailboxes = 200
	var plain []string
	for _, odd := range append([]string{""}, oddDomains()...) {
		folder := t.TempDir()
		r := recipe{Options: organization.Options{Seed: 1, Mailboxes: mailboxes}, Odd: odd}
		text, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		if err := generate([]string{string(text), folder}); err != nil {
			t.Fatal(err)
		}
		found := findingsIn(t, folder)
		if odd == "" {
			plain = found
			continue
		}
		compareTexts(t, found, plain)
		if blocks, changed := countedIn(t, folder, odd); blocks < mailboxes*grantsPerMailbox || changed < blocks {
			t.Errorf("%q is in %d of %d blocks", odd, changed, blocks)
		}
	}
}

// countedIn counts the blocks about mailboxes and permissions, and how often a text stands there.
func countedIn(t *testing.T, folder, text string) (blocks, texts int) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "part-*.hcl"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range []string{"grant ", "user_mailbox ", "shared_mailbox ", "room_mailbox ", "equipment_mailbox "} {
			blocks += strings.Count("\n"+string(content), "\n"+word)
		}
		texts += strings.Count(string(content), text)
	}
	return blocks, texts
}

func TestGoals(t *testing.T) {
	results := [][]usage{
		{{cpu: 10 * time.Second, wall: 6 * time.Second}, {cpu: 5 * time.Second, wall: 2 * time.Second}},
		{{cpu: 30 * time.Second, wall: 6 * time.Second}, {cpu: 5 * time.Second, wall: 6 * time.Second}},
		{{cpu: 20 * time.Second, wall: 6 * time.Second}, {cpu: 5 * time.Second, wall: 3 * time.Second}},
	}
	r := ratioOf(results, 0, 1)
	if want := (ratio{cpu: 4, wall: 2}); r != want {
		t.Errorf("%+v, want %+v", r, want)
	}
	for name, test := range map[string]struct{ got, want bool }{
		"both times":      {r.atMost(4).met, true},
		"not the one":     {r.atMost(3).met, false},
		"at least":        {r.atLeast(2).met, true},
		"not at least":    {r.atLeast(3).met, false},
		"two in the mean": {median([]float64{4, 1}) == 2.5, true},
	} {
		if test.got != test.want {
			t.Errorf("%s: %v", name, test.got)
		}
	}
	var out strings.Builder
	newTable(&out).ratio("whole", r, r.atMost(3))
	if !strings.HasSuffix(out.String(), "NOT met\n") {
		t.Errorf("%q", out.String())
	}
}

func TestStagesOfAnUnfinishedRun(t *testing.T) {
	const loaded = `{"level":"debug","grants":5,"processor_time":10.5,"message":"loaded"}` + "\n"
	const rest = "hybridlint: something for people\n" +
		`{"rules":97,"evaluations":970,"processor_time":12,"message":"evaluated"}` + "\n" + `{"problems":0,"message":"checked"}` + "\n" + `{"message":"written"}` + "\n"
	if _, err := stagesIn(loaded); err == nil {
		t.Error("a log without an end is no error")
	}
	s, err := stagesIn(loaded + rest)
	if want := (stages{evaluation: 1500 * time.Microsecond, evaluations: 970, rules: 97, grants: 5}); err != nil || s != want {
		t.Errorf("%+v, %v, want %+v", s, err, want)
	}
}
