package main

import (
	"bytes"
	"errors"
	"fmt"
	"os/exec"
	"runtime"
	"slices"
	"syscall"
	"time"
)

// usage is what a process has taken.
type usage struct {
	cpu, wall time.Duration
	// peak is the most memory that it had, in bytes.
	peak int64
}

// measure runs a command. An exit status that is none of those wanted is an error, with what the command says.
func measure(command *exec.Cmd, wanted ...int) (usage, error) {
	var complaints bytes.Buffer
	if command.Stderr == nil {
		command.Stderr = &complaints
	}
	began := time.Now()
	err := command.Run()
	wall := time.Since(began)
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return usage{}, err
	}
	state := command.ProcessState
	if !slices.Contains(wanted, state.ExitCode()) {
		return usage{}, fmt.Errorf("%s: %s: %s", command.Path, state, bytes.TrimSpace(complaints.Bytes()))
	}
	return usage{cpu: state.UserTime() + state.SystemTime(), wall: wall, peak: peakOf(state.SysUsage())}, nil
}

// peakOf reads the maximum resident set size, which macOS counts in bytes and others in KiB.
func peakOf(system any) int64 {
	used, ok := system.(*syscall.Rusage)
	if !ok {
		return 0
	}
	peak := int64(used.Maxrss) //nolint:unconvert // 32 bits on some systems
	if runtime.GOOS != "darwin" {
		peak <<= 10
	}
	return peak
}
