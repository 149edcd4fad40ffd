package policies

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"

	"hybridlint/report"
)

// stillWatch is a watch at which nobody looks but the test.
func stillWatch(limits Limits) *watch {
	return &watch{limits: limits, held: func() uint64 { return 0 }, endRun: func(error) {}, spent: map[string]time.Duration{}, stopped: map[string]error{}, running: map[*watched]struct{}{}}
}

// begun does some work that lasts until it is told to stop, or beyond that.
func begun(t *testing.T, w *watch, name string, obedient bool) (ended chan error) {
	t.Helper()
	ended, started, release := make(chan error, 1), make(chan struct{}), make(chan struct{})
	t.Cleanup(func() { close(release) })
	go func() {
		ended <- w.do(context.Background(), name, func(cancel topdown.Cancel) {
			close(started)
			for !obedient || !cancel.Cancelled() {
				select {
				case <-release:
					return
				case <-time.After(time.Millisecond):
				}
			}
		})
	}()
	<-started
	return ended
}

func TestWatchStopsARule(t *testing.T) {
	w := stillWatch(Limits{Rule: time.Second})
	first, second := begun(t, w, "slow", true), begun(t, w, "slow", true)
	w.tick(400 * time.Millisecond) // each of the two has taken so long
	if len(w.stopped) > 0 {
		t.Fatal("stopped before the limit")
	}
	w.tick(400 * time.Millisecond)
	for _, ended := range []chan error{first, second} {
		if err := <-ended; err == nil || !strings.Contains(err.Error(), "rule_seconds") {
			t.Errorf("%v", err)
		}
	}
	if err := w.do(context.Background(), "slow", func(topdown.Cancel) { t.Error("it began again") }); err == nil {
		t.Error("a rule that took too long goes on")
	}
	if err := w.do(context.Background(), "quick", func(topdown.Cancel) {}); err != nil {
		t.Errorf("another rule does not begin: %v", err)
	}
}

// TestWatchGoesOnWithoutTheStubborn: nobody waits for an evaluation that does not stop.
func TestWatchGoesOnWithoutTheStubborn(t *testing.T) {
	w := stillWatch(Limits{Rule: time.Second})
	ended := begun(t, w, "stubborn", false)
	w.tick(2 * time.Second)
	if err := <-ended; err == nil || !strings.Contains(err.Error(), "rule_seconds") {
		t.Errorf("%v", err)
	}
}

func TestWatchStopsTheRun(t *testing.T) {
	w := stillWatch(Limits{Run: time.Second})
	ended := begun(t, w, "some", true)
	w.tick(1100 * time.Millisecond)
	if err := <-ended; err == nil || !strings.Contains(err.Error(), "run_seconds") {
		t.Errorf("%v", err)
	}
	if err := w.do(context.Background(), "other", func(topdown.Cancel) { t.Error("it began") }); err == nil {
		t.Error("the run goes on")
	}
}

func TestWatchBoundsMemory(t *testing.T) {
	w := stillWatch(Limits{Memory: 1 << 30})
	var ended error
	w.endRun = func(err error) { ended = err }
	held := uint64(1 << 30)
	w.held = func() uint64 { return held }
	greedy, other := begun(t, w, "greedy", false), begun(t, w, "other", true)
	w.tick(time.Millisecond)
	if len(w.stopped) > 0 {
		t.Fatal("stopped at the limit")
	}
	held++
	w.tick(2 * patience)
	for _, stopped := range []chan error{greedy, other} {
		if err := <-stopped; err == nil || !strings.Contains(err.Error(), "more than 1024 MB (the limit memory_mb) while greedy, other were evaluated") {
			t.Errorf("%v", err)
		}
	}
	if w.tick(time.Millisecond); ended != nil {
		t.Error("the run was ended although memory may yet be given back")
	}
	held *= 2
	if w.tick(time.Millisecond); ended == nil {
		t.Error("the run goes on while somebody takes all memory")
	}
}

func TestWatchIsInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	err := stillWatch(Limits{}).do(ctx, "x", func(cancel topdown.Cancel) {
		for !cancel.Cancelled() {
			time.Sleep(time.Millisecond)
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

// TestRunawayRules: whatever a rule does, the run ends, names it and is not complete, and the rules of the program run.
func TestRunawayRules(t *testing.T) {
	const long = "concat(\"\", [\"a\" | some _ in numbers.range(1, 300000)])"
	tests := map[string]struct {
		condition, want string
		limits          Limits
	}{
		"loops":               {"count([1 | some a in numbers.range(1, 100000); some b in numbers.range(1, 100000); a == b + 200000]) > 0", "rule_seconds", Limits{Rule: 200 * time.Millisecond}},
		"a walk":              {"count([p | walk([numbers.range(1, 3000) | some _ in numbers.range(1, 30000)], [p, _])]) > 0", "rule_seconds", Limits{Rule: 200 * time.Millisecond}},
		"one call":            {"count(regex.find_n(\"(a|aa|aaa|b){500}c\", " + long + ", -1)) > 1", "rule_seconds", Limits{Rule: 200 * time.Millisecond}},
		"globs":               {"glob.match(\"*a*a*a*a*a*a*a*a*a*a*b\", [], " + long + ")\n\tcount(numbers.range(1, 100000000000)) > 0", "rule_seconds", Limits{Rule: 200 * time.Millisecond}},
		"the run":             {"count([1 | some a in numbers.range(1, 100000); some b in numbers.range(1, 100000); a == b + 200000]) > 0", "run_seconds", Limits{Run: 200 * time.Millisecond}},
		"an array":            {"count([x | some x in numbers.range(1, 100000000)]) > 0", "memory_mb", Limits{Memory: heldMemory() + 100<<20}},
		"a text":              {"a := " + long + "\n\tb := concat(a, [\"x\" | some _ in numbers.range(1, 500)])\n\tcount(b) > 0", "", Limits{Memory: heldMemory() + 50<<20}},
		"too many findings":   {"true\n}\n\nfinding contains {\"at\": [\"delegate\"], \"vars\": {\"cause\": format_int(x, 10)}} if {\n\tsome x in numbers.range(1, 1000)", "emits 1001 findings", Limits{Rule: time.Minute}},
		"too much text":       {"true\n}\n\nfinding contains {\"at\": [\"delegate\"], \"vars\": {\"cause\": x}} if {\n\tx := " + long, "more text than a message can hold", Limits{Rule: time.Minute}},
		"an error":            {"to_number(concat(\"\", [\"x\", input.entry.permission])) == 1", "house/contoso/something_wrong.rego:29:2: error: Rule not evaluated", Limits{Rule: time.Minute}},
		"two values":          {"h == 1\n}\n\nh := 1 if input.entry.kind\n\nh := 2 if {\n\tinput.entry.kind", "conflicting values", Limits{Rule: time.Minute}},
		"an unknown place":    {"true\n}\n\nfinding contains {\"at\": [\"delegat\"]} if {\n\ttrue", `"delegat" is no attribute`, Limits{Rule: time.Minute}},
		"not even a finding":  {"true\n}\n\nfinding contains 1 if {\n\ttrue", "is no object", Limits{Rule: time.Minute}},
		"a severity for show": {"true\n}\n\nfinding contains {\"at\": [\"delegate\"], \"severity\": \"fatal\"} if {\n\ttrue", "none of error, warning, note", Limits{Rule: time.Minute}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			c, err := programCatalog(t).With(context.Background(), []Folder{ownFolder(map[string]string{ownRuleFile: ownRule(test.condition)})}, Limits{})
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
	c := withOwn(t, map[string]string{ownRuleFile: ownRule("count([1 | some a in numbers.range(1, 300); some b in numbers.range(1, 300); a == b + 200000]) == 0")})
	if stopped := c.Check(context.Background(), smallModel(), Options{Limits: Limits{Memory: 1}}); stopped.Complete {
		t.Skip("it was quicker than the first look")
	}
	if again := c.Check(context.Background(), smallModel(), Options{}); !again.Complete || !slices.ContainsFunc(findingsOf(again), func(f string) bool { return strings.HasPrefix(f, "CON101") }) {
		t.Errorf("%v %s", findingsOf(again), told(again.Problems))
	}
}

// TestRunawayCompiler: policies that take the compiler longer than the limit, for what does not end in any time. They end
// some time, so that the other tests have the machine for themselves again.
func TestRunawayCompiler(t *testing.T) {
	for name, condition := range map[string]string{
		"a chain of operators":  "x := 1" + strings.Repeat("+1", 4_000) + "\n\tx > 1",
		"nested comprehensions": "x := " + strings.Repeat("[y | y := ", 13) + "1" + strings.Repeat("]", 13) + "\n\tcount(x) > 1",
		"expressions in texts":  "x := " + strings.Repeat("$\"{", 13) + "1" + strings.Repeat("}\"", 13) + "\n\tx != \"\"",
	} {
		t.Run(name, func(t *testing.T) {
			c, err := programCatalog(t).With(context.Background(), []Folder{ownFolder(map[string]string{ownRuleFile: ownRule(condition)})}, Limits{Compile: 50 * time.Millisecond})
			if err != nil {
				t.Fatal(err)
			}
			if len(c.Problems()) == 0 {
				t.Skip("the compiler was quicker")
			}
			if !strings.Contains(told(c.Problems()), "compile_seconds") {
				t.Error(told(c.Problems()))
			}
			result := c.Check(context.Background(), smallModel(), Options{})
			if len(result.Rules) == 0 || slices.ContainsFunc(result.Rules, func(r *report.Rule) bool { return r.ID == "CON101" }) {
				t.Error("not just the rules of the program ran")
			}
		})
	}
}

// TestWithheldFunctions: everything that OPA says depends on more than arguments is withheld, and what is withheld exists.
func TestWithheldFunctions(t *testing.T) {
	kept := map[string]bool{}
	for _, b := range pureCapabilities().Builtins {
		kept[b.Name] = true
	}
	for _, b := range ast.CapabilitiesForThisVersion().Builtins {
		if b.IsNondeterministic() && kept[b.Name] {
			t.Errorf("%s is not withheld", b.Name)
		}
	}
	for _, name := range withheldFunctions() {
		if !slices.ContainsFunc(ast.CapabilitiesForThisVersion().Builtins, func(b *ast.Builtin) bool { return strings.HasPrefix(b.Name, name) }) {
			t.Errorf("OPA has no %s any more", name)
		}
	}
}
