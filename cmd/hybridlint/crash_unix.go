//go:build unix

package main

import (
	"runtime/debug"
	"syscall"
)

// crashLoudly lets a fatal error of Go's runtime end the program by SIGABRT, exit status 134. It would end with 2 otherwise,
// which means wrong usage. No core file is left: it would hold what was read.
func crashLoudly() {
	if err := syscall.Setrlimit(syscall.RLIMIT_CORE, &syscall.Rlimit{}); err == nil {
		debug.SetTraceback("crash")
	}
}
