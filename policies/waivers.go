package policies

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"hybridlint/loader/model"
	"hybridlint/loader/suggest"
	"hybridlint/policies/engine"
	"hybridlint/policies/facts"
	"hybridlint/policies/metadata"
	"hybridlint/policies/subjects"
	"hybridlint/report"
)

// answerField reads the field "answer" of an inference.
func answerField(value ast.Value) string {
	object, ok := value.(ast.Object)
	if !ok {
		return ""
	}
	if field := object.Get(ast.StringTerm("answer")); field != nil {
		return engine.StringsOf(field.Value)[0]
	}
	return ""
}

// waiver is an exception block, or a comment that waives a rule for one block.
type waiver struct {
	// number is its place among all.
	number     int
	kind       string // "exception" or "comment"
	identifier string // the rule as written
	rule       *metadata.Rule
	rationale  string
	location   report.Location
	exception  *model.Exception // nil for comments
	// within is the stretch that a comment covers.
	within  report.Location
	expired bool
	used    bool
	// void says that it hides nothing: forbidden, because the settings allow no comments, or because the base does not have it.
	void, forbidden bool
}

// mostProblems is how many problems with exceptions and comments are told where no limit says so.
const mostProblems = 10_000

// waivers reads the exceptions and the comments of a configuration. One for a rule that does not exist is a problem.
func (c *Catalog) waivers(e *evaluator, config *model.Model) (waivers []*waiver, problems []report.Problem) {
	known := map[string]*metadata.Rule{}
	find := func(identifier string) *metadata.Rule {
		if r, ok := known[identifier]; ok {
			return r
		}
		if found, ok := c.Find(identifier); ok {
			i := slices.IndexFunc(c.rules, func(r *metadata.Rule) bool { return r.Rule == found })
			known[identifier] = c.rules[i]
		} else {
			known[identifier] = nil
		}
		return known[identifier]
	}
	most := cmp.Or(e.options.Limits.Problems, mostProblems)
	add := func(w *waiver) {
		w.rule = find(w.identifier)
		switch {
		case w.rule != nil:
			w.number = len(waivers)
			waivers = append(waivers, w)
		case len(problems) < most:
			problems = append(problems, report.Problem{
				Severity: report.Error, Summary: "Unknown rule", Location: w.location,
				Detail: fmt.Sprintf("There is no rule %q, so this %s waives nothing.%s", w.identifier, w.kind, c.didYouMean(w.identifier)),
			})
		case len(problems) == most:
			problems = append(problems, report.Problem{
				Severity: report.Error, Summary: "Too many problems", Location: w.location,
				Detail: "Here is one problem too many, and those behind it are not told. The setting problems, in the block limits, allows more.",
			})
		}
	}
	terms := &e.options.Waivers
	for _, x := range config.Exceptions {
		if faults := terms.faults(x, e.options.Today); len(faults) > 0 {
			problems = append(problems, faults[:min(len(faults), max(0, most-len(problems)))]...)
			continue
		}
		add(&waiver{
			void: terms.NewExceptions[x],
			kind: "exception", identifier: x.Rule, rationale: x.Rationale, location: x.Location(), exception: x,
			expired: x.Expiration != 0 && e.options.Today > x.Expiration,
		})
	}
	for _, x := range config.Ignores {
		add(&waiver{
			kind: "comment", identifier: x.Rule, rationale: x.Rationale, location: x.Location,
			within: x.Within, void: terms.NoComments || terms.NewComments[x], forbidden: terms.NoComments,
		})
	}
	return waivers, problems
}

// didYouMean finds the rule that was probably meant.
func (c *Catalog) didYouMean(identifier string) string {
	var candidates []string
	for _, r := range c.rules {
		candidates = append(candidates, r.ID, r.Name)
	}
	if near := suggest.Nearest(strings.ToLower(identifier), candidates); near != "" {
		return fmt.Sprintf(" Did you mean %s?", near)
	}
	return " The command \"hybridlint rules\" lists them."
}

// waive marks the findings that an exception or a comment hides. An expired exception hides nothing.
func waive(findings []*finding, waivers []*waiver) {
	byRule := indexWaivers(waivers)
	for _, f := range findings {
		if x := byRule[f.rule.ID]; x != nil {
			x.waive(f)
		}
	}
}

// before tells whether a is not after b.
func before(a, b report.Position) bool {
	return a.Line < b.Line || a.Line == b.Line && a.Column <= b.Column
}

// judge looks at the exceptions themselves: one that hides nothing any more, and one that matches nothing.
func (e *evaluator) judge(ctx context.Context, waivers []*waiver, complete bool) []*finding {
	var findings []*finding
	for _, w := range waivers {
		given := engine.InputFor(facts.ExceptionScope, facts.ExceptionInput{Exception: facts.Exception{
			Expired: w.expired, EndsSoon: !w.void && w.exception != nil && e.options.Waivers.endsSoon(w.exception, e.options.Today),
			Used: w.used, Judged: w.forbidden || complete && e.ran[w.rule.ID] != nil && !w.void,
		}})
		fired := e.fire(ctx, facts.ExceptionScope, given, false, false)
		subject := subjects.Exception{
			Defaults: subjects.Defaults{Names: subjects.Names{Organization: e.Organization}}, Kind: w.kind, Identifier: w.identifier, Rationale: w.rationale,
			Location: w.location, Exception: w.exception,
		}
		findings = append(findings, e.settle(subject, view{model.NoForest, fired})...)
	}
	return findings
}

// lateProblems are those that came up after the ones already told.
func (e *evaluator) lateProblems(told []report.Problem) []report.Problem {
	return slices.DeleteFunc(e.problems(), func(p report.Problem) bool {
		return slices.ContainsFunc(told, func(t report.Problem) bool { return t == p })
	})
}
