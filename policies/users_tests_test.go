package policies

import (
	"context"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/cover"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/tester"

	"hybridlint/policies/engine"
	"hybridlint/policies/userrules"
)

const (
	ownTest = `package contoso.something_wrong_test

import data.contoso.something_wrong as rule
import rego.v1

entry := {"entry": {"permission": "full_access", "clients": {"owa": true}}}

test_found if {
	count(rule.finding) == 1 with input as entry
}

test_not_found if {
	count(rule.finding) == 0 with input as {"entry": {"permission": "send_as"}}
}
`
	badOwnFixture = `forest "corp" {}
shared_mailbox "sales" { home = "corp" }
user_mailbox "amy" { home = "corp" }
grant "full_access" {
  recipient = "sales"
  delegate  = "amy" # want CON101 warning
  clients   = ["owa"]
}
`
)

// testedFiles are a rule with its tests and fixtures, some of them other than they should be.
func testedFiles(changes map[string]string) map[string]string {
	files := map[string]string{
		ownRuleFile: ownRule(soundCondition), "contoso/something_wrong_test.rego": ownTest,
		"testdata/rules/CON101/bad.hcl": badOwnFixture, "testdata/rules/CON101/good.hcl": strings.NewReplacer(" # want CON101 warning", "", "[\"owa\"]", "[\"outlook_mac\"]").Replace(badOwnFixture),
	}
	maps.Copy(files, changes)
	maps.DeleteFunc(files, func(_, text string) bool { return text == "" })
	return files
}

func testOwn(t *testing.T, files map[string]string) *userrules.TestResult {
	t.Helper()
	result, err := programCatalog(t).Test(context.Background(), []userrules.Folder{ownFolder(files)}, userrules.TestOptions{Limits: engine.Limits{Rule: time.Minute}, Today: 20260615})
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func TestOwnTestsPass(t *testing.T) {
	result := testOwn(t, testedFiles(nil))
	if len(result.Problems)+len(result.Failures) > 0 || result.Rules != 1 || result.Tests != 2 || result.Fixtures != 2 {
		t.Errorf("%d rules, %d tests, %d fixtures\n%s%s", result.Rules, result.Tests, result.Fixtures, told(result.Problems), told(result.Failures))
	}
	if c := result.Coverage; len(c) != 1 || c[0].File != "house/"+ownRuleFile || c[0].Covered != c[0].All || c[0].All != 3 {
		t.Errorf("coverage %+v", c)
	}
}

// TestOwnTestsFail: whatever is wrong with a rule, its tests or its fixtures is told, with its place.
func TestOwnTestsFail(t *testing.T) {
	const (
		rego, bad, good = "contoso/something_wrong_test.rego", "testdata/rules/CON101/bad.hcl", "testdata/rules/CON101/good.hcl"
	)
	test := func(text string) map[string]string { return map[string]string{rego: ownTest + "\n" + text + "\n"} }
	tests := map[string]struct {
		changes  map[string]string
		failures []string
		problems []string
	}{
		"a test":                 {test("test_third if {\n\tcount(rule.finding) == 2 with input as entry\n}"), []string{"house/" + rego + ":16:1: error: Test failed", "test_third is not true"}, nil},
		"a test that is false":   {test("test_third := false"), []string{":16:1: error: Test failed", "A test is a rule that is true"}, nil},
		"a test that is a set":   {test("test_third contains 1"), []string{"A test is a rule that is true"}, nil},
		"a table of cases":       {test("test_third[name] if {\n\tname := \"a\"\n\t1 == 2\n}"), []string{"A test is a rule that is true"}, nil},
		"a test twice":           {test("test_found if {\n\t1 == 2\n}"), []string{":16:1: error: Test defined twice"}, nil},
		"an error":               {test("test_third if {\n\tto_number(concat(\"\", [\"x\", \"y\"])) == 1\n}"), []string{"Test failed", "eval_builtin_error"}, nil},
		"a rule that does not":   {map[string]string{ownRuleFile: ownRule("false")}, []string{"test_found is not true", "house/" + bad + ":6:3: error: Missing finding", "CON101 warning was expected on this line and not found"}, nil},
		"a rule that always":     {map[string]string{ownRuleFile: ownRule("true")}, []string{"house/" + good + ":6:15: error: Unexpected finding", "CON101 warning was not expected here: sales and amy: it is old"}, nil},
		"a rule that errs":       {map[string]string{ownRuleFile: ownRule("to_number(concat(\"\", [\"x\", input.entry.permission])) == 1")}, []string{"house/" + ownRuleFile + ":29:2: error: Rule not evaluated"}, nil},
		"no bad.hcl":             {map[string]string{bad: ""}, []string{"house/" + ownRuleFile + ":10:5: error: Missing fixture", "house/" + bad}, nil},
		"no good.hcl":            {map[string]string{good: ""}, []string{"Missing fixture", "house/" + good}, nil},
		"bad.hcl is good":        {map[string]string{bad: "forest \"corp\" {}\n"}, []string{"house/" + bad + ":1:1: error: Wrong fixture", "# want CON101 warning"}, nil},
		"good.hcl is bad":        {map[string]string{good: badOwnFixture}, []string{"house/" + good + ":1:1: error: Wrong fixture"}, nil},
		"another severity":       {map[string]string{bad: strings.Replace(badOwnFixture, "CON101 warning", "CON101 error", 1)}, []string{"Missing finding", "Unexpected finding"}, nil},
		"another rule":           {map[string]string{bad: strings.Replace(badOwnFixture, "CON101 warning", "CON101 warning, HYB302 error", 1)}, []string{"HYB302 error was expected on this line"}, nil},
		"not understood":         {map[string]string{bad: strings.Replace(badOwnFixture, "CON101 warning", "CON101", 1)}, []string{"house/" + bad + ":6:3: error: Expectation not understood"}, nil},
		"no configuration":       {map[string]string{bad: "forst {}\n" + badOwnFixture}, []string{"house/" + bad + ":1:1: error: Unknown block"}, nil},
		"fixtures of nobody":     {map[string]string{"testdata/rules/CON102/bad.hcl": "x"}, []string{"house/testdata/rules/CON102", "Fixtures without a rule"}, nil},
		"a broken rule":          {map[string]string{ownRuleFile: ownRule("x")}, nil, []string{"house/" + ownRuleFile + ":29:2: error: Invalid policy"}},
		"a broken test":          {test("test_third if x"), nil, []string{"house/" + rego + ":16:15: error: Invalid policy"}},
		"a test that asks":       {test("test_third if http.send({}).x"), nil, []string{"no policy gets it here"}},
		"a test somewhere else":  {map[string]string{rego: strings.Replace(ownTest, "something_wrong_test", "something_wrong", 1)}, nil, []string{"house/" + rego + ":1:1: error: Package in the wrong place"}},
		"a rule without a place": {map[string]string{"x.rego": "package x"}, nil, []string{"Policy in the wrong place"}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			result := testOwn(t, testedFiles(test.changes))
			for got, want := range map[string][]string{told(result.Failures): test.failures, told(result.Problems): test.problems} {
				if (got == "") != (len(want) == 0) {
					t.Errorf("told:\n%s", got)
				}
				for _, w := range want {
					if !strings.Contains(got, w) {
						t.Errorf("%q is not in\n%s", w, got)
					}
				}
			}
		})
	}
}

