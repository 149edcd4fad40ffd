package loader_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
)

// The example of every block of the language loads.
func TestLanguageExample(t *testing.T) {
	text, err := os.ReadFile("testdata/language.hcl")
	if err != nil {
		t.Fatal(err)
	}
	model, problems := load(t, map[string]string{"language.hcl": string(text)})
	expectProblems(t, problems)
	if model.Tenant == nil || len(model.Forests) != 1 || len(model.Syncs) != 2 || model.Grants.Len() != 5 ||
		len(model.OutlookDelegates) != 1 || len(model.Invitations) != 1 || len(model.Batches) != 2 ||
		len(model.BulkChanges) != 1 || len(model.Exceptions) != 1 {
		t.Errorf("not everything was loaded: %+v", model)
	}
}

// Every attribute of the language occurs in the example, so that none is forgotten here or there.
func TestLanguageExampleIsComplete(t *testing.T) {
	text, err := os.ReadFile("testdata/language.hcl")
	if err != nil {
		t.Fatal(err)
	}
	var written []string
	for _, m := range regexp.MustCompile(`(?m)^\s*([a-z0-9_]+) +=`).FindAllStringSubmatch(string(text), -1) {
		written = append(written, m[1])
	}
	source, err := os.ReadFile("attribute.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`(?m)^\t"([a-z0-9_]+)",$`).FindAllStringSubmatch(string(source), -1) {
		if !slices.Contains(written, m[1]) {
			t.Errorf("%s does not show %q", filepath.Join("testdata", "language.hcl"), m[1])
		}
	}
}
