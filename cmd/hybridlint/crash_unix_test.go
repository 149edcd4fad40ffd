//go:build unix

package main

import (
	"errors"
	"os"
	"os/exec"
	"syscall"
	"testing"
)

// crashVariable lets the test's own program crash.
const crashVariable = "HYBRIDLINT_TEST_CRASH"

func TestCrashIsNoWrongUsage(t *testing.T) {
	if os.Getenv(crashVariable) != "" {
		crashLoudly()
		t.Log(overflow(0))
	}
	folder := t.TempDir()
	command := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$")
	command.Env, command.Dir = append(os.Environ(), crashVariable+"=1", "GOTRACEBACK=single"), folder
	var exit *exec.ExitError
	if err := command.Run(); !errors.As(err, &exit) {
		t.Fatalf("it did not crash: %v", err)
	}
	if status, ok := exit.Sys().(syscall.WaitStatus); !ok || status.Signal() != syscall.SIGABRT || status.CoreDump() {
		t.Errorf("it ended with %v", exit)
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("it left %v, %v", left, err)
	}
}

//nolint:staticcheck // it is to end with a full stack
func overflow(n int) int { return overflow(n+1) + 1 }
