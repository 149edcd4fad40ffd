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

	"github.com/spf13/cobra"

	"hybridlint/report/filter"
	"hybridlint/report/scripts"
	"hybridlint/report/text"
	"hybridlint/report/visible"
	"hybridlint/report/wording"
)

const aboutFix = `Writes what the findings ask for into a folder: a script for PowerShell for every place in which something is to be
changed - Exchange Online, and Exchange and Active Directory of each forest -, a script that takes each of them back, and
checklist.md with the order, with what is done in wizards and in Outlook, and with what has to be looked up first. A script leaves alone what is as wanted already, saves what was there, and asks before what cannot be taken
back; -WhatIf says what it would do. What is read is what check reads, and where that was not complete, nothing is written.
The exit code is that of check.

--write changes the configuration itself, where a rule has another value for what is declared: where that is the whole fix,
and nothing else is found for it. Nothing else in a file changes, comments and blanks stay. --diff shows it and writes
nothing. The exit code of --write is that of check afterwards.`

const fixExamples = `  hybridlint fix --out fixes
  hybridlint fix --from exports --out fixes --only 'rule=HYB2*' --only batch=wave-3
  hybridlint fix --base origin/main --only change=new --out fixes
  hybridlint fix --write --diff
  hybridlint fix --write --only rule=HYB206`

// fixFlags are those of check that choose findings, and where the fixes go.
type fixFlags struct {
	checkFlags
	out         string
	write, diff bool
}

func (p *program) fixCommand() *cobra.Command {
	var f fixFlags
	c := &cobra.Command{
		Use:     "fix [PATH...]",
		Short:   "Write scripts and a checklist that carry the fixes out",
		Long:    aboutFix,
		Example: fixExamples,
		RunE:    func(c *cobra.Command, paths []string) error { return p.fix(c, &f, paths) },
	}
	f.settingFlags.add(c)
	f.exportFlags.add(c)
	f.baseFlags.add(c)
	f.onlyFlag.add(c)
	f.runFlags(c)
	c.Flags().StringVarP(&f.out, "out", "o", "", "the folder for the scripts; it is made where there is none")
	c.Flags().BoolVar(&f.write, "write", false, "change the files of the configuration where that is the whole fix")
	c.Flags().BoolVar(&f.diff, "diff", false, "with --write: show what would change, and write nothing")
	c.MarkFlagsMutuallyExclusive("out", "write")
	c.MarkFlagsMutuallyExclusive("out", "diff")
	return c
}

// fix checks, and carries the findings over to files.
func (p *program) fix(c *cobra.Command, f *fixFlags, paths []string) error {
	switch {
	case f.diff && !f.write:
		return errors.New("--diff shows what --write would change; give both")
	case f.out == "" && !f.write:
		return errors.New("fix needs --out, the folder for the scripts, or --write")
	}
	run, err := p.prepare(c, &f.checkFlags, paths)
	if err != nil {
		return err
	}
	only := run.only
	if f.write {
		run.only = filter.Filter{} // what is left out is looked at all the same
	}
	checked, code, err := p.carryOut(c.Context(), run)
	if err != nil {
		return err
	}
	if code == ExitIncomplete {
		if err := text.WriteProblems(p.stderr, checked.Problems, checked.Sources, false); err != nil {
			return incomplete(err)
		}
		return incomplete(errors.New("the run was not complete, so no fix was written"))
	}
	if f.write {
		run.only = only
		return p.writeEdits(c.Context(), run, checked, code, f.diff)
	}
	files := scripts.Files(checked)
	if err := p.writeScripts(c.Context(), f.out, files); err != nil {
		return incomplete(err)
	}
	if _, err := io.WriteString(p.stdout, writtenScripts(f.out, files)); err != nil {
		return incomplete(err)
	}
	return status(code)
}

// writtenScripts says what lies in the folder now, and what is to be done with it.
func writtenScripts(folder string, files []scripts.File) string {
	var b strings.Builder
	in := func(name string) string { return visible.Text(filepath.ToSlash(filepath.Join(folder, name))) }
	written, tasks := 0, 0
	for _, f := range files {
		switch {
		case f.Name == scripts.Checklist:
			tasks = f.Steps
		case f.Place != "":
			written++
			fmt.Fprintf(&b, "%s: %s in %s", in(f.Name), wording.Count(f.Steps, "step"), f.Place)
			if f.ByHand > 0 {
				fmt.Fprintf(&b, ", and %d to complete by hand", f.ByHand)
			}
			b.WriteByte('\n')
		}
	}
	fmt.Fprintf(&b, "%s: ", in(scripts.Checklist))
	switch {
	case written > 0:
		fmt.Fprintf(&b, "begin here; the order, and %s that no script does. Run each script with -WhatIf first.\n", wording.Count(tasks, "task"))
	case tasks > 0:
		fmt.Fprintf(&b, "%s that no script does.\n", wording.Count(tasks, "task"))
	default:
		b.WriteString("nothing is to be done.\n")
	}
	return b.String()
}

// writeScripts writes files into a folder, and removes the scripts of an earlier run that this one does not write: they are about
// findings that are gone.
func (p *program) writeScripts(ctx context.Context, out string, files []scripts.File) error {
	p.writing.Lock()
	defer p.writing.Unlock()
	folder, err := makeFolder(p.directory, out)
	if err != nil {
		return err
	}
	defer folder.Close()
	for _, file := range files {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err := writeBelow(folder, file.Name, func(w io.Writer) error { _, err := io.WriteString(w, file.Text); return err }); err != nil {
			return err
		}
	}
	return removeEarlier(folder, files)
}

func removeEarlier(folder *os.Root, files []scripts.File) error {
	names, err := fs.Glob(folder.FS(), "*.ps1")
	if err != nil {
		return err
	}
	for _, name := range names {
		if slices.ContainsFunc(files, func(f scripts.File) bool { return f.Name == name }) {
			continue
		}
		written, err := folder.Open(name)
		if err != nil {
			return err
		}
		beginning := make([]byte, len(scripts.Mark))
		n, _ := io.ReadFull(written, beginning)
		if err := written.Close(); err != nil {
			return err
		}
		if strings.HasPrefix(string(beginning[:n]), scripts.Mark) {
			if err := folder.Remove(name); err != nil {
				return err
			}
		}
	}
	return nil
}
