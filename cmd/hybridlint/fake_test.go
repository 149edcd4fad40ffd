package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hybridlint/report"
)

// fakeLinter answers with what it is given and remembers what it was asked.
type fakeLinter struct {
	findings []*report.Finding
	problems []report.Problem
	files    int
	noRules  bool
	err      error
	asked    request
}

func fakeRules() []*report.Rule {
	rule := func(id, name, family string, severity report.Severity) *report.Rule {
		return &report.Rule{ID: id, Name: name, Family: family, Title: "Title of " + name, Severity: severity, Profile: report.DefaultProfile,
			Resources: []report.Resource{{Title: "A page", URL: "https://learn.microsoft.com/exchange/permissions"}}}
	}
	return []*report.Rule{rule("HYB206", "automapping-cross-premises", "full_access", report.Warning),
		rule("HYB302", "send-as-missing-on-other-side", "send_as", report.Error)}
}

func (l *fakeLinter) Rules(context.Context, ownPolicies) (*knownRules, error) {
	return &knownRules{Rules: fakeRules()}, l.err
}

func (l *fakeLinter) Test(context.Context, testRequest) (*testReport, error) {
	return &testReport{}, l.err
}

func (l *fakeLinter) MetadataHelp() string { return "metadata" }

func (l *fakeLinter) Facts(string) (facts, error) { return facts{}, l.err }

func (l *fakeLinter) Compare(ctx context.Context, r request, _ *against) (*report.Report, error) {
	return l.Check(ctx, r)
}

func (l *fakeLinter) Check(_ context.Context, r request) (*report.Report, error) {
	l.asked = r
	checked := &report.Report{Complete: len(l.problems) == 0, Rules: fakeRules(), Findings: l.findings, Problems: l.problems, Settings: r.Settings,
		Summary: report.Summary{Files: l.files, Rules: 2}}
	if l.noRules {
		checked.Rules = nil
	}
	for _, f := range l.findings {
		checked.Summary.Count(f.Severity, f.Suppressed != nil)
	}
	return checked, nil
}

func finding(severity report.Severity) *report.Finding {
	return &report.Finding{Rule: fakeRules()[1], Severity: severity, Message: "amy cannot send as sales", Subject: "grant",
		Location: report.Location{File: "a.hcl", Start: report.Position{Line: 1, Column: 1}, End: report.Position{Line: 1, Column: 2}}}
}

// outcome is what a run of the program left behind.
type outcome struct {
	status         int
	stdout, stderr string
}

// runIn runs the program in a folder with these files, which testing.T cleans up.
func runIn(t *testing.T, l linter, files map[string]string, arguments ...string) outcome {
	t.Helper()
	return runInFolder(t, l, folder(t, files), arguments...)
}

func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for name, content := range files {
		file := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func runInFolder(t *testing.T, l linter, directory string, arguments ...string) outcome {
	t.Helper()
	return runWith(t, l, directory, nil, arguments...)
}

// runWith runs the program with something to read from standard input; nil is nothing.
func runWith(t *testing.T, l linter, directory string, stdin io.Reader, arguments ...string) outcome {
	t.Helper()
	if stdin == nil {
		stdin = strings.NewReader("")
	}
	var stdout, stderr strings.Builder
	p := &program{stdin: stdin, stdout: &stdout, stderr: &stderr, directory: directory,
		getenv: func(string) string { return "" },
		now:    func() time.Time { return time.Date(2026, 9, 1, 12, 0, 0, 0, time.UTC) },
		linter: l, tool: report.Tool{Name: "hybridlint", Version: "0.1.0"}}
	code := p.run(t.Context(), arguments)
	return outcome{code, stdout.String(), stderr.String()}
}
