package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
)

// The exit statuses. "Could not run" and "found something" are never the same one.
const (
	// ExitClean: everything was checked, and nothing was found at or above the level that fails.
	ExitClean = 0
	// ExitFindings: everything was checked, and something was found at or above the level that fails.
	ExitFindings = 1
	// ExitUsage: a wrong command line or wrong settings; nothing was checked.
	ExitUsage = 2
	// ExitIncomplete: something could not be read, evaluated or written. It wins over ExitFindings: what was found is
	// reported all the same.
	ExitIncomplete = 3
	// ExitInterrupted: the run was interrupted, and there is no report.
	ExitInterrupted = 130
)

// exitMeanings says what the statuses mean, in the words of a report and of the help.
func exitMeanings() map[int]string {
	return map[int]string{
		ExitClean:       "Nothing was found at or above the level that fails.",
		ExitFindings:    "Something was found at or above the level that fails.",
		ExitUsage:       "The command line or the settings are wrong; nothing was checked.",
		ExitIncomplete:  "The run was not complete: unreadable or invalid input, no file, no rule, a rule that failed, or a report that could not be written.",
		ExitInterrupted: "The run was interrupted.",
	}
}

func exitCodesHelp() string {
	var b strings.Builder
	for _, code := range []int{ExitClean, ExitFindings, ExitUsage, ExitIncomplete, ExitInterrupted} {
		fmt.Fprintf(&b, "%4d  %s\n", code, exitMeanings()[code])
	}
	b.WriteString("\nThe level that fails is an error; --fail-on and the setting fail_on change it. 3 wins over 1, and whatever was\nfound is reported all the same.\n")
	return b.String()
}

// statusError ends the program with a status of its own. Its error, if there is one, is still to be said.
type statusError struct {
	status int
	err    error
}

func (e *statusError) Error() string {
	if e.err == nil {
		return exitMeanings()[e.status]
	}
	return e.err.Error()
}

func (e *statusError) Unwrap() error { return e.err }

// status ends the program without another word.
func status(code int) error {
	if code == ExitClean {
		return nil
	}
	return &statusError{status: code}
}

// incomplete is a failure to do what was asked for rightly.
func incomplete(err error) error { return &statusError{ExitIncomplete, err} }

// statusOf is the exit status for what a command returned: what is not known better is wrong usage.
func statusOf(ctx context.Context, err error) int {
	var known *statusError
	switch {
	case err == nil:
		return ExitClean
	case ctx.Err() != nil && errors.Is(err, ctx.Err()):
		return ExitInterrupted
	case errors.As(err, &known):
		return known.status
	case ctx.Err() != nil:
		return ExitInterrupted
	default:
		return ExitUsage
	}
}
