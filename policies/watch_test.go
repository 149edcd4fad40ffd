package policies

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"
	"github.com/open-policy-agent/opa/v1/types"

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

// everyLook is a clock that is looked at all the time, and has gone on by so much whenever it is.
func everyLook(step time.Duration) Clock {
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
		limits          Limits
	}{
		"loops":               {"count([1 | some a in numbers.range(1, 100000); some b in numbers.range(1, 100000); a == b + 200000]) > 0", "rule_seconds", Limits{Rule: time.Hour, Clock: everyLook(time.Hour)}},
		"a walk":              {"count([p | walk([numbers.range(1, 3000) | some _ in numbers.range(1, 30000)], [p, _])]) > 0", "rule_seconds", Limits{Rule: time.Hour, Clock: everyLook(time.Hour)}},
		"a range":             {"count(numbers.range(1, 100000000000)) > 0", "rule_seconds", Limits{Rule: time.Hour, Clock: everyLook(time.Hour)}},
		"one call":            {"test.blocks()", "rule_seconds", Limits{Rule: time.Hour, Clock: everyLook(time.Hour)}},
		"the run":             {"count([1 | some a in numbers.range(1, 100000); some b in numbers.range(1, 100000); a == b + 200000]) > 0", "run_seconds", Limits{Run: time.Hour, Clock: everyLook(time.Hour)}},
		"an array":            {"count([x | some x in numbers.range(1, 100000000)]) > 0", "memory_mb", Limits{Memory: heldMemory() + 20<<20, Clock: everyLook(0)}},
		"a text":              {"a := " + long + "\n\tb := concat(a, [\"x\" | some _ in numbers.range(1, 500)])\n\tcount(b) > 0", "", Limits{Memory: heldMemory() + 50<<20, Clock: everyLook(0)}},
		"too many findings":   {"true\n}\n\nfinding contains {\"at\": [\"delegate\"], \"vars\": {\"cause\": format_int(x, 10)}} if {\n\tsome x in numbers.range(1, 1000)", "emits 1001 findings", Limits{}},
		"too much text":       {"true\n}\n\nfinding contains {\"at\": [\"delegate\"], \"vars\": {\"cause\": x}} if {\n\tx := " + long, "more text than a message can hold", Limits{}},
		"an error":            {"to_number(concat(\"\", [\"x\", input.entry.permission])) == 1", "house/contoso/something_wrong.rego:29:2: error: Rule not evaluated", Limits{}},
		"two values":          {"h == 1\n}\n\nh := 1 if input.entry.kind\n\nh := 2 if {\n\tinput.entry.kind", "conflicting values", Limits{}},
		"an unknown place":    {"true\n}\n\nfinding contains {\"at\": [\"delegat\"]} if {\n\ttrue", `"delegat" is no attribute`, Limits{}},
		"not even a finding":  {"true\n}\n\nfinding contains 1 if {\n\ttrue", "is no object", Limits{}},
		"a severity for show": {"true\n}\n\nfinding contains {\"at\": [\"delegate\"], \"severity\": \"fatal\"} if {\n\ttrue", "none of error, warning, note", Limits{}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			defer blocked()()
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
	release := blocked()
	c := withOwn(t, map[string]string{ownRuleFile: ownRule("test.blocks()")})
	stopped := c.Check(context.Background(), smallModel(), Options{Limits: Limits{Rule: time.Hour, Clock: everyLook(time.Hour)}})
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
	err := compilerWatched(context.Background(), Limits{Compile: time.Hour, Clock: everyLook(time.Hour)}, func() { <-release })
	if err == nil || !strings.Contains(err.Error(), "it took longer than 1h0m0s (the limit compile_seconds)") {
		t.Errorf("%v", err)
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
