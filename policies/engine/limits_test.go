package engine

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// stillWatch is a watch at which nobody looks but the test.
func stillWatch(limits Limits) *Watch {
	return &Watch{
		limits:  limits,
		held:    func() uint64 { return 0 },
		endRun:  func(error) {},
		spent:   map[string]time.Duration{},
		stopped: map[string]error{},
		running: map[*evaluation]struct{}{},
	}
}

// begun does some work that lasts until it is told to stop, or beyond that.
func begun(t *testing.T, w *Watch, name string, obedient bool) (ended chan error) {
	t.Helper()
	ended, started, release := make(chan error, 1), make(chan struct{}), make(chan struct{})
	t.Cleanup(func() { close(release) })
	go func() {
		ended <- w.Do(context.Background(), name, func(cancel topdown.Cancel) {
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
	if err := w.Do(context.Background(), "slow", func(topdown.Cancel) { t.Error("it began again") }); err == nil {
		t.Error("a rule that took too long goes on")
	}
	if err := w.Do(context.Background(), "quick", func(topdown.Cancel) {}); err != nil {
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
	if err := w.Do(context.Background(), "other", func(topdown.Cancel) { t.Error("it began") }); err == nil {
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
		if err := <-stopped; err == nil ||
			!strings.Contains(
				err.Error(),
				"more than 1024 MB (the limit memory_mb) while greedy, other were evaluated",
			) {
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
	err := stillWatch(Limits{}).Do(ctx, "x", func(cancel topdown.Cancel) {
		for !cancel.Cancelled() {
			time.Sleep(time.Millisecond)
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

// TestWithheldFunctions: everything that OPA says depends on more than arguments is withheld, and
// what is withheld exists.
func TestWithheldFunctions(t *testing.T) {
	kept := map[string]bool{}
	for _, b := range PureCapabilities().Builtins {
		kept[b.Name] = true
	}
	for _, b := range ast.CapabilitiesForThisVersion().Builtins {
		if b.IsNondeterministic() && kept[b.Name] {
			t.Errorf("%s is not withheld", b.Name)
		}
	}
	for _, name := range withheldFunctions() {
		if !slices.ContainsFunc(
			ast.CapabilitiesForThisVersion().Builtins,
			func(b *ast.Builtin) bool { return strings.HasPrefix(b.Name, name) },
		) {
			t.Errorf("OPA has no %s any more", name)
		}
	}
}
