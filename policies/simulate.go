package policies

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"hybridlint/loader/model"
	"hybridlint/policies/facts"
	"hybridlint/policies/metadata"
	"hybridlint/policies/sequence"
	"hybridlint/policies/subjects"
	"hybridlint/report"
)

// Simulated is what a simulation of the open batches found.
type Simulated struct {
	// Rules are the rules that were judged, by id.
	Rules      []*report.Rule
	Simulation report.Simulation
	Problems   []report.Problem
	// Complete is false where a rule could not be evaluated.
	Complete bool
}

// Simulate carries the steps of the open batches out, one after the other, and compares the findings of every state with
// those of the one before. Only entries of those who move, and of groups above them, are looked at anew.
func (c *Catalog) Simulate(ctx context.Context, config *model.Model, options Options) *Simulated {
	result := &Simulated{Complete: true}
	options = options.withJobs()
	ctx, stop := c.watched(ctx, options.Limits)
	defer stop()
	e, err := c.newEvaluator(config, options)
	if err != nil {
		result.Complete = false
		result.Problems = append(result.Problems, report.Problem{
			Severity: report.Error, Summary: "Rules not usable", Detail: err.Error() + ".",
		})
		return result
	}
	e.leaveOutBatches()
	waivers, problems := c.waivers(e, config)
	result.Problems = append(result.Problems, problems...)
	for _, id := range slices.Sorted(maps.Keys(e.ran)) {
		if judgedBySteps(e.ran[id]) {
			result.Rules = append(result.Rules, e.ran[id].Rule)
		}
	}
	s := &simulation{catalog: c, order: sequence.New(config), waivers: waivers}
	s.run(ctx, e, &result.Simulation)
	result.Problems = append(result.Problems, e.problems()...)
	if ctx.Err() != nil {
		result.Problems = append(result.Problems, report.Problem{
			Severity: report.Error, Summary: "Interrupted", Detail: context.Cause(ctx).Error() + ".",
		})
	}
	result.Complete = len(result.Problems) == 0
	return result
}

// judgedBySteps: rules about batches predict what the steps themselves show; rules that are silent for existing entries judge
// how an entry is made, which no move mends; exceptions are judged in the configuration as written.
func judgedBySteps(r *metadata.Rule) bool {
	return r.Metadata.Existing != "silent" && !slices.ContainsFunc(r.Metadata.Scopes, func(s facts.Scope) bool {
		return aboutBatches(s) || s == facts.ExceptionScope
	})
}

// leaveOutStates keeps the rules about batches only, and of those that predict, which take the state after every step, only those
// that a command mends. What they supersede is about other mailboxes than theirs.
func (e *evaluator) leaveOutStates() {
	e.active = maps.Clone(e.active)
	maps.DeleteFunc(e.active, func(s facts.Scope, _ []activeRule) bool { return !aboutBatches(s) })
	left := false
	for s, rules := range e.active {
		e.active[s] = slices.DeleteFunc(slices.Clone(rules), func(r activeRule) bool { return r.Metadata.Predicts != "" && !r.Mends() })
		left = left || slices.ContainsFunc(e.active[s], func(r activeRule) bool { return r.Metadata.Predicts != "" })
	}
	if !left {
		e.predictions = nil
	}
}

// aboutBatches tells the scopes of rules about batches.
func aboutBatches(s facts.Scope) bool {
	return s == facts.BatchScope || s == facts.BatchEntryScope || s == facts.BatchPersonScope || s == facts.BatchMemberScope
}

// leaveOutBatches keeps of the rules about batches only those that explain findings on entries.
func (e *evaluator) leaveOutBatches() {
	e.predictions, e.stepsExplain = nil, true
	e.active = maps.Clone(e.active)
	for _, s := range []facts.Scope{facts.BatchScope, facts.BatchPersonScope, facts.BatchMemberScope} {
		delete(e.active, s)
	}
	e.active[facts.BatchEntryScope] = slices.DeleteFunc(slices.Clone(e.active[facts.BatchEntryScope]), func(r activeRule) bool {
		return r.Metadata.SupersedesOn != metadata.OnMovedEntry
	})
}

