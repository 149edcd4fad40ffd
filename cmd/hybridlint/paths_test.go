//go:build !windows

package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// Nothing that a stranger has put into the folder leads out of it, and a pipe in place of a file is refused at once.
func TestNothingIsReadElsewhere(t *testing.T) {
	outside := folder(t, map[string]string{"settings": "fail_on = \"note\"\n", "e/a.csv": someExports, "p/contoso/two_words.rego": "package contoso.two_words\n", "a.hcl": wellFormed})
	for name, test := range map[string]struct {
		link, arguments string
		status          int
	}{
		"settings":                  {".hybridlint.hcl settings", "check a.hcl", ExitUsage},
		"settings that are nowhere": {".hybridlint.hcl nothing", "check a.hcl", ExitUsage},
		"settings above":            {"../.hybridlint.hcl settings", "check a.hcl", ExitUsage},
		"settings, named":           {"s settings", "check a.hcl --config s", ExitUsage},
		"a file":                    {"b.hcl a.hcl", "check b.hcl", ExitIncomplete},
		"a folder":                  {"b .", "check b", ExitIncomplete},
		"an export":                 {"b.csv e/a.csv", "check --from b.csv", ExitIncomplete},
		"a folder of exports":       {"e e", "check --from e", ExitIncomplete},
		"an export in a folder":     {"e/b.csv e/a.csv", "check --from e", ExitIncomplete},
		"policies":                  {"p p", "check a.hcl --policies p", ExitIncomplete},
		"policies of a family":      {"q/contoso p/contoso", "check a.hcl --policies q", ExitIncomplete},
		"a policy":                  {"q/contoso/two_words.rego p/contoso/two_words.rego", "check a.hcl --policies q", ExitIncomplete},
		"policies to test":          {"p p", "test p", ExitIncomplete},
		"exports to import":         {"e e", "import e --out o", ExitIncomplete},
	} {
		for _, pipe := range []bool{false, true} {
			kind := map[bool]string{false: "link to ", true: "pipe in place of "}[pipe]
			t.Run(kind+name, func(t *testing.T) {
				root := filepath.Join(folder(t, map[string]string{"in/a.hcl": wellFormed}), "in")
				from, to, _ := strings.Cut(test.link, " ")
				from = filepath.Join(root, from)
				if err := os.MkdirAll(filepath.Dir(from), 0o755); err != nil {
					t.Fatal(err)
				}
				place := func() error { return os.Symlink(filepath.Join(outside, to), from) }
				if pipe {
					place = func() error { return syscall.Mkfifo(from, 0o600) }
				}
				if err := place(); err != nil {
					t.Fatal(err)
				}
				got := runInFolder(t, newLinter(), root, strings.Fields(test.arguments)...)
				if got.status != test.status {
					t.Errorf("%+v", got)
				}
			})
		}
	}
}
