package main

import (
	"context"
	"runtime"
	"sync"
	"time"

	"github.com/sourcegraph/conc"

	"hybridlint/loader"
	"hybridlint/policies"
	"hybridlint/report"
)

// pipeline is the linter: files to a model, the model to findings.
type pipeline struct {
	catalog func() (*policies.Catalog, error)
	// collector is told how much there is to read.
	collector *collector
}

func newLinter() *pipeline { return &pipeline{catalog: sync.OnceValues(policies.NewCatalog)} }

// Rules implements linter.
func (p *pipeline) Rules() ([]*report.Rule, error) {
	catalog, err := p.catalog()
	if err != nil {
		return nil, err
	}
	return catalog.Rules(), nil
}

// Check implements linter.
func (p *pipeline) Check(ctx context.Context, r request) (*report.Report, error) {
	catalog, err := p.catalog()
	if err != nil {
		return nil, err
	}
	jobs := r.Jobs
	if jobs == 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	// The rules are compiled while files are read.
	var compiling conc.WaitGroup
	compiling.Go(catalog.Prepare)
	exported := readExports(ctx, r)
	model, problems := loader.Load(ctx, loader.Options{Paths: r.Paths, Documents: exported.documents, Stdin: r.Stdin, Dir: r.Directory, Exclude: r.Exclude, Jobs: jobs,
		NoFastReader: r.NoFastReader, Progress: p.reading(r)})
	exported.release()
	problems = append(exported.problems, problems...)
	r.Log.Debug().Int("files", model.Files).Int("recipients", len(model.Recipients)).Int("grants", len(model.Grants)).Msg("loaded")
	compiling.Wait()
	result := catalog.Check(ctx, model, policies.Options{
		Jobs: jobs, NoMemo: r.NoMemo, Profiles: r.Profiles, Enable: r.Enable, Disable: r.Disable, Severities: r.Severities,
		Today: dateOf(r.Today), Incomplete: len(problems) > 0, Progress: r.Progress.stage("evaluating"),
	})
	catalog.Forget()
	r.Log.Debug().Int("rules", len(result.Rules)).Int("evaluations", result.Evaluations).Msg("evaluated")
	summary := result.Summary
	summary.Files = model.Files - len(exported.documents) + exported.files
	return &report.Report{
		Complete: result.Complete && len(problems) == 0,
		Summary:  summary, Rules: result.Rules, Findings: result.Findings(),
		Recipients: result.Recipients(), Delegations: result.Delegations(),
		Problems: append(problems, result.Problems...), Sources: joinedSources{model.Sources, exported.lines},
	}, nil
}

// reading tells how far reading is, and the collector how much there is to read.
func (p *pipeline) reading(r request) func(read, total int64) {
	shown := r.Progress.stage("reading")
	return func(read, total int64) {
		if read == 0 {
			p.collector.read(total)
		}
		if shown != nil {
			shown(read, total)
		}
	}
}

func dateOf(t time.Time) loader.Date {
	return loader.Date(t.Year()*10_000 + int(t.Month())*100 + t.Day())
}
