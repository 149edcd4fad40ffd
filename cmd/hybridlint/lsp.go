package main

import (
	"context"
	"errors"
	"io"
	"runtime"
	"runtime/debug"
	"sync/atomic"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

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
	e := &editorSession{program: p, flags: f, given: c.Flags(), keeping: newLinter()}
	e.keeping.keeps = true
	err := lsp.Serve(c.Context(), p.stdin, p.stdout, p.tool.Version, lsp.Linter{
		Check: e.check, Load: e.load, Glance: e.glance, After: e.after, Forget: e.keeping.forget,
	})
	if errors.Is(err, lsp.ErrNoShutdown) && c.Context().Err() == nil {
		return &statusError{ExitFindings, err} // 1 is the protocol's
	}
	return errors.Join(err, c.Context().Err())
}

// editorGC is how much garbage there may be for what is in use, in percent: a server that waits most of its time has more use for
// memory than for time.
const editorGC = 35

// editorSession is the linter of a session.
type editorSession struct {
	program *program
	flags   *checkFlags
	given   *pflag.FlagSet
	keeping *pipeline
	// last is the last check, whose settings the others have: those are asked for one at a time.
	last atomic.Pointer[request]
}

func (e *editorSession) check(ctx context.Context, folder string, tree *loader.Tree, loaded lsp.Loaded) *report.Report {
	p := e.program
	if e.last.Load() != nil && p.getenv("GOGC") == "" { // at the first check the program's start decides
		debug.SetGCPercent(editorGC)
	}
	there := &program{
		stdout: io.Discard, stderr: io.Discard, directory: folder, getenv: p.getenv, now: p.now, linter: e.keeping, tool: p.tool,
		unsavedSettings: unsavedSettings(tree),
	}
	s, known, err := there.loadSettings(ctx, &e.flags.settingFlags, e.given)
	if err != nil {
		return unchecked(err)
	}
	r, err := there.requestOf(e.flags, s, known, nil)
	if err != nil {
		return unchecked(err)
	}
	e.last.Store(&r)
	var declared *loader.Declared
	r.Tree = tree
	r.Declared = func(d *loader.Declared) { declared = d }
	r.Loaded = func(m *model.Model, problems []report.Problem) { loaded(m, declared, problems) }
	checked, err := there.checked(ctx, r, nil)
	if err != nil {
		return unchecked(err)
	}
	return checked
}

// unsavedSettings gives the text of the settings file of the folder, where the editor has one.
func unsavedSettings(tree *loader.Tree) func() ([]byte, bool) {
	texts, ok := tree.FS.(interface {
		Unsaved(name string) (string, bool)
	})
	return func() ([]byte, bool) {
		if !ok {
			return nil, false
		}
		text, open := texts.Unsaved(settingsFileName)
		return []byte(text), open
	}
}

var errNothingChecked = errors.New("nothing was checked yet, or the settings are wrong")

func (e *editorSession) load(ctx context.Context, folder string, tree *loader.Tree, mentioned func(report.Location, string)) (*model.Model, error) {
	r := e.last.Load()
	if r == nil {
		return nil, errNothingChecked
	}
	config, _ := loader.Load(ctx, loader.Options{Paths: r.Paths, Tree: tree, Dir: folder, Exclude: r.Exclude, Cases: r.Cases, Limits: loaderLimits(r.Limits),
		Jobs: runtime.GOMAXPROCS(0), Mentioned: mentioned})
	return config, nil
}

func (e *editorSession) glance(ctx context.Context, files []loader.Document, among *loader.Declared) (*model.Model, []report.Problem) {
	r := e.last.Load()
	if r == nil {
		return nil, nil
	}
	return loader.Load(ctx, loader.Options{Documents: files, Dir: r.Directory, Among: among, Limits: loaderLimits(r.Limits), Jobs: runtime.GOMAXPROCS(0)})
}

func (e *editorSession) after(ctx context.Context, _ string, tree *loader.Tree, batch string) ([]*report.Finding, error) {
	last := e.last.Load()
	if last == nil {
		return nil, errNothingChecked
	}
	r := *last
	r.Tree, r.After = tree, batch
	checked, err := e.keeping.Check(ctx, r)
	if err == nil && !checked.Complete {
		err = errors.New("not everything was understood")
	}
	if err != nil {
		return nil, err
	}
	return checked.Findings, nil
}

// unchecked is the report of a run that could not begin, with what is wrong with the settings.
func unchecked(err error) *report.Report {
	if wrong, ok := errors.AsType[*settingsError](err); ok {
		return &report.Report{Problems: wrong.file.problems, Sources: wrong.file}
	}
	return &report.Report{Problems: []report.Problem{{Severity: report.Error, Summary: "Nothing was checked", Detail: asSentence(err)}}}
}
