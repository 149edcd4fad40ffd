package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"hybridlint/report/explain"
	"hybridlint/report/formats"

	"hybridlint/report"
)

const readmeFile = "../../README.md"

// pages are the documents with outputs, tables and examples of the program, from the folder of this package.
func pages() []string {
	return []string{readmeFile, "README.md", "../../policies/README.md", "../../loader/README.md", "../../.ci/examples/README.md"}
}

// TestPages: the outputs and tables in the documents are those of this program, and every one of them is in a document.
func TestPages(t *testing.T) {
	contents := map[string]string{
		"contoso":    textBlock(excerpt(outputOf(t, "../..", ExitFindings, "check", "testdata/contoso"))),
		"example":    textBlock(outputOf(t, exampleFolder(t, "example"), ExitFindings, "check")),
		"waves":      textBlock(outputOf(t, "../..", ExitFindings, "simulate", "testdata/waves")),
		"exit codes": exitCodesTable(),
		"formats":    formatsTable(),
		"families":   familiesTable(t),
		"rules":      explain.Table(realRules(t)),

		"github.yml":      pipelineExample(t, "github.yml"),
		"gitlab.yml":      pipelineExample(t, "gitlab.yml"),
		"azure.yml":       pipelineExample(t, "azure.yml"),
		"pre-commit.yaml": pipelineExample(t, "pre-commit.yaml"),
	}
	shown := map[string]bool{}
	for _, page := range pages() {
		text := readPage(t, page)
		want := text
		for name, content := range contents {
			if with, ok := withSection(want, name, content); ok {
				want, shown[name] = with, true
			}
		}
		switch {
		case text == want:
		case *updateScripts:
			if err := os.WriteFile(page, []byte(want), 0o644); err != nil {
				t.Fatal(err)
			}
		default:
			t.Errorf("%s is stale; run go test ./cmd/hybridlint -run TestPages -update", page)
		}
	}
	for name := range contents {
		if !shown[name] {
			t.Errorf("no document has the marks of %q", name)
		}
	}
}

// TestReadmeIsShort: who opens it first wants to know what this is and how to begin. Everything else has a page.
func TestReadmeIsShort(t *testing.T) {
	const most = 12_000
	if n := len(readPage(t, readmeFile)); n >= most {
		t.Errorf("README.md has %d bytes; the most are %d", n, most)
	}
}

