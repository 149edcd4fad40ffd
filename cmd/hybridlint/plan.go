package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hybridlint/policies/waves"
	"hybridlint/report"
	"hybridlint/report/formats"
	"hybridlint/report/html"
	"hybridlint/report/tables/json"
)

const aboutPlan = `Puts the mailboxes of a migration_plan block into waves that break as little as possible for as short as possible, and tells
what every wave splits, until when, and what that costs. What costs is what the rules find while one end of an entry has moved and the
other has not. The same configuration and seed give the same plan everywhere. --fail-on looks at everything that comes apart.`

const planExamples = `  hybridlint plan
  hybridlint plan --out waves
  hybridlint plan --explain amy@contoso.com
  hybridlint plan --what-if "move amy@contoso.com to wave-7"
  hybridlint plan --check waves
  hybridlint plan --prices --effort thorough
  hybridlint plan --from exports plan.hcl --out waves`

// effortNames are the words of --effort, by effort.
var effortNames = []string{"fast", "normal", "thorough"}

type planFlags struct {
	checkFlags
	name, out, effort, explain, whatIf, graph, check string
	seed                                             int64
	prices                                           bool
}

func (p *program) planCommand() *cobra.Command {
	var f planFlags
	f.formats = formats.Plan()
	c := &cobra.Command{
		Use:     "plan [PATH...]",
		Short:   "Plan the waves that break least",
		Long:    aboutPlan,
		Example: planExamples,
		RunE:    func(c *cobra.Command, paths []string) error { return p.plan(c, &f, paths) },
	}
	f.settingFlags.add(c)
	f.reportFlags.add(c)
	f.exportFlags.add(c)
	f.runFlags(c)
	flags := c.Flags()
	flags.StringVar(&f.name, "plan", "", "the migration_plan block; one needs no choice")
	flags.StringVar(&f.out, "out", "", "write batches, lists of mailboxes and commands into this folder")
	flags.StringVar(&f.effort, "effort", effortNames[waves.Normal], list(effortNames))
	flags.Int64Var(&f.seed, "seed", -1, "another seed than that of the block gives another plan of the same kind")
	flags.StringVar(&f.explain, "explain", "", "say why this mailbox is in its wave, and what any other would cost")
	flags.StringVar(&f.whatIf, "what-if", "", `say what a change would do: "move MAILBOX to WAVE"`)
	flags.BoolVar(&f.prices, "prices", false, "say what each thing that you ask for costs; takes a search for each")
	flags.StringVar(&f.graph, "graph", "", "write what belongs together to this file, as GraphML")
	flags.StringVar(&f.check, "check", "", "judge the waves in this file or folder, and plan none; with --out, lists and commands are made of them")
	complete(c, "effort", effortNames)
	c.MarkFlagsMutuallyExclusive("check", "prices")
	return c
}

var whatIf = regexp.MustCompile(`^\s*move\s+(.+?)\s+to\s+(.+?)\s*$`)

// request reads the flags of a plan.
func (f *planFlags) request() (*planRequest, error) {
	effort := slices.Index(effortNames, f.effort)
	if effort < 0 {
		return nil, unknown("effort", f.effort, effortNames)
	}
	if f.seed < -1 {
		return nil, errors.New("--seed is a number, 0 or more")
	}
	r := &planRequest{
		Name: f.name, Effort: waves.Effort(effort), Seed: f.seed, Prices: f.prices, Explain: f.explain, Files: f.out != "", Graph: f.graph != "",
		Simulate: f.out != "", Check: f.check,
	}
	if f.whatIf != "" {
		m := whatIf.FindStringSubmatch(f.whatIf)
		if m == nil {
			return nil, fmt.Errorf(`--what-if is "move MAILBOX to WAVE", and not %q`, f.whatIf)
		}
		r.Move, r.To = m[1], m[2]
	}
	return r, nil
}

