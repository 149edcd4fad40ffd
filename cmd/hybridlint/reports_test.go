package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hybridlint/report"
)

func TestSeveralReportsOfOneRun(t *testing.T) {
	l := &fakeLinter{files: 1, findings: []*report.Finding{finding(report.Error)}}
	root := folder(t, nil)
	arguments := []string{"check", "--format", "text", "--color", "always"}
	for _, name := range formatNames() {
		arguments = append(arguments, "--report", name+"=out."+name)
	}
	got := runInFolder(t, l, root, arguments...)
	if got.status != ExitFindings || !strings.Contains(got.stdout, "amy cannot send as sales") {
		t.Errorf("%+v", got)
	}
	for _, name := range formatNames() {
		content, err := os.ReadFile(filepath.Join(root, "out."+name))
		if err != nil || !strings.Contains(string(content), "HYB302") {
			t.Errorf("%s: %v: %s", name, err, content)
		}
	}
	alone := runIn(t, l, nil, "check", "--format", "json")
	if content, _ := os.ReadFile(filepath.Join(root, "out.json")); string(content) != alone.stdout {
		t.Error("a report beside others is not the one that stands alone")
	}
}

func TestReportsCarryTheExitStatus(t *testing.T) {
	root := folder(t, nil)
	runInFolder(t, &fakeLinter{files: 1, findings: []*report.Finding{finding(report.Error)}}, root, "check", "--report", "sarif=a.sarif")
	content, _ := os.ReadFile(filepath.Join(root, "a.sarif"))
	if !strings.Contains(string(content), `"exitCode":1`) {
		t.Errorf("%s", content)
	}
}

func TestWrongReports(t *testing.T) {
	tests := map[string][]string{
		"is a format and a file":           {"--report", "sarif"},
		"like sarif=":                      {"--report", "sarif="},
		`did you mean "sarif"`:             {"--report", "sarfi=a"},
		"standard output has":              {"--report", "sarif=-"},
		"two reports go to ./b/../a.sarif": {"--report", "sarif=a.sarif", "--report", "json=./b/../a.sarif", "--report", "json=a.sarif"},
		"two reports go to b.json":         {"--output", "./b.json", "--report", "json=b.json"},
	}
	for want, arguments := range tests {
		root := folder(t, nil)
		got := runInFolder(t, &fakeLinter{files: 1}, root, append([]string{"check"}, arguments...)...)
		if left, _ := os.ReadDir(root); got.status != ExitUsage || !strings.Contains(got.stderr, want) || len(left) > 0 || got.stdout != "" {
			t.Errorf("%q: %+v", arguments, got)
		}
	}
}

// A report that cannot be written is no report, but the others are still written.
func TestReportThatCannotBeWritten(t *testing.T) {
	root := folder(t, map[string]string{"old.json": "what was there before"})
	got := runInFolder(t, &fakeLinter{files: 1}, root, "check", "--report", "sarif=nowhere/a.sarif", "--report", "json=old.json")
	if got.status != ExitIncomplete || !strings.Contains(got.stderr, "could not be written") || !strings.Contains(got.stderr, "a.sarif") {
		t.Errorf("%+v", got)
	}
	if content, err := os.ReadFile(filepath.Join(root, "old.json")); err != nil || !json.Valid(content) || !strings.Contains(got.stdout, "No findings") {
		t.Errorf("%v: %s, %q", err, content, got.stdout)
	}
}
