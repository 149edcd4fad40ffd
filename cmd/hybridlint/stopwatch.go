package main

import (
	"time"

	"github.com/rs/zerolog"
)

// stopwatch adds to every line of the log how long the check has taken so far, and how much time of the processors the
// program; both in milliseconds. The cost of a stage is the difference to the line before.
type stopwatch struct {
	began time.Time
	now   func() time.Time
}

// Run implements zerolog.Hook.
func (s stopwatch) Run(e *zerolog.Event, _ zerolog.Level, _ string) {
	e.Dur("elapsed", s.now().Sub(s.began)).Dur("processor_time", processorTime())
}
