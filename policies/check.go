package policies

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"sync/atomic"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/sourcegraph/conc"

	"hybridlint/loader/model"
	"hybridlint/policies/engine"
	"hybridlint/policies/facts"
	"hybridlint/policies/metadata"
	"hybridlint/policies/organization"
	"hybridlint/policies/subjects"
	"hybridlint/report"
)

// Options choose the rules of a run and how it is carried out.
type Options struct {
	// Jobs is the number of workers; by default one per processor. It never changes a result.
	Jobs int
	// NoMemo evaluates every rule on every subject, without remembering answers; it never changes a result either.
	NoMemo bool
	// Profiles are the profiles that take part beside the default one.
	Profiles []report.Profile
	// Enable and Disable name rules by id or name; disabling wins.
	Enable, Disable []string
	// Severities replace those of the rules, by id.
	Severities map[string]report.Severity
	// Today decides which exceptions have expired.
	Today model.Date
	// Waivers say which exceptions and comments hide findings.
	Waivers WaiverTerms
	// Limits bound the rules of the user's own.
	Limits engine.Limits
	// Progress is told of how many entries were looked at, with how many there are in all, by several workers at a time; nil is told
	// nothing.
	Progress func(done, total int64)
	// After is an open batch: its step and those before it are carried out first. Empty for the configuration as written.
	After string
	// BatchesOnly looks for nothing but what rules about batches find; not for what they only predict, and no command mends.
	BatchesOnly bool
	// Incomplete says that not everything could be read: then nobody can say that an exception is unused.
	Incomplete bool
}

// Result is what a run found.
type Result struct {
	// Rules are the rules that ran, by id.
	Rules    []*report.Rule
	Summary  report.Summary
	Problems []report.Problem
	// Complete is false where a rule could not be evaluated.
	Complete bool
	// State is the one that the findings are about; nil for the configuration as written.
	State *report.State
	// Evaluations counts how often the policy engine was asked since the catalog was compiled.
	Evaluations int

	// Findings are all findings, suppressed ones included, ordered by file, line, column and rule.
	Findings     []*report.Finding
	organization *organization.Organization
}

// withJobs fills in the number of workers.
func (o Options) withJobs() Options {
	if o.Jobs <= 0 {
		o.Jobs = runtime.GOMAXPROCS(0)
	}
	return o
}

// Check evaluates the selected rules on a configuration.
func (c *Catalog) Check(ctx context.Context, config *model.Model, options Options) *Result {
	options = options.withJobs()
	ctx, stop := c.watched(ctx, options.Limits)
	defer stop()
	result := &Result{Complete: true}
	e, err := c.newEvaluator(config, options)
	if err != nil {
		result.fail("Rules not usable", err)
		return result
	}
	result.organization = e.Organization
	for _, id := range slices.Sorted(maps.Keys(e.ran)) {
		result.Rules = append(result.Rules, e.ran[id].Rule)
	}
	if options.BatchesOnly {
		e.leaveOutStates()
	}
	waivers, problems := c.waivers(e, config)
	result.Problems = append(result.Problems, problems...)
	if options.After != "" {
		if e, result.State, err = e.afterBatch(ctx, options.After); err != nil {
			result.fail("No such state", err)
			return result
		}
		result.organization = e.Organization
	}
	findings := e.run(ctx)
	waive(findings, waivers)
	result.Problems = append(result.Problems, e.problems()...)
	if ctx.Err() != nil {
		result.fail("Interrupted", context.Cause(ctx))
	}
	complete := len(result.Problems) == 0 && !options.Incomplete
	if options.After == "" { // exceptions are judged in the configuration as written
		findings = append(findings, e.judge(ctx, waivers, complete)...)
	}
	result.Problems = append(slices.Clip(result.Problems), e.lateProblems(result.Problems)...)
	result.Complete = len(result.Problems) == 0
	sortFindings(findings)
	tellApart(subjects.Names{Organization: e.Organization}, findings)
	result.render(findings)
	result.count(config)
	result.Evaluations = e.compiled.Evaluations()
	return result
}

