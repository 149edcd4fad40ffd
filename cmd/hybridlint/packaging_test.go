package main

import (
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// packagedNames runs the command as a release does, and returns what it wrote.
func packagedNames(t *testing.T) map[string]string {
	t.Helper()
	p := newProgram(nil, nil, nil)
	p.getenv = func(name string) string {
		if name == "SOURCE_DATE_EPOCH" {
			return "1780000000"
		}
		return ""
	}
	files, err := p.packaged(p.rootCommand())
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]string{}
	for _, f := range files {
		names[f.name] = f.text
	}
	return names
}

// Every command that help lists has a man page, with the day of the commit instead of that of the build.
func TestPackagingHasAPageForEveryCommand(t *testing.T) {
	names := packagedNames(t)
	root := newProgram(nil, nil, nil).rootCommand()
	for _, c := range root.Commands() {
		if !c.IsAvailableCommand() || c.IsAdditionalHelpTopicCommand() {
			continue
		}
		page := names["man/hybridlint-"+c.Name()+".1"]
		if !strings.Contains(page, `"May 2026"`) || !strings.Contains(page, c.Short) || strings.Contains(page, "Auto generated") {
			t.Errorf("%s: %.200q", c.Name(), page)
		}
	}
	reference := regexp.MustCompile(`hybridlint[a-z-]*\(1\)`)
	for name, text := range names {
		for _, other := range reference.FindAllString(strings.ReplaceAll(text, `\`, ""), -1) {
			if _, ok := names["man/"+strings.TrimSuffix(other, "(1)")+".1"]; !ok {
				t.Errorf("%s refers to %s, which is not written", name, other)
			}
		}
	}
	for name, text := range map[string]string{
		"completions/hybridlint.bash": "complete -o default", "completions/_hybridlint": "#compdef hybridlint",
		"completions/hybridlint.fish": "complete -c hybridlint", "completions/hybridlint.ps1": "Register-ArgumentCompleter",
		"collect.ps1": "[CmdletBinding", "man/hybridlint.1": "hybridlint-check(1)",
	} {
		if !strings.Contains(names[name], text) {
			t.Errorf("%s: %.200q", name, names[name])
		}
	}
}

func TestPackagingWritesWhatItSays(t *testing.T) {
	folder := t.TempDir()
	if got := runInFolder(t, newLinter(), folder, "packaging", "--out", "out"); got.status != ExitClean || got.stdout+got.stderr != "" {
		t.Fatalf("%+v", got)
	}
	if page, err := os.ReadFile(folder + "/out/man/hybridlint-check.1"); err != nil || !strings.Contains(string(page), "HYBRIDLINT-CHECK") {
		t.Errorf("%v %.100s", err, page)
	}
	if got := runInFolder(t, newLinter(), folder, "packaging", "--out", "out/collect.ps1"); got.status != ExitIncomplete {
		t.Errorf("a file in the way: %+v", got)
	}
}

func TestPackagingRefusesADateThatIsNone(t *testing.T) {
	p := newProgram(nil, nil, nil)
	p.getenv = func(string) string { return "yesterday" }
	if _, err := p.packaged(p.rootCommand()); err == nil || !strings.Contains(err.Error(), "SOURCE_DATE_EPOCH") {
		t.Error(err)
	}
}

// Whatever a release takes from the repository or from packaging is there, and nothing of packaging is left out of the archives.
func TestReleaseTakesWhatIsThere(t *testing.T) {
	text, err := os.ReadFile("../../.goreleaser.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var release struct {
		Before   struct{ Hooks []string }
		Archives []struct{ Files []yaml.Node }
		Nfpms    []struct{ Contents []struct{ Src string } }
	}
	if err := yaml.Unmarshal(text, &release); err != nil {
		t.Fatal(err)
	}
	const folder = "dist-packaging"
	if len(release.Before.Hooks) != 1 || !strings.HasSuffix(release.Before.Hooks[0], " go run ./cmd/hybridlint packaging --out "+folder) {
		t.Fatalf("%+v", release.Before)
	}
	made := packagedNames(t)
	var taken []string
	takes := func(pattern string) {
		inside, ok := strings.CutPrefix(pattern, folder+"/")
		if !ok {
			if _, err := os.Stat("../../" + pattern); err != nil {
				t.Error(err)
			}
			return
		}
		found := false
		for name := range made {
			if ok, err := path.Match(inside, name); err == nil && ok {
				found = true
				taken = append(taken, name)
			}
		}
		if !found {
			t.Errorf("packaging writes nothing like %s", pattern)
		}
	}
	for _, f := range release.Archives[0].Files {
		var file struct{ Src string }
		if f.Kind == yaml.ScalarNode {
			file.Src = f.Value
		} else if err := f.Decode(&file); err != nil {
			t.Fatal(err)
		}
		takes(file.Src)
	}
	for name := range made {
		if !slices.Contains(taken, name) {
			t.Errorf("no archive holds %s", name)
		}
	}
	for _, c := range release.Nfpms[0].Contents {
		takes(c.Src)
	}
}
