package policies

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"
	"github.com/open-policy-agent/opa/v1/types"

	"hybridlint/policies/engine"
	"hybridlint/policies/userrules"
	"hybridlint/report"
)

// everyLook is a clock that is looked at all the time, and has gone on by so much whenever it is.
func everyLook(step time.Duration) engine.Clock {
	return func() (<-chan time.Time, func()) {
		ticks, done := make(chan time.Time), make(chan struct{})
		go func() {
			for now := time.Unix(0, 0); ; now = now.Add(step) {
				select {
				case ticks <- now:
				case <-done:
					return
				}
			}
		}()
		return ticks, func() { close(done) }
	}
}

// gate is what a call of test.blocks waits for. It stands for a built-in function that does not come to an end: no real one
// takes for ever, and what takes long on one machine is quick on another.
var gate struct {
	sync.Mutex
	open chan struct{}
}

var registerBlocks = sync.OnceFunc(func() {
	ast.RegisterBuiltin(&ast.Builtin{Name: "test.blocks", Decl: types.NewFunction(types.Args(), types.B)})
	topdown.RegisterBuiltinFunc("test.blocks", func(_ topdown.BuiltinContext, _ []*ast.Term, iter func(*ast.Term) error) error {
		gate.Lock()
		open := gate.open
		gate.Unlock()
		if open != nil {
			<-open
		}
		return iter(ast.BooleanTerm(true))
	})
})

// blocked lets rules call test.blocks, and makes it wait until it is released.
func blocked() (release func()) {
	registerBlocks()
	open := make(chan struct{})
	gate.Lock()
	gate.open = open
	gate.Unlock()
	return func() {
		gate.Lock()
		gate.open = nil
		gate.Unlock()
		close(open)
	}
}

// TestRunawayRules: whatever a rule does, the run ends, names it and is not complete, and the rules of the program run.
func TestRunawayRules(t *testing.T) {
	const long = "concat(\"\", [\"a\" | some _ in numbers.range(1, 300000)])"
	// The clock is far ahead before an evaluation has taken its first step, so that what does not end by itself is stopped
	// on any machine. Where it is about memory, the clock stands, and somebody looks all the time.
	tests := map[string]struct {
		condition, want string
		limits          engine.Limits
	}{
		"loops":               {"count([1 | some a in numbers.range(1, 100000); some b in numbers.range(1, 100000); a == b + 200000]) > 0", "rule_seconds", engine.Limits{Rule: time.Hour, Clock: everyLook(time.Hour)}},
		"a walk":              {"count([p | walk([numbers.range(1, 3000) | some _ in numbers.range(1, 30000)], [p, _])]) > 0", "rule_seconds", engine.Limits{Rule: time.Hour, Clock: everyLook(time.Hour)}},
		"a range":             {"count(numbers.range(1, 100000000000)) > 0", "rule_seconds", engine.Limits{Rule: time.Hour, Clock: everyLook(time.Hour)}},
		"one call":            {"test.blocks()", "rule_seconds", engine.Limits{Rule: time.Hour, Clock: everyLook(time.Hour)}},
		"the run":             {"count([1 | some a in numbers.range(1, 100000); some b in numbers.range(1, 100000); a == b + 200000]) > 0", "run_seconds", engine.Limits{Run: time.Hour, Clock: everyLook(time.Hour)}},
		"an array":            {"count([x | some x in numbers.range(1, 100000000)]) > 0", "memory_mb", engine.Limits{Memory: engine.HeldMemory() + 20<<20, Clock: everyLook(0)}},
		"a text":              {"a := " + long + "\n\tb := concat(a, [\"x\" | some _ in numbers.range(1, 500)])\n\tcount(b) > 0", "", engine.Limits{Memory: engine.HeldMemory() + 50<<20, Clock: everyLook(0)}},
		"too many findings":   {"true\n}\n\nfinding contains {\"at\": [\"delegate\"], \"vars\": {\"cause\": format_int(x, 10)}} if {\n\tsome x in numbers.range(1, 1000)", "emits 1001 findings", engine.Limits{}},
		"too much text":       {"true\n}\n\nfinding contains {\"at\": [\"delegate\"], \"vars\": {\"cause\": x}} if {\n\tx := " + long, "more text than a message can hold", engine.Limits{}},
		"an error":            {"to_number(concat(\"\", [\"x\", input.entry.permission])) == 1", "house/contoso/something_wrong.rego:29:2: error: Rule not evaluated", engine.Limits{}},
		"two values":          {"h == 1\n}\n\nh := 1 if input.entry.kind\n\nh := 2 if {\n\tinput.entry.kind", "conflicting values", engine.Limits{}},
		"an unknown place":    {"true\n}\n\nfinding contains {\"at\": [\"delegat\"]} if {\n\ttrue", `"delegat" is no attribute`, engine.Limits{}},
		"not even a finding":  {"true\n}\n\nfinding contains 1 if {\n\ttrue", "is no object", engine.Limits{}},
		"a severity for show": {"true\n}\n\nfinding contains {\"at\": [\"delegate\"], \"severity\": \"fatal\"} if {\n\ttrue", "none of error, warning, note", engine.Limits{}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			defer blocked()()
			c, err := programCatalog(t).With(context.Background(), []userrules.Folder{ownFolder(map[string]string{ownRuleFile: ownRule(test.condition)})}, engine.Limits{})
			if err != nil || len(c.Problems()) > 0 {
				t.Fatal(err, told(c.Problems()))
			}
			result := c.Check(context.Background(), smallModel(), Options{Limits: test.limits})
			if test.want == "" {
				return // it may end well or not, but it ends
			}
			if result.Complete || !strings.Contains(told(result.Problems), test.want) || !strings.Contains(told(result.Problems), "CON101") {
				t.Errorf("complete %v, and %q is not in\n%s", result.Complete, test.want, told(result.Problems))
			}
			if !slices.ContainsFunc(result.Rules, func(r *report.Rule) bool { return r.ID == "HYB302" }) {
				t.Error("the rules of the program did not run")
			}
		})
	}
}

// TestStoppedIsNotRemembered: what a limit has kept from an answer has one in the next run.
func TestStoppedIsNotRemembered(t *testing.T) {
	release := blocked()
	c := withOwn(t, map[string]string{ownRuleFile: ownRule("test.blocks()")})
	stopped := c.Check(context.Background(), smallModel(), Options{Limits: engine.Limits{Rule: time.Hour, Clock: everyLook(time.Hour)}})
	release()
	if stopped.Complete {
		t.Error("what does not end has ended")
	}
	if again := c.Check(context.Background(), smallModel(), Options{}); !again.Complete || !slices.ContainsFunc(findingsOf(again), func(f string) bool { return strings.HasPrefix(f, "CON101") }) {
		t.Errorf("%v %s", findingsOf(again), told(again.Problems))
	}
}

// TestRunawayCompiler: policies that take the compiler longer than the limit run without the user's own. The compiler cannot
// be interrupted; hostile inputs of the command have it compile what it does not get to the end of.
func TestRunawayCompiler(t *testing.T) {
	release := make(chan struct{})
	defer close(release)
	err := engine.CompilerWatched(context.Background(), engine.Limits{Compile: time.Hour, Clock: everyLook(time.Hour)}, func() { <-release })
	if err == nil || !strings.Contains(err.Error(), "it took longer than 1h0m0s (the limit compile_seconds)") {
		t.Errorf("%v", err)
	}
}