// simulation is a simulation under way.
type simulation struct {
	catalog *Catalog
	order   *sequence.Sequence
	waivers []*waiver
	// open are the findings of the last state that are judged, by fingerprint; hidden are those that are suppressed.
	open, hidden map[string]*finding
	// broken are the breaks that nothing has healed yet, by fingerprint. A finding whose level rises has several, of which the last
	// is the gravest.
	broken map[string][]brokenAt
}

// brokenAt is a break: the step, from 0, the place among its breaks, and the level.
type brokenAt struct {
	step, place int
	severity    report.Severity
}

func (s *simulation) run(ctx context.Context, e *evaluator, into *report.Simulation) {
	s.broken = map[string][]brokenAt{}
	for range e.options.Jobs {
		e.answered = append(e.answered, map[string]entryAnswer{})
	}
	states := e.newStates(s.order)
	states.made[0].carryFrom(nil, nil)
	s.look(ctx, states.made[0], nil)
	into.Start = counted(s.open)
	into.End = into.Start
	for i, step := range s.order.Steps {
		if ctx.Err() != nil {
			return
		}
		before, hidden := s.open, s.hidden
		after := states.after(ctx, i+1)
		moves := make([]model.RecipientID, len(step.Moves))
		for k, m := range step.Moves {
			moves[k] = m.Recipient
		}
		after.carryFrom(states.made[i], moves)
		s.look(ctx, after, states.made[i])
		states.made[i] = nil // its findings have been compared
		simulated := report.SimulatedStep{
			Number: i + 1, Batches: namesOf(step.Batches), CompleteAfter: step.CompleteAfter(), Open: counted(s.open),
		}
		for _, m := range step.Moves {
			simulated.Moves = append(simulated.Moves, subjects.Names{Organization: after.Organization}.Name(m.Recipient))
		}
		slices.Sort(simulated.Moves)
		s.compare(&simulated, before, hidden, into)
		into.Steps = append(into.Steps, simulated)
		into.End = simulated.Open
	}
	s.stay(into)
}

func namesOf(batches []*model.MigrationBatch) []string {
	names := make([]string, len(batches))
	for i, b := range batches {
		names[i] = b.Name
	}
	return names
}

// look evaluates a state.
func (s *simulation) look(ctx context.Context, state, before *stateAfter) {
	state.beforeEntries = func() { state.compareFacts(before) }
	found := state.run(ctx)
	state.beforeEntries = nil // it holds the state before, which holds the one before that
	waive(found, s.waivers)
	sortFindings(found)
	tellApart(subjects.Names{Organization: state.Organization}, found)
	s.open, s.hidden = map[string]*finding{}, map[string]*finding{}
	for _, f := range found {
		switch {
		case !judgedBySteps(f.rule):
		case f.suppressed != nil:
			s.hidden[f.fingerprint()] = f
		default:
			s.open[f.fingerprint()] = f
		}
	}
}

func counted(open map[string]*finding) report.Summary {
	var all report.Summary
	for _, f := range open {
		all.Count(f.severity, false)
	}
	return all
}

// compare finds what a step breaks and heals.
func (s *simulation) compare(step *report.SimulatedStep, before, hidden map[string]*finding, into *report.Simulation) {
	breaks, heals := graver(s.open, before), graver(before, s.open)
	for fingerprint, f := range s.hidden {
		was := cmp.Or(before[fingerprint], hidden[fingerprint])
		if was == nil || was.severity < f.severity {
			step.Suppressed++
		}
	}
	for _, h := range heals {
		s.heal(h, step.Batches[0], into)
	}
	for i, b := range breaks {
		s.broken[b.fingerprint] = append(s.broken[b.fingerprint], brokenAt{step.Number - 1, i, b.severity})
	}
	step.Breaks = packed(breaks, func(f *finding) string { return s.until(step.Number, f) })
	step.Heals = packed(heals, func(*finding) string { return "" })
}

// changed is a finding that comes, goes, or is at another level on the other side of a step.
type changed struct {
	*finding
	fingerprint string
	other       report.Severity
}

