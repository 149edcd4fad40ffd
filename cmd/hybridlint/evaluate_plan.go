package main

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"hybridlint/loader/model"
	"hybridlint/policies"
	"hybridlint/policies/plan"
	"hybridlint/policies/waves"
	"hybridlint/report"
)

// planRequest is which waves are to be planned, and what is asked about them.
type planRequest struct {
	// Name is that of the migration_plan block; empty where there is one.
	Name   string
	Effort waves.Effort
	// Seed is -1 for that of the block.
	Seed   int64
	Prices bool
	// Explain is a mailbox; empty for none. Move and To are a mailbox and a wave.
	Explain, Move, To string
	// Check is a file or folder with waves that are judged; empty where waves are planned.
	Check string
	// Files, Graph and Simulate say what is made beside the plan.
	Files, Graph, Simulate bool
}

// planned plans waves. The summary counts the findings on entries that the waves split.
func (p *pipeline) planned(ctx context.Context, catalog *policies.Catalog, config *model.Model, options policies.Options, r request) (*report.Report, error) {
	chosen, err := planNamed(config, r.Plan.Name)
	if err != nil {
		return nil, err
	}
	config, judged := withoutWaves(config, r.Plan.Check)
	out := &report.Report{Lenient: r.Lenient, Summary: report.Summary{Recipients: len(config.Recipients), Grants: config.Grants.Len()}}
	planner, problems := plan.New(config, chosen)
	if out.Problems = problems; len(problems) > 0 {
		return out, nil
	}
	if out.Problems = planner.Contradiction(); len(out.Problems) > 0 && r.Plan.Check == "" {
		return out, nil
	}
	splits := catalog.Splits(ctx, config, planner.Request(), options)
	out.Rules, out.Summary.Rules = splits.Rules, len(splits.Rules)
	if out.Problems = splits.Problems; len(out.Problems) > 0 {
		return out, nil
	}
	var result *plan.Result
	if r.Plan.Check != "" {
		result, problems = planner.Judge(splits, judged)
	} else {
		result, problems = planner.Find(ctx, splits, plan.Options{
			Effort: r.Plan.Effort, Seed: r.Plan.Seed, Prices: r.Plan.Prices, Progress: sinceLast(r.Progress.stage("planning")),
			Splits: func(request policies.SplitRequest) *policies.Splits {
				return catalog.Splits(ctx, config, request, options)
			},
		})
	}
	if out.Problems = problems; len(problems) > 0 {
		return out, nil
	}
	if r.Plan.Check == "" {
		result.Effort = effortNames[r.Plan.Effort]
	}
	if len(result.Breaches) > 0 {
		out.Problems = append(out.Problems, report.Problem{
			Severity: report.Error, Summary: "Plan does not hold", Location: chosen.Location(),
			Detail: fmt.Sprintf("These waves do not hold to what the plan asks for, in %s.", counted(len(result.Breaches), "point")),
		})
	}
	if err := p.answerPlan(ctx, catalog, config, result, options, r.Plan, out); err != nil {
		return nil, err
	}
	for _, w := range result.Waves {
		for _, b := range w.Breaks {
			for range b.Entries {
				out.Summary.Count(b.Severity, false)
			}
		}
	}
	out.Plan, out.Complete = result.Plan, len(out.Problems) == 0
	return out, nil
}

