package userrules

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/topdown"

	"hybridlint/loader/model"
	"hybridlint/policies/engine"
	"hybridlint/report"
)

// TestOptions say how rules of the user's own are tested.
type TestOptions struct {
	// Limits hold for every test in Rego as for a rule.
	Limits engine.Limits
	Jobs   int
	// Today decides which exceptions in fixtures have expired.
	Today model.Date
}

// TestResult is what came of testing rules of the user's own.
type TestResult struct {
	Rules, Tests, Skipped, Fixtures int
	// Problems are what keeps policies from being tested at all, Failures what the tests found.
	// Both are in the order of their places.
	Problems, Failures []report.Problem
	// Coverage is that of the policies by the tests in Rego, in the order of the files.
	Coverage []Coverage
	// Sources are the policies and the fixtures.
	Sources report.Sources
}

// CheckFixture evaluates all rules on a fixture; complete says that all of it could be read.
type CheckFixture func(ctx context.Context, config *model.Model, complete bool) ([]*report.Finding, []report.Problem)

// Test runs the tests in Rego and the fixtures of the rules in folders. check is asked for what
// evaluates these rules too.
func Test(
	ctx context.Context, folders []Folder, p Program, options TestOptions, check func(*Rules) CheckFixture,
) (*TestResult, error) {
	reader := &reader{tests: true}
	rules := reader.all(ctx, folders, p, options.Limits)
	t := &tested{
		TestResult: &TestResult{
			Problems: reader.problems,
		}, reader: reader, program: p, rules: rules, check: check(rules),
		options: options, coverage: newCoverage(), fixtures: map[string][]string{},
	}
	t.Sources = t
	if len(t.Problems) > 0 {
		return t.TestResult, nil
	}
	compiler := t.compileTests(ctx)
	if compiler == nil {
		return t.TestResult, nil
	}
	t.regoTests(ctx, compiler)
	for i := range folders {
		t.folderFixtures(ctx, &folders[i])
	}
	t.sort()
	return t.TestResult, ctx.Err()
}

// tested is a test run.
type tested struct {
	*TestResult
	reader   *reader
	program  Program
	rules    *Rules
	check    CheckFixture
	options  TestOptions
	coverage *coverage
	fixtures map[string][]string // lines by name
}

func (t *tested) sort() {
	byPlace := func(a, b report.Problem) int { return a.Location.Compare(b.Location) }
	slices.SortStableFunc(t.Problems, byPlace)
	slices.SortStableFunc(t.Failures, byPlace)
}

// Line implements report.Sources.
func (t *tested) Line(file string, line int) (text string, ok bool) {
	if lines := t.fixtures[file]; line >= 1 && line <= len(lines) {
		return strings.TrimSuffix(lines[line-1], "\r"), true
	}
	return t.rules.Line(file, line)
}

// ByteOrderMark implements report.Sources.
func (*tested) ByteOrderMark(string) bool { return false }

func (t *tested) fail(at report.Location, summary, format string, arguments ...any) {
	t.Failures = append(
		t.Failures,
		report.Problem{
			Severity: report.Error,
			Summary:  summary,
			Detail:   fmt.Sprintf(format, arguments...),
			Location: at,
		},
	)
}

const (
	testPrefix    = "test_"
	skippedPrefix = "todo_test_"
)

// regoTests runs the tests in Rego. OPA's own runner waits for what cannot be interrupted, and
// brings a quarter of OPA along.
func (t *tested) regoTests(ctx context.Context, compiler *ast.Compiler) {
	ctx, stop := engine.Watched(ctx, t.options.Limits)
	defer stop()
	for _, f := range t.reader.files {
		if f.isTest() {
			t.testFile(ctx, f, compiler)
		} else if f.rule != nil {
			t.Rules++
		}
	}
	for _, f := range t.reader.files {
		if !f.isTest() {
			t.Coverage = append(t.Coverage, t.coverage.of(f))
		}
	}
}

// compileTests compiles policies and tests. The compiler is nil where they cannot be; the problems
// say why.
func (t *tested) compileTests(ctx context.Context) *ast.Compiler {
	modules := maps.Clone(t.program.Modules)
	for _, f := range t.reader.files {
		modules[f.name] = f.module
	}
	// Tests give a rule only the facts that it reads, so they are not held to the schemas.
	compiler := ast.NewCompiler().WithStrict(true).WithCapabilities(engine.PureCapabilities()).SetErrorLimit(0)
	err := compileWatched(ctx, compiler, modules, t.options.Limits)
	if err == nil && compiler.Failed() {
		err = compiler.Errors
	}
	if err != nil {
		t.reader.rego(nil, err)
		t.Problems = t.reader.problems
		return nil
	}
	return compiler
}

// testFile runs the tests of a file, in their order.
func (t *tested) testFile(ctx context.Context, f *policy, compiler *ast.Compiler) {
	seen := map[string]bool{}
	for _, rule := range compiler.Modules[f.name].Rules {
		ref := rule.Ref().GroundPrefix()
		name := strings.Trim(ref[len(ref)-1].String(), `"`)
		at := f.location(rule.Head.Location)
		switch {
		case strings.HasPrefix(name, skippedPrefix):
			t.Skipped++
		case !strings.HasPrefix(name, testPrefix):
		case seen[name]:
			t.fail(
				at,
				"Test defined twice",
				"%s is defined twice, and one of the two would be enough for both to pass. Give each test a name of its own.",
				name,
			)
		default:
			seen[name] = true
			t.Tests++
			t.test(ctx, compiler, ref, name, at)
		}
	}
}

func (t *tested) test(ctx context.Context, compiler *ast.Compiler, ref ast.Ref, name string, at report.Location) {
	type outcome struct {
		value ast.Value
		err   error
	}
	ended := make(chan outcome, 1)
	cover := newCoverage()
	err := engine.WatchOf(ctx).Do(ctx, ref.String(), func(cancel topdown.Cancel) {
		value, err := evaluateTest(ctx, compiler, ref, cover, cancel)
		ended <- outcome{value, err}
	})
	if err != nil {
		t.fail(at, "Test not ended", "%s: %v.", name, err)
		return
	}
	o := <-ended
	t.coverage.add(cover)
	switch {
	case o.err != nil:
		t.fail(at, "Test failed", "%s: %v.", name, o.err)
	case o.value == nil:
		t.fail(at, "Test failed", "%s is not true: one of its conditions does not hold.", name)
	case !ast.Boolean(true).Equal(o.value):
		t.fail(
			at,
			"Test failed",
			"%s is not true. A test is a rule that is true where all is well: %s if { … }.",
			name,
			name,
		)
	}
}

// evaluateTest gives the value of a test, nil where it is undefined.
func evaluateTest(
	ctx context.Context,
	compiler *ast.Compiler,
	ref ast.Ref,
	cover *coverage,
	cancel topdown.Cancel,
) (value ast.Value, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("the policy engine gave up: %v", cause)
		}
	}()
	store := inmem.New()
	txn, err := store.NewTransaction(ctx)
	if err != nil {
		return nil, err
	}
	defer store.Abort(ctx, txn)
	query := topdown.NewQuery(ast.NewBody(ast.Equality.Expr(ast.NewTerm(ref), ast.VarTerm("result")))).
		WithCompiler(compiler).
		WithStore(store).WithTransaction(txn).WithStrictBuiltinErrors(true).WithCancel(cancel).WithQueryTracer(cover)
	err = query.Iter(ctx, func(result topdown.QueryResult) error {
		value = result[ast.Var("result")].Value
		return nil
	})
	return value, err
}
