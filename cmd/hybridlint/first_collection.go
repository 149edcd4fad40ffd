package main

import (
	"runtime"
	"runtime/debug"
)

// delayFirstCollection lets the heap grow to 48 MB before garbage is collected for the first time. What a start needs is not
// garbage until the rules are compiled, and collecting while the heap is small doubles the time of a small check. After the first
// collection, Go's default holds. Whoever set Go's own variables knows better.
func delayFirstCollection(getenv func(string) string, setPercent func(int) int) {
	const (
		smallestHeap = 4 // MB, at which Go collects with 100 percent
		usual        = 100
	)
	if getenv("GOGC") != "" || getenv("GOMEMLIMIT") != "" {
		return
	}
	setPercent(48 / smallestHeap * usual)
	type garbage struct{ _ [64]byte } // larger than what Go keeps in one piece with others
	runtime.AddCleanup(new(garbage), func(percent int) { setPercent(percent) }, usual)
}

// collectLate is delayFirstCollection for this process.
func collectLate(getenv func(string) string) { delayFirstCollection(getenv, debug.SetGCPercent) }
