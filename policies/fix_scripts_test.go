package policies_test

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"hybridlint/report"
	"hybridlint/report/scripts"
)

var fixScripts = flag.String("fix-scripts", "", "write the scripts of all fixtures into this folder, for a judge of PowerShell")

// byHand are commands without placeholders that no script carries out: they change whatever they find, or are scripts of others.
var byHand = regexp.MustCompile(`^#   (Get-RemoteMailbox -ResultSize Unlimited|\.\\ConfigureExchangeHybridApplication\.ps1) `)

// TestFixScripts makes scripts of every fixture, and finds that they carry out every command of the first ways that has no placeholder,
// and say what every placeholder stands for.
func TestFixScripts(t *testing.T) {
	catalog := newCatalog(t)
	carriedOut := 0
	for _, file := range glob(t, filepath.Join(fixturesFolder, "*", "*.hcl")) {
		for _, f := range checkFiles(t, catalog, file).Findings {
			for _, made := range scripts.Files(&report.Report{Findings: []*report.Finding{f}}) {
				carriedOut += strings.Count(made.Text, "\r\nStep ")
				lines := strings.Split(made.Text, "\r\n")
				for i, line := range lines {
					switch {
					case strings.HasPrefix(line, "# By hand: This script knows") && !byHand.MatchString(commandBelow(lines[i:])):
						t.Errorf("%s: %s leaves to people %s", file, f.Rule.ID, commandBelow(lines[i:]))
					case strings.HasPrefix(line, "#   <") && strings.HasSuffix(line, ">:"):
						t.Errorf("%s: %s does not say what stands for %s: name it in report/scripts/lookup.go", file, f.Rule.ID, line)
					}
				}
			}
		}
		if *fixScripts == "" {
			continue
		}
		for _, made := range scripts.Files(&report.Report{Findings: checkFiles(t, catalog, file).Findings}) {
			name := strings.ReplaceAll(strings.TrimPrefix(file, fixturesFolder), string(filepath.Separator), "-") + "-" + made.Name
			if err := os.WriteFile(filepath.Join(*fixScripts, name), []byte(made.Text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	if carriedOut < 1000 {
		t.Errorf("%d steps only", carriedOut)
	}
	t.Logf("%d steps", carriedOut)
}

// commandBelow is the last line of the comment.
func commandBelow(lines []string) string {
	last := ""
	for _, line := range lines {
		if !strings.HasPrefix(line, "#") {
			break
		}
		last = line
	}
	return last
}
