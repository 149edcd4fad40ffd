//go:build unix

package main

import (
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func linked(t *testing.T, to, from string) {
	t.Helper()
	if err := os.Symlink(to, from); err != nil {
		t.Fatal(err)
	}
}

// Nothing is written through a link that is in the working directory, whether the link is the file or a folder on the way to it.
func TestNothingIsWrittenThroughLinks(t *testing.T) {
	outside := folder(t, map[string]string{"secret.txt": "secret", "folder/x.txt": "x"})
	root := folder(t, map[string]string{"a.hcl": wellFormed, "real.txt": "real", "deep/b.txt": "b"})
	linked(t, "real.txt", filepath.Join(root, "link.txt"))
	linked(t, "nowhere.txt", filepath.Join(root, "dangling.txt"))
	linked(t, filepath.Join(outside, "secret.txt"), filepath.Join(root, "secret.txt"))
	linked(t, filepath.Join(outside, "folder"), filepath.Join(root, "out"))
	linked(t, "../..", filepath.Join(root, "deep", "up"))
	linked(t, "deep", filepath.Join(root, "shallow"))
	for file, want := range map[string]string{
		"link.txt": "is a link", "dangling.txt": "is a link", "secret.txt": "is a link",
		filepath.Join(root, "secret.txt"): "is a link", "out/x.txt": "leads out", "out/new.txt": "leads out", "deep/up/x.txt": "leads out", "deep": "is a folder",
	} {
		for _, arguments := range [][]string{{"--output", file}, {"--report", "json=" + file}} {
			got := runInFolder(t, &fakeLinter{files: 1}, root, append([]string{"check", "a.hcl"}, arguments...)...)
			if got.status != ExitIncomplete || !strings.Contains(got.stderr, want) || !strings.Contains(got.stderr, file) {
				t.Errorf("%q: status %d, %q, want %q", arguments, got.status, got.stderr, want)
			}
		}
	}
	// A link to a folder that stays in the working directory is a folder like others; what is outside was named by whoever runs this.
	for _, file := range []string{"shallow/b.txt", "deep/new.txt", filepath.Join(outside, "folder", "x.txt")} {
		if got := runInFolder(t, &fakeLinter{files: 1}, root, "check", "a.hcl", "--output", file); got.status != ExitClean {
			t.Errorf("%s: %+v", file, got)
		}
	}
	for file, want := range map[string]string{
		filepath.Join(root, "real.txt"): "real", filepath.Join(outside, "secret.txt"): "secret", filepath.Join(root, "deep/b.txt"): "No findings", filepath.Join(outside, "folder/x.txt"): "No findings",
	} {
		if text, err := os.ReadFile(file); err != nil || !strings.HasPrefix(string(text), want) {
			t.Errorf("%s holds %q, %v", file, text, err)
		}
	}
	for _, name := range []string{"new.txt", "nowhere.txt"} {
		if _, err := os.Lstat(filepath.Join(outside, "folder", name)); err == nil {
			t.Errorf("%s is there", name)
		}
	}
	if _, err := os.Lstat(filepath.Join(root, "nowhere.txt")); err == nil {
		t.Error("what a link led to was made")
	}
	for _, left := range []string{root, filepath.Join(root, "deep"), filepath.Join(outside, "folder")} {
		if aside, _ := filepath.Glob(filepath.Join(left, ".hybridlint-*")); len(aside) > 0 {
			t.Errorf("left behind: %q", aside)
		}
	}
}

func TestOutputKeepsPermissionsAndSparesDevices(t *testing.T) {
	root := folder(t, map[string]string{"a.hcl": wellFormed, "mine.txt": ""})
	if err := os.Chmod(filepath.Join(root, "mine.txt"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{"mine.txt", os.DevNull, "/dev/./null"} {
		if got := runInFolder(t, &fakeLinter{files: 1}, root, "check", "a.hcl", "--output", file); got.status != ExitClean {
			t.Errorf("%s: %+v", file, got)
		}
	}
	if memory, err := os.MkdirTemp("/dev/shm", "hybridlint-*"); err == nil { // files like others, in spite of where they are
		defer os.RemoveAll(memory)
		for range 2 {
			runInFolder(t, &fakeLinter{files: 1}, root, "check", "a.hcl", "--format", "json", "--output", filepath.Join(memory, "a.json"))
		}
		if text, err := os.ReadFile(filepath.Join(memory, "a.json")); err != nil || !json.Valid(text) {
			t.Errorf("%s, %v", text, err)
		}
	}
	if info, err := os.Stat(filepath.Join(root, "mine.txt")); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info, err)
	}
	if info, err := os.Stat(os.DevNull); err != nil || info.Mode().IsRegular() {
		t.Fatal("the null device is a file now")
	}
}

// A named pipe is written to; nothing else that is no file is.
func TestOutputToPipes(t *testing.T) {
	root := folder(t, map[string]string{"a.hcl": wellFormed})
	pipe := filepath.Join(root, "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip(err)
	}
	read := make(chan string)
	go func() {
		f, err := os.Open(pipe)
		if err != nil {
			t.Error(err)
			close(read)
			return
		}
		defer f.Close()
		text, _ := io.ReadAll(f)
		read <- string(text)
	}()
	got := runInFolder(t, &fakeLinter{files: 1}, root, "check", "a.hcl", "--output", "pipe")
	if text := <-read; got.status != ExitClean || !strings.HasPrefix(text, "No findings") {
		t.Errorf("%+v, and %q came through", got, text)
	}
}

// The settings are read from the folder in which they are, and from nowhere else.
func TestSettingsAreNoLinksToElsewhere(t *testing.T) {
	outside := folder(t, map[string]string{"secret.hcl": "fail_on = \"note\"\n"})
	for name, test := range map[string]struct {
		prepare func(file string) error
		want    string
	}{
		"out":      {func(file string) error { return os.Symlink(filepath.Join(outside, "secret.hcl"), file) }, "leads out"},
		"nowhere":  {func(file string) error { return os.Symlink("nowhere", file) }, "does not exist"},
		"a pipe":   {func(file string) error { return syscall.Mkfifo(file, 0o600) }, "no regular file"},
		"a folder": {func(file string) error { return os.Mkdir(file, 0o700) }, "no regular file"},
		"inside":   {func(file string) error { return os.Symlink("other.hcl", file) }, ""},
	} {
		t.Run(name, func(t *testing.T) {
			root := folder(t, map[string]string{"below/a.hcl": wellFormed, "other.hcl": "fold = 3\n"})
			if err := test.prepare(filepath.Join(root, settingsFileName)); err != nil {
				t.Fatal(err)
			}
			got := runInFolder(t, &fakeLinter{files: 1}, filepath.Join(root, "below"), "check", "a.hcl")
			if wrong := test.want != ""; wrong != (got.status == ExitUsage) || !strings.Contains(got.stderr, test.want) {
				t.Errorf("%+v, want %q", got, test.want)
			}
		})
	}
}

// Imports, exports and policies of one's own stay in the working directory, too.
func TestOtherFoldersAreNoLinksToElsewhere(t *testing.T) {
	const people = "PrimarySmtpAddress,DisplayName,RecipientTypeDetails\namy@contoso.com,Amy,UserMailbox\n"
	outside := folder(t, map[string]string{"mailboxes.csv": people, "kept.txt": ""})
	root := folder(t, map[string]string{"exports/mailboxes.csv": people, "a.hcl": wellFormed})
	linked(t, outside, filepath.Join(root, "out"))
	linked(t, filepath.Join(outside, "mailboxes.csv"), filepath.Join(root, "mailboxes.csv"))
	if err := syscall.Mkfifo(filepath.Join(root, "exports", "pipe.csv"), 0o600); err != nil {
		t.Skip(err)
	}
	for _, arguments := range [][]string{
		{"check", "--from", "out"}, {"check", "--from", "mailboxes.csv"}, {"check", "a.hcl", "--policies", "out"},
		{"import", "exports/mailboxes.csv", "--side", "corp", "--out", "out"}, {"import", "exports/mailboxes.csv", "--side", "corp", "--out", "out/new"},
		{"new-rule", "--policies", "out", "contoso", "no-such-thing"},
	} {
		got := runInFolder(t, newLinter(), root, arguments...)
		if got.status != ExitIncomplete || !strings.Contains(got.stdout+got.stderr, "leads out") {
			t.Errorf("%q: %+v", arguments, got)
		}
	}
	if got := runInFolder(t, newLinter(), root, "check", "--from", "exports", "--side", "corp"); got.status != ExitIncomplete || !strings.Contains(got.stdout, "no regular file") {
		t.Errorf("%+v", got)
	}
	if left, _ := os.ReadDir(outside); len(left) != 2 {
		t.Errorf("outside there is %v", left)
	}
}
