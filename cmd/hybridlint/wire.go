package main

import (
	"context"
	"errors"

	"hybridlint/report"
)

// newLinter wires the loader and the policies together.
func newLinter() linter { return notWired{} }

type notWired struct{}

func (notWired) Rules() ([]*report.Rule, error) { return nil, errors.New("not wired yet") }
func (notWired) Check(context.Context, request) (*report.Report, error) {
	return nil, errors.New("not wired yet")
}
