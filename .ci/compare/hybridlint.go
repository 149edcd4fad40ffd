package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// build builds hybridlint from the repository that this program is run in.
func (c *comparison) build() error {
	c.program = filepath.Join(c.work, "hybridlint")
	_, err := measure(exec.CommandContext(c.ctx, "go", "build", "-o", c.program, "hybridlint/cmd/hybridlint"), 0)
	return err
}

// stages is what the program says in its log of what its stages took.
type stages struct {
	// evaluation is the time of the processors between loading and writing.
	evaluation time.Duration
	// evaluations is how often the policy engine was asked, and rules the number of rules.
	evaluations, rules int
	grants, problems   int
}

// hybridlint checks a folder with all rules and writes SARIF to a file. The stages of the last run are kept in last.
func (c *comparison) hybridlint(f folder, last *stages, further ...string) contestant {
	out := c.path("report")
	return contestant{name: "hybridlint", run: func() (usage, error) {
		arguments := []string{"check", "--today", "2026-06-15", "--profile", "extended", "--profile", "verbose", "--jobs", strconv.Itoa(c.jobs),
			"--log-level", "debug", "--quiet", "--format", "sarif", "--output", out}
		command := exec.CommandContext(c.ctx, c.program, slices.Concat(arguments, further, []string{"."})...)
		command.Dir = f.path
		command.Env = plainEnvironment()
		var log bytes.Buffer
		command.Stderr = &log
		const found = 1
		used, err := measure(command, 0, found)
		if err != nil {
			return used, fmt.Errorf("%w%s", err, log.Bytes())
		}
		*last, err = stagesIn(log.String())
		if err == nil && (last.problems > 0 || last.grants != f.grants) {
			err = fmt.Errorf("hybridlint: %d problems, and %d grants instead of %d", last.problems, last.grants, f.grants)
		}
		return used, err
	}}
}

// plainEnvironment is without what tells the program that it runs in a pipeline, which changes its reports.
func plainEnvironment() []string {
	return slices.DeleteFunc(os.Environ(), func(variable string) bool {
		return strings.HasPrefix(variable, "GITHUB_") || strings.HasPrefix(variable, "GITLAB_") || strings.HasPrefix(variable, "CI_") || strings.HasPrefix(variable, "TF_BUILD=")
	})
}

// stagesIn reads the log of the program.
func stagesIn(log string) (stages, error) {
	var s stages
	seen := map[string]float64{}
	for line := range strings.Lines(log) {
		var said struct {
			Message                              string
			Grants, Rules, Evaluations, Problems int
			ProcessorTime                        float64 `json:"processor_time"`
		}
		if json.Unmarshal([]byte(line), &said) != nil {
			continue // what the program says to people
		}
		seen[said.Message] = said.ProcessorTime
		switch said.Message {
		case "loaded":
			s.grants = said.Grants
		case "evaluated":
			s.rules, s.evaluations = said.Rules, said.Evaluations
		case "checked":
			s.problems = said.Problems
		}
	}
	for _, stage := range []string{"loaded", "evaluated", "checked", "written"} {
		if _, logged := seen[stage]; !logged {
			return s, fmt.Errorf("the log does not say %q:\n%s", stage, log)
		}
	}
	s.evaluation = time.Duration((seen["evaluated"] - seen["loaded"]) * float64(time.Millisecond))
	return s, nil
}
