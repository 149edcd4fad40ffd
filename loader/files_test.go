package loader_test

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"hybridlint/loader"
	"hybridlint/loader/model"
	"hybridlint/report"
)

// forestNames are the labels of the forests that were loaded, in the order of the alphabet.
func forestNames(m *model.Model) []string {
	var names []string
	for _, f := range m.Forests {
		names = append(names, f.Name)
	}
	slices.Sort(names)
	return names
}

func TestPaths(t *testing.T) {
	dir := folder(t, map[string]string{
		"a/one.hcl":         `forest "one" {}`,
		"a/two.HCL":         `forest "not read: another ending" {}`,
		"a/three.hcl.bak":   `forest "not read: another ending" {}`,
		"a/.hidden.hcl":     `forest "not read: hidden" {}`,
		"a/.git/four.hcl":   `forest "not read: hidden" {}`,
		"a/deep/er/two.hcl": `forest "two" {}`,
		"b.txt":             `forest "b" {}`,
		"c/readme.md":       `nothing`,
		"d/.e/x.hcl":        `forest "hidden root" {}`,
	})
	tests := []struct {
		name    string
		dir     string
		paths   []string
		exclude []string
		want    []string
		files   int
		problem []string
	}{
		{name: "folder", paths: []string{"a"}, want: []string{"one", "two"}, files: 2},
		{name: "the order of paths is none", paths: []string{"b.txt", "a/one.hcl", "a/deep"}, want: []string{"b", "one", "two"}, files: 3},
		{name: "each file once", paths: []string{"a", "a/one.hcl", "./a/../a/one.hcl", filepath.Join(dir, "a")}, want: []string{"one", "two"}, files: 2},
		{name: "any ending by name", paths: []string{"b.txt"}, want: []string{"b"}, files: 1},
		{name: "hidden by name", paths: []string{"d/.e", "a/.git/four.hcl"}, want: []string{"hidden root", "not read: hidden"}, files: 2},
		{name: "from below", dir: "c", paths: []string{"../a"}, want: []string{"one", "two"}, files: 2},
		{name: "no path", problem: []string{"nowhere No path: Name the files"}},
		{name: "empty path", paths: []string{""}, problem: []string{"nowhere No path: empty"}},
		{name: "no such path", paths: []string{"x", "b.txt"}, want: []string{"b"}, files: 1, problem: []string{`nowhere Unreadable path: "x" | does not exist`}},
		{name: "nothing in it", paths: []string{"c"}, problem: []string{`nowhere Nothing to check: no .hcl file | "c"`}},
		{name: "excluded by a pattern", paths: []string{"a"}, exclude: []string{"a/**/two.hcl"}, want: []string{"one"}, files: 1},
		{name: "excluded by a folder", paths: []string{"a"}, exclude: []string{"./a/deep/"}, want: []string{"one"}, files: 1},
		{name: "a file that is named is read", paths: []string{"a/one.hcl", "b.txt"}, exclude: []string{"**/one.*"}, want: []string{"b", "one"}, files: 2},
		{name: "a folder that is named is read", paths: []string{"a/deep"}, exclude: []string{"a/**"}, want: []string{"two"}, files: 1},
		{name: "but for what is excluded below it", paths: []string{"a"}, exclude: []string{"a/**", "**/er"}, want: []string{"one"}, files: 1},
		{name: "everything excluded", paths: []string{"a"}, exclude: []string{"a/*"}, problem: []string{`nowhere Nothing to check: Every .hcl file in "a" is excluded`}},
		{name: "wrong pattern", paths: []string{"b.txt"}, exclude: []string{"[a"}, want: []string{"b"}, files: 1, problem: []string{`nowhere Wrong pattern: a [ is not closed`}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			config, problems := loader.Load(context.Background(), loader.Options{
				Paths: test.paths, Dir: filepath.Join(dir, test.dir), Exclude: test.exclude, Jobs: 2})
			expectProblems(t, problems, test.problem...)
			if got, want := forestNames(config), slices.Sorted(slices.Values(test.want)); !slices.Equal(got, want) {
				t.Errorf("forests %q, want %q", got, want)
			}
			if config.Files != test.files {
				t.Errorf("%d files, want %d", config.Files, test.files)
			}
		})
	}
}

func TestNamesAreRelativeToTheWorkingDirectory(t *testing.T) {
	dir := folder(t, map[string]string{"a/b/one.hcl": `forst "x" {}`})
	for where, want := range map[string]string{".": "a/b/one.hcl", "a/b": "one.hcl", "a": "b/one.hcl"} {
		_, problems := loader.Load(context.Background(), loader.Options{Paths: []string{filepath.Join(dir, "a")}, Dir: filepath.Join(dir, where)})
		if problems[0].Location.File != want {
			t.Errorf("seen from %q: %q, want %q", where, problems[0].Location.File, want)
		}
	}
	_, problems := loader.Load(context.Background(), loader.Options{Paths: []string{"../a"}, Dir: filepath.Join(dir, "a")})
	expectProblems(t, problems, "b/one.hcl:1:1-6 Unknown block: ")
}

