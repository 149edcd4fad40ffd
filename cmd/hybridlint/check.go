package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/rs/zerolog"
	"github.com/spf13/cobra"

	"hybridlint/report"
	"hybridlint/report/filter"
)

const aboutCheck = `Reads all *.hcl files under the paths as one configuration, and reports what the rules find. Without a path it reads the
working directory; the path "-" is standard input. --from reads exports of Exchange as well, as the command import does.`

const checkExamples = `  hybridlint check
  hybridlint check organization grants/sales.hcl
  hybridlint check --format sarif --output hybridlint.sarif
  hybridlint check --report sarif=hybridlint.sarif --report markdown=summary.md
  hybridlint check --from exports
  hybridlint check --after wave-3
  hybridlint check --base origin/main --show-changes
  hybridlint check --baseline last-week.json
  hybridlint check --only 'rule=HYB3*' --only batch=wave-3
  hybridlint check --fail-on warning --profile extended --disable HYB211`

// checkFlags are the flags of check.
type checkFlags struct {
	settingFlags
	reportFlags
	exportFlags
	baseFlags
	jobs     int
	noMemo   bool
	noFast   bool
	today    string
	logLevel string
	// after is an open batch whose step is carried out first; only check has it.
	after string
	onlyFlag
}

func (p *program) checkCommand() *cobra.Command {
	var f checkFlags
	c := &cobra.Command{
		Use:     "check [PATH...]",
		Short:   "Check a configuration",
		Long:    aboutCheck,
		Example: checkExamples,
		RunE:    func(c *cobra.Command, paths []string) error { return p.check(c, &f, paths) },
	}
	f.settingFlags.add(c)
	f.reportFlags.add(c)
	f.exportFlags.add(c)
	f.baseFlags.add(c)
	f.onlyFlag.add(c)
	f.runFlags(c)
	c.Flags().StringVar(&f.after, "after", "", "check the state after the step of this open migration batch")
	c.MarkFlagsMutuallyExclusive("after", "base")
	c.MarkFlagsMutuallyExclusive("after", "baseline")
	return c
}

// runFlags are those that say how a run is carried out.
func (f *checkFlags) runFlags(c *cobra.Command) {
	flags := c.Flags()
	flags.IntVarP(&f.jobs, "jobs", "j", 0, "number of workers; 0 is one per processor")
	flags.BoolVar(&f.noMemo, "no-memo", false, "evaluate every rule on every subject anew, to compare")
	flags.BoolVar(&f.noFast, "no-fast-reader", false, "leave every block to the complete HCL parser, to compare")
	flags.StringVar(&f.today, "today", "", "the day that decides which exceptions have expired, YYYY-MM-DD (default today, UTC)")
	flags.StringVar(&f.logLevel, "log-level", "disabled", "log to standard error: debug, info, warn, error or disabled")
	complete(c, "log-level", logLevels())
}

// prepared is a check that is about to run.
type prepared struct {
	settings *settings
	request  request
	against  *against
	only     filter.Filter
}

// prepare makes a check of the flags.
func (p *program) prepare(c *cobra.Command, f *checkFlags, paths []string) (run prepared, err error) {
	logger, err := p.logger(f.logLevel)
	if err != nil {
		return run, err
	}
	if run.against, err = p.against(&f.baseFlags, f, paths); err != nil {
		return run, err
	}
	if run.only, err = f.filter(run.against != nil); err != nil {
		return run, err
	}
	run.settings, run.request, err = p.judged(c, f, paths, run.against)
	run.request.Only, run.request.Log = run.only, logger
	return run, err
}

// carryOut runs a check; code is how it ends. What the filter leaves out is gone from the report.
func (p *program) carryOut(ctx context.Context, run prepared) (checked *report.Report, code int, err error) {
	logger := run.request.Log
	logger.Info().Strs("paths", run.request.Paths).Str("settings", run.settings.file).Msg("checking")
	run.request.Progress = p.newProgress()
	checked, err = p.checked(ctx, run.request, run.against)
	run.request.Progress.stop()
	if err := firstOf(err, errors.Join(ctx.Err(), run.against.missing())); err != nil {
		return nil, 0, err
	}
	logger.Info().Int("files", checked.Summary.Files).Int("rules", len(checked.Rules)).Int("problems", len(checked.Problems)).
		Msg("checked")
	checked.Tool, checked.Today = p.tool, run.request.Today.Format(time.DateOnly)
	refuseNothing(checked)
	code = verdict(checked, run.settings.failOn.value)
	run.only.Apply(checked)
	return checked, code, nil
}

// check runs one check from the flags to the exit status.
func (p *program) check(c *cobra.Command, f *checkFlags, paths []string) error {
	run, err := p.prepare(c, f, paths)
	if err != nil {
		return err
	}
	targets, err := p.targets(&f.reportFlags, c.Flags(), run.settings.fold.value)
	if err != nil {
		return err
	}
	for i := range targets {
		targets[i].options.ShowUnchanged, targets[i].options.ShowChanges = f.showUnchanged, f.showChanges
	}
	checked, code, err := p.carryOut(c.Context(), run)
	if err != nil {
		return err
	}
	if err := p.writeAll(c.Context(), targets, checked, code); err != nil {
		return err
	}
	run.request.Log.Debug().Int("reports", len(targets)).Msg("written")
	p.remark(checked, f)
	p.remarkChanged(checked.Sources)
	return status(code)
}

