// Licences checks that every module the program is built from has a licence that allows to pass the program on. It reads the
// licences from the module cache, as `go version -m` names the modules of the built program.
package main

import (
	"debug/buildinfo"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	classify "github.com/google/licenseclassifier/v2"
	"github.com/google/licenseclassifier/v2/assets"
)

// allowed are the licences under which the program may be passed on with nothing but their texts.
var allowed = []string{"Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "MPL-2.0", "Unicode-DFS-2016"}

func main() {
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "licences:", err)
		os.Exit(1)
	}
}

func run(program string) error {
	info, err := buildinfo.ReadFile(program)
	if err != nil {
		return err
	}
	if len(info.Deps) == 0 {
		return fmt.Errorf("%s names no module", program)
	}
	classifier, err := assets.DefaultClassifier()
	if err != nil {
		return err
	}
	var refused []string
	for _, module := range info.Deps {
		if module.Replace != nil {
			module = module.Replace
		}
		found, err := licencesOf(classifier, module.Path+"@"+module.Version)
		if err != nil {
			return err
		}
		fmt.Printf("%-50s %-12s %s\n", module.Path, module.Version, strings.Join(found, ", "))
		if len(found) == 0 || slices.ContainsFunc(found, func(name string) bool { return !slices.Contains(allowed, name) }) {
			refused = append(refused, module.Path)
		}
	}
	if len(refused) > 0 {
		return fmt.Errorf("not among %s: %s", strings.Join(allowed, ", "), strings.Join(refused, ", "))
	}
	return nil
}

// licencesOf are the licences in the folder of a module.
func licencesOf(classifier *classify.Classifier, module string) ([]string, error) {
	output, err := exec.Command("go", "mod", "download", "-json", module).Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", module, err)
	}
	var downloaded struct{ Dir string }
	if err := json.Unmarshal(output, &downloaded); err != nil {
		return nil, err
	}
	entries, err := os.ReadDir(downloaded.Dir)
	if err != nil {
		return nil, err
	}
	var found []string
	for _, e := range entries {
		name := strings.ToUpper(e.Name())
		if e.IsDir() || !strings.HasPrefix(name, "LICENSE") && !strings.HasPrefix(name, "LICENCE") && !strings.HasPrefix(name, "COPYING") {
			continue
		}
		text, err := os.ReadFile(filepath.Join(downloaded.Dir, e.Name()))
		if err != nil {
			return nil, err
		}
		for _, match := range classifier.Match(classifier.Normalize(text)).Matches {
			if match.MatchType == "License" {
				found = append(found, match.Name)
			}
		}
	}
	slices.Sort(found)
	return slices.Compact(found), nil
}
