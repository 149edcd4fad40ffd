package main

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"time"

	"github.com/sourcegraph/conc"

	"hybridlint/loader"
	"hybridlint/loader/model"
	"hybridlint/policies"
	"hybridlint/report"
)

// pipeline is the linter: files to a model, the model to findings.
type pipeline struct {
	catalog func() (*policies.Catalog, error)
	// keeps says that rules stay compiled for the next check, which the program does not have.
	keeps bool

	mu sync.Mutex
	// withOwn are the catalogs with rules of the user's own, by their folders and limits.
	withOwn map[string]*policies.Catalog
}

func newLinter() *pipeline {
	return &pipeline{catalog: sync.OnceValues(policies.NewCatalog), withOwn: map[string]*policies.Catalog{}}
}

// Rules implements linter.
func (p *pipeline) Rules(ctx context.Context, own ownPolicies) (*knownRules, error) {
	catalog, err := p.catalogWith(ctx, own)
	if err != nil {
		return nil, err
	}
	return &knownRules{Rules: catalog.Rules(), Problems: catalog.Problems(), Sources: catalog}, nil
}

// Check implements linter.
func (p *pipeline) Check(ctx context.Context, r request) (*report.Report, error) {
	checked, _, err := p.evaluate(ctx, r, p.keeps)
	return checked, err
}

// evaluate checks, and gives the model that was checked. The rules stay compiled where another check follows.
func (p *pipeline) evaluate(ctx context.Context, r request, keep bool) (*report.Report, *model.Model, error) {
	catalog, err := p.catalogWith(ctx, r.Own)
	if err != nil {
		return nil, nil, err
	}
	defer keepMemoryLimit()()
	defer boundMemory(r.Own)()
	jobs := r.Jobs
	if jobs == 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	// The rules are compiled while files are read.
	var compiling conc.WaitGroup
	compiling.Go(catalog.Prepare)
	exported, err := p.readExports(ctx, r)
	if err != nil {
		compiling.Wait()
		return nil, nil, &usageError{err}
	}
	config, problems := loader.Load(ctx, loader.Options{Paths: r.Paths, Tree: r.Tree, Documents: exported.documents, Stdin: r.Stdin, Dir: r.Directory, Exclude: r.Exclude, Cases: r.Cases, Jobs: jobs, Limits: loaderLimits(r.Limits),
		NoFastReader: r.NoFastReader, Declared: r.Declared, Progress: r.Progress.stage("reading")})
	exported.release()
	problems = slices.Concat(catalog.Problems(), exported.problems, problems)
	if nothing, ok := nothingRead(config); ok && r.Tree == nil && !incompleteBy(problems) {
		problems = append(problems, nothing)
	}
	r.Log.Debug().Int("files", config.Files).Int("recipients", len(config.Recipients)).Int("grants", config.Grants.Len()).Msg("loaded")
	if r.Loaded != nil {
		r.Loaded(config, problems)
	}
	compiling.Wait()
	if r.After != "" && !incompleteBy(problems) {
		if err := openBatch("--after", r.After, policies.OpenBatches(config)); err != nil {
			return nil, nil, err
		}
	}
	if !incompleteBy(problems) { // else what is named may be in what was not understood
		if err := r.Only.Known(catalog.Rules(), batchNames(config)); err != nil {
			return nil, nil, &usageError{onlyError(err)}
		}
	}
	options := policies.Options{
		After: r.After, Jobs: jobs, NoMemo: r.NoMemo, Profiles: r.Profiles, Enable: r.Enable, Disable: r.Disable, Severities: r.Severities,
		Today: dateOf(r.Today), Incomplete: incompleteBy(problems), Progress: r.Progress.stage("evaluating"),
		Limits: policyLimits(r.Own.Limits), Waivers: waiverTerms(&r, config),
	}
	if r.Simulate || r.Plan != nil {
		simulated, err := p.ahead(ctx, catalog, config, options, r, problems)
		if err != nil {
			return nil, nil, err
		}
		simulated.Complete = simulated.Complete && !incompleteBy(problems)
		simulated.Problems = append(problems, simulated.Problems...)
		simulated.Summary.Files = config.Files - len(exported.documents) + exported.files
		simulated.Settings = r.Settings.Excluding(config.Excluded)
		simulated.Sources = sourcesWith(joinedSources{config.Sources, exported.lines}, catalog, r.Own)
		return simulated, config, nil
	}
	result := catalog.Check(ctx, config, options)
	if !keep {
		catalog.Forget()
	}
	r.Log.Debug().Int("rules", len(result.Rules)).Int("evaluations", result.Evaluations).Msg("evaluated")
	summary := result.Summary
	summary.Files = config.Files - len(exported.documents) + exported.files
	return &report.Report{
		Complete: result.Complete && !incompleteBy(problems), Lenient: r.Lenient, State: result.State,
		Settings: r.Settings.Excluding(config.Excluded),
		Summary:  summary, Tenant: tenantName(config), Rules: result.Rules, Findings: result.Findings,
		Recipients: result.Recipients(), Delegations: result.Delegations(),
		Problems: append(problems, result.Problems...), Sources: sourcesWith(joinedSources{config.Sources, exported.lines}, catalog, r.Own),
	}, config, nil
}

