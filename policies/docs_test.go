package policies

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hybridlint/report"
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
		page := report.FamilyPage(titles[family], rules)
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

// TestReadmeTables: the tables of the project's README are those of the rules.
func TestReadmeTables(t *testing.T) {
	const readme = "../README.md"
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	rules := catalogRules(t)
	want := string(text)
	for name, content := range map[string]string{"families": familiesTable(rules), "rules": report.RulesTable(rules)} {
		want, err = replaceSection(want, name, content)
		if err != nil {
			t.Fatalf("%s: %v", readme, err)
		}
	}
	compareFile(t, readme, []byte(want))
}

// familiesTable lists the families in the order of their ids.
func familiesTable(rules []*report.Rule) string {
	var order []string
	count := map[string]int{}
	first := map[string]string{}
	for _, r := range rules {
		if count[r.Family] == 0 {
			order = append(order, r.Family)
			first[r.Family] = r.ID[:len("HYB1")] + "xx"
		}
		count[r.Family]++
	}
	titles := familyTitles()
	var b strings.Builder
	b.WriteString("| Rules | About | Number |\n| --- | --- | --- |\n")
	for _, family := range order {
		fmt.Fprintf(&b, "| %s | [%s](policies/%s/README.md) | %d |\n", first[family], titles[family], family, count[family])
	}
	return b.String()
}

// replaceSection puts content between the marks of a section.
func replaceSection(text, name, content string) (string, error) {
	begin, end := "<!-- begin "+name+" -->\n", "<!-- end "+name+" -->"
	before, rest, ok := strings.Cut(text, begin)
	_, after, closed := strings.Cut(rest, end)
	if !ok || !closed {
		return "", fmt.Errorf("the marks %q and %q are missing", begin, end)
	}
	return before + begin + content + end + after, nil
}

// TestDocumentsAreReachable: every link of the documents to a file of the project leads to one.
func TestDocumentsAreReachable(t *testing.T) {
	pages, err := filepath.Glob("*/README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range slices.Concat(pages, []string{"../README.md", "STATEMENTS.md"}) {
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
