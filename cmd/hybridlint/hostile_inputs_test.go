//go:build !windows

package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"hybridlint/testdata/hostile"
)

var hostileMB = flag.Int("hostile", 0, "how many MB hostile inputs have; 0 makes them small")

const (
	// smallHostile is how large inputs are where every size shows the same.
	smallHostile = 128 << 10
	// hangs is after how long the program is taken to hang. How long it takes otherwise is printed, and never compared.
	hangs = time.Minute
	// mostOutput is how much anybody gets to read of what is wrong with an input.
	mostOutput = 2 << 20
)

// attack is what became of one input.
type attack struct {
	size, status   int
	cpu            time.Duration
	memory         int64 // the largest resident set, in bytes
	stdout, stderr string
}

// TestHostileInputs runs the program itself on everything that asks for more than there is, so that it sees the end of it: no full
// stack, no full memory, no hang. With -hostile 10 -v it prints what each of them costs at 10 MB.
func TestHostileInputs(t *testing.T) {
	program := filepath.Join(t.TempDir(), "hybridlint")
	if output, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	if *hostileMB > 0 {
		fmt.Printf("%-72s %8s %6s %7s %9s %6s  %s\n", "input", "MB", "status", "CPU s", "MB memory", "B/B", "first problem")
	}
	seen, tooLarge := map[string]bool{}, map[string]bool{}
	for _, input := range hostile.Inputs() {
		if seen[input.Name] {
			t.Fatalf("two inputs are called %q", input.Name)
		}
		seen[input.Name] = true
		kind, _, _ := strings.Cut(input.Name, ":")
		if *hostileMB == 0 && input.TooLarge && tooLarge[kind] {
			continue
		}
		tooLarge[kind] = tooLarge[kind] || input.TooLarge
		t.Run(input.Name, func(t *testing.T) {
			size := max(input.Small, smallHostile)
			if *hostileMB > 0 {
				size = *hostileMB << 20
			}
			arguments := input.Arguments
			if *hostileMB == 0 && strings.Contains(input.Name, "expression: ") {
				arguments = append(slices.Clip(arguments), "--limit", "expression_steps=50000", "--limit", "steps=50000")
			}
			checkAttack(t, &input, attacked(t, program, input.Files(size), arguments))
		})
	}
}

// attacked runs the program in a folder with some files.
func attacked(t *testing.T, program string, files map[string]string, arguments []string) attack {
	t.Helper()
	a := attack{}
	for _, text := range files {
		a.size += len(text)
	}
	ctx, cancel := context.WithTimeout(t.Context(), hangs)
	defer cancel()
	// What needs more address space than this would have needed the memory of the whole machine.
	command := exec.CommandContext(ctx, "sh", append([]string{"-c", `ulimit -v 8000000; exec "$0" "$@"`, program}, arguments...)...)
	command.Dir = folder(t, files)
	clear(files)
	debug.FreeOSMemory() // the largest resident set of a process is that of whoever starts it at least
	command.Env = append(os.Environ(), "NO_COLOR=1")
	var stdout, stderr bytes.Buffer
	command.Stdout, command.Stderr = &stdout, &stderr
	err := command.Run()
	if ctx.Err() != nil {
		t.Fatalf("it hangs: %.2000s", stderr.String())
	}
	if _, failed := errors.AsType[*exec.ExitError](err); err != nil && !failed {
		t.Fatal(err)
	}
	a.status, a.stdout, a.stderr = command.ProcessState.ExitCode(), stdout.String(), stderr.String()
	a.cpu = command.ProcessState.UserTime() + command.ProcessState.SystemTime()
	a.memory = command.ProcessState.SysUsage().(*syscall.Rusage).Maxrss
	if runtime.GOOS == "linux" {
		a.memory <<= 10 // there it is in kB
	}
	return a
}

var firstProblem = regexp.MustCompile(`(?m)^([^\n:]+:\d+:\d+: )?(error|hybridlint): .*$`)

func checkAttack(t *testing.T, input *hostile.Input, a attack) {
	t.Helper()
	first := firstProblem.FindString(a.stdout + a.stderr)
	if *hostileMB > 0 {
		const MB = 1 << 20
		fmt.Printf("%-72s %8.1f %6d %7.2f %9.0f %6.1f  %.80s\n", input.Name, float64(a.size)/MB, a.status, a.cpu.Seconds(), float64(a.memory)/MB, float64(a.memory)/float64(a.size), first)
	}
	if !slices.Contains(input.Statuses, a.status) {
		t.Errorf("the exit status is %d: %.1000s%.3000s", a.status, a.stdout, a.stderr)
	}
	most := mostOutput
	if a.status <= ExitFindings {
		most += 2 * a.size // every finding counts
	}
	if n := len(a.stdout) + len(a.stderr); n > most {
		t.Errorf("it writes %d bytes: %.300s", n, a.stdout+a.stderr)
	}
	if a.status > ExitFindings && first == "" {
		t.Errorf("no problem is named: %.300s%.300s", a.stdout, a.stderr)
	}
	if input.Setting != "" && !strings.Contains(a.stdout, "The setting "+input.Setting+", in the block limits") {
		t.Errorf("the limit %s is not named: %.1000s", input.Setting, a.stdout)
	}
}
