package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"hybridlint/report/visible"

	"github.com/sourcegraph/conc/panics"
	"github.com/spf13/cobra"

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
	// unsavedSettings gives the settings file of the folder as an editor has it; nil where there is no editor.
	unsavedSettings func() (text []byte, open bool)

	// writing is held while files are written, so that an interrupted program ends between two of them.
	writing sync.Mutex
	// interrupted makes sure that this is said once.
	interrupted sync.Once
	// progress is what is shown, if anything is.
	progress atomic.Pointer[progress]
}

// newProgram is the program in the surroundings of its process.
func newProgram(stdin io.Reader, stdout, stderr io.Writer) *program {
	collectLate(os.Getenv)
	return &program{
		stdin: stdin, stdout: stdout, stderr: stderr, directory: ".", getenv: os.Getenv, now: time.Now,
		linter: newLinter(), tool: toolOf(readBuild()),
	}
}

// run takes the arguments behind the program's name and gives the exit status.
func (p *program) run(ctx context.Context, arguments []string) int {
	root := p.rootCommand()
	root.SetArgs(append([]string{}, arguments...)) // nil would be the arguments of the process
	root.SetIn(p.stdin)
	root.SetOut(p.stdout)
	root.SetErr(visible.Log(p.stderr))
	var command *cobra.Command
	err := p.recovered(func() (err error) {
		command, err = root.ExecuteContextC(ctx)
		return err
	})
	code := statusOf(ctx, err)
	switch known := (*statusError)(nil); {
	case err == nil:
	case code == ExitInterrupted:
		p.sayInterrupted()
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

// recovered does something whose panic is an error of this program and must not be mistaken for any other end of it.
func (p *program) recovered(work func() error) (err error) {
	if caught := panics.Try(func() { err = work() }); caught != nil {
		p.say("internal error; please report it with what follows\n" + strings.TrimSpace(caught.String()))
		return incomplete(fmt.Errorf("internal error: %v", caught.Value))
	}
	return err
}

// say tells the user something that is no part of a report. Where standard error is gone, there is nobody left to tell.
func (p *program) say(text string) {
	lead := "hybridlint: "
	for line := range strings.SplitSeq(text, "\n") {
		_, _ = fmt.Fprintf(p.stderr, "%s%s\n", lead, visible.Text(line))
		lead = "  "
	}
}
