package main

import (
	"strings"
	"sync"
	"testing"
	"time"

	"hybridlint/loader/exports"
)

// newTestProgress shows its bars in a text, with a clock that a test moves.
func newTestProgress() (g *progress, shown *strings.Builder, clock *time.Time) {
	shown, clock = &strings.Builder{}, &time.Time{}
	return &progress{out: shown, now: func() time.Time { return *clock }, began: *clock}, shown, clock
}

// TestProgress: nothing is shown in the first two seconds of a run, and nothing stays when a stage is over.
func TestProgress(t *testing.T) {
	g, shown, clock := newTestProgress()
	g.start("reading", 100)
	g.add(10)
	*clock = clock.Add(quietFor - 1)
	g.add(10)
	if shown.String() != "" {
		t.Fatalf("shown early: %q", shown)
	}
	*clock = clock.Add(1)
	g.add(22)
	if !strings.Contains(shown.String(), "reading") || !strings.Contains(shown.String(), "42%") {
		t.Fatalf("%q", shown)
	}
	g.start("writing", 4)
	if !strings.HasSuffix(shown.String(), "\x1b[2K\r") {
		t.Errorf("the bar stays: %q", shown)
	}
	g.add(3)
	if !strings.Contains(shown.String(), "writing") || !strings.Contains(shown.String(), "75%") {
		t.Errorf("%q", shown)
	}
	g.add(5) // more than was announced
	g.stop()
	g.stop()
	if !strings.HasSuffix(shown.String(), "\x1b[2K\r") {
		t.Errorf("the bar stays: %q", shown)
	}
}

// TestProgressOfNothing: a stage without work, and a run that nobody sees, show nothing and do no harm.
func TestProgressOfNothing(t *testing.T) {
	g, shown, clock := newTestProgress()
	*clock = clock.Add(time.Hour)
	g.start("reading", 0)
	g.add(1)
	g.stop()
	var none *progress
	none.start("reading", 1)
	none.add(1)
	none.stop()
	if shown.String() != "" {
		t.Errorf("%q", shown)
	}
	p := &program{stderr: shown, getenv: func(string) string { return "" }, now: time.Now}
	if p.newProgress() != nil {
		t.Error("a pipe is no terminal")
	}
}

// TestProgressOfWorkers: several workers may tell what they have done.
func TestProgressOfWorkers(t *testing.T) {
	g, shown, clock := newTestProgress()
	*clock = clock.Add(quietFor)
	g.start("checking", 1000)
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for range 250 {
				g.add(1)
			}
		})
	}
	group.Wait()
	g.stop()
	if shown.String() == "" {
		t.Error("nothing is shown")
	}
}

// TestProgressOfReading: exports are counted in bytes, and all of them are counted.
func TestProgressOfReading(t *testing.T) {
	g, shown, clock := newTestProgress()
	*clock = clock.Add(quietFor)
	folder := folder(t, map[string]string{"a.csv": someExports, "b/c.json": `[{"DomainName":"contoso.com","DomainType":"Authoritative"}]`})
	exports.Import(t.Context(), exports.Options{Paths: []string{"."}, Dir: folder, Progress: g.stage("reading exports")})
	if g.done != g.total || g.total == 0 || !strings.Contains(shown.String(), "reading exports") {
		t.Errorf("%d of %d bytes: %q", g.done, g.total, shown)
	}
}
