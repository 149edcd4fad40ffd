//go:build unix

package main

import (
	"encoding/json"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"hybridlint/testdata/nasty"
)

// fileNames are the hostile texts that a file may be called by, with the ending of a configuration.
func fileNames() (names []string) {
	seen := map[string]bool{}
	for _, text := range append(nasty.Texts(), worst, "a..b", "-", "--output=x", "-rf", "%2e%2e", strings.Repeat("n", 250)) {
		name := strings.ReplaceAll(strings.ReplaceAll(text, "\x00", ""), "/", "") + ".hcl"
		if len(name) <= 255 && !strings.HasPrefix(name, ".") && !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	return names
}

// Whatever a file is called, and the folder that it is in, it is checked, and no report of it acts on whoever reads it.
func TestFileNamesDoNotAct(t *testing.T) {
	bad, err := os.ReadFile("../../testdata/rules/HYB302/bad.hcl")
	if err != nil {
		t.Fatal(err)
	}
	linter := newKeepingLinter(t)
	names := fileNames()
	if len(names) < 60 {
		t.Fatalf("%d names only", len(names))
	}
	for i, name := range names {
		folderName := names[(i+1)%len(names)]
		root := t.TempDir()
		if err := os.MkdirAll(filepath.Join(root, folderName), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(root, folderName, name), bad, 0o600); err != nil {
			t.Fatalf("%q: %v", name, err)
		}
		runs := reportsOf(t, linter, root, ".")
		want := ExitFindings
		if !utf8.ValidString(folderName) {
			want = ExitIncomplete // which is said, and not passed over
		}
		for format, run := range runs {
			if run.status != want {
				t.Errorf("%s of %q: status %d: %s", format, name, run.status, run.stderr)
			}
			checkHarmless(t, format, format, run.stdout)
			checkParses(t, format, run.stdout)
		}
		if want == ExitFindings {
			checkURIs(t, runs["sarif"].stdout, folderName+"/"+name)
		}
	}
}

// checkURIs: what SARIF calls a file leads to it.
func checkURIs(t *testing.T, written, name string) {
	t.Helper()
	var log struct {
		Runs []struct {
			Results []struct {
				Locations []struct {
					PhysicalLocation struct{ ArtifactLocation struct{ URI string } }
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(written), &log); err != nil || len(log.Runs) != 1 || len(log.Runs[0].Results) == 0 {
		t.Fatalf("%v\n%s", err, written)
	}
	for _, result := range log.Runs[0].Results {
		uri := result.Locations[0].PhysicalLocation.ArtifactLocation.URI
		parsed, err := url.Parse(uri)
		if err != nil || parsed.IsAbs() || parsed.Host != "" || parsed.RawQuery != "" || parsed.Fragment != "" || strings.TrimPrefix(parsed.Path, "./") != name {
			t.Errorf("%q is called %q: %+v, %v", name, uri, parsed, err)
		}
	}
}
