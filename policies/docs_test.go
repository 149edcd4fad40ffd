package policies

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hybridlint/report"
	"hybridlint/report/explain"
)

// familyTitles are the headings of the families' pages. The names of the folders are identifiers of the Rego packages.
func familyTitles() map[string]string {
	return map[string]string{
		"batches":        "Migration batches",
		"configuration":  "Exceptions and unresolved names",
		"delegates":      "Outlook delegates: manager and assistant",
		"folders":        "Folders, calendars, free/busy and calendar sharing",
		"full_access":    "Full Access",
		"procedure":      "How the change is made",
		"recipients":     "Recipient types, delegate types and visibility",
		"send_as":        "Send As",
		"send_on_behalf": "Send on Behalf",
		"topology":       "Organization, forests and directory synchronization",
	}
}

// TestFamilyPages: every family has a page, README.md in its folder, that says what the rules' metadata says.
func TestFamilyPages(t *testing.T) {
	families := map[string][]*report.Rule{}
	for _, r := range catalogRules(t) {
		families[r.Family] = append(families[r.Family], r)
	}
	titles := familyTitles()
	for family, rules := range families {
		if titles[family] == "" {
			t.Errorf("the family %s has no title", family)
			continue
		}
		page := explain.FamilyPage(titles[family], rules)
		if strings.Contains(page, "%!") {
			t.Errorf("the page of %s was not formatted well", family)
		}
		compareFile(t, filepath.Join(family, "README.md"), []byte(page))
	}
	for family := range titles {
		if len(families[family]) == 0 {
			t.Errorf("the family %s has a title and no rules", family)
		}
	}
}

// TestDocumentsAreReachable: every link of the documents to a file of the project leads to one.
func TestDocumentsAreReachable(t *testing.T) {
	pages, err := filepath.Glob("*/README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range slices.Concat(pages, []string{"README.md", "STATEMENTS.md", "../README.md", "../CONTRIBUTING.md", "../CHANGELOG.md", "../SECURITY.md",
		"../loader/README.md", "../loader/exports/README.md", "../cmd/hybridlint/README.md", "../.ci/examples/README.md"}) {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, target := range linkTargets(string(text)) {
			if strings.HasPrefix(target, "https://") || strings.HasPrefix(target, "#") {
				continue
			}
			file, _, _ := strings.Cut(target, "#")
			if _, err := os.Stat(filepath.Join(filepath.Dir(page), file)); err != nil {
				t.Errorf("%s: %v", page, err)
			}
		}
	}
}

// linkTargets are the targets of the links outside of code.
func linkTargets(markdown string) []string {
	var targets []string
	inCode := false
	for line := range strings.SplitSeq(markdown, "\n") {
		if strings.HasPrefix(line, "```") {
			inCode = !inCode
		}
		if inCode {
			continue
		}
		for _, piece := range strings.Split(line, "](")[1:] {
			target, _, _ := strings.Cut(piece, ")")
			targets = append(targets, target)
		}
	}
	return targets
}
