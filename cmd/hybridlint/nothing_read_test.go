package main

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"hybridlint/report/formats"

	"hybridlint/report"
)

// wellFormed is a configuration in which nothing is wrong. Whatever is added to it, the exit status is about that.
const wellFormed = "forest \"corp\" {\n  exchange_version = \"SE\"\n}\n\nuser_mailbox \"amy@contoso.com\" {\n  home = \"corp\"\n}\n"

// attempt is a run that could be taken for a clean one.
type attempt struct {
	files     map[string]string
	prepare   func(t *testing.T, root string)
	stdin     io.Reader
	linter    linter
	arguments []string
	want      int
}

// notGreen is everything that is no clean run, although nothing was found.
func notGreen(t *testing.T) map[string]attempt {
	t.Helper()
	all := map[string]attempt{
		"no file at all":                         {want: ExitIncomplete},
		"a folder without HCL":                   {files: map[string]string{"notes.txt": "x", ".hidden.hcl": wellFormed}, want: ExitIncomplete},
		"one of two folders without HCL":         {files: map[string]string{"a/a.hcl": wellFormed, "b/b.txt": ""}, arguments: []string{"a", "b"}, want: ExitIncomplete},
		"a path that is not there":               {arguments: []string{"nowhere"}, want: ExitIncomplete},
		"one of two paths that is not there":     {files: map[string]string{"a.hcl": wellFormed}, arguments: []string{"a.hcl", "b.hcl"}, want: ExitIncomplete},
		"a path without a name":                  {files: map[string]string{"a.hcl": wellFormed}, arguments: []string{"a.hcl", ""}, want: ExitIncomplete},
		"everything excluded":                    {files: map[string]string{"a.hcl": wellFormed, settingsFileName: `exclude = ["**"]`}, want: ExitIncomplete},
		"a link that leads nowhere":              {files: map[string]string{"a.hcl": wellFormed}, prepare: link("nowhere.hcl", "b.hcl"), want: ExitIncomplete},
		"a link that leads out of the folder":    {files: map[string]string{"in/a.hcl": wellFormed, "b.hcl": wellFormed}, prepare: link("../b.hcl", "in/b.hcl"), arguments: []string{"in"}, want: ExitIncomplete},
		"a file that nobody may read":            {files: map[string]string{"a.hcl": wellFormed, "b.hcl": wellFormed}, prepare: forbid("b.hcl"), want: ExitIncomplete},
		"a folder that nobody may read":          {files: map[string]string{"a.hcl": wellFormed, "b/b.hcl": wellFormed}, prepare: forbid("b"), want: ExitIncomplete},
		"standard input that cannot be read":     {stdin: brokenDisk{}, arguments: []string{"-"}, want: ExitIncomplete},
		"a file that ends in the middle":         {files: map[string]string{"a.hcl": wellFormed, "b.hcl": wellFormed[:30]}, want: ExitIncomplete},
		"a file that ends in a string":           {files: map[string]string{"a.hcl": wellFormed[:len(wellFormed)-8]}, want: ExitIncomplete},
		"a file that is no UTF-8":                {files: map[string]string{"a.hcl": wellFormed, "b.hcl": "# \xff\n"}, want: ExitIncomplete},
		"a file in UTF-16":                       {files: map[string]string{"a.hcl": wellFormed, "b.hcl": "\xff\xfe#\x00"}, want: ExitIncomplete},
		"a file with a NUL":                      {files: map[string]string{"a.hcl": wellFormed + "\x00"}, want: ExitIncomplete},
		"an unknown block":                       {files: map[string]string{"a.hcl": wellFormed + "tenat \"x\" {}\n"}, want: ExitIncomplete},
		"a merge conflict":                       {files: map[string]string{"a.hcl": wellFormed + "<<<<<<< HEAD\n=======\n>>>>>>> x\n"}, want: ExitIncomplete},
		"an exception for an unknown rule":       {files: map[string]string{"a.hcl": wellFormed + "exception \"HYB999\" {\n  rationale = \"x\"\n}\n"}, want: ExitIncomplete},
		"a comment for an unknown rule":          {files: map[string]string{"a.hcl": "# hybridlint:ignore HYB999 -- x\n" + wellFormed}, want: ExitIncomplete},
		"every rule disabled":                    {files: map[string]string{"a.hcl": wellFormed}, arguments: disableAll(t), want: ExitIncomplete},
		"a worker that panics":                   {files: map[string]string{"a.hcl": wellFormed}, stdin: panicking{}, arguments: []string{".", "-"}, want: ExitIncomplete},
		"a linter that panics":                   {files: map[string]string{"a.hcl": wellFormed}, linter: brokenLinter{&fakeLinter{}, true}, want: ExitIncomplete},
		"a linter that fails":                    {files: map[string]string{"a.hcl": wellFormed}, linter: brokenLinter{&fakeLinter{}, false}, want: ExitIncomplete},
		"policies that are not there":            {files: map[string]string{"a.hcl": wellFormed}, arguments: []string{".", "--policies", "nowhere"}, want: ExitIncomplete},
		"a folder without policies":              {files: map[string]string{"a.hcl": wellFormed, "b/c": ""}, arguments: []string{".", "--policies", "b"}, want: ExitIncomplete},
		"a policy that does not compile":         ownPolicy(`finding contains {"at": ["no_such`),
		"a policy of what is not there":          ownPolicy(`finding contains {"at": []} if input.entry.no_such_fact`),
		"a policy that calls the network":        ownPolicy(`finding contains {"at": []} if http.send({"url": "https://evil.example", "method": "get"})`),
		"a policy that fails while it runs":      ownPolicy(`finding contains {"at": []} if to_number(concat("", ["x", input.recipient.type])) == 1`),
		"exports that are not there":             {arguments: []string{"--from", "nowhere"}, want: ExitIncomplete},
		"an export that is none":                 {files: map[string]string{"e/a.csv": "a,b\nc,d\n"}, arguments: []string{"--from", "e"}, want: ExitIncomplete},
		"an export that ends in the middle":      {files: map[string]string{"a.hcl": wellFormed, "e/a.json": `[{"Identity": "x",`}, arguments: []string{".", "--from", "e"}, want: ExitIncomplete},
		"a report in no folder":                  {files: map[string]string{"a.hcl": wellFormed}, arguments: []string{".", "--report", "json=nowhere/a.json"}, want: ExitIncomplete},
		"a report in place of a folder":          {files: map[string]string{"a.hcl": wellFormed, "b/c": ""}, arguments: []string{".", "--report", "json=b"}, want: ExitIncomplete},
		"an unknown rule in --enable":            {arguments: []string{"--enable", "HYB999"}, want: ExitUsage},
		"an unknown rule in --disable":           {arguments: []string{"--disable", "HYB206,HYB999"}, want: ExitUsage},
		"an unknown rule in enable":              {files: map[string]string{settingsFileName: `enable = ["HYB999"]`}, want: ExitUsage},
		"an unknown rule in disable":             {files: map[string]string{settingsFileName: `disable = ["send-as-missing"]`}, want: ExitUsage},
		"an unknown rule with a severity":        {files: map[string]string{settingsFileName: "rule \"HYB999\" {\n  severity = \"note\"\n}\n"}, want: ExitUsage},
		"an unknown setting":                     {files: map[string]string{settingsFileName: `fial_on = "note"`}, want: ExitUsage},
		"an unknown block of settings":           {files: map[string]string{settingsFileName: "rules {}\n"}, want: ExitUsage},
		"an unknown limit":                       {arguments: []string{"--limit", "memory=1"}, want: ExitUsage},
		"settings that end in the middle":        {files: map[string]string{settingsFileName: `fail_on = "no`}, want: ExitUsage},
		"settings that are not there":            {arguments: []string{"--config", "nowhere.hcl"}, want: ExitUsage},
		"an unknown format":                      {arguments: []string{"--format", "sarfi"}, want: ExitUsage},
		"an unknown format of a further report":  {arguments: []string{"--report", "sarfi=a"}, want: ExitUsage},
		"an unknown level":                       {arguments: []string{"--fail-on", "never"}, want: ExitUsage},
		"an unknown profile":                     {arguments: []string{"--profile", "all"}, want: ExitUsage},
		"an unknown flag":                        {arguments: []string{"--no-fail"}, want: ExitUsage},
		"a side of no exports that is not known": {files: map[string]string{"e/a.csv": "a,b\nc,d\n"}, arguments: []string{"--from", "e", "--side", "=x"}, want: ExitUsage},
	}
	if runtime.GOOS == "linux" {
		all["a file whose disk is broken"] = attempt{files: map[string]string{"a.hcl": wellFormed}, arguments: []string{".", "/proc/self/mem"}, want: ExitIncomplete}
		for _, f := range formats.All() {
			all["a full disk below "+f.Name] = attempt{files: map[string]string{"a.hcl": wellFormed}, arguments: []string{".", "--report", f.Name + "=/dev/full"}, want: ExitIncomplete}
		}
	}
	return all
}