// ahead looks at what is going to happen: it simulates the batches, or plans waves where everything was understood.
func (p *pipeline) ahead(
	ctx context.Context, catalog *policies.Catalog, config *model.Model, options policies.Options, r request, problems []report.Problem,
) (*report.Report, error) {
	if r.Plan == nil {
		return p.simulated(ctx, catalog, config, options, r)
	}
	read := report.Report{Lenient: r.Lenient, Problems: problems}
	if incompleteBy(problems) && !read.Accepted() {
		return &report.Report{Lenient: r.Lenient}, nil
	}
	return p.planned(ctx, catalog, config, options, r)
}

// simulated carries the steps of the batches out. The summary counts the breaks of all steps.
func (p *pipeline) simulated(
	ctx context.Context, catalog *policies.Catalog, config *model.Model, options policies.Options, r request,
) (*report.Report, error) {
	if r.Batch != "" && !options.Incomplete {
		if err := openBatch("--batch", r.Batch, policies.OpenBatches(config)); err != nil {
			return nil, err
		}
	}
	result := catalog.Simulate(ctx, config, options)
	result.Simulation.Shown = stepOf(&result.Simulation, r.Batch)
	summary := result.Simulation.Breaks()
	summary.Recipients, summary.Grants, summary.Rules = len(config.Recipients), config.Grants.Len(), len(result.Rules)
	return &report.Report{
		Complete: result.Complete, Lenient: r.Lenient, Summary: summary, Rules: result.Rules, Problems: result.Problems,
		Simulation: &result.Simulation,
	}, nil
}

func tenantName(m *model.Model) string {
	if m.Tenant == nil {
		return ""
	}
	return m.Tenant.Name
}

func batchNames(m *model.Model) []string {
	names := make([]string, len(m.Batches))
	for i, b := range m.Batches {
		names[i] = b.Name
	}
	return names
}

// nothingRead finds that the files declare nobody, and nobody's permissions: then nothing was checked, which is no clean result. A
// configuration of the organization alone may be all that there is, but not while files are left out.
func nothingRead(m *model.Model) (report.Problem, bool) {
	left := 0
	for _, x := range m.Excluded {
		left += x.Files
	}
	organization := m.Tenant != nil || len(m.Forests)+len(m.Syncs) > 0
	if len(m.Recipients)+m.Grants.Len() > 0 || organization && left == 0 {
		return report.Problem{}, false
	}
	detail := "No recipient and no grant is declared in what was read, so nothing was checked."
	if left > 0 {
		detail += fmt.Sprintf(" The settings exclude %s; the command hybridlint settings shows where that comes from.", counted(left, "file"))
	}
	return report.Problem{Severity: report.Error, Summary: "Nothing to check", Detail: detail}, true
}

func dateOf(t time.Time) model.Date {
	return model.Date(t.Year()*10_000 + int(t.Month())*100 + t.Day())
}