// graver are the findings that others do not have, or have at a lower level, in the order of a report.
func graver(findings, others map[string]*finding) []changed {
	var all []changed
	for fingerprint, f := range findings {
		if other := severityOf(others[fingerprint]); other < f.severity {
			all = append(all, changed{f, fingerprint, other})
		}
	}
	slices.SortFunc(all, func(a, b changed) int {
		return cmp.Or(compareTold(a.rule.Rule, b.rule.Rule, a.location, b.location), strings.Compare(a.fingerprint, b.fingerprint))
	})
	return all
}

// packed renders findings, one at a time.
func packed(all []changed, until func(*finding) string) report.StepFindings {
	return report.PackedFindings(func(yield func(report.StepFinding) bool) {
		for _, c := range all {
			if !yield(report.StepFinding{Finding: c.rendered(), Other: c.other, Until: until(c.finding)}) {
				return
			}
		}
	})
}

// heal ends the breaks that are graver than what is left: where nothing brings the pair together, the step that heals them says
// until when they last.
func (s *simulation) heal(healed changed, batch string, into *report.Simulation) {
	left := slices.DeleteFunc(s.broken[healed.fingerprint], func(at brokenAt) bool {
		if at.severity <= healed.other {
			return false
		}
		breaks := &into.Steps[at.step].Breaks
		breaks.End(at.place, cmp.Or(breaks.Until(at.place), batch))
		return true
	})
	if s.broken[healed.fingerprint] = left; len(left) == 0 {
		delete(s.broken, healed.fingerprint)
	}
}

// stay lists the breaks that nothing has healed, each finding at its last level.
func (s *simulation) stay(into *report.Simulation) {
	last := map[brokenAt]bool{}
	for _, all := range s.broken {
		last[all[len(all)-1]] = true
	}
	for i := range into.Steps {
		for place, b := range into.Steps[i].Breaks.All() {
			if last[brokenAt{i, place, b.Severity}] {
				into.Stays = append(into.Stays, b.Finding)
			}
		}
	}
	slices.SortFunc(into.Stays, func(a, b *report.Finding) int {
		return cmp.Or(compareTold(a.Rule, b.Rule, a.Location, b.Location), strings.Compare(a.Fingerprint, b.Fingerprint))
	})
}

func severityOf(f *finding) report.Severity {
	if f == nil {
		return report.NoSeverity
	}
	return f.severity
}

// compareTold is the order of a report; what still ties is told apart by fingerprint.
func compareTold(rule, otherRule *report.Rule, at, otherAt report.Location) int {
	return cmp.Or(
		strings.Compare(at.File, otherAt.File),
		cmp.Compare(at.Start.Line, otherAt.Start.Line), cmp.Compare(at.Start.Column, otherAt.Start.Column),
		strings.Compare(rule.ID, otherRule.ID))
}

// until is the batch that brings those together whom a break is about; empty where nobody is apart, or nothing does.
func (s *simulation) until(step int, f *finding) string {
	recipient, people := f.pair()
	people = slices.DeleteFunc(people, func(id model.RecipientID) bool { return !s.order.Apart(step, recipient, id) })
	if len(people) == 0 {
		return ""
	}
	if parted := slices.DeleteFunc(slices.Clone(people), func(id model.RecipientID) bool {
		return !s.order.Splits(step, recipient, id)
	}); len(parted) > 0 {
		people = parted
	}
	if m, ok := s.order.Together(step, recipient, people); ok {
		return m.Batch.Name
	}
	return ""
}

// pair are the recipient of an entry or the owner of an invitation, and the delegate or the people behind it.
func (f *finding) pair() (recipient model.RecipientID, people []model.RecipientID) {
	c := f.subject.Concerns()
	switch f.subject.(type) {
	case *subjects.Entry, subjects.Invitation:
	default:
		return model.NoRecipient, nil
	}
	if len(c.Delegates) == 0 {
		return model.NoRecipient, nil
	}
	return c.Recipients[0], slices.Clone(f.subject.People(c.Delegates[0]))
}
