package engine

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"runtime"
	"runtime/metrics"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// Limits bound what policies of the user's own may take. Zero is no bound.
type Limits struct {
	// Compile is how long all policies may be compiled.
	Compile time.Duration
	// Rule is how long one rule may be evaluated in a run, all its evaluations together.
	Rule time.Duration
	// Run is how long a run may take, from the first evaluation on.
	Run time.Duration
	// Memory is how many bytes the process may hold while such a policy is evaluated.
	Memory uint64
	// Problems is how many problems with exceptions and comments are told; 0 is 1,000.
	Problems int
	// Clock is what the durations are measured with; nil is the clock of the machine.
	Clock Clock
}

// Clock tells the time again and again until stop is called. Limits are looked at whenever it does.
type Clock func() (ticks <-chan time.Time, stop func())

// machineClock ticks every watchInterval.
func machineClock() (ticks <-chan time.Time, stop func()) {
	ticker := time.NewTicker(watchInterval)
	return ticker.C, ticker.Stop
}

const (
	// watchInterval is how often somebody looks. Limits are kept as exactly as that.
	watchInterval = 10 * time.Millisecond
	// patience is how long an evaluation that was told to stop may take to do so. A single call of
	// a built-in function cannot be interrupted; nobody waits for it longer.
	patience = time.Second
)

// Watch sees to it that the user's own policies end. Every evaluation has a goroutine of its own,
// so that the run can go on without one that does not stop.
type Watch struct {
	limits Limits
	// held tells how much memory the process holds.
	held func() uint64
	// endRun ends the run at once.
	endRun context.CancelCauseFunc

	mu      sync.Mutex
	took    time.Duration            // by the run
	spent   map[string]time.Duration // by what was evaluated
	stopped map[string]error
	running map[*evaluation]struct{}
	// left says that an evaluation did not stop and goes on somewhere.
	left bool
}

// evaluation is one evaluation.
type evaluation struct {
	name     string
	cancel   topdown.Cancel
	reason   error // why it was told to stop
	patience time.Duration
	// left is closed when nobody waits for it any more.
	left chan struct{}
}

// limitError says that a limit was reached.
type limitError struct {
	text   string
	memory bool
}

func (e *limitError) Error() string { return e.text }

// newWatch watches until stop is called.
func newWatch(limits Limits, endRun context.CancelCauseFunc) (w *Watch, stop func()) {
	w = &Watch{
		limits:  limits,
		held:    HeldMemory,
		endRun:  endRun,
		spent:   map[string]time.Duration{},
		stopped: map[string]error{},
		running: map[*evaluation]struct{}{},
	}
	clock := limits.Clock
	if clock == nil {
		clock = machineClock
	}
	ticks, stopClock := clock()
	done := make(chan struct{})
	go w.look(done, ticks)
	return w, sync.OnceFunc(func() {
		stopClock()
		close(done)
	})
}

// HeldMemory is what the objects on the heap take, those included that nobody needs any more and
// the collector did not get to. With debug.SetMemoryLimit there is little of that near the limit.
func HeldMemory() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

func (w *Watch) look(done <-chan struct{}, ticks <-chan time.Time) {
	var last time.Time
	for {
		select {
		case <-done:
			return
		case now := <-ticks:
			if !last.IsZero() {
				w.tick(now.Sub(last))
			}
			last = now
		}
	}
}

// tick looks at what is running.
func (w *Watch) tick(elapsed time.Duration) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.took += elapsed
	w.stopAll()
	for e := range w.running {
		w.spent[e.name] += elapsed
		if w.limits.Rule > 0 && w.spent[e.name] > w.limits.Rule {
			w.tell(
				e,
				&limitError{
					text: fmt.Sprintf(
						"it took longer than the %s that one rule may take (the limit rule_seconds)",
						w.limits.Rule,
					),
				},
			)
		}
		if e.reason == nil {
			continue
		}
		if e.patience -= elapsed; e.patience <= 0 {
			w.leave(e)
		}
	}
}

// stopAll stops everything that is running where a limit of the whole is reached.
func (w *Watch) stopAll() {
	if w.limits.Run > 0 && w.took > w.limits.Run {
		for e := range w.running {
			w.tell(
				e,
				&limitError{text: fmt.Sprintf("the run took longer than %s (the limit run_seconds)", w.limits.Run)},
			)
		}
	}
	if w.limits.Memory == 0 {
		return
	}
	held := w.held()
	if held <= w.limits.Memory {
		return
	}
	var names []string
	for e := range w.running {
		names = append(names, e.name)
	}
	slices.Sort(names)
	reason := &limitError{
		memory: true,
		text: fmt.Sprintf(
			"the program held more than %d MB (the limit memory_mb) while %s evaluated",
			w.limits.Memory>>20,
			wasOrWere(slices.Compact(names)),
		),
	}
	for e := range w.running {
		w.tell(e, reason)
	}
	// Nothing can take memory from what did not stop, but the end of the program.
	if w.left && held > w.limits.Memory+w.limits.Memory/4 {
		w.endRun(&limitError{text: "a policy of your own cannot be stopped and takes more and more memory"})
	}
}

