package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"hybridlint/report/formats"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"hybridlint/loader"
	"hybridlint/report"
)

// reportFlags are the flags that say which reports a run writes, and where to.
type reportFlags struct {
	format, output string
	color          string
	quiet, summary bool
	showSuppressed bool
	further        []string
	// formats are those to choose from; all formats of check where it is nil.
	formats []report.Format
	runFlags
}

func (f *reportFlags) add(c *cobra.Command) {
	flags := c.Flags()
	flags.StringVar(&f.format, "format", "text", list(f.names()))
	flags.StringVarP(&f.output, "output", "o", "", "write the report to this file, at once or not at all; - is standard output")
	flags.StringArrayVar(&f.further, "report", nil, "write another report, as FORMAT=FILE; may be repeated")
	addColorFlag(c, &f.color)
	flags.BoolVarP(&f.quiet, "quiet", "q", false, "nothing but findings and problems")
	flags.BoolVar(&f.summary, "summary", false, "in text, show what the findings come to and not the findings")
	flags.BoolVar(&f.showSuppressed, "show-suppressed", false, "show what exceptions and comments suppress")
	f.runFlags.add(c)
	complete(c, "format", f.names())
	completeReport(c, f.names())
}

// completeReport offers the formats to a shell, which goes on with the names of files.
func completeReport(c *cobra.Command, names []string) {
	err := c.RegisterFlagCompletionFunc("report", func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		if strings.Contains(typed, "=") {
			return nil, cobra.ShellCompDirectiveDefault
		}
		var all []string
		for _, name := range names {
			all = append(all, name+"=")
		}
		return all, cobra.ShellCompDirectiveNoSpace | cobra.ShellCompDirectiveNoFileComp
	})
	if err != nil {
		panic(err) // the flag does not exist: a mistake of the programmer
	}
}

// target is one report of a run.
type target struct {
	format report.Format
	// file is where it goes; empty or "-" is standard output.
	file    string
	options report.Options
}

// targets are the reports that were asked for, the one of --format first.
func (p *program) targets(f *reportFlags, given *pflag.FlagSet, fold int) ([]target, error) {
	first, err := f.named(f.format)
	if err != nil {
		return nil, err
	}
	sarif, err := p.sarifOptions(&f.runFlags, given)
	if err != nil {
		return nil, err
	}
	all := []target{{format: first, file: f.output}}
	for _, word := range f.further {
		t, err := f.target(word)
		if err != nil {
			return nil, err
		}
		all = append(all, t)
	}
	if err := p.checkFiles(all); err != nil {
		return nil, err
	}
	for i := range all {
		painted, err := p.paints(f.color, p.stdout)
		if err != nil {
			return nil, err
		}
		if f.color == "auto" && !onStandardOutput(all[i].file) {
			painted = false
		}
		all[i].options = report.Options{Summary: f.summary, Fold: fold, Color: painted, Quiet: f.quiet, ShowSuppressed: f.showSuppressed, SARIF: sarif, Notice: p.say}
		if onStandardOutput(all[i].file) {
			p.fitTerminal(&all[i].options)
		}
	}
	return all, nil
}

// fitTerminal lets a report be as wide as the terminal that it is for, and link its places where that shows links.
func (p *program) fitTerminal(o *report.Options) {
	o.Width = terminalWidth(p.stdout)
	if o.Color && isTerminal(p.stdout) && p.hyperlinks() {
		o.Folder = folderURI(loader.Absolute(p.directory, ""))
	}
}

func (f *reportFlags) target(word string) (target, error) {
	name, file, ok := strings.Cut(word, "=")
	if !ok || file == "" {
		return target{}, fmt.Errorf("--report is a format and a file, like sarif=hybridlint.sarif, and not %q", word)
	}
	if onStandardOutput(file) {
		return target{}, fmt.Errorf("--report %s=%s: standard output has the report of --format", name, file)
	}
	format, err := f.named(name)
	if err != nil {
		return target{}, fmt.Errorf("--report: %w", err)
	}
	return target{format: format, file: file}, nil
}

// checkFiles makes sure that no report replaces another one.
func (p *program) checkFiles(all []target) error {
	seen := map[string]bool{}
	for _, t := range all {
		if onStandardOutput(t.file) {
			continue
		}
		file := filepath.Clean(p.inDirectory(t.file))
		if seen[file] {
			return fmt.Errorf("two reports go to %s; each needs a file of its own", t.file)
		}
		seen[file] = true
	}
	return nil
}

// writeAll writes every report. One that cannot be written does not keep the others from being written, but they say so.
func (p *program) writeAll(ctx context.Context, targets []target, r *report.Report, code int) error {
	done, failed := p.writeEach(ctx, targets, r, code)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if len(failed) == 0 {
		return nil
	}
	err := errors.Join(failed...)
	r.Complete = false
	r.Problems = append(r.Problems, report.Problem{Severity: report.Error, Summary: "A report could not be written", Detail: err.Error() + "."})
	_, again := p.writeEach(ctx, slices.DeleteFunc(done, p.gone), r, ExitIncomplete)
	return written(errors.Join(append(failed, again...)...))
}

// gone tells whether what was written can no longer be written differently.
func (p *program) gone(t target) bool {
	info, err := os.Stat(p.inDirectory(t.file))
	return onStandardOutput(t.file) || err != nil || !info.Mode().IsRegular()
}

// writeEach tells which reports it has written, and why not the others.
func (p *program) writeEach(ctx context.Context, targets []target, r *report.Report, code int) (done []target, failed []error) {
	for _, t := range targets {
		t.options.Exit = report.Exit{Code: code, Description: exitMeanings()[code]}
		err := p.write(t.file, func(w io.Writer) error {
			err := p.recovered(func() error { return t.format.Writer.Write(interruptible{ctx, w}, r, t.options) })
			return errors.Join(err, ctx.Err()) // what was interrupted is no report
		})
		if err == nil {
			done = append(done, t)
		} else {
			failed = append(failed, because(t.file, err))
		}
	}
	return done, failed
}

// because says why a report could not be written, by the name that it was given and not by that of a file beside it.
func because(file string, err error) error {
	if onStandardOutput(file) {
		return err
	}
	var at *fs.PathError
	var moved *os.LinkError
	switch {
	case errors.As(err, &at) && strings.Contains(at.Err.Error(), "escapes"):
		return fmt.Errorf("%s: a link leads out of the working directory, and nothing is written through one", file)
	case errors.As(err, &at):
		return fmt.Errorf("%s: %w", file, at.Err)
	case errors.As(err, &moved):
		return fmt.Errorf("%s: %w", file, moved.Err)
	default:
		return err
	}
}

func (f *reportFlags) named(name string) (report.Format, error) {
	for _, known := range f.all() {
		if known.Name == name {
			return known, nil
		}
	}
	return report.Format{}, unknown("format", name, f.names())
}

func (f *reportFlags) all() []report.Format {
	if f.formats != nil {
		return f.formats
	}
	return formats.All()
}

func (f *reportFlags) names() []string {
	var names []string
	for _, known := range f.all() {
		names = append(names, known.Name)
	}
	return names
}

func formatNames() []string {
	var names []string
	for _, f := range formats.All() {
		names = append(names, f.Name)
	}
	return names
}
