package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// Whoever builds a release builds it with the same flags.
func TestReleasesAreBuiltAlike(t *testing.T) {
	text, err := os.ReadFile("../../.goreleaser.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var release struct {
		Version int
		Builds  []struct {
			Main                string
			Env, Flags, Ldflags []string
		}
	}
	if err := yaml.Unmarshal(text, &release); err != nil {
		t.Fatal(err)
	}
	if release.Version != 2 || len(release.Builds) != 1 || release.Builds[0].Main != "./cmd/hybridlint" {
		t.Fatalf("%+v", release)
	}
	b := release.Builds[0]
	want := strings.Join(append(append([]string{}, b.Env...), b.Flags...), " ") + " " + strings.Join(b.Ldflags, " ")
	for _, file := range []string{"../../Dockerfile", "../../.ci/supply/run"} {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		got := regexp.MustCompile(`(CGO_ENABLED.*) go build (.*) -ldflags=["'](.*)["'] -o`).FindStringSubmatch(string(text))
		if got == nil {
			t.Errorf("%s builds nothing", file)
			continue
		}
		flags := strings.Replace(got[2], " -buildvcs=false", "", 1) // a copy has no repository to ask
		if built := got[1] + " " + flags + " " + got[3]; built != want {
			t.Errorf("%s builds with %s, a release with %s", file, built, want)
		}
	}
}

// TestCheckOpensNoSocket watches the system calls of a full check, with configurations, exports and all reports.
func TestCheckOpensNoSocket(t *testing.T) {
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("strace is not installed")
	}
	folder := t.TempDir()
	program := filepath.Join(folder, "hybridlint")
	if output, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	if err := os.WriteFile(filepath.Join(folder, "a.csv"), []byte(someExports), 0o600); err != nil {
		t.Fatal(err)
	}
	log := filepath.Join(folder, "calls")
	arguments := []string{"-f", "-e", "trace=network,exit_group", "-o", log, program, "check", "../../testdata/contoso", "--from", filepath.Join(folder, "a.csv")}
	for _, format := range []string{"sarif", "html", "json", "junit", "markdown"} {
		arguments = append(arguments, "--report", format+"="+filepath.Join(folder, "report."+format))
	}
	output, err := exec.Command(strace, arguments...).CombinedOutput()
	calls, unread := os.ReadFile(log)
	if unread != nil || !strings.Contains(string(calls), "exit_group(") {
		t.Skipf("strace cannot watch here: %v\n%s", err, output)
	}
	if !strings.Contains(string(output), "HYB") {
		t.Errorf("nothing was checked:\n%s", output)
	}
	for line := range strings.SplitSeq(string(calls), "\n") {
		if line != "" && !strings.Contains(line, "exit_group(") && !strings.Contains(line, "+++") && !strings.Contains(line, "---") {
			t.Errorf("a check makes the call %s", line)
		}
	}
}
