package policies

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"slices"
	"sync"

	"hybridlint/loader/model"
	"hybridlint/policies/engine"
	"hybridlint/policies/facts"
	"hybridlint/policies/metadata"
	"hybridlint/policies/organization"
	"hybridlint/policies/subjects"
	"hybridlint/policies/userrules"
	"hybridlint/report"
)

// evaluator runs the selected rules over the subjects of one configuration.
type evaluator struct {
	*organization.Organization
	compiled *engine.Compiled
	options  Options
	users    *userrules.Rules
	// active are the rules that run, by scope, with what they are evaluated with.
	active map[facts.Scope][]activeRule
	ran    map[string]*metadata.Rule
	// answered are what rules said about entries, by worker: states of one configuration share them.
	answered []map[string]entryAnswer
	// carried are what was found before a step; nil where all entries are looked at.
	carried *carriedEntries
	// stepsExplain says that rules about the steps of batches are asked only where they explain findings on entries.
	stepsExplain bool
	// beforeEntries is called when everything is known that all entries depend on; nil calls nothing.
	beforeEntries func()
	// assumeTrustees says that entries of trustees travel who are not mail-enabled: their fixes are carried out before.
	assumeTrustees bool
	// predictions are the rules that active ones predict.
	predictions []activeRule

	mu sync.Mutex
	// failures holds the first error of a rule in the order of their texts.
	failures map[string]error
	// relevant are the facts that some rule of a scope reads, itself, in a condition or through inferences.
	relevant map[facts.Scope][]facts.Projection
	// wrongType are the recipients whose grants another finding already explains; by the rule that says so.
	wrongType map[model.RecipientID]*metadata.Rule
}

type activeRule struct {
	*metadata.Rule
	document *engine.Document
}

// firing is a rule that fired on one view of a subject.
type firing struct {
	rule     *metadata.Rule
	finding  *engine.Emitted
	existing bool
	// remedies are the indices of the remediations whose conditions hold.
	remedies []int
}

// finding is a firing on a subject, put together over all views; names enter when it is rendered.
type finding struct {
	firing
	subject    subjects.Subject
	severity   report.Severity
	assumed    []string
	forests    []model.ForestID
	location   report.Location
	suppressed *report.Suppression
	// occurrence tells findings of one rule on equal subjects apart, from 0.
	occurrence int
}

// fire evaluates the rules of a scope on the facts of one view.
func (e *evaluator) fire(ctx context.Context, s facts.Scope, given *engine.Input, existing, application bool) []firing {
	var fired []firing
	for _, r := range e.active[s] {
		if existing && r.Metadata.Existing == "silent" || application && r.Metadata.Applications == "silent" {
			continue
		}
		a := r.document.Answer(ctx, given)
		if a.Err != nil {
			e.fail(r.ID, a.Err)
			continue
		}
		if f := e.strongest(r.Rule, a.Findings, existing); f != nil {
			fired = append(fired, firing{rule: r.Rule, finding: f, existing: existing, remedies: r.RemediesFor(given.Codes, f.Vars)})
		}
	}
	return fired
}

// strongest is the gravest of what a rule emitted; one view gives at most one finding.
func (e *evaluator) strongest(r *metadata.Rule, findings []*engine.Emitted, existing bool) *engine.Emitted {
	var strongest *engine.Emitted
	for _, f := range findings {
		if strongest == nil || e.severity(r, f, existing) > e.severity(r, strongest, existing) {
			strongest = f
		}
	}
	return strongest
}

// severity is that of the settings, else of the case, else of the rule; what was assumed lowers it by one level.
func (e *evaluator) severity(r *metadata.Rule, f *engine.Emitted, existing bool) report.Severity {
	if severity, ok := e.options.Severities[r.ID]; ok {
		return severity
	}
	switch {
	case existing && r.Metadata.Existing == "note":
		return report.Note
	case f.Severity != report.NoSeverity:
		return f.Severity
	case len(f.Assumed) > 0:
		return r.Severity.Lowered()
	default:
		return r.Severity
	}
}

