package main

import (
	"context"
	"io"
	"time"

	"github.com/rs/zerolog"

	"hybridlint/loader"
	"hybridlint/loader/exports"
	"hybridlint/loader/model"
	"hybridlint/report"
	"hybridlint/report/filter"
)

// linter does the work of the commands. They know nothing of how.
type linter interface {
	// Rules are all rules, by id, those of the user's own among them. An error means that the program itself is broken.
	Rules(ctx context.Context, own ownPolicies) (*knownRules, error)
	// Check reads and evaluates. Whatever goes wrong is among the report's problems; an error means that the program
	// itself is broken.
	Check(ctx context.Context, r request) (*report.Report, error)
	// Compare is Check against a base; errors as those of Check.
	Compare(ctx context.Context, r request, a *against) (*report.Report, error)
	// Test tests rules of the user's own; errors as those of Check.
	Test(ctx context.Context, r testRequest) (*testReport, error)
	// Facts are what rules of a scope can read.
	Facts(scope string) (facts, error)
	// MetadataHelp describes what stands above a rule.
	MetadataHelp() string
}

// request is what is to be checked, and how.
type request struct {
	// Paths are files, folders and "-" for Stdin.
	Paths     []string
	Stdin     io.Reader
	Directory string
	// Exports are files and folders of exports, and Sides say where those come from that do not tell.
	Exports []string
	Sides   []exports.SideOf
	// Lenient accepts rows of exports that were not understood.
	Lenient bool
	// Tree is where Paths are read from; nil for the files of the machine.
	Tree *loader.Tree
	// Notice is told what is no part of the report; nil tells nobody.
	Notice func(string)
	// Log is told how far the check is; the zero Logger tells nobody.
	Log     zerolog.Logger
	Exclude []string
	// Only chooses the findings that are shown; what it names has to exist.
	Only filter.Filter
	// Cases are folders of cases of rules, which are not read.
	Cases []string
	// Settings are what the report says of all of this.
	Settings report.Settings
	// Own are rules of the user's own.
	Own ownPolicies
	// Limits bound what is read.
	Limits limitValues
	// Jobs is the number of workers; 0 one per processor.
	Jobs                 int
	NoMemo, NoFastReader bool
	// After is an open batch: its step and those before it are carried out first. Empty for the configuration as written.
	After string
	// Simulate carries out all steps and compares the states; Batch is the one whose step is shown, empty for all.
	Simulate bool
	Batch    string
	// Plan plans waves; nil plans nothing.
	Plan *planRequest
	// Loaded is told what was read, before the rules are evaluated; nil is told nothing.
	Loaded func(*model.Model, []report.Problem)
	// Declared is told what the files declare, before Loaded; nil is told nothing.
	Declared func(*loader.Declared)
	// Progress is shown meanwhile; nil shows nothing.
	Progress        *progress
	Profiles        []report.Profile
	Enable, Disable []string
	Severities      map[string]report.Severity
	// Exceptions say which exceptions and comments hide findings; their files are named from the folder of SettingsFile.
	Exceptions   exceptionSettings
	SettingsFile string
	// base is what a change is compared with; nil where there is none, or where it is an earlier report.
	base *model.Model
	// Today decides which exceptions have expired.
	Today time.Time
}
