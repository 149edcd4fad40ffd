package loader_test

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
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

func TestLinksAndSpecialFiles(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links and pipes need privileges on Windows")
	}
	outside := folder(t, map[string]string{"secret.hcl": `forest "secret" {}`, "folder/x.hcl": `forest "secret too" {}`})
	dir := folder(t, map[string]string{"in/a.hcl": `forest "a" {}`, "in/..data/b": `forest "b" {}`, ".git/config": "secret"})
	link := func(target, name string) {
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	link("a.hcl", "in/again.hcl")
	link("..data/b", "in/b.hcl")
	config, problems := loader.Load(context.Background(), loader.Options{Paths: []string{"in"}, Dir: dir})
	expectProblems(t, problems)
	if got := forestNames(config); !slices.Equal(got, []string{"a", "b"}) {
		t.Errorf("forests %q", got)
	}

	link(filepath.Join(outside, "secret.hcl"), "in/out.hcl")
	link(filepath.Join(outside, "folder"), "in/folder")
	link("../.git", "in/grants")
	link("../.git/config", "in/config.hcl")
	link("../.git/config", "in/config")
	link(".", "in/loop")
	link("nowhere", "in/gone.hcl")
	if err := syscall.Mkfifo(filepath.Join(dir, "in", "pipe.hcl"), 0o600); err != nil {
		t.Fatal(err)
	}
	config, problems = loader.Load(context.Background(), loader.Options{Paths: []string{"in", "in/pipe.hcl"}, Dir: dir})
	expectProblems(t, problems,
		`nowhere Link not followed: "in/config.hcl" | begins with a dot`,
		`nowhere Link not followed: "in/folder" | outside of "in"`,
		`nowhere Unreadable path: "in/gone.hcl" | does not exist`,
		`nowhere Link not followed: "in/grants" | begins with a dot`,
		`nowhere Unreadable path: "in/out.hcl" | leads out of the folder`,
		`nowhere Special file: "in/pipe.hcl"`,
		`nowhere Special file: "in/pipe.hcl" | standard input`)
	if got := forestNames(config); !slices.Equal(got, []string{"a", "b"}) {
		t.Errorf("forests %q", got)
	}

	// Names come out of pull requests, too: a link is followed as long as it stays in the working directory, also where it is named,
	// or a folder on the way to it.
	for _, given := range []string{"in/out.hcl", filepath.Join(dir, "in", "out.hcl"), "in/folder", "in/folder/x.hcl"} {
		_, problems = loader.Load(context.Background(), loader.Options{Paths: []string{given}, Dir: dir})
		expectProblems(t, problems, fmt.Sprintf("nowhere Unreadable path: %q | leads out of the folder; name what it leads to instead", given))
	}
	_, problems = loader.Load(context.Background(), loader.Options{Paths: []string{"in/config.hcl"}, Dir: dir})
	expectProblems(t, problems, `in/config.hcl:1:1-1 Unreadable file: a link to a name that begins with a dot`)
	// What is outside was named by whoever runs the program.
	link(filepath.Join(outside, "folder"), "elsewhere")
	for given, want := range map[string]string{
		filepath.Join(outside, "secret.hcl"): "secret", "../" + filepath.Base(dir) + "/in/a.hcl": "a", filepath.Join(outside, "folder"): "secret too",
	} {
		config, problems = loader.Load(context.Background(), loader.Options{Paths: []string{given}, Dir: dir})
		expectProblems(t, problems)
		if got := forestNames(config); !slices.Equal(got, []string{want}) {
			t.Errorf("%s: forests %q", given, got)
		}
	}
	config, problems = loader.Load(context.Background(), loader.Options{Paths: []string{"../elsewhere"}, Dir: filepath.Join(dir, "in")})
	expectProblems(t, problems)
	if got := forestNames(config); !slices.Equal(got, []string{"secret too"}) {
		t.Errorf("forests %q", got)
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
	dir := folder(t, map[string]string{"a.hcl": `forest "a" {}`})
	if err := os.Mkdir(filepath.Join(dir, "caf\xe9"), 0o700); err != nil {
		t.Skip(err)
	}
	_, problems := loader.Load(context.Background(), loader.Options{Paths: []string{"."}, Dir: dir})
	expectProblems(t, problems, `nowhere Unreadable path: "caf\xe9" cannot be read: its name is not UTF-8`)
	_, problems = loader.Load(context.Background(), loader.Options{Paths: []string{"."}, Dir: dir, Exclude: []string{"caf?"}})
	expectProblems(t, problems)
}