func (r *Result) fail(summary string, err error) {
	r.Complete = false
	r.Problems = append(r.Problems, report.Problem{Severity: report.Error, Summary: summary, Detail: err.Error() + "."})
}

// newEvaluator selects the rules and prepares what they are evaluated with.
func (c *Catalog) newEvaluator(config *model.Model, options Options) (*evaluator, error) {
	compiled := c.remembering
	if options.NoMemo {
		compiled = c.plain
	}
	p, err := compiled()
	if err != nil {
		return nil, err
	}
	e := &evaluator{
		Organization: organization.New(config), compiled: p, options: options, users: c.users,
		active: map[facts.Scope][]activeRule{}, ran: map[string]*metadata.Rule{}, failures: map[string]error{}, wrongType: map[model.RecipientID]*metadata.Rule{},
	}
	selected, err := c.selected(options)
	if err != nil {
		return nil, err
	}
	for _, r := range selected {
		d, err := p.Document(r.Shape, r.Ref, true)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", r.ID, err)
		}
		e.ran[r.ID] = r
		for _, s := range r.Metadata.Scopes {
			e.active[s] = append(e.active[s], activeRule{Rule: r, document: d})
		}
	}
	if err := c.findPredictions(e); err != nil {
		return nil, err
	}
	return e, e.findRelevant()
}

// findPredictions prepares the rules that selected ones predict, be they selected or not.
func (c *Catalog) findPredictions(e *evaluator) error {
	for _, id := range slices.Sorted(maps.Keys(e.ran)) {
		for _, r := range c.rules {
			if r.ID != e.ran[id].Metadata.Predicts {
				continue
			}
			d, err := e.compiled.Document(r.Shape, r.Ref, true)
			if err != nil {
				return fmt.Errorf("%s: %w", r.ID, err)
			}
			e.predictions = append(e.predictions, activeRule{Rule: r, document: d})
		}
	}
	return nil
}

// findRelevant collects what the rules of a scope read, their conditions among it, and the inference that Go asks for.
func (e *evaluator) findRelevant() error {
	presence, err := e.inference(sendOnBehalfPresence())
	if err != nil {
		return err
	}
	e.relevant = map[facts.Scope][]facts.Projection{}
	for s, rules := range e.active {
		masks := map[int]uint64{}
		add := func(d *engine.Document) {
			for _, p := range d.Closure {
				masks[p.Fact] |= p.Mask
			}
		}
		for _, r := range rules {
			add(r.document)
			for _, fact := range r.ConditionFacts() {
				masks[fact] = facts.AllMembers
			}
		}
		if facts.Shapes()[s] == presence.Shape {
			add(presence)
		}
		for _, i := range slices.Sorted(maps.Keys(masks)) {
			e.relevant[s] = append(e.relevant[s], facts.Projection{Fact: i, Mask: masks[i]})
		}
	}
	return nil
}

func (c *Catalog) selected(options Options) ([]*metadata.Rule, error) {
	enabled, err := c.identified(options.Enable)
	if err != nil {
		return nil, err
	}
	disabled, err := c.identified(options.Disable)
	if err != nil {
		return nil, err
	}
	var selected []*metadata.Rule
	for _, r := range c.rules {
		on := r.Profile == report.DefaultProfile || slices.Contains(options.Profiles, r.Profile) || enabled[r.ID]
		if on && !disabled[r.ID] && !r.Broken {
			selected = append(selected, r)
		}
	}
	if len(selected) == 0 {
		return nil, fmt.Errorf("no rule is left to run")
	}
	return selected, nil
}

func (c *Catalog) identified(identifiers []string) (map[string]bool, error) {
	ids := map[string]bool{}
	for _, identifier := range identifiers {
		r, ok := c.Find(identifier)
		if !ok {
			return nil, fmt.Errorf("there is no rule %q", identifier)
		}
		ids[r.ID] = true
	}
	return ids, nil
}