// answerPlan makes what was asked for beside the waves.
func (p *pipeline) answerPlan(ctx context.Context, catalog *policies.Catalog, config *model.Model, result *plan.Result,
	options policies.Options, r *planRequest, out *report.Report) error {
	options.Progress = nil
	// What is to be run before the waves takes longer to find than a fast plan; it is not left out of what is handed out.
	if r.Effort != waves.Fast || r.Files || result.AssumesFixes() {
		batches := options
		batches.BatchesOnly = true
		checked := catalog.Check(ctx, result.Model(), batches)
		out.Problems = append(out.Problems, checked.Problems...)
		result.AddFixes(checked.Findings)
	}
	if r.Explain != "" {
		id, err := mailboxNamed(config, "--explain", r.Explain)
		if err != nil {
			return err
		}
		explained, ok := result.Explain(id)
		if !ok {
			return &usageError{fmt.Errorf("--explain %s: the plan does not move it: it %s", r.Explain, result.WhyNot(id))}
		}
		result.Explained = explained
	}
	if r.Move != "" {
		id, err := mailboxNamed(config, "--what-if", r.Move)
		if err != nil {
			return err
		}
		if why := result.WhyNot(id); why != "" {
			return &usageError{fmt.Errorf("--what-if: the plan does not move %s: it %s", r.Move, why)}
		}
		what, ok := result.WhatIf(id, waveNamed(result.Plan, r.To))
		if !ok {
			return &usageError{fmt.Errorf("--what-if: the plan has no wave %s", r.To)}
		}
		result.Plan.WhatIf = what
	}
	if r.Files {
		out.Problems = append(out.Problems, result.MakeFiles()...)
	}
	if r.Graph {
		text, err := result.GraphML()
		if err != nil {
			return err
		}
		result.Graph = text
	}
	if r.Simulate {
		simulated := catalog.Simulate(ctx, result.Model(), options)
		out.Problems = append(out.Problems, simulated.Problems...)
		out.Simulation = &simulated.Simulation
	}
	return nil
}

// withoutWaves takes the batches of a file or folder out of a configuration. What has started is no wave that could be changed.
func withoutWaves(config *model.Model, path string) (*model.Model, []*model.MigrationBatch) {
	if path == "" {
		return config, nil
	}
	within := filepath.ToSlash(filepath.Clean(path))
	rest := *config
	rest.Batches = nil
	var judged []*model.MigrationBatch
	for _, b := range config.Batches {
		if file := b.Location().File; (file == within || strings.HasPrefix(file, within+"/")) && !plan.HasStarted(b) {
			judged = append(judged, b)
		} else {
			rest.Batches = append(rest.Batches, b)
		}
	}
	return &rest, judged
}

// planNamed finds a plan by its name.
func planNamed(config *model.Model, name string) (*model.MigrationPlan, error) {
	var names []string
	for _, x := range config.Plans {
		names = append(names, x.Name)
		if strings.EqualFold(x.Name, name) || name == "" && len(config.Plans) == 1 {
			return x, nil
		}
	}
	slices.Sort(names)
	switch {
	case len(names) == 0:
		return nil, &usageError{fmt.Errorf("no migration_plan block says what is wanted; hybridlint help migration_plan shows one")}
	case name == "":
		return nil, &usageError{fmt.Errorf("--plan chooses one of %s", strings.Join(names, ", "))}
	default:
		return nil, &usageError{fmt.Errorf("--plan %s: there is no such plan; there are %s", name, strings.Join(names, ", "))}
	}
}

// mailboxNamed finds a mailbox by its label or an address.
func mailboxNamed(config *model.Model, flag, name string) (model.RecipientID, error) {
	for id, r := range config.Recipients {
		is := strings.EqualFold(r.ID, name) || strings.EqualFold(r.PrimarySMTPAddress, name) ||
			slices.ContainsFunc(r.EmailAddresses, func(a string) bool { return strings.EqualFold(a, "smtp:"+name) })
		if is {
			return model.RecipientID(id), nil
		}
	}
	return model.NoRecipient, &usageError{fmt.Errorf("%s: nobody is called %s", flag, name)}
}

// waveNamed is the name of a wave as the plan writes it: wave-7 is wave-07.
func waveNamed(p *report.Plan, name string) string {
	plain := func(s string) string {
		lead := strings.TrimRight(s, "0123456789")
		return strings.ToLower(lead) + strings.TrimLeft(s[len(lead):], "0")
	}
	for _, w := range p.Waves {
		if plain(w.Name) == plain(name) {
			return w.Name
		}
	}
	return name
}

// sinceLast tells a stage how much was done since it was told last.
func sinceLast(stage func(done, total int64)) func(done, total int) {
	if stage == nil {
		return nil
	}
	last := 0
	return func(done, total int) {
		stage(int64(done-last), int64(total))
		last = done
	}
}
