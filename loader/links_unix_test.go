//go:build unix

package loader_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"

	"hybridlint/loader"
)

// Links and pipes need privileges on Windows.
func TestLinksAndSpecialFiles(t *testing.T) {
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
