package main

import (
	"context"
	"io"
	"os"
	"time"
)

// patience is how long an interrupted program may take to end by itself. Most of what takes long looks now and then whether to
// go on; the linking of a very large configuration and a pipe that nobody reads do not.
const patience = 20 * time.Millisecond

// endSoon ends the process, unless it has ended by then. No file is being written at that moment, and none is begun.
func (p *program) endSoon() {
	time.Sleep(patience)
	p.writing.Lock()
	p.progress.Load().stop()
	p.sayInterrupted()
	os.Exit(ExitInterrupted)
}

func (p *program) sayInterrupted() {
	p.interrupted.Do(func() { p.say("interrupted; there is no report") })
}

// interruptible writes nothing more where the run is interrupted: half a report must not look like a whole one.
type interruptible struct {
	ctx context.Context
	io.Writer
}

func (w interruptible) Write(b []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	return w.Writer.Write(b)
}
