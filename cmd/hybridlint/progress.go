package main

import (
	"io"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
)

// quietFor is how long a run may take before it says how far it has come. Most runs are over by then.
const quietFor = 2 * time.Second

// progress tells somebody at a terminal how far a long run has come, with a bar on standard error: one for each stage, from
// start over any number of add to stop, which takes the bar away. Nothing is shown where standard error is no terminal, and
// nothing before the run has taken two seconds. Its methods may be called by several workers at a time; nil shows nothing.
type progress struct {
	out io.Writer
	now func() time.Time
	// began is the start of the first stage.
	began time.Time

	mu    sync.Mutex
	what  string
	total int64
	done  int64
	bar   *progressbar.ProgressBar // nil as long as nothing is shown
}

// newProgress is the progress of a run; nil where nobody would see it.
func (p *program) newProgress() *progress {
	if p.getenv("TERM") == "dumb" || !isTerminal(p.stderr) {
		return nil
	}
	g := &progress{out: p.stderr, now: p.now, began: p.now()}
	p.progress.Store(g)
	return g
}

// start begins a stage: what it does, in a word or two, and how much there is to do, in any unit. Of a stage with nothing to
// do nothing is shown.
func (g *progress) start(what string, total int64) {
	if g == nil {
		return
	}
	g.stop()
	g.mu.Lock()
	defer g.mu.Unlock()
	g.what, g.total, g.done = what, total, 0
}

// add says that so much more of the stage is done.
func (g *progress) add(n int64) {
	if g == nil {
		return
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	g.done += n
	switch {
	case g.bar != nil:
		_ = g.bar.Add64(n) // a terminal that is gone shows nothing
	case g.total > 0 && g.now().Sub(g.began) >= quietFor:
		g.bar = g.newBar()
		_ = g.bar.Add64(g.done)
	}
}

// stop ends a stage and takes its bar away, so that what is said next stands on a line of its own.
func (g *progress) stop() {
	if g == nil {
		return
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.bar != nil {
		_ = g.bar.Exit()
		_ = g.bar.Clear()
		g.bar = nil
	}
}

func (g *progress) newBar() *progressbar.ProgressBar {
	const width, redraw = 30, 100 * time.Millisecond
	return progressbar.NewOptions64(g.total, progressbar.OptionSetWriter(g.out), progressbar.OptionSetDescription(g.what), progressbar.OptionSetWidth(width),
		progressbar.OptionThrottle(redraw), progressbar.OptionUseANSICodes(true), progressbar.OptionClearOnFinish(),
		progressbar.OptionSetPredictTime(true), progressbar.OptionSetElapsedTime(false))
}

// stage is a stage that tells how much of how much was done since it told last; nil where nobody would see it.
func (g *progress) stage(what string) func(done, total int64) {
	if g == nil {
		return nil
	}
	var once sync.Once
	return func(done, total int64) {
		once.Do(func() { g.start(what, total) })
		g.add(done)
	}
}
