package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"hybridlint/report"
	"hybridlint/report/formats"
)

const aboutSimulate = `Carries the migration batches that are not over out, step by step, and tells what each step breaks and until when, what it
heals, and what stays broken at the end. Batches that complete at the same time are one step. What can be read is what check reads.
--fail-on looks at all breaks, also at those that a later step heals.`

const simulateExamples = `  hybridlint simulate
  hybridlint simulate --batch wave-3
  hybridlint simulate --format html --output waves.html
  hybridlint simulate --from exports --fail-on none`

// simulateFlags are those of check that a simulation has, and its own.
type simulateFlags struct {
	checkFlags
	batch string
}

func (p *program) simulateCommand() *cobra.Command {
	var f simulateFlags
	f.formats = formats.Simulation()
	c := &cobra.Command{
		Use:     "simulate [PATH...]",
		Short:   "Tell what the migration batches break and heal, step by step",
		Long:    aboutSimulate,
		Example: simulateExamples,
		RunE:    func(c *cobra.Command, paths []string) error { return p.simulate(c, &f, paths) },
	}
	f.settingFlags.add(c)
	f.reportFlags.add(c)
	f.exportFlags.add(c)
	f.runFlags(c)
	c.Flags().StringVar(&f.batch, "batch", "", "show the step of this batch only")
	return c
}

// simulate runs one simulation from the flags to the exit status.
func (p *program) simulate(c *cobra.Command, f *simulateFlags, paths []string) error {
	logger, err := p.logger(f.logLevel)
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
	r.Simulate, r.Batch = true, f.batch
	r.Log, r.Progress = logger, p.newProgress()
	simulated, err := p.checked(c.Context(), r, nil)
	r.Progress.stop()
	if err := errors.Join(err, c.Context().Err()); err != nil {
		return err
	}
	simulated.Tool = p.tool
	refuseNothing(simulated)
	code := verdict(simulated, s.failOn.value)
	if err := p.writeAll(c.Context(), targets, simulated, code); err != nil {
		return err
	}
	p.remark(simulated, &f.checkFlags)
	p.remarkChanged(simulated.Sources)
	return status(code)
}

// openBatch says which batches there are where one that was asked for is not open.
func openBatch(flag, name string, open []string) error {
	for _, batch := range open {
		if strings.EqualFold(batch, name) {
			return nil
		}
	}
	if len(open) == 0 {
		return &usageError{fmt.Errorf("%s %s: no batch is open", flag, name)}
	}
	return &usageError{fmt.Errorf("%s %s: this is no open batch; open are %s", flag, name, strings.Join(open, ", "))}
}

// stepOf is the number of the step of a batch, from 1; 0 for no batch.
func stepOf(s *report.Simulation, batch string) int {
	for _, step := range s.Steps {
		for _, name := range step.Batches {
			if strings.EqualFold(name, batch) {
				return step.Number
			}
		}
	}
	return 0
}