// plan runs from the flags to the exit status.
func (p *program) plan(c *cobra.Command, f *planFlags, paths []string) error {
	logger, err := p.logger(f.logLevel)
	if err != nil {
		return err
	}
	wanted, err := f.request()
	if err != nil {
		return err
	}
	s, r, err := p.judged(c, &f.checkFlags, paths, nil)
	if err != nil {
		return err
	}
	targets, err := p.targets(&f.reportFlags, c.Flags(), s.fold.value)
	if err != nil {
		return err
	}
	if f.check != "" {
		r.Paths = append(r.Paths, f.check)
	}
	r.Plan, r.Log, r.Progress = wanted, logger, p.newProgress()
	planned, err := p.checked(c.Context(), r, nil)
	r.Progress.stop()
	if err := errors.Join(err, c.Context().Err()); err != nil {
		return err
	}
	planned.Tool = p.tool
	refuseNothing(planned)
	if err := p.handOut(c.Context(), f, planned); err != nil {
		planned.Complete = false
		planned.Problems = append(planned.Problems, report.Problem{Severity: report.Error, Summary: "The plan could not be written", Detail: err.Error() + "."})
	}
	code := verdict(planned, s.failOn.value)
	if err := p.writeAll(c.Context(), targets, planned, code); err != nil {
		return err
	}
	p.remark(planned, &f.checkFlags)
	p.remarkChanged(planned.Sources)
	return status(code)
}

// handOut writes the files of a plan. One that breaks what is asked for is never handed out.
func (p *program) handOut(ctx context.Context, f *planFlags, r *report.Report) error {
	if r.Plan == nil || !r.Complete && !r.Accepted() || ctx.Err() != nil {
		return ctx.Err()
	}
	if f.graph != "" {
		if err := p.write(f.graph, func(w io.Writer) error { _, err := io.WriteString(w, r.Plan.Graph); return err }); err != nil {
			return because(f.graph, err)
		}
	}
	if f.out == "" {
		return nil
	}
	files := slices.Clone(r.Plan.Files)
	for name, writer := range map[string]report.Writer{"plan.json": json.PlanWriter{}, "plan.html": html.SimulationWriter{}} {
		var b bytes.Buffer
		if err := writer.Write(&b, r, report.Options{}); err != nil {
			return err
		}
		files = append(files, report.PlanFile{Name: name, Text: b.String()})
	}
	p.writing.Lock()
	defer p.writing.Unlock()
	folder, err := makeFolder(p.directory, f.out)
	if err != nil {
		return err
	}
	defer folder.Close()
	if err := leftOver(folder.FS(), r.Plan, f.check != ""); err != nil {
		return err
	}
	for _, file := range files {
		if err := writeBelow(folder, file.Name, func(w io.Writer) error { _, err := io.WriteString(w, file.Text); return err }); err != nil {
			return because(file.Name, err)
		}
	}
	return nil
}

// leftOver finds a wave of an earlier plan that this one has no wave for, and of waves that were judged any that is not written anew:
// its mailboxes would be in two batches.
func leftOver(folder fs.FS, p *report.Plan, judged bool) error {
	names, err := fs.Glob(folder, "wave-*.hcl")
	for _, name := range names {
		written := slices.ContainsFunc(p.Files, func(f report.PlanFile) bool { return f.Name == name })
		if written || slices.Contains(p.Beside, strings.TrimSuffix(name, ".hcl")) {
			continue
		}
		text, err := fs.ReadFile(folder, name)
		if err != nil {
			return err
		}
		if judged {
			return fmt.Errorf("%s has no wave of its name, and its mailboxes would be in two batches: name file and batch alike, or remove it", name)
		}
		if strings.HasPrefix(string(text), "# Plan "+p.Name+",") {
			return fmt.Errorf("%s is of an earlier plan with more waves, and its mailboxes would be in two batches: remove it", name)
		}
	}
	return err
}
