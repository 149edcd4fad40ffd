package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"hybridlint/loader"
	"hybridlint/loader/revision"
	"hybridlint/report"
	"hybridlint/report/compare"
)

// baseFlags say what a run is compared with, and how much of what is the same is shown.
type baseFlags struct {
	base, baseline string
	showUnchanged  bool
	showChanges    bool
}

func (f *baseFlags) add(c *cobra.Command) {
	flags := c.Flags()
	flags.StringVar(&f.base, "base", "", "judge what is new or worse since this revision of Git: a branch, a tag, a commit; the state at its merge base with HEAD counts")
	flags.StringVar(&f.baseline, "baseline", "", "judge what is new or worse since this earlier report (json, sarif), or this folder with an earlier configuration or, with --from, export")
	flags.BoolVar(&f.showUnchanged, "show-unchanged", false, "with --base or --baseline: show what is not new as well")
	flags.BoolVar(&f.showChanges, "show-changes", false, "with --base or --baseline: list which declarations are different")
	c.MarkFlagsMutuallyExclusive("base", "baseline")
}

// against is what a run is compared with.
type against struct {
	base report.Base
	// revision is where the base comes from Git, and tree are its files; nil elsewhere.
	revision *revision.Base
	tree     *loader.Tree
	// folder is that of an earlier configuration or export; empty elsewhere.
	folder string
	// earlier is what an earlier report has found; nil elsewhere.
	earlier *compare.Base
	// next is the run as the change's own settings and rules would have it; nil where they are those of the base.
	next *request
	// relaxed is how these differ.
	relaxed []report.Relaxed
}

// against finds what is to be compared with; nil where nothing is.
func (p *program) against(f *baseFlags, check *checkFlags, paths []string) (*against, error) {
	switch {
	case f.base == "" && f.baseline == "":
		if f.showUnchanged || f.showChanges {
			return nil, errors.New("--show-unchanged and --show-changes compare with something: --base REVISION or --baseline FILE")
		}
		return nil, nil
	case f.base != "":
		return p.againstRevision(f.base, check, paths)
	default:
		return p.againstBaseline(f.baseline)
	}
}

func (p *program) againstRevision(name string, check *checkFlags, paths []string) (*against, error) {
	if len(check.from) > 0 {
		return nil, errors.New("--base compares files of a repository and not exports; compare those with --baseline FOLDER, the exports of before")
	}
	if slices.Contains(paths, "-") {
		return nil, errors.New("standard input is in no revision, so --base has nothing to compare it with")
	}
	repository, err := revision.Open(p.directory)
	if err != nil {
		return nil, fmt.Errorf("--base: %w", err)
	}
	base, err := repository.Base(name)
	if err != nil {
		return nil, fmt.Errorf("--base: %w", err)
	}
	tree := &loader.Tree{FS: base.FS(), Top: base.Top}
	for _, path := range paths {
		if _, _, err := tree.Below(p.directory, path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("--base: %w", err)
		}
	}
	return &against{base: report.Base{Revision: base.Revision, Others: base.Others}, revision: base, tree: tree}, nil
}

func (p *program) againstBaseline(name string) (*against, error) {
	a := &against{base: report.Base{File: filepath.ToSlash(name)}}
	info, err := loader.Stat(p.directory, name)
	if err != nil {
		return nil, fmt.Errorf("--baseline %s cannot be read: %s", name, loader.Reason(err))
	}
	if info.IsDir() {
		a.folder = name
		return a, nil
	}
	file, err := loader.Open(p.directory, name)
	if err != nil {
		return nil, fmt.Errorf("--baseline %s cannot be read: %s", name, loader.Reason(err))
	}
	defer file.Close()
	const largest = 1 << 30
	earlier, err := compare.ReadReport(io.LimitReader(file, largest))
	if incompleteReport := (compare.IncompleteError{}); errors.As(err, &incompleteReport) {
		return nil, incomplete(fmt.Errorf("--baseline %s: %w", name, err))
	}
	if err != nil {
		return nil, fmt.Errorf("--baseline %s: %w", name, err)
	}
	a.earlier = earlier
	return a, nil
}

