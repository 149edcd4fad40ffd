package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"hybridlint/report"
)

// program is what the commands work with: where they read and write, where and when they are, and who does the work.
type program struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	// directory is the working directory.
	directory string
	getenv    func(string) string
	now       func() time.Time
	linter    linter
	tool      report.Tool
}

// run is the program: it takes the arguments behind the program's name and gives the exit status.
func run(ctx context.Context, arguments []string, stdin io.Reader, stdout, stderr io.Writer) int {
	l := newLinter()
	l.collector = startCollector(os.Getenv)
	p := &program{
		stdin: stdin, stdout: stdout, stderr: stderr, directory: ".", getenv: os.Getenv, now: time.Now,
		linter: l, tool: toolOf(readBuild()),
	}
	return p.run(ctx, arguments)
}

func (p *program) run(ctx context.Context, arguments []string) int {
	root := p.rootCommand()
	root.SetArgs(append([]string{}, arguments...)) // nil would be the arguments of the process
	root.SetIn(p.stdin)
	root.SetOut(p.stdout)
	root.SetErr(p.stderr)
	command, err := root.ExecuteContextC(ctx)
	code := statusOf(ctx, err)
	switch known := (*statusError)(nil); {
	case err == nil:
	case code == ExitInterrupted:
		p.say("interrupted; there is no report")
	case errors.As(err, &known):
		if known.err != nil {
			p.say(known.err.Error())
		}
	default:
		p.say(err.Error())
		_, _ = fmt.Fprintf(p.stderr, "%s --help tells more.\n", cmp.Or(command.CommandPath(), root.Name()))
	}
	return code
}

// say tells the user something that is no part of a report. Where standard error is gone, there is nobody left to tell.
func (p *program) say(text string) {
	lead := "hybridlint: "
	for line := range strings.SplitSeq(text, "\n") {
		_, _ = fmt.Fprintf(p.stderr, "%s%s\n", lead, report.Visible(line))
		lead = "  "
	}
}
