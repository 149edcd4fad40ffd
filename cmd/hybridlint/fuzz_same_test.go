package main

import (
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"

	"hybridlint/testdata/organization"
)

// fuzzVariants looks at variants of configurations. It begins with all kinds: one for each change, or for one of so many.
func fuzzVariants(f *testing.F, every uint64, look func(t *testing.T, linter *onceLinter, text string, seed uint64)) {
	random := uint64(0)
	for i := range uint64(len(changes()) + 4) {
		random = random*0x9e3779b97f4a7c15 + 0xbf58476d1ce4e5b9
		script := binary.LittleEndian.AppendUint64([]byte{byte(i), byte(random >> 8), byte(random >> 16), byte(random >> 24)}, random)
		if i%every == 0 {
			f.Add(random>>8, script)
		}
	}
	linter := newKeepingLinter(f)
	v := newVariants(f, linter)
	f.Fuzz(func(t *testing.T, seed uint64, script []byte) { look(t, linter, v.text(seed, script), seed) })
}

// FuzzReorder: neither the order of blocks nor the files that they are in change what is found.
func FuzzReorder(f *testing.F) {
	fuzzVariants(f, 1, func(t *testing.T, linter *onceLinter, text string, seed uint64) {
		files := dealt(text, seed)
		want, got := jsonOf(t, linter, map[string]string{"a.hcl": text}), jsonOf(t, linter, files)
		if want.status == ExitIncomplete && got.status == ExitIncomplete {
			return // of two blocks that contradict each other the first counts
		}
		compareRuns(t, text, want, got)
		if t.Failed() {
			t.Logf("dealt: %q", files)
		}
	})
}

// FuzzFormat: formatting does not change what is found.
func FuzzFormat(f *testing.F) {
	fuzzVariants(f, 1, func(t *testing.T, linter *onceLinter, text string, _ uint64) {
		if _, wrong := hclsyntax.ParseConfig([]byte(text), "", hcl.InitialPos); wrong.HasErrors() {
			return // nobody knows what formatting makes of it
		}
		formatted := string(hclwrite.Format([]byte(text)))
		compareRuns(t, text, jsonOf(t, linter, map[string]string{"a.hcl": text}), jsonOf(t, linter, map[string]string{"a.hcl": formatted}))
		if t.Failed() {
			t.Logf("formatted:\n%s", formatted)
		}
	})
}

// FuzzJobs: no report depends on the number of workers.
func FuzzJobs(f *testing.F) {
	fuzzVariants(f, 3, func(t *testing.T, linter *onceLinter, text string, seed uint64) {
		checkJobs(t, linter, folder(t, dealt(text, seed)))
	})
}

// checkJobs: every report has the same bytes, whatever the number of workers.
func checkJobs(t *testing.T, l *onceLinter, root string) {
	t.Helper()
	want := reportsOf(t, l, root, "--jobs", "1")
	for _, jobs := range []string{"2", "8"} {
		got := reportsOf(t, l, root, "--jobs", jobs)
		for format := range want {
			if want[format] != got[format] {
				t.Errorf("%s with --jobs %s:\n%s", format, jobs, cmp.Diff(want[format], got[format], cmp.AllowUnexported(outcome{})))
			}
		}
	}
}

func jsonOf(t *testing.T, l *onceLinter, files map[string]string) outcome {
	t.Helper()
	once := *l
	return runIn(t, &once, files, "check", "--format", "json", "--profile", "extended,verbose")
}

// compareRuns: both runs find the same, wherever it stands, and are complete or not alike.
func compareRuns(t *testing.T, text string, want, got outcome) {
	t.Helper()
	first, second := readDocument(t, want.stdout), readDocument(t, got.stdout)
	if want.status != got.status {
		t.Errorf("status %d, and before %d\n%+v\n%+v", got.status, want.status, second.Problems, first.Problems)
	}
	if diff := cmp.Diff(first.foundAnywhere(), second.foundAnywhere()); diff != "" {
		t.Errorf("other findings:\n%s", diff)
	}
	if t.Failed() {
		t.Logf("the configuration:\n%s", text)
	}
}

// foundAnywhere are the findings, in words that do not depend on where blocks stand. A message that lists names lists them in the
// order of their declarations, so the words of a text are taken without their order.
func (d *document) foundAnywhere() []string {
	var all []string
	for _, f := range d.Findings {
		parts := []string{f.Rule, f.Severity, f.Fingerprint, strings.Join(f.Assumed, ","), sortedWords(f.Message), f.Subject}
		for _, r := range f.Remediation {
			parts = append(parts, r.Where, r.Intro, sortedWords(r.Command), sortedWords(r.Text))
		}
		related := map[string]int{}
		for _, r := range f.Related {
			related[r.Message]++
		}
		for _, message := range slices.Sorted(maps.Keys(related)) {
			parts = append(parts, fmt.Sprint(message, related[message]))
		}
		if f.Suppressed != nil {
			parts = append(parts, f.Suppressed.Kind)
		}
		all = append(all, strings.Join(parts, "\n  "))
	}
	slices.Sort(all)
	return all
}

func sortedWords(text string) string {
	words := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" ,.", r) })
	slices.Sort(words)
	return strings.Join(words, " ")
}

// Small configurations leave most workers without work; this one has enough for all of them.
func TestJobsOfManyEntries(t *testing.T) {
	root := t.TempDir()
	if err := organization.WriteFolder(root, organization.Options{Seed: 1, Mailboxes: 850}); err != nil {
		t.Fatal(err)
	}
	checkJobs(t, newKeepingLinter(t), root)
}