// fail remembers that a rule could not be evaluated.
func (e *evaluator) fail(id string, err error) {
	if errors.Is(err, context.Canceled) {
		return
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	if before := e.failures[id]; before == nil || err.Error() < before.Error() {
		e.failures[id] = err
	}
}

// view is what fired on one view of a subject.
type view struct {
	forest model.ForestID
	fired  []firing
}

// merge puts what fired on the views of a subject together: one finding per rule.
func (e *evaluator) merge(s subjects.Subject, views []view) []*finding {
	var findings []*finding
	for _, v := range views {
		for _, f := range v.fired {
			severity := e.severity(f.rule, f.finding, f.existing)
			i := slices.IndexFunc(findings, func(known *finding) bool { return known.rule == f.rule })
			if i < 0 {
				i = len(findings)
				findings = append(findings, &finding{firing: f, subject: s, severity: severity, assumed: f.finding.Assumed})
			} else {
				findings[i].add(f, severity)
			}
			if v.forest != model.NoForest {
				findings[i].forests = append(findings[i].forests, v.forest)
			}
		}
	}
	slices.SortFunc(findings, func(a, b *finding) int { return cmp.Compare(a.rule.ID, b.rule.ID) })
	for _, f := range findings {
		f.location = s.Locate(f.finding.At, f.forests)
		if f.rule.Metadata.PerBlock {
			f.location = subjects.LocateIn(s.Block(), f.finding.At)
		}
	}
	return findings
}

// settle merges what fired on a subject and drops what another finding on it explains.
func (e *evaluator) settle(s subjects.Subject, views ...view) []*finding {
	return e.supersede(model.NoRecipient, false, e.merge(s, views), nil)
}

// add takes another view of the same rule in: the gravest counts, and something is assumed only where it is for each of
// the gravest.
func (f *finding) add(other firing, severity report.Severity) {
	remedies := slices.Concat(f.remedies, other.remedies)
	slices.Sort(remedies)
	switch {
	case severity > f.severity:
		f.firing, f.severity, f.assumed = other, severity, other.finding.Assumed
	case severity == f.severity && (len(f.assumed) == 0 || len(other.finding.Assumed) == 0):
		f.assumed = nil
	case severity == f.severity:
		assumed := slices.Concat(f.assumed, other.finding.Assumed)
		slices.Sort(assumed)
		f.assumed = slices.Compact(assumed)
	}
	f.remedies = slices.Compact(remedies)
}

// unexplained drops what another rule that fired on the same view explains.
func unexplained(fired []firing) []firing {
	return slices.DeleteFunc(slices.Clone(fired), func(f firing) bool {
		return slices.ContainsFunc(fired, func(by firing) bool { return by.rule.Explains(f.rule, true) })
	})
}

// supersede drops what another finding on the same entry explains. own and derived are the findings of a block and of the
// Send on Behalf grant that follows from it.
func (e *evaluator) supersede(recipient model.RecipientID, ownIsGrant bool, own, derived []*finding) []*finding {
	dropped := func(f *finding, isDerived bool) bool {
		for _, by := range own {
			if by.rule.Explains(f.rule, ownIsGrant || isDerived) {
				return true
			}
		}
		for _, by := range derived {
			if by.rule.Explains(f.rule, isDerived) {
				return true
			}
		}
		by := e.wrongType[recipient]
		return by != nil && (ownIsGrant || isDerived) && by.Replaces(f.rule)
	}
	var kept []*finding
	for _, f := range own {
		if !dropped(f, false) {
			kept = append(kept, f)
		}
	}
	for _, f := range derived {
		if !dropped(f, true) {
			kept = append(kept, f)
		}
	}
	return kept
}

// answerText is the answer of an inference that is a plain text, "" where it is undefined.
func (e *evaluator) answerText(ctx context.Context, d *engine.Document, given *engine.Input) string {
	a := d.Answer(ctx, given)
	if a.Err != nil {
		e.fail(d.Ref.String(), a.Err)
		return ""
	}
	if a.Value == nil {
		return ""
	}
	return engine.StringsOf(a.Value)[0]
}

// problems says which rules could not be evaluated.
func (e *evaluator) problems() []report.Problem {
	var problems []report.Problem
	for _, id := range slices.Sorted(maps.Keys(e.failures)) {
		problems = append(problems, report.Problem{
			Severity: report.Error, Summary: "Rule not evaluated", Location: e.users.PlaceOfFailure(e.failures[id]),
			Detail: id + " could not be evaluated, so the run is not complete: " + e.failures[id].Error() + ".",
		})
	}
	return problems
}
