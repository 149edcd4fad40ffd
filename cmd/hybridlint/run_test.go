package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hybridlint/report"
)

func TestExitStatus(t *testing.T) {
	problem := []report.Problem{{Severity: report.Error, Summary: "Unknown block"}}
	suppressed := finding(report.Error)
	suppressed.Suppressed = &report.Suppression{Kind: "exception", Rationale: "known"}
	tests := map[string]struct {
		linter    fakeLinter
		arguments []string
		want      int
	}{
		"nothing found":             {fakeLinter{files: 1}, nil, ExitClean},
		"an error":                  {fakeLinter{files: 1, findings: []*report.Finding{finding(report.Error)}}, nil, ExitFindings},
		"a warning":                 {fakeLinter{files: 1, findings: []*report.Finding{finding(report.Warning)}}, nil, ExitClean},
		"a warning that fails":      {fakeLinter{files: 1, findings: []*report.Finding{finding(report.Warning)}}, []string{"--fail-on", "warning"}, ExitFindings},
		"a note below the level":    {fakeLinter{files: 1, findings: []*report.Finding{finding(report.Note)}}, []string{"--fail-on", "warning"}, ExitClean},
		"a note that fails":         {fakeLinter{files: 1, findings: []*report.Finding{finding(report.Note)}}, []string{"--fail-on", "note"}, ExitFindings},
		"a suppressed error":        {fakeLinter{files: 1, findings: []*report.Finding{suppressed}}, nil, ExitClean},
		"a problem":                 {fakeLinter{files: 1, problems: problem}, nil, ExitIncomplete},
		"a problem and an error":    {fakeLinter{files: 1, problems: problem, findings: []*report.Finding{finding(report.Error)}}, nil, ExitIncomplete},
		"no file":                   {fakeLinter{}, nil, ExitIncomplete},
		"no rule":                   {fakeLinter{files: 1, noRules: true}, nil, ExitIncomplete},
		"broken rules":              {fakeLinter{files: 1, err: errors.New("HYB302: no title")}, nil, ExitIncomplete},
		"unknown flag":              {fakeLinter{files: 1}, []string{"--fromat", "json"}, ExitUsage},
		"unknown format":            {fakeLinter{files: 1}, []string{"--format", "jsno"}, ExitUsage},
		"unknown level":             {fakeLinter{files: 1}, []string{"--fail-on", "errors"}, ExitUsage},
		"unknown profile":           {fakeLinter{files: 1}, []string{"--profile", "extend"}, ExitUsage},
		"unknown rule":              {fakeLinter{files: 1}, []string{"--disable", "HYB999"}, ExitUsage},
		"unknown colour mode":       {fakeLinter{files: 1}, []string{"--color", "yes"}, ExitUsage},
		"unknown log level":         {fakeLinter{files: 1}, []string{"--log-level", "loud"}, ExitUsage},
		"negative fold":             {fakeLinter{files: 1}, []string{"--fold", "-1"}, ExitUsage},
		"negative jobs":             {fakeLinter{files: 1}, []string{"--jobs", "-1"}, ExitUsage},
		"a day that is none":        {fakeLinter{files: 1}, []string{"--today", "2026-02-30"}, ExitUsage},
		"on and off":                {fakeLinter{files: 1}, []string{"--enable", "HYB302", "--disable", "hyb302"}, ExitUsage},
		"a settings file not there": {fakeLinter{files: 1}, []string{"--config", "nowhere.hcl"}, ExitUsage},
		"output in no folder":       {fakeLinter{files: 1}, []string{"--output", "nowhere/report.json"}, ExitIncomplete},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			for _, format := range []string{"text", "json", "sarif"} {
				got := runIn(t, &test.linter, nil, append([]string{"check", "--format", format}, test.arguments...)...)
				if got.status != test.want {
					t.Errorf("%s: status %d, want %d; standard error: %s", format, got.status, test.want, got.stderr)
				}
				if test.want == ExitUsage && (got.stdout != "" || got.stderr == "") {
					t.Errorf("%s: wrong usage wrote %q, and %q to standard error", format, got.stdout, got.stderr)
				}
			}
		})
	}
}

