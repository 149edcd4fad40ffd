package loader_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hybridlint/loader"
	"hybridlint/loader/model"
	"hybridlint/report"
)

// organization is what most tests need around what they are about.
const organization = `
tenant "contoso" {}
forest "corp" {}
user_mailbox "amy@contoso.com" {
  home                 = "corp"
  primary_smtp_address = "amy@contoso.com"
}
user_mailbox "boss@contoso.com" {
  home            = "cloud"
  email_addresses = ["SMTP:boss@contoso.com", "smtp:the.boss@contoso.com", "X500:/o=Contoso/cn=boss"]
}
shared_mailbox "sales" {
  home                 = "corp"
  primary_smtp_address = "sales@contoso.com"
}
`

// folder writes files below a new folder.
func folder(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// load loads files from a folder of their own.
func load(t testing.TB, files map[string]string) (*model.Model, []report.Problem) {
	t.Helper()
	return loader.Load(context.Background(), loader.Options{Paths: []string{"."}, Dir: folder(t, files), Jobs: 4})
}

// loadText loads one text, with the organization around it in a file of its own.
func loadText(t testing.TB, text string) (*model.Model, []report.Problem) {
	t.Helper()
	return load(t, map[string]string{"a.hcl": text, "organization.hcl": organization})
}

// mustLoad is for configurations without an error.
func mustLoad(t testing.TB, text string) *model.Model {
	t.Helper()
	config, problems := loadText(t, text)
	for _, p := range problems {
		t.Errorf("unexpected problem %s", line(p))
	}
	return config
}

// line is a problem on one line: place, summary, detail.
func line(p report.Problem) string { return place(p.Location) + " " + p.Summary + ": " + p.Detail }

// place is a location in short: file:line:column-column, or with the line of its end where that is another.
func place(l report.Location) string {
	if l.IsZero() {
		return "nowhere"
	}
	end := fmt.Sprint(l.End.Column)
	if l.End.Line != l.Start.Line {
		end = fmt.Sprintf("%d:%d", l.End.Line, l.End.Column)
	}
	return fmt.Sprintf("%s:%d:%d-%s", l.File, l.Start.Line, l.Start.Column, end)
}

// expectProblems compares problems with lines of the form "place Summary: words | of | the detail".
func expectProblems(t *testing.T, problems []report.Problem, want ...string) {
	t.Helper()
	for i := range max(len(problems), len(want)) {
		switch {
		case i >= len(problems):
			t.Errorf("missing problem: %s", want[i])
			continue
		case i >= len(want):
			t.Errorf("unexpected problem: %s", line(problems[i]))
			continue
		}
		got := problems[i]
		head, words, _ := strings.Cut(want[i], ": ")
		if gotHead := place(got.Location) + " " + got.Summary; gotHead != head {
			t.Errorf("problem %d:\n got %s\nwant %s", i, line(got), want[i])
			continue
		}
		if got.Severity != report.Error {
			t.Errorf("problem %d is not an error: %s", i, line(got))
		}
		for word := range strings.SplitSeq(words, " | ") {
			if !strings.Contains(got.Detail, word) {
				t.Errorf("problem %d does not say %q: %s", i, word, line(got))
			}
		}
	}
}
