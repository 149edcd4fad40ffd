package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"hybridlint/report/formats"

	"hybridlint/report"
)

// interruptingLinter interrupts the run: before a report is written, where at is 0, or when a line
// of a file is asked for so often.
type interruptingLinter struct {
	*fakeLinter
	at     int
	cancel context.CancelFunc
}

// Line implements report.Sources. The file has three lines: one without an end would be read without an end.
func (l *interruptingLinter) Line(_ string, line int) (string, bool) {
	if l.at--; l.at == 0 {
		l.cancel()
	}
	return "grant", line <= 3
}

// ByteOrderMark implements report.Sources.
func (l *interruptingLinter) ByteOrderMark(string) bool { return false }

func (l *interruptingLinter) Check(ctx context.Context, r request) (*report.Report, error) {
	checked, err := l.fakeLinter.Check(ctx, r)
	if checked.Sources = l; l.at == 0 {
		l.cancel()
	}
	return checked, err
}

// Whenever a run is interrupted while it writes, there is no report afterwards, and nothing lies around.
func TestInterruptedReportIsNone(t *testing.T) {
	for _, format := range formats.All() {
		interrupted := true
		for at := 0; interrupted; at++ {
			ctx, cancel := context.WithCancel(t.Context())
			l := &interruptingLinter{&fakeLinter{files: 1, findings: []*report.Finding{finding(report.Error), finding(report.Error), finding(report.Note)}}, at, cancel}
			root := t.TempDir()
			var stdout, stderr strings.Builder
			p := &program{stdout: &stdout, stderr: &stderr, directory: root, getenv: func(string) string { return "" }, now: nowForTests, linter: l}
			code := p.run(ctx, []string{"check", "--format", format.Name, "--output", "last", "--report", "text=next"})
			interrupted = ctx.Err() != nil
			left, err := filepath.Glob(filepath.Join(root, "*"))
			hidden, _ := filepath.Glob(filepath.Join(root, ".*"))
			switch {
			case err != nil:
				t.Fatal(err)
			case interrupted && (code != ExitInterrupted || len(hidden) > 0 || len(left) > 1 || stderr.String() != "hybridlint: interrupted; there is no report\n"):
				t.Errorf("%s, interrupted at %d: status %d, %q and %q are left, %s", format.Name, at, code, left, hidden, stderr.String())
			case interrupted && len(left) == 1 && filepath.Base(left[0]) != "last":
				t.Errorf("%s, interrupted at %d: the second report is there, and not the first", format.Name, at)
			case !interrupted && (code != ExitFindings || len(left) != 2 || at < 2):
				t.Errorf("%s: status %d after %d lines; %q", format.Name, code, at, left)
			}
			cancel()
		}
	}
}

// What was written to standard output before the interruption is no whole document.
func TestInterruptedOutputIsNoWholeDocument(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	l := &interruptingLinter{&fakeLinter{files: 1, findings: []*report.Finding{finding(report.Error), finding(report.Error)}}, 0, cancel}
	var stdout, stderr strings.Builder
	p := &program{stdout: &stdout, stderr: &stderr, directory: t.TempDir(), getenv: func(string) string { return "" }, now: nowForTests, linter: l}
	if code := p.run(ctx, []string{"check", "--format", "json"}); code != ExitInterrupted || strings.Contains(stdout.String(), "}\n") {
		t.Errorf("status %d and %s", code, stdout.String())
	}
}

// process is the program as a process of its own, in a folder with these files.
func process(t *testing.T, files map[string]string, arguments ...string) (c *exec.Cmd, stderr *bytes.Buffer) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("there are no signals")
	}
	program, err := exec.LookPath("hybridlint") // TestMain has put it there
	if err != nil {
		t.Fatal(err)
	}
	c, stderr = exec.Command(program, arguments...), &bytes.Buffer{}
	c.Dir, c.Stderr = folder(t, files), stderr
	return c, stderr
}

// An interrupt ends the program wherever it is, even in a read or a write that would never end.
func TestInterruptEndsWhatWouldNeverEnd(t *testing.T) {
	for name, start := range map[string]func(t *testing.T, c *exec.Cmd){
		"a read": func(t *testing.T, c *exec.Cmd) {
			t.Helper()
			c.Args = append(c.Args, "--log-level", "info", "-")
			in, err := c.StdinPipe()
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { in.Close() })
			c.Stderr = nil
			said, err := c.StderrPipe()
			if err := errors.Join(err, c.Start()); err != nil {
				t.Fatal(err)
			}
			if _, err := said.Read(make([]byte, 1)); err != nil { // it says that it has begun
				t.Fatal(err)
			}
			go io.Copy(io.Discard, said)
		},
		"a write": func(t *testing.T, c *exec.Cmd) {
			t.Helper()
			c.Args = append(c.Args, "--format", "html") // more than a pipe takes
			out, err := c.StdoutPipe()
			if err := errors.Join(err, c.Start()); err != nil {
				t.Fatal(err)
			}
			if _, err := out.Read(make([]byte, 1)); err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			c, _ := process(t, map[string]string{"a.hcl": wellFormed}, "check", "a.hcl", "--report", "json=a.json")
			start(t, c)
			if err := c.Process.Signal(os.Interrupt); err != nil {
				t.Fatal(err)
			}
			var ended *exec.ExitError
			if err := c.Wait(); !errors.As(err, &ended) || ended.ExitCode() != ExitInterrupted {
				t.Errorf("it ended with %v", err)
			}
			if left, _ := os.ReadDir(c.Dir); len(left) != 1 {
				t.Errorf("it left %v", left)
			}
		})
	}
}

// Where nobody reads standard output any more, the run has failed; the other reports are written, and say so.
func TestClosedOutput(t *testing.T) {
	for _, format := range formats.All() {
		t.Run(format.Name, func(t *testing.T) {
			c, stderr := process(t, map[string]string{"a.hcl": wellFormed}, "check", "--format", format.Name, "--report", "sarif=a.sarif")
			read, write, err := os.Pipe()
			if err != nil {
				t.Fatal(err)
			}
			c.Stdout = write
			err = errors.Join(read.Close(), c.Start(), write.Close())
			if err != nil {
				t.Fatal(err)
			}
			var ended *exec.ExitError
			if err := c.Wait(); !errors.As(err, &ended) || ended.ExitCode() != ExitIncomplete {
				t.Errorf("it ended with %v", err)
			}
			if !strings.Contains(stderr.String(), "hybridlint: the output could not be written: write /dev/stdout: broken pipe\n") {
				t.Errorf("it said %q", stderr)
			}
			checkRefusal(t, filepath.Join(c.Dir, "a.sarif"), ExitIncomplete)
		})
	}
}

// A panic has an exit status that is no other's, and says what to report.
func TestPanicIsNoResult(t *testing.T) {
	l := brokenLinter{&fakeLinter{}, true}
	got := runIn(t, l, nil, "check", "--format", "json")
	if got.status != ExitIncomplete || !strings.Contains(got.stderr, "please report it") || !strings.Contains(got.stdout, `"complete": false`) {
		t.Errorf("%+v", got)
	}
	p := &program{stdout: io.Discard, stderr: io.Discard, directory: t.TempDir(), getenv: func(string) string { panic("a mistake") }, now: nowForTests, linter: l}
	if code := p.run(t.Context(), []string{"check"}); code != ExitIncomplete {
		t.Errorf("status %d", code)
	}
}