func TestMistakesGetSuggestions(t *testing.T) {
	tests := map[string]struct {
		arguments []string
		want      string
	}{
		"command":    {[]string{"chekc"}, `did you mean "check"?`},
		"flag":       {[]string{"check", "--fromat", "json"}, "did you mean --format?"},
		"format":     {[]string{"check", "--format", "srif"}, `did you mean "sarif"?`},
		"far format": {[]string{"check", "--format", "spreadsheet"}, "it is one of text, json, sarif"},
		"rule":       {[]string{"explain", "send-as-missing-on-other-sid"}, `did you mean "send-as-missing-on-other-side"?`},
		"rule id":    {[]string{"check", "--disable", "HYB207"}, `did you mean "HYB206"?`},
		"help topic": {[]string{"help", "exit-code"}, `did you mean "exit-codes"?`},
		"profile":    {[]string{"check", "--profile", "extend"}, `did you mean "extended"?`},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			got := runIn(t, &fakeLinter{files: 1}, nil, test.arguments...)
			if got.status != ExitUsage || !strings.Contains(got.stderr, test.want) || got.stdout != "" {
				t.Errorf("status %d, %q on standard output, and on standard error %q, want %q", got.status, got.stdout, got.stderr, test.want)
			}
		})
	}
}

func TestProgramWithoutCommand(t *testing.T) {
	got := runIn(t, &fakeLinter{}, nil)
	if got.status != ExitUsage || got.stdout != "" || !strings.Contains(got.stderr, "check") {
		t.Errorf("%+v", got)
	}
}

func TestInformation(t *testing.T) {
	for _, test := range []struct {
		arguments []string
		want      string
	}{
		{[]string{"version"}, "hybridlint "},
		{[]string{"--version"}, "0.1.0"},
		{[]string{"--help"}, "never connects to anything"},
		{[]string{"help", "check"}, "--fail-on"},
		{[]string{"help", "exit-codes"}, "130  The run was interrupted."},
		{[]string{"rules"}, "HYB206  automapping-cross-premises"},
		{[]string{"rules", "--format", "json"}, `"id":"HYB302"`},
		{[]string{"rules", "--format", "markdown"}, "| HYB302 | `send-as-missing-on-other-side` |"},
		{[]string{"explain", "hyb302"}, "HYB302 send-as-missing-on-other-side (error)"},
		{[]string{"explain", "Send-As-Missing-On-Other-Side", "--color", "always"}, "\x1b["},
		{[]string{"completion", "bash"}, "bash completion"},
		{[]string{"__complete", "explain", ""}, "HYB302"},
		{[]string{"__complete", "check", "--format", ""}, "sarif"},
	} {
		got := runIn(t, &fakeLinter{}, nil, test.arguments...)
		if got.status != ExitClean || !strings.Contains(got.stdout, test.want) {
			t.Errorf("%q: status %d and %q, want %q in it", test.arguments, got.status, got.stdout, test.want)
		}
	}
}

func TestRequestSaysWhatWasAsked(t *testing.T) {
	l := &fakeLinter{files: 1}
	files := map[string]string{".hybridlint.hcl": `
profiles = ["verbose"]
disable  = ["HYB206", "send-as-missing-on-other-side"]
exclude  = ["archive/**"]
rule "automapping-cross-premises" { severity = "note" }
`}
	runIn(t, l, files, "check", "a.hcl", "-", "--jobs", "3", "--no-memo", "--profile", "extended,verbose", "--enable", "hyb302", "--today", "2027-01-31")
	a := l.asked
	if !slices.Equal(a.Paths, []string{"a.hcl", "-"}) || a.Jobs != 3 || !a.NoMemo || a.Today.Format("20060102") != "20270131" ||
		!slices.Equal(a.Profiles, []report.Profile{"default", "extended", "verbose"}) || !slices.Equal(a.Exclude, []string{"archive/**"}) ||
		!slices.Equal(a.Enable, []string{"HYB302"}) || !slices.Equal(a.Disable, []string{"HYB206"}) || a.Severities["HYB206"] != report.Note {
		t.Errorf("%+v", a)
	}
	runIn(t, l, nil, "check")
	if a = l.asked; !slices.Equal(a.Paths, []string{"."}) || a.Today.Format("20060102") != "20260901" {
		t.Errorf("%+v", a)
	}
}

