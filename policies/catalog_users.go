package policies

import (
	"cmp"
	"context"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"

	"hybridlint/loader/model"
	"hybridlint/policies/engine"
	"hybridlint/policies/metadata"
	"hybridlint/policies/userrules"
	"hybridlint/report"
)

// With adds the rules in folders of the user's own. What is wrong with them is among the catalog's problems; such a rule
// is known by its id and name, and never runs.
func (c *Catalog) With(ctx context.Context, folders []Folder, limits Limits) (*Catalog, error) {
	modules, err := c.modules()
	if err != nil {
		return nil, err
	}
	return c.with(userrules.Read(ctx, folders, userrules.Program{Rules: c.rules, Modules: modules}, limits)), nil
}

func (c *Catalog) with(users *userrules.Rules) *Catalog {
	all := newEmptyCatalog()
	all.files, all.tested, all.users = c.files, c.tested, users
	all.rules = slices.Concat(c.rules, users.All())
	slices.SortStableFunc(all.rules, func(a, b *metadata.Rule) int { return cmp.Compare(a.ID, b.ID) })
	return all
}

// Test runs the tests in Rego and the fixtures of rules of the user's own.
func (c *Catalog) Test(ctx context.Context, folders []Folder, options TestOptions) (*TestResult, error) {
	modules, err := c.modules()
	if err != nil {
		return nil, err
	}
	check := func(users *userrules.Rules) userrules.CheckFixture {
		catalog := c.with(users)
		return func(ctx context.Context, config *model.Model, complete bool) ([]*report.Finding, []report.Problem) {
			result := catalog.Check(ctx, config, Options{
				Jobs: options.Jobs, Limits: options.Limits, Today: options.Today,
				Profiles: []report.Profile{report.ExtendedProfile, report.VerboseProfile}, Incomplete: !complete,
			})
			return result.Findings, result.Problems
		}
	}
	return userrules.Test(ctx, folders, userrules.Program{Rules: c.rules, Modules: modules}, options, check)
}

// Problems are what is wrong with the rules of the user's own.
func (c *Catalog) Problems() []report.Problem {
	if c.users == nil {
		return nil
	}
	return c.users.Problems
}

// Line gives a line of a policy of the user's own, as report.Sources does.
func (c *Catalog) Line(file string, line int) (text string, ok bool) {
	if c.users == nil {
		return "", false
	}
	return c.users.Line(file, line)
}

// ByteOrderMark implements report.Sources; OPA refuses a policy that begins with one.
func (*Catalog) ByteOrderMark(string) bool { return false }

// modules are those of the program. Those that are tested need no annotations.
func (c *Catalog) modules() (map[string]*ast.Module, error) {
	names, err := policyFiles(c.files)
	if err != nil {
		return nil, err
	}
	modules := make(map[string]*ast.Module, len(names))
	for _, name := range names {
		if modules[name], err = engine.ParseModule(c.files, name, !c.tested); err != nil {
			return nil, err
		}
	}
	return modules, nil
}

// Folder is a folder with rules of the user's own.
type Folder = userrules.Folder

// TestOptions say how rules of the user's own are tested.
type TestOptions = userrules.TestOptions

// TestResult is what came of testing rules of the user's own.
type TestResult = userrules.TestResult
