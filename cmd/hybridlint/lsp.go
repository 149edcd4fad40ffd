package main

import (
	"context"
	"errors"
	"io"
	"runtime"
	"sync/atomic"

	"github.com/spf13/cobra"

	"hybridlint/cmd/hybridlint/lsp"
	"hybridlint/loader"
	"hybridlint/loader/model"
	"hybridlint/report"
)

const aboutLSP = `Serves an editor on standard input and output, in the Language Server Protocol. All *.hcl files below the folder that the editor
has open are one configuration, with the text of open files as it stands in the editor, and the settings file is read as by check. The page
.editors/README.md says how editors are set up. The program ends with 0 after shutdown and exit, and with 1 where the editor just goes away.`

func (p *program) lspCommand() *cobra.Command {
	var f checkFlags
	c := &cobra.Command{
		Use:   "lsp",
		Short: "Serve an editor: problems, findings, completion, fixes",
		Long:  aboutLSP,
		Args:  noArguments,
		RunE:  func(c *cobra.Command, _ []string) error { return p.serve(c, &f) },
	}
	f.settingFlags.add(c)
	return c
}

func (p *program) serve(c *cobra.Command, f *checkFlags) error {
	keeping := newLinter()
	keeping.keeps = true
	var last atomic.Pointer[request]
	check := func(ctx context.Context, folder string, tree *loader.Tree, loaded func(*model.Model, []report.Problem)) *report.Report {
		there := &program{stdout: io.Discard, stderr: io.Discard, directory: folder, getenv: p.getenv, now: p.now, linter: keeping, tool: p.tool}
		s, known, err := there.loadSettings(ctx, &f.settingFlags, c.Flags())
		if err != nil {
			return unchecked(err)
		}
		r, err := there.requestOf(f, s, known, nil)
		if err != nil {
			return unchecked(err)
		}
		r.Tree, r.Loaded = tree, loaded
		last.Store(&r)
		checked, err := there.checked(ctx, r, nil)
		if err != nil {
			return unchecked(err)
		}
		return checked
	}
	// load reads with the settings of the last check: those are asked for one at a time.
	load := func(ctx context.Context, folder string, tree *loader.Tree, mentioned func(report.Location, string)) (*model.Model, error) {
		r := last.Load()
		if r == nil {
			return nil, errors.New("nothing was checked yet, or the settings are wrong")
		}
		config, _ := loader.Load(ctx, loader.Options{Paths: r.Paths, Tree: tree, Dir: folder, Exclude: r.Exclude, Cases: r.Cases, Limits: loaderLimits(r.Limits),
			Jobs: runtime.GOMAXPROCS(0), Mentioned: mentioned})
		return config, nil
	}
	err := lsp.Serve(c.Context(), p.stdin, p.stdout, p.tool.Version, lsp.Linter{Check: check, Load: load})
	if errors.Is(err, lsp.ErrNoShutdown) && c.Context().Err() == nil {
		return &statusError{ExitFindings, err} // 1 is the protocol's
	}
	return errors.Join(err, c.Context().Err())
}

// unchecked is the report of a run that could not begin, with what is wrong with the settings.
func unchecked(err error) *report.Report {
	if wrong, ok := errors.AsType[*settingsError](err); ok {
		return &report.Report{Problems: wrong.file.problems, Sources: wrong.file}
	}
	return &report.Report{Problems: []report.Problem{{Severity: report.Error, Summary: "Nothing was checked", Detail: asSentence(err)}}}
}