func TestOutputIsWrittenAtOnceOrNotAtAll(t *testing.T) {
	root := folder(t, map[string]string{"old.json": "what was there before"})
	got := runInFolder(t, &fakeLinter{files: 1}, root, "check", "--format", "json", "--output", "old.json")
	written, err := os.ReadFile(filepath.Join(root, "old.json"))
	if err != nil || !json.Valid(written) || got.stdout != "" || got.status != ExitClean {
		t.Errorf("%+v, %v: %s", got, err, written)
	}
	broken := errors.New("broken")
	inside, err := os.OpenRoot(root)
	if err != nil {
		t.Fatal(err)
	}
	defer inside.Close()
	for _, name := range []string{"old.json", "new.json"} {
		if err := writeFile(inside, name, func(w io.Writer) error { io.WriteString(w, "half"); return broken }); !errors.Is(err, broken) {
			t.Error(err)
		}
	}
	if after, _ := os.ReadFile(filepath.Join(root, "old.json")); !bytes.Equal(after, written) {
		t.Errorf("a failed run left %q", after)
	}
	if left, _ := os.ReadDir(root); len(left) != 1 {
		t.Errorf("a failed run left files behind: %v", left)
	}
}

type closedPipe struct{}

func (closedPipe) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestOutputThatCannotBeWritten(t *testing.T) {
	for _, arguments := range [][]string{{"check"}, {"check", "--format", "json"}, {"rules"}, {"explain", "HYB302"}, {"settings"}, {"version"}} {
		var stderr strings.Builder
		p := &program{stdout: closedPipe{}, stderr: &stderr, directory: t.TempDir(), getenv: func(string) string { return "" }, now: nowForTests, linter: &fakeLinter{files: 1}}
		if code := p.run(t.Context(), arguments); code != ExitIncomplete || !strings.Contains(stderr.String(), "could not be written") {
			t.Errorf("%q: status %d and %q", arguments, code, stderr.String())
		}
	}
}

func TestInterrupt(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var stdout, stderr strings.Builder
	p := &program{stdout: &stdout, stderr: &stderr, directory: t.TempDir(), getenv: func(string) string { return "" }, now: nowForTests, linter: &fakeLinter{files: 1}}
	if code := p.run(ctx, []string{"check"}); code != ExitInterrupted || stdout.String() != "" {
		t.Errorf("status %d and %q", code, stdout.String())
	}
}

func TestColor(t *testing.T) {
	l := &fakeLinter{files: 1, findings: []*report.Finding{finding(report.Error)}}
	for mode, want := range map[string]bool{"auto": false, "always": true, "never": false} {
		if got := runIn(t, l, nil, "check", "--color", mode); strings.Contains(got.stdout, "\x1b[") != want {
			t.Errorf("%s: %q", mode, got.stdout)
		}
	}
}

func TestIncompleteRunIsSaidWhereTheReportIsNotSeen(t *testing.T) {
	l := &fakeLinter{files: 1, problems: []report.Problem{{Severity: report.Error, Summary: "Unknown block"}}}
	if got := runIn(t, l, nil, "check", "--format", "json"); !strings.Contains(got.stderr, "not complete") || !json.Valid([]byte(got.stdout)) {
		t.Errorf("%+v", got)
	}
	if got := runIn(t, l, nil, "check"); got.stderr != "" || !strings.Contains(got.stdout, "THE RUN WAS NOT COMPLETE") {
		t.Errorf("%+v", got)
	}
}

func TestLogIsOffUnlessAskedFor(t *testing.T) {
	if got := runIn(t, &fakeLinter{files: 1}, nil, "check"); got.stderr != "" {
		t.Errorf("%q", got.stderr)
	}
	if got := runIn(t, &fakeLinter{files: 1}, nil, "check", "--log-level", "info"); !strings.Contains(got.stderr, `"message":"checked"`) {
		t.Errorf("%q", got.stderr)
	}
}

func TestWhatTheUserTypedIsHarmlessInErrors(t *testing.T) {
	for _, arguments := range [][]string{{"\x1b[31m"}, {"check", "--format", "\x1b[31m"}, {"explain", "\u202e"}, {"check", "--\x1b[31m"}, {"check", "--fold", "\x1b[31m"}} {
		got := runIn(t, &fakeLinter{files: 1}, nil, arguments...)
		if strings.ContainsAny(got.stderr, "\x1b\u202e") || got.status != ExitUsage {
			t.Errorf("%q: %q", arguments, got.stderr)
		}
	}
}
