package loader

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"hybridlint/loader/sources"
)

// Tree are files that are read in place of those of the machine: a working tree as it was in a revision. What was not there is
// nothing, and no problem: the files have come since.
type Tree struct {
	// FS follows links to what is inside, and to nothing else; fs.Sub gives a folder of which the same is true.
	FS fs.FS
	// Top is the absolute path of the folder that FS stands for.
	Top string
}

// Below gives the files of a folder, and the name of a path in there, relative to the working directory dir. A path that does
// not leave the working directory is looked up in that, out of which no link leads. A path outside of the tree is an error.
func (t *Tree) Below(dir, path string) (fs.FS, string, error) {
	absolute, dir := Absolute(dir, path), Absolute(dir, "")
	if name, err := filepath.Rel(dir, absolute); err == nil && filepath.IsLocal(name) {
		if base, err := filepath.Rel(t.Top, dir); err == nil && filepath.IsLocal(base) {
			below, err := fs.Sub(t.FS, filepath.ToSlash(base))
			return below, filepath.ToSlash(name), err
		}
	}
	name, err := filepath.Rel(t.Top, absolute)
	if err != nil || !filepath.IsLocal(name) {
		return nil, "", fmt.Errorf("%q is outside of %s, whose revision is read", path, t.Top)
	}
	return t.FS, filepath.ToSlash(name), nil
}

// fileSystem is where paths lead.
type fileSystem interface {
	// stat describes what a path leads to.
	stat(path string) (fs.FileInfo, error)
	// open opens a regular file.
	open(path string) (sources.Text, error)
	// folder opens a folder, out of which no link leads.
	folder(path string) (folder, error)
	// identity is the same for two paths to the same file.
	identity(absolute string) string
	// mayBeMissing tells that what is not there is no problem.
	mayBeMissing() bool
}

// folder is an open folder; names in it have "/" between their parts.
type folder interface {
	FS() fs.FS
	Stat(name string) (fs.FileInfo, error)
	open(name string) (sources.Text, error)
}

func fileSystemOf(dir string, tree *Tree) fileSystem {
	if tree == nil {
		return machine{dir}
	}
	return was{dir, tree}
}

// machine are the files of the machine, from a working directory.
type machine struct{ dir string }

func (m machine) stat(path string) (fs.FileInfo, error)  { return Stat(m.dir, path) }
func (m machine) open(path string) (sources.Text, error) { return opened(Open(m.dir, path)) }
func (m machine) identity(absolute string) string        { return realPath(absolute) }
func (m machine) mayBeMissing() bool                     { return false }

func (m machine) folder(path string) (folder, error) {
	root, err := OpenFolder(m.dir, path)
	if err != nil {
		return nil, err
	}
	return machineFolder{root}, nil
}

type machineFolder struct{ root *os.Root }

func (f machineFolder) FS() fs.FS { return f.root.FS() }

func (f machineFolder) Stat(name string) (fs.FileInfo, error) {
	return f.root.Stat(filepath.FromSlash(name))
}

func (f machineFolder) open(name string) (sources.Text, error) {
	return opened(OpenInside(f.root, name))
}

// was are the files of a tree, from a working directory.
type was struct {
	dir  string
	tree *Tree
}

func (w was) mayBeMissing() bool { return true }

func (w was) identity(absolute string) string { return absolute }

func (w was) stat(path string) (fs.FileInfo, error) {
	below, name, err := w.tree.Below(w.dir, path)
	if err != nil {
		return nil, err
	}
	return fs.Stat(below, name)
}

func (w was) open(path string) (sources.Text, error) {
	below, name, err := w.tree.Below(w.dir, path)
	if err != nil {
		return nil, err
	}
	return openedIn(below, name)
}

func (w was) folder(path string) (folder, error) {
	below, name, err := w.tree.Below(w.dir, path)
	if err == nil {
		below, err = fs.Sub(below, name)
	}
	if err != nil {
		return nil, err
	}
	return wasFolder{below}, nil
}

type wasFolder struct{ files fs.FS }

func (f wasFolder) FS() fs.FS                              { return f.files }
func (f wasFolder) Stat(name string) (fs.FileInfo, error)  { return fs.Stat(f.files, name) }
func (f wasFolder) open(name string) (sources.Text, error) { return openedIn(f.files, name) }

// openedIn opens a regular file.
func openedIn(files fs.FS, name string) (sources.Text, error) {
	file, err := files.Open(name)
	if err != nil {
		return nil, err
	}
	text, ok := file.(sources.Text)
	if info, err := file.Stat(); err != nil || !info.Mode().IsRegular() || !ok {
		return nil, errors.Join(&fs.PathError{Op: "open", Path: name, Err: errNotRegular}, err, file.Close())
	}
	return text, nil
}