// checked is what the linter says. Where it cannot say anything, that is a Problem, for whoever waits for a report to read.
func (p *program) checked(ctx context.Context, r request, a *against) (checked *report.Report, usage error) {
	err := p.recovered(func() (err error) {
		if a == nil {
			checked, err = p.linter.Check(ctx, r)
		} else {
			checked, err = p.linter.Compare(ctx, r, a)
		}
		return err
	})
	if _, wrong := errors.AsType[*usageError](err); err == nil || wrong {
		return checked, err
	}
	problem := report.Problem{Severity: report.Error, Summary: "Nothing was checked", Detail: asSentence(err)}
	return &report.Report{Settings: r.Settings, Problems: []report.Problem{problem}}, nil
}

// usageError is a mistake in the command line that shows only when files are read.
type usageError struct{ error }

// Unwrap gives the mistake.
func (u *usageError) Unwrap() error { return u.error }

// refuseNothing makes sure that a run that had nothing to do is never taken for a clean one.
func refuseNothing(r *report.Report) {
	refuse := func(summary, detail string) {
		r.Complete = false
		r.Problems = append(r.Problems, report.Problem{Severity: report.Error, Summary: summary, Detail: detail})
	}
	if slices.ContainsFunc(r.Problems, func(p report.Problem) bool { return p.Severity == report.Error }) {
		return
	}
	if r.Summary.Files == 0 {
		refuse("No file", "There is no *.hcl file under the given paths, so nothing was checked.")
	}
	if len(r.Rules) == 0 {
		refuse("No rule", "Every rule is disabled, so nothing was checked. The command hybridlint settings shows where that comes from.")
	}
}

// verdict is the exit status that a report deserves.
func verdict(r *report.Report, failOn report.Severity) int {
	s := r.Summary
	if r.Comparison != nil {
		s = r.Comparison.Gating
	}
	found := map[report.Severity]int{report.Error: s.Errors, report.Warning: s.Warnings, report.Note: s.Notes}
	if !r.Complete && !r.Accepted() {
		return ExitIncomplete
	}
	for severity, n := range found {
		if n > 0 && failOn != report.NoSeverity && severity >= failOn {
			return ExitFindings
		}
	}
	return ExitClean
}

// remark tells somebody who does not see the report that it is not complete.
func (p *program) remark(r *report.Report, f *checkFlags) {
	if r.Complete || f.format == "text" && onStandardOutput(f.output) {
		return
	}
	p.say(fmt.Sprintf("the run was not complete; the report names %s", counted(len(r.Problems), "problem")))
}

func (p *program) requestOf(f *checkFlags, s *settings, known *knownRules, paths []string) (request, error) {
	if len(paths) == 0 && len(f.from) == 0 {
		paths = []string{"."}
	}
	sides, err := sidesOf(f.sides)
	if err != nil {
		return request{}, err
	}
	if f.lenient && len(f.from) == 0 {
		return request{}, errors.New("--lenient accepts rows of exports that were not understood; it needs --from")
	}
	if f.jobs < 0 {
		return request{}, fmt.Errorf("--jobs is a number of workers, 0 or more")
	}
	today, err := p.today(f.today)
	if err != nil {
		return request{}, err
	}
	return request{
		Exports: f.from, Sides: sides, Lenient: f.lenient, Notice: p.say,
		Paths: paths, Stdin: p.stdin, Directory: p.directory, Exclude: values(s.exclude), Cases: p.casesOf(known.Rules, values(s.policies), paths), Own: p.ownPolicies(s), Limits: s.limitValues(), Jobs: f.jobs, NoMemo: f.noMemo, NoFastReader: f.noFast,
		After: f.after, Profiles: values(s.profiles), Enable: values(s.enable), Disable: values(s.disable), Severities: s.severityByRule(), Today: today,
		Exceptions: s.exceptions, SettingsFile: s.file, Settings: s.inForce(known.Rules),
	}, nil
}

func logLevels() []string {
	levels := []zerolog.Level{zerolog.DebugLevel, zerolog.InfoLevel, zerolog.WarnLevel, zerolog.ErrorLevel, zerolog.Disabled}
	names := make([]string, len(levels))
	for i, l := range levels {
		names[i] = l.String()
	}
	return names
}

// logger logs the doings of the program. Findings are never logged, and logs are never findings.
func (p *program) logger(level string) (zerolog.Logger, error) {
	if !slices.Contains(logLevels(), level) {
		return zerolog.Nop(), unknown("log level", level, logLevels())
	}
	parsed, err := zerolog.ParseLevel(level)
	return zerolog.New(p.stderr).Level(parsed).With().Timestamp().Logger().Hook(stopwatch{began: p.now(), now: p.now}), err
}
