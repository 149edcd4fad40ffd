package main

import (
	"runtime/debug"
	"testing"
)

// TestMemoryForExports: it grows with them, never raises a limit that holds already, and is taken back.
func TestMemoryForExports(t *testing.T) {
	defer keepMemoryLimit()()
	outer := int64(10 << 30)
	debug.SetMemoryLimit(outer)
	restore := keepMemoryLimit()
	memoryForExports(1 << 30)
	if limit := debug.SetMemoryLimit(-1); limit != 2<<30+48<<20 {
		t.Errorf("the limit is %d", limit)
	}
	memoryForExports(2 << 30)
	if limit := debug.SetMemoryLimit(-1); limit != 2<<30+48<<20 {
		t.Errorf("it was raised to %d", limit)
	}
	restore()
	if limit := debug.SetMemoryLimit(-1); limit != outer {
		t.Errorf("it stays at %d", limit)
	}
}
