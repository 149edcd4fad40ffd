package loader

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hybridlint/loader/sources"
)

// Every line of every file can be asked for, in any order, however long it is.
func TestEveryLine(t *testing.T) {
	var many, wide strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&many, "# line %d\r\n", i)
		fmt.Fprintf(&wide, "# %s é %d\n", strings.Repeat("x", i%50*50), i)
	}
	texts := map[string]string{
		"empty.hcl": "", "one.hcl": "# no end", "two.hcl": "\n\n", "many.hcl": many.String(), "wide.hcl": wide.String() + "# the end",
		"marked.hcl": "\uFEFF# marked\n# again", "long.hcl": "/*" + strings.Repeat("long\n", 400_000) + "*/\n" + many.String(),
	}
	dir := t.TempDir()
	for name, text := range texts {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	model, problems := Load(context.Background(), Options{Paths: []string{"."}, Dir: dir, Jobs: 2})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	defer model.Sources.Close()
	for name, text := range texts {
		lines := strings.Split(strings.TrimPrefix(text, "\uFEFF"), "\n")
		for step := range 2 {
			for i := range lines {
				if step == 1 {
					i = (i * 7919) % len(lines)
				}
				if got, ok := model.Sources.Line(name, i+1); !ok || got != strings.TrimSuffix(lines[i], "\r") {
					t.Fatalf("line %d of %s is %.80q, %v, want %.80q", i+1, name, got, ok, lines[i])
				}
			}
		}
		if got, ok := model.Sources.Line(name, len(lines)+1); ok {
			t.Errorf("%s has a line %d: %q", name, len(lines)+1, got)
		}
	}
	if changed := model.Sources.Changed(); len(changed) > 0 {
		t.Errorf("%q changed", changed)
	}
}

// A file that is not what it was shows no lines, and somebody can be told.
func TestChangedFilesShowNothing(t *testing.T) {
	tests := map[string]func(path string) error{
		"other text":      func(path string) error { return os.WriteFile(path, []byte("forest \"b\" {}\n"), 0o600) },
		"shorter":         func(path string) error { return os.WriteFile(path, []byte("forest"), 0o600) },
		"gone":            os.Remove,
		"as long, as old": nil,
	}
	for name, change := range tests {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "a.hcl")
			if err := os.WriteFile(path, []byte("forest \"a\" {}\n"), 0o600); err != nil {
				t.Fatal(err)
			}
			model, _ := Load(context.Background(), Options{Paths: []string{"."}, Dir: dir})
			if change == nil {
				info, err := os.Stat(path)
				if err != nil {
					t.Fatal(err)
				}
				change = func(path string) error {
					err := os.WriteFile(path, []byte("forest \"b\" {}\n"), 0o600)
					return errors.Join(err, os.Chtimes(path, info.ModTime(), info.ModTime()))
				}
			}
			if err := change(path); err != nil {
				t.Fatal(err)
			}
			if text, ok := model.Sources.Line("a.hcl", 1); ok || text != "" {
				t.Errorf("shows %q", text)
			}
			if got := model.Sources.Changed(); !slices.Equal(got, []string{"a.hcl"}) {
				t.Errorf("changed are %q", got)
			}
		})
	}
}

// A file that changes between its first reading and the second is not read half and half.
func TestFileChangesWhileItIsRead(t *testing.T) {
	before := "forest \"a\" {}\nuser_mailbox \"x\" {\n  home = local.home\n}\n"
	tests := map[string]struct{ text, problem string }{
		"the same":  {before, ""},
		"another":   {strings.Replace(before, "mailbox", "account", 1), "File changed"},
		"longer":    {"# more\n" + before, "File changed"},
		"shorter":   {before[:20], "File changed"},
		"one more":  {before + "\n", ""},
		"elsewhere": {strings.Replace(before, "\"x\"", "\"y\"", 1), "File changed"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			texts := []string{before, test.text}
			open := func() (sources.Text, error) {
				text := texts[0]
				texts = texts[1:]
				return sources.InMemory(strings.NewReader(text)), nil
			}
			l := newLoad(context.Background(), Options{})
			l.readFiles([]input{
				{name: "a.hcl", open: open, size: int64(len(before))},
				{name: "b.hcl", open: func() (sources.Text, error) {
					return sources.InMemory(strings.NewReader("locals { home = \"a\" }\n")), nil
				}},
			})
			l.evaluateLocals()
			l.readDeferred()
			model := l.build(l.readers)
			problems := l.allProblems()
			switch {
			case test.problem == "" && (len(problems) > 0 || len(model.Recipients) != 1):
				t.Errorf("%d recipients, %v", len(model.Recipients), problems)
			case test.problem != "" && (len(problems) != 1 || problems[0].Summary != test.problem || len(model.Recipients) != 0):
				t.Errorf("%d recipients, %v", len(model.Recipients), problems)
			}
		})
	}
}