// missing is what could not be read of the base, which is no result of any kind; nil where everything could.
func (a *against) missing() error {
	if a == nil || a.revision == nil || a.revision.Missing() == nil {
		return nil
	}
	return fmt.Errorf("--base: %w", a.revision.Missing())
}

// was are the files that settings and rules are read from; nil for those of the machine.
func (a *against) was() *loader.Tree {
	if a == nil {
		return nil
	}
	return a.tree
}

// guarded tells whether a file is one of the repository, so that the change could have brought it: by its name, or by what a
// link leads to. name is where it is looked up.
func guarded(tree *loader.Tree, directory, file string) (name string, inside bool) {
	if tree == nil {
		return file, false
	}
	if !outside(tree, directory, file) {
		return file, true
	}
	top, err := filepath.EvalSymlinks(tree.Top)
	if err != nil {
		return file, false
	}
	resolved, err := filepath.EvalSymlinks(loader.Absolute(directory, file))
	if err != nil {
		return file, false
	}
	if relative, err := filepath.Rel(top, resolved); err == nil && filepath.IsLocal(relative) {
		return filepath.Join(tree.Top, relative), true
	}
	return file, false
}

// outside tells that a path, as it is written, leads out of a tree.
func outside(tree *loader.Tree, directory, path string) bool {
	relative, err := filepath.Rel(tree.Top, loader.Absolute(directory, path))
	return err != nil || !filepath.IsLocal(relative)
}

// readGuarded reads at most so many bytes of a file of the tree.
func readGuarded(tree *loader.Tree, directory, file string, limit int64) ([]byte, error) {
	below, name, err := tree.Below(directory, file)
	if err != nil {
		return nil, err
	}
	f, err := below.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, limit))
}

// findSettingsWas is the settings file that was nearest: in the tree, then above it.
func findSettingsWas(tree *loader.Tree, directory string) (string, error) {
	folder, err := filepath.Abs(directory)
	if err != nil {
		return "", err
	}
	for !outside(tree, "", folder) {
		file := filepath.Join(folder, settingsFileName)
		below, name, err := tree.Below(tree.Top, file)
		if err == nil {
			if _, err = fs.Stat(below, name); err == nil || !errors.Is(err, fs.ErrNotExist) {
				return relativeTo(directory, file), nil
			}
		}
		folder = filepath.Dir(folder)
	}
	above, err := findSettings(folder)
	if err != nil || above == "" {
		return "", err
	}
	return relativeTo(directory, filepath.Join(folder, filepath.FromSlash(above))), nil
}

// openGuarded opens the settings file of the tree.
func (p *program) openGuarded(file, name string, tree *loader.Tree) (*settingsFile, error) {
	source, err := readGuarded(tree, p.directory, name, maxSettingsSize+1)
	if errors.Is(err, fs.ErrNotExist) {
		return &settingsFile{settings: defaultSettings()}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("the settings file %s of the base cannot be read: %s", filepath.ToSlash(file), loader.Reason(err))
	}
	return newSettingsFile(filepath.ToSlash(file), source), nil
}

// dropMissing leaves out the folders with rules that the tree does not have: what the base has not, there is none of.
func (s *settings) dropMissing(p *program) {
	if s.tree == nil {
		return
	}
	s.policies = slices.DeleteFunc(s.policies, func(folder sourced[string]) bool {
		name, inside := guarded(s.tree, p.directory, folder.value)
		if !inside {
			return false
		}
		below, name, err := s.tree.Below(p.directory, name)
		if err == nil {
			_, err = fs.Stat(below, name)
		}
		return errors.Is(err, fs.ErrNotExist)
	})
}
