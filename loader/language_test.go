package loader_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
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
		len(model.OutlookDelegates) != 1 || len(model.Invitations) != 1 || len(model.Batches) != 1 ||
		len(model.BulkChanges) != 1 || len(model.Exceptions) != 1 {
		t.Errorf("not everything was loaded: %+v", model)
	}
}

// The examples of the language's own document load too, where it is at hand.
func TestLanguageDocument(t *testing.T) {
	document, err := os.ReadFile("../../shared/language.md")
	if err != nil {
		t.Skip("../../shared/language.md is not there")
	}
	var blocks strings.Builder
	for _, example := range regexp.MustCompile("(?s)```hcl\n(.*?)```").FindAllStringSubmatch(string(document), -1) {
		blocks.WriteString(example[1])
	}
	// What the document leaves out is left out here, and whom its examples mention is declared.
	text := strings.NewReplacer("{ … }", "{}", `["…"]`, "[]", "…", "").Replace(blocks.String())
	text = regexp.MustCompile(`(?m)^  (members|group_scope) .*# (groups|universal.*)$`).ReplaceAllString(text, "")
	text += `
user_mailbox "amy@contoso.com" { home = "corp" }
user_mailbox "john@contoso.com" { home = "corp" }
user_mailbox "boss@contoso.com" { home = "corp" }
user_mailbox "info@contoso.com" { home = "corp" }
`
	_, problems := load(t, map[string]string{"language.hcl": text})
	expectProblems(t, problems)
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
