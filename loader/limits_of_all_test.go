package loader_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"hybridlint/loader"
	"hybridlint/loader/limits"
	"hybridlint/report"
)

// What is too much for all files together is reported at one place, whatever the number of workers, and nothing else is said.
func TestLimitsOfAllFiles(t *testing.T) {
	files := map[string]string{}
	for _, name := range []string{"a.hcl", "b/c.hcl", "d.hcl", "e.hcl"} {
		files[name] = strings.Repeat("security_group \"s\" {\n  home = join(\"\", range(50))\n}\n", 3) + "# x\n"
	}
	tests := []struct {
		name   string
		limits limits.Limits
		want   string
	}{
		{"files", limits.Limits{Files: 3}, "e.hcl:1:1-1 Too many files: more than 3 files | Nothing is read | The setting files,"},
		{"bytes", limits.Limits{TotalBytes: 400}, "d.hcl:1:1-1 Too many bytes: larger than 400 bytes together | The setting total_mb,"},
		{"blocks", limits.Limits{Blocks: 7}, "d.hcl:4:1-1 Too many blocks: more than 7 blocks | Nothing is read from here on | The setting blocks,"},
		{"steps", limits.Limits{Steps: 1}, "e.hcl:2:10-29 Too many expressions: more than"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := folder(t, files)
			if test.name == "steps" {
				test.limits.Steps = stepsUntil(t, dir, "e.hcl:2:10-29")
			}
			for _, jobs := range []int{1, 2, 8} {
				model, problems := loader.Load(context.Background(), loader.Options{Paths: []string{"."}, Dir: dir, Jobs: jobs, Limits: test.limits})
				found := slices.DeleteFunc(problems, func(p report.Problem) bool { return !strings.Contains(p.Detail, "in the block limits") })
				expectProblems(t, found, test.want)
				if len(model.Recipients) > 0 {
					t.Errorf("%d recipients of part of the files", len(model.Recipients))
				}
			}
			test.limits = limits.Limits{Files: 4, TotalBytes: 4 * 200, Blocks: 12, Steps: 2000}
			_, problems := loader.Load(context.Background(), loader.Options{Paths: []string{"."}, Dir: dir, Jobs: 2, Limits: test.limits})
			for _, p := range problems {
				if strings.Contains(p.Detail, "in the block limits") {
					t.Errorf("within the limits: %s", line(p))
				}
			}
		})
	}
}

// stepsUntil is the largest number of steps with which reading ends at a place.
func stepsUntil(t *testing.T, dir, wanted string) int {
	t.Helper()
	for steps := 1000; steps > 0; steps -= 10 {
		_, problems := loader.Load(context.Background(), loader.Options{Paths: []string{"."}, Dir: dir, Limits: limits.Limits{Steps: steps}})
		for _, p := range problems {
			if place(p.Location) == wanted && p.Summary == "Too many expressions" {
				return steps
			}
		}
	}
	t.Fatalf("no number of steps ends at %s", wanted)
	return 0
}

func TestLimitsOfOneFile(t *testing.T) {
	text := "forest \"a\" {}\n" + strings.Repeat("# x\n", 100)
	for _, path := range []string{"-", "a.hcl", "."} {
		dir := folder(t, map[string]string{"a.hcl": text})
		for _, most := range []int{len(text), len(text) - 1} {
			model, problems := loader.Load(context.Background(), loader.Options{
				Paths: []string{path}, Dir: dir, Stdin: strings.NewReader(text), Limits: limits.Limits{FileBytes: most}})
			if most == len(text) {
				expectProblems(t, problems)
				continue
			}
			name := map[bool]string{true: "-", false: "a.hcl"}[path == "-"]
			expectProblems(t, problems, name+":1:1-1 File too large: larger than 413 bytes | The setting file_mb, in the block limits")
			if model.Files != 0 {
				t.Errorf("%d files", model.Files)
			}
		}
	}
}

// What expressions build is bounded, and the problem says by what.
func TestLimitsOfExpressions(t *testing.T) {
	for name, test := range map[string]struct {
		expression string
		limits     limits.Limits
		want       string
	}{
		"steps":              {`join("", [for a in range(100) : a])`, limits.Limits{ExpressionSteps: 300}, "more than 300 steps | The setting expression_steps,"},
		"steps of a call":    {`replace("aaaaaaaaaaaaaaaa", "a", "` + strings.Repeat("b", 1000) + `")`, limits.Limits{ExpressionSteps: 500}, "more than 500 steps"},
		"elements":           {`join("", [for a in range(101) : "a"])`, limits.Limits{Elements: 100}, "more than 100 elements | The setting elements,"},
		"elements inside":    {`join("", [for a in [range(101)] : "a"])`, limits.Limits{Elements: 100}, "more than 100 elements | The setting elements,"},
		"text":               {`join("0123456789", range(10))`, limits.Limits{TextBytes: 99}, "longer than 99 bytes | The setting text_kb,"},
		"text in an element": {`[join("0123456789", range(10))]`, limits.Limits{TextBytes: 99}, "longer than 99 bytes | The setting text_kb,"},
		"text of a key":      {`{(join("0123456789", range(10))) = 1}`, limits.Limits{TextBytes: 99}, "longer than 99 bytes | The setting text_kb,"},
	} {
		t.Run(name, func(t *testing.T) {
			text := fmt.Sprintf("forest \"a\" { exchange_version = %s }\n", test.expression)
			_, problems := loader.Load(context.Background(), loader.Options{Paths: []string{"-"}, Stdin: strings.NewReader(text), Limits: test.limits})
			if len(problems) != 1 || problems[0].Summary != "Expression too large" {
				t.Fatalf("%+v", problems)
			}
			for word := range strings.SplitSeq(test.want, " | ") {
				if !strings.Contains(problems[0].Detail, word) {
					t.Errorf("%q is not in %q", word, problems[0].Detail)
				}
			}
		})
	}
}