// TestExamples: the configurations and settings in the documents are without a mistake and without another finding than they
// show. around is what they are about.
func TestExamples(t *testing.T) {
	const around = `
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
}
user_mailbox "scanner@contoso.com" { home = "corp" }
user_mailbox "invoices@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}
`
	for example, test := range map[string]struct {
		arguments    []string
		around, want string
	}{
		"expressions": {[]string{"check", "--fail-on", "note"}, "", "No findings"},
		"exceptions":  {[]string{"check", "--fail-on", "note"}, around, "2 more findings suppressed"},
		"settings":    {[]string{"settings"}, "", `rule "HYB206"`},
	} {
		t.Run(example, func(t *testing.T) {
			root := exampleFolder(t, example)
			if test.around != "" {
				if err := os.WriteFile(filepath.Join(root, "around.hcl"), []byte(test.around), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if got := outputOf(t, root, ExitClean, test.arguments...); !strings.Contains(got, test.want) {
				t.Errorf("%q is not in %s", test.want, got)
			}
		})
	}
}

// TestOwnRulesExample: the commands lead from nothing to a rule that passes its tests, and that a check runs.
func TestOwnRulesExample(t *testing.T) {
	_, rest, ok := strings.Cut(allPages(t), "<!-- commands own rules -->\n```sh\n")
	block, _, closed := strings.Cut(rest, "```")
	if !ok || !closed {
		t.Fatal("no document has the commands")
	}
	root := t.TempDir()
	for line := range strings.Lines(block) {
		command, _, _ := strings.Cut(line, "#")
		arguments := strings.Fields(command)
		if arguments[0] != "hybridlint" {
			t.Fatalf("%q", line)
		}
		outputOf(t, root, ExitClean, arguments[1:]...)
	}
	fixture := filepath.Join("rules", "testdata", "rules", "CONTOSO101", "bad.hcl")
	if got := outputOf(t, root, ExitFindings, "check", "--policies", "rules", "--fail-on", "warning", fixture); !strings.Contains(got, "CONTOSO101") {
		t.Errorf("not in the report:\n%s", got)
	}
}

func readPage(t *testing.T, page string) string {
	t.Helper()
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func allPages(t *testing.T) string {
	t.Helper()
	var all strings.Builder
	for _, page := range pages() {
		all.WriteString(readPage(t, page))
	}
	return all.String()
}

var examplePattern = regexp.MustCompile("(?s)<!-- file ([a-z]+)/([^ ]+) -->\n```hcl\n(.*?)```")

// exampleFolder holds the files that the documents show under this name.
func exampleFolder(t *testing.T, name string) string {
	t.Helper()
	files := map[string]string{}
	for _, m := range examplePattern.FindAllStringSubmatch(allPages(t), -1) {
		if m[1] == name {
			files[m[2]] = m[3]
		}
	}
	if len(files) == 0 {
		t.Fatalf("no document shows a file of %s", name)
	}
	return folder(t, files)
}

func outputOf(t *testing.T, directory string, status int, arguments ...string) string {
	t.Helper()
	got := runInFolder(t, newLinter(), directory, arguments...)
	if got.status != status || got.stderr != "" {
		t.Fatalf("%q: %+v, want status %d", arguments, got, status)
	}
	return got.stdout
}

// excerpt is the first finding of a report, and its last paragraph.
func excerpt(output string) string {
	paragraphs := strings.Split(strings.TrimSpace(output), "\n\n")
	return paragraphs[0] + "\n…\n" + paragraphs[len(paragraphs)-1] + "\n"
}

func textBlock(text string) string { return "```text\n" + strings.TrimRight(text, "\n") + "\n```\n" }

// pipelineExample is one of the examples that the tests of the pipelines run.
func pipelineExample(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("../../.ci/examples", name))
	if err != nil {
		t.Fatal(err)
	}
	return "```yaml\n" + string(text) + "```\n"
}

func exitCodesTable() string {
	var b strings.Builder
	b.WriteString("| Exit code | Means |\n| --- | --- |\n")
	for _, code := range []int{ExitClean, ExitFindings, ExitUsage, ExitIncomplete, ExitInterrupted} {
		b.WriteString("| " + strconv.Itoa(code) + " | " + exitMeanings()[code] + " |\n")
	}
	return b.String()
}

func formatsTable() string {
	var b strings.Builder
	b.WriteString("| `--format` | Is |\n| --- | --- |\n")
	for _, f := range formats.All() {
		fmt.Fprintf(&b, "| `%s` | %s |\n", f.Name, f.Description)
	}
	return b.String()
}

// familiesTable lists the families of rules in the order of their ids, under the titles of their pages.
func familiesTable(t *testing.T) string {
	t.Helper()
	var order []string
	rulesOf := map[string][]*report.Rule{}
	for _, r := range realRules(t) {
		if rulesOf[r.Family] == nil {
			order = append(order, r.Family)
		}
		rulesOf[r.Family] = append(rulesOf[r.Family], r)
	}
	var b strings.Builder
	b.WriteString("| Rules | About | Number |\n| --- | --- | --- |\n")
	for _, family := range order {
		page := family + "/README.md"
		ids := rulesOf[family][0].ID[:len("HYB1")] + "xx"
		fmt.Fprintf(&b, "| %s | [%s](%s) | %d |\n", ids, titleOf(t, "../../policies/"+page), page, len(rulesOf[family]))
	}
	return b.String()
}

func titleOf(t *testing.T, page string) string {
	t.Helper()
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	_, heading, ok := strings.Cut(string(text), "\n# ")
	if !ok {
		t.Fatalf("%s has no heading", page)
	}
	title, _, _ := strings.Cut(heading, "\n")
	return title
}

func realRules(t *testing.T) []*report.Rule {
	t.Helper()
	known, err := newLinter().Rules(t.Context(), ownPolicies{})
	if err != nil {
		t.Fatal(err)
	}
	return known.Rules
}

// withSection puts content between the marks of a section; ok is false where there are none.
func withSection(text, name, content string) (with string, ok bool) {
	begin, end := "<!-- begin "+name+" -->\n", "<!-- end "+name+" -->"
	before, rest, ok := strings.Cut(text, begin)
	_, after, closed := strings.Cut(rest, end)
	if !ok || !closed {
		return text, false
	}
	return before + begin + content + end + after, true
}
