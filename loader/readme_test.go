package loader_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"hybridlint/loader"
)

// TestReferenceLoads: the blocks of the language's reference are one configuration without a mistake.
func TestReferenceLoads(t *testing.T) {
	_, problems := load(t, map[string]string{"reference.hcl": referenceBlocks(t)})
	expectProblems(t, problems)
}

// TestReferenceIsComplete: it shows every attribute there is.
func TestReferenceIsComplete(t *testing.T) {
	var shown []string
	for _, m := range regexp.MustCompile(`(?m)^\s*([a-z0-9_]+) +=`).FindAllStringSubmatch(referenceBlocks(t), -1) {
		shown = append(shown, m[1])
	}
	for _, name := range loader.AttributeNames() {
		if !slices.Contains(shown, name) {
			t.Errorf("loader/README.md does not show %q", name)
		}
	}
}

func referenceBlocks(t *testing.T) string {
	t.Helper()
	page, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	var blocks strings.Builder
	for _, m := range regexp.MustCompile("(?s)(<!-- file [^\n]*\n)?```hcl\n(.*?)```").FindAllStringSubmatch(string(page), -1) {
		if m[1] == "" { // else it is a configuration of its own
			blocks.WriteString(m[2])
		}
	}
	return blocks.String()
}