// run evaluates everything but the exceptions. The order matters: what is known of recipients enters the facts of forests,
// what is known of entries those of the synchronization engines.
func (e *evaluator) run(ctx context.Context) []*finding {
	findings := e.checkRecipients(ctx)
	findings = append(findings, e.checkForests(ctx)...)
	if e.beforeEntries != nil {
		e.beforeEntries()
	}
	entries, unknownOnPremises := e.checkEntries(ctx)
	findings = append(findings, entries...)
	findings = append(findings, e.checkDirectorySyncs(ctx, unknownOnPremises)...)
	findings = append(findings, e.checkRelationships(ctx)...)
	findings = append(findings, e.checkInvitations(ctx)...)
	findings = append(findings, e.checkResourceDelegates(ctx)...)
	if e.stepsExplain {
		return e.explainEntries(ctx, append(findings, e.checkBulkChanges(ctx)...))
	}
	findings = append(findings, e.checkBatches(ctx)...)
	return explainMoved(append(findings, e.checkBulkChanges(ctx)...))
}

// chunk is how many subjects a worker takes at once.
const chunk = 2048

// parallel lets the workers take chunks of n subjects; work gets the worker's number and the chunk's, and a stretch of
// subjects. A worker that panics stops the run with a Problem.
func (e *evaluator) parallel(ctx context.Context, n int, work func(worker, chunk, from, to int)) {
	var next atomic.Int64
	var group conc.WaitGroup
	for worker := range min(e.options.Jobs, (n+chunk-1)/chunk) {
		group.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i*chunk >= n {
					return
				}
				work(worker, i, i*chunk, min((i+1)*chunk, n))
			}
		})
	}
	if recovered := group.WaitAndRecover(); recovered != nil {
		e.fail("a worker", fmt.Errorf("panic: %v", recovered.Value))
	}
}

// sortFindings orders by place and rule; what still ties by subject, so that no order of work shows.
func sortFindings(findings []*finding) {
	slices.SortStableFunc(findings, func(a, b *finding) int {
		if c := cmp.Or(
			cmp.Compare(a.location.File, b.location.File),
			cmp.Compare(a.location.Start.Line, b.location.Start.Line),
			cmp.Compare(a.location.Start.Column, b.location.Start.Column),
			cmp.Compare(a.rule.ID, b.rule.ID)); c != 0 {
			return c
		}
		return cmp.Compare(a.subject.Key(), b.subject.Key())
	})
}

func (r *Result) render(findings []*finding) {
	r.Findings = make([]*report.Finding, len(findings))
	for i, f := range findings {
		r.Findings[i] = f.rendered()
	}
}

func (r *Result) count(config *model.Model) {
	r.Summary.Files = config.Files
	r.Summary.Recipients = len(config.Recipients)
	r.Summary.Grants = config.Grants.Len()
	r.Summary.Rules = len(r.Rules)
	r.Summary.UndeclaredMembers = config.UndeclaredMembers
	for _, f := range r.Findings {
		r.Summary.Count(f.Severity, f.Suppressed != nil)
	}
}

// engineInference is an inference that Go asks for: its answers enter the facts of other subjects.
type engineInference struct {
	scope facts.Scope
	ref   ast.Ref
}

func objectExists() engineInference {
	return engineInference{facts.RecipientScope, engine.DottedRef("data.hybridlint." + engine.InferenceFamily + ".recipient.object_exists")}
}

func sendOnBehalfPresence() engineInference {
	return engineInference{facts.GrantScope, engine.DottedRef("data.hybridlint." + engine.InferenceFamily + ".entry.send_on_behalf_in_acting_forest")}
}

// bindsTogether is asked of grants.
func bindsTogether() engineInference {
	return engineInference{facts.GrantScope, engine.DottedRef("data.hybridlint." + engine.InferenceFamily + ".batch.binds_together")}
}

func engineInferences() []engineInference {
	return []engineInference{objectExists(), sendOnBehalfPresence(), bindsTogether()}
}

// inference prepares one of them.
func (e *evaluator) inference(i engineInference) (*engine.Document, error) {
	return e.compiled.Document(facts.Shapes()[i.scope], i.ref, false)
}