func TestSkippedTestsAreCounted(t *testing.T) {
	if result := testOwn(t, testedFiles(map[string]string{"contoso/something_wrong_test.rego": ownTest + "\ntodo_test_third if 1 == 2\n"})); result.Skipped != 1 || len(result.Failures) > 0 {
		t.Errorf("%+v", result)
	}
}

// TestRunnerAgreesWithOPA: tests end here as with OPA's runner, and cover the same lines.
func TestRunnerAgreesWithOPA(t *testing.T) {
	files := testedFiles(map[string]string{
		ownRuleFile: ownRule(soundCondition) + `
h := 1 if {
	input.entry.inherited
} else := 2 if {
	input.recipient.mailbox
	not input.recipient.group
} else := 3

parts contains x if {
	some x in ["a", "b"]
	input.delegate.mailbox
}

never(x) if {
	x == input.entry.permission
	every y in [1, 2] {
		y > 0
	}
}

default fallback := "none"

fallback := "some" if input.delegate.group
`,
		"contoso/something_wrong_test.rego": ownTest + `
test_first if rule.h == 1 with input as {"entry": {"inherited": true}}

test_second if {
	rule.h == 2 with input as {"recipient": {"mailbox": true, "group": true}}
}

test_parts if rule.parts == {"a", "b"} with input as {"delegate": {"mailbox": true}}

test_number := 7

test_fallback if rule.fallback == "none" with input as {}

todo_test_later if 1 == 2
`,
	})
	result := testOwn(t, files)
	if len(result.Problems) > 0 {
		t.Fatal(told(result.Problems))
	}
	modules, err := programCatalog(t).modules()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{ownRuleFile, "contoso/something_wrong_test.rego"} {
		modules["house/"+name], err = ast.ParseModuleWithOpts("house/"+name, files[name], ast.ParserOptions{RegoVersion: ast.RegoV1})
		if err != nil {
			t.Fatal(err)
		}
	}
	coverage := cover.New()
	results, err := tester.NewRunner().SetCompiler(ast.NewCompiler()).SetStore(inmem.New()).SetModules(modules).SetCoverageQueryTracer(coverage).RunTests(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var failed []string
	tests := 0
	for r := range results {
		if tests++; r.Skip {
			tests--
		} else if !r.Pass() {
			failed = append(failed, r.Name)
		}
	}
	if result.Tests != tests || len(result.Failures) != len(failed) || len(failed) != 2 {
		t.Errorf("%d tests, and with OPA %d; %v failed with OPA, and here\n%s", result.Tests, tests, failed, told(result.Failures))
	}
	for _, name := range failed {
		if !strings.Contains(told(result.Failures), name) {
			t.Errorf("%s failed with OPA alone", name)
		}
	}
	var rows []int
	for _, r := range coverage.Report(modules).Files["house/"+ownRuleFile].NotCovered {
		rows = append(rows, r.Start.Row)
	}
	slices.Sort(rows)
	if got, want := result.Coverage[0].Lines, slices.Compact(rows); !slices.Equal(got, want) || len(got) == 0 {
		t.Errorf("without lines %v, and with OPA without %v", got, want)
	}
}
