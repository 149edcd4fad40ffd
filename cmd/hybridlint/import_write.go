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
	"unicode/utf8"

	"hybridlint/loader"
	"hybridlint/loader/exports"
)

// writeConfiguration brings a folder up to date, and tells which of its files changed. Nothing is changed before everything
// is known to fit together.
func (p *program) writeConfiguration(ctx context.Context, out string, configuration *exports.Configuration, progress func(written, total int64)) (changed []string, taken exports.Changes, err error) {
	p.writing.Lock() // until everything fits together again, and what was put aside is removed
	defer p.writing.Unlock()
	folder, err := makeFolder(p.directory, out)
	if err != nil {
		return nil, taken, err
	}
	defer folder.Close()
	existing, err := openConfiguration(folder)
	if err != nil {
		return nil, taken, err
	}
	stage := folder
	if len(existing.names) > 0 {
		var aside string
		if aside, err = os.MkdirTemp("", "hybridlint-*"); err != nil {
			return nil, taken, err
		}
		defer func() { err = errors.Join(err, os.RemoveAll(aside)) }()
		if stage, err = os.OpenRoot(aside); err != nil {
			return nil, taken, err
		}
		defer stage.Close()
	}
	var removed []string
	taken, err = configuration.Write(existing, func(d exports.Document) error {
		changed = append(changed, d.Name)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if d.Text == "" {
			removed = append(removed, d.Name)
			return nil
		}
		return writeBelow(stage, d.Name, func(w io.Writer) error { _, err := io.WriteString(w, d.Text); return err })
	}, progress)
	if err != nil || stage == folder {
		return changed, taken, err
	}
	return changed, taken, replaceAll(folder, stage, changed, removed)
}

// makeFolder opens a folder to write into, and makes it where there is none.
func makeFolder(dir, path string) (*os.Root, error) {
	folder, err := madeFolder(dir, path)
	if err != nil {
		return nil, fmt.Errorf("nothing can be written to %s: %s", filepath.ToSlash(path), loader.Reason(err))
	}
	return folder, nil
}

func madeFolder(dir, path string) (*os.Root, error) {
	base, name, err := loader.OpenBase(dir, path)
	if err != nil {
		return nil, err
	}
	if base == nil {
		if err := os.MkdirAll(name, 0o755); err != nil {
			return nil, err
		}
		return os.OpenRoot(name)
	}
	defer base.Close()
	if name != "." {
		if err := base.MkdirAll(name, 0o755); err != nil {
			return nil, err
		}
	}
	return base.OpenRoot(name)
}

// writeBelow writes a file of a folder, whose name has "/" between its parts.
func writeBelow(folder *os.Root, name string, content func(io.Writer) error) error {
	file := filepath.FromSlash(name)
	if parent := filepath.Dir(file); parent != "." {
		if err := folder.MkdirAll(parent, 0o755); err != nil {
			return err
		}
	}
	return writeFile(folder, file, content)
}

// replaceAll takes over what was written aside.
func replaceAll(folder, stage *os.Root, changed, removed []string) error {
	for _, name := range changed {
		if slices.Contains(removed, name) {
			if err := folder.Remove(filepath.FromSlash(name)); err != nil {
				return err
			}
			continue
		}
		written, err := stage.Open(filepath.FromSlash(name))
		if err != nil {
			return err
		}
		err = writeBelow(folder, name, func(w io.Writer) error { _, err := io.Copy(w, written); return err })
		if err := errors.Join(err, written.Close()); err != nil {
			return err
		}
	}
	return nil
}

// configurationFolder is a folder that has been imported into. It implements exports.Folder.
type configurationFolder struct {
	root  *os.Root
	names []string
}

// openConfiguration finds the files of a folder that check would read.
func openConfiguration(root *os.Root) (*configurationFolder, error) {
	f := &configurationFolder{root: root}
	err := fs.WalkDir(root.FS(), ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name != "." && strings.HasPrefix(entry.Name(), "."):
			if entry.IsDir() {
				return fs.SkipDir
			}
		case !entry.IsDir() && filepath.Ext(name) == ".hcl":
			f.names = append(f.names, name)
		}
		return nil
	})
	return f, err
}

// Names implements exports.Folder.
func (f *configurationFolder) Names() []string { return f.names }

// Read implements exports.Folder.
func (f *configurationFolder) Read(name string) (string, error) {
	file, err := loader.OpenInside(f.root, name)
	if err != nil {
		return "", err
	}
	defer file.Close()
	text, err := io.ReadAll(file)
	if err == nil && !utf8.Valid(text) {
		err = fmt.Errorf("%s is not UTF-8", name)
	}
	return string(text), err
}