func wasOrWere(names []string) string {
	if len(names) == 1 {
		return names[0] + " was"
	}
	return strings.Join(names, ", ") + " were"
}

// tell tells an evaluation to stop, and no other one of the same rule to begin.
func (w *Watch) tell(e *evaluation, reason error) {
	if e.reason != nil {
		return
	}
	e.reason = reason
	if w.stopped[e.name] == nil {
		w.stopped[e.name] = reason
	}
	e.cancel.Cancel()
}

// leave goes on without an evaluation.
func (w *Watch) leave(e *evaluation) {
	w.left = true
	delete(w.running, e)
	close(e.left)
}

// Do does some work under watch. It returns why the work was stopped or was not begun; the work may
// still go on then.
func (w *Watch) Do(ctx context.Context, name string, work func(cancel topdown.Cancel)) error {
	e, err := w.begin(name)
	if err != nil {
		return err
	}
	finished := make(chan struct{})
	go func() {
		defer close(finished)
		work(e.cancel)
	}()
	select {
	case <-finished:
		return collected(w.end(e))
	case <-e.left:
		return e.reason
	case <-ctx.Done():
		e.cancel.Cancel()
		_ = w.end(e)
		return context.Cause(ctx)
	}
}

// collected makes room after an evaluation that took too much of it, so that the next one is not
// blamed.
func collected(err error) error {
	var limit *limitError
	if errors.As(err, &limit) && limit.memory {
		runtime.GC()
	}
	return err
}

func (w *Watch) begin(name string) (*evaluation, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if err := w.stopped[name]; err != nil {
		return nil, err
	}
	if w.limits.Run > 0 && w.took > w.limits.Run {
		return nil, &limitError{text: fmt.Sprintf("the run took longer than %s (the limit run_seconds)", w.limits.Run)}
	}
	e := &evaluation{name: name, cancel: topdown.NewCancel(), patience: patience, left: make(chan struct{})}
	w.running[e] = struct{}{}
	return e, nil
}

func (w *Watch) end(e *evaluation) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	delete(w.running, e)
	return e.reason
}

// evaluate asks the policy engine for an answer.
func (w *Watch) evaluate(ctx context.Context, d *Document, input *ast.Term) *Answer {
	answered := make(chan *Answer, 1)
	if err := w.Do(ctx, d.Ref.String(), func(cancel topdown.Cancel) { answered <- d.ask(ctx, input, cancel) }); err != nil {
		return &Answer{Err: err, stopped: true}
	}
	return withinBounds(<-answered)
}

// What a policy of the user's own may emit on one subject.
const (
	maxOwnFindings = 100
	maxOwnText     = 1_000 // bytes of a var and its values
)

// withinBounds refuses findings that no message can hold.
func withinBounds(a *Answer) *Answer {
	if len(a.Findings) > maxOwnFindings {
		return &Answer{
			Err: fmt.Errorf(
				"it emits %d findings on one subject, and %d are the most",
				len(a.Findings),
				maxOwnFindings,
			),
		}
	}
	for _, f := range a.Findings {
		size := len(strings.Join(f.At, "")) + len(strings.Join(f.Assumed, ""))
		for _, name := range slices.Sorted(maps.Keys(f.Vars)) {
			size += len(name) + len(strings.Join(f.Vars[name], ""))
		}
		if size > maxOwnText {
			return &Answer{Err: errors.New("it emits a finding with more text than a message can hold")}
		}
	}
	return a
}

// watchKey is where a context keeps the watch of a run.
type watchKey struct{}

// WatchOf is the watch that a context keeps; nil where it keeps none.
func WatchOf(ctx context.Context) *Watch {
	w, _ := ctx.Value(watchKey{}).(*Watch)
	return w
}

// Watched gives a run a watch, and a function that ends it.
func Watched(ctx context.Context, limits Limits) (context.Context, func()) {
	ctx, end := context.WithCancelCause(ctx)
	w, stop := newWatch(limits, end)
	return context.WithValue(ctx, watchKey{}, w), func() {
		stop()
		end(nil)
	}
}

// CompilerWatched does what is a compiler's as long as the limits allow.
func CompilerWatched(ctx context.Context, limits Limits, compile func()) error {
	ctx, end := context.WithCancelCause(ctx)
	defer end(nil)
	w, stop := newWatch(Limits{Rule: limits.Compile, Memory: limits.Memory, Clock: limits.Clock}, end)
	defer stop()
	var failed error
	err := w.Do(ctx, "the compiler", func(topdown.Cancel) {
		defer func() {
			if cause := recover(); cause != nil {
				failed = fmt.Errorf("the compiler of Rego gave up: %v", cause)
			}
		}()
		compile()
	})
	if limit, ok := errors.AsType[*limitError](err); ok && !limit.memory {
		return fmt.Errorf("it took longer than %s (the limit compile_seconds)", limits.Compile)
	}
	if err != nil {
		return err
	}
	return failed
}
