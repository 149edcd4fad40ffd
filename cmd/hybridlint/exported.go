package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"

	"hybridlint/loader"
	"hybridlint/loader/exports"
	"hybridlint/loader/sources"
	"hybridlint/report"
)

// exported is what the exports of a request say.
type exported struct {
	documents []loader.Document
	problems  []report.Problem
	// files counts the exports.
	files int
	lines *exports.Lines
	// release lets go of the exports once the documents have been read.
	release func()
}

// readExports reads the exports of a request, if there are any.
func (p *pipeline) readExports(ctx context.Context, r request) (exported, error) {
	if len(r.Exports) == 0 {
		return exported{release: func() {}}, nil
	}
	configuration, problems, err := exports.Import(ctx, exports.Options{Paths: r.Exports, Dir: r.Directory, Sides: r.Sides, Begin: memoryForExports, Progress: r.Progress.stage("reading exports")})
	if err != nil {
		return exported{}, err
	}
	if problem, ok := unused(configuration.Account); ok && len(problems) == 0 {
		problems = append(problems, problem)
	}
	problems = append(problems, accountProblems(configuration.Account)...)
	imported := configuration.Imported()
	return exported{
		documents: imported.Documents, problems: problems, files: configuration.Account.FilesRead(), lines: configuration.Lines, release: imported.Release,
	}, nil
}

// mostLosses is how many rows that were not understood are told one by one.
const mostLosses = 1000

// accountProblems are what an import tells in its account: rows that were not understood are warnings, which --lenient accepts;
// remarks, and files that are no exports, are notes, which leave a run complete.
func accountProblems(a *exports.Account) []report.Problem {
	var problems []report.Problem
	for i, l := range a.Losses {
		if i == mostLosses {
			problems = append(problems, report.Problem{Severity: report.Warning, Summary: "Rows not understood",
				Detail: fmt.Sprintf("%s in all; the command import names each of them.", were(a.Lost(), "row")+" not understood")})
			break
		}
		problems = append(problems, report.Problem{Severity: report.Warning, Summary: "Row not understood", Detail: fmt.Sprintf("This was not understood: %s: %s.", l.What, l.Reason), Location: l.Location()})
	}
	for _, f := range a.Files {
		if f.NotRead != "" && !f.Data {
			problems = append(problems, report.Problem{Severity: report.Note, Summary: "File not read", Detail: asSentence(errors.New(f.Name + ": " + f.NotRead)), Location: report.Location{}})
		}
	}
	for _, remark := range a.Remarks {
		problems = append(problems, report.Problem{Severity: report.Note, Summary: "Remark about the exports", Detail: remark})
	}
	return problems
}

// incompleteBy tells whether problems keep a run from being complete: notes do not.
func incompleteBy(problems []report.Problem) bool {
	return slices.ContainsFunc(problems, func(p report.Problem) bool { return p.Severity >= report.Warning })
}

// unused finds that nothing in the exports was of any use: then nothing is checked, which is no clean result.
func unused(a *exports.Account) (report.Problem, bool) {
	read := 0
	for _, t := range a.Tallies {
		if read += t.Read; t.Used > 0 {
			return report.Problem{}, false
		}
	}
	detail := "The exports hold no rows. Was the cmdlet run with the right permissions?"
	if read > 0 {
		detail = fmt.Sprintf("None of the %s of the exports could be used; the command import says why.", counted(read, "row"))
	}
	return report.Problem{Severity: report.Error, Summary: "Nothing imported", Detail: detail}, true
}

// joinedSources are the files of a configuration and the exports that were read beside it.
type joinedSources struct {
	configuration *sources.Sources
	exports       *exports.Lines
}

var _ report.WholeSources = joinedSources{}

// Line implements report.Sources.
func (s joinedSources) Line(file string, line int) (string, bool) {
	if s.exports.Has(file) {
		return s.exports.Line(file, line)
	}
	return s.configuration.Line(file, line)
}

// Text implements report.WholeSources.
func (s joinedSources) Text(file string) iter.Seq[[]byte] {
	if s.exports.Has(file) {
		return nil
	}
	return s.configuration.Text(file)
}

// ASCII implements report.WholeSources.
func (s joinedSources) ASCII(file string, line int) bool {
	return !s.exports.Has(file) && s.configuration.ASCII(file, line)
}

// ByteOrderMark implements report.Sources.
func (s joinedSources) ByteOrderMark(file string) bool {
	if s.exports.Has(file) {
		return s.exports.ByteOrderMark(file)
	}
	return s.configuration.ByteOrderMark(file)
}

// Changed names the files that were changed after they had been read.
func (s joinedSources) Changed() []string {
	changed := s.configuration.Changed()
	if s.exports != nil {
		changed = append(changed, s.exports.Changed()...)
	}
	slices.Sort(changed)
	return changed
}

// Close closes the file that is open, if one is.
func (s joinedSources) Close() error { return s.configuration.Close() }
