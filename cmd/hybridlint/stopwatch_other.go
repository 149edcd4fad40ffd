//go:build !windows

package main

import (
	"syscall"
	"time"
)

// processorTime is what the program has used of all processors; 0 where the system does not tell.
func processorTime() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