func link(to, from string) func(*testing.T, string) {
	return func(t *testing.T, root string) {
		t.Helper()
		if err := os.Symlink(to, filepath.Join(root, from)); err != nil {
			t.Skip(err)
		}
	}
}

func forbid(name string) func(*testing.T, string) {
	return func(t *testing.T, root string) {
		t.Helper()
		file := filepath.Join(root, name)
		if err := os.Chmod(file, 0); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = os.Chmod(file, 0o700) })
		if f, err := os.Open(file); err == nil {
			f.Close()
			t.Skip("whoever runs this may read everything")
		}
	}
}

func disableAll(t *testing.T) []string {
	t.Helper()
	var ids []string
	for _, r := range realRules(t) {
		ids = append(ids, r.ID)
	}
	return []string{".", "--disable", strings.Join(ids, ",")}
}

// ownPolicy is a run with a rule of the user's own that has this body.
func ownPolicy(body string) attempt {
	const head = "# METADATA\n# title: Mine\n# description: Mine.\n# related_resources:\n# - ref: https://learn.microsoft.com/exchange/permissions\n#   description: Permissions, checked 2026-08-27\n" +
		"# schemas:\n# - input: schema.recipient\n# custom:\n#   id: OWN101\n#   severity: warning\n#   scopes: [recipient]\n#   why_severity: Somebody said so.\n#   message: \"{recipient} is mine\"\n" +
		"#   remediation:\n#   - where: recipient_home\n#     text: Ask somebody.\n#   fold: recipient\npackage own.of_mine\n\nimport rego.v1\n\n"
	return attempt{files: map[string]string{"a.hcl": wellFormed, "rules/own/of_mine.rego": head + body + "\n"}, arguments: []string{"a.hcl", "--policies", "rules"}, want: ExitIncomplete}
}

