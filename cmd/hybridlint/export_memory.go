package main

import "runtime/debug"

// What exports may take in memory: what the program itself needs, and so much for each byte of theirs. It is about what is left of
// them while all of it is joined; without a limit, Go's collector lets twice as much grow.
const (
	memoryBesideExports  = 48 << 20
	memoryPerExportsByte = 2
)

// memoryForExports has the garbage collector keep to a soft limit for exports of a size. A lower limit, of the environment or of the
// settings, stays.
func memoryForExports(size int64) {
	debug.SetMemoryLimit(min(debug.SetMemoryLimit(-1), memoryBesideExports+memoryPerExportsByte*size))
}

// keepMemoryLimit takes back what memoryForExports has set.
func keepMemoryLimit() (restore func()) {
	before := debug.SetMemoryLimit(-1)
	return func() { debug.SetMemoryLimit(before) }
}
