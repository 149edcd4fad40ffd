//go:build !windows

package main

import (
	"bytes"
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
	smallHostile = 16 << 10
	// mostAddresses is the address space, in kB, beyond which an input would have needed the memory of the whole machine.
	mostAddresses = 8_000_000
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

// hostileChild is set in the environment of the process that checks all small hostile inputs.
const hostileChild = "HYBRIDLINT_HOSTILE_INPUTS"

// TestHostileInputs checks everything that asks for more than there is: no full stack, no full memory, no end that is no exit
// status; what would hang is ended by the time limit of go test, which names it. The first input of each kind is checked by the
// program itself, and all of them in a process apart, whose end is seen here: starting the program 500 times would take most
// of the time of all tests. With -hostile 10 -v each has a process of its own, and what it costs at 10 MB is printed.
func TestHostileInputs(t *testing.T) {
	if os.Getenv(hostileChild) != "" {
		checkInputsHere(t)
		return
	}
	program := filepath.Join(t.TempDir(), "hybridlint")
	if output, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	if *hostileMB > 0 {
		fmt.Printf("%-72s %8s %6s %7s %9s %6s  %s\n", "input", "MB", "status", "CPU s", "MB memory", "B/B", "first problem")
	} else {
		checkInputsApart(t)
	}
	seen := map[string]bool{}
	for _, input := range hostile.Inputs() {
		kind, _, _ := strings.Cut(input.Name, ":")
		if *hostileMB == 0 && seen[kind] {
			continue
		}
		seen[kind] = true
		t.Run(input.Name, func(t *testing.T) {
			files, arguments := sized(&input)
			checkAttack(t, &input, attacked(t, program, files, arguments))
		})
	}
}

// checkInputsApart has another process check all inputs.
func checkInputsApart(t *testing.T) {
	t.Helper()
	child := bounded(os.Args[0], "-test.run=^TestHostileInputs$", "-test.v", "-test.timeout="+flag.Lookup("test.timeout").Value.String())
	child.Env = append(os.Environ(), hostileChild+"=1", "NO_COLOR=1")
	output, err := child.CombinedOutput()
	if err != nil || !bytes.Contains(output, []byte("--- PASS: TestHostileInputs ")) {
		t.Fatalf("%v\n%s", err, output[max(0, len(output)-20_000):])
	}
}

// checkInputsHere checks all inputs in this process.
func checkInputsHere(t *testing.T) {
	t.Helper()
	linter := newCompiledLinter(t)
	seen, tooLarge := map[string]bool{}, map[string]bool{}
	for _, input := range hostile.Inputs() {
		if seen[input.Name] {
			t.Fatalf("two inputs are called %q", input.Name)
		}
		seen[input.Name] = true
		kind, _, _ := strings.Cut(input.Name, ":")
		if input.TooLarge && tooLarge[kind] {
			continue
		}
		tooLarge[kind] = tooLarge[kind] || input.TooLarge
		t.Run(input.Name, func(t *testing.T) {
			files, arguments := sized(&input)
			a := attack{size: sizeOf(files)}
			got := runIn(t, linter, files, arguments...)
			a.status, a.stdout, a.stderr = got.status, got.stdout, got.stderr
			checkAttack(t, &input, a)
		})
	}
}

// sized are the files of an input and its arguments. Small inputs get small limits too, where they count steps.
func sized(input *hostile.Input) (files map[string]string, arguments []string) {
	if *hostileMB > 0 {
		return input.Files(*hostileMB << 20), input.Arguments
	}
	arguments = input.Arguments
	if strings.Contains(input.Name, "expression: ") {
		arguments = append(slices.Clip(arguments), "--limit", "expression_steps=50000", "--limit", "steps=50000")
	}
	return input.Files(max(input.Small, smallHostile)), arguments
}

func sizeOf(files map[string]string) (size int) {
	for _, text := range files {
		size += len(text)
	}
	return size
}

// bounded is a command that gets no more address space than mostAddresses.
func bounded(program string, arguments ...string) *exec.Cmd {
	script := fmt.Sprintf(`ulimit -v %d; exec "$0" "$@"`, mostAddresses)
	return exec.Command("sh", append([]string{"-c", script, program}, arguments...)...)
}

// attacked runs the program in a folder with some files.
func attacked(t *testing.T, program string, files map[string]string, arguments []string) attack {
	t.Helper()
	a := attack{size: sizeOf(files)}
	command := bounded(program, arguments...)
	command.Dir = folder(t, files)
	clear(files)
	debug.FreeOSMemory() // the largest resident set of a process is that of whoever starts it at least
	command.Env = append(os.Environ(), "NO_COLOR=1")
	var stdout, stderr bytes.Buffer
	command.Stdout, command.Stderr = &stdout, &stderr
	err := command.Run()
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