type brokenDisk struct{}

func (brokenDisk) Read([]byte) (int, error) { return 0, errors.New("the disk is broken") }

type panicking struct{}

func (panicking) Read([]byte) (int, error) { panic("a mistake of the program") }

// brokenLinter knows its rules and can do nothing with them.
type brokenLinter struct {
	*fakeLinter
	panics bool
}

func (l brokenLinter) Check(context.Context, request) (*report.Report, error) {
	if l.panics {
		panic("a mistake of the program")
	}
	return nil, errors.New("the rules do not fit together")
}

// Green means checked: whatever keeps a run from checking everything has an exit status of its own, and SARIF, where it is
// written, says so.
func TestGreenMeansChecked(t *testing.T) {
	if got := runIn(t, newLinter(), map[string]string{"a.hcl": wellFormed}, "check"); got.status != ExitClean {
		t.Fatalf("nothing is wrong with this one: %+v", got)
	}
	shared := newLinter()
	for name, a := range notGreen(t) {
		t.Run(name, func(t *testing.T) {
			root := folder(t, a.files)
			if a.prepare != nil {
				a.prepare(t, root)
			}
			l := a.linter
			if l == nil {
				l = shared
			}
			got := runWith(t, l, root, a.stdin, append([]string{"check", "--report", "sarif=last.sarif"}, a.arguments...)...)
			if got.status != a.want {
				t.Errorf("status %d, want %d; %s%s", got.status, a.want, got.stdout, got.stderr)
			}
			checkRefusal(t, filepath.Join(root, "last.sarif"), a.want)
		})
	}
}

// checkRefusal: SARIF is there, is valid and says that the run was not successful; of wrong usage there is none.
func checkRefusal(t *testing.T, file string, want int) {
	t.Helper()
	written, err := os.ReadFile(file)
	if want == ExitUsage {
		if err == nil {
			t.Errorf("there is a report of what was not even begun: %s", written)
		}
		return
	}
	var log struct {
		Version string
		Runs    []struct {
			Tool        struct{ Driver struct{ Name string } }
			Invocations []struct {
				ExecutionSuccessful        *bool
				ExitCode                   int
				ToolExecutionNotifications []struct {
					Level   string
					Message struct{ Text string }
				}
			}
		}
	}
	if err := errors.Join(err, json.Unmarshal(written, &log)); err != nil {
		t.Fatal(err)
	}
	if log.Version != "2.1.0" || len(log.Runs) != 1 || len(log.Runs[0].Invocations) != 1 || log.Runs[0].Tool.Driver.Name == "" {
		t.Fatalf("no SARIF: %s", written)
	}
	i := log.Runs[0].Invocations[0]
	if i.ExecutionSuccessful == nil || *i.ExecutionSuccessful || i.ExitCode != want {
		t.Errorf("SARIF says %+v", i)
	}
	if len(i.ToolExecutionNotifications) == 0 || i.ToolExecutionNotifications[0].Level != "error" || i.ToolExecutionNotifications[0].Message.Text == "" {
		t.Errorf("SARIF does not say why: %+v", i)
	}
}
