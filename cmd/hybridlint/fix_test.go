package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hybridlint/report"
	"hybridlint/report/scripts"
)

// TestFixSample compares the files for the sample with those of testdata, which a reader can look at.
func TestFixSample(t *testing.T) {
	out := t.TempDir()
	got := runInFolder(t, newLinter(), "../..", "fix", "testdata/contoso", "--today", "2026-06-15", "--out", out)
	if got.status != ExitFindings || got.stderr != "" {
		t.Fatalf("%+v", got)
	}
	said := `OUT/exchange-corp.ps1: 4 steps in Exchange Management Shell (on-premises), forest corp, and 2 to complete by hand
OUT/exchange-online.ps1: 4 steps in Exchange Online PowerShell
OUT/checklist.md: begin here; the order, and 7 tasks that no script does. Run each script with -WhatIf first.
`
	if text := strings.ReplaceAll(got.stdout, filepath.ToSlash(out), "OUT"); text != said {
		t.Errorf("it says:\n%s", text)
	}
	names := namesIn(t, out)
	if len(names) != len(namesIn(t, "testdata/fix")) {
		t.Errorf("%q", names)
	}
	for _, name := range names {
		text, err := os.ReadFile(filepath.Join(out, name))
		if err != nil {
			t.Fatal(err)
		}
		// What is the same in all scripts is beside the package that has it.
		before, after, _ := strings.Cut(string(text), "$ErrorActionPreference")
		if _, steps, ok := strings.Cut(after, "\r\ntry {\r\n\r\n"); ok {
			before += "...\ntry {\n" + steps
		}
		golden := "testdata/fix/" + strings.TrimSuffix(name, ".ps1") + ".txt"
		got := strings.ReplaceAll(strings.TrimPrefix(before, "\ufeff"), "\r\n", "\n")
		if *updateScripts {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if want, err := os.ReadFile(golden); err != nil || string(want) != got {
			t.Errorf("%s differs (-update rewrites it): %v\n%s", golden, err, got)
		}
	}
}

func namesIn(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

const mailboxes = `forest "corp" {}
tenant "t" {}
user_mailbox "amy@contoso.com" { home = "cloud" }
shared_mailbox "sales@contoso.com" { home = "corp" }
`

const unsplitGrant = `grant "full_access" {
  recipient    = "sales@contoso.com"
  delegate     = "amy@contoso.com" # a comment
  auto_mapping = true
}
`

func TestFixReplacesWhatItWrote(t *testing.T) {
	root := folder(t, map[string]string{"a.hcl": mailboxes + unsplitGrant, "out/exchange-online.ps1": scripts.Mark + " Earlier.", "out/own.ps1": "Get-Mailbox", "out/exchange-online.saved.xml": "kept"})
	before := runInFolder(t, newLinter(), root, "check")
	got := runInFolder(t, newLinter(), root, "fix", "--out", "out")
	if got.status != before.status || got.stderr != "" {
		t.Errorf("%+v, and check ended with %d", got, before.status)
	}
	names := strings.Join(namesIn(t, filepath.Join(root, "out")), " ")
	if names != "checklist.md exchange-corp.ps1 exchange-online.saved.xml own.ps1 restore-exchange-corp.ps1" {
		t.Errorf("%s", names)
	}
	only := runInFolder(t, newLinter(), root, "fix", "--out", "none", "--only", "severity=note", "--only", "rule=HYB206")
	if only.status != before.status || only.stdout != "none/checklist.md: nothing is to be done.\n" {
		t.Errorf("%+v", only)
	}
	if names := namesIn(t, filepath.Join(root, "none")); len(names) != 1 {
		t.Errorf("filtered: %q", names)
	}
}

func TestFixRefuses(t *testing.T) {
	for name, test := range map[string]struct {
		files     map[string]string
		arguments string
		status    int
		stderr    string
	}{
		"nowhere to write":    {map[string]string{"a.hcl": mailboxes}, "fix", ExitUsage, "needs --out"},
		"not complete":        {map[string]string{"a.hcl": mailboxes + "x {}\n"}, "fix --out out", ExitIncomplete, "no fix was written"},
		"an unknown rule":     {map[string]string{"a.hcl": mailboxes}, "fix --out out --only rule=HYB999", ExitUsage, "there is no rule"},
		"change without base": {map[string]string{"a.hcl": mailboxes}, "fix --out out --only change=new", ExitUsage, "it needs --base"},
		"a file in the way":   {map[string]string{"a.hcl": mailboxes, "out": ""}, "fix --out out", ExitIncomplete, "nothing can be written to out"},
	} {
		root := folder(t, test.files)
		got := runInFolder(t, newLinter(), root, strings.Fields(test.arguments)...)
		if got.status != test.status || !strings.Contains(got.stderr, test.stderr) {
			t.Errorf("%s: %+v", name, got)
		}
		if _, err := os.Stat(filepath.Join(root, "out", scripts.Checklist)); err == nil {
			t.Errorf("%s: something was written", name)
		}
	}
}

func TestFixThroughNoLink(t *testing.T) {
	root := folder(t, map[string]string{"a.hcl": mailboxes + unsplitGrant, "out/x": "", "kept.txt": "kept"})
	if err := os.Symlink("../kept.txt", filepath.Join(root, "out", scripts.Checklist)); err != nil {
		t.Skip(err)
	}
	got := runInFolder(t, newLinter(), root, "fix", "--out", "out")
	text, err := os.ReadFile(filepath.Join(root, "kept.txt"))
	if got.status != ExitIncomplete || err != nil || string(text) != "kept" {
		t.Errorf("%+v, %q, %v", got, text, err)
	}
}

// TestFixWrite mends a file, and finds the finding gone and nothing else in the file changed.
func TestFixWrite(t *testing.T) {
	other := "\r\ngrant   \"full_access\" { # kept\r\n  recipient=\"sales@contoso.com\"\r\n\tdelegate    = \"amy@contoso.com\"\r\n    auto_mapping= 1 < 2 // why\r\n  \r\n}\r\n"
	for name, text := range map[string]string{
		"plain":           mailboxes + unsplitGrant,
		"carriage return": strings.ReplaceAll(mailboxes, "\n", "\r\n") + other,
		"mark":            "\ufeff" + mailboxes + unsplitGrant,
		"other alphabets": strings.ReplaceAll(mailboxes+unsplitGrant, "  auto_mapping", "  /* 👩‍👩‍👧 é */ auto_mapping"),
	} {
		t.Run(name, func(t *testing.T) {
			root := folder(t, map[string]string{"in/a.hcl": text})
			before := runInFolder(t, newLinter(), root, "check", "--format", "csv")
			looked := runInFolder(t, newLinter(), root, "fix", "--write", "--diff")
			if textOf(t, root, "in/a.hcl") != text || !strings.Contains(looked.stdout, "\n+") || !strings.Contains(looked.stdout, "false") {
				t.Errorf("--diff: %+v", looked)
			}
			got := runInFolder(t, newLinter(), root, "fix", "--write")
			if got.stderr != "" || !strings.Contains(got.stdout, "auto_mapping = false, for HYB206\n") {
				t.Errorf("%+v", got)
			}
			want := strings.NewReplacer("auto_mapping = true", "auto_mapping = false", "auto_mapping= 1 < 2", "auto_mapping= false").Replace(text)
			if after := textOf(t, root, "in/a.hcl"); after != want || want == text {
				t.Errorf("the file is %q, want %q", after, want)
			}
			after := runInFolder(t, newLinter(), root, "check", "--format", "csv")
			if !strings.Contains(before.stdout, "HYB206") || strings.Contains(after.stdout, "HYB206") || after.status != got.status {
				t.Errorf("afterwards: %+v", after)
			}
			if again := runInFolder(t, newLinter(), root, "fix", "--write"); again.stdout != "No finding is mended by another value in the configuration.\n" {
				t.Errorf("again: %+v", again)
			}
		})
	}
}

func textOf(t *testing.T, root, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestFixWritesNothing(t *testing.T) {
	for name, arguments := range map[string]string{
		"left out":  "fix --write --only rule=HYB207",
		"disabled":  "fix --write --disable HYB206",
		"diff only": "fix --diff",
		"two ways":  "fix --write --out out",
	} {
		root := folder(t, map[string]string{"a.hcl": mailboxes + unsplitGrant})
		got := runInFolder(t, newLinter(), root, strings.Fields(arguments)...)
		if textOf(t, root, "a.hcl") != mailboxes+unsplitGrant || strings.Contains(got.stdout, "false") {
			t.Errorf("%s: %+v", name, got)
		}
	}
	elsewhere := folder(t, map[string]string{"a.hcl": mailboxes + unsplitGrant, "in/x": ""})
	got := runInFolder(t, newLinter(), filepath.Join(elsewhere, "in"), "fix", "--write", "..")
	if textOf(t, elsewhere, "a.hcl") != mailboxes+unsplitGrant || !strings.Contains(got.stdout, "not changed") {
		t.Errorf("outside of the working directory: %+v", got)
	}
}

// TestFixWriteOnlyWholeFixes has findings that stay, or that want different values.
func TestFixWriteOnlyWholeFixes(t *testing.T) {
	const text = "grant \"full_access\" {\n  auto_mapping = true\n}\n"
	stays := func(value string) *report.Finding {
		f := finding(report.Warning)
		f.Location = report.Location{File: "a.hcl", Start: report.Position{Line: 2, Column: 18}, End: report.Position{Line: 2, Column: 22}}
		f.Fingerprint, f.Edits = value, []report.Edit{{Attribute: "auto_mapping", Location: f.Location, Text: value}}
		return f
	}
	for name, findings := range map[string][]*report.Finding{
		"stays":            {stays("false")},
		"different values": {stays("false"), stays("null")},
	} {
		root := folder(t, map[string]string{"a.hcl": text})
		got := runInFolder(t, &fakeLinter{files: 1, findings: findings}, root, "fix", "--write")
		if textOf(t, root, "a.hcl") != text || strings.Count(got.stdout, "not changed") != len(findings) {
			t.Errorf("%s: %+v", name, got)
		}
	}
}