func TestStandardInput(t *testing.T) {
	config, problems := loader.Load(context.Background(), loader.Options{Paths: []string{"-", "-"}, Stdin: strings.NewReader("forest \"x\" {}\nforst \"y\" {}\n")})
	expectProblems(t, problems, `-:2:1-6 Unknown block: Did you mean "forest"?`)
	if len(config.Forests) != 1 || config.Files != 1 {
		t.Errorf("%d forests of %d files", len(config.Forests), config.Files)
	}
	if text, ok := config.Sources.Line("-", 2); !ok || text != `forst "y" {}` {
		t.Errorf("line 2 is %q, %v", text, ok)
	}

	_, problems = loader.Load(context.Background(), loader.Options{Paths: []string{"-"}, Stdin: broken{}})
	expectProblems(t, problems, "-:1:1-1 Unreadable file: cannot be read")
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

func TestLines(t *testing.T) {
	config, _ := load(t, map[string]string{"a.hcl": "\xEF\xBB\xBFone\r\ntwo\n\nfour", "b.hcl": "bad \xff\n"})
	tests := []struct {
		file string
		line int
		want string
		ok   bool
	}{
		{"a.hcl", 1, "one", true}, {"a.hcl", 2, "two", true}, {"a.hcl", 3, "", true}, {"a.hcl", 4, "four", true},
		{"a.hcl", 5, "", false}, {"a.hcl", 0, "", false}, {"a.hcl", -1, "", false}, {"c.hcl", 1, "", false},
		{"b.hcl", 1, "bad \uFFFD", true}, {"b.hcl", 2, "", true},
	}
	for _, test := range tests {
		if got, ok := config.Sources.Line(test.file, test.line); got != test.want || ok != test.ok {
			t.Errorf("line %d of %s is %q, %v", test.line, test.file, got, ok)
		}
	}
	var _ report.Sources = config.Sources
}

func TestText(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"byte order mark", "\xEF\xBB\xBFforst \"x\" {}", []string{"a.hcl:1:1-6 Unknown block: "}},
		{"carriage returns", "forest \"x\" {\r\n  modern_auth = 1\r\n}\r\n", []string{"a.hcl:2:17-18 Wrong type: "}},
		{"no UTF-8", "forest \"x\" {}\n# caf\xe9 \n", []string{"a.hcl:2:6-7 Not UTF-8: Save it as UTF-8"}},
		{"UTF-16", "\xff\xfef\x00o\x00", []string{"a.hcl:1:1-2 Not UTF-8: PowerShell"}},
		{"empty", "", nil},
		{"comments only", "# nothing\n", nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, problems := load(t, map[string]string{"a.hcl": test.text})
			expectProblems(t, problems, test.want...)
		})
	}
}

func TestUnreadableFile(t *testing.T) {
	if os.Getuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("everything is readable here")
	}
	dir := folder(t, map[string]string{"a.hcl": "", "b.hcl": `forest "b" {}`})
	if err := os.Chmod(filepath.Join(dir, "a.hcl"), 0); err != nil {
		t.Fatal(err)
	}
	config, problems := loader.Load(context.Background(), loader.Options{Paths: []string{"."}, Dir: dir})
	expectProblems(t, problems, "a.hcl:1:1-1 Unreadable file: permission is denied")
	if len(config.Forests) != 1 || config.Files != 1 {
		t.Errorf("the good file was not read: %d forests of %d files", len(config.Forests), config.Files)
	}
}

func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	config, problems := loader.Load(ctx, loader.Options{Paths: []string{"."}, Dir: folder(t, map[string]string{"a.hcl": `forest "a" {}`})})
	expectProblems(t, problems, "nowhere Interrupted: before every file was read")
	if config == nil {
		t.Error("no model")
	}
}

func TestByteOrderMarkIsKnown(t *testing.T) {
	config, problems := load(t, map[string]string{"marked.hcl": "\uFEFFlocals {}\n", "plain.hcl": "locals {}\n"})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for file, want := range map[string]bool{"marked.hcl": true, "plain.hcl": false, "nowhere.hcl": false} {
		if got := config.Sources.ByteOrderMark(file); got != want {
			t.Errorf("%s: %v, want %v", file, got, want)
		}
	}
	if line, _ := config.Sources.Line("marked.hcl", 1); line != "locals {}" {
		t.Errorf("the first line is %q", line)
	}
}

// Nobody is to believe that a folder was checked that could not be.
func TestFolderWhoseNameIsNotUTF8(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("names are UTF-16 there")
	}
	dir := folder(t, map[string]string{"a.hcl": `forest "a" {}`})
	if err := os.Mkdir(filepath.Join(dir, "caf\xe9"), 0o700); err != nil {
		t.Skip(err)
	}
	_, problems := loader.Load(context.Background(), loader.Options{Paths: []string{"."}, Dir: dir})
	expectProblems(t, problems, `nowhere Unreadable path: "caf\xe9" cannot be read: its name is not UTF-8`)
	_, problems = loader.Load(context.Background(), loader.Options{Paths: []string{"."}, Dir: dir, Exclude: []string{"caf?"}})
	expectProblems(t, problems)
}
