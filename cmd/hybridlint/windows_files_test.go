package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// asWindowsSaves writes the files of a folder as an editor on Windows does, or Git with core.autocrlf: lines end with CR LF, and
// with mark each text begins with a byte order mark.
func asWindowsSaves(t *testing.T, from, to, mark string) {
	t.Helper()
	err := filepath.WalkDir(from, func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(from, file)
		if err != nil {
			return err
		}
		if err := os.MkdirAll(filepath.Dir(filepath.Join(to, name)), 0o755); err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(to, name), []byte(mark+strings.ReplaceAll(string(text), "\n", "\r\n")), 0o644)
	})
	if err != nil {
		t.Fatal(err)
	}
}

var marks = map[string]string{"without a byte order mark": "", "with a byte order mark": "\ufeff"}

// A configuration that Windows saved says the same, with places, snippets, exceptions, comments and settings.
func TestConfigurationOfWindows(t *testing.T) {
	const settings = "fail_on = \"warning\"\ndisable = [\"HYB401\"]\n"
	plain := folder(t, map[string]string{".hybridlint.hcl": settings})
	if err := os.CopyFS(filepath.Join(plain, "contoso"), os.DirFS("../../testdata/contoso")); err != nil {
		t.Fatal(err)
	}
	for what, mark := range marks {
		t.Run(what, func(t *testing.T) {
			windows := t.TempDir()
			asWindowsSaves(t, plain, windows, mark)
			for _, arguments := range [][]string{{"check", "contoso", "--show-suppressed"}, {"check", "contoso", "--format", "json"}, {"simulate", "contoso"}} {
				want, got := runInFolder(t, newLinter(), plain, arguments...), runInFolder(t, newLinter(), windows, arguments...)
				if got != want || len(got.stdout) < 1000 {
					t.Errorf("%q: %d %.300q, want %d %.300q", arguments, got.status, got.stdout+got.stderr, want.status, want.stdout+want.stderr)
				}
			}
		})
	}
}

// Rules of somebody's own, their METADATA, tests and fixtures are read as Windows saved them.
func TestOwnRulesOfWindows(t *testing.T) {
	plain := t.TempDir()
	outputOf(t, plain, ExitClean, "new-rule", "--policies", "rules", "contoso", "full-access-by-legacy-name")
	const check, fixture = "check --fail-on warning --policies rules ", "rules/testdata/rules/CONTOSO101/bad.hcl"
	want := outputOf(t, plain, ExitFindings, strings.Fields(check+fixture)...)
	for what, mark := range marks {
		t.Run(what, func(t *testing.T) {
			windows := t.TempDir()
			asWindowsSaves(t, plain, windows, mark)
			outputOf(t, windows, ExitClean, "test", "rules")
			if got := outputOf(t, windows, ExitFindings, strings.Fields(check+fixture)...); got != want {
				t.Errorf("%s, want %s", got, want)
			}
		})
	}
}

// Windows takes 260 characters for a path where a program does not ask for more.
func TestLongPaths(t *testing.T) {
	const most = 260
	root := t.TempDir()
	deep := strings.Repeat(strings.Repeat("ö", 60)+"/", 6) + "a b"
	if len([]rune(deep)) <= most {
		t.Fatal(deep)
	}
	if err := os.MkdirAll(filepath.Join(root, filepath.FromSlash(deep)), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(root, filepath.FromSlash(deep), "a.hcl"), []byte(wellFormed), 0o644); err != nil {
		t.Fatal(err)
	}
	report := filepath.FromSlash(deep + "/report.json")
	if got := runInFolder(t, newLinter(), root, "check", "--fail-on", "none", "--report", "json="+report, filepath.FromSlash(deep)); got.status != ExitClean {
		t.Fatalf("%+v", got)
	}
	if text, err := os.ReadFile(filepath.Join(root, report)); err != nil || !strings.Contains(string(text), `"schema_version"`) {
		t.Errorf("%v %.300s", err, text)
	}
}
