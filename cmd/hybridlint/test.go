package main

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"hybridlint/report/text"
	"hybridlint/report/visible"

	"github.com/spf13/cobra"

	"hybridlint/report"
)

const aboutTest = `Tests rules of your own: the tests in Rego beside them (FAMILY/NAME_test.rego), and their fixtures, configurations below
testdata/rules/ID in the folder. bad.hcl shows what the rule finds and good.hcl what it does not; both must be there, and others may be.
A fixture says at the end of a line what is found there:

  delegate = "amy@contoso.com" # want CONTOSO101 warning

Without a folder, those of the settings are tested.`

// testFlags are the flags of test.
type testFlags struct {
	ownFlags
	coverage  bool
	threshold float64
	jobs      int
	today     string
	color     string
}

// testRequest is what is to be tested.
type testRequest struct {
	Own  ownPolicies
	Jobs int
	// Today decides which exceptions in fixtures have expired.
	Today time.Time
}

// testReport is what came of it.
type testReport struct {
	Rules, Tests, Skipped, Fixtures int
	// Problems keep policies from being tested, Failures are what tests found.
	Problems, Failures []report.Problem
	Coverage           []fileCoverage
	Sources            report.Sources
}

// fileCoverage is how much of a policy its tests have evaluated.
type fileCoverage struct {
	file         string
	covered, all int
	// lines are those with something that was not evaluated.
	lines []int
}

func (p *program) testCommand() *cobra.Command {
	var f testFlags
	c := &cobra.Command{
		Use:     "test [FOLDER...]",
		Short:   "Test rules of your own",
		Long:    aboutTest,
		Example: "  hybridlint test rules\n  hybridlint test rules --coverage --threshold 90",
		RunE:    func(c *cobra.Command, folders []string) error { return p.test(c, &f, folders) },
	}
	f.ownFlags.add(c)
	if err := c.Flags().MarkHidden("policies"); err != nil {
		panic(err) // the flag does not exist: a mistake of the programmer
	}
	flags := c.Flags()
	flags.BoolVar(&f.coverage, "coverage", false, "show how much of each policy the tests in Rego evaluate, and which lines they do not")
	flags.Float64Var(&f.threshold, "threshold", 0, "fail below this coverage, in percent of all policies together")
	flags.IntVarP(&f.jobs, "jobs", "j", 0, "number of workers; 0 is one per processor")
	flags.StringVar(&f.today, "today", "", "the day that decides which exceptions in fixtures have expired, YYYY-MM-DD (default today, UTC)")
	addColorFlag(c, &f.color)
	return c
}

func (p *program) test(c *cobra.Command, f *testFlags, folders []string) error {
	r, err := p.testRequest(c, f, folders)
	if err != nil {
		return err
	}
	painted, err := p.paints(f.color, p.stdout)
	if err != nil {
		return err
	}
	tested, err := p.linter.Test(c.Context(), r)
	switch {
	case c.Context().Err() != nil:
		return c.Context().Err()
	case err != nil:
		return incomplete(err)
	}
	if len(tested.Problems) > 0 {
		if err := text.WriteProblems(p.stdout, tested.Problems, tested.Sources, painted); err != nil {
			return written(err)
		}
		return incomplete(fmt.Errorf("nothing was tested: %s in your own policies", counted(len(tested.Problems), "problem")))
	}
	if err := text.WriteProblems(p.stdout, tested.Failures, tested.Sources, painted); err != nil {
		return written(err)
	}
	passed, err := f.summarize(visible.Log(p.stdout), tested)
	if err != nil {
		return written(err)
	}
	if !passed {
		return status(ExitFindings)
	}
	return nil
}

// testRequest finds out what is to be tested: the folders that are named, else those of the settings.
func (p *program) testRequest(c *cobra.Command, f *testFlags, folders []string) (testRequest, error) {
	file, err := p.openSettings(f.config, c.Flags().Changed("config"))
	if err != nil {
		return testRequest{}, err
	}
	if len(file.problems) > 0 {
		return testRequest{}, p.wrongSettings(file)
	}
	if f.policies = append(f.policies, folders...); len(f.policies) > 0 {
		file.settings.policies = nil
	}
	if err := f.override(p, file.settings); err != nil {
		return testRequest{}, err
	}
	r := testRequest{Own: p.ownPolicies(file.settings), Jobs: f.jobs}
	switch {
	case len(r.Own.Folders) == 0:
		return r, errors.New("name the folder of your own rules, or set policies in " + settingsFileName)
	case f.jobs < 0:
		return r, errors.New("--jobs is a number of workers, 0 or more")
	case f.threshold < 0 || f.threshold > 100:
		return r, errors.New("--threshold is a percentage, from 0 to 100")
	}
	r.Today, err = p.today(f.today)
	return r, err
}

// summarize writes what was tested and tells whether all is well.
func (f *testFlags) summarize(w io.Writer, t *testReport) (passed bool, err error) {
	var b strings.Builder
	if len(t.Failures) > 0 {
		b.WriteByte('\n')
	}
	covered, all := 0, 0
	for _, file := range t.Coverage {
		covered += file.covered
		all += file.all
		if f.coverage {
			fmt.Fprintf(&b, "%s: %s%s\n", visible.Text(file.file), percent(file.covered, file.all), notCovered(file.lines))
		}
	}
	if f.coverage {
		fmt.Fprintf(&b, "%s of the policies covered by tests in Rego\n", percent(covered, all))
	}
	enough := float64(covered)*100 >= f.threshold*float64(all)
	if !enough {
		fmt.Fprintf(&b, "FAILED: %s covered, and %v %% wanted\n", percent(covered, all), f.threshold)
	}
	verdict := "passed"
	if len(t.Failures) > 0 {
		verdict = "FAILED: " + counted(len(t.Failures), "failure") + " above"
	}
	fmt.Fprintf(&b, "%s, %s, %s%s: %s\n", counted(t.Rules, "rule"), counted(t.Tests, "test"), counted(t.Fixtures, "fixture"), skipped(t.Skipped), verdict)
	_, err = io.WriteString(w, b.String())
	return enough && len(t.Failures) == 0, err
}

func skipped(n int) string {
	if n == 0 {
		return ""
	}
	return ", " + counted(n, "test") + " skipped"
}

// percent rounds down, so that 100 % is everything.
func percent(part, all int) string {
	if all == 0 {
		return "100 %"
	}
	return strconv.FormatFloat(float64(part*1000/all)/10, 'f', -1, 64) + " %"
}

func notCovered(lines []int) string {
	if len(lines) == 0 {
		return ""
	}
	numbers := make([]string, len(lines))
	for i, line := range lines {
		numbers[i] = strconv.Itoa(line)
	}
	return ", without line " + strings.Join(numbers, ", ")
}

// today is the day of a flag, by default that of the clock.
func (p *program) today(flag string) (time.Time, error) {
	if flag == "" {
		return p.now().UTC(), nil
	}
	day, err := time.Parse(time.DateOnly, flag)
	if err != nil {
		return day, fmt.Errorf("--today is a day, like 2026-12-31, and not %q", flag)
	}
	return day, nil
}
